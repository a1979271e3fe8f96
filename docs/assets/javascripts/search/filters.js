// The filters of the search page: one list of choices each, with how many results every choice would leave.

import { element, language } from "./view.js";

const NAMES = ["in", "part", "opening", "text", "cites"];
const PARTS = ["in", "pp", "op", "an", "at"];

export class Filters {
  #box; #facets; #engine; #say; #lists = {};

  /** `box`: the `details` that holds the lists; `changed` is called when the reader chose. */
  constructor(box, { engine, say }, changed) {
    this.#box = box;
    this.#engine = engine;
    this.#say = say;
    for (const name of NAMES) {
      const list = element("select", { id: `find-${name}`, name });
      list.addEventListener("change", changed);
      this.#lists[name] = list;
      box.querySelector("div").append(element("p", {}, element("label", { for: list.id }, say(`by-${name}`)), list));
    }
    const reset = element("button", { type: "button", class: "btn" }, say("reset"));
    reset.addEventListener("click", () => {
      this.clear();
      changed();
      box.querySelector("summary").focus();
    });
    box.querySelector("div").append(reset);
  }

  /** What is chosen, as it stands in the address. */
  get chosen() {
    return Object.fromEntries(NAMES.map((name) => [name, this.#lists[name].value]).filter(([, value]) => value));
  }

  clear() {
    for (const list of Object.values(this.#lists)) list.value = "";
    this.#box.querySelector("summary span").textContent = "";
  }

  /** The hits that all choices leave; fills the lists with what there is to choose. */
  async apply(hits, chosen) {
    this.#facets ??= await this.#engine.tables.load("facets");
    const left = hits.filter((hit) => NAMES.every((name) => !chosen[name] || this.#values(name, hit).includes(chosen[name])));
    for (const name of NAMES) {
      const others = hits.filter((hit) => NAMES.every((one) => one === name || !chosen[one] || this.#values(one, hit).includes(chosen[one])));
      this.#fill(name, others, chosen[name] ?? "");
    }
    this.#box.querySelector("summary span").textContent = Object.keys(chosen).length ? `(${Object.keys(chosen).length})` : "";
    return left;
  }

  #values(name, hit) {
    const { parts, instruments, openings, cites } = this.#facets;
    const { number } = hit;
    switch (name) {
      case "in": return [instruments[this.#place(number)][0]];
      case "part": return [parts[number]];
      case "text": return ["pp", "op", "an"].includes(parts[number]) ? hit.languages : [];
      case "cites": return cites.of[number].map((one) => cites.labels[one][0]);
      default: {
        const { labels, of } = openings[language];
        return of[number] < 0 ? [] : [labels[of[number]]];
      }
    }
  }

  #place(number) {
    return this.#engine.starts.indexOf(this.#engine.instrument(number));
  }

  #label(name, value) {
    const own = language === "ar" ? 2 : 1;
    const named = (rows) => rows.find(([key]) => key === value)?.[own] ?? value;
    switch (name) {
      case "in": return named(this.#facets.instruments);
      case "cites": return named(this.#facets.cites.labels);
      case "opening": return value;
      default: return this.#say(`${name}-${value}`);
    }
  }

  #fill(name, hits, chosen) {
    const counts = new Map();
    for (const hit of hits) for (const value of this.#values(name, hit)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const values = [...counts.keys()].sort((a, b) => (name === "part" ? PARTS.indexOf(a) - PARTS.indexOf(b) : counts.get(b) - counts.get(a)));
    const choice = (value, text) => element("option", { value }, text);
    this.#lists[name].replaceChildren(
      choice("", this.#say("any")),
      ...values.map((value) => choice(value, this.#say("choice", { label: isolated(this.#label(name, value)), n: counts.get(value) }))),
    );
    this.#lists[name].value = chosen;
    this.#lists[name].disabled = !values.length;
  }
}

/** An option holds no markup: signs keep a symbol whole inside Arabic. */
const isolated = (text) => (language === "ar" && /[A-Za-z]/.test(text) ? `\u2068${text}\u2069` : text);

export const fromAddress = (parameters) => Object.fromEntries(NAMES.map((name) => [name, parameters.get(name)]).filter(([, value]) => value));
