"""For any text: no character lost, clauses in order, no exception, time that grows with the text and not its square.

Everyday these take seconds. `MUQABALA_THOROUGH=20` makes twenty times as many documents, thousands of mutants of each
real text and of all golden cases.
"""

import os
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.folding import plain
from resolutions.parse import source as sources
from resolutions.parse import text as texts

from .golden import CASES, LANGUAGES, RECORDS, ROOT, source

TIMES = int(os.environ.get("MUQABALA_THOROUGH", "1"))
REAL = {
    ("c-iii-143-dr", "en"): ("000_2628f500b6ec1bf9.txt", (57, 110)),
    ("c-iii-143-dr", "ar"): ("000_2628f500b6ec1bf9.txt", (0, 57)),
    ("a-res-77-233", "en"): ("translation-en.txt", (0, None)),
    ("a-res-77-233", "ar"): ("reading-ar.txt", (0, None)),
}
SHAPES = {
    "en": [
        "The General Assembly,", "Recalling its resolution 1/1 of", "recalling", "Noting with concern the", "*Noting* the", "1. Urges States",
        "2 - Invites", "3.", "4", "(a) To act;", "(i) To act;", "I", "A. Means", "**Means**", "Annex", "Annex II", "54th plenary meeting",
        "18 December 2019", "[Adopted without a vote.]", "__________", "(1) Ibid.", "1 Ibid.", "¹ Ibid.", "* Reissued.", "A/RES/1/1", "2/5",
        "19-22345", "*1922345*", "word(1) and1 the¹ end,", "Convention 1", "Decides to act.", "and more", "Article 1", "• item;", "\f", "", "",
        "(a) Decides to", "OP1. Urges", "[1] Ibid.", ")1( See", ")a( to", "Resolution 1 (2031)", "85/1. Title", "amendment to draft resolution A/1/L.1",
        "Chile: draft resolution", "Recommends the following:", "inter-", "A    1    2", "In favour:", "\ufeff", "\u202bword\u202c", "1.\u2003Decides",
    ],
    "ar": [
        "إن الجمعية العامة،", "إذ تشير إلى قرارها", "وإذ تلاحظ مع القلق", "*وإذ تسلم* بأن", "١ - تحث الدول", "2 - تهيب بالدول", "3 -", "4",
        "(أ) العمل؛", "’1‘ العمل؛", "أولا", "ألف - الوسائل", "**الوسائل**", "المرفق", "المرفق الثاني", "الجلسة العامة 54",
        "18 كانون الأول/ديسمبر 2019", "__________", "(1) المرجع نفسه.", "1 المرجع نفسه.", "* أعيد إصدارها.", "A/RES/1/1", "2/5",
        "كلمة(1) و1 ثم¹ النهاية،", "تقرر العمل.", "وأكثر", "المادة 1", "وإذ", "", "",
        "(أ) تقرر", "[1] انظر", ")1( انظر", ")أ( العمل", "القرار 1 (2031)", "85/1 - عنوان", "تعديل على مشروع القرار A/1/L.1", "شيلي: مشروع قرار",
        "توصي بما يلي:", "كوفيد-", "ألف    1    2", "المؤيدون:", "\u202bكلمة\u202c", "1\u200f -\u2003تقرر",
    ],
}  # fmt: skip


def check(text, language, title=""):
    given_source = source(text)
    parsed, problems = texts.parse(given_source, title, RECORDS.openings[language], RECORDS.shapes[language])
    assert sources.rebuild(given_source, parsed.spans) == text
    ends = {}
    for span in parsed.spans:
        assert span.start == ends.get(span.line, 0), (span, text)
        assert span.end > span.start
        ends[span.line] = span.end
    lines = [clause.passage.line for clause in parsed.clauses if clause.passage.origins]
    assert lines == sorted(lines)
    for clause in parsed.clauses:
        for sub in (one for top in clause.subs for one in top.walk()):
            assert 0 <= sub.start < sub.end <= len(clause.passage.text)
        for start, end in clause.opening:
            assert 0 <= start < end <= len(clause.passage.text)
    for problem in problems:
        assert problem.path == given_source.path
        assert 0 <= problem.line <= len(given_source.lines)
        assert problem.line or problem.code in WHOLE_FILE
    return parsed


