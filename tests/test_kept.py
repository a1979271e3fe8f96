"""What rests on equal values is taken again; all else is made anew."""

from __future__ import annotations

from resolutions.kept import Kept


def reading(kept, rests):
    kept.begin()
    return kept.get("page", rests, object)


def test_a_thing_is_the_same_while_what_it_rests_on_is_equal():
    kept = Kept()
    first = reading(kept, ["a", 1])
    assert reading(kept, ["a", 1]) is first
    changed = reading(kept, ["a", 2])
    assert changed is not first
    assert reading(kept, ["a", 2]) is changed


def test_what_a_reading_does_not_ask_for_is_forgotten():
    kept = Kept()
    first = reading(kept, "a")
    kept.begin()
    assert reading(kept, "a") is not first


def test_equal_values_become_one():
    kept = Kept()
    first = kept.same("words", ["a"])
    kept.begin()
    assert kept.same("words", ["a"]) is first
    assert kept.same("words", ["b"]) == ["b"]
