"""Builds a site in one process and tells in which part of the work its CPU seconds were spent.

In: the folder of a project (the current one), where to build. Out: one line of JSON on stdout: seconds by phase. A
phase inside another counts for itself only; what belongs to none is "MkDocs and the rest".
"""

import json
import sys
import time
from pathlib import Path

REST = "MkDocs and the rest"
# Rooms of the library that make a page when it is asked for.
ROOMS = ("index", "diverging", "unresolved", "undescribed", "instrument", "clause", "annex", "ledger")
# module, name, phase
PHASES = (
    ("resolutions.site", "load_records", "read"),
    ("resolutions.site", "load_wording", "read"),
    ("resolutions.parse.source", "read", "read"),
    ("resolutions.parse.text", "parse", "parse"),
    ("resolutions.model.pairing", "pair", "pair"),
    ("resolutions.site", "cite", "cite"),
    ("resolutions.restored", "read", "proof"),
    *(("resolutions.pages." + room, "draft", "pages") for room in ROOMS),
    ("resolutions.pages.instrument", "pinpoint_draft", "pages"),
    ("resolutions.pages.ledger", "downloads", "downloads"),
    ("resolutions.pages.verification", "content", "downloads"),
    ("resolutions.pages.taking.control", "files", "downloads"),
    ("resolutions.plan", "_search", "search index"),
    ("adapter.rendering", "render", "Markdown"),
    ("jinja2.environment:Template", "render", "templates"),
    ("jinja2.environment:Environment", "compile", "templates"),
    ("mkdocs.structure.files:File", "copy_file", "writing"),
    ("mkdocs.utils", "write_file", "writing"),
)


class Clock:
    """CPU seconds by phase; the innermost phase has them."""

    def __init__(self):
        self.spent, self._open, self._since = {}, [REST], time.process_time()

    def wrap(self, function, phase):
        """The function, whose time goes to `phase`."""

        def timed(*arguments, **named):
            self._turn()
            self._open.append(phase)
            try:
                return function(*arguments, **named)
            finally:
                self._turn()
                self._open.pop()

        return timed

    def _turn(self):
        now = time.process_time()
        self.spent[self._open[-1]] = self.spent.get(self._open[-1], 0.0) + now - self._since
        self._since = now

    def told(self):
        """All phases that took any time, in the order of the work."""
        self._turn()
        order = [*dict.fromkeys(phase for _, _, phase in PHASES), REST]
        return {phase: round(self.spent[phase], 2) for phase in order if phase in self.spent}


def main(folder):
    """Build into `folder` and print the seconds."""
    sys.path.insert(0, str(Path("hooks").resolve()))
    clock = Clock()
    for place, name, phase in PHASES:
        holder = find(place)
        setattr(holder, name, clock.wrap(getattr(holder, name), phase))
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(strict=True, site_dir=folder))
    print(json.dumps(clock.told()))


def find(place):
    """The module, or the class in it after a colon."""
    module, _, kind = place.partition(":")
    __import__(module)
    found = sys.modules[module]
    return getattr(found, kind) if kind else found


if __name__ == "__main__":
    main(sys.argv[1])
