"""Whatever is wrong stops the build with file, line, what is wrong and what to do; nothing is dropped in silence."""

import hashlib
import shutil

import pytest

from resolutions import site

WITNESS = "texts/c-iii-143-dr/000_2628f500b6ec1bf9.txt"
READING = "texts/a-res-77-233/reading-ar.txt"
ENGLISH = "texts/a-res-77-233/translation-en.txt"
HELD = "texts/a-res-77-233/instrument.yml"
CRC = "records/instruments/crc.yml"

HERE = -1  # the line that was changed

# file, what is replaced by what, and where the problem must be found
CASES = {
    "operative number twice": (ENGLISH, ("\n4. *Urges*", "\n3. *Urges*"), "clause-twice", ENGLISH, HERE),
    "operative number missing": (ENGLISH, ("\n4. *Urges*", "\n40. *Urges*"), "clause-missing", ENGLISH, 89),
    "Arabic number twice": (READING, ("\n9 - ", "\n8 - "), "clause-twice", "reading-ar.txt", 293),
    "clause without opening": (READING, ("*وإذ تشير* إلى الفقرة 67", "وإذ تشير إلى الفقرة 67"), "clause-missing", "reading-ar.txt", None),
    "unknown opening phrase": (WITNESS, ("8. *Emphasizes* that", "8. Bemoans that"), "opening-unknown", WITNESS, 104),
    "hidden bidirectional control": (ENGLISH, ("access to child", "access\u202e to child"), "hidden-character", ENGLISH, HERE),
    "hidden control in a record": (CRC, ("kind: convention", "kind: convention\u2067"), "hidden-character", CRC, 1),
    "footnote without mark": (READING, ("أخرى(3)", "أخرى"), "note-uncalled", READING, 113),
    "footnote missing": (ENGLISH, ("(3) The term", "The term"), "note-count", ENGLISH, 0),
    "wrong script": (READING, ("*تدعو* الدول الأعضاء وسائر الجهات المانحة إلى توفير موارد من خارج الميزانية\nلأغراض تنفيذ الفقرات ذات الصلة من هذا القرار، وفقاً لقواعد الأمم المتحدة وإجراءاتها.",
                             "*تدعو* Member States and other donors to provide resources for the purposes of implementing\nthe present resolution."), "script-wrong", READING, 382),
    "unknown key": (HELD, ("symbol: A/RES", "symbool: A/RES"), "record-extra-forbidden", HELD, 2),
    "missing key": (HELD, ("symbol: A/RES/77/233\n", ""), "record-missing", HELD, 1),
    "wrong value": (CRC, ("date: 1989-11-20", "date: 1989-11-31"), "yaml-value", CRC, None),
    "key twice": (CRC, ("kind: convention", "kind: convention\nkind: protocol"), "key-twice", CRC, 2),
    "not YAML": (CRC, ("names:", "names: [: "), "yaml-syntax", CRC, None),
    "dangling body": (CRC, ("body: un-ga", "body: un-gaa"), "reference-dangling", CRC, None),
    "symbol twice": ("records/instruments/a-res-72-195.yml", ("symbol: A/RES/72/195", "symbol: A/RES/73/148"), "symbol-twice", "a-res-73-148.yml", None),
    "cited without record": (ENGLISH, ("resolution 76/181 of", "resolution 76/999 of"), "citation-unknown", ENGLISH, HERE),
    "citation in one language": (ENGLISH, ("contravene the Charter of the United Nations", "contravene the Charter"), "citation-one-sided", ENGLISH, 71),
    "date of a citation": (READING, ("18 كانون الأول/ديسمبر 2019", "17 كانون الأول/ديسمبر 2019"), "citation-date", READING, 99),
    "citation of the future": ("records/instruments/a-res-74-174.yml", ("2019-12-18", "2029-12-18"), "citation-of-the-future", READING, 99),
    "ambiguous reference back": (ENGLISH, ("the Charter of the United Nations", "that Charter"), "citation-open", ENGLISH, 71),
    "title changed": (HELD, ("  ar: تعزيز الجهود الوطنية", "  ar: تعزيز كل الجهود الوطنية"), "title-missing", READING, 0),
    "witness edited": (WITNESS, ("عالمياً", "عالميا"), "witness-changed", WITNESS, 0),
    "counts": (HELD, ("operative: 22", "operative: 23"), "clause-missing", READING, None),
    "wording in one language": ("records/wording/pages.yml", ("  ar: الديباجة\n", ""), None, "pages.yml", None),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2]])
