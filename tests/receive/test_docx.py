"""DOCX: what Word prints is what comes out, and a hostile package is not opened."""

import io
import zipfile

import pytest

from resolutions.receive.door import receive
from resolutions.receive.numbering import FORMATS
from resolutions.receive.values import Limits

from .papers import HEAD, TYPE, W, docx, docx_package, docx_paragraph, docx_table, paper


def read(raw):
    found, problems = receive("a.docx", raw)
    assert not problems, problems
    return [line for line in found.lines if line], {step.code: step.count for step in found.steps}


def refused(raw, **limits):
    found, (problem,) = receive("a.docx", raw, None, Limits(**limits))
    assert found is None and problem.todo
    return problem.code


def package(body, **parts):
    return docx_package(body, **parts)


def test_a_paper_in_both_languages():
    lines, steps = read(docx(paper("en")))
    assert lines[0] == "United Nations   A/RES/75/998"
    assert (
        "*Recalling* the Convention on the Rights of the Child¹ and its resolution 74/174 of 18 December 2019," in lines
    )
    assert lines[-3:] == [
        "__________",
        "¹ United Nations, *Treaty Series*, vol. 1577, No. 27531.",
        "² See the report on schools, sect. II.",
    ]
    assert steps["footnotes"] == 2 and steps["running-header"] == 1
    lines, _ = read(docx(paper("ar")))
    assert "*إذ تشير* إلى اتفاقية حقوق الطفل(1) وإلى قرارها 74/174 المؤرخ 18 كانون الأول/ديسمبر 2019،" in lines


LEVELS = {0: ("decimal", "%1."), 1: ("lowerLetter", "(%2)"), 2: ("lowerRoman", "(%3)")}
ARABIC = {0: ("decimal", "%1 -"), 1: ("arabicAbjad", "(%2)"), 2: ("decimal", "’%3‘")}


def numbering(levels, *, override=""):
    abstract = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in levels.items()
    )
    second = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{second}'


@pytest.mark.parametrize(
    ("levels", "text", "labels"),
    [
        (LEVELS, "The text", ["1.", "2.", "(a)", "(i)", "(ii)", "(b)", "(i)", "3.", "(a)"]),
        (ARABIC, "النص", ["1 -", "2 -", "(أ)", "’1‘", "’2‘", "(ب)", "’1‘", "3 -", "(أ)"]),
    ],
)
def test_automatic_numbers_are_written_out(levels, text, labels):
    body = "".join(docx_paragraph(text, numbered=1, level=level) for level in (0, 0, 1, 2, 2, 1, 2, 0, 1))
    lines, steps = read(package(body, numbering=numbering(levels)))
    assert lines == [f"{label} {text}" for label in labels]
    assert steps["list-number"] == 9


def test_a_list_that_starts_again_and_one_by_its_style():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = (
        docx_paragraph("One", numbered=1)
        + docx_paragraph("Two", style="List")
        + docx_paragraph("Again", numbered=2)
        + docx_paragraph("Next", numbered=2)
    )
    assert read(package(body, numbering=numbering(LEVELS, override=again)))[0] == [
        "1. One",
        "2. Two",
        "1. Again",
        "2. Next",
    ]


def test_formats_of_numbers():
    assert [
        FORMATS[name](4)
        for name in ("decimal", "lowerLetter", "upperRoman", "lowerRoman", "arabicAbjad", "arabicAlpha", "hindiNumbers")
    ] == ["4", "d", "IV", "iv", "د", "ث", "٤"]
    assert FORMATS["lowerLetter"](28) == "bb"


def test_what_is_not_printed_is_left_out_and_told():
    body = (
        "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:ins><w:r><w:t> added</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> seven</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:noBreakHyphen/><w:t>non</w:t><w:softHyphen/><w:t>sense</w:t></w:r></w:p>"
    )
    found, _ = receive("a.docx", package(body))
    assert found.lines == ("Kept added seven-nonsense",)
    codes = {step.code for step in found.steps}
    assert {"deleted", "inserted", "hidden-text", "soft-hyphen"} <= codes
    assert [warning.code for warning in found.warnings] == ["docx-tracked"]


