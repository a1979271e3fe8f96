// The search page: `?q=` with its filters, all results, ten at a time.

import { Filters, fromAddress } from "./filters.js";
import { PAGE, groups, language, ready, told } from "./view.js";

const part = (name) => document.getElementById(`search-${name}`);
const field = part("field");
const title = document.title;
const WAIT = 200;

let turn = 0, timer, filters, unfiltered = [];

async function run(chosen) {
  const mine = ++turn, query = field.value.trim();
  const list = part("results"), status = part("status");
  for (const name of ["none", "failed", "more"]) part(name).hidden = true;
  part("hint").hidden = query !== "";
  if (!query) {
    part("filters").hidden = true;
    list.replaceChildren();
    status.replaceChildren();
    document.title = title;
    return;
  }
  list.setAttribute("aria-busy", "true");
  try {
    const { engine, say } = await ready();
    filters ??= new Filters(part("filters"), { engine, say }, () => write(true, filters.chosen));
    const found = await engine.find(query, { language });
    if (mine !== turn) return;
    unfiltered = found.hits;
    document.title = `${say("quoted", { query })} · ${title}`;
    const isFiltered = Object.keys(chosen).length > 0;
    if (!isFiltered) filters.clear();
    const hits = isFiltered ? await filters.apply(found.hits, chosen) : [...found.hits];
    const count = hits.length;
    const show = async (add) => {
      part("more").hidden = true;
      const [first, ...others] = groups({ engine, say }, found, hits.splice(0, PAGE));
      const top = await first;
      if (mine !== turn) return null;
      add(top ?? "");
      for (const made of await Promise.all(others)) if (mine === turn) list.append(made);
      part("more").hidden = hits.length === 0;
      return top;
    };
    await show((top) => {
      list.replaceChildren(top);
      status.replaceChildren(...told(say, query, count, found));
    });
    if (mine !== turn) return;
    part("none").hidden = count > 0;
    part("filters").hidden = found.hits.length === 0;
    part("more").firstElementChild.onclick = async () => (await show((top) => list.append(top)))?.querySelector("a").focus();
    // After the results, and not before somebody wants them: the lists need something of every entry.
    if (!isFiltered && part("filters").open) await filters.apply(found.hits, chosen);
  } catch (error) {
    if (mine !== turn) return;
    console.warn("The search index could not be loaded.", error);
    list.replaceChildren();
    status.replaceChildren();
    part("failed").hidden = false;
  } finally {
    if (mine === turn) list.removeAttribute("aria-busy");
  }
}

/** Put the query and what is chosen into the address, as a step of its own or in place of the last, and look it up. */
function write(isStep, chosen) {
  clearTimeout(timer);
  const address = new URL(location.href);
  const query = field.value.trim();
  address.search = new URLSearchParams(query ? { q: query, ...chosen } : {});
  if (address.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
  otherLanguage();
  run(query ? chosen : {});
}

function read() {
  const parameters = new URLSearchParams(location.search);
  field.value = parameters.get("q") ?? "";
  otherLanguage();
  run(fromAddress(parameters));
}

/** The link to the other interface keeps the words that were searched for; opening phrases have no namesake there. */
function otherLanguage() {
  const link = document.querySelector("a.tongue");
  const address = new URL(link.href);
  const parameters = new URLSearchParams(location.search);
  parameters.delete("opening");
  address.search = parameters;
  link.href = address;
  link.dataset.own = "";
}

part("filters").addEventListener("toggle", () => {
  if (part("filters").open) filters.apply(unfiltered, filters.chosen).catch((error) => console.warn(error));
});
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  write(true, filters?.chosen ?? {});
});
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => write(false, {}), WAIT);
});
addEventListener("popstate", read);

read();
if (!field.value) field.focus();
