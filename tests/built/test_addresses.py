"""What is recorded as published is there in the built site, in both interfaces."""

from pathlib import Path

import pytest

from resolutions import addresses

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_recorded_addresses_are_there(built, prefix):
    places = {}
    for line in addresses.recorded(DOCS):
        page, _, place = line[1:].partition("#")
        places.setdefault(page, set()).add(place)
    assert len(places) > 100
    for page, wanted in places.items():
        if page and not page.endswith("/"):
            assert (built.folder / page).is_file()
            continue
        found = built.page(prefix + page)
        assert wanted - {""} <= set(found.xpath("//@id")), page
