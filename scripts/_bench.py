"""What `scripts/bench` runs, in the project's environment: builds copies of the project with more and more clauses.

In: sizes; out: for each the wall and CPU seconds, the peak of memory, pages, bytes, and where the time goes; with
`--serve` how soon a saved change is in the browser; with `--peers` the same for other generators, each given the same
pages as Markdown, right after ours, and which of the pages each has not made whole. `--clauses 0`: the real texts only.
The figures of one run can be compared with one another; those of two runs only if nothing else ran on the machine.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import _environment as environment
import _made_corpus
import _peer_pages
import _peers
import _serving
from resolutions import site as site_of

COPIED = ("docs", "hooks", "overrides")
CACHE = environment.ROOT / ".cache"  # Astro takes its own packages for pages where they lie in another tree
SIZES = (100, 1000, 3000, 10000)
LINE = "{what:48} {wall:8.1f} {cpu:8.1f} {memory:8} {pages:7} {bytes:10} {each:8.2f}"
HEAD = "{:48} {:>8} {:>8} {:>8} {:>7} {:>10} {:>8}".format("", "wall s", "CPU s", "MB", "pages", "bytes", "ms/page")


def main(arguments):
    """Measure and print; 1 if a build of ours failed."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure the build on made-up texts.")
    parser.add_argument("--clauses", type=_sizes, default=SIZES, help="how many, with commas between; {}".format(SIZES))
    parser.add_argument("--peers", action="store_true", help="build the same pages with other generators as well")
    parser.add_argument("--serve", action="store_true", help="save changes under `mkdocs serve`, wait for the browser")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    results = []
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=str(CACHE)) as folder:
        for clauses in options.clauses:
            results.append(measure(Path(folder) / str(clauses), clauses, options))
            shutil.rmtree(str(Path(folder) / str(clauses)))
            if not options.json:
                _print(results[-1])
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    return int(any(row["failed"] for result in results for row in result["builds"] if row["what"] == "muqabala"))


def _sizes(text):
    return tuple(int(part) for part in text.split(","))


def measure(project, clauses, options):
    """A copy of the project with so many clauses more, built; and by the others, if they are asked for."""
    project.mkdir()
    for name in COPIED:
        shutil.copytree(str(environment.ROOT / name), str(project / name))
    shutil.copy(str(environment.ROOT / "mkdocs.yml"), str(project))
    texts = _made_corpus.make(clauses, 1, project / "docs") if clauses else ()
    python, variables = str(environment.PYTHON), environment.variables()
    site = project / "site"
    command = [python, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    ours = run("muqabala", command, project, dict(variables, MUQABALA_SIDE_BY_SIDE="1"), site)
    told = subprocess.run(
        [python, str(environment.ROOT / "scripts" / "_phases.py"), str(project / "phases")],
        cwd=str(project), env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    last = told.stdout.strip().split("\n")[-1]
    result = {"clauses": clauses, "texts": len(texts), "builds": [ours], "missing": {}}
    result["phases"] = json.loads(last) if told.returncode == 0 else {}
    if options.serve:
        result["saves"] = [round(one, 2) for one in _serving.measure(python, project, variables)]
    if options.peers:
        pages = project / "pages"
        _peer_pages.stage(site_of.read(project / "docs"), pages)
        for peer in _peers.PEERS:
            missing = peer.prepare()
            if missing:
                result["missing"][peer.name] = missing
                continue
            folder = project / peer.folder
            peer.lay_out(pages, folder)
            row = run(peer.label, peer.command(folder), folder, peer.variables(), folder / peer.site)
            row["given"], row["lacking"] = _peer_pages.lacking(pages, folder / peer.site)
            result["builds"].append(row)
    return result


def run(what, command, folder, variables, site):
    """Run one build and measure it."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, cwd=str(folder), env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    memory = _Memory(process.pid)
    with process.stdout:
        said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    peak = memory.stop() or used.ru_maxrss // 1024
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return {
        "what": what,
        "wall": round(wall, 2),
        "cpu": round(used.ru_utime + used.ru_stime, 2),
        "memory": peak,
        "pages": pages,
        "bytes": sum(path.stat().st_size for path in files),
        "failed": process.returncode or int(pages == 0),
        "said": said.decode("utf-8", "replace")[-400:] if process.returncode else "",
    }


class _Memory:
    """The most megabytes that a process and its descendants have held together; 0 where the system does not tell."""

    def __init__(self, process):
        self.peak, self._root, self._over = 0, process, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self):
        self._over.set()
        self._thread.join()
        return self.peak

    def _watch(self):
        while not self._over.wait(0.25):
            family = [self._root]
            for one in family:
                family += _children(one)
            self.peak = max(self.peak, sum(map(_held, family)) // 1024)


def _children(process):
    try:
        return [int(one) for one in Path("/proc/{0}/task/{0}/children".format(process)).read_text().split()]
    except OSError:
        return []


def _held(process):
    """Kilobytes; what several processes share counts for each by its part."""
    try:
        lines = Path("/proc/{}/smaps_rollup".format(process)).read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _print(result):
    print("{clauses} clauses in {texts} texts".format(**result))
    print(HEAD)
    for row in result["builds"]:
        if row["failed"]:
            print("{:48} failed: {}".format(row["what"], row["said"].strip().split("\n")[-1]))
            continue
        print(LINE.format(each=1000 * row["cpu"] / max(1, row["pages"]), **row))
        for language, names in row.get("lacking", {}).items():
            if names:
                said = "  {} of {} pages ({}) are not whole, the first: {}"
                print(said.format(len(names), row["given"][language], language, names[0]))
    for name, why in result["missing"].items():
        print("{:48} {}".format(name, why))
    if "saves" in result:
        print("Seconds from a save to the browser: " + ", ".join(map(str, result["saves"])))
    print("CPU seconds in one process: " + ", ".join("{} {}".format(*one) for one in result["phases"].items()) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
