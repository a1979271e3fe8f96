// Taking a clause: what is copied is made from the text on the page and put on the clipboard twice, as rich text that
// Word understands (language and direction on each block and run, no classes, styles or fonts) and as plain text.
// In: the elements of overrides/partials/take.html and cite.html, and their JSON.

const data = JSON.parse(document.getElementById("taking-data").textContent);
const dialog = document.getElementById("taking");
const form = dialog.querySelector("form");
const KEY = "muqabala.copy";
const DIRECTION = { en: "ltr", ar: "rtl" };
const DEFAULTS = { languages: "both", form: "stacked", notes: true, source: true, address: true };
const [LRM, RLM, LRI, PDI] = ["\u200e", "\u200f", "\u2066", "\u2069"];

/* ---------- the choice ---------- */

// Storage may be forbidden; then the choice lasts as long as the page.
let choice = { ...DEFAULTS };
try { choice = { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY)) }; } catch { /* as said */ }
const keep = () => { try { localStorage.setItem(KEY, JSON.stringify(choice)); } catch { /* as said */ } };

// The columns that hold a text; another may only say that there is none.
const columnsOf = (id) => [...document.getElementById(id).querySelectorAll(":scope > [lang]")]
  .filter((column) => column.lang in data.clauses[id].in);

// What of the choice this clause can give: it may stand in one language only.
function chosen(id) {
  const held = columnsOf(id).map((column) => column.lang);
  const languages = held.includes(choice.languages) ? [choice.languages] : held;
  return { ...choice, languages };
}

/* ---------- the copy, as elements ---------- */

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const within = (language) => ({ lang: language, dir: DIRECTION[language] });
const latin = (text) => element("span", { lang: "en", dir: "ltr" }, text);

// LibreOffice gives a paragraph the direction of the last element that has one: so Arabic goes on in an element of its
// own behind each left-to-right run, and every paragraph ends in its own direction. Word reads it the same either way.
function settled(paragraph) {
  const { lang: language, dir } = paragraph;
  let after = null;
  for (const node of dir === "rtl" ? [...paragraph.childNodes] : []) {
    if (node.dir === "ltr" || node.querySelector?.("[dir=ltr]")) {
      after = element("span", within(language));
      node.after(after);
    } else if (after) after.append(node);
  }
  // The mark (U+200E) keeps the last sign of an address on its side; it stands outside the address.
  if (after && !after.hasChildNodes()) after.append(/[\p{L}\p{N}]$/u.test(paragraph.textContent) ? " " : `${LRM} `);
  for (const empty of paragraph.querySelectorAll(":scope > span:empty")) empty.remove();
  return paragraph;
}

const LEFT_OUT = ".key, .vh, .no, .st, .none, button, [hidden]";
const BLOCK = "p, div, ul, ol, li, dl, dt, dd, table, tbody, tr, td";

// The inline content of a paragraph without the site's own: links, marks, keys.
function inline(node, language, notes) {
  const out = document.createDocumentFragment();
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      out.append(child.data.replace(/[ \t\r\n]+/g, " "));
    } else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(LEFT_OUT)) {
      if (child.matches("sup.note") && !notes) continue;
      const content = inline(child, language, notes);
      if (child.matches(".open")) out.append(element(language === "ar" ? "b" : "i", {}, content));
      else if (child.matches("sup, sub, br, b, i, strong, em")) out.append(element(child.localName, {}, content));
      else if (child.matches("bdi[dir=ltr]") && language === "ar") out.append(latin(content));
      else out.append(content);
    }
  }
  return out;
}

// The paragraphs below an element, each in the language that stands on it.
function* paragraphs(node, notes) {
  let run = [];
  const flush = function* () {
    const language = node.closest("[lang]").lang;
    const made = settled(element("p", within(language), inline({ childNodes: run }, language, notes)));
    run = [];
    if (made.textContent.trim()) yield made;
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && child.matches(LEFT_OUT)) continue;
    if (child.nodeType === Node.ELEMENT_NODE && child.matches(".fn") && !notes) continue;
    if (child.nodeType === Node.ELEMENT_NODE && child.matches(BLOCK)) {
      yield* flush();
      yield* paragraphs(child, notes);
    } else run.push(child);
  }
  yield* flush();
}

// Below the text: where it comes from and what it is; where it lies.
function* origin(id, language, want) {
  const { source, status, address } = data.languages[language];
  const line = element("p", within(language));
  if (want.source) {
    const [before, after] = source.replace("{clause}", data.clauses[id].in[language]).split(data.symbol);
    line.append(before, language === "ar" ? latin(data.symbol) : data.symbol, after, ".", status ? " " : "");
  }
  if (status) line.append(`${status}.`);
  if (line.hasChildNodes()) yield settled(line);
  if (want.address) yield element("p", within("en"), `${address}${id}/`);
}

