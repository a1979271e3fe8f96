"""What `scripts/prove` runs, in the project's environment."""

import argparse
import json
import sys
from pathlib import Path

from resolutions.proof import rivals, seal, tightness
from resolutions.proof.layers import RESIDUE, is_restored, load
from resolutions.proof.layout import lay
from resolutions.proof.printing import Stuck, derive
from resolutions.proof.proof import prove_layers
from resolutions.proof.residue import dump
from resolutions.proof.rules import is_proved

TEXTS = Path("docs/texts")
SAMPLE = (37, 43, 76, 160, 176, 366)  # lines that the tests measure again


def main(arguments):
    """Prove every folder; 1 if any proof fails."""
    parser = argparse.ArgumentParser(prog="scripts/prove", description="Prove each restored text.")
    parser.add_argument("folder", nargs="*", type=Path, help="folders of texts; without any, all below docs/texts")
    parser.add_argument("--tightness", action="store_true", help="measure and record which wrong readings would pass")
    parser.add_argument("--derive", action="store_true", help="write the residue anew first")
    options = parser.parse_args(arguments)
    folders = options.folder or [folder for folder in sorted(TEXTS.iterdir()) if is_restored(folder)]
    lexicon = _lexicon()
    return int(not all([_prove(folder, lexicon, options) for folder in folders]))


def _prove(folder, lexicon, options):
    if options.derive:
        _derive(folder)
    layers = load(folder)
    proof = prove_layers(layers)
    problems = [*proof.problems, *(rivals.check(layers, lexicon) if lexicon else ())]
    _print_figures(proof)
    if lexicon:
        _print_rivals(layers, lexicon)
    sealed = _seal(folder, layers) if options.tightness and lexicon and proof.rebuilt and not problems else False
    if options.tightness and not sealed:
        print("prove: nothing was measured or recorded: mend what is wrong first.", file=sys.stderr)
    problems += _recorded(folder, layers)
    for problem in problems:
        print(problem, file=sys.stderr)
    return proof.rebuilt and not problems and (sealed or not options.tightness)


def _lexicon():
    try:
        import wordfreq
    except ImportError:
        print("prove: wordfreq is not installed, so rivals are not checked.", file=sys.stderr)
        return None
    return rivals.Lexicon(wordfreq.get_frequency_dict("ar", wordlist="best"))


def _derive(folder):
    layers = load(folder)
    witness = layers.witness.decode().split("\n")
    layouts = [lay(line, number, layers.runs) for number, line in enumerate(layers.reading.split("\n"), 1)]
    found = {each.line: derive(each, layers.rules, raw) for each, raw in zip(layouts, witness, strict=False)}
    kept = {line: residue for line, residue in found.items() if not isinstance(residue, Stuck)}
    (folder / RESIDUE).write_text(dump(kept), encoding="ascii", newline="\n")


def _print_figures(proof):
    figures = proof.figures
    outcome = "rebuilt byte for byte" if proof.rebuilt else "NOT rebuilt"
    print("{}: {}, SHA-256 {}".format(proof.folder, outcome, proof.sha256))
    print("  lines       {} in {} runs; {} irregular".format(figures.lines, figures.runs, figures.irregular))
    print("  surplus     {} blanks, {} of them in broken stretches".format(figures.surplus, figures.broken))
    print("  rules       {}".format(figures.rules))
    print("  glyphs      {} letters and vowel marks".format(figures.glyphs))
    for grade, count in figures.grades.items():
        print("    {:9} {:6}  {:6.2%}".format(grade.value, count, count / max(1, figures.glyphs)))
    alone = sum(bool(each.alternatives) for line in proof.lines for each in line.evidence if is_proved(each.text))
    print("    {} of the changed signs share their characters with another letter; words decide".format(alone))


def _print_rivals(layers, lexicon):
    found = rivals.rivalries(layers, lexicon)
    near = sum(bool(each.near()) for each in found)
    kinds = [decision.kind.value for decision in layers.decisions]
    counted = ", ".join("{} {}".format(kinds.count(kind), kind) for kind in sorted(set(kinds)))
    print("  rivals      {} words have real rivals, {} a near one".format(len(found), near))
    print("  decisions   {} ({})".format(len(kinds), counted))


def _seal(folder, layers):
    """Measure, and record it together with what it was measured of."""
    record = {
        "of": tightness.fingerprint(layers),
        "whole": tightness.as_record(tightness.measure(layers)),
        "sample_lines": SAMPLE,
        "sample": tightness.as_record(tightness.measure(layers, SAMPLE)),
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    text = text.replace('},"', '},\n"').replace('"blind":', '\n"blind":') + "\n"
    (folder / seal.RECORD).write_text(text, encoding="utf-8", newline="\n")
    return True


def _recorded(folder, layers):
    """Print what is recorded of these layers; the problems of the record."""
    record = seal.recorded(folder)
    if record is None:
        print("  tightness   not recorded; run scripts/prove --tightness")
        return []
    broken = seal.seal_problem(layers, record)
    if broken:
        print("  tightness   what is recorded is of other layers")
        return [broken]
    whole = record["whole"]
    print("  tightness   share of wrong readings that are rejected, with the recorded residue / with any residue")
    for kind, tally in whole.items():
        shares = tally["rejected_fixed_percent"], tally["rejected_free_percent"]
        print("    {:11} {:7}  {:6.2f} % / {:6.2f} %".format(kind, tally["made"], *shares))
    pairs = ", ".join("{}→{} {}".format(*pair) for pair in whole["replace"]["blind"][:12])
    print("    blind pairs, most frequent first: {}".format(pairs))
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
