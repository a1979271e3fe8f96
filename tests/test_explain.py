"""Why a line, a clause or a citation is what it is: the rule, and the entry of a record behind it, in both languages."""

import pytest

import _check as command
from resolutions import site
from resolutions.explain.explain import explain
from resolutions.explain.values import ClauseExplained, LineExplained, Unknown
from resolutions.parse import openings

GA, IPU = "a-res-77-233", "c-iii-143-dr"
GA_EN, GA_AR = f"docs/texts/{GA}/translation-en.txt", f"docs/texts/{GA}/reading-ar.txt"
IPU_FILE = f"docs/texts/{IPU}/000_2628f500b6ec1bf9.txt"


@pytest.fixture(scope="module")
def held(request):
    """Explains places of the real corpus."""
    from pathlib import Path

    docs = Path(__file__).parents[1] / "docs"
    corpus, problems = site.read_corpus(docs)
    return lambda place: explain(corpus, problems, docs, place)


def broken(docs, file, old, new):
    """Spoil a file; explains places of what comes of it."""
    path = docs / "texts" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    corpus, problems = site.read_corpus(docs)
    problems = tuple(problem.below(docs.parent) for problem in problems)
    return lambda place: explain(corpus, problems, docs, place)


def clause_of(at, docs, file, words):
    """The clause in whose lines the words stand."""
    text = (docs / "texts" / GA / file).read_text(encoding="utf-8")
    return at(f"docs/texts/{GA}/{file}:{text[: text.index(words)].count(chr(10)) + 1}").belongs[0]


def sides(found):
    assert isinstance(found, ClauseExplained), found
    return {side.language: side for side in found.sides}


def line_of(where):
    """What stands in the file at a place of a record."""
    from pathlib import Path

    return (Path(__file__).parents[1] / where.path).read_text(encoding="utf-8").split("\n")[where.line - 1]


# Clauses


@pytest.mark.parametrize(
    ("place", "language", "marker", "opening", "italic"),
    [
        (f"{GA}/op-4", "en", "4.", "Urges", True),
        (f"{GA}/op-4", "ar", "4 -", "تحث", True),
        (f"{GA}/pp-3", "en", "", "Recalling also", True),
        (f"{GA}/pp-3", "ar", "", "وإذ تشير أيضا", True),
        (f"{IPU}/pp-6", "en", "- (6)", "Bearing in mind", True),
        (f"{IPU}/pp-6", "ar", "- (6)", "وإذ تأخذ بالاعتبار", False),
    ],
)
def test_why_a_clause_begins(held, place, language, marker, opening, italic):
    side = sides(held(place))[language]
    assert side.marker == marker
    assert (side.phrases[0].words, side.phrases[0].italic) == (opening, italic)
    assert side.phrases[0].entries
    for words, where in side.phrases[0].entries:
        assert where.path == "docs/records/grammar/openings.yml"
        assert words.partition(": ")[2] in line_of(where)


def test_boundaries_lead_to_the_file(held):
    side = sides(held(f"{GA}/op-4"))["ar"]
    from pathlib import Path

    lines = (Path(__file__).parents[1] / side.first.path).read_text(encoding="utf-8").split("\n")
    assert lines[side.first.line - 1][side.first.column - 1 :].startswith("تحث*")
    assert lines[side.last.line - 1][: side.last.column].endswith(("؛", ".", "،"))
    assert side.last.column == len(lines[side.last.line - 1].rstrip())


def test_entries_of_a_phrase_are_those_of_its_part(corpus):
    words = corpus.records.openings
    assert [key for key, _ in openings.entries("تحث", words.ar, preambular=False)] == ["operative"]
    assert [key for key, _ in openings.entries("Also urges", words.en, preambular=False)] == ["modifiers", "operative"]
    found = openings.entries("وإذ تشير أيضا", words.ar, preambular=True)
    assert [key for key, _ in found] == ["preambular_marks", "preambular", "modifiers"]
    assert openings.entries("Bemoans", words.en, preambular=False) == ()


def test_footnotes_and_their_places(held):
    for language, path in (("en", GA_EN), ("ar", GA_AR)):
        (note,) = sides(held(f"{GA}/pp-12"))[language].notes
        assert note[0] == 4
        assert note[1].path == path


# Citations


