"""What `scripts/way_out` runs: three builds, two comparisons, one report.

In: the repository. Out: `mkdocs/`, `properdocs/` (the site, by each) and `staged/` (with Zensical's `site/`) below the
folder, and `report.md`.
"""

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import _compare_sites as compare
import _stage
from resolutions.site import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://muqabala.example/"


def main(folder: Path) -> int:
    environment = {**os.environ, "SITE_URL": SITE_URL, "NO_COLOR": "1"}
    ours, theirs, staged = folder / "mkdocs", folder / "properdocs", folder / "staged"
    for path in (ours, theirs):
        shutil.rmtree(str(path), ignore_errors=True)
    os.environ["SITE_URL"] = SITE_URL  # the settings that are staged are read here
    strictly = ["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir"]
    failed = [
        _run(folder / "mkdocs.log", ROOT, environment, "mkdocs", *strictly, str(ours)),
        _run(folder / "properdocs.log", ROOT, environment, "properdocs", *strictly, str(theirs)),
        _stage.main(str(staged)),
    ]
    for language in LANGUAGES:
        log = folder / "zensical-{}.log".format(language)
        failed.append(_run(log, staged / language, environment, "zensical", "build", "--clean"))
    if any(failed):
        print("A build broke off; see the .log files in {}.".format(folder), file=sys.stderr)
        return 1
    differing = compare.differing_files(ours, theirs)
    prefixes = {"en": "", "ar": "ar/"}
    found = {one: compare.compare(ours, staged / one / "site", prefixes[one]) for one in LANGUAGES}
    report = _report(differing, found)
    (folder / "report.md").write_text(report, encoding="utf-8")
    print(report)
    if os.environ.get("GITHUB_STEP_SUMMARY"):  # where a workflow shows a report
        with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8") as summary:
            summary.write(report)
    return int(bool(differing) or any(one.missing or one.texts for one in found.values()))


def _run(log: Path, folder: Path, environment: dict, *command: str) -> int:
    called = [sys.executable, "-m", *command]
    with log.open("wb") as said:
        return subprocess.run(called, cwd=str(folder), env=environment, stdout=said, stderr=said).returncode


def _report(differing: list, found: dict) -> str:
    lines = ["# The site by other generators", ""]
    lines += ["## ProperDocs {}, the project itself".format(version("properdocs")), ""]
    lines += _few("files differ from MkDocs {}'s".format(version("mkdocs")), differing)
    lines += ["", "## Zensical {}, what scripts/stage writes".format(version("zensical"))]
    for language, one in found.items():
        lines += ["", "### {}".format(language), ""]
        lines += ["- {} pages; their articles hold {:.0%} of the words of ours".format(one.pages, one.share)]
        lines += _few("pages are missing", one.missing)
        lines += _few("pages have another title", one.titles)
        lines += _few("pages lack some of their text", one.texts)
        lines += _few("links of the texts lead nowhere", one.links)
        lines += _few("pages do not say their language or direction on `html`", one.undirected)
    return "\n".join(lines) + "\n"


def _few(what: str, names: list, most: int = 5) -> list:
    examples = ", ".join("`{}`".format(name) for name in names[:most]) + (", …" if len(names) > most else "")
    return ["- {} {}{}".format(len(names), what, ": " + examples if names else "")]


if __name__ == "__main__":
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    sys.exit(main(folder))
