"""The two real texts: counts, numbering, opening phrases, footnotes in the right clause, and no character lost."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from resolutions.parse import source as sources
from resolutions.parse import text as texts
from resolutions.parse.values import Part

ROOT = Path(__file__).parents[2]
READINGS = [(text, language) for text in ("c-iii-143-dr", "a-res-77-233") for language in ("en", "ar")]
WITNESSES = {
    "c-iii-143-dr/000_2628f500b6ec1bf9.txt": "62b986b7cae82c737548ad827c82bebcce84733d0d112ef2ab06360fe6dda88e",
    "a-res-77-233/004_af2a078681e61f4e.txt": "34cc0c5932c14b6c0bc2a54963f2b9ea117eec58711260b3a31afb7126557b5e",
}


@pytest.mark.parametrize(("file", "digest"), WITNESSES.items())
def test_a_witness_is_the_file_that_was_received(file, digest):
    assert hashlib.sha256((ROOT / "docs/texts" / file).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(("text", "preambular", "operative"), [("c-iii-143-dr", 14, 13), ("a-res-77-233", 31, 22)])
def test_counts_and_numbers(corpus, text, preambular, operative):
    held = corpus.text(text)
    assert [clause.number for clause in held.part(Part.PREAMBULAR)] == list(range(1, preambular + 1))
    assert [clause.number for clause in held.part(Part.OPERATIVE)] == list(range(1, operative + 1))
    assert sum(len(one.clauses) for one in corpus.texts) == 80


OPENINGS = {
    "c-iii-143-dr": {
        "pp-1": ("Condemning", "إذ تدعو"),
        "pp-3": ("Recalling in particular", "وإذ تستذكر بشكل خاص"),
        "pp-6": ("Bearing in mind", "وإذ تأخذ بالاعتبار"),
        "pp-10": ("Mindful", "وإذ تدرك"),
        "op-1": ("Urges", "تحث"),
        "op-2": ("Also urges", "وتحث … أيضاً"),
        "op-4": ("Emphasizes", "وتشدّد"),
        "op-13": ("Invites", "وتدعو"),
    },
    "a-res-77-233": {
        "pp-1": ("Stressing", "إذ تشدد"),
        "pp-3": ("Recalling also", "وإذ تشير أيضا"),
        "pp-4": ("Recognizing", "وإذ تسلّم"),
        "pp-9": ("Noting with concern", "وإذ تلاحظ مع القلق"),
        "pp-14": ("Taking note", "وإذ تحيط علما"),
        "pp-20": ("Recognizing further", "وإذ تسلّم كذلك"),
        "op-3": ("Also calls upon", "تهيب أيضا"),
        "op-15": ("Further calls upon", "تهيب كذلك"),
        "op-21": ("Requests … invites", "تطلب … وتدعو"),
        "op-22": ("Invites", "تدعو"),
    },
}


@pytest.mark.parametrize(
    ("text", "clause", "english", "arabic"),
    [(text, clause, *words) for text, clauses in OPENINGS.items() for clause, words in clauses.items()],
)
def test_opening_phrases(corpus, text, clause, english, arabic):
    found = corpus.text(text).clause(clause)
    assert (found.texts["en"].opening_words, found.texts["ar"].opening_words) == (english, arabic)


def test_every_clause_has_an_opening_phrase_at_its_start(corpus):
    for text in corpus.texts:
        for clause in text.clauses:
            for language, version in clause.texts.items():
                assert version.opening and version.opening[0][0] == 0, (text.id, clause.id, language)


def test_a_second_phrase_inside_a_paragraph_starts_no_clause(corpus):
    text = corpus.text("a-res-77-233")
    assert "وإذ تسلّم بأن مظاهر" in text.clause("pp-17").texts["ar"].passage.text
    assert "وإذ تلاحظ أن النظم المطبَّقة" in text.clause("pp-30").texts["ar"].passage.text


NOTES = {
    1: ("pp-2", "الطفل", "Child"),
    2: ("pp-2", "الإباحية", "pornography"),
    3: ("pp-6", "أخرى", "terms,"),
    4: ("pp-12", "الوطنية", "crime,"),
    5: ("pp-13", "جنسيا", "children,"),
}


@pytest.mark.parametrize("number", NOTES)
def test_footnotes_stand_in_their_clause_after_the_right_word(corpus, number):
    clause_id, arabic, english = NOTES[number]
    clause = corpus.text("a-res-77-233").clause(clause_id)
    for language, word in (("ar", arabic), ("en", english)):
        passage = clause.texts[language].passage
        (mark,) = [mark for mark in passage.marks if mark.number == number]
        assert passage.text[: mark.at].endswith(word)
        assert number in [note.number for note in clause.texts[language].notes]


def test_page_breaks_and_footnotes_do_not_cut_a_paragraph(corpus):
    text = corpus.text("a-res-77-233")
    assert "سواء على الإنترنت أو خارجها، مثل" in text.clause("pp-3").texts["ar"].passage.text
    assert "المرتكبة بالاتصال المباشر أو غير المباشر" in text.clause("pp-8").texts["ar"].passage.text
    third = text.clause("pp-6").texts["ar"].notes[0].passage.text
    assert third.endswith("يمكنهم التعافي من الصدمات التي تعرضوا لها.")


def test_typos_of_the_source_stay(corpus):
    text = corpus.text("c-iii-143-dr")
    assert "الشريعة، والفعالة" in text.clause("op-3").texts["ar"].passage.text
    assert any(line.text == "للمدقراطية وحقوق الإنسان" for line in text.mastheads["ar"])


@pytest.mark.parametrize(("text", "language"), READINGS)
def test_no_character_is_lost(corpus, text, language):
    record, records = corpus.record(text), corpus.records
    reading = record.readings[language]
    source, _ = sources.read(ROOT / "docs/texts" / text / reading.file, reading.lines)
    parsed, problems = texts.parse(
        source, record.titles[language], records.openings[language], records.shapes[language]
    )
    assert not problems
    assert sources.rebuild(source, parsed.spans) == "\n".join(line.text for line in source.lines)
    ends: dict[int, int] = {}
    for span in sorted(parsed.spans, key=lambda one: (one.line, one.start)):
        assert span.start == ends.get(span.line, 0), f"line {span.line}: a gap or an overlap at column {span.start}"
        ends[span.line] = span.end


@pytest.mark.parametrize(("text", "language"), READINGS)
def test_each_reading_is_its_origins_put_together(corpus, text, language):
    held = corpus.text(text)
    lines = (ROOT / "docs/texts" / text / held.record.readings[language].file).read_text(encoding="utf-8").split("\n")
    for clause in held.clauses:
        passage = clause.texts[language].passage
        for origin in passage.origins:
            piece = lines[origin.line - 1][origin.start : origin.end]
            assert passage.text[origin.at : origin.at + len(piece)] == piece
        marks = {mark.number for mark in passage.marks}
        kept = "".join(lines[o.line - 1][o.start : o.end] for o in passage.origins)
        assert kept.replace(" ", "") == passage.text.replace(" ", ""), (clause.id, marks)


def test_the_reading_answers_to_the_witness_line_by_line():
    folder = ROOT / "docs/texts/a-res-77-233"
    witness = (folder / "004_af2a078681e61f4e.txt").read_text(encoding="utf-8").split("\n")
    reading = (folder / "reading-ar.txt").read_text(encoding="utf-8").split("\n")
    assert len(witness) == len(reading)
    for number, (raw, read) in enumerate(zip(witness, reading, strict=True), 1):
        assert bool(raw.strip()) == bool(read), f"line {number}"


def test_the_restored_reading_is_composed_unicode_without_damage():
    text = (ROOT / "docs/texts/a-res-77-233/reading-ar.txt").read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) == text
    assert "\u0640" not in text, "tatweel is stretch, not reading"
    assert not [c for c in text if unicodedata.category(c) in {"Cf", "Co", "Cs"}]
    assert "  " not in text


def test_the_working_translation_holds_what_the_arabic_holds(corpus):
    """Figures are the same in each clause of both languages: years, symbols, numbers of resolutions and footnotes."""
    for text in corpus.texts:
        for clause in text.clauses:
            figures = {
                language: sorted(
                    "".join(c if c.isdigit() or c == "/" else " " for c in version.passage.text)
                    .replace("/ ", " ")
                    .split()
                )
                for language, version in clause.texts.items()
            }
            figures = {k: [f for f in v if any(c.isdigit() for c in f)] for k, v in figures.items()}
            assert figures["en"] == figures["ar"], (text.id, clause.id)
