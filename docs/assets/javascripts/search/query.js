// A query as typed → what to look for: slots, one for each word, and the phrases that they must or may form.

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

/**
 * `slots`: `{run, readings, exact}` in the order of the query. `pairs`: `[i, must]`: slots i and i + 1 stand side by side in
 * the query; they must in the text as well if they were quoted, or written as one symbol: 77/233.
 */
export function parse(query, words) {
  const slots = [], pairs = [];
  const add = (text, quoted) => {
    let before = null;
    for (const { run, start, end } of words.runs(text)) {
      for (const readings of words.readings(run)) {
        slots.push({ run, readings, exact: quoted });
        const symbol = before?.end === start - 1 && text[before.end] === "/";
        if (before) pairs.push([slots.length - 2, quoted || (symbol && /\d/.test(readings[0].base)), quoted]);
        before = { end };
      }
      if (before) before.end = end;
    }
  };
  let from = 0;
  for (const found of query.matchAll(QUOTED)) {
    add(query.slice(from, found.index), false);
    add(found[1], true);
    from = found.index + found[0].length;
  }
  add(query.slice(from), false);
  return { slots: slots.slice(0, 16), pairs: pairs.filter(([i]) => i < 15) };
}

/** At most one letter wrong, missing, too many, or two side by side exchanged. */
export function isNear(a, b) {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (one, n) => one.slice(i + n);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  if (a.length < b.length) return rest(a, 0) === rest(b, 1);
  return rest(a, 1) === rest(b, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2));
}