WHOLE_FILE = {"chapeau-missing", "no-resolution", "title-missing"}  # what is nowhere has no line


def documents(language):
    line = st.one_of(
        st.sampled_from(SHAPES[language]),
        st.tuples(st.sampled_from(SHAPES[language]), st.sampled_from(SHAPES[language])).map(" ".join),
        st.text(alphabet="aZ1٢()[]*._-–/ ,;:،؛\t\r\f\u200f\u202b\u202c\ufeff\u00ad\u00a0¹ـًأiv’‘", max_size=20),
    )
    return st.lists(line, max_size=40).map("\n".join)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=100 * TIMES, deadline=None)
@given(data=st.data())
def test_no_character_of_any_document_is_lost(language, data):
    check(data.draw(documents(language)), language)


# Documents that are made from their parts: the parser must find the parts again


WORDS = {
    "en": [
        "harbours",
        "bridges",
        "of",
        "the",
        "northern",
        "sea",
        "with",
        "their",
        "lamps",
        "and",
        "boats",
        "for",
        "all",
        "people",
        "in",
    ],
    "ar": [
        "الموانئ",
        "والجسور",
        "في",
        "البحر",
        "الشمالي",
        "مع",
        "مصابيحها",
        "وقواربها",
        "لجميع",
        "الناس",
        "بكل",
        "بلدة",
        "صغيرة",
        "على",
        "الساحل",
    ],
}
VERBS = {
    "en": (["Recalling", "Noting with concern", "Deeply alarmed by", "Reaffirming"], ["Decides to see", "Also urges", "Requests", "Strongly condemns"]),
    "ar": (["وإذ تشير إلى", "وإذ تلاحظ مع القلق", "وإذ يثير جزعها", "وإذ تؤكد من جديد"], ["تقرر", "تحث أيضا", "تطلب", "تدين بقوة"]),
}  # fmt: skip
PARTS = {
    "en": {
        "head": ["United Nations", "A/RES/91/7", "General Assembly", "Ninety-first session", "", "91/7. On harbours", ""],
        "chapeau": "The General Assembly,", "ends": (",", ";", "."), "number": ["{}. ", "{}.\t", "{} - ", "{}.\u2003"],
        "letters": ["(a)", "(b)", "(c)", "(d)"], "closing": ["99th plenary meeting", "9 May 2031"], "annex": ["Annex", "The list of harbours"],
        "note": "See document", "title": "On harbours",
    },
    "ar": {
        "head": ["الأمم المتحدة", "A/RES/91/7", "الجمعية العامة", "الدورة الحادية والتسعون", "", "91/7 - الموانئ", ""],
        "chapeau": "إن الجمعية العامة،", "ends": ("،", "؛", "."), "number": ["{} - ", "{}- ", "{} –\u00a0", "{}. "],
        "letters": ["(أ)", "(ب)", "(ج)", "(د)"], "closing": ["الجلسة العامة 99", "9 أيار/مايو 2031"], "annex": ["المرفق", "قائمة الموانئ"],
        "note": "انظر وثيقة", "title": "الموانئ",
    },
}  # fmt: skip
FURNITURE = ["31-13094 (E)", "*3113094*", "2/7", "A/RES/91/7", "31-13094 3/7"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@st.composite
def made(draw, language):
    """(text, title, clauses as (id, text, sub ids, notes), notes, closing, annexes)."""
    parts, ends = PARTS[language], PARTS[language]["ends"]
    number = draw(st.sampled_from(parts["number"]))
    digits = EASTERN if language == "ar" and draw(st.booleans()) else {}
    width, indent = draw(st.integers(40, 90)), " " * draw(st.sampled_from([0, 0, 8]))
    paragraphs, wanted, notes = [], [], {}

    ships = iter(range(10**6))  # a name in every line, so that none is twice like a running header

    def words(most):
        drawn = draw(st.lists(st.sampled_from(WORDS[language]), min_size=3, max_size=most))
        letters = WORDS[language][0][0]
        return " ".join(f"{word} {letters}{_letters(next(ships), language)}" for word in drawn)

    def text(verbs, end):
        body = f"{draw(st.sampled_from(verbs))} {words(25)}"
        if draw(st.integers(0, 4)):
            return body + end, body + end, []
        notes[len(notes) + 1] = f"{parts['note']} {words(6)}."
        return f"{body}({len(notes)}){end}", body + end, [len(notes)]

    for i in range(1, draw(st.integers(0, 4)) + 1):
        printed, plain, marks = text(VERBS[language][0], ends[0])
        paragraphs.append(printed)
        wanted.append((f"pp-{i}", plain, [], marks))
    last = draw(st.integers(1, 5))
    for i in range(1, last + 1):
        subs = draw(st.sampled_from([0, 0, 2, 4]))
        end = ":" if subs else ends[2] if i == last else ends[1]
        printed, plain, marks = text(VERBS[language][1], end)
        paragraphs.append(number.format(str(i).translate(digits)) + printed)
        below = [
            f"{parts['letters'][k]} {words(8)}{ends[2] if (i, k) == (last, subs - 1) else ends[1]}" for k in range(subs)
        ]
        paragraphs += below
        wanted.append((f"op-{i}", " ".join([plain, *below]), [f"op-{i}-{'abcd'[k]}" for k in range(subs)], marks))
    lines = [*parts["head"], parts["chapeau"], ""]
    for paragraph in paragraphs:
        broken = _wrapped(paragraph, width)
        if len(broken) > 1 and draw(st.integers(0, 3)) == 0:  # a page ends in the paragraph
            at = draw(st.integers(1, len(broken) - 1))
            broken[at:at] = [
                *draw(st.lists(st.sampled_from(FURNITURE[:2]), min_size=1, max_size=2, unique=True)),
                FURNITURE[-1],
            ]
        lines += [indent + line for line in broken] + [""]
    if notes:
        lines += ["__________", *(f"({key}) {note}" for key, note in notes.items()), ""]
    closing = parts["closing"] if draw(st.booleans()) else []
    annex = parts["annex"] if draw(st.booleans()) else []
    lines += [*closing, "", *annex, "", *([number.format("1") + words(6) + "."] if annex else [])]
    return "\n".join(lines), parts["title"], wanted, notes, closing, annex[:1]


def _letters(number, language):
    alphabet = "bcdfghjklm" if language == "en" else "بتثجحخدذرز"
    return "".join(alphabet[int(digit)] for digit in f"{number:03}")


def _wrapped(text, width):
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip(" ")
    return [*lines, line]


def _spelt(text):
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=100 * TIMES, deadline=None)
@given(data=st.data())
def test_the_parts_of_a_made_document_are_found_again(language, data):
    text, title, wanted, notes, closing, annexes = data.draw(made(language))
    around = data.draw(st.sampled_from([("", ""), ("\u202b", "\u202c"), ("", "\r"), ("\u00a0", " ")]))
    text = "\n".join(around[0] + line + around[1] if line else line for line in text.split("\n"))
    parsed = check(text, language)
    found = [
        (clause.id, _spelt(clause.passage.text), [sub.id for top in clause.subs for sub in top.walk()], [mark.number for mark in clause.passage.marks])
        for clause in parsed.clauses
    ]  # fmt: skip
    assert found == [(key, _spelt(body), subs, marks) for key, body, subs, marks in wanted]
    assert parsed.title.text == title
    assert {key: note.text for key, note in parsed.notes.items()} == notes
    assert [line.text for line in parsed.closing] == closing
    assert [annex.heading.text for annex in parsed.annexes] == annexes


