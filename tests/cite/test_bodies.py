"""Each body's numbers: both languages write the same one, and the words around it lead to that body and no other."""

import pytest

from resolutions.cite import bodies
from resolutions.records.kinds import Kind

from .golden import RECORDS, finder

WRITTEN = [(body, one) for body, filed in RECORDS.bodies.items() for one in filed.record.written]
EXAMPLES = [(body, one) for body, filed in RECORDS.bodies.items() for one in filed.record.examples]
COUNTER = [(body, one) for body, filed in RECORDS.bodies.items() for one in filed.record.counter_examples]


@pytest.mark.parametrize(("body", "one"), WRITTEN, ids=[f"{body} {one.number}" for body, one in WRITTEN])
def test_both_languages_write_the_same_number(body, one):
    names = RECORDS.bodies[body].record.named_as
    for language, text in (
        ("en", f"{names.en[0]} resolution {one.en}"),
        ("ar", f"قرار {names.ar[0]} {one.ar}"),
    ):
        (mention,), _ = finder(language).find(text)
        assert (mention.body, mention.number, text[mention.start : mention.end]) == (body, one.number, text)


@pytest.mark.parametrize(("body", "number"), EXAMPLES)
def test_an_example_is_taken_by_one_rule(body, number):
    text = f"{RECORDS.bodies[body].record.named_as.en[0]} resolution {number} on trees"
    mentions, _ = finder("en").find(text)
    assert [(one.body, one.number) for one in mentions] == [(body, number)]


@pytest.mark.parametrize(("body", "number"), COUNTER)
def test_a_counter_example_is_not_of_that_body(body, number):
    assert not bodies.fits(number, body, Kind.RESOLUTION, RECORDS)


def test_symbols_lead_back_to_their_numbers():
    for body, filed in RECORDS.bodies.items():
        for number in filed.record.examples:
            symbol = bodies.symbol(number, body, Kind.RESOLUTION, RECORDS)
            if symbol:
                assert bodies.of_symbol(symbol, RECORDS) == (body, number)
