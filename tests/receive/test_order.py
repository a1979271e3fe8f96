"""Reading order out of the order on paper. Each case: as it stands from left to right, as it is read."""

import pytest

from resolutions.receive.order import Bit, bracket_score, is_rtl, logical

# Written with names of letters in the order of paper; Latin and figures stand as they are read.
CASES = {
    "a word": ("رارق", "قرار"),
    "figures inside": ("74/174 رارقلا", "القرار 74/174"),
    "a date": ("2019 ربمسيد/لوألا نوناك 18 يف", "في 18 كانون الأول/ديسمبر 2019"),
    "Eastern figures": ("٢٠١٩ ماع", "عام ٢٠١٩"),
    "a decimal": ("٣٫٥ وأ 3.5", "3.5 أو ٣٫٥"),
    "a symbol": ("31 ةرقفلا ،A/77/464", "A/77/464، الفقرة 31"),
    "Latin words": ("فلاحت WeProtect Global Alliance يملاعلا", "العالمي WeProtect Global Alliance تحالف"),
    "a range upwards": ("2017-2019 ةرتفلا", "الفترة 2017-2019"),
    "a range from the right": ("2019-2017 ةرتفلا", "الفترة 2017-2019"),
    "a session in Roman figures": ("A/RES/217 (III) رارقلا", "القرار A/RES/217 (III)"),
    "brackets by name": (")أ( 5 ةداملا", "المادة 5 (أ)"),
    "two figures are two": ("16 و 15 نافدهلا", "الهدفان 15 و 16"),
    "a figure at the end": ("،2019", "2019،"),
}


@pytest.mark.parametrize("name", CASES)
def test_from_paper_to_reading(name):
    paper, read = CASES[name]
    assert "".join(bit.text for bit in logical([Bit(c) for c in paper], True)) == read


def test_brackets_by_their_looks_are_turned():
    bits = [Bit(c) for c in "(أ) «ةداملا»"]
    assert "".join(b.text for b in logical(bits, True)) == "»المادة« )أ("
    turned = "".join(b.text for b in logical(bits, True, mirrored=True))
    assert turned == "«المادة» (أ)"
    assert bracket_score(turned) > 0 > bracket_score("»المادة« )أ(")


def test_brackets_inside_latin_are_never_turned():
    bits = [Bit(c) for c in "1267 (1999) S/RES رارقلا"]
    assert "(1999)" in "".join(b.text for b in logical(bits[5:], True, mirrored=True))


def test_arabic_inside_a_latin_line():
    bits = [Bit(c) for c in "called ةلباقم ملسلا (two words), 12"]
    assert not is_rtl(bits)
    assert "".join(b.text for b in logical(bits, False)) == "called السلم مقابلة (two words), 12"


def test_a_ligature_keeps_its_letters_in_order():
    assert "".join(b.text for b in logical([Bit("م"), Bit("لا"), Bit("س")], True)) == "سلام"