# However a file writes its spaces and line ends, its parts are the same

WAYS = {
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "direction marks": lambda text: "\n".join(
        f"\u202b{line}\u202c" if line.strip() else line for line in text.split("\n")
    ),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "trailing spaces": lambda text: "\n".join(line + "  " for line in text.split("\n")),
    "a margin": lambda text: "\n".join(" " * 9 + line if line.strip() else line for line in text.split("\n")),
}


@pytest.mark.parametrize("way", WAYS)
def test_spaces_and_line_ends_change_no_part(way):
    for name, both in CASES.items():
        for language in LANGUAGES:
            text = both[language]["text"]
            assert _skeleton(WAYS[way](text), language) == _skeleton(text, language), (name, language)


def _skeleton(text, language):
    parsed = check(text, language)
    clauses = [
        (
            clause.id,
            [mark.number for mark in clause.passage.marks],
            [sub.id for top in clause.subs for sub in top.walk()],
        )
        for clause in parsed.clauses
    ]
    counts = [len(one) for one in (parsed.closing, parsed.sections, parsed.annexes, parsed.star_notes)]
    return clauses, sorted(parsed.notes), counts, plain(parsed.title.text)


# Real texts and golden cases with faults


def spoil(lines, rng, language):
    """Lines dropped, doubled, swapped, cut; characters lost; digits changed; signs and foreign lines put between."""
    mutant = list(lines)
    for _ in range(rng.randint(1, 6)):
        at, change = rng.randrange(len(mutant)), rng.randrange(10)
        cut = rng.randint(0, len(mutant[at]))
        if change == 0 and len(mutant) > 1:
            del mutant[at]
        elif change == 1:
            mutant.insert(at, mutant[at])
        elif change == 2:
            other = rng.randrange(len(mutant))
            mutant[at], mutant[other] = mutant[other], mutant[at]
        elif change == 3:
            mutant[at : at + 1] = [mutant[at][:cut], mutant[at][cut:]]
        elif change == 4:
            mutant.insert(at, rng.choice(SHAPES[language]))
        elif change == 5:
            mutant[at] = mutant[at][:cut] + mutant[at][cut + rng.randint(1, 5) :]
        elif change == 6:
            mutant[at] = "".join(str(rng.randrange(10)) if c.isdecimal() else c for c in mutant[at])
        elif change == 7:
            mutant = [line + "\r" for line in mutant]
        elif change == 8:
            mutant[at] = mutant[at] * rng.choice((2, 50))
        else:
            mutant[at] = (
                mutant[at][:cut] + rng.choice("*(1)[]_.;،\t\u0640¹\u202b\u200f\ufeff\u00ad-") + mutant[at][cut:]
            )
    return mutant


