// The dialog that opens over any page: a field, what it finds while one types, and the way to the page of all results.

import { PAGE, address, element, groups, language, ready, told } from "./view.js";

const WAIT = 120;  // milliseconds without a key before a query is looked up

export function fill(dialog) {
  const field = dialog.querySelector("input");
  const status = element("p", { class: "found", role: "status" });
  const list = element("div", { class: "results" });
  const more = element("p", { class: "all", hidden: "" });
  dialog.append(status, list, more);

  let turn = 0, timer;
  async function look() {
    const mine = ++turn, query = field.value.trim();
    if (!query) return show([], [], "");
    try {
      const { engine, say } = await ready();
      const found = await engine.find(query, { language });
      const first = found.hits.slice(0, PAGE);
      const [top, ...others] = groups({ engine, say }, found, first);
      const shown = [await top].filter(Boolean);
      if (mine !== turn) return;
      const page = address("search/");
      page.searchParams.set("q", query);
      const all = element("a", { href: page }, say(found.hits.length > PAGE ? "all" : "page", { n: found.hits.length }));
      show(shown, told(say, query, found.hits.length, found), all);
      for (const made of await Promise.all(others)) if (mine === turn) list.append(made);
    } catch (error) {
      console.warn("The search index could not be loaded.", error);
      if (mine === turn) show([], [dialog.dataset.failed], "");
    }
  }
  function show(results, said, all) {
    if (list.contains(document.activeElement)) field.focus();  // what it stood on goes
    list.replaceChildren(...results);
    status.replaceChildren(...said);
    more.replaceChildren(all);
    more.hidden = !all;
    list.scrollTop = 0;
  }

  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, WAIT); });
  dialog.addEventListener("keydown", (event) => {
    const stops = [field, ...dialog.querySelectorAll(".results a, .all a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
    stops[at + step].closest("h2, h3, p")?.scrollIntoView({ block: "nearest" });
  });
  ready().catch(() => {});  // while the first letters are typed
  if (field.value) look();
}
