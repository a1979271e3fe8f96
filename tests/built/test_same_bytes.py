"""Same commit, same bytes: the site does not depend on where, when and by which machine it is built."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ANOTHER_MACHINE = Path(__file__).parent / "another_machine"
LONG_AGO = 981_173_106  # files of another time: 2001-02-03


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory, built):
    """The same state of the repository, built under another path, on another day, in another order of the files."""
    root = tmp_path_factory.mktemp("another path") / "كتب"
    git("clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(root))
    git("reset", "--quiet", cwd=root)
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for path in filter(Path.is_file, (ROOT / name for name in names if name)):
        copy = root / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        os.utime(copy, (LONG_AGO, LONG_AGO))
    variables = {
        **os.environ,
        "PYTHONPATH": str(ANOTHER_MACHINE),
        "PYTHONHASHSEED": "77",
        "PYTHONUTF8": "1",
        "TZ": "EARLIER+24",  # always another day than here
        "SOURCE_DATE_EPOCH": str(LONG_AGO),  # which MkDocs would take it for
        "LC_ALL": "C",
        "SITE_URL": built.url,
        "NO_MKDOCS_2_WARNING": "1",
    }
    site = tmp_path_factory.mktemp("another site") / "out"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=root, env=variables, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return site


def test_same_commit_same_bytes(built, elsewhere):
    here, there = digests(built.folder), digests(elsewhere)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_the_other_machine_lists_folders_in_another_order(tmp_path):
    """Otherwise the test above would compare two builds that were made alike."""
    for number in range(20):
        (tmp_path / str(number)).touch()
    code = "import os, pathlib, sys; p = pathlib.Path(sys.argv[1]); print(*os.listdir(p)); print(*(f.name for f in p.glob('*')))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    asked = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ANOTHER_MACHINE)}, capture_output=True, text=True, check=True
    )
    listed, globbed = (line.split() for line in asked.stdout.splitlines())
    assert sorted(listed) == sorted(globbed) == sorted(map(str, range(20)))
    assert listed == globbed
    assert listed not in (os.listdir(tmp_path), sorted(listed))


CLOCK = re.compile(r"\b(datetime\.now|date\.today|utcnow|time\.time|time\.localtime|import time)\b")


def test_nobody_asks_for_the_time():
    """The build above cannot be set to another day altogether; so no module of ours may look at the clock."""
    modules = sorted((ROOT / "hooks").rglob("*.py"))
    assert [path.name for path in modules if CLOCK.search(path.read_text(encoding="utf-8"))] == []
    assert CLOCK.search("day = datetime.date.today()")


def git(*arguments, cwd=ROOT):
    done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def digests(site):
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
