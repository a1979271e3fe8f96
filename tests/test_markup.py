"""Whatever a text holds, the page shows exactly that."""

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from resolutions import markup
from resolutions.hidden import is_hidden

EXTENSIONS = ["attr_list", "pymdownx.blocks.html", "def_list", "tables", "admonition"]
HOSTILE = [
    "<script>alert(1)</script>",
    "a & b &lt; c &amp; d",
    "*not italic* _nor this_ **nor that**",
    "[a link](javascript:alert(1)) ![a picture](x)",
    "<https://example.org> and <b>bold</b>",
    "{{ config.site_url }} {% include 'x' %} {# y #}",
    "{: .class #id onclick=alert(1) } and { .x }",
    "1. not a list",
    "- nor this",
    "+ nor this",
    "# not a heading",
    "> not a quotation",
    ": not a definition",
    "| a | b |",
    "`code` and ~~~ and ```",
    "!!! note",
    "back\\slash and \\* escaped",
    "~1~ ^2^ ==3== $4$",
    "&#60;script&#62;",
    "'quotes' and \"quotes\" – dashes — …",
    "***",
    "---",
    "===",
    "/// html | div",
    "////",
]


def shown(text, language="en"):
    page = python_markdown.markdown(f"Text {markup.markdown(text, language)}", extensions=EXTENSIONS)
    return lxml_html.fromstring(f"<div>{page}</div>")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_signs_of_other_languages_show_as_themselves(text, language):
    page = shown(text, language)
    assert page.text_content() == f"Text {text}"
    assert not page.cssselect("script, a, img, em, strong, code, b, [onclick], [id], li, h1, blockquote, table")


@pytest.mark.parametrize("text", HOSTILE)
def test_also_at_the_start_of_a_paragraph(text):
    page = lxml_html.fromstring(
        f"<div>{python_markdown.markdown(markup.markdown(text, 'en'), extensions=EXTENSIONS)}</div>"
    )
    assert page.text_content() == text
    assert [node.tag for node in page] == ["p"]


SEEN = st.characters(codec="utf-8").filter(lambda sign: not is_hidden(sign))


@given(st.text(SEEN.filter(lambda sign: not sign.isspace()), min_size=1))
def test_any_text(text):
    assert shown(text).text_content() == f"Text {text}"


@given(st.text(SEEN, max_size=80))
def test_html_of_any_text(text):
    node = lxml_html.fromstring(f"<div>{markup.html(text, 'ar')}</div>")
    assert node.text_content() == text
    assert {child.tag for child in node} <= {"bdi"}


@given(st.text(st.characters(exclude_characters="\t\n"), max_size=80))
def test_what_hides_is_shown_by_another_sign_one_for_one(text):
    made = markup.visible(text)
    assert len(made) == len(text)
    for sign, other in zip(text, made, strict=True):
        assert (other == "\ufffd" or "\u2400" <= other <= "\u2420") if is_hidden(sign) else other == sign


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("القرار A/RES/77/233، المؤرخ", ["A/RES/77/233"]),
        ("(E/2007/30/Rev.1) الجزء الأول", ["E/2007/30/Rev.1"]),
        ("و 73/148 المؤرخ 17 كانون الأول/ديسمبر 2018", ["73/148"]),
        ("22-28999 (A)", ["22-28999", "A"]),
        ("كوفيد-19 و/أو", []),
        ("من 7 إلى 12 آذار/مارس 2021", []),
        ("نموذج التحالف الدولي WeProtect للاستجابة", ["WeProtect"]),
        ("الملف 000_2628f500b6ec1bf9.txt، السطر 42", ["000_2628f500b6ec1bf9.txt"]),
        ("004_af2a078681e61f4e.txt، السطر 42", ["004_af2a078681e61f4e.txt"]),
    ],
)
def test_what_runs_left_to_right_is_isolated_in_arabic(text, isolated):
    node = lxml_html.fromstring(f"<div>{markup.html(text, 'ar')}</div>")
    assert [bdi.text for bdi in node.cssselect("bdi[dir=ltr]")] == isolated


def test_arabic_words_in_an_english_remark_are_said_to_be_arabic():
    assert (
        markup.html("The form بشأن is <usual>.", "en")
        == 'The form <bdi lang="ar" dir="rtl">بشأن</bdi> is &lt;usual&gt;.'
    )
    assert markup.html("الصيغة بشأن", "ar") == "الصيغة بشأن"
