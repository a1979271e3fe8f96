"""What `scripts/addresses` runs, in the project's environment."""

import argparse
import sys
from pathlib import Path

from resolutions import addresses, site, wording
from resolutions.kept import Kept

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# Every address that was ever published, in both interfaces: pages, downloads, places of the texts within pages.
# scripts/addresses --record adds to it; the build fails when one is gone and redirects.yml does not send it on.
"""


def main(arguments, docs: Path = ROOT / "docs") -> int:
    """1 if an address is gone, or new and not recorded yet."""
    parser = argparse.ArgumentParser(prog="scripts/addresses", description="Check and record published addresses.")
    parser.add_argument("--record", action="store_true", help="add the new addresses to the record")
    record = parser.parse_args(arguments).record
    made = site.read(docs, kept=Kept())  # each page is asked for twice
    withheld = [problem for problem in made.problems if problem.severity.withholds]
    if withheld:  # then pages are wanting, and everything would be called gone
        print("\n".join(map(str, withheld)), file=sys.stderr)
        return 1
    words, _ = wording.load(docs / "records" / "wording")
    moved, awaited, problems = addresses.keep(made, docs, words)
    lost = (addresses.lost(draft, awaited) for language in moved.pages for draft in moved.drafts(language))
    problems = (*problems, *(problem for found in lost for problem in found))
    known = addresses.recorded(docs)
    new = sorted(addresses.published(made, docs) - known.keys())
    print("\n".join(map(str, problems)), end="\n" if problems else "", file=sys.stderr)
    if record and new:
        lines = "\n".join(sorted({*known, *new}))
        (docs / addresses.RECORDED).write_text(HEAD + lines + "\n", encoding="utf-8", newline="\n")
    print("{} addresses recorded, {} {}".format(len(known), len(new), "added" if record else "new"))
    for address in new[:10]:
        print("  " + address)
    if new and not record:
        print("Run scripts/addresses --record and commit docs/{}.".format(addresses.RECORDED))
    return int(bool(problems) or bool(new and not record))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