export function compose(id, want = chosen(id)) {
  const blocks = columnsOf(id)
    .filter((column) => want.languages.includes(column.lang))
    .map((column) => element("div", within(column.lang),
      ...paragraphs(column, want.notes), ...origin(id, column.lang, want)));
  if (want.form !== "table" || blocks.length < 2) return element("div", {}, ...blocks);
  // English on the left, as on the page; whoever pastes it has a table that reads from the left.
  blocks.sort((one, other) => (one.lang === "en" ? -1 : other.lang === "en" ? 1 : 0));
  const cells = blocks.map((block) =>
    element("td", { ...within(block.lang), width: "50%", valign: "top" }, ...block.childNodes));
  const table = element("table", { dir: "ltr", border: "1", cellspacing: "0", cellpadding: "6", width: "100%" },
    element("tbody", {}, element("tr", {}, ...cells)));
  return element("div", {}, table);
}

/* ---------- the copy, as plain text ---------- */

// Would the bidirectional algorithm (UAX #9) tear this left-to-right run inside Arabic that goes on with `after`?
export function torn(run, after) {
  if (/^\d+(?:[/.,:]\d+)*$/.test(run)) return false;             // figures so joined stay a number: 77/233
  if (/^\p{N}/u.test(run)) return true;                           // but 22-28999 would be turned round
  if (!/[\p{L}\p{N}]$/u.test(run)) return true;                   // its last sign would move to the other end
  return /^[^\p{L}\p{N}]*[\p{Script=Latin}\p{N}]/u.test(after);   // it would run together with what follows
}

function plainParagraph(paragraph) {
  if (paragraph.dir !== "rtl") return paragraph.textContent.trim();
  const before = document.createRange();
  const text = paragraph.textContent.replace(new RegExp(`${LRM}? *$`), "");
  const led = /^\P{L}*\p{Script=Latin}/u.test(text);  // programs give a line the direction of its first letter
  return (led ? RLM : "") + [...paragraph.querySelectorAll("span[dir=ltr]")].reduceRight((done, span) => {
    before.selectNodeContents(paragraph);
    before.setEndBefore(span);
    const run = span.textContent, start = before.toString().length, end = start + run.length;
    // An address gets a line of its own: an invisible mark at its end would become part of the link.
    if (/^https?:/.test(run)) return `${done.slice(0, start).trimEnd()}\n${run}${done.slice(end)}`;
    if (!torn(run, text.slice(end))) return done;
    return done.slice(0, start) + LRI + run + PDI + done.slice(end);
  }, text).trim();
}

export function plain(copy) {
  const blocks = copy.querySelectorAll(":scope > div, td");
  return [...(blocks.length ? blocks : [copy])]
    .map((block) => [...block.querySelectorAll("p")].map(plainParagraph).join("\n"))
    .join("\n\n");
}

/* ---------- the clipboard, and what is said ---------- */

function say(message) {
  const place = dialog.open ? dialog.querySelector("[data-said]") : document.querySelector("main [data-said]:not(dialog *)");
  for (const one of document.querySelectorAll("[data-said]")) one.textContent = "";
  // A screen reader speaks what changes; the same words twice are no change unless there was nothing in between.
  setTimeout(() => { place.textContent = message; }, 60);
  clearTimeout(say.end);
  if (!dialog.open) say.end = setTimeout(() => { place.textContent = ""; }, 8000);
}

const blob = (type, content) => new Blob([content], { type });

async function put(html, text) {
  try {
    const items = { "text/plain": blob("text/plain", text) };
    if (html) items["text/html"] = blob("text/html", html);
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch {
    return false;
  }
}

// What the Clipboard API refuses, the reader can still copy: `node` is selected, and copied as it was meant.
function select(node, html, text) {
  getSelection().selectAllChildren(node);
  node.oncopy = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopPropagation();
  };
  say(data.say.refused);
}

async function copyClause(id) {
  const want = chosen(id);
  const copy = compose(id, want);
  if (!(await put(copy.innerHTML, plain(copy)))) {
    open(id);
    select(dialog.querySelector("[data-rich]"), copy.innerHTML, plain(copy));
    return;
  }
  if (dialog.open) dialog.close();
  const languages = want.languages.length > 1 ? data.say.both : data.say[want.languages[0]];
  say(data.say.done.replace("{clause}", data.clauses[id].name).replace("{languages}", languages));
}

/* ---------- the dialog ---------- */

// On the page of a whole text: the clause that the address names, or the last one copied, or the first.
const named = location.hash.slice(1);
let current = Object.hasOwn(data.clauses, named) ? named : Object.keys(data.clauses)[0];

