"""The whole road: received files, the command, the folder, and the corpus that is read with it."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

import _new_text
from resolutions import site
from resolutions.parse.values import Part

from . import papers
from .pdfs import Pdf

ID = "a-res-75-998"
FORMATS = ["pdf", "docx"]


@pytest.fixture
def docs(tmp_path):
    """The real records, and no text yet."""
    shutil.copytree(Path(__file__).parents[2] / "docs" / "records", tmp_path / "docs" / "records")
    (tmp_path / "docs" / "texts").mkdir()
    return tmp_path / "docs"


@pytest.fixture
def made(tmp_path, docs, printed, lexicons, monkeypatch):
    """Runs the command on files of these contents; what it printed, its exit code, the folder."""
    monkeypatch.setattr(_new_text, "_guarded", lambda name, raw: _new_text.receive(name, raw, lexicons))

    def run(contents, *options, capture=None):
        paths = []
        for name, raw in contents.items():
            (tmp_path / name).write_bytes(raw)
            paths.append(str(tmp_path / name))
        code = _new_text.main([*paths, "--into", str(docs), *options])
        said = capture.readouterr() if capture else None
        return code, said, docs / "texts" / ID

    return run


@pytest.fixture
def received(printed):
    """The paper in that form and language."""

    def one(form, language):
        return printed[language] if form == "pdf" else papers.docx(papers.paper(language))

    return one


@pytest.mark.parametrize("form", FORMATS)
def test_from_two_files_to_a_published_text(form, made, received, docs, capsys):
    files = {f"{language}.{form}": received(form, language) for language in ("en", "ar")}
    code, said, folder = made(files, capture=capsys)
    assert code == 0, said
    record = yaml.safe_load((folder / "instrument.yml").read_text(encoding="utf-8"))
    assert record["symbol"] == "A/RES/75/998" and record["body"] == "un-ga" and record["kind"] == "resolution"
    assert record["session"] == {"en": "Seventy-fifth session", "ar": "الدورة الخامسة والسبعون"}
    assert record["committee"] == {"en": "Third Committee", "ar": "اللجنة الثالثة"}
    assert record["agenda_item"]["en"] == "Agenda item 110, Crime prevention and criminal justice"
    assert record["agenda_item"]["ar"] == "البند 110 من جدول الأعمال، منع الجريمة والعدالة الجنائية"
    assert (str(record["date"]), str(record["issued"])) == ("2020-12-16", "2020-12-21")
    assert record["titles"] == {one: papers.paper(one).title[1] for one in ("en", "ar")}
    for witness in record["witnesses"]:
        raw = (folder / witness["file"]).read_bytes()
        assert raw == files[witness["file"]] and hashlib.sha256(raw).hexdigest() == witness["sha256"]

    corpus, problems = site.read_corpus(docs)
    own = [p for p in problems if ID in p.path and p.severity.stops]
    assert not own, "what a machine could not decide stops nothing"
    text = corpus.text(ID)
    for language in ("en", "ar"):
        clauses = [(clause.id, clause.texts[language]) for clause in text.clauses]
        assert [name for name, _ in clauses] == ["pp-1", "pp-2", "pp-3", "op-1", "op-2", "op-3"]
        for (name, version), wanted in zip(clauses, WANTED[language], strict=True):
            assert version.opening_words == wanted, name
        assert [len(version.notes) for _, version in clauses] == [1, 0, 1, 0, 0, 0]
        assert clauses[1][1].passage.text.count(" ") > 20, "the sentence goes on over the page's end"
        targets = {c.target for place in corpus.cited[ID].places() for c in corpus.cited[ID].at(place, language)}
        assert targets >= {"crc", "a-res-74-174", "a-res-73-154"}
    assert len(text.part(Part.OPERATIVE)) == 3, "the annex has its own numbers"
    assert "Recalling also" in said.out and "وإذ تشير أيضا" in said.out and "a-res-74-174" in said.out
    assert "instrument.yml" in said.out or "extracted-en.txt" in said.out


WANTED = {
    "en": ["Recalling", "Recalling also", "Noting with concern", "Urges", "Also urges", "Requests … invites"],
    "ar": ["إذ تشير", "وإذ تشير أيضا", "وإذ تلاحظ مع القلق", "تحث", "تحث أيضا", "تطلب … وتدعو"],
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_language_alone(form, language, made, received, docs, capsys):
    code, said, folder = made({f"only.{form}": received(form, language)}, capture=capsys)
    assert code == 0
    assert sorted(p.name for p in folder.iterdir()) == [
        f"extracted-{language}.txt",
        "instrument.yml",
        f"only.{form}",
        "received.yml",
    ]
    corpus, problems = site.read_corpus(docs)
    assert not [p for p in problems if p.path.endswith("instrument.yml") and ID in p.path], problems
    assert corpus.text(ID).languages == (language,)
    assert {"en": "The Arabic is wanting", "ar": "The English is wanting"}[language] in said.out


def test_both_languages_in_one_file(made, received, docs, capsys):
    texts = []
    for language in ("ar", "en"):
        made({"a.docx": received("docx", language)}, "--id", language, capture=capsys)
        texts.append((docs / "texts" / language / f"extracted-{language}.txt").read_text(encoding="utf-8"))
    code, said, folder = made({"both.txt": "\n\n".join(texts).encode()}, capture=capsys)
    assert code == 0, said
    for language, text in zip(("ar", "en"), texts, strict=True):
        assert (folder / f"extracted-{language}.txt").read_text(encoding="utf-8").strip() == text.strip()


def test_what_cannot_be_read_is_left_to_do_with_its_line(made, docs, capsys):
    text = "The General Assembly,\n\n*Recalling* its resolution,\n\n1. *Decides* to act in the matter of the schools.\n"
    code, said, _ = made({"bare.txt": text.encode()}, "--id", "bare", capture=capsys)
    assert code == 0
    record = (docs / "texts" / "bare" / "instrument.yml").read_text(encoding="utf-8").split("\n")
    todo = [n for n, line in enumerate(record, 1) if "# to do" in line]
    assert {line.split(":")[0].strip() for line in record if "# to do" in line} >= {"symbol", "date"}
    assert any(line.startswith("# official:") for line in record), "said, and no hindrance"
    problems = [p for p in site.check(docs) if p.path.endswith("bare/instrument.yml")]
    assert {p.line for p in problems} <= set(range(1, len(record) + 1))
    assert {p.line for p in problems} & set(todo)
    assert "Fill in" in said.out


def test_nothing_is_overwritten_but_again_keeps_what_people_wrote(made, received, docs, capsys):
    files = {"en.docx": received("docx", "en")}
    _, _, folder = made(files, capture=capsys)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, said, _ = made(files, capture=capsys)
    assert code == 1 and "--again" in said.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "divergences.yml").write_text("[]\n")
    edited = before["instrument.yml"].decode().replace("Third Committee", "Third  Committee").encode()
    (folder / "instrument.yml").write_bytes(edited)
    code, said, _ = made({"ar.docx": received("docx", "ar")}, "--again", capture=capsys)
    assert code == 0
    names = {path.name for path in folder.iterdir()}
    assert names >= {"divergences.yml", "extracted-ar.txt", "ar.docx", "en.docx", "instrument.new.yml"}
    fresh = yaml.safe_load((folder / "instrument.new.yml").read_text(encoding="utf-8"))
    assert sorted(fresh["readings"]) == ["ar", "en"], "the other language is taken along"
    assert (folder / "instrument.yml").read_bytes() == edited
    assert "instrument.yml was edited" in said.out


def broken(received):
    scan = Pdf().page()
    scan.picture()
    amendment = "A/C.3/75/L.9\n\nUtopia: amendment to draft resolution A/C.3/75/L.5\n\nReplace operative paragraph 2 by the text.\n"
    other = received("docx", "ar")
    return {
        "scanned": ({"a.pdf": scan.bytes()}, "scanned"),
        "no resolution": ({"a.txt": b"A letter about the weather.\n\nIt rains.\n"}, "no-resolution"),
        "an amendment": ({"a.txt": amendment.encode()}, "no-resolution"),
        "one language twice": ({"a.docx": received("docx", "en"), "b.docx": received("docx", "en")}, "language-twice"),
        "one good, one bad": ({"a.docx": other, "b.pdf": b"%PDF-1.4 nothing"}, "pdf-broken"),
        "two texts": (
            {
                "a.docx": received("docx", "ar"),
                "b.txt": b"A/RES/74/1\n\nThe General Assembly,\n\nRecalling the Charter of the United Nations,\n\n1. Decides to act.\n",
            },
            "languages-differ",
        ),
        "without symbol": (
            {"a.txt": b"The General Assembly,\n\nRecalling the Charter,\n\n1. Decides to act.\n"},
            "symbol-missing",
        ),
    }


@pytest.mark.parametrize(
    "name",
    [
        "scanned",
        "no resolution",
        "an amendment",
        "one language twice",
        "one good, one bad",
        "two texts",
        "without symbol",
    ],
)
def test_refused_files_leave_nothing_behind(name, made, received, docs, capsys):
    files, code = broken(received)[name]
    before = sorted((docs / "texts").iterdir())
    exit_code, said, _ = made(files, capture=capsys)
    assert exit_code == 1
    assert f"[{code}]" in said.err and "nothing was made" in said.err
    assert sorted((docs / "texts").iterdir()) == before
    assert not list((docs.parent / ".cache").glob("*"))


def test_a_failure_while_writing_leaves_nothing_half_done(made, received, docs, capsys, monkeypatch):
    def fail(self, target):
        raise OSError("no space left")

    monkeypatch.setattr(_new_text.Path, "rename", fail)
    with pytest.raises(OSError, match="no space"):
        made({"en.docx": received("docx", "en")}, capture=capsys)
    assert not (docs / "texts" / ID).exists()
    assert not list((docs.parent / ".cache").iterdir())


def test_the_file_is_read_in_a_process_of_its_own(received):
    """Which ends when its time is up, and takes nothing with it."""
    found, problems = _new_text._guarded("en.docx", received("docx", "en"))
    assert not problems and "*The General Assembly*," in found.lines
    assert _new_text._guarded("a.pdf", b"%PDF-")[1][0].code == "pdf-broken"


def test_time_is_limited(monkeypatch, received):
    monkeypatch.setattr(_new_text, "SECONDS", 0.05)
    found, (problem,) = _new_text._guarded("en.docx", received("docx", "en"))
    assert found is None and problem.code == "file-heavy"


def test_wrong_use_is_said():
    with pytest.raises(SystemExit) as ended:
        _new_text.main([])
    assert ended.value.code == 2
