// The search page: looks up `?q=` in the Pagefind bundles and lists what was found.
//
// There is one bundle for each text language, made from the pages of that interface. The script of the query chooses:
// Arabic letters the Arabic texts, Latin letters the English ones; a number or a symbol is looked up in both, and a page
// that both find is listed once. Whatever the language of the text, a result opens in the reader's interface.

const words = JSON.parse(document.getElementById("search-data").textContent);
const root = new URL(words.root.replace(/\/?$/, "/"), location.href);
const part = (name) => document.getElementById(`search-${name}`);
const plural = new Intl.PluralRules(words.interface);
const number = new Intl.NumberFormat(words.interface, { numberingSystem: "latn" });
const field = document.querySelector(".bigsearch [name=q]");
const PAGE = 20;
const MOST = 120;
const DIRECTION = { en: "ltr", ar: "rtl" };

/** Arabic-Indic and Persian digits as the ASCII ones of the texts; no tatweel; single spaces. */
const clean = (query) => query
  .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
  .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
  .replace(/ـ/g, "").replace(/\s+/g, " ").trim();

/** The bundles to ask, the interface's own first. */
const bundles = (query, own = words.interface) => {
  if (/\p{Script=Arabic}/u.test(query)) return ["ar"];
  // A symbol is capitals with a digit, a stroke or a stop: A/RES/77/233, CRC, art. 19.
  const symbol = !/\p{L}/u.test(query) || /^[^\p{Ll}]*$/u.test(query);
  return symbol ? [own, own === "ar" ? "en" : "ar"] : ["en"];
};

const loaded = {};
const bundle = (language) => loaded[language] ??= (async () => {
  const pagefind = await import(new URL(`pagefind/${language}/pagefind.js`, root));
  await pagefind.options({ baseUrl: "/", excerptLength: 40 });
  await pagefind.init();
  return pagefind;
})().catch((error) => { delete loaded[language]; throw error; });

/** The address below the site's root without its language: "ar/instruments/crc/" and "instruments/crc/" are one page. */
const neutral = (url) => url.replace(/^\//, "").replace(/^ar\//, "").replace(/index\.html$/, "");

/** The forms in which an Arabic word may stand: alone, or with و ف ب ل ك before it and ال after those. */
const forms = (word) => {
  const bare = word.replace(/^ال(?=..)/, "");
  if (bare === word) return ["", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل"].map((joined) => joined + word);
  return ["ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال"].map((joined) => joined + bare);
};

/** What one bundle has. Arabic words are looked up in each form, and a page must have every word in one of them. */
async function ask(language, query) {
  const pagefind = await bundle(language);
  const words = query.split(" ");
  if (language !== "ar" || query.includes('"') || words.length > 6) return (await pagefind.search(query)).results;
  const byWord = await Promise.all(words.map(async (word) => {
    const best = new Map();
    for (const { results } of await Promise.all(forms(word).map((form) => pagefind.search(form)))) {
      for (const result of results) if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
    }
    return best;
  }));
  const [first, ...others] = byWord;
  return [...first.values()]
    .filter((result) => others.every((found) => found.has(result.id)))
    .map((result) => ({ ...result, score: others.reduce((sum, found) => sum + found.get(result.id).score, result.score) }))
    .sort((a, b) => b.score - a.score);
}

async function lookUp(query, languages) {
  // Clauses print "resolution 74/174" where a reader types A/RES/74/174.
  const number = query.match(/^[A-Z](?:\/[A-Z]+)*\/RES\/(\d+\/\d+)$/i)?.[1];
  const found = await Promise.all(languages.map(async (language) => {
    const results = await ask(language, query);
    const known = new Set(results.map((result) => result.id));
    const more = number ? (await ask(language, number)).filter((result) => !known.has(result.id)) : [];
    return [...results, ...more].map((result) => ({ language, score: result.score, load: () => result.data() }));
  }));
  if (found.length === 1) return found[0];
  // Two bundles: their pages have to be read to know which are the same; so no more than anyone would leaf through.
  const hits = found.flatMap((list) => list.slice(0, MOST));
  const pages = await Promise.all(hits.map((hit) => hit.load()));
  const once = new Map();
  for (const [index, data] of pages.entries()) {
    const address = neutral(data.raw_url ?? data.url);
    if (!once.has(address)) once.set(address, { ...hits[index], load: async () => data });
  }
  return [...once.values()].sort((a, b) => b.score - a.score);
}

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** Pagefind marks the hits in HTML; only its marks are taken up, all else becomes plain text. */
const excerpt = ({ excerpt: html, plain_excerpt: plain, content }) => {
  const text = (escaped) => escaped.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/\u200B/g, "");
  // A hit is marked up to the next space; the punctuation around the word is not part of it.
  const mark = (piece) => {
    const [, before, word, after] = text(piece).match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su);
    return [before, element("mark", { class: "hit" }, word), after];
  };
  const parts = html.split(/<mark>(.*?)<\/mark>/s).flatMap((piece, index) => (index % 2 ? mark(piece) : [text(piece)]));
  const whole = content.replace(/\s+/g, " ").trim();
  const shown = text(plain).replace(/\s+/g, " ").trim();
  return [whole.startsWith(shown) ? "" : "… ", ...parts, whole.endsWith(shown) ? "" : " …"];
};