@pytest.mark.parametrize("real", REAL, ids="-".join)
def test_mutants_of_real_texts(real):
    name, language = real
    file, (first, last) = REAL[real]
    lines = (ROOT / "docs/texts" / name / file).read_text(encoding="utf-8").split("\n")[first:last]
    check("\n".join(lines), language)
    rng = random.Random(real[0])
    for _ in range(15 * TIMES):
        check("\n".join(spoil(lines, rng, language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_mutants_of_golden_cases(language):
    rng = random.Random(7)
    for both in CASES.values():
        lines = both[language]["text"].split("\n")
        for _ in range(2 * TIMES):
            check("\n".join(spoil(lines, rng, language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "block",
    [
        "{pp}\n",
        "{op}\n\n",
        "(1) note\n1 note\n__________\n",
        "A/RES/1/1\n2/5\nword\n",
        "word1 word 1 word(1)\n",
        "* note * word*\n",
        "I\nHeading\nA\n",
        "(a) x;\n(i) y;\n",
        "Annex\n1. x\n",
        "1\n",
        "word ",
        "(a) x; ",
        "*a* ",
        "The The Assembly ",
        "inter-\n",
        "a    b\n",
        "(a) {op}\n",
        "{op}:\nThe The\n",
        "In favour:\n",
        ")1( ",
        "\u202b",
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(language, block):
    words = {"en": ("Recalling the matter,", "1. Decides to act;"), "ar": ("وإذ تشير إلى المسألة،", "1 - تقرر العمل؛")}
    chapeau = {"en": "The General Assembly,\n", "ar": "إن الجمعية العامة،\n"}[language]
    block = block.format(pp=words[language][0], op=words[language][1])

    def seconds(times):
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            check(chapeau + block * times, language)
            best = min(best, time.process_time() - start)
        return best

    for _ in range(3):  # a busy machine may spoil one measurement, hardly three
        short, long = seconds(40), seconds(320)
        if long < max(24 * short, 0.2):  # eight times the text: eight times as long, and not sixty-four
            return
    pytest.fail(f"eight times the text took {long / short:.1f} times as long")