@pytest.mark.parametrize(
    ("place", "language", "words", "target", "rule", "entry"),
    [
        (f"{GA}/pp-3:1", "en", "resolution 76/181 of 16 December 2021", "a-res-76-181", "number:un-ga (own)", ("bodies/un-ga.yml", "resolution")),
        (f"{GA}/pp-3:1", "ar", "قرارها 76/181 المؤرخ 16 كانون الأول/ديسمبر 2021", "a-res-76-181", "number:un-ga (own)", ("bodies/un-ga.yml", "resolution")),
        (f"{GA}/pp-3:3", "en", "2030 Agenda for Sustainable Development", "2030-agenda", "name:2030-agenda within a name", ("instruments/2030-agenda.yml", "2030 Agenda for Sustainable Development")),
        (f"{GA}/pp-3:3", "ar", "خطة التنمية المستدامة لعام 2030", "2030-agenda", "name:2030-agenda within a name", ("instruments/2030-agenda.yml", "خطة التنمية المستدامة لعام 2030")),
        (f"{GA}/pp-3:4", "en", "paragraph 29 of the Declaration", "kyoto-declaration", "back:declaration", ("grammar/references.yml", "the Declaration")),
        (f"{GA}/pp-3:4", "ar", "الفقرة 29 من الإعلان", "kyoto-declaration", "back:declaration", ("grammar/references.yml", "الإعلان")),
        (f"{GA}/masthead:1", "en", "A/77/464, para. 31", "a-77-464", "symbol", ("grammar/references.yml", "A")),
        (f"{GA}/masthead:1", "ar", "A/77/464، الفقرة 31", "a-77-464", "symbol", ("grammar/references.yml", "A")),
    ],
)  # fmt: skip
def test_what_found_a_citation(held, place, language, words, target, rule, entry):
    found = held(place)
    one = sides(found)[language].citations[found.citation - 1]
    assert (one.words, one.target, one.rule) == (words, target, rule)
    said, where = one.entry
    assert where.path == f"docs/records/{entry[0]}"
    assert said.endswith(entry[1])
    assert entry[1] in line_of(where)
    assert target in one.record.path


def test_every_citation_of_the_corpus_says_what_found_it(held, corpus):
    count = 0
    for text in corpus.texts:
        for place in ("masthead", *(clause.id for clause in text.clauses)):
            for language, side in sides(held(f"{text.id}/{place}")).items():
                for one in side.citations:
                    count += 1
                    assert one.words, (text.id, place, language)
                    assert one.rule
                    assert one.entry, (text.id, place, one)
                    assert line_of(one.where)[one.where.column - 1 :].startswith(one.words[:3]), one
    assert count > 75


def test_a_pinpoint_names_the_entry_of_its_unit(held):
    for language, label in (("en", "paragraph 29"), ("ar", "الفقرة 29")):
        pinpoint = sides(held(f"{GA}/pp-3:4"))[language].citations[3].pinpoint
        assert pinpoint[:2] == ("para-29", label)
        assert "para:" in line_of(pinpoint[2][0])


@pytest.mark.parametrize(
    ("file", "old", "new", "language", "words"),
    [
        ("translation-en.txt", "paragraph 67 of the Kyoto Declaration", "paragraph 67 thereof", "en", "paragraph 67"),
        ("reading-ar.txt", "الفقرة 67 من إعلان كيوتو", "الفقرة 67 منه", "ar", "الفقرة 67"),
    ],
)
def test_a_reference_that_is_open_says_why(docs, file, old, new, language, words):
    at = broken(docs, f"{GA}/{file}", old, new)
    found = sides(at(f"{GA}/{clause_of(at, docs, file, new)}"))[language].citations
    one = next(one for one in found if one.words == words)
    assert (one.target, one.record, one.rule) == ("", None, "unnamed")
    assert "not clear to which instrument" in one.why
    assert one.entry[1].path == "docs/records/grammar/pinpoints.yml"


# Pairing


def test_pairing_says_why(held):
    assert held(f"{GA}/op-4").pairing[0] == "Both languages have an operative paragraph of this number."
    assert held(f"{GA}/pp-3").pairing[1:] == ("They cite the same.", "Lines: 1 in en, 22 in ar.")


def test_a_number_that_only_one_language_has(docs):
    at = broken(docs, f"{GA}/translation-en.txt", "\n22. *", "\n23. *")
    assert at(f"{GA}/op-23").pairing == ("It is part of op-22; ask for that.",)
    found = at(f"{GA}/op-22")
    assert found.pairing[0] == "op-23 (en); op-22 (ar) are one clause."
    assert {language: side.marker for language, side in sides(found).items()} == {"en": "23.", "ar": "22 -"}