def test_each_kind_of_bad_input_is_found_with_file_and_line(docs, name):
    file, (old, new), code, where, line = CASES[name]
    path = docs / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, "the case no longer fits the corpus"
    if line == HERE:
        line = text[: text.index(old)].count("\n") + 1 + (len(old) - len(old.lstrip("\n")))
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [p for p in site.check(docs) if p.code == code and p.path.endswith(where)]
    assert found, [str(p) for p in site.check(docs)]
    assert found[0].path.startswith("docs/")
    if line is not None:
        assert line in [problem.line for problem in found], [str(problem) for problem in found]
    assert found[0].what and found[0].todo


def test_wording_in_one_language_only_is_a_problem(docs):
    file, (old, new), _, where, _ = CASES["wording in one language"]
    path = docs / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [p for p in site.check(docs) if p.path.endswith(where) and p.line]


def test_a_line_that_no_clause_takes_changes_nothing_in_silence(docs):
    """A stray line between paragraphs joins the paragraph above it, which then differs from its counterpart, or is told."""
    path = docs / ENGLISH
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("United Nations.\n\n____", "United Nations.\n\nA line of its own\n\n____", 1), encoding="utf-8"
    )
    assert [p for p in site.check(docs) if p.code == "line-stray" and p.path.endswith("translation-en.txt")]


@pytest.mark.parametrize("file", [WITNESS, READING, HELD, CRC])
def test_a_file_in_another_encoding(docs, file):
    path = docs / file
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1256", errors="replace"))
    assert [p for p in site.check(docs) if p.code == "not-utf-8" and p.path.endswith(file) and p.line]


@pytest.mark.parametrize("file", [WITNESS, READING, ENGLISH, HELD])
def test_half_a_file(docs, file):
    path = docs / file
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    assert [p for p in site.check(docs) if p.severity.withholds]


@pytest.mark.parametrize("file", [WITNESS, READING, ENGLISH, HELD, "records/grammar/openings.yml"])
def test_a_missing_file(docs, file):
    (docs / file).unlink()
    assert [p for p in site.check(docs) if p.severity.withholds and file.split("/")[-1] in str(p)]


def test_a_folder_without_a_form(docs):
    shutil.copytree(docs / "texts/c-iii-143-dr", docs / "texts/C III")
    assert [p for p in site.check(docs) if p.code == "id-form"]


def test_a_folder_without_a_record(docs):
    folder = docs / "texts/s-res-1325"
    folder.mkdir()
    (folder / "resolution.txt").write_text("The Security Council,\n", encoding="utf-8")
    (found,) = [p for p in site.check(docs) if p.code == "text-without-record"]
    assert (found.path, found.severity.withholds) == ("docs/texts/s-res-1325", True)
    assert "scripts/new_text" in found.todo


@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("texts/a-res-77-233/notes-to-self.txt", "Name it in instrument.yml"),
        ("texts/a-res-77-233/divergence.yml", "divergences.yml?"),
        ("texts/a-res-77-233/old/reading.txt", "Name it"),
        ("texts/loose.txt", "Move it"),
    ],
)
def test_a_file_that_nothing_reads(docs, name, todo):
    (docs / name).parent.mkdir(exist_ok=True)
    (docs / name).write_text("a: 1\n", encoding="utf-8")
    (found,) = site.check(docs)
    assert found.code == "file-stray"
    assert not found.severity.withholds
    assert (docs.parent / found.path) in ((docs / name), (docs / name).parent)
    assert todo in found.todo


def test_a_hidden_file_of_the_system_is_no_stray(docs):
    (docs / "texts/a-res-77-233/.DS_Store").write_bytes(b"\0")
    assert not site.check(docs)


