// A text as the words that search compares: folded, without article and joined letters, with their stems.
// The rules come with the index; hooks/resolutions/finding/words.py does the same, and the tests compare the two.

const RUN = /[\p{L}\p{M}\p{Nd}\p{Cf}]+(?:['’ʼ][\p{L}\p{M}\p{Nd}\p{Cf}]+)*/gu;
const SILENT = /[\p{M}\p{Cf}\u0640]/gu;
const PLAIN = /^[A-Za-z0-9]+$/;
const DIGIT = /\p{Nd}/u;

/** The value of a decimal digit of any script: its distance from the zero of its ten. */
const digit = (sign) => {
  let zero = sign.codePointAt(0);
  for (let n = 0; n < 9 && DIGIT.test(String.fromCodePoint(zero - 1)); n++) zero--;
  return String(sign.codePointAt(0) - zero);
};

/** The word with the ending that the first fitting rule gives it. */
function ended(word, rules) {
  const rule = rules.find(([ending, , left]) => word.endsWith(ending) && word.length - ending.length >= left);
  return rule ? word.slice(0, word.length - rule[0].length) + rule[1] : word;
}

/** A table that holds its own words only: "constructor" is a word like any other. */
export const table = (words) => Object.assign(Object.create(null), words);

const isArabic = (word) => word >= "\u0600" && word < "\u0700";

export class Words {
  #rules; #stop; #remembered = new Map();

  constructor(rules) {
    const { letters, same, irregular } = rules;
    this.#rules = { ...rules, letters: table(letters), same: table(same), irregular: table(irregular) };
    this.#stop = new Set(rules.stop);
  }

  fold(word) {
    if (PLAIN.test(word)) return word.toLowerCase();  // most words of English
    let folded = "";
    for (const sign of word.toLowerCase().normalize("NFKD").replace(SILENT, "")) {
      folded += this.#rules.letters[sign] ?? (DIGIT.test(sign) ? digit(sign) : sign);
    }
    return folded.replace(/'s$/, "").replaceAll("'", "");
  }

  /** The words of a text as printed, each with where it stands. */
  runs(text) {
    return [...text.matchAll(RUN)].map((found) => ({ run: found[0], start: found.index, end: found.index + found[0].length }));
  }

  /** A word as printed → for each of its parts ("OP4" has two) the ways to take it; none for a common word. */
  readings(run) {
    if (!this.#remembered.has(run)) {
      const parts = this.fold(run).match(/[0-9]+|[^0-9]+/g) ?? [];
      const found = parts.filter((part) => !this.#stop.has(part)).map((part) => this.#part(part, parts.length === 1 ? run : part));
      this.#remembered.set(run, found);
    }
    return this.#remembered.get(run);
  }

  #part(folded, printed) {
    const { same, spellings, article: articles, articleNot, joined } = this.#rules;
    const reading = (how, base) => ({ how, base: same[base] ?? ended(base, spellings) });
    const found = [reading("self", folded)];
    if (!isArabic(folded)) return found;
    const bare = printed.normalize("NFC").replace(SILENT, "").replaceAll("ٱ", "ا");
    for (const article of articles) {
      if (!folded.startsWith(article) || folded.length - article.length < 2) continue;
      if (articleNot.some((word) => folded.slice(article.length - 2).startsWith(word))) continue;
      found.push(reading(bare.startsWith(article) ? "article" : "alef", folded.slice(article.length)));
      break;
    }
    for (const letters of joined) {
      if (folded.startsWith(letters) && folded.length - letters.length >= 3) found.push(reading("joined", folded.slice(letters.length)));
    }
    return found;
  }

  /** What all inflections of a word share. */
  stem(base) {
    if (/^[0-9]/.test(base)) return base;
    const { irregular, kept, endings } = this.#rules;
    let stem = irregular[base] ?? base;
    if (kept.includes(stem)) return stem;
    for (const step of endings[isArabic(base) ? "ar" : "en"]) stem = ended(stem, step);
    return stem;
  }
}
