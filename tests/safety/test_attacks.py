"""Each attack in each place that takes words, in both languages: refused with file and line, or shown as it stands.

The oracle for what is shown: the site that holds the attacks has the very elements and attributes of its twin, which
holds a harmless word in the same places.
"""

import json
import re

import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

import adapter.corpus
from resolutions import site

from . import hostile

PLACES = ("text-en.txt", "text-ar.txt", "instrument.yml", "divergences.yml", "corrections.yml", "ditches-1.yml")
LEAD = re.compile(r"[a-z-]+:|//|/|\.|#|$")


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_an_attack_that_hides_is_refused_wherever_it_stands(tmp_path, name):
    attack = hostile.REFUSED[name]
    docs = hostile.corpus(tmp_path / "docs", [attack["payload"]])
    told = {(problem.path.split("/")[-1], problem.code) for problem in _problems(docs) if problem.severity.withholds}
    # What is written into records first, that is, before the texts are looked at
    assert {(place, attack["refused"]) for place in PLACES if place in ("ditches-1.yml", "instrument.yml")} <= told
    harmless = hostile.corpus(tmp_path / "other" / "docs", [hostile.HARMLESS])
    for place in PLACES[:2] + PLACES[3:5]:
        (harmless / "texts/a-res-91-1" / place).write_bytes((docs / "texts/a-res-91-1" / place).read_bytes())
    told = {(problem.path.split("/")[-1], problem.code) for problem in _problems(harmless)}
    assert {(place, attack["refused"]) for place in PLACES[:2] + PLACES[3:5]} <= told


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_an_attack_that_hides_is_refused_in_the_site_s_words(tmp_path, name):
    from resolutions.wording import load

    attack = hostile.REFUSED[name]
    (tmp_path / "own.yml").write_text(
        yaml.dump({"ui-site": {"about": "x", "en": attack["payload"], "ar": attack["payload"] + " "}}), encoding="utf-8"
    )
    assert attack["refused"] in {problem.code for problem in load(tmp_path)[1]}


def _problems(docs):
    return site.check(docs)


class Two:
    """The attacked site and its twin, as folders, and the pages of both."""

    def __init__(self, root):
        self.attacked, self.twin = root / "attacked", root / "twin"

    def pages(self):
        for path in sorted(self.twin.rglob("*.html")):
            place = path.relative_to(self.twin)
            yield place.as_posix(), self.attacked / place, path


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    two = Two(root)
    payloads = [attack["payload"] for attack in hostile.SHOWN.values()]
    words = {"attacked": payloads, "twin": [hostile.HARMLESS] * len(payloads)}
    for name, given in words.items():
        docs = hostile.corpus(root / name / "docs", given)
        _reword(docs, " ".join(dict.fromkeys(given)))
        adapter.corpus._memory.clear()
        folder = {"attacked": two.attacked, "twin": two.twin}[name] / "site"
        build(load_config(str(hostile.ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder), strict=False))
    adapter.corpus._memory.clear()
    two.attacked, two.twin = two.attacked / "site", two.twin / "site"
    return two


def _reword(docs, payload):
    """The payload in words of the site itself: the foot of each page, and the name of a kind."""
    doubled = payload.replace("{", "{{").replace("}", "}}")
    for path in (docs / "records" / "wording").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for key in ("ui-foot", "kind-resolution"):
            entry = json.dumps({"about": "x", "en": doubled, "ar": doubled}, ensure_ascii=False)
            text = re.sub(
                rf"^{key}:\n(?:[ ]+.*\n|\n(?=[ ]))+", lambda _, e=entry, k=key: f"{k}: {e}\n", text, flags=re.M
            )
        path.write_text(text, encoding="utf-8")


STRUCTURE = {
    "id",
    "class",
    "href",
    "src",
    "rel",
    "type",
    "lang",
    "dir",
    "name",
    "http-equiv",
    "action",
    "hreflang",
    "for",
}


def _skeleton(path):
    """Every element with the names of its attributes, and the values of those that do something."""
    made = []
    for element in html.fromstring(path.read_bytes()).iter():
        if element.tag == "bdi" and element.getparent().tag != "code":
            continue  # Latin words inside Arabic are kept together; which ones, differs from word to word
        assert isinstance(element.tag, str), html.tostring(element)[:100]
        values = {k: v for k, v in element.attrib.items() if k in STRUCTURE and "/issues/new?" not in v}
        made.append((element.tag, sorted(element.attrib), sorted(values.items())))
    return made


def test_no_element_or_attribute_comes_out_of_a_text(two):
    counted = 0
    for place, attacked, twin in two.pages():
        found, wanted = _skeleton(attacked), _skeleton(twin)
        different = next((pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]), None)
        assert different is None, (place, different)
        assert len(found) == len(wanted), place
        counted += 1
    assert counted > 100
    assert {p.relative_to(two.attacked) for p in two.attacked.rglob("*.html")} == {
        p.relative_to(two.twin) for p in two.twin.rglob("*.html")
    }


@pytest.mark.parametrize("prefix", ["", "ar/"])
@pytest.mark.parametrize("number", range(1, len(hostile.SHOWN) + 1))
def test_an_attack_is_shown_letter_by_letter(two, number, prefix):
    payload = "".join(list(hostile.SHOWN.values())[number - 1]["payload"].split())
    folder = two.attacked / f"{prefix}instruments/a-res-91-{number}"
    for leaf in ("", "pp-1/", "op-1/", "annex-1/"):
        shown = "".join(
            html.fromstring((folder / leaf / "index.html").read_bytes()).find("body").text_content().split()
        )
        assert shown.count(payload) >= 2, (leaf, shown[:3000])
    cited = html.fromstring((two.attacked / f"{prefix}instruments/ditches-{number}/index.html").read_bytes())
    assert "".join(cited.find("head/title").text.split()).count(payload) == 1


def test_data_inside_pages_stays_data(two):
    for place, attacked, _ in two.pages():
        for script in html.fromstring(attacked.read_bytes()).iter("script"):
            if script.get("type") in ("application/json", "application/ld+json"):
                json.loads(script.text)
            else:
                assert script.get("src") and not script.text, place
                assert not re.match(r"[a-z]+:|//", script.get("src")), place


def test_what_is_downloaded_can_be_read(two):
    for path in two.attacked.rglob("*.json"):
        json.loads(path.read_bytes())
