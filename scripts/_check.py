"""What `scripts/check` runs, in the project's environment."""

import argparse
import shutil
import sys
import textwrap
from pathlib import Path

import _explain
from resolutions import site
from resolutions.report import report

DOCS = Path("docs")
LEVELS = {"error": "error", "warning": "warning"}  # of GitHub's annotations; whatever weighs less is a notice


def main(arguments, docs=DOCS):
    """Print every problem; 1 if any of them stops a strict build."""
    parser = argparse.ArgumentParser(prog="scripts/check", description="List all there is to mend, by file and line.")
    parser.add_argument("text", nargs="*", metavar="TEXT_ID", help="only what lies in the folders of these texts")
    parser.add_argument("--format", choices=FORMATS, default="text", help="for people, programs, or GitHub's pages")
    parser.add_argument("--explain", metavar="PLACE", help="how a clause, a citation or a line was understood")
    options = parser.parse_args(arguments)
    if options.explain:
        lines, code = _explain.main(options.explain, docs)
        print("\n".join(lines))
        return code
    for text in options.text:
        if not (docs / "texts" / text).is_dir():
            parser.error("there is no text {!r}; there are: {}".format(text, ", ".join(_texts(docs)) or "none"))
    found = report(site.check(docs))
    found = found.of(options.text) if options.text else found
    for line in FORMATS[options.format](found):
        print(line)
    return int(found.stops)


def _texts(docs):
    return sorted(folder.name for folder in (docs / "texts").glob("*") if folder.is_dir())


def as_text(found, width=None):
    """For people: each file once, below it its problems, as wide as the terminal; at the end how many."""
    width = max(width or shutil.get_terminal_size().columns, 60)
    path = None
    for problem in found.problems:
        if problem.path != path:
            yield "{}{}".format("\n" if path else "", problem.path)
            path = problem.path
        head = "{:>6}  {:8} ".format(problem.line or "-", problem.severity.value)
        said = "{} [{}]".format(" ".join(problem.what.split()), problem.code)
        for line, before in ((said, head), (problem.todo, " " * len(head))):
            yield textwrap.fill(
                line,
                width,
                initial_indent=before,
                subsequent_indent=" " * len(head),
                break_long_words=False,
                break_on_hyphens=False,
            )
    counts = ["{} {}{}".format(n, one.value, "" if n == 1 else "s") for one, n in found.counts.items() if n]
    yield "{}{}".format("\n" if path else "", ", ".join(counts) or "Nothing to mend.")


def as_json(found):
    """For programs; docs/schemas holds the shape."""
    yield found.plain.model_dump_json(indent=2)


def as_annotations(found):
    """Workflow commands, which GitHub shows beside the lines of a change."""
    for problem in found.problems:
        places = {"file": problem.path, "line": problem.line or None, "title": problem.code}
        shown = ",".join("{}={}".format(key, _property(str(value))) for key, value in places.items() if value)
        level = LEVELS.get(problem.severity.value, "notice")
        yield "::{} {}::{}".format(level, shown, _data("{} {}".format(problem.what, problem.todo)))


def _data(text):
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text):
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_annotations}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
