"""What reads like a citation and has no record: its words are kept, with the reason, in both languages."""

import pytest

from resolutions.cite.values import Why

from .golden import finder

CASES = [
    (
        Why.UNNAMED,
        "the Optional Protocols thereto and other texts",
        "Optional Protocols",
        "والبروتوكول الاختياري الملحق بها وغيره",
        "البروتوكول الاختياري الملحق بها",
    ),
    (Why.NO_INSTRUMENT, "in the light of article 12, and so on", "article 12", "في ضوء المادة 12، وهكذا", "المادة 12"),
    (Why.NO_INSTRUMENT, "rule 161 of the rules of procedure", "rule 161", "المادة 161 من النظام الداخلي", "المادة 161"),
    (
        Why.NO_NUMBER,
        "the IPU resolution on health adopted at the 141st Assembly (Belgrade)",
        "IPU resolution on health adopted at the 141st Assembly",
        "القرار الذي اعتمدته الجمعية العامة الـ141 للاتحاد البرلماني الدولي (بلغراد)",
        "القرار الذي اعتمدته الجمعية العامة الـ141 للاتحاد البرلماني الدولي",
    ),
]  # fmt: skip
NONE = [
    ("paragraph 5 above and paragraph 3 of the present resolution", "الفقرة 5 أعلاه والفقرة 3 من هذا القرار"),
    ("the Hanoi Convention on Trees", "اتفاقية هانوي بشأن الأشجار"),
    ("the Hanoi Convention Secretariat", "أمانة الأشجار"),
    ("the Third Committee and its statutes", "اللجنة الثالثة ونظمها الأساسية"),
    ("article 19 of the Convention on the Rights of the Child", "المادة 19 من اتفاقية حقوق الطفل"),
]


def unnamed(language, text):
    mentions, _ = finder(language).find(text)
    found = finder(language).unnamed.find(text, [(one.start, one.end) for one in mentions])
    return [(one.open.why, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize("case", CASES, ids=[case[2] for case in CASES])
def test_the_words_are_kept(case):
    why, english, english_words, arabic, arabic_words = case
    assert unnamed("en", english) == [(why, english_words)]
    assert unnamed("ar", arabic) == [(why, arabic_words)]


@pytest.mark.parametrize(("english", "arabic"), NONE)
def test_nothing_else_is(english, arabic):
    assert unnamed("en", english) == unnamed("ar", arabic) == []
