// Which words of a text are marked, and which part of a long text is shown.

// What stands before the mark in the same symbol, A/RES/ before 77/233: its letters alone are common words.
const BEFORE_IN_SYMBOL = /(?<![\p{L}\p{Nd}/])(?:[A-Z0-9]+[/.-])+$/u, IN_SYMBOL = /[A-Z\d]\/\d/;

const WHOLE = 320, BEGINNING = 190, BEFORE = 110, AFTER = 170;

/** Where words and phrases that were found stand in a text as printed: `[[start, end], …]`. */
export function places(text, words, { bases, phrases }) {
  const runs = words.runs(text);
  const parts = runs.flatMap(({ run }, i) => words.readings(run).map((readings) => ({ i, readings: likely(readings) })));
  const stands = (part, wanted) => part !== undefined && part.readings.some(({ base }) => wanted.has(base));
  const marked = new Set();
  parts.forEach((part, at) => {
    if (stands(part, bases)) marked.add(part.i);
    for (const phrase of phrases) {
      if (phrase.every((wanted, n) => stands(parts[at + n], wanted))) phrase.forEach((_, n) => marked.add(parts[at + n].i));
    }
  });
  const found = runs.filter((_, i) => marked.has(i)).map(({ start, end }) => [start, end]);
  // What belongs together is one mark: 77/233, victim blaming.
  const marks = found.reduce((marks, [start, end]) => {
    if (marks.length && /^[\s/.-]$/u.test(text.slice(marks.at(-1)[1], start))) marks.at(-1)[1] = end;
    else marks.push([start, end]);
    return marks;
  }, []);
  return marks.map(([start, end]) => {
    const before = IN_SYMBOL.test(text.slice(start, end)) ? BEFORE_IN_SYMBOL.exec(text.slice(0, start)) : null;
    return [before ? before.index : start, end];
  });
}

const likely = (readings) => (readings.some(({ how }) => how === "article") ? readings.filter(({ how }) => how === "article") : readings);

/** The parts of a text to show, around the first mark: `[[start, end], …]`. The opening words are always there. */
export function windows(text, marks, opening) {
  if (text.length <= WHOLE && marks.length) return [[0, text.length]];
  if (!marks.length) return [[0, cut(text, BEGINNING, 1)]];
  const [from, to] = marks[0];
  if (from < WHOLE - AFTER) return [[0, cut(text, WHOLE, 1)]];
  return [[0, opening?.[1] ?? 0], [cut(text, from - BEFORE, -1), cut(text, to + AFTER, 1)]].filter(([a, b]) => b > a);
}

/** The end of a word near a place; `step`: 1 for the end of what is shown, -1 for its beginning. */
function cut(text, place, step) {
  if (place >= text.length || place <= 0) return Math.min(text.length, Math.max(0, place));
  const blank = step > 0 ? text.lastIndexOf(" ", place) : text.indexOf(" ", place) + 1;
  return blank > 0 ? blank : place;
}

/** A shown text as nodes: plain text, `span.open` for the opening phrase, `mark.hit` for what was found. */
export function nodes(text, marks, opening, shown = [[0, text.length]]) {
  const within = ([from, to], place) => from <= place && place < to;
  const edges = [...marks, ...(opening ? [opening] : [])].flat();
  const made = [];
  shown.forEach(([from, to], i) => {
    if (i || from) made.push(i ? " … " : "… ");
    const places = [...new Set([from, ...edges.filter((edge) => edge > from && edge < to), to])].sort((a, b) => a - b);
    for (let n = 0; n + 1 < places.length; n++) {
      let piece = text.slice(places[n], places[n + 1]);
      if (marks.some((mark) => within(mark, places[n]))) piece = wrap("mark", "hit", piece);
      if (opening && within(opening, places[n])) piece = wrap("span", "open", piece);
      made.push(piece);
    }
  });
  if (shown.at(-1)[1] < text.length) made.push(" …");
  return made;
}

function wrap(name, style, inside) {
  const node = document.createElement(name);
  node.className = style;
  node.append(inside);
  return node;
}
