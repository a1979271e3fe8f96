"""The files for reference managers, read back by libraries that others keep: pybtex, rispy, citeproc-py."""

import dataclasses
import datetime
import json

import pybtex.database
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.richtext import Text

from resolutions.pages.taking import formats
from resolutions.pages.taking.control import FORMATS
from resolutions.pages.taking.reference import Reference, references
from resolutions.records.kinds import Kind

# Every sign that means something to TeX, and an unpaired one of each pair.
NASTY = r"100% of A & B_2 cost $5 #1 {x ~ y^2 \end} “quoted” – «نعم»، (ب)"

PLAIN = Reference(
    key="a-res-77-233-op-4-en",
    kind=Kind.RESOLUTION,
    language="en",
    text="en",
    authors=("United Nations General Assembly",),
    genre="resolution",
    title="A title",
    symbol="A/RES/77/233",
    number="77/233",
    date=datetime.date(2022, 12, 15),
    clause="operative paragraph 4",
    status="English text: unofficial working translation by Muqabala",
    address="https://muqabala.example/instruments/a-res-77-233/op-4/",
)
ARABIC = dataclasses.replace(
    PLAIN,
    key="a-res-77-233-op-4-ar",
    language="ar",
    text="ar",
    authors=("الجمعية العامة للأمم المتحدة", "اللجنة الثالثة"),
    genre="قرار",
    title="تعزيز الجهود الوطنية والدولية",
    clause="الفقرة 4 من المنطوق",
    status="النص العربي: نص مسترجَع من مصدر معطوب",
)


def read_bibtex(text):
    # `month = dec` is a macro, which pybtex writes out.
    return pybtex.database.parse_string(text, "bibtex").entries


KERNEL = {r"\$": "$", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciicircum{}": "^"}


def shown(field: str) -> str:
    """What LaTeX prints: by pybtex, and by LaTeX's kernel the few commands that pybtex does not know."""
    for place, command in enumerate(KERNEL):
        field = field.replace(command, chr(0xE000 + place))
    text = str(Text.from_latex(field))
    for place, sign in enumerate(KERNEL.values()):
        text = text.replace(chr(0xE000 + place), sign)
    return text


def test_bibtex_has_an_entry_for_each_reference():
    found = read_bibtex(formats.bibtex([PLAIN, ARABIC]))
    assert list(found) == [PLAIN.key, ARABIC.key]
    english = found[PLAIN.key]
    assert english.type == "legislation"
    assert english.fields["number"] == "A/RES/77/233"
    assert english.fields["howpublished"] == "Resolution 77/233 (A/RES/77/233), operative paragraph 4"
    assert (english.fields["date"], english.fields["year"], english.fields["month"]) == (
        "2022-12-15",
        "2022",
        "December",
    )
    assert english.fields["url"] == PLAIN.address
    assert english.fields["note"] == PLAIN.status
    arabic = found[ARABIC.key]
    assert arabic.fields["langid"] == "arabic"
    assert arabic.fields["howpublished"] == "قرار 77/233 (A/RES/77/233)، الفقرة 4 من المنطوق"
    assert shown(arabic.fields["title"]) == ARABIC.title


@pytest.mark.parametrize("language", ["en", "ar"])
def test_bibtex_takes_a_body_for_one_name(language):
    one = dataclasses.replace(PLAIN, language=language, authors=("Union of This and That", "Committee on A, B and C"))
    (person,) = read_bibtex(formats.bibtex([one]))[one.key].persons["author"]
    mark = "، " if language == "ar" else ", "
    assert shown(str(person)) == mark.join(one.authors)


@pytest.mark.parametrize("field", ["title", "clause", "status", "symbol", "authors"])
def test_signs_of_tex_come_back_as_themselves(field):
    one = dataclasses.replace(PLAIN, **{field: (NASTY,) if field == "authors" else NASTY})
    entry = read_bibtex(formats.bibtex([one, ARABIC]))
    assert list(entry) == [PLAIN.key, ARABIC.key], "an entry ran into the next"
    values = [*entry[PLAIN.key].fields.values(), *(str(person) for person in entry[PLAIN.key].persons["author"])]
    assert any(NASTY in shown(value) for value in values)


@pytest.mark.parametrize(
    ("kind", "bibtex", "ris", "csl"),
    [
        (Kind.RESOLUTION, "legislation", "STAT", "legislation"),
        (Kind.DRAFT_RESOLUTION, "legislation", "BILL", "bill"),
        (Kind.CONVENTION, "legislation", "LEGAL", "treaty"),
        (Kind.REPORT, "report", "RPRT", "report"),
        (Kind.POLICY_BRIEF, "report", "RPRT", "report"),
    ],
)
def test_types(kind, bibtex, ris, csl):
    one = dataclasses.replace(PLAIN, kind=kind)
    entry = read_bibtex(formats.bibtex([one]))[one.key]
    assert entry.type == bibtex
    assert ("institution" in entry.fields and "type" in entry.fields) is (bibtex == "report"), "BibLaTeX wants both"
    assert rispy.loads(formats.ris([one]))[0]["type_of_reference"] == ris
    assert json.loads(formats.csl_json([one]))[0]["type"] == csl


def test_ris():
    text = formats.ris([PLAIN, ARABIC])
    assert text.count("\r\n") == text.count("\n"), "lines end as RIS wants"
    english, arabic = rispy.loads(text.replace("\r\n", "\n"))
    assert english["authors"] == ["United Nations General Assembly"]
    assert arabic["authors"] == list(ARABIC.authors)
    assert english["title"] == PLAIN.title
    assert english["year"] == "2022"
    assert english["date"] == "2022/12/15"
    assert english["urls"] == [PLAIN.address]
    assert english["notes"] == [PLAIN.status]
    assert arabic["section"] == ARABIC.clause
    assert [one["language"] for one in (english, arabic)] == ["en", "ar"]


def test_csl_json_is_understood_by_a_processor(recwarn):
    items = json.loads(formats.csl_json([PLAIN, ARABIC]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    printed = ["".join(entry) for entry in bibliography.bibliography()]
    for one, line in zip((PLAIN, ARABIC), printed, strict=True):
        assert one.title in line and one.address in line and "2022" in line and one.authors[0] in line
    assert not [str(one.message) for one in recwarn], "a key or a type that CSL does not know"
    assert items[0]["issued"] == {"date-parts": [[2022, 12, 15]]}


def test_every_reference_of_the_corpus_can_be_read_in_every_format(corpus):
    for text in corpus.texts:
        for clause in (None, *text.clauses):
            found = references(corpus, text, clause)
            keys = [one.key for one in found]
            bibtex, ris, csl = (write(found) for _, write in FORMATS.values())
            entries = read_bibtex(bibtex)
            records = rispy.loads(ris.replace("\r\n", "\n"))
            items = json.loads(csl)
            assert list(entries) == keys == [one["id"] for one in records] == [one["id"] for one in items]
            for one, record, item in zip(found, records, items, strict=True):
                assert shown(entries[one.key].fields["title"]) == one.title == record["title"] == item["title"]
                assert entries[one.key].fields["note"] == one.status == record["notes"][0] == item["note"]
