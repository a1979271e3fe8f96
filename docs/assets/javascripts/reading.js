// What helps a reader once the page is there; nothing here is needed to read it. Each part is a file of its own in reading/.

import "./reading/place.js";
import "./reading/keys.js";
import "./reading/print.js";

if (document.querySelector(".pair.txt")) import("./reading/counterparts.js");
if (document.querySelector(".whole .pair.txt")) import("./reading/ranges.js");
if (HTMLElement.prototype.showPopover) import("./reading/previews.js");