const symbol = (text) => element("bdi", { dir: "ltr" }, text);

function entry(data, language) {
  const { meta } = data;
  const own = words.interface;
  const address = neutral(data.raw_url ?? data.url);
  const title = element("a", { href: new URL((own === "ar" ? "ar/" : "") + address, root) }, meta[`title_${own}`] ?? meta.title);
  if (!meta[`title_${own}`]) title.lang = language;
  const details = [meta[`of_${own}`], meta.symbol && symbol(meta.symbol)].filter(Boolean).flatMap((one, i) => (i ? [" · ", one] : [one]));
  const heading = element("h2", { class: "ttl" }, title);
  if (details.length) heading.append(" ", element("small", {}, ...details));
  if (meta.ours?.split(" ").includes(language)) heading.append(" ", element("small", {}, words.ours));
  const text = element("p", { class: "t", lang: language, dir: DIRECTION[language] }, ...excerpt(data));
  return element("article", { class: "res" }, heading, text);
}

let turn = 0;
async function run(given) {
  const mine = ++turn;
  const query = clean(given);
  const list = part("results"), status = part("status"), more = part("more");
  for (const name of ["none", "failed", "more"]) part(name).hidden = true;
  part("hint").hidden = query !== "";
  document.title = query ? `${words.quoted.replace("{query}", query)} · ${words.title}` : words.title;
  list.replaceChildren();
  status.replaceChildren();
  if (!query) return;

  list.setAttribute("aria-busy", "true");
  status.textContent = words.busy;
  try {
    const languages = bundles(query);
    const hits = await lookUp(query, languages);
    if (mine !== turn) return;
    const show = async () => {
      const next = hits.splice(0, PAGE);
      const entries = await Promise.all(next.map(async (hit) => entry(await hit.load(), hit.language)));
      if (mine !== turn) return null;
      list.append(...entries);
      more.hidden = hits.length === 0;
      return entries[0];
    };
    const count = hits.length;
    await show();
    if (mine !== turn) return;
    const sentence = words.found[plural.select(count)].replace("{n}", number.format(count));
    const [before, after] = sentence.split("{query}");
    const where = words.in[languages.length > 1 ? "both" : languages[0]];
    status.replaceChildren(
      element("b", {}, before, element("bdi", {}, words.quoted.replace("{query}", query)), after), " ", element("span", {}, where),
    );
    part("none").hidden = count > 0;
    more.firstElementChild.onclick = async () => (await show())?.querySelector("a").focus();
  } catch (error) {
    if (mine !== turn) return;
    console.warn("The search index could not be loaded.", error);
    status.replaceChildren();
    part("failed").hidden = false;
  } finally {
    if (mine === turn) list.removeAttribute("aria-busy");
  }
}

const asked = () => new URLSearchParams(location.search).get("q") ?? "";

field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.search = new URLSearchParams(field.value.trim() ? { q: field.value } : {});
  if (address.href !== location.href) history.pushState(null, "", address);
  otherLanguage();
  run(field.value);
});
addEventListener("popstate", () => { field.value = asked(); otherLanguage(); run(field.value); });

/** The link to the other interface keeps the words that were searched for. */
function otherLanguage() {
  const link = document.querySelector("a.tongue");
  const address = new URL(link.href);
  address.search = location.search;
  link.href = address;
}

field.value = asked();
otherLanguage();
if (!field.value) field.focus();
run(field.value);
