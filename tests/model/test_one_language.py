"""A text that is held in one language has its pages in both interfaces: one column, and a sentence that says so."""

import pytest

from resolutions import site

TEXTS = {
    "en": """
        The General Assembly,

        Recalling the Convention on the Rights of the Child,

        1. Urges States to act;

        2. Requests the Secretary-General to report.
    """,
    "ar": """
        إن الجمعية العامة،

        إذ تشير إلى اتفاقية حقوق الطفل،

        1 - تحث الدول على العمل؛

        2 - تطلب إلى الأمين العام أن يقدم تقريرا.
    """,
}
COUNTS = {"preambular": 1, "operative": 2}
OTHER = {"en": "ar", "ar": "en"}


def pages(found, language):
    return {draft.address: draft for draft in found.drafts(language)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_text_is_published_without_a_problem(make, made, language):
    make(**{language: TEXTS[language]}, counts=COUNTS)
    corpus, problems = made()
    assert problems == []
    (text,) = corpus.texts
    assert text.languages == (language,)
    assert [clause.id for clause in text.clauses] == ["pp-1", "op-1", "op-2"]
    assert corpus.targets(text, "pp-1") == ("crc",)


@pytest.mark.parametrize("interface", ["en", "ar"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_pages_show_one_column_in_both_interfaces(empty, make, language, interface):
    make(**{language: TEXTS[language]}, counts=COUNTS)
    found = pages(site.read(empty), interface)
    for address in ("instruments/a-res-90-1/", "instruments/a-res-90-1/op-1/", "instruments/crc/"):
        page = found[address]
        assert f'lang="{language}"' in page.body
        assert f'[lang="{OTHER[language]}"' not in page.body, address
        assert f".only-{language}" in page.body
    page = found["instruments/a-res-90-1/op-1/"]
    assert page.data["languages"] == [language]
    assert page.data["absent"]
    assert list(page.data["hashes"]) == [language]
    assert [state["ours"] for state in page.data["states"]] == [False, False]
    assert page.data["of"] == {language: found["instruments/a-res-90-1/"].data["names"][language]}


def test_a_title_in_the_other_language_is_said_to_be_ours(empty, make):
    make(en=TEXTS["en"], titles={"en": "Protection of rivers", "ar": "حماية الأنهار"}, counts=COUNTS)
    page = pages(site.read(empty), "ar")["instruments/a-res-90-1/"]
    assert page.data["names"]["ar"] == "حماية الأنهار"
    assert page.data["unofficial"] == "ar"
    assert "حماية الأنهار" not in page.body  # the text itself has no Arabic title


def test_the_index_gives_the_title_with_its_language(empty, make):
    make(ar=TEXTS["ar"], counts=COUNTS)
    (held,) = site.read(empty).summary["en"]["held"]
    assert (held["name"], held["name_language"]) == ("حماية الأنهار", "ar")
    assert [state["status"] for state in held["states"]] == ["not held here", "official text"]


def test_both_languages_may_count_otherwise(make, made):
    english = TEXTS["en"].replace("2. Requests", "2. Decides to go on;\n\n        3. Requests")
    counts = {"en": {"preambular": 1, "operative": 3}, "ar": COUNTS}
    make(en=english, ar=TEXTS["ar"], counts=counts)
    assert "clause-surplus" not in {problem.code for problem in made()[1]}


WRONG = {
    "no reading": (lambda record: {**record, "readings": {}}, "at least one language"),
    "no title": (lambda record: {**record, "titles": {"ar": "حماية"}}, "gives its title in 'en'"),
    "no counts": (lambda record: {**record, "counts": {"ar": COUNTS}}, "says nothing of 'en'"),
    "counts twice": (lambda record: {**record, "counts": {**COUNTS, "ar": COUNTS}}, "or both of them for each"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_record_that_does_not_fit_is_told(make, made, name):
    import yaml

    change, words = WRONG[name]
    path = make(en=TEXTS["en"], counts=COUNTS) / "instrument.yml"
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(change(record), allow_unicode=True), encoding="utf-8")
    _, problems = made()
    assert any(words in problem.what for problem in problems), problems


def test_divergences_need_two_languages(make, made):
    folder = make(en=TEXTS["en"], counts=COUNTS)
    (folder / "divergences.yml").write_text("[]\n", encoding="utf-8")
    assert [problem.code for problem in made()[1]] == ["divergence-language"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_without_a_public_address_says_so(empty, make, language):
    folder = make(en=TEXTS["en"], counts=COUNTS)
    record = folder / "instrument.yml"
    lines = record.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("official:"))
    end = next(i for i in range(at + 1, len(lines)) if not lines[i].startswith(" "))
    record.write_text("\n".join(lines[:at] + lines[end:]), encoding="utf-8")
    found = site.read(empty)
    assert not [problem for problem in found.problems if problem.severity.withholds]
    page = next(draft for draft in found.drafts(language) if draft.address == "instruments/a-res-90-1/")
    words = {"en": "no public address", "ar": "لا يُعرف لها عنوان"}[language]
    assert any(words in fact["value_html"] for fact in page.data["facts"])
