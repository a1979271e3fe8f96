"""For any text: no character lost, clauses in order, no exception, time that grows with the text and not its square."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.parse import source as sources
from resolutions.parse import text as texts
from resolutions.parse.source import Line, Source
from resolutions.records.load import load

ROOT = Path(__file__).parents[2]
RECORDS, _ = load(ROOT / "docs")
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
    ],
    "ar": [
        "إن الجمعية العامة،", "إذ تشير إلى قرارها", "وإذ تلاحظ مع القلق", "*وإذ تسلم* بأن", "١ - تحث الدول", "2 - تهيب بالدول", "3 -", "4",
        "(أ) العمل؛", "’1‘ العمل؛", "أولا", "ألف - الوسائل", "**الوسائل**", "المرفق", "المرفق الثاني", "الجلسة العامة 54",
        "18 كانون الأول/ديسمبر 2019", "__________", "(1) المرجع نفسه.", "1 المرجع نفسه.", "* أعيد إصدارها.", "A/RES/1/1", "2/5",
        "كلمة(1) و1 ثم¹ النهاية،", "تقرر العمل.", "وأكثر", "المادة 1", "وإذ", "", "",
    ],
}  # fmt: skip


def check(text, language, title=""):
    source = Source("x.txt", tuple(Line(n, line) for n, line in enumerate(text.split("\n"), 1)))
    parsed, problems = texts.parse(source, title, RECORDS.openings[language], RECORDS.shapes[language])
    assert sources.rebuild(source, parsed.spans) == text
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
    for problem in problems:
        assert 0 <= problem.line <= len(source.lines)
    return parsed


def documents(language):
    line = st.one_of(
        st.sampled_from(SHAPES[language]),
        st.tuples(st.sampled_from(SHAPES[language]), st.sampled_from(SHAPES[language])).map(" ".join),
        st.text(alphabet="aZ1٢()*._-–/ ,;:،؛\t\r\f\u200f\u00a0¹ـًأiv’‘", max_size=20),
    )
    return st.lists(line, max_size=40).map("\n".join)


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_no_character_of_any_document_is_lost(language, data):
    check(data.draw(documents(language)), language)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("real", REAL, ids="-".join)
def test_mutated_real_texts(real, seed):
    """Lines dropped, doubled, swapped, cut, and foreign ones put between: a hundred and fifty times each."""
    name, language = real
    file, (first, last) = REAL[real]
    lines = (ROOT / "docs/texts" / name / file).read_text(encoding="utf-8").split("\n")[first:last]
    rng = random.Random(seed)
    check("\n".join(lines), language)
    for _ in range(150):
        mutant = list(lines)
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(mutant))
            change = rng.randrange(6)
            if change == 0 and len(mutant) > 1:
                del mutant[at]
            elif change == 1:
                mutant.insert(at, mutant[at])
            elif change == 2:
                other = rng.randrange(len(mutant))
                mutant[at], mutant[other] = mutant[other], mutant[at]
            elif change == 3:
                cut = rng.randint(0, len(mutant[at]))
                mutant[at : at + 1] = [mutant[at][:cut], mutant[at][cut:]]
            elif change == 4:
                mutant.insert(at, rng.choice(SHAPES[language]))
            else:
                cut = rng.randint(0, len(mutant[at]))
                mutant[at] = mutant[at][:cut] + rng.choice("*(1)_.;،\t \u0640¹") + mutant[at][cut:]
        check("\n".join(mutant), language)


@pytest.mark.parametrize("language", ["en", "ar"])
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
        short, long = seconds(200), seconds(1600)
        if long < max(24 * short, 0.2):  # eight times the text: eight times as long, and not sixty-four
            return
    pytest.fail(f"eight times the text took {long / short:.1f} times as long")
