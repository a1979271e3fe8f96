"""`scripts/build` puts a site in place that was built wholly, or none; and `scripts/bench` measures."""

import importlib.machinery
import importlib.util
import json
import sys
from pathlib import Path

import pytest

import _bench
import _environment as environment
import _made_corpus
from resolutions import site

ROOT = Path(__file__).parent.parent


@pytest.fixture
def script(tmp_path, monkeypatch):
    """The script, at work in a folder with a good site."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    loader = importlib.machinery.SourceFileLoader("build_script", str(ROOT / "scripts" / "build"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("build_script", loader))
    loader.exec_module(module)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("good")
    return module


def builds(script, monkeypatch, code, pages):
    """Instead of MkDocs: write these pages, then end so."""

    def run(*arguments, **variables):
        target = Path(arguments[arguments.index("--site-dir") + 1])
        target.mkdir(parents=True)
        for name, text in pages.items():
            (target / name).write_text(text)
        if isinstance(code, BaseException):
            raise code
        return code

    monkeypatch.setattr(environment, "run", run)


def standing(script):
    return {path.name: path.read_text() for path in script.SITE.iterdir()}


def test_a_good_build_takes_the_place(script, monkeypatch):
    builds(script, monkeypatch, 0, {"index.html": "new"})
    assert script.build() == 0
    assert standing(script) == {"index.html": "new"}


@pytest.mark.parametrize("code", [1, 130])
def test_a_build_that_fails_or_is_broken_off_leaves_the_last_site(script, monkeypatch, code):
    builds(script, monkeypatch, code, {"half.html": "half"})
    assert script.build() == code
    assert standing(script) == {"index.html": "good"}


def test_what_a_killed_build_left_is_not_published_with_the_next(script, monkeypatch):
    builds(script, monkeypatch, KeyboardInterrupt(), {"half.html": "half"})
    with pytest.raises(KeyboardInterrupt):
        script.build()
    assert standing(script) == {"index.html": "good"}
    builds(script, monkeypatch, 0, {"index.html": "new"})
    assert script.build() == 0
    assert standing(script) == {"index.html": "new"}


def test_the_made_texts_are_sound_and_the_same_again(tmp_path):
    first, second = tmp_path / "a" / "docs", tmp_path / "b" / "docs"
    for docs in (first, second):
        for name in ("records",):
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).symlink_to(ROOT / "docs" / name)
        _made_corpus.make(90, 7, docs)
    files = [path.relative_to(first) for path in sorted((first / "texts").rglob("*")) if path.is_file()]
    assert [(first / name).read_bytes() for name in files] == [(second / name).read_bytes() for name in files]
    corpus, problems = site.read_corpus(first)
    assert sum(len(text.clauses) for text in corpus.texts) == 90
    mine = [problem for problem in problems if problem.path.startswith((first / "texts").as_posix())]
    assert mine == []


def test_the_benchmark_runs_and_reports(monkeypatch, capsys):
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    assert _bench.main(["--clauses", "20", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    (ours,) = result["builds"]
    assert (result["clauses"], result["texts"], ours["what"], ours["failed"]) == (20, 1, "muqabala", 0)
    assert ours["pages"] > 2 * 20
    assert ours["bytes"] > 0
    assert ours["cpu"] > 0
    assert ours["memory"] > 10
    assert {"read", "parse", "pair", "cite", "pages", "Markdown", "templates", "writing"} <= set(result["phases"])
