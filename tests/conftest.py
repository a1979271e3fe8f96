"""What several rooms of tests share: the real corpus, a copy of it that a test may spoil, and texts made for a test."""

import datetime
import hashlib
import shutil
import textwrap
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

import _browser
from resolutions import site
from resolutions.kept import Kept

ROOT = Path(__file__).parents[1]
settings.register_profile("any machine", deadline=None)  # a busy one may take its time over an example
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests: Playwright bears no second one beside it."""
    from playwright.sync_api import sync_playwright

    path = _browser.find()
    assert path, _browser.ADVICE
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def corpus():
    """The real corpus; it must be without a problem."""
    found, problems = site.read_corpus(ROOT / "docs")
    assert not problems, "\n".join(map(str, problems))
    return found


@pytest.fixture(scope="session")
def real_site():
    return site.read(ROOT / "docs", kept=Kept())  # so that each page is made once for all tests


@pytest.fixture
def docs(tmp_path):
    """A copy of the corpus and its records that a test may change."""
    for part in ("records", "texts"):
        shutil.copytree(ROOT / "docs" / part, tmp_path / "docs" / part)
    return tmp_path / "docs"


@pytest.fixture
def empty(tmp_path):
    """The curated records without a text."""
    shutil.copytree(ROOT / "docs" / "records", tmp_path / "docs" / "records")
    (tmp_path / "docs" / "texts").mkdir()
    return tmp_path / "docs"


@pytest.fixture
def make(empty):
    """`make("a-res-90-1", en=…, ar=…)` writes a text into an empty corpus; returns its folder."""
    return lambda name="a-res-90-1", **values: _make(empty, name, **values)


@pytest.fixture
def made(empty):
    """`made()`: the corpus of what was made, and its problems without what is said of records that no text cites."""

    def read():
        found, problems = site.read_corpus(empty)
        return found, [problem for problem in problems if problem.code != "record-uncited"]

    return read


TITLES = {"en": "Protection of rivers", "ar": "حماية الأنهار"}


def _make(docs, name, *, en=None, ar=None, titles=None, corrections=None, **record):
    """Write `docs/texts/<name>` as a maintainer would. The texts stand without masthead and title, which are put above them here."""
    folder = docs / "texts" / name
    folder.mkdir(parents=True, exist_ok=True)
    symbol = record.pop("symbol", name.upper().replace("-", "/"))
    texts = {language: text for language, text in (("en", en), ("ar", ar)) if text}
    titles = titles or {language: TITLES[language] for language in texts}
    witnesses, readings = [], {}
    for language, text in texts.items():
        path = folder / f"text-{language}.txt"
        path.write_text(f"{symbol}\n\n{titles[language]}\n\n{textwrap.dedent(text).strip()}\n", encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        witnesses.append({"file": path.name, "sha256": digest, "about": {"en": "The file", "ar": "الملف"}})
        readings[language] = {"file": path.name, "witness": path.name, "status": "official"}
    values = {
        "kind": "resolution",
        "symbol": symbol,
        "titles": titles,
        "body": "un-ga",
        "session": {"en": "Ninetieth session", "ar": "الدورة التسعون"},
        "date": datetime.date(2035, 12, 15),
        "official": {"en": "https://docs.un.org/en/A/RES/90/1"},
        "witnesses": witnesses,
        "readings": readings,
        "counts": record.pop("counts", {"preambular": 1, "operative": 1}),
        **record,
    }
    _write(folder / "instrument.yml", values)
    if corrections is not None:
        _write(folder / "corrections.yml", corrections)
    return folder


def _write(path, value):
    """As YAML without anchors, which records may not have."""

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    path.write_text(yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
