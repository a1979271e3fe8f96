"""A table with both languages side by side is two texts where that is plain, and refused where it is not."""

import io

import docx
import pytest

from resolutions.receive import columns
from resolutions.receive.door import receive
from resolutions.receive.languages import parts
from resolutions.receive.values import Refused

ROWS = [
    ("The General Assembly,", "إن الجمعية العامة،"),
    ("Recalling its resolution 60/1 of 16 September 2005,", "إذ تشير إلى قرارها 60/1 المؤرخ 16 أيلول/سبتمبر 2005،"),
    ("1. Urges all States to protect the harbours;", "1 - تحث جميع الدول على حماية الموانئ؛"),
    (
        "2. Decides to remain seized of the safety of the harbours and of all who work there.",
        "2 - تقرر أن تبقي مسألة سلامة الموانئ وجميع من يعملون فيها ومن يعيشون بالقرب منها قيد نظرها.",
    ),
]


def made(rows, turns=False):
    document = docx.Document()
    table = None if turns else document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells if table else row, row, strict=True):
            if table:
                cell.text = text
            else:
                document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    received, problems = receive("x.docx", file.getvalue())
    assert received, problems
    return received


@pytest.mark.parametrize("swapped", [False, True])
def test_each_column_is_a_text(swapped):
    rows = [row[::-1] if swapped else row for row in [("A/RES/88/1", "A/RES/88/1"), *ROWS]]
    received = made(rows)
    found = {part.language: [line for line in part.lines if line] for part in parts(received.lines)}
    assert found["en"][-4:] == [row[0] for row in ROWS]
    assert found["ar"][-4:] == [row[1] for row in ROWS]
    assert [step.count for step in received.steps if step.code == "two-columns"] == [5]


def test_languages_in_turns_are_refused():
    long = [(one * 3, other * 3) for one, other in ROWS]
    with pytest.raises(Refused, match="in turns"):
        parts(made(long, turns=True).lines)


def test_columns_that_change_places_are_no_two_texts():
    assert columns.languages([*ROWS, *(row[::-1] for row in ROWS)]) is None
    assert columns.languages([("Country", "Ships"), ("Utopia", "12"), ("Erewhon", "3")]) is None
