"""What the two real texts cite, clause by clause, the same in both languages. A missing or a surplus one fails."""

import pytest

from resolutions.cite.values import Manner

SHARED = {
    "c-iii-143-dr": {
        "pp-2": {"crc", "opsc", "lanzarote-convention"},
        "pp-3": {"crc art-19"},
        "op-1": {"weprotect-model-national-response"},
        "op-12": {"crc art-16"},
    },
    "a-res-77-233": {
        "masthead": {"a-77-464 para-31"},
        "pp-2": {"crc", "opsc"},
        "pp-3": {
            "a-res-76-181", "kyoto-declaration", "kyoto-declaration para-29", "kyoto-declaration para-86", "2030-agenda",
        },
        "pp-4": {"untoc", "a-res-46-152", "e-res-1992-22"},
        "pp-5": {"a-res-69-194", "un-model-strategies-violence-against-children"},
        "pp-7": {"a-res-74-174"},
        "pp-8": {"a-res-74-174"},
        "pp-12": {"ccpcj-res-26-3", "e-2017-30 chap-1-sect-d"},
        "pp-13": {
            "a-res-72-195", "a-res-73-148", "a-res-73-154", "e-res-2004-27", "e-res-2005-20", "e-res-2011-33",
            "guidelines-child-victims-witnesses", "ccpcj-res-16-2", "e-2007-30-rev-1 part-1-chap-1-sect-d",
        },
        "pp-14": {"itu-policy-brief-child-online-safety"},
        "pp-25": {"kyoto-declaration para-67", "un-charter"},
        "op-5": {"opsc", "crc"},
    },
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("text", SHARED)
def test_citations_by_clause(corpus, text, language):
    cited = corpus.cited[text]
    found = {
        place: {" ".join(filter(None, citation.key)) for citation in cited.at(place, language)}
        for place in cited.places()
    }
    assert found == SHARED[text]


def test_what_is_named_only_within_a_name_is_said_to_be_so(corpus):
    cited = corpus.cited["a-res-77-233"]
    within = {
        (place, citation.target)
        for (place, _), citations in cited.by_place.items()
        for citation in citations
        if citation.manner is Manner.WITHIN
    }
    assert within == {("pp-3", "2030-agenda"), ("pp-4", "untoc"), ("op-5", "crc")}


def words(corpus, text, place, language, target):
    clause = corpus.text(text).clause(place)
    version = clause.texts[language]
    notes = {note.number: note.passage.text for note in version.notes}
    return [
        (notes[c.note] if c.note else version.passage.text)[c.start : c.end]
        for c in corpus.cited[text].at(place, language)
        if " ".join(filter(None, c.key)) == target
    ]


@pytest.mark.parametrize(
    ("place", "language", "target", "expected"),
    [
        ("pp-3", "en", "kyoto-declaration para-86", ["paragraph 86 of the Declaration"]),
        ("pp-3", "ar", "kyoto-declaration para-86", ["الفقرة 86 من الإعلان"]),
        ("pp-3", "ar", "a-res-76-181", ["قرارها 76/181 المؤرخ 16 كانون الأول/ديسمبر 2021"]),
        ("pp-4", "ar", "e-res-1992-22", ["قرار المجلس الاقتصادي والاجتماعي 1992/22 المؤرخ 30 تموز/يوليه 1992"]),
        ("pp-12", "ar", "e-2017-30 chap-1-sect-d", ["(E/2017/30) الفصل الأول، الفرع دال"]),
        ("pp-13", "en", "a-res-73-148", ["73/148 of 17 December 2018"]),
        ("op-5", "ar", "opsc", [
            "البروتوكول الاختياري الملحق باتفاقية حقوق الطفل بشأن بيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية",
            "ذلك البروتوكول",
        ]),
        ("pp-2", "ar", "crc", ["اتفاقية حقوق الطفل", "United Nations, Treaty Series, vol. 1577, No. 27531"]),
    ],
)  # fmt: skip
def test_the_exact_words_of_a_citation(corpus, place, language, target, expected):
    assert words(corpus, "a-res-77-233", place, language, target) == expected


def test_every_cited_instrument_leads_back_to_every_clause(corpus):
    for text in corpus.texts:
        cited = corpus.cited[text.id]
        for place in cited.places():
            for target in corpus.targets(text, place):
                assert (text.id, place) in [(one.text.id, one.place) for one in corpus.citing(target)]


def test_what_no_text_cites_has_no_page(corpus, real_site):
    """A record may describe more than is cited; a page is made of the places that cite it."""
    addresses = {draft.address for draft in real_site.drafts("en")}
    uncited = [key for key in corpus.records.instruments if not corpus.citing(key)]
    assert "cedaw" in uncited
    assert not [key for key in uncited if f"instruments/{key}/" in addresses]


def test_the_two_texts_cite_nothing_without_record_or_certainty(corpus):
    for cited in corpus.cited.values():
        assert (dict(cited.unresolved), dict(cited.undescribed)) == ({}, {})