def test_all_problems_are_listed_not_only_the_first(docs):
    for name in ("operative number twice", "footnote without mark", "hidden bidirectional control"):
        file, (old, new), *_ = CASES[name]
        (docs / file).write_text((docs / file).read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    codes = {problem.code for problem in site.check(docs)}
    assert {"clause-twice", "note-uncalled", "hidden-character"} <= codes


def test_an_official_english_takes_the_place_of_ours_by_its_record_alone(docs):
    """A maintainer puts a file in the place of ours and changes the record: no code, no trace of our translation."""
    folder = docs / "texts/a-res-77-233"
    ours = (folder / "translation-en.txt").read_text(encoding="utf-8")
    title = "Strengthening efforts of every kind to keep children safe"
    record = (folder / "instrument.yml").read_text(encoding="utf-8")
    old = next(line for line in record.split("\n") if line.startswith("  en: Strengthening")).removeprefix("  en: ")
    official = ours.replace("*", "").replace(old, title).replace("Stressing that", "Emphasizing that", 1)
    (folder / "official-en.txt").write_text(official, encoding="utf-8")
    digest = hashlib.sha256((folder / "official-en.txt").read_bytes()).hexdigest()
    record = record.replace(old, title)
    record = record.replace(
        "readings:",
        f"  - file: official-en.txt\n    sha256: {digest}\n    about: {{en: The file, ar: الملف}}\nreadings:",
    )
    record = record.replace(
        "{file: translation-en.txt, status: working-translation, translated_from: ar}",
        "{file: official-en.txt, witness: official-en.txt, status: official}",
    )
    (folder / "instrument.yml").write_text(record, encoding="utf-8")
    (folder / "translation-en.txt").unlink()
    found = site.read(docs)
    assert [str(problem) for problem in found.problems] == []
    pages = {draft.address: draft for draft in found.drafts("en")}
    page = pages["instruments/a-res-77-233/pp-1/"]
    assert '<em class="open">Emphasizing</em> that' in page.body
    assert {state["status"] for state in page.data["states"]} == {"official text", "restored from a damaged source"}
    for draft in found.drafts("en"):
        assert "nofficial working translation" not in draft.body + str(draft.data), draft.address


def test_a_text_ten_times_as_long_is_read_in_time(docs):
    """Time grows with the text, not with its square."""
    import time

    def seconds() -> float:
        start = time.process_time()
        site.read_corpus(docs)
        return time.process_time() - start

    seconds()
    short = seconds()
    path = docs / ENGLISH
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("the safety and well-being of children", "the safety and well-being of children " * 900)
    )
    assert seconds() < max(12 * short, 12)


NAMED = ["lanzarote-convention", "un-charter", "kyoto-declaration", "opsc", "crc"]


@pytest.mark.parametrize("record", NAMED)
def test_an_instrument_that_is_named_and_has_no_record_is_told_in_both_languages(docs, record):
    (docs / f"records/instruments/{record}.yml").unlink()
    found = site.check(docs)
    told = [
        p for p in found if p.code in {"citation-unnamed", "citation-unknown", "citation-open", "citation-one-sided"}
    ]
    assert told, [str(p) for p in found]


def test_a_covenant_that_nobody_recorded_is_told(docs):
    path = docs / WITNESS
    text = path.read_text(encoding="utf-8")
    text = text.replace("on the right to privacy;", "and Article 17 of the International Covenant on Civil Rights;")
    path.write_text(text, encoding="utf-8")
    told = [p for p in site.check(docs) if p.code == "citation-unknown"]
    assert "international-covenant-on-civil-rights" in told[0].todo
    assert told and all(p.path.endswith(WITNESS) for p in told)


def test_plural_pinpoints_are_read_and_asked_of_the_other_language(docs):
    path = docs / WITNESS
    text = path.read_text(encoding="utf-8").replace(
        "Article 16 of the Convention", "articles 16 and 17 of the Convention"
    )
    path.write_text(text, encoding="utf-8")
    told = [p for p in site.check(docs) if p.code in {"citation-unnamed", "citation-one-sided"}]
    assert [(p.code, "crc at art-17" in p.what) for p in told] == [("citation-one-sided", True)]


def test_two_records_by_one_name_and_one_that_nothing_cites(docs):
    folder = docs / "records/instruments"
    (folder / "crc-2.yml").write_bytes((folder / "crc.yml").read_bytes())
    codes = {p.code for p in site.check(docs)}
    assert "name-twice" in codes


def test_letters_that_only_look_right(docs):
    path = docs / ENGLISH
    path.write_text(
        path.read_text(encoding="utf-8").replace("safety of children online", "safety of сhildren online", 1), "utf-8"
    )
    assert [p for p in site.check(docs) if p.code == "letter-strange" and "CYRILLIC" in p.what]


def test_italics_that_open_nothing(docs):
    path = docs / ENGLISH
    path.write_text(
        path.read_text(encoding="utf-8").replace("appropriate authority", "*appropriate* authority", 1), "utf-8"
    )
    assert [p for p in site.check(docs) if p.code == "emphasis-unknown"]
