"""Names without a record over whole texts: which are one instrument, what has a page, what is left open and why."""

import pytest

from resolutions.cite.values import Why

ENGLISH = "The General Assembly,\n\n*Recalling* {},\n\n1. *Decides* {}."
ARABIC = "إن الجمعية العامة،\n\n*إذ تشير* إلى {}،\n\n1 - *تقرر* {}."


@pytest.fixture
def read(make, made):
    """`read((english, arabic), …)`: a text for each, with these words in its only preambular paragraph."""

    def _read(*pairs, body=("to act", "أن تعمل")):
        for number, (english, arabic) in enumerate(pairs, 1):
            texts = {
                "en": english and ENGLISH.format(english, body[0]),
                "ar": arabic and ARABIC.format(arabic, body[1]),
            }
            make(f"a-res-90-{number}", **texts)
        return made()

    return _read


def names(corpus):
    return {key: dict(one.names) for key, one in corpus.undescribed.items()}


def left(corpus, text="a-res-90-1"):
    """What is open in the first paragraph: reason and words by language."""
    found = corpus.cited[text].unresolved
    return {
        language: [(one.open.why, one.words) for one in found.get(("pp-1", language), ())] for language in ("en", "ar")
    }


def test_one_name_of_a_kind_in_each_language_is_one_instrument(read):
    corpus, problems = read(("the Hanoi Convention on Rafts", "اتفاقية هانوي بشأن الأطواف"))
    key = "hanoi-convention-on-rafts"
    assert names(corpus) == {key: {"en": "Hanoi Convention on Rafts", "ar": "اتفاقية هانوي بشأن الأطواف"}}
    assert [(one.place, one.text.id) for one in corpus.citing(key)] == [("pp-1", "a-res-90-1")]
    assert [one.code for one in problems] == ["citation-unknown"]
    assert f"docs/records/instruments/{key}.yml" in problems[0].todo


def test_several_in_the_same_order_are_paired_in_turn(read):
    corpus, _ = read(
        ("the Bergen Protocol on Buoys and the Doha Protocol on Rafts", "بروتوكول برغن بشأن العوامات وبروتوكول الدوحة بشأن الأطواف")
    )  # fmt: skip
    assert names(corpus) == {
        "bergen-protocol-on-buoys": {"en": "Bergen Protocol on Buoys", "ar": "بروتوكول برغن بشأن العوامات"},
        "doha-protocol-on-rafts": {"en": "Doha Protocol on Rafts", "ar": "بروتوكول الدوحة بشأن الأطواف"},
    }


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        # two against one
        ("the Bergen Protocol on Buoys and the Doha Protocol on Rafts", "بروتوكول برغن بشأن العوامات"),
        # kinds in another order around a second pair of one kind
        (
            "the Bergen Protocol on Buoys, the Lima Charter and the Doha Protocol on Rafts",
            "ميثاق ليما وبروتوكول برغن بشأن العوامات وبروتوكول الدوحة بشأن الأطواف",
        ),
        # words of the kind that do not say which
        ("the Bergen Protocol on Buoys and the Optional Protocols thereto", "بروتوكول برغن بشأن العوامات"),
        # what the other language may cite by its record
        ("the Bergen Protocol on Buoys and the Convention on the Rights of the Child", "اتفاقية برغن بشأن العوامات"),
        # other figures
        ("the Bergen Protocol No. 3", "بروتوكول برغن رقم 4"),
        # a sentence that goes on in one language
        ("the Bergen Protocol on Buoys and the parties to it", "بروتوكول برغن بشأن العوامات وأطرافه"),
    ],
)
def test_where_anything_is_unclear_nothing_is_paired(read, english, arabic):
    corpus, problems = read((english, arabic))
    found = names(corpus)
    assert found["bergen-protocol-no-3" if "No. 3" in english else "bergen-protocol-on-buoys"].keys() == {"en"}
    assert not any("ar" in one for one in found.values() if "Protocol" in one.get("en", ""))
    reasons = {why for why, _ in left(corpus)["ar"]}
    assert reasons == {Why.NAME_PAIR}
    assert all(problem.severity.value == "doubt" for problem in problems)


def test_a_name_is_one_instrument_in_all_texts_and_spellings(read):
    corpus, _ = read(
        ("the Hanoi Convention on Rafts", "اتفاقية هانوي بشأن الأطواف"),
        ("two conventions, the HANOI Convention on Rafts and the Lima Convention", "اتفاقيةِ هانوي بشأن الأطـواف"),
        (None, "الالتزامات بموجب اتفاقية هانوي بشأن الأطواف"),
    )
    citing = corpus.citing("hanoi-convention-on-rafts")
    assert [(one.text.id, one.place) for one in citing] == [
        ("a-res-90-1", "pp-1"), ("a-res-90-2", "pp-1"), ("a-res-90-3", "pp-1"),
    ]  # fmt: skip
    assert set(names(corpus)) == {"hanoi-convention-on-rafts", "lima-convention"}


def test_names_that_two_clauses_pair_differently_are_kept_apart_and_told(read):
    corpus, problems = read(("the Oslo Declaration", "إعلان أوسلو"), ("the Oslo Declaration", "إعلان النرويج"))
    assert names(corpus) == {"oslo-declaration": {"en": "Oslo Declaration"}}
    assert left(corpus)["ar"] == [(Why.NAME_PAIR, "إعلان أوسلو")]
    assert [one.code for one in problems].count("names-apart") == 2  # once in each text


