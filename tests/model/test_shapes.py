"""A text with sections that number anew, nested sub-paragraphs, an annex, closing lines and a note called twice."""

import pytest

from resolutions import site

from .shapes import ARABIC, COUNTS, ENGLISH


@pytest.fixture
def shaped(make, made):
    make(en=ENGLISH, ar=ARABIC, counts=COUNTS)
    corpus, problems = made()
    return corpus, corpus.texts[0], problems


def test_numbers_that_start_again_are_no_fault(shaped):
    _, text, problems = shaped
    assert [problem.code for problem in problems] == ["pair-several"]
    assert [clause.id for clause in text.clauses] == [
        "pp-1", "pp-2", "sec-1-op-1", "sec-1-op-2", "sec-2-op-1", "sec-2-op-2", "sec-2-op-3",
    ]  # fmt: skip
    assert [(one.id, one.before, dict(one.labels)) for one in text.sections] == [
        ("sec-1", 2, {"en": "I", "ar": "أولا"}),
        ("sec-2", 4, {"en": "II", "ar": "ثانيا"}),
    ]


def test_a_number_that_lacks_in_one_section_is_told(make, made):
    make(en=ENGLISH.replace("2. Decides to consider", "3. Decides to consider"), counts=COUNTS["en"])
    codes = {(problem.code, problem.what) for problem in made()[1]}
    assert ("clause-missing", "Operative (section 2) paragraph 2 is missing.") in codes
    assert any(code == "clause-twice" for code, _ in codes)


def test_as_many_paragraphs_as_the_record_says(make, made):
    make(en=ENGLISH, counts={**COUNTS["en"], "operative": 9})
    assert [problem.code for problem in made()[1]] == ["clause-count"]


def test_sub_paragraphs_have_one_id_in_both_languages(shaped):
    _, text, _ = shaped
    clause = text.clause("sec-1-op-1")
    ids = [[sub.id for sub in clause.texts[language].all_subs()] for language in ("en", "ar")]
    assert ids[0] == ids[1] == [f"sec-1-op-1-{end}" for end in ("a", "a-i", "a-ii", "b")]


def test_a_paragraph_that_one_language_splits_is_one_clause(shaped):
    _, text, _ = shaped
    clause = text.clause("sec-2-op-2")
    assert [[one.number for one in clause.texts[language].paragraphs] for language in ("en", "ar")] == [[2], [2, 3]]
    assert clause.texts["ar"].passage.text.count("\n") == 1
    assert not clause.sure
    after = text.clause("sec-2-op-3")
    assert after.texts["ar"].paragraphs[0].number == 4 and after.sure


def test_what_stands_outside_clauses_is_cited_from_too(shaped):
    corpus, _, _ = shaped
    places = [citing.place for citing in corpus.citing("crc")]
    assert places == ["pp-1", "sec-1", "sec-1-op-2", "annex-1-p-2"]
    assert [one.id for one in corpus.pinpoints("crc")] == ["art-19"]


def test_a_note_called_twice_stands_below_both_and_has_two_anchors(empty, make, shaped):
    _, text, _ = shaped
    notes = [note for clause in text.clauses for note in clause.texts["en"].notes]
    assert [(note.number, note.call) for note in notes] == [(1, 1), (1, 2)]
    body = pages(empty, "en")["instruments/a-res-90-1/"].body
    assert body.count('id="fnref-1-en"') == 1 and body.count('id="fnref-1-en-2"') == 1
    assert body.count("#fn-1-en ") == 1 and body.count("#fn-1-en-2 ") == 1


def test_a_note_called_twice_while_another_is_not_called_is_told(make, made):
    text = ENGLISH.replace("4 times in 2037", "4 times² in 2037") + "\n    ² A second note.\n\n    ³ A third note.\n"
    make(en=text.replace("times²", "times"), counts={**COUNTS["en"], "footnotes": 3})
    codes = [problem.code for problem in made()[1]]
    assert "note-called-twice" in codes and "note-uncalled" in codes