function show() {
  const want = chosen(current);
  const copy = compose(current, want);
  const held = columnsOf(current);
  for (const input of form.querySelectorAll("[name=languages]")) {
    input.parentElement.hidden = held.length < 2;
    input.checked = want.languages.length > 1 ? input.value === "both" : input.value === want.languages[0];
  }
  for (const input of form.querySelectorAll("[name=form]")) {
    input.checked = input.value === want.form;
    input.disabled = want.languages.length < 2;
  }
  for (const input of form.querySelectorAll("[type=checkbox]")) input.checked = want[input.name];
  form.querySelector("[data-clause]").textContent = data.clauses[current].name;
  form.querySelector("[data-status]").hidden = !want.languages.some((one) => data.languages[one].status);
  form.querySelector("[data-rich]").replaceChildren(...copy.childNodes);
  const text = plain(compose(current, want));
  form.querySelector("[data-plain]").textContent = text;
  form.querySelector("[data-isolates]").hidden = ![RLM, LRI].some((mark) => text.includes(mark));
}

function open(id) {
  current = id;
  show();
  if (!dialog.open) dialog.showModal();
}

form.addEventListener("change", ({ target }) => {
  choice[target.name] = target.type === "checkbox" ? target.checked : target.value;
  keep();
  show();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  copyClause(current);
});
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || target.closest("[data-close]")) dialog.close();
});

/* ---------- buttons ---------- */

const one = document.getElementById("copy-one");
for (const id of one ? Object.keys(data.clauses) : []) {
  const button = one.content.firstElementChild.cloneNode(true);
  button.dataset.copy = id;
  button.querySelector(".vh").textContent = data.say.one.replace("{clause}", data.clauses[id].name);
  document.getElementById(id).querySelector(".no").append(button);
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.copy) {
    current = button.dataset.copy;
    copyClause(current);
  } else if ("copyOptions" in button.dataset) {
    open(current);
  } else if ("copyReference" in button.dataset) {
    const source = button.parentElement.querySelector(".take-ref");
    const copy = element("div", {}, settled(element("p", within(source.lang), inline(source, source.lang, false))));
    if (await put(copy.innerHTML, plain(copy))) say(data.say.reference);
    else select(source, copy.innerHTML, plain(copy));
  } else if (button.dataset.copyFile) {
    const link = button.parentElement.querySelector("a");
    const text = await (await fetch(link.href)).text();
    if (await put("", text)) say(data.say.file.replace("{name}", button.dataset.copyFile));
    else location.assign(link.href);
  }
});

/* ---------- the day of reading ---------- */

const today = new Date();
for (const place of document.querySelectorAll("[data-today]")) {
  const { months, form: pattern } = data.dates[place.closest("[lang]").lang];
  place.textContent = pattern.replace("{day}", today.getDate())
    .replace("{month}", months[today.getMonth()]).replace("{year}", today.getFullYear());
}

/* ---------- selecting by hand ---------- */

// A selection that begins in one column stays in its language: the other is left out of what is marked and copied.
const main = document.getElementById("main");
document.addEventListener("pointerdown", ({ target }) => {
  const column = target.closest?.(".spread .pair > [lang]");
  if (column) main.dataset.selecting = column.lang;
  else delete main.dataset.selecting;
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyA") delete main.dataset.selecting;
});

// What is copied by hand has the same form as what the button copies: no fonts and colours of this site, no links.
// Our own translation says so, as site.js lets it do everywhere else; hence this one comes first and is the last.
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount > 1) return;
  const range = selection.getRangeAt(0), around = range.commonAncestorContainer;
  const spread = (around.closest ? around : around.parentElement).closest("main .spread");
  if (!spread) return;
  const columns = [...spread.querySelectorAll(".pair > [lang]")].filter((column) =>
    range.intersectsNode(column) && column.getClientRects().length && getComputedStyle(column).userSelect !== "none");
  const copy = element("div"), labels = new Set();
  for (const column of columns) {
    const part = document.createRange();
    part.selectNodeContents(column);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const inside = part.commonAncestorContainer;
    const { lang: language } = (inside.closest ? inside : inside.parentElement).closest("[lang]");
    const holder = element("div", within(language), part.cloneContents());
    for (const mark of holder.querySelectorAll("sup.note")) mark.remove();
    copy.append(...paragraphs(holder, true));
    if (column.dataset.label) labels.add(column.dataset.label);
  }
  if (!copy.hasChildNodes()) return;
  const text = selection.toString().trimEnd();
  for (const label of labels) copy.append(element("p", {}, label));
  const missing = [...labels].filter((label) => !text.includes(label));
  event.clipboardData.setData("text/plain", [text, ...(missing.length ? ["", ...missing] : [])].join("\n"));
  event.clipboardData.setData("text/html", copy.innerHTML);
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