def test_an_arabic_name_that_was_read_too_far_is_cut_to_the_known_one(read):
    corpus, _ = read(
        ("the Hanoi Convention on Rafts", "اتفاقية هانوي بشأن الأطواف"),
        ("the Hanoi Convention on Rafts and its obligations", "لاتفاقية هانوي بشأن الأطواف والتزاماتها"),
    )
    (one,) = corpus.cited["a-res-90-2"].at("pp-1", "ar")
    assert (one.target, one.words) == ("hanoi-convention-on-rafts", "لاتفاقية هانوي بشأن الأطواف")
    passage = corpus.text("a-res-90-2").clause("pp-1").texts["ar"].passage.text
    assert passage[one.start : one.end] == one.words


def test_an_arabic_text_alone_gives_a_page_that_moves_when_english_names_it(read):
    corpus, _ = read((None, "إعلان ليما بشأن الأنهار"))
    ((key, one),) = corpus.undescribed.items()
    assert key.startswith("declaration-ar-")
    assert dict(one.names) == {"ar": "إعلان ليما بشأن الأنهار"}
    corpus, _ = read((None, "إعلان ليما بشأن الأنهار"), ("the Lima Declaration on Rivers", "إعلان ليما بشأن الأنهار"))
    assert set(corpus.undescribed) == {"lima-declaration-on-rivers"}
    assert corpus.undescribed["lima-declaration-on-rivers"].formerly == (key,)


def test_an_arabic_name_alone_that_may_hold_more_must_come_twice(read):
    once = "أحكام اتفاقية ليما في تشريعاتها"
    corpus, _ = read((None, once))
    assert (names(corpus), left(corpus)["ar"]) == ({}, [(Why.NAME_PAIR, "اتفاقية ليما في تشريعاتها")])
    corpus, _ = read((None, "اتفاقية الأنهار والبحار"), (None, "اتفاقية الأنهار والبحار"))
    assert [dict(one.names) for one in corpus.undescribed.values()] == [{"ar": "اتفاقية الأنهار والبحار"}]


def test_everyday_arabic_words_count_only_beside_an_english_name(read):
    corpus, _ = read(("national plans of action", "وضع خطة عمل وطنية للموانئ"), (None, "وضع خطة عمل لحماية الموانئ"))
    assert (names(corpus), left(corpus)) == ({}, {"en": [], "ar": []})
    corpus, _ = read(("the Doha Plan of Action for Harbours", "خطة عمل الدوحة للموانئ"))
    assert names(corpus)["doha-plan-of-action-for-harbours"]["ar"] == "خطة عمل الدوحة للموانئ"


def test_a_text_does_not_cite_itself_by_its_title(make, made):
    titles = {"en": "Lima Declaration on Rivers", "ar": "إعلان ليما بشأن الأنهار"}
    make(en=ENGLISH.format("the need", "to adopt the Lima Declaration on Rivers"),
         ar=ARABIC.format("الضرورة", "أن تعتمد إعلان ليما بشأن الأنهار"), titles=titles)  # fmt: skip
    corpus, problems = made()
    assert (names(corpus), problems) == ({}, [])


def test_nothing_of_the_future_is_cited_by_name(read):
    corpus, problems = read(("the Lima Treaty of 3 May 2099", "معاهدة ليما المؤرخة 3 أيار/مايو 2099"))
    assert names(corpus) == {}
    assert {one.code for one in problems} == {"citation-of-the-future"}


def test_a_record_takes_over(read, empty):
    source = (empty / "records/instruments/crc.yml").read_text(encoding="utf-8")
    words = ("the Hanoi Convention on Rafts", "اتفاقية هانوي بشأن الأطواف")
    head, _, _ = source.partition("cited_as:")
    cited = "cited_as: {en: [Hanoi Convention on Rafts], ar: [اتفاقية هانوي بشأن الأطواف]}\n"
    record = empty / "records/instruments/hanoi.yml"
    record.write_text(head + cited + "formerly: [hanoi-convention-on-rafts]\n", encoding="utf-8")
    corpus, problems = read(words)
    assert (dict(corpus.undescribed), problems) == ({}, [])
    assert [one.text.id for one in corpus.citing("hanoi")] == ["a-res-90-1"]


def test_a_record_without_these_words_does_not_take_over_and_its_former_id_is_told(read, empty):
    path = empty / "records/instruments/crc.yml"
    path.write_text(path.read_text(encoding="utf-8") + "formerly: [hanoi-convention-on-rafts]\n", encoding="utf-8")
    _, problems = read(("the Hanoi Convention on Rafts", "اتفاقية هانوي بشأن الأطواف"))
    assert "formerly-there" in {one.code for one in problems}


def test_a_correction_decides(make, made):
    make(
        en=ENGLISH.format("the Hanoi Convention on Rafts", "to act"),
        ar=ARABIC.format("اتفاقية هانوي بشأن الأطواف", "أن تعمل"),
        corrections=[
            {"kind": "citation", "place": "pp-1", "language": language, "words": words, "target": "none",
             "reason": {"en": "No instrument.", "ar": "ليس صكا."}, "date": "2026-01-15"}
            for language, words in (("en", "Hanoi Convention on Rafts"), ("ar", "اتفاقية هانوي بشأن الأطواف"))
        ],
    )  # fmt: skip
    corpus, problems = made()
    assert (dict(corpus.undescribed), problems) == ({}, [])
