// Opening phrases and terms point to their counterpart: hover, tap or focus on one marks both.
//
// Opening phrases answer each other by their order, and only where both columns have as many; a term answers the same
// term, which the build has marked only where it stands as often in both. All of them are one stop for the Tab key, and
// arrows lead from one to the next, in the direction of the script.

import { element, rightToLeft, speak, words } from "./words.js";

const groups = new Map();  // each phrase → all that belong together with it

for (const pair of document.querySelectorAll(".pair.txt")) {
  const of = (language) => [...pair.querySelectorAll(`:scope > .col[lang="${language}"] .open`)];
  const [english, arabic] = [of("en"), of("ar")];
  if (english.length === arabic.length) english.forEach((one, index) => join([one, arabic[index]]));
  const terms = [...pair.querySelectorAll("[data-term]")];
  for (const id of new Set(terms.map((one) => one.dataset.term))) join(terms.filter((one) => one.dataset.term === id));
}

function join(phrases) {
  for (const one of phrases) groups.set(one, phrases);
}

const all = [...document.querySelectorAll(".open, [data-term]")].filter((one) => groups.has(one));
const main = all[0]?.closest(".spread");
const phrase = (node) => (node instanceof Element ? node.closest(".open, [data-term]") : null);
let shown = null;

function mark(one) {
  if (shown === one) return;
  for (const each of groups.get(shown) ?? []) each.classList.remove("paired");
  shown = groups.has(one) ? one : null;
  for (const each of groups.get(shown) ?? []) each.classList.add("paired");
}

function stop(one) {
  for (const each of all) each.tabIndex = each === one ? 0 : -1;
}

const language = (node) => node.closest("[lang]").lang;
const quoted = (node) => element("bdi", { lang: language(node), dir: language(node) === "ar" ? "rtl" : "ltr" }, node.textContent);

function focused(one) {
  stop(one);
  mark(one);
  const other = groups.get(one).find((each) => language(each) !== language(one));
  if (other) speak(words.pair, quoted(other));
}

/** The phrases that can be seen, in the order of the page. */
const visible = () => all.filter((one) => one.offsetParent);

function step(from, by) {
  const list = visible();
  const to = list[from ? (list.indexOf(from) + by + list.length) % list.length : 0];
  if (!to) return speak(words.no_pair);
  to.focus();
}

if (main) {
  for (const one of all) one.dataset.arrows = "";
  stop(all[0]);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") mark(phrase(event.target) ?? phrase(document.activeElement));
  });
  document.addEventListener("focusin", ({ target }) => (groups.has(target) ? focused(target) : mark(null)));
  document.addEventListener("keydown", (event) => {
    if (!groups.has(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = { ArrowDown: 1, ArrowUp: -1, ArrowRight: rightToLeft ? -1 : 1, ArrowLeft: rightToLeft ? 1 : -1 }[event.key];
    if (forward) step(event.target, forward);
    else if (event.key === "Escape") event.target.blur();
    else return;
    event.preventDefault();
  });
}
// The key "T": the next phrase from wherever one is.
document.addEventListener("muqabala:pair", () => {
  const here = groups.has(document.activeElement) ? document.activeElement : null;
  if (here) return step(here, 1);
  const below = visible().find((one) => one.getBoundingClientRect().top >= 0);
  if (below) below.focus();
  else step(null, 1);
});
