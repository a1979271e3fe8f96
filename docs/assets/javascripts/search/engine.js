// Finds entries for a query. A row is an entry in one language: twice its number, one more for Arabic.

import { Tables, json } from "./tables.js";
import { Words, table } from "./words.js";
import { isNear, parse } from "./query.js";

// By the rows that have most of the query: 1 for the English, 2 for the Arabic, 3 for both.
const LANGUAGES = [[], ["en"], ["ar"], ["en", "ar"]];
const SAME_STEM = 0.75, BEGINNING = 0.55, NEAR = 0.5, IN_FULL = 0.8, PAIR = 0.5, OTHER_ROW = 0.4, OWN_LANGUAGE = 1.05;
const FEW = 5, SHORTEST_SLIP = 5, OTHER_LENGTH = 0.8, SHORTEST_BEGINNING = 3, MOST_BEGINNINGS = 12;

export async function open(folder) {
  return new Engine(folder, await json(new URL("manifest.json", folder)));
}

class Engine {
  constructor(folder, manifest) {
    this.tables = new Tables(folder, manifest);
    this.words = new Words(manifest.rules);
    this.count = manifest.entries;
    this.starts = manifest.starts;
    this.long = table(manifest.rules.long);
  }

  /** The number of the entry of the instrument that an entry belongs to. */
  instrument(number) {
    let low = 0, high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= number) low = middle + 1;
      else high = middle;
    }
    return this.starts[low - 1];
  }

  /**
   * `hits`: `{number, score, languages, whole}`, the best first; `bases`, `phrases`: what to mark in their texts; `missing`: the
   * words that stand nowhere; `near`: some word was found in a near spelling only.
   */
  async find(query, { language = "en" } = {}) {
    const { slots, pairs } = parse(query, this.words);
    const found = await Promise.all(slots.map((slot) => this.#slot(slot)));
    const beside = await Promise.all(pairs.map(async ([i, must, quoted]) => {
      const keys = product(found[i].chosen, found[i + 1].chosen);
      const { rows, size } = this.#merged(await Promise.all(keys.map((key) => this.tables.get("pairs", key).then((flat) => [flat, PAIR]))));
      return { rows, rarity: this.#rarity(size), must, quoted };
    }));
    const { hits, symbols } = this.#hits(found, beside, language);
    const phrases = phrasesOf(slots, pairs.filter(([, must, quoted]) => quoted || (must && symbols)));
    const inside = new Set(phrases.flat());
    return {
      hits,
      bases: new Set(slots.flatMap((_, i) => (inside.has(i) ? [] : [...found[i].bases]))),
      phrases: phrases.map((phrase) => phrase.map((i) => found[i].bases)),
      missing: slots.filter((_, i) => !found[i].size).map((slot) => slot.run),
      near: found.some((one) => one.near),
    };
  }

  /** What stands for one word of the query: rows with scores, the bases that were found, and the very one that was meant. */
  async #slot({ readings, exact }) {
    for (const { base } of order(readings)) {
      const group = await this.tables.get("stems", this.words.stem(base));
      const bases = Object.keys(group ?? {}).filter((one) => !exact || one === base);
      if (!bases.length) continue;
      const made = this.#made(bases.map((one) => [one, group[one], one === base ? 1 : SAME_STEM]), [base]);
      return this.#inFull(readings, made);
    }
    const none = { ...this.#merged([]), bases: new Set(), chosen: [] };
    return exact ? none : this.#inFull(readings, await this.#near(readings) ?? none);
  }

  #made(postings, chosen, near = false) {
    const all = this.#rarity(postings.length > 1 ? this.#merged(postings.map(([, flat]) => [flat, 1])).size : postings[0][1].length / 2);
    // The very word counts by its own rarity: "criminalize" says more than all that comes of "criminal".
    const weights = postings.map(([, flat, weight]) => [flat, weight * (weight === 1 ? this.#rarity(flat.length / 2) : all)]);
    return { ...this.#merged(weights), bases: new Set(postings.map(([base]) => base)), chosen, near };
  }

  /** The rarer, the more it says: the inverse document frequency of BM25, of what stands in so many rows. */
  #rarity(rows) {
    return Math.log(1 + (this.count - Math.min(rows, this.count) + 0.5) / (rows + 0.5));
  }

  /** A short name stands for its words as well: UNODC. */
  async #inFull(readings, made) {
    const long = this.long[readings[0].base];
    if (!long) return made;
    const parts = await Promise.all(parse(long, this.words).slots.map((slot) => this.#slot(slot)));
    const rows = made.rows.map((score, row) => {
      if (!parts.every((part) => part.rows[row])) return score;
      return Math.max(score, IN_FULL * parts.reduce((total, part) => total + part.rows[row], 0));
    });
    const size = rows.reduce((count, score) => count + (score > 0), 0);
    return { ...made, rows, size, bases: new Set([...made.bases, ...parts.flatMap((part) => [...part.bases])]) };
  }

  /** Words that begin like this one; or else those a slip of the finger away. */
  async #near(readings) {
    const bases = readings.filter(({ how }) => how !== "joined").map(({ base }) => base).filter((base) => !/\d/.test(base));
    for (const base of bases) {
      if (base.length < SHORTEST_BEGINNING) continue;
      const found = (await this.tables.beginning("bases", base)).slice(0, MOST_BEGINNINGS);
      if (found.length) return this.#ofBases(found, () => BEGINNING, false);
    }
    const found = (await Promise.all(bases.filter((base) => base.length >= SHORTEST_SLIP).map((base) => this.#slips(base)))).flat();
    const weight = (word) => NEAR * (bases.some((base) => base.length === word.length) ? 1 : OTHER_LENGTH);
    return found.length ? this.#ofBases([...new Set(found)], weight, true) : null;
  }

  async #ofBases(bases, weight, near) {
    const postings = await Promise.all(bases.map(async (base) => {
      const group = await this.tables.get("stems", this.words.stem(base));
      return Object.entries(group).map(([one, flat]) => [one, flat, weight(base) * (one === base ? 1 : SAME_STEM)]);
    }));
    return this.#made(postings.flat(), bases.slice(0, 4), near);
  }

  /** One slip leaves either the first or the last letters of a word whole; so only words with either are compared. */
  async #slips(base) {
    const stem = this.words.stem(base);
    const whole = (word) => Math.max(2, Math.floor((word.length - 1) / 2));
    const [alike, endAlike] = await Promise.all([
      this.tables.beginning("bases", base.slice(0, Math.min(whole(base), whole(stem)))),
      this.tables.beginning("sesab", reversed(base).slice(0, whole(base))),
    ]);
    const isSlip = (word) => isNear(word, base)
      || (stem.length >= SHORTEST_SLIP && isNear(this.words.stem(word), stem));
    return [...alike, ...endAlike.map(reversed)].filter(isSlip);
  }

  /** Lists of postings with their weights → for every row the greatest of its strengths, 0 where it has none; how many have any. */
  #merged(lists) {
    const rows = new Float32Array(2 * this.count);
    let size = 0;
    for (const [flat, weight] of lists) {
      const length = flat ? flat.length : 0;
      for (let i = 0, row = 0; i < length; i += 2) {
        row += flat[i];
        const score = flat[i + 1] / 10 * weight;
        if (!rows[row]) size++;
        if (score > rows[row]) rows[row] = score;
      }
    }
    return { rows, size };
  }

  /** All entries with something of the query. Plain loops over all rows: this is what a reader waits for. */
  #hits(found, beside, language) {
    const looked = found.length, all = 2 ** looked - 1;
    const weighed = this.#weighed(found, beside);
    const { slots, lacks } = weighed;
    const hits = [];
    let symbols = false;
    for (let number = 0, row = 0; number < this.count; number++, row += 2) {
      if (!slots[row] && !slots[row + 1]) continue;
      symbols ||= (slots[row] === all && !lacks[row]) || (slots[row + 1] === all && !lacks[row + 1]);
      hits.push(hit(number, weighed, looked, language));
    }
    const left = symbols ? hits.filter((one) => !one.lacks) : hits;
    return { hits: goodEnough(left, looked, found.some((one) => one.near)), symbols };
  }

  /** What each row has of the query: nothing, if it lacks a phrase. `lacks`: it has no symbol of the query. */
  #weighed(found, beside) {
    const count = 2 * this.count;
    const scores = new Float64Array(count), slots = new Uint16Array(count), lacks = new Uint8Array(count);
    for (let i = 0; i < found.length; i++) {
      const { rows } = found[i];
      for (let row = 0; row < count; row++) {
        if (!rows[row]) continue;
        scores[row] += rows[row];
        slots[row] |= 1 << i;
      }
    }
    for (const { rows, rarity, must, quoted } of beside) {
      for (let row = 0; row < count; row++) {
        if (rows[row]) scores[row] += rows[row] * rarity;
        else if (quoted) slots[row] = 0;
        else if (must) lacks[row] = 1;
      }
    }
    return { scores, slots, lacks };
  }
}

/** An entry with one or both of its rows. What one row lacks and the other has counts less. */
function hit(number, { scores, slots, lacks }, looked, language) {
  const english = 2 * number, arabic = english + 1;
  const own = (row) => ((row === english) === (language === "en") ? scores[row] * OWN_LANGUAGE : scores[row]);
  const arabicFirst = slots[arabic] && (!slots[english] || own(arabic) > own(english));
  const [one, other] = arabicFirst ? [arabic, english] : [english, arabic];
  const covered = bits(slots[one] | slots[other]), first = bits(slots[one]), second = bits(slots[other]);
  const most = Math.max(first, second);
  const score = (own(one) + (most < covered && second ? OTHER_ROW * own(other) : 0)) * (covered / looked) ** 2;
  const languages = LANGUAGES[(bits(slots[english]) === most ? 1 : 0) + (bits(slots[arabic]) === most ? 2 : 0)];
  return { number, score, languages, covered, lacks: (!slots[english] || lacks[english] === 1) && (!slots[arabic] || lacks[arabic] === 1) };
}

function bits(number) {
  let count = 0;
  for (let rest = number; rest; rest &= rest - 1) count++;
  return count;
}

/** All words where all are found together; where that is rare, also what has most of them. */
function goodEnough(hits, looked, near) {
  const most = hits.reduce((top, one) => Math.max(top, one.covered), 0);
  const whole = hits.filter((one) => one.covered === most).length;
  const least = whole < FEW && (near || looked > 2) ? Math.max(near ? 1 : 2, most - 1) : most;
  return hits.filter((one) => one.covered >= least).sort((a, b) => b.score - a.score || a.number - b.number);
}

/** The word itself first, then without its article, then without what is joined to it. */
const order = (readings) => {
  const place = { article: 0, self: 1, alef: 2, joined: 3 };
  return [...readings].sort((a, b) => place[a.how] - place[b.how]);
};

const reversed = (word) => [...word].reverse().join("");

const product = (ones, others) => ones.flatMap((one) => others.map((other) => `${one} ${other}`));

/** Quoted words and symbols: the slots of each phrase. A quoted word alone is one as well. */
function phrasesOf(slots, pairs) {
  const lists = [];
  slots.forEach(({ exact }, i) => {
    if (pairs.some(([at]) => at === i - 1)) lists.at(-1).push(i);
    else if (exact || pairs.some(([at]) => at === i)) lists.push([i]);
  });
  return lists;
}
