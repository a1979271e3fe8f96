"""Page values of the real corpus, before any of them is a file."""

import datetime
import json
from dataclasses import replace

from resolutions.pages import index
from resolutions.pages.draft import PageDraft
from resolutions.records.links import Link, LinkCheck, LinkState


def page(site, address, language="en") -> PageDraft:
    (found,) = [draft for draft in site.drafts(language) if draft.address == address]
    return found


def test_both_languages_have_the_same_pages_once(real_site):
    english, arabic = ([draft.address for draft in real_site.drafts(one)] for one in ("en", "ar"))
    assert english == arabic
    assert len(set(english)) == len(english)


def test_a_clause_says_what_it_is_where_it_stands_and_what_surrounds_it(real_site):
    draft = page(real_site, "instruments/c-iii-143-dr/op-4/")
    assert draft.title == "Operative paragraph 4, C-III/143/DR"
    assert draft.data["code"] == "OP4"
    assert draft.data["names"] == {"en": "Operative paragraph 4", "ar": "الفقرة 4 من المنطوق"}
    assert draft.data["previous"]["address"] == "instruments/c-iii-143-dr/op-3/"
    assert draft.data["next"]["address"] == "instruments/c-iii-143-dr/op-5/"
    assert draft.data["place"] == "instruments/c-iii-143-dr/#op-4"
    assert draft.data["draft"] is True
    assert [state["status"] for state in draft.data["states"]] == ["draft, printed as received"] * 2
    assert page(real_site, "instruments/c-iii-143-dr/op-4/", "ar").title == "الفقرة 4 من المنطوق، C-III/143/DR"


def test_the_last_preambular_paragraph_leads_to_the_first_operative_one(real_site):
    draft = page(real_site, "instruments/a-res-77-233/pp-31/")
    assert draft.data["next"]["address"] == "instruments/a-res-77-233/op-1/"
    assert page(real_site, "instruments/a-res-77-233/op-22/").data["next"] is None
    assert page(real_site, "instruments/a-res-77-233/pp-1/").data["previous"] is None


def test_the_source_of_a_restored_clause_names_file_lines_and_hash(real_site):
    rows = page(real_site, "instruments/a-res-77-233/pp-3/").data["source"]
    shown = " ".join(row.get("value_html", "") + row.get("code", "") for row in rows)
    assert "004_af2a078681e61f4e.txt, lines 49 to 70" in shown
    assert "34cc0c5932c14b6c0bc2a54963f2b9ea117eec58711260b3a31afb7126557b5e" in shown
    assert "not an official text" in shown


def test_pinpoints_and_manner_of_a_citation(real_site):
    cites = {one["address"]: one for one in page(real_site, "instruments/a-res-77-233/pp-3/").data["cites"]}
    kyoto = cites["instruments/kyoto-declaration/"]
    assert [pin["label"] for pin in kyoto["pinpoints"]] == ["Paragraph 29", "Paragraph 86"]
    assert [pin["other_label"] for pin in kyoto["pinpoints"]] == ["الفقرة 29", "الفقرة 86"]
    assert cites["instruments/2030-agenda/"]["manners"] == [
        "named only within the name of a body or of another instrument"
    ]
    (opsc, crc) = page(real_site, "instruments/a-res-77-233/op-5/").data["cites"]
    assert opsc["manners"] == ["taken up again by “that Protocol”"]
    assert crc["address"] == "instruments/crc/"


def test_the_page_of_a_cited_instrument(real_site):
    draft = page(real_site, "instruments/crc/")
    facts = {fact["label"]: fact["value_html"] for fact in draft.data["facts"]}
    assert facts["Registered"] == "United Nations, Treaty Series, vol. 1577, No. 27531"
    assert facts["Adopted"] == "20 November 1989"
    assert [row["label"] for row in draft.data["cited"]] == ["The instrument as a whole", "Article 16", "Article 19"]
    assert "<mark>Article 19 of the Convention on the Rights of the Child</mark>" in draft.body
    assert "<mark>المادة 19 من اتفاقية حقوق الطفل</mark>" in draft.body


def test_arabic_counts_take_their_six_forms(corpus):
    say = corpus.wording.say
    found = [say("ar", "places-count", n=n) for n in (0, 1, 2, 3, 11, 100)]
    assert found == ["لا مواضع", "موضع واحد", "موضعان", "3 مواضع", "11 موضعاً", "100 موضع"]


def test_the_last_check_of_links_is_told_with_what_it_found(corpus):
    day = datetime.date(2026, 1, 2)
    works, gone = (
        Link(address="https://a.example/", state=one, since=day) for one in (LinkState.WORKS, LinkState.GONE)
    )
    for links, wanted in (
        ((works, works), {"en": "None of them was found to be broken.", "ar": "ولم يتبيّن تعطّل أي منها."}),
        ((works, gone), {"en": "One of them did not answer as it should.", "ar": "وتعذّر فتح رابط واحد منها."}),
    ):
        checked = replace(corpus, records=replace(corpus.records, links=LinkCheck(checked=day, links=links)))
        told = {language: index.summary(checked, language)["links"]["lost_count"] for language in wanted}
        assert told == wanted


def test_every_body_is_one_line_of_markdown_a_paragraph_and_every_value_is_plain(real_site):
    for drafts in map(real_site.drafts, real_site.pages):
        for draft in drafts:
            json.dumps(draft.data)
            assert "None" not in draft.body
            assert draft.source.startswith("docs/")


def test_descriptions_hold_nothing_distressing(real_site):
    """What search engines and chat programs show: names and symbols, not the words of the clause."""
    for drafts in map(real_site.drafts, real_site.pages):
        for draft in drafts:
            if draft.template == "clause.html":
                for word in ("abuse", "exploitation", "pornography", "استغلال", "انتهاك", "اعتداء", "إباحية"):
                    assert word not in draft.description.lower(), draft.address
