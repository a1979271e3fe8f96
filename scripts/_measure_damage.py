"""What `scripts/measure_damage` runs, in the project's environment."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from resolutions import yamls
from resolutions.proof import rules as damage
from resolutions.proof.draft import Drafter
from resolutions.proof.layout import plan
from resolutions.proof.measure import measure
from resolutions.proof.rivals import Lexicon
from resolutions.proof.runs import Runs
from resolutions.proof.words import STROKE, bare, words

SHOWN = 12


class NothingToDo(Exception):
    """There is nothing to work on; the text says why."""


def main(arguments):
    """Print the measurement; 1 if there is nothing to measure, 2 if the lexicon is missing."""
    parser = argparse.ArgumentParser(prog="scripts/measure_damage", description="Measure the damage of a text layer.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rules", type=Path, help="a damage.yml")
    parser.add_argument("--draft", type=Path, help="where to write a restored draft; needs --rules")
    parser.add_argument("--against", type=Path, help="a reading, line for line, to count the draft's right words by")
    options = parser.parse_args(arguments)
    if (options.draft or options.against) and not options.rules:
        parser.error("a draft needs --rules")
    try:
        import wordfreq
    except ImportError:
        print("measure_damage: wordfreq is not installed.", file=sys.stderr)
        return 2
    frequencies = wordfreq.get_frequency_dict("ar", wordlist="best")
    try:
        text = _read(options.file)
        found = measure(text, frequencies)
        if not found.words:
            raise NothingToDo("{}: no Arabic text".format(options.file))
        _print(found)
        if options.rules:
            _draft(text, Lexicon(frequencies), options)
    except NothingToDo as error:
        print("measure_damage: {}.".format(error), file=sys.stderr)
        return 1
    return 0


def _read(path):
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise NothingToDo("{}: {}".format(path, error.strerror)) from error
    except UnicodeDecodeError as error:
        raise NothingToDo("{}: not encoded in UTF-8".format(path)) from error


def _print(found):
    print("{}: {} words, {:.1%} of them unknown".format(found.verdict, found.words, found.unknown))
    print("  single letters between blanks   {:.1%}".format(found.orphans))
    print("  ة or ى inside a word            {}".format(found.inner))
    print("  stretches (tatweel)             {}".format(found.stretches))
    if found.verdict == "sound":  # a short sound text has its own letters, and nothing is wrong with them
        return
    for title, suspects in (("all but missing", found.lost), ("far too frequent", found.swollen)):
        print("  {}:".format(title))
        for each in suspects[:SHOWN]:
            examples = "، ".join(each.examples)
            print(
                "    {} {:9} {:4} found, {:6} expected   {}".format(
                    each.letter, each.form, each.found, each.expected, examples
                )
            )
    print("  unknown words: {}".format("، ".join(found.examples)))


def _draft(text, lexicon, options):
    rules = damage.read(yamls.load(options.rules))
    if rules.problems:
        raise NothingToDo("\n".join(map(str, rules.problems)))
    reading = _read(options.against).split("\n") if options.against else []
    drafter = Drafter(rules, lexicon)
    lines = [drafter.line(line) for line in text.split("\n")]
    drafted = [word for line in lines for word in line]
    print("  draft: {} words, {} of them uncertain".format(len(drafted), sum(word.uncertain for word in drafted)))
    if options.draft:
        shown = (" ".join("⟨{}⟩".format(w.text) if w.uncertain else w.text for w in line) for line in lines)
        options.draft.write_text("\n".join(shown), encoding="utf-8", newline="\n")
    if options.against:
        right, total = accuracy(lines, reading)
        print(
            "  {} of {} words of the reading are in the draft's line: {:.1%}".format(
                right, total, right / max(1, total)
            )
        )


def accuracy(lines, reading):
    """How many words of a reading the draft has in the same line, in whatever order; and how many there are."""
    right = total = 0
    for number, (drafted, line) in enumerate(zip(lines, reading, strict=False), 1):
        wanted = Counter(part for word in words(plan(line, number, Runs())) for part in word.bare.split(STROKE) if part)
        right += (wanted & Counter(bare(word.text) for word in drafted)).total()
        total += wanted.total()
    return right, total


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