def test_italics_of_style_and_of_complex_script():
    body = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Open"/></w:rPr><w:t xml:space="preserve">Recalling </w:t></w:r><w:r><w:t>the Charter,</w:t></w:r></w:p>'
        '<w:p><w:r><w:rPr><w:rtl/><w:iCs/></w:rPr><w:t xml:space="preserve">إذ تشير </w:t></w:r><w:r><w:rPr><w:rtl/><w:i/><w:iCs w:val="0"/></w:rPr><w:t>إلى الميثاق،</w:t></w:r></w:p>'
    )
    assert read(package(body))[0] == ["*Recalling* the Charter,", "*إذ تشير* إلى الميثاق،"]


def test_tables_frames_and_breaks():
    frame = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>'
        + docx_paragraph("In a frame")
        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + docx_paragraph("In a frame")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        docx_table([[["Year"], ["Cases"]], [["2019"], ["12"]]])
        + f"<w:p><w:r>{frame}</w:r><w:r><w:t>First</w:t><w:br/><w:t>Second</w:t></w:r></w:p>"
    )
    assert read(package(body))[0] == ["Year   Cases", "2019   12", "In a frame", "First", "Second"]


def test_an_asterisk_note_keeps_its_asterisk():
    notes = f'{HEAD}<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>* Reissued.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    body = '<w:p><w:r><w:t>A title</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r></w:p>'
    raw = package(body, notes=["x"])
    assert read(replaced(raw, {"word/footnotes.xml": notes.encode()}))[0] == ["A title*", "__________", "* Reissued."]


def replaced(raw, parts):
    """The package with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, parts.get(info.filename, old.read(info)))
    return out.getvalue()


# -- refused ---------------------------------------------------------------------------------------------------------

WHOLE = package(docx_paragraph("Text"))


def test_other_packages():
    def archive(name):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.writestr(name, "x")
        return out.getvalue()

    assert [refused(archive(name)) for name in ("xl/workbook.xml", "content.xml", "readme.txt")] == ["file-kind"] * 3
    assert refused(WHOLE[: len(WHOLE) // 2]) == "docx-broken"
    assert refused(replaced(WHOLE, {"word/document.xml": b"<w:document"})) == "docx-broken"
    assert refused(package("")) == "file-empty"
    assert TYPE


def test_comments_of_the_file_cut_nothing_off():
    """Word writes none, but a program between may; what stands behind one is printed all the same."""
    run = "<w:r><w:t>one<!-- a --> two<?b?> three</w:t><!-- c --><w:t> four</w:t></w:r>"
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    lines, _ = read(package(f"<w:p><!-- d -->{run}<m:oMath {m}><m:r><m:t>5<!-- e -->6</m:t></m:r></m:oMath></w:p>"))
    assert lines == ["one two three four56"]


def test_bombs():
    bomb = replaced(
        package("<w:p/>", extra={"word/media/image1.xml": b""}), {"word/media/image1.xml": b"0" * 30_000_000}
    )
    assert refused(bomb) == "docx-bomb"
    assert refused(WHOLE, unpacked=1000) == "docx-bomb"
    assert refused(WHOLE, entries=2) == "docx-bomb"
    laughs = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><w:document {W}><w:body>&lol2;</w:body></w:document>'
    assert refused(replaced(WHOLE, {"word/document.xml": laughs.encode()})) == "docx-entities"
    assert refused(replaced(WHOLE, {"word/document.xml": laughs.encode("utf-16")})) == "docx-entities"
    deep = "<w:tbl><w:tr><w:tc>" * 70 + docx_paragraph("x") + "</w:tc></w:tr></w:tbl>" * 70
    assert refused(package(deep)) == "docx-nested"