def test_a_clause_that_only_one_language_has(docs):
    path = docs / "texts" / GA / "corrections.yml"
    reason = "reason: {en: The Arabic has nothing of it., ar: لا مقابل لها في النص العربي.}"
    entries = [f"- {{kind: alignment, {one}: [op-22], {reason}, date: 2026-01-15}}" for one in ("en", "ar")]
    path.write_text("\n".join(entries), encoding="utf-8")
    corpus, problems = site.read_corpus(docs)
    alone = [one.id for one in corpus.text(GA).clauses if len(one.texts) == 1]
    assert len(alone) == 2
    for place in alone:
        found = explain(corpus, problems, docs, f"{GA}/{place}")
        assert len(found.sides) == 1
        assert "has nothing of" in found.pairing[0]
        assert found.pairing[1].startswith("Decided by a person on 2026-01-15")


def test_a_citation_of_one_language_is_seen_in_the_pairing(docs):
    at = broken(
        docs, f"{GA}/translation-en.txt", "contravene the Charter of the United Nations", "contravene the Charter"
    )
    clause = clause_of(at, docs, "translation-en.txt", "contravene the Charter")
    assert "They do not cite the same." in at(f"{GA}/{clause}").pairing


def test_paragraphs_that_a_person_set_side_by_side(docs):
    path = docs / "texts" / GA / "corrections.yml"
    reason = "reason: {en: The English divides it., ar: قُسّمت في النص الإنكليزي.}"
    path.write_text(
        f"- {{kind: alignment, en: [pp-3, pp-4], ar: [pp-3], {reason}, date: 2026-01-15}}\n", encoding="utf-8"
    )
    corpus, problems = site.read_corpus(docs)
    text = corpus.text(GA)
    clause = next(one for one in text.clauses if one.is_group)
    found = explain(corpus, problems, docs, f"{GA}/{clause.id}")
    assert found.pairing[0] == "pp-3, pp-4 (en); pp-3 (ar) are one clause."
    assert found.pairing[1] == "Decided by a person on 2026-01-15: The English divides it."
    both = sides(found)
    assert [len(both["en"].phrases), len(both["ar"].phrases)] == [2, 1]
    assert all(one.words for side in found.sides for one in side.citations)


# Lines


@pytest.mark.parametrize(
    ("place", "language", "belongs", "kinds"),
    [
        (f"{IPU_FILE}:104", "en", ("op-8",), ["blank", "marker", "emphasis", "text", "emphasis", "text"]),
        (f"{GA_AR}:113", "ar", ("footnote 3",), ["note-label", "note"]),
        (f"{GA_AR}:120", "ar", (), []),
        (f"{GA_EN}:91", "en", ("op-4",), ["marker", "emphasis", "text", "emphasis", "text"]),
    ],
)
def test_what_a_line_is(held, place, language, belongs, kinds):
    found = held(place)
    assert isinstance(found, LineExplained)
    assert (found.language, found.belongs) == (language, belongs)
    assert [span.kind.value for span, _ in found.spans] == kinds
    assert "".join(words for _, words in found.spans) == found.text


def test_a_line_that_nothing_explains_stands_at_the_end_with_the_problem(docs):
    new = "United Nations.\n\nA line of its own\n\n____"
    at = broken(docs, f"{GA}/translation-en.txt", "United Nations.\n\n____", new)
    text = (docs / "texts" / GA / "translation-en.txt").read_text(encoding="utf-8")
    number = text[: text.index("A line of its own")].count("\n") + 1
    found = at(f"{GA_EN}:{number}")
    assert found.belongs == ("closing",)
    assert [span.kind.value for span, _ in found.spans] == ["closing"]
    assert [problem.code for problem in found.problems] == ["line-stray"]


# What is not there


@pytest.mark.parametrize(
    ("place", "near"),
    [
        (f"{GA}/op-99", "op-9"),
        ("a-res-77-23/op-1", GA),
        (f"{GA}/pp-3:99", None),
        (f"docs/texts/{GA}/decisions.yml:3", GA_AR),
        (f"{GA_AR}:9999", None),
        ("docs/texts/crc/a.txt:1", GA),
        ("op-4", None),
    ],
)
def test_an_unknown_place_says_what_there_is(held, place, near):
    found = held(place)
    assert isinstance(found, Unknown)
    assert found.what
    assert near is None or near in found.near


def test_the_command_prints_it(docs, capsys):
    assert command.main(["--explain", f"{GA}/pp-3:4"], docs) == 0
    out = capsys.readouterr().out
    assert "|paragraph 29 of the Declaration|" in out
    assert "|الفقرة 29 من الإعلان|" in out
    assert "docs/records/grammar/references.yml:" in out
    assert "76/181" not in out  # only the citation asked for
    assert command.main(["--explain", f"{GA_EN}:91"], docs) == 0
    assert "|Urges|" in capsys.readouterr().out
    assert command.main(["--explain", f"{GA}/op-99"], docs) == 1
