// How results look: the same in the dialog and on the page. Texts go in as text, never as HTML.

import { open } from "./engine.js";
import { json } from "./tables.js";
import { nodes, places, windows } from "./marks.js";

export const root = new URL("../../../", import.meta.url);
export const language = document.documentElement.lang === "ar" ? "ar" : "en";
export const PAGE = 10;

const FOLDER = new URL("search-index/", root);
const LANGUAGES = language === "ar" ? ["ar", "en"] : ["en", "ar"];
const DIRECTION = { en: "ltr", ar: "rtl" };
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
// As in wording.py: «14 980».
const written = (n) => (language === "ar" ? number.format(n).replaceAll(",", "\u00a0") : number.format(n));

export const address = (path) => new URL((language === "ar" ? "ar/" : "") + path, root);

let opened;
/** The engine and the words of the interface, loaded once; after a failure the next query tries again. */
export function ready() {
  opened ??= Promise.all([open(FOLDER), json(new URL(`words-${language}.json`, FOLDER))])
    .then(([engine, words]) => ({ engine, say: sayer(words) }))
    .catch((error) => { opened = undefined; throw error; });
  return opened;
}

/** A message of the interface with its fields filled; `n` chooses the plural form and is written as a number. */
const sayer = (words) => (key, fields = {}) => {
  const message = words[`find-${key}`] ?? words[key];
  const text = typeof message === "string" ? message : message[plural.select(fields.n)] ?? message.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? written(fields.n) : fields[name]));
};

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Hits in the order of their page: below their instruments, which stand in the order of their best hits. An instrument that
 * is a hit itself is the heading, and no result besides.
 */
export function arranged(engine, hits) {
  const groups = new Map();
  for (const one of hits) {
    const instrument = engine.instrument(one.number);
    if (!groups.has(instrument)) groups.set(instrument, { instrument, isHit: false, hits: [] });
    const group = groups.get(instrument);
    if (one.number === instrument) group.isHit = true;
    else group.hits.push(one);
  }
  return [...groups.values()];
}

/**
 * The sections of a page of hits, each on its way. All texts are asked for at once; they are set one after the other, so
 * that the first is shown before the work on the others begins.
 */
export function groups({ engine, say }, found, hits) {
  let before = Promise.resolve();
  return arranged(engine, hits).map(({ instrument, isHit, hits: own }) => {
    const asked = Promise.all([instrument, ...own.map((one) => one.number)].map((one) => engine.tables.entry(one)));
    const made = Promise.all([asked, before]).then(([[head, ...entries]]) => {
      const results = entries.map((entry) => result(entry, found, engine.words, say));
      return element("section", { class: "hits" }, heading(head, isHit ? found : null, engine.words), ...results);
    });
    before = made.then(() => new Promise((go) => { setTimeout(go); }), () => {});
    return made;
  });
}

function heading(entry, found, words) {
  const marks = (text) => (found ? places(text, words, found) : []);
  const name = entry.name[language];
  const link = element("a", { href: address(entry.address), "data-hit": found ? "" : undefined }, ...nodes(name, marks(name)));
  const title = element("h2", {}, link);
  if (entry.code) title.append(" ", element("small", {}, element("bdi", { dir: "ltr" }, ...nodes(entry.code, marks(entry.code)))));
  const other = LANGUAGES[1];
  const else_ = element("p", { class: "else", lang: other, dir: DIRECTION[other] }, ...nodes(entry.name[other], marks(entry.name[other])));
  return element("header", {}, title, ...(found && places(entry.name[other], words, found).length ? [else_] : []));
}

function result(entry, found, words, say) {
  const link = element("a", { href: address(entry.address), "data-hit": "" }, entry.name[language]);
  const title = element("h3", { class: "ttl" }, link);
  if (entry.code) title.append(" ", element("small", {}, element("bdi", { dir: "ltr" }, entry.code)));
  const made = element("article", { class: "res" }, title);
  if (!entry.text) return made;

  const held = LANGUAGES.filter((one) => entry.text[one] !== undefined);  // a text may be there in one language only
  const marks = Object.fromEntries(held.map((one) => [one, places(entry.text[one], words, found)]));
  const texts = held.map((one) => {
    const [text, opening] = [entry.text[one], entry.open?.[one]?.[0]];
    const block = paragraph("t", one, nodes(text, marks[one], opening, windows(text, marks[one], opening)));
    if (!entry.ours?.includes(one)) return block;
    return element("div", {}, block, element("p", { class: "ours" }, say("status-working-translation")));
  });
  made.append(element("div", { class: "pair" }, ...texts));
  if (!held.some((one) => marks[one].length)) made.append(...besides(entry, found, words, say));
  return made;
}

const paragraph = (style, one, inside) => element("p", { class: style, lang: one, dir: DIRECTION[one] }, ...inside);

/** Why a clause was found in whose text nothing is marked: its footnote, or what it cites. */
function besides(entry, found, words, say) {
  for (const one of LANGUAGES) {
    for (const note of entry.notes?.[one] ?? []) {
      const marks = places(note, words, found);
      if (!marks.length) continue;
      const text = paragraph("t", one, nodes(note, marks, undefined, windows(note, marks)));
      return [element("div", { class: "why" }, element("span", {}, say("in-note")), text)];
    }
  }
  const cited = (entry.cites ?? []).map((names) => element("li", {}, ...nodes(names[language], places(names[language], words, found))));
  return cited.length ? [element("div", { class: "why" }, element("span", {}, say("cites")), element("ul", {}, ...cited))] : [];
}

/** What was found, in a sentence; and what was not. */
export function told(say, query, count, found) {
  const quoted = element("bdi", {}, say("quoted", { query }));
  const [before, after] = say("count", { n: count, query: "\0" }).split("\0");
  const said = [element("b", {}, before, quoted, after ?? "")];
  const more = [];
  if (count && found.near) more.push(say("near"));
  if (count && found.missing.length) more.push(say("missing", { words: found.missing.map((word) => say("quoted", { query: word })).join(say("joint")) }));
  return more.length ? [...said, ". ", more.join(" ")] : said;
}
