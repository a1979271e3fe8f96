"""`formerly`: an id belongs to one instrument, and to none that has it still."""

import pytest

from resolutions.records.load import load


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"crc": "rafts-convention"}, None),
        ({"crc": "opsc"}, "formerly-taken"),
        ({"crc": "crc"}, "formerly-taken"),
        ({"crc": "rafts-convention", "opsc": "rafts-convention"}, "formerly-taken"),
    ],
)
def test_a_former_id_is_free_and_claimed_once(empty, claims, code):
    for key, old in claims.items():
        path = empty / "records" / "instruments" / f"{key}.yml"
        path.write_text(path.read_text(encoding="utf-8") + f"formerly: [{old}]\n", encoding="utf-8")
    records, problems = load(empty)
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(problem.line for problem in problems)
    assert all(records.instruments[key].record.formerly == (old,) for key, old in claims.items())
