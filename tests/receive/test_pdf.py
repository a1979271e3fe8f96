"""PDF, sign by sign: what a glyph says it is, where it stands, and what is refused."""

import pytest

from resolutions.receive.door import receive
from resolutions.receive.values import Limits

from .pdfs import Pdf, visual


def read(pdf, **limits):
    raw = pdf if isinstance(pdf, bytes) else pdf.bytes()
    found, problems = receive("a.pdf", raw, None, Limits(**limits))
    assert not problems, problems
    return found


def steps(found):
    return {step.code: step.count for step in found.steps}


def refused(pdf, **limits):
    raw = pdf if isinstance(pdf, bytes) else pdf.bytes()
    found, (problem,) = receive("a.pdf", raw, None, Limits(**limits))
    assert found is None
    assert problem.what and problem.todo and problem.path == "a.pdf"
    return problem.code


def page(*lines, top=700, step=12, x=72):
    pdf = Pdf().page()
    for i, line in enumerate(lines):
        pdf.text(x, top - step * i, line)
    return pdf


# -- English ---------------------------------------------------------------------------------------------------------


def test_paragraphs_are_told_by_the_room_between_lines():
    pdf = page("Recalling the Convention", "and the Charter,", "Noting the report,")
    pdf.text(72, 640, "Another paragraph.")
    assert read(pdf).lines == (
        "Recalling the Convention",
        "and the Charter,",
        "Noting the report,",
        "",
        "Another paragraph.",
    )


def test_raised_figures_and_italics():
    pdf = Pdf().page()
    x = pdf.text(72, 700, "Recalling", font="F2")
    x = pdf.text(x, 700, " the Convention")
    x = pdf.text(x, 704, "12", size=6)
    pdf.text(x, 700, ", and")
    x = pdf.text(72, 688, "Noting also", slant=0.3)
    pdf.text(x, 688, " more")
    found = read(pdf)
    assert found.lines == ("*Recalling* the Convention¹², and", "*Noting also* more")
    assert steps(found) == {"raised-mark": 2}


def test_italics_over_the_end_of_a_line_are_one():
    pdf = Pdf().page()
    pdf.text(72, 700, "Noting with grave", font="F2")
    x = pdf.text(72, 688, "concern", font="F2")
    pdf.text(x, 688, " the delay,")
    assert read(pdf).lines == ("*Noting with grave", "concern* the delay,")


def test_words_broken_at_the_end_of_a_line():
    pdf = page(
        "the Convention of the con-",
        "vention on non-governmental and non-",
        "governmental bodies in A/RES/",
        "77/233, and pre-",
        "and post-war",
    )
    x = pdf.text(72, 640, "hid")
    pdf.text(x, 640, "-", actual="\xad")
    pdf.text(72, 628, "den word")
    found = read(pdf)
    assert found.lines == (
        "the Convention of the convention",
        "on non-governmental and non-governmental",
        "bodies in A/RES/77/233,",
        "and pre-",
        "and post-war",
        "hidden",
        "word",
    )
    assert steps(found) == {"hyphen-dropped": 2, "hyphen-kept": 1, "symbol-joined": 1}


def test_a_drawn_rule_above_footnotes_becomes_a_line():
    pdf = page("Recalling the Convention", "and so on")
    pdf.rule(72, 180, 130)
    pdf.text(72, 120, "1", size=5)
    pdf.text(76, 117, "Treaty Series, vol. 1.", size=8)
    found = read(pdf)
    assert found.lines[-2:] == ("__________", "¹ Treaty Series, vol. 1.")
    assert steps(found)["note-rule"] == 1


def test_two_columns_are_read_one_after_the_other():
    pdf = Pdf().page()
    for i in range(9):
        pdf.text(60, 700 - 12 * i, f"left column line {i} with words")
        pdf.text(310, 700 - 12 * i, f"right column line {i} words")
    lines = [line for line in read(pdf).lines if line]
    assert [line.split()[0] for line in lines] == ["left"] * 9 + ["right"] * 9


def test_a_masthead_in_two_columns_stays_readable():
    pdf = Pdf().page()
    pdf.text(72, 780, "United Nations")
    pdf.text(400, 780, "A/RES/75/998", size=12)
    pdf.text(72, 740, "General Assembly", size=14)
    pdf.text(400, 740, "Distr.: General", size=9)
    assert read(pdf).lines == ("United Nations   A/RES/75/998", "", "General Assembly   Distr.: General")


def test_a_label_close_to_its_paragraph_is_set_apart():
    pdf = Pdf().page()
    x = pdf.text(72, 700, "1.")
    x = pdf.text(x + 0.5, 700, "Urges", font="F2")
    pdf.text(x, 700, " States")
    pdf.text(72, 688, "(a)To act; e.g. on 1.5 of them")
    found = read(pdf)
    assert found.lines == ("1. *Urges* States", "(a) To act; e.g. on 1.5 of them")
    assert steps(found) == {"label-apart": 2}


