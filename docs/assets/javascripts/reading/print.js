// The foot of printed pages: symbol, paragraph and address, and the number of the page. Where a browser prints no boxes in
// the margin, the lines below the text (.printed) say the same.

import { rightToLeft, words } from "./words.js";

const root = document.documentElement;
const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
const quoted = (text) => JSON.stringify(text);
// The boxes know no direction: each text brings its own, between the signs that Unicode has for it.
const isolated = (text, rtl) => quoted(`${rtl ? "\u2067" : "\u2066"}${text}\u2069`);

function foot() {
  const hash = document.querySelector(".marked") ? location.hash : "";
  const [before, between, after = ""] = words.page.split(/\{pages?\}/).map(quoted);
  const ends = [isolated(document.title, rightToLeft), isolated(canonical + hash, false)];
  if (rightToLeft) ends.reverse();
  root.style.setProperty("--foot-left", ends[0]);
  root.style.setProperty("--foot-right", ends[1]);
  root.style.setProperty("--foot-page", `${before} counter(page) ${between} counter(pages) ${after}`);
}

if ("CSSMarginRule" in globalThis && words.page) {
  root.classList.add("page-boxes");
  foot();
  addEventListener("beforeprint", foot);
}
