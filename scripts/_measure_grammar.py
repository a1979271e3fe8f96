"""What `scripts/measure_grammar` runs, in the project's environment.

The golden cases lie in tests/parse/cases and tests/cite/cases. Another commit is measured by its own library and
records, unpacked into a temporary folder, on the cases of today; it runs in its own process.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "ar")
MEASURED = ("hooks", "docs/records", "docs/texts")  # of the other commit
CASES = ("tests/parse", "tests/cite", "scripts")  # of today
SHOWN = 60  # lines of each list; --json has all
CHANGES = (
    ("lost", "-", "right before and no longer found"),
    ("gained", "+", "found now and right"),
    ("spoilt", "!", "found now and wrong"),
    ("mended", "~", "wrong before and no longer found"),
)


class CannotMeasure(Exception):
    """The other commit cannot be measured; the text says why."""


def main(arguments):
    """Print the measurement; 1 if the commit that was asked for cannot be measured."""
    parser = argparse.ArgumentParser(
        prog="scripts/measure_grammar", description="Measure the grammar on the golden cases."
    )
    parser.add_argument("--against", metavar="COMMIT", help="compare with this commit instead of the last one")
    parser.add_argument("--json", action="store_true", help="print JSON, with every boundary and citation that differs")
    parser.add_argument("--raw", action="store_true", help=argparse.SUPPRESS)  # what the other commit's process prints
    options = parser.parse_args(arguments)
    now = measure()
    if options.raw:
        print(json.dumps(_plain(now)))
        return 0
    try:
        commit = options.against or _last()
        before = measure_at(commit)
    except CannotMeasure as error:
        if options.against:
            print("measure_grammar: {}".format(error), file=sys.stderr)
            return 1
        commit, before = "", {}
        print("measure_grammar: nothing to compare with: {}".format(error), file=sys.stderr)
    if options.json:
        print(json.dumps(_report(now, before, commit), ensure_ascii=False, indent=2))
    else:
        _print(now, before, commit)
    return 0


def measure():
    """(language, kind) -> what is found, what is wanted: two Counters of lines."""
    sys.path.insert(0, str(ROOT))
    from tests.cite import golden as cite
    from tests.parse import golden as parse

    result = {}
    for language in LANGUAGES:
        for name in parse.CASES:
            for kind, (found, wanted) in parse.found_and_wanted(name, language).items():
                _add(result, (language, kind), found, wanted)
        for case in cite.CASES:
            found, wanted = (_named(case["name"], side(case, language)) for side in (cite.found, cite.expected))
            _add(result, (language, "citations"), found, wanted)
    return result


def _named(case, counted):
    named = Counter()
    for parts, times in counted.items():
        named[" | ".join((case, *filter(None, parts)))] += times
    return named


def _add(result, key, found, wanted):
    before = result.setdefault(key, (Counter(), Counter()))
    before[0].update(found)
    before[1].update(wanted)


def measure_at(commit):
    """As `measure`, by the library and the records of that commit."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _git("archive", "--format=tar", commit, "--", *MEASURED)
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        for part in CASES:
            copytree(str(ROOT / part), str(Path(folder) / part))
        environment = dict(os.environ, PYTHONPATH=str(Path(folder) / "hooks"))
        program = str(Path(folder) / "scripts" / "_measure_grammar.py")
        ran = subprocess.run([sys.executable, program, "--raw"], cwd=folder, env=environment, capture_output=True)
    if ran.returncode:
        last = ran.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise CannotMeasure("the library of {} cannot read the cases of today: {}".format(commit, last))
    return {
        (language, kind): (Counter(found), Counter(wanted)) for language, kind, found, wanted in json.loads(ran.stdout)
    }


def _last():
    """The last commit, or the one before it where nothing was changed since."""
    changed = _git("status", "--porcelain", "--", *MEASURED).strip()
    return _git("rev-parse", "--short", "HEAD" if changed else "HEAD~1").decode("ascii").strip()


def _git(*arguments):
    try:
        ran = subprocess.run(["git", *arguments], cwd=str(ROOT), capture_output=True)
    except OSError as error:
        raise CannotMeasure("git: {}".format(error.strerror)) from error
    if ran.returncode:
        raise CannotMeasure(ran.stderr.decode("utf-8", "replace").strip().split("\n")[0])
    return ran.stdout


def _plain(measured):
    return [[language, kind, dict(found), dict(wanted)] for (language, kind), (found, wanted) in measured.items()]


def rates(found, wanted):
    """Precision and recall; 1 where there is nothing."""
    right = sum((found & wanted).values())
    return right / (sum(found.values()) or 1) if found else 1.0, right / (sum(wanted.values()) or 1) if wanted else 1.0


def changes(now, before):
    """The lines of each kind of change, in order."""
    (found, wanted), (found_before, wanted_before) = now, before
    right, right_before = found & wanted, found_before & wanted_before
    wrong, wrong_before = found - wanted, found_before - wanted_before
    pairs = ((right_before, right), (right, right_before), (wrong, wrong_before), (wrong_before, wrong))
    return {name: sorted((one - other).elements()) for (name, _, _), (one, other) in zip(CHANGES, pairs, strict=True)}


def _report(now, before, commit):
    rows = []
    for (language, kind), counted in now.items():
        precision, recall = rates(*counted)
        row = {
            "language": language,
            "kind": kind,
            "wanted": sum(counted[1].values()),
            "found": sum(counted[0].values()),
        }
        row.update(precision=round(precision, 4), recall=round(recall, 4))
        if before:
            old = before.get((language, kind), (Counter(), Counter()))
            row["before"] = dict(zip(("precision", "recall"), (round(rate, 4) for rate in rates(*old)), strict=True))
            row.update(changes(counted, old))
        rows.append(row)
    return {"against": commit, "rows": rows}


def _print(now, before, commit):
    head = "{:4} {:16} {:>6} {:>6} {:>10} {:>7}".format("", "", "wanted", "found", "precision", "recall")
    print(head + ("   against {}: precision recall gained lost".format(commit) if before else ""))
    lists = []
    for row in _report(now, before, commit)["rows"]:
        line = "{language:4} {kind:16} {wanted:6} {found:6} {precision:10.3f} {recall:7.3f}".format(**row)
        if before:
            old = row["before"]
            counts = " {:+6} {:4}".format(len(row["gained"]), -len(row["lost"]))
            line += (
                "   {:>{}} {:6.3f}".format("{:.3f}".format(old["precision"]), len(commit) + 18, old["recall"]) + counts
            )
            lists += [(name, row["language"], row["kind"], item) for name, _, _ in CHANGES for item in row[name]]
        print(line)
    for name, sign, meaning in CHANGES:
        mine = [one for one in lists if one[0] == name]
        if mine:
            print("\n{} ({}): {}".format(name, meaning, len(mine)))
        for _, language, kind, item in mine[:SHOWN]:
            print("{} {} {}: {}".format(sign, language, kind, item))
        if len(mine) > SHOWN:
            print("  … {} more; --json lists them all".format(len(mine) - SHOWN))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