def pages(docs, language):
    return {draft.address: draft for draft in site.read(docs).drafts(language)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_text_has_headings_and_anchors_once(empty, shaped, language):
    body = pages(empty, language)["instruments/a-res-90-1/"].body
    for anchor in ("{: #sec-1 .section }", "{: #sec-2 .section }", "#sec-1-op-1-a-ii ", "#closing", "#annex-1"):
        assert body.count(anchor) == 1, anchor
    order = [
        body.index(one) for one in ("#pp .part", "#chapeau", "#pp-1", "#op .part", "#sec-1 .section", "#sec-1-op-1")
    ]
    assert order == sorted(order)
    assert body.index("#sec-1-op-2") < body.index("#sec-2 .section") < body.index("#sec-2-op-1")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_text_is_only_cut_never_changed(empty, shaped, language):
    """All lines of a column put together are the text of the clause."""
    from resolutions.pages.body import blocks

    _, text, _ = shaped
    for unit in text.units():
        for one, version in unit.texts.items():
            cut = blocks(unit, one)
            assert "".join(version.passage.text[each.start : each.end] for each in cut) == version.passage.text
    lines = blocks(text.clause("sec-1-op-1"), language)
    assert [line.depth for line in lines] == [0, 1, 2, 2, 1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_annex_has_a_page_with_its_own_numbers(empty, shaped, language):
    found = pages(empty, language)
    page = found["instruments/a-res-90-1/annex-1/"]
    assert page.template == "annex.html"
    assert page.data["names"] == {"en": "Annex", "ar": "المرفق"}
    assert ">[1](#annex-1-p-2)<" in page.body and "crc" in page.body
    assert "annex-1.md" in found["instruments/a-res-90-1/"].body
    assert "instruments/a-res-90-1/op-6/" not in found
    crc = found["instruments/crc/"]
    assert "instruments/a-res-90-1/annex-1/#annex-1-p-2" in str(crc.data["cited"])


def test_the_page_of_a_group_says_so_in_both_languages(empty, shaped):
    for language, words in (
        ("en", "1 in the English text, 2 in the Arabic"),
        ("ar", "1 في النص الإنكليزي، و2 في النص العربي"),
    ):
        found = pages(empty, language)
        remarks = found["instruments/a-res-90-1/sec-2-op-2/"].data["remarks"]
        assert words in remarks[0] and len(remarks) == 2
        (number,) = found["instruments/a-res-90-1/sec-2-op-3/"].data["remarks"]
        assert "4" in number
        assert found["instruments/a-res-90-1/sec-2-op-1/"].data["remarks"] == []


def test_a_single_paragraph_without_a_number_stands_in_brackets(make, made):
    make(en="The General Assembly,\n\nRecalling its work,\n\nDecides to act.", counts={"preambular": 1, "operative": 1})
    (text,) = made()[0].texts
    assert text.clause("op-1").printed_number("en") == "(1)"


def test_a_lettered_paragraph_of_a_held_text_is_where_a_citation_leads(empty, make, made):
    counts = {"preambular": 1, "operative": 1}
    held = "The General Assembly,\n\nRecalling its work,\n\n1. Urges States:\n\n(a) To adopt laws;\n\n(b) To report."
    citing = "The General Assembly,\n\nRecalling paragraph 1 (b) of its resolution 90/1,\n\n1. Decides to act."
    make(en=held, counts=counts)
    make("a-res-90-2", en=citing, counts=counts)
    _, problems = made()
    assert problems == []
    found = pages(empty, "en")
    assert "(../a-res-90-1/op-1.md#op-1-b)" in found["instruments/a-res-90-2/pp-1/"].body
    assert "#op-1-b " in found["instruments/a-res-90-1/op-1/"].body
    assert found["instruments/a-res-90-1/para-1-b/"].data["held_place"] == "instruments/a-res-90-1/op-1/#op-1-b"


PREAMBLES = """
    The General Assembly,

    Recalling its work,

    1. Decides to act;

    Noting its other work,

    2. Decides to go on.*

    * Reissued for technical reasons.
"""


def test_a_second_preamble_stands_where_it_is_in_the_source_and_stars_keep_their_note(empty, make, made):
    make(en=PREAMBLES, counts={"preambular": 2, "operative": 2})
    corpus, problems = made()
    (text,) = corpus.texts
    assert [problem.code for problem in problems] == []
    assert [clause.id for clause in text.clauses] == ["pp-1", "op-1", "pp-2", "op-2"]
    body = pages(empty, "en")["instruments/a-res-90-1/"].body
    parts = [body.index(one) for one in ("#pp .part", "#op .part", "#pp-part-2 .part", "#op-part-2 .part")]
    assert parts == sorted(parts)
    assert body.count("#chapeau") == 1
    assert "Reissued for technical reasons" in body
    assert text.clause("op-2").texts["en"].stars[0].label == "*"


def test_annexes_are_paired_by_their_number_and_a_lonely_one_is_doubted(make, made):
    english = "The General Assembly,\n\nRecalling its work,\n\n1. Adopts the texts below.\n\nAnnex I\n\nRules\n\n1. The first.\n\nAnnex II\n\nForms\n\n1. The form."
    arabic = "إن الجمعية العامة،\n\nإذ تشير إلى أعمالها،\n\n1 - تعتمد النصين أدناه.\n\nالمرفق الثاني\n\nالنماذج\n\n1 - النموذج."
    make(en=english, ar=arabic, counts={"preambular": 1, "operative": 1})
    corpus, problems = made()
    assert [list(annex.heading.texts) for annex in corpus.texts[0].annexes] == [["en"], ["en", "ar"]]
    assert [(problem.code, problem.path[-11:]) for problem in problems] == [("annex-unpaired", "text-ar.txt")]


def test_a_paragraph_that_joins_the_one_before_keeps_its_id_as_an_anchor(empty, make, made):
    counts = {"en": COUNTS["ar"], "ar": COUNTS["en"]}
    english = ENGLISH.replace("again, and requests 9", "again;\n\n    3. Requests 9").replace(
        "3. Decides also", "4. Decides also"
    )
    arabic = ARABIC.replace("مرة أخرى؛\n\n    3 - تطلب", "مرة أخرى، وتطلب").replace("4 - تقرر أيضا", "3 - تقرر أيضا")
    make(en=english, ar=arabic, counts=counts)
    (text,) = made()[0].texts
    assert [clause.id for clause in text.clauses][-2:] == ["sec-2-op-2", "sec-2-op-4"]
    assert text.clause("sec-2-op-4").texts["ar"].paragraphs[0].number == 3
    for language in ("en", "ar"):
        assert pages(empty, language)["instruments/a-res-90-1/"].body.count("#sec-2-op-3 ") == 1


def test_annexes_and_headings_are_found(shaped):
    from resolutions.finding.entries import entries

    corpus, _, _ = shaped
    found = {one.address: one for one in entries(corpus) if one.part == "an"}
    assert {"instruments/a-res-90-1/#sec-1", "instruments/a-res-90-1/annex-1/#annex-1-p-2"} <= set(found)
    for one in found.values():
        assert all(one.names.values()) and any(one.texts.values()), one.address
