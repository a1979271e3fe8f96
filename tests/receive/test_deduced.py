"""What no line of the masthead says follows from number, body, chapeau and closing lines; nothing is made up."""

import datetime
from pathlib import Path

import pytest

from resolutions.parse import text as texts
from resolutions.parse.source import Line, Source
from resolutions.receive.masthead import understand
from resolutions.records import load, masthead
from resolutions.records.kinds import Kind

DOCS = Path(__file__).parents[2] / "docs"
RECORDS, GRAMMAR = load.load(DOCS)[0], masthead.load(DOCS)[0]
EN = "\n\nRecalling its work,\n\n1. Urges all to act;\n\n2. Decides to remain seized.\n\n"
AR = "\n\nإذ تشير إلى عملها،\n\n1 - تحث الجميع على العمل؛\n\n2 - تقرر إبقاء المسألة قيد النظر.\n\n"
DAY = datetime.date(2021, 7, 21)

CASES = {
    "commission": ("en", "Resolution 64/5\n\nHarbours\n\nThe Commission on Narcotic Drugs," + EN,
                   "CND Res. 64/5", "cnd-res-64-5", ("regular", 64), None),
    "commission-ar": ("ar", "القرار 64/5\n\nالموانئ\n\nإن لجنة المخدرات،" + AR,
                      "CND Res. 64/5", "cnd-res-64-5", ("regular", 64), None),
    "council": ("en", "2021/9.\tHarbours\n\nThe Economic and Social Council," + EN + "27th plenary meeting\n21 July 2021",
                "E/RES/2021/9", "", ("year", 2021), DAY),
    "council-ar": ("ar", "2021/9 - الموانئ\n\nإن المجلس الاقتصادي والاجتماعي،" + AR + "الجلسة العامة 27\n21 تموز/يوليه 2021",
                   "E/RES/2021/9", "", ("year", 2021), DAY),
    "old": ("en", "2991 (XX). Harbours\n\nThe General Assembly," + EN + "1398th plenary meeting,\n21 July 2021.",
            "A/RES/2991(XX)", "", ("regular", 20), DAY),
    "old-ar": ("ar", "2991 (د-20) - الموانئ\n\nإن الجمعية العامة،" + AR, "A/RES/2991(XX)", "", ("regular", 20), None),
    "security-council": ("en", "Resolution 942 (1967)\nof 22 November 1967\n\nThe Security Council," + EN
                         + "Adopted unanimously at the\n1382nd meeting.",
                         "S/RES/942 (1967)", "", ("sitting", 1382), datetime.date(1967, 11, 22)),
    "union": ("en", "Harbours and storms\n\nResolution adopted unanimously by the 143rd IPU Assembly\n(Madrid, 21 July 2021)\n\n"
              "The 143rd Assembly of the Inter-Parliamentary Union," + EN,
              "IPU 143 (Harbours and storms)", "ipu-143-harbours-and-storms", ("ipu-assembly", 143), DAY),
    "union-ar": ("ar", "الموانئ\n\nقرار اعتمدته الجمعية العامة الـ143 للاتحاد البرلماني الدولي\n(مدريد، 21 تموز/يوليه 2021)\n\n"
                 "إن الجمعية العامة الـ143 للاتحاد البرلماني الدولي،" + AR,
                 "IPU 143", "ipu-143", ("ipu-assembly", 143), DAY),
    "nothing": ("en", "Harbours\n\nThe General Assembly," + EN, None, "", None, None),
}  # fmt: skip


def read(language, text):
    lines = text.split("\n")
    source = Source("x.txt", tuple(Line(number, line) for number, line in enumerate(lines, 1)))
    parsed, _ = texts.parse(source, "", RECORDS.openings[language], RECORDS.shapes[language])
    return understand(lines, parsed, language, GRAMMAR, RECORDS)


@pytest.mark.parametrize("name", CASES)
def test_deduced(name):
    language, text, symbol, own, session, date = CASES[name]
    found = read(language, text)
    assert (found.symbol and found.symbol.text, found.id) == (symbol, own)
    assert (found.session, found.adopted) == (session, date)
    assert found.kind is Kind.RESOLUTION


@pytest.mark.parametrize(
    ("language", "text", "kind", "symbol"),
    [
        ("en", "88/5. Harbours\n\nAt its 4th meeting, on 1 May 2033, the General Assembly decided to wait.", Kind.DECISION,
         "A/DEC/88/5"),
        ("ar", "88/5 - الموانئ\n\nفي الجلسة العامة 4، المعقودة في 1 أيار/مايو 2033، قررت الجمعية العامة الانتظار.", Kind.DECISION,
         "A/DEC/88/5"),
        ("en", "A/88/L.5\n\nUtopia: draft decision\n\nHarbours\n\nThe General Assembly," + EN, Kind.DRAFT_DECISION, "A/88/L.5"),
        ("ar", "A/88/L.5\n\nيوتوبيا: مشروع مقرر\n\nالموانئ\n\nإن الجمعية العامة،" + AR, Kind.DRAFT_DECISION, "A/88/L.5"),
    ],
)  # fmt: skip
def test_decisions_are_a_kind_of_their_own(language, text, kind, symbol):
    found = read(language, text)
    assert (found.kind, found.symbol.text) == (kind, symbol)