def test_ligatures_watermarks_and_double_printing():
    pdf = Pdf().page()
    for shift in (0, 0.3):  # printed twice to look bold
        pdf.text(72 + shift, 700, [*"of", "ﬁ", *"cial"])
    pdf.turned(200, 300, "DRAFT")
    found = read(pdf)
    assert found.lines == ("official",)
    assert [(s.code, s.detail) for s in found.steps] == [("turned", "DRAFT"), ("ligature", "")]


def test_asterisks_and_backslashes_of_the_source_stay():
    assert read(page("A\\B *2017998* and A/75/1*")).lines == ("A\\B *2017998* and A/75/1*",)


# -- Arabic ----------------------------------------------------------------------------------------------------------


def arabic(*lines):
    pdf = Pdf().page()
    for i, line in enumerate(lines):
        pdf.right(520, 700 - 14 * i, line)
    return pdf


def test_fixed_shapes_in_the_order_of_paper_become_letters():
    found = read(arabic("ﻞﻔﻄﻟﺍ ﺔﻴﻗﺎﻔﺗﺍ", ["ﻡ", "ﻼ", "ﺳ"]))
    assert found.lines == ("اتفاقية الطفل", "سلام")
    assert steps(found) == {"presentation-form": 15, "reordered": 1}


def test_a_ligature_that_is_spelt_the_wrong_way_round():
    found = read(arabic([*visual("طفال"), "أل"]))
    assert found.lines == ("لأطفال",)
    assert steps(found)["lam-alef"] == 1


def test_brackets_named_by_their_looks():
    found = read(arabic("(أ) ةداملا", "«ةيقافتا» يف", "(1) لفطلا"))
    assert found.lines == ("المادة (أ)", "في «اتفاقية»", "الطفل (1)")
    assert steps(found)["mirrored"] == 1


def test_brackets_named_by_what_they_are():
    found = read(arabic(")أ( ةداملا", "»ةيقافتا« يف", ")1( لفطلا"))
    assert found.lines == ("المادة (أ)", "في «اتفاقية»", "الطفل (1)")
    assert "mirrored" not in steps(found)


def test_vowel_marks_follow_their_letter():
    pdf = Pdf().page()
    pdf.right(520, 700, visual("تسلم"))
    pdf.text(505.5, 700, ["\u0651"], size=8)  # over the lam
    assert read(pdf).lines == ("تسلّم",)


def test_slanted_arabic_is_italic_and_raised_marks_keep_their_brackets():
    pdf = Pdf().page()
    pdf.right(520, 700, visual("إذ تشير"), slant=0.33)
    pdf.right(484, 700, visual(" إلى الطفل"))
    pdf.right(434, 704, ")1(", size=6)
    assert read(pdf).lines == ("*إذ تشير* إلى الطفل(1)",)


def test_actual_text_counts():
    pdf = Pdf().page()
    pdf.right(520, 700, "xyz", actual="قرار")
    pdf.right(500, 700, visual(" الجمعية"))
    assert read(pdf).lines == ("قرار الجمعية",)


# -- refused ---------------------------------------------------------------------------------------------------------


def test_a_scanned_page():
    blank = Pdf().page()
    blank.picture()
    assert refused(blank) == "scanned"
    mixed = page(*["a line of text on the first page"] * 5).page()
    mixed.picture()
    assert refused(mixed) == "scanned"


def test_a_layer_guessed_from_pictures():
    pdf = Pdf().page()
    pdf.picture()
    for i in range(5):
        pdf.text(72, 700 - 12 * i, "guessed by a machine", mode=3)
    assert refused(pdf) == "scanned"


def test_glyphs_without_letters_and_private_ones():
    untold = Pdf(told=False).page()
    untold.text(72, 700, "letters that nobody is told of")
    assert refused(untold) == "damaged-layer"
    assert refused(page("the \ue001\ue002\ue003t of the Convention")) == "damaged-layer"


def test_other_scripts():
    assert refused(page("Генеральная Ассамблея")) == "wrong-script"


def test_empty_encrypted_broken():
    assert refused(Pdf().page()) == "file-empty"
    locked = f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>/ID[<00><00>]"
    assert refused(page("text").bytes(locked)) == "pdf-encrypted"
    assert refused(b"%PDF-1.7\nand nothing else") == "pdf-broken"
    whole = page("text").bytes()
    assert refused(whole.replace(b"/Type/Page/Parent", b"/Type/Rage/Parent")) == "pdf-broken"


def test_limits():
    assert refused(page("text").page(), pages=1) == "pdf-long"
    assert refused(page("many words here"), glyphs=5) == "pdf-long"
    assert refused(page("text"), size=100) == "file-large"


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_half_a_file_never_raises(cut):
    raw = page(*["a line of text"] * 20).bytes()
    found, problems = receive("a.pdf", raw[: int(len(raw) * cut)])
    assert found is not None or problems
