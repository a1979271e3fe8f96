"""Pages of what has no record and the page of what is not certain, in both interfaces, on a made text."""

import pytest

from resolutions.cite.values import Why

from .test_drafts import page

UNKNOWN = [
    "a-75-222", "a-75-l-88-rev-1", "a-hrc-res-31-8", "a-res-57-270b", "ccpcj-res-27-4", "cnd-res-53-4", "e-dec-2018-249",
    "hague-convention-on-harbour-dues", "s-res-1325-2000", "s-res-2467-2019",
]  # fmt: skip


def facts(draft):
    return [(fact["label"], fact["value_html"]) for fact in draft.data["facts"]]


def test_nothing_of_it_stops_a_build(made):
    assert made.problems
    assert not [problem for problem in made.problems if problem.severity.stops]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_has_one_page_and_stands_in_the_index_apart(made, language):
    index = page(made, "instruments/", language)
    assert [entry["address"] for entry in index.data["undescribed"]] == [f"instruments/{key}/" for key in UNKNOWN]
    for key in UNKNOWN:
        assert page(made, f"instruments/{key}/", language).template == "undescribed.html"
    shown = {entry["address"] for group in index.data["groups"] for entry in group["entries"]}
    assert shown == {"instruments/a-res-74-174/"}


def test_it_says_what_the_texts_say_and_no_more(made):
    draft = page(made, "instruments/a-hrc-res-31-8/")
    assert draft.title == "A/HRC/RES/31/8: Resolution 31/8 of the Human Rights Council"
    assert facts(draft) == [
        ("Symbol", "A/HRC/RES/31/8"),
        ("Kind", "Resolution"),
        ("Number", "31/8"),
        ("Body", "Human Rights Council"),
        ("Date", "23 March 2016, as the texts give it (A/RES/75/301, Preambular paragraph 3, English text)"),
        ("Date", "24 March 2016, as the texts give it (A/RES/75/301, Preambular paragraph 3, Arabic text)"),
        ("Date", "The dates do not agree. Which is right has to be looked up in the official text."),
        ("Cited by", "2 places in 1 text"),
    ]
    assert draft.data["words"]["en"] == [
        "Human Rights Council resolution 31/8 of 23 March 2016", "7 (a) of Human Rights Council resolution 31/8",
    ]  # fmt: skip
    assert draft.data["words"]["ar"] == [
        "قرار مجلس حقوق الإنسان 31/8 المؤرخ 24 آذار/مارس 2016", "7 (أ) من قرار مجلس حقوق الإنسان 31/8",
    ], "words, no markup: the template isolates"  # fmt: skip
    assert draft.data["file"] == "docs/records/instruments/a-hrc-res-31-8.yml"
    assert "<mark>Human Rights Council resolution 31/8 of 23 March 2016</mark>" in draft.body


def test_it_says_so_in_arabic_as_an_arabic_reader_writes_it(made):
    draft = page(made, "instruments/a-res-57-270b/", "ar")
    assert draft.data["names"] == {
        "en": "Resolution 57/270 B of the United Nations General Assembly",
        "ar": "قرار الجمعية العامة للأمم المتحدة 57/270 باء",
    }
    assert ("الرقم", '<bdi dir="ltr">57/270</bdi> باء') in facts(draft)
    decision = page(made, "instruments/e-dec-2018-249/", "ar")
    assert decision.data["names"]["ar"] == "مقرر المجلس الاقتصادي والاجتماعي 2018/249"
    assert page(made, "instruments/a-75-222/", "ar").data["names"]["ar"] == "الوثيقة A/75/222"


def test_what_is_known_by_name_bears_the_name_that_each_language_gives_it(made):
    draft = page(made, "instruments/hague-convention-on-harbour-dues/", "ar")
    assert draft.title == "اتفاقية لاهاي بشأن رسوم الموانئ"
    assert draft.data["names"] == {"en": "Hague Convention on Harbour Dues", "ar": "اتفاقية لاهاي بشأن رسوم الموانئ"}
    assert facts(draft) == [("النوع", "اتفاقية"), ("المواضع المُحيلة إلى الصك", "موضع واحد في نص واحد")]
    assert draft.data["words"]["en"] == ["Hague Convention on Harbour Dues"]
    assert draft.data["file"] == "docs/records/instruments/hague-convention-on-harbour-dues.yml"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_paragraphs_have_pages_too(made, language):
    draft = page(made, "instruments/a-hrc-res-31-8/para-7-a/", language)
    assert draft.data["facts"][0]["value_html"] == {"en": "not yet recorded here", "ar": "لم تُسجَّل هنا بعد"}[language]
    assert draft.data["crumbs"][1]["address"] == "instruments/#undescribed"


def test_a_clause_leads_to_it(made):
    body = page(made, "instruments/a-res-75-301/pp-3/").body
    assert "](../a-hrc-res-31-8/index.md){ .cite }" in body
    cites = page(made, "instruments/a-res-75-301/pp-3/").data["cites"]
    assert [one["symbol"] for one in cites] == ["A/HRC/RES/31/8", "2018/249", "A/75/222"]


def test_what_is_not_certain_is_marked_and_explained_on_its_clause(made):
    for language, words in (("en", "resolution 6/2"), ("ar", "القرار 6/2")):
        draft = page(made, "instruments/a-res-75-301/pp-5/", language)
        assert '<span class="uncertain">' in draft.body
        assert draft.data["uncertain"][0]["words"][language] == words
        assert draft.data["cites"] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_uncertain_citation_is_on_one_page_with_its_reason(made, language):
    draft = page(made, "unresolved/", language)
    (text,) = draft.data["texts"]
    found = [(entry["address"].split("/")[2], entry["words"]["en"], entry["words"]["ar"]) for entry in text["entries"]]
    assert found == [
        ("pp-4", "resolution 48/13", "القرار 48/13"),
        ("pp-5", "resolution 6/2", "القرار 6/2"),
        ("pp-5", "resolution 78/14 of 4 December 2023", "قرارها 78/14 المؤرخ 4 كانون الأول/ديسمبر 2023"),
        ("op-3", "article 12", "المادة 12"),
    ]
    reasons = [entry["reason"] for entry in text["entries"]]
    assert len(set(reasons)) == len(reasons)
    if language == "en":
        assert "dated 4 December 2023" in reasons[2]
        assert "Commission on Narcotic Drugs" in reasons[1]
    else:
        assert "4 كانون الأول/ديسمبر 2023" in reasons[2]
        assert "لجنة المخدرات" in reasons[1]
        assert not any(letter.isascii() and letter.isalpha() for reason in reasons for letter in reason)


def test_every_reason_has_its_words(corpus):
    """A code without a sentence would show only when a text first needs it."""
    fields = {Why.SEVERAL_BODIES: {"bodies": "x"}, Why.FUTURE: {"date": "x"}}
    for why in Why:
        for language in ("en", "ar"):
            assert corpus.say(language, f"why-{why.value}", **fields.get(why, {}))
    assert corpus.say("ar", "why-future-year", year="2030")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_there_is_none_the_page_says_so(real_site, language):
    draft = page(real_site, "unresolved/", language)
    assert draft.data["texts"] == []
    assert [text["symbol"] for text in draft.data["searched"]] == ["C-III/143/DR", "A/RES/77/233"]
