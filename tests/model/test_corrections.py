"""Decisions of people: applied as they say, shown with reason and date, refused where the words do not stand there."""

import datetime

import pytest

from resolutions import site

from .shapes import ARABIC, COUNTS, ENGLISH

WHY = {"reason": {"en": "Read by a person.", "ar": "قرأه إنسان."}, "date": datetime.date(2036, 1, 5)}
ALIGNED = {"kind": "alignment", "en": ["sec-2-op-2"], "ar": ["sec-2-op-2", "sec-2-op-3"], **WHY}
CITED = {
    "kind": "citation",
    "place": "pp-2",
    "language": "en",
    "words": "12 commissions",
    "target": "crc",
    "pinpoint": "art-43",
    **WHY,
}
UNCITED = {
    "kind": "citation",
    "place": "sec-1",
    "language": "ar",
    "words": "لاتفاقية حقوق الطفل",
    "target": "none",
    **WHY,
}
MOVED = {"kind": "footnote", "number": 1, "language": "en", "after": "train judges", **WHY}


@pytest.fixture
def corrected(make, made):
    def corrected(*entries, **values):
        make(en=ENGLISH, ar=ARABIC, counts=COUNTS, corrections=[*entries], **values)
        corpus, problems = made()
        return corpus, corpus.texts[0], problems

    return corrected


def test_a_pairing_that_a_person_confirms_is_no_doubt(corrected):
    _, text, problems = corrected(ALIGNED)
    assert problems == []
    assert text.clause("sec-2-op-2").sure and text.clause("sec-2-op-2").is_group


def test_a_pairing_that_a_person_decides_otherwise(corrected):
    alone = {**ALIGNED, "en": [], "ar": ["sec-2-op-3"]}
    _, text, problems = corrected({**ALIGNED, "ar": ["sec-2-op-2"]}, alone)
    assert "pair-several" not in [problem.code for problem in problems]
    assert (
        list(text.clause("sec-2-op-2").texts["ar"].paragraphs)
        == [*text.clause("sec-2-op-2").texts["ar"].paragraphs][:1]
    )
    only = text.clause("sec-2-op-3-ar")
    assert list(only.texts) == ["ar"]
    assert text.clause("sec-2-op-3").texts["ar"].paragraphs[0].number == 4


def test_a_citation_is_added_with_its_pinpoint_and_one_is_taken_away(corrected):
    corpus, _, problems = corrected(ALIGNED, CITED, UNCITED)
    (added,) = [one for one in corpus.cited["a-res-90-1"].at("pp-2", "en") if one.rule == "correction"]
    assert (added.target, added.pinpoint.id) == ("crc", "art-43")
    assert corpus.cited["a-res-90-1"].at("sec-1", "ar") == ()
    one_sided = [problem.what for problem in problems if problem.code == "citation-one-sided"]
    assert len(one_sided) == len(problems) == 2  # each was corrected in one language only


def test_a_reference_that_a_machine_leaves_open_is_settled(make, made):
    english = "The General Assembly,\n\nRecalling its work,\n\n1. Takes note of paragraph 3 of the Declaration."
    counts = {"preambular": 1, "operative": 1}
    make(en=english, counts=counts)
    assert [problem.code for problem in made()[1]] == ["citation-open"]
    entry = {
        **CITED,
        "place": "op-1",
        "words": "paragraph 3 of the Declaration",
        "target": "kyoto-declaration",
        "pinpoint": "para-3",
    }
    make(en=english, counts=counts, corrections=[entry])
    corpus, problems = made()
    assert problems == []
    assert corpus.cited["a-res-90-1"].unresolved.get(("op-1", "en"), ()) == ()
    assert [one.id for one in corpus.pinpoints("kyoto-declaration")] == ["para-3"]


def test_the_mark_of_a_footnote_is_moved_and_the_source_is_not(corrected, empty):
    _, text, problems = corrected(ALIGNED, MOVED)
    assert {problem.code for problem in problems} == {"citation-one-sided"}  # the note was moved in one language only
    version = text.clause("sec-1-op-1").texts["en"]
    (mark,) = version.passage.marks
    assert version.passage.text[: mark.at].endswith("train judges")
    assert [note.number for note in version.notes] == [1]
    assert text.clause("pp-1").texts["en"].notes == ()
    assert "2019 and the Convention on the Rights of the Child,¹" in (empty / "texts/a-res-90-1/text-en.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_they_are_shown_on_the_clause_and_on_the_text(corrected, empty, language):
    corrected(ALIGNED, CITED, MOVED)
    pages = {draft.address: draft for draft in site.read(empty).drafts(language)}
    shown = pages["instruments/a-res-90-1/"].data["corrections"]
    assert [one["address"].split("/")[2] for one in shown] == ["sec-2-op-2", "pp-2", "sec-1-op-1"]
    assert all(WHY["reason"][language] in one["reason_html"] and "2036" in one["date"] for one in shown)
    (one,) = pages["instruments/a-res-90-1/pp-2/"].data["corrections"]
    assert "12 commissions" in one["what_html"]
    assert pages["instruments/a-res-90-1/pp-1/"].data["corrections"] == []


# name: entry, code, part of what is said
WRONG = {
    "no such paragraph": ({**ALIGNED, "ar": ["sec-2-op-9"]}, "correction-alignment", "no paragraph sec-2-op-9"),
    "a gap": ({**ALIGNED, "ar": ["sec-2-op-1", "sec-2-op-3"]}, "correction-alignment", "do not follow each other"),
    "words that are not there": ({**CITED, "words": "13 commissions"}, "correction-citation", "stands nowhere"),
    "words that are there twice": ({**CITED, "words": "o"}, "correction-citation", "times in pp-2"),
    "no such target": ({**CITED, "target": "crcc"}, "correction-citation", "has no record"),
    "no such unit": ({**CITED, "pinpoint": "art9"}, "correction-citation", "is no pinpoint"),
    "no such footnote": ({**MOVED, "number": 7}, "correction-footnote", "no footnote 7"),
    "no such words": ({**MOVED, "after": "train judge s"}, "correction-footnote", "stands nowhere"),
    "no reason": ({key: value for key, value in MOVED.items() if key != "reason"}, "record-missing", "reason"),
    "no such kind": ({**MOVED, "kind": "note"}, "record-union-tag-invalid", "kind"),
    "nothing named": ({**ALIGNED, "en": [], "ar": []}, "record-value-error", "at least one language"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_told_with_its_line_and_changes_nothing(corrected, name):
    entry, code, words = WRONG[name]
    _, text, problems = corrected(ALIGNED, entry) if entry["kind"] != "alignment" else corrected(entry)
    (told,) = [problem for problem in problems if problem.code == code]
    assert words in told.what and told.path.endswith("corrections.yml") and told.line >= 1
    assert told.severity.withholds
    assert len(text.clauses) == 7


def test_decisions_that_cross_each_other_are_told(corrected):
    crossing = [
        {**ALIGNED, "en": ["sec-2-op-2"], "ar": ["sec-2-op-3"]},
        {**ALIGNED, "en": ["sec-2-op-3"], "ar": ["sec-2-op-2"]},
    ]
    _, _, problems = corrected(*crossing)
    assert ["crosses" in problem.what for problem in problems if problem.code == "correction-alignment"] == [True]
