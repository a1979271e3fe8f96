"""What `scripts/fuzz` runs, in an environment with atheris: each target in its own process, for so many seconds."""

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "tests" / "safety" / "found"
TARGETS = ("parser", "records", "pages", "received")
SLOW = 25  # seconds for one input: whoever takes so long for a few kilobytes takes for ever for a real text
MEMORY = 2_500  # megabytes
LONGEST = {"received": 60_000}
TOKENS = (
    "The General Assembly,", "Recalling ", "1. Urges ", "(a) ", "Annex", "A/RES/77/233", "article 19 of ", "(1) ",
    "إن الجمعية العامة،", "وإذ تشير إلى ", "1 - تحث ", "(أ) ", "المرفق", "المادة 19 من ", "الفقرة ", "\u202e", "\x1e",
    "<script>", "{{ ", "/// html | ", "[x](javascript:", "![", "&#60;", "{: ", "`", "***", "obj", "stream", "Tj",
)  # fmt: skip


def main(arguments):
    """Fuzz; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description="Look for inputs that break a promise.")
    parser.add_argument("target", nargs="*", help="of {}; all, if none is given".format(", ".join(TARGETS)))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options, rest = parser.parse_known_args(arguments)
    unknown = set(options.target) - set(TARGETS)
    if unknown:
        parser.error("there is no target {}; there are {}".format(", ".join(sorted(unknown)), ", ".join(TARGETS)))
    if options.child:
        return _child(options.target[0], rest)
    return int(any([_one(target, options.seconds) for target in options.target or TARGETS]))


def _one(target, seconds):
    """Run one target; whether it broke."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        crashes = Path(folder) / "crashes"
        corpus.mkdir()
        crashes.mkdir()
        sys.path.insert(0, str(ROOT / "tests"))
        from safety.seeds import seeds

        for name, content in seeds(target).items():
            (corpus / name).write_bytes(content)
        tokens = Path(folder) / "tokens"
        tokens.write_text("".join('"{}"\n'.format(_quoted(token)) for token in TOKENS), encoding="ascii")
        command = [sys.executable, __file__, "--child", target, "-max_total_time={}".format(seconds)]
        command += ["-timeout={}".format(SLOW), "-rss_limit_mb={}".format(MEMORY), "-dict={}".format(tokens)]
        command += ["-artifact_prefix={}/".format(crashes), "-max_len={}".format(LONGEST.get(target, 6_000))]
        command += ["-print_final_stats=1", str(corpus)]
        done = subprocess.run(command, cwd=str(ROOT), stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
        tried = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
        reached = re.findall(r"cov: (\d+)", done.stderr)
        print(
            "{}: {} inputs tried, {} places of the code reached, exit {}".format(
                target, tried[1] if tried else "?", reached[-1] if reached else "?", done.returncode
            )
        )
        for path in sorted(crashes.iterdir()):
            kept = _keep(target, path)
            print("{}: {} breaks it\n{}".format(target, kept.relative_to(ROOT), _reason(done.stderr)))
        if done.returncode and not any(crashes.iterdir()):
            print(done.stderr[-3000:])
        return done.returncode != 0


def _keep(target, path):
    content = path.read_bytes()
    kept = FOUND / target / "{}-{}".format(path.name.split("-")[0], hashlib.sha256(content).hexdigest()[:12])
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)
    return kept


def _reason(said):
    told = said.partition("=== Uncaught Python exception: ===")[2] or said
    told = "\n".join(line for line in told.splitlines() if not line.startswith("INFO:"))
    return "\n".join(told.strip().splitlines()[:25])


def _quoted(token):
    return "".join("\\x{:02x}".format(byte) for byte in token.encode("utf-8"))


def _child(target, rest):
    import atheris

    sys.path.insert(0, str(ROOT / "tests"))
    with atheris.instrument_imports(include=["resolutions", "markdown", "docx", "pdfminer"]):
        from safety.targets import TARGETS as FUNCTIONS
    import logging

    logging.disable(logging.CRITICAL)  # pdfminer tells of each oddity of a file
    atheris.Setup([sys.argv[0], *rest], FUNCTIONS[target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
