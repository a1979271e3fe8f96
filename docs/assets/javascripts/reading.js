// What helps a reader once the page is there; nothing here is needed to read it. Each part is a file of its own, and is
// asked for where the page has a use for it.

import "./reading/place.js";
import "./reading/keys.js";
import "./reading/print.js";
import "./search.js";
import { whole } from "./reading/late.js";

const wanted = [whole];
if (document.getElementById("taking-data")) wanted.push(import("./taking.js"));
if (document.querySelector(".pair.txt")) wanted.push(import("./reading/counterparts.js"));
if (document.querySelector(".whole .pair.txt")) wanted.push(import("./reading/ranges.js"));
if (HTMLElement.prototype.showPopover) wanted.push(import("./reading/previews.js"));
await Promise.all(wanted);
