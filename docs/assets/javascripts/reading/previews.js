// A look at what a link leads to, without going there: a clause in both languages, or what an instrument is.
//
// Shown after a moment's rest of the pointer, on focus, and on the first tap; the second tap goes there. What is shown is
// part of the very page that the link leads to. It can be pointed at, it stays until pointer and focus have left, and
// Escape closes it.

import { element, speak, words } from "./words.js";

const WAIT = 350;
const LINGER = 250;
const LINKS = "main a.cite, main #cites .ttl a, main .facts a, main .why a, main .rows .ttl a, main .from a, main td a, main .states a";
const box = element("div", { class: "preview", role: "dialog", popover: "manual", "aria-label": words.preview });
document.body.append(box);
const pages = new Map();
let link = null, timer = 0, touched = false;
let pointer = "", rest = "";  // where the pointer is, and where it was when a key was pressed

/** The address of a page of the site that has something to show: an instrument, an article, a clause. */
const target = (one) => {
  const url = new URL(one.href, location.href);
  const elsewhere = url.origin !== location.origin || url.pathname === location.pathname;
  return elsewhere || !/\/instruments\/[^/]+\/([a-z]+-[^/]+\/)?$/.test(url.pathname) ? null : url.origin + url.pathname;
};
const linkOf = (node) => {
  const found = node instanceof Element ? node.closest(LINKS) : null;
  return found && !found.closest(".preview") && target(found) ? found : null;
};

const page = (address) => {
  if (!pages.has(address)) {
    pages.set(address, fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
    pages.get(address).catch(() => pages.delete(address));
  }
  return pages.get(address);
};

/** Text with its languages, without anything that acts or is named: no links, numbers of notes, keys or ids. */
function plain(node) {
  const copy = document.importNode(node, true);
  for (const one of copy.querySelectorAll(".key, .note, .st, script, button")) one.remove();
  for (const one of copy.querySelectorAll("a")) one.replaceWith(...one.childNodes);
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "data-term", "tabindex", "data-label"]) one.removeAttribute(name);
  }
  return copy;
}

function content(other, address) {
  const names = [...other.querySelectorAll(".spread.top .name")].map((one) => {
    const name = element("p", { class: "name", lang: one.lang, dir: one.dir });
    name.append(...plain(one).childNodes);
    return name;
  });
  const of = other.querySelector(".spread.top .of");
  const below = of ? [element("p", { class: "of", lang: of.lang, dir: of.dir }, of.textContent)] : [];
  // A clause has its own page: its text. Of an instrument: its state and the first facts.
  const clause = other.querySelector("main article > .spread:not(.top, .whole) > .pair.txt[id]");
  const facts = other.querySelector("main .facts");
  const inner = clause
    ? [...clause.querySelectorAll(":scope > .col")].map((column) => {
      const text = element("div", { class: "col", lang: column.lang, dir: column.dir });
      text.append(...[...column.querySelectorAll(":scope > .t:not(.st)")].map(plain));
      if (column.dataset.label) text.append(element("p", { class: "st" }, column.dataset.label));
      return text;
    })
    : [other.querySelector(".states"), facts].filter(Boolean).map(plain);
  for (const list of inner.filter((one) => one.matches(".facts"))) [...list.children].slice(8).forEach((one) => one.remove());
  const open = element("a", { class: "btn", href: address }, words.open);
  const close = element("button", { class: "btn", type: "button" }, words.close);
  close.addEventListener("click", () => hide());
  return [...names, ...below, ...inner, element("p", { class: "do" }, open, close)];
}

function put() {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const [above, below] = [at.top - 14, innerHeight - at.bottom - 14];
  box.style.setProperty("--room", "100vh");
  const { width, height: wanted } = box.getBoundingClientRect();
  const under = wanted <= below || below >= above;
  const height = Math.min(wanted, Math.max(above, below));
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
  box.style.setProperty("--room", `${height}px`);
  box.style.setProperty("--x", `${left + scrollX}px`);
  box.style.setProperty("--y", `${(under ? at.bottom + 6 : at.top - height - 6) + scrollY}px`);
}

async function show(one) {
  clearTimeout(timer);
  link = one;
  try {
    const address = target(one);
    const other = await page(address);
    if (link !== one) return;
    box.replaceChildren(...content(other, one.href));
    box.showPopover();
    put();
    if (touched) speak(box.querySelector(".name").cloneNode(true));
  } catch {
    if (link === one) hide();  // offline, or no such page: the link still works
  }
}

function hide() {
  clearTimeout(timer);
  link = null;
  if (box.matches(":popover-open")) box.hidePopover();
}
const later = (action, wait) => { clearTimeout(timer); timer = setTimeout(action, wait); };

document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  if (!touched || box.contains(event.target)) return;
  if (linkOf(event.target) !== link) hide();
}, true);
const place = ({ screenX, screenY }) => `${screenX} ${screenY}`;
document.addEventListener("pointermove", (event) => { pointer = place(event); });
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const one = linkOf(event.target);
  if (one && one === link) clearTimeout(timer);
  else if (one && place(event) !== rest) later(() => show(one), WAIT);  // not where a key moved the page below the pointer
  else if (box.contains(event.target)) clearTimeout(timer);
  else if (document.activeElement !== link || !link) later(hide, LINGER);
});
document.addEventListener("focusin", (event) => {
  const one = linkOf(event.target);
  if (touched || box.contains(event.target)) return;
  if (one !== link || !one) hide();  // at once, shown or soon to be: it could cover what has the focus now
  if (one && event.target.matches(":focus-visible")) later(() => show(one), WAIT);
});
document.addEventListener("click", (event) => {
  const one = linkOf(event.target);
  // Only words in the text: other links do on a tap what links do.
  if (!touched || !one || one === link || !one.matches("a.cite") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(one);
});
document.addEventListener("keydown", (event) => {
  touched = false;  // a keyboard moves the focus again
  rest = pointer;
  if (event.key !== "Escape" || !link) return;
  hide();
  event.preventDefault();
}, true);
addEventListener("resize", hide);
addEventListener("pagehide", hide);
