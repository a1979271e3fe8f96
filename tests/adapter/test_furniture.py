"""Templates hold their words when they are read, and are read anew when the words change."""

import pytest
from jinja2 import DictLoader, Environment

from adapter import furniture
from adapter.words import functions
from resolutions.wording import Wording

PAGE = '<p title="{{ say(\'ui-nav\') }}">{{ say("count", n=1) }} {{ say("ui-" ~ key) }} {{ {"say": say("ui-nav")}["say"] }}</p>'


@pytest.fixture(autouse=True)
def read():
    before = dict(furniture._read)
    furniture._read.clear()
    yield
    furniture._read.clear()
    furniture._read.update(before)


def environment(nav, templates):
    wording = Wording({"en": {"ui-nav": nav, "count": {"one": "{n} page", "other": "{n} pages"}}})
    env = Environment(loader=DictLoader(templates), autoescape=True)
    env.globals.update(functions(wording, "en"))
    furniture.furnish(env, wording, "en")
    return env


def test_words_are_put_in_and_escaped_like_any_text():
    env = environment("Ways & <means>", {"page.html": PAGE})
    html = env.get_template("page.html").render(key="nav")
    escaped = "Ways &amp; &lt;means&gt;"
    assert html == f'<p title="{escaped}">1 page {escaped} {escaped}</p>'


def test_other_words_are_other_templates():
    assert "Before" in environment("Before", {"page.html": PAGE}).get_template("page.html").render(key="nav")
    assert "After" in environment("After", {"page.html": PAGE}).get_template("page.html").render(key="nav")


def test_an_unknown_word_is_told_when_the_template_is_read():
    with pytest.raises(KeyError, match="ui-nave"):
        environment("Ways", {"page.html": "{{ say('ui-nave') }}"}).get_template("page.html")


@pytest.mark.parametrize(
    ("interface", "template", "content", "first", "later"),
    [
        ("en", "", "<p>", "serif-400 naskh-400 sans-400", "serif-600 naskh-600"),
        ("ar", "", "<p><em>", "serif-400 naskh-400 sans-arabic-400", "serif-600 naskh-600 serif-400-italic"),
        ("en", "sources.html", "<p>", "serif-400 naskh-400 sans-400", "serif-600 naskh-600"),
        ("en", "clause.html", '<i class="open">', "serif-400 naskh-400 sans-400",
         "serif-600 naskh-600 sans-600 serif-400-italic"),
        ("ar", "clause.html", "<p>", "serif-400 naskh-400 sans-arabic-400", "serif-600 naskh-600 sans-arabic-600"),
        ("en", "instruments.html", "", "sans-400", "serif-600 naskh-600 sans-600 naskh-400"),
        ("ar", "instruments.html", "", "sans-arabic-400", "serif-600 naskh-600 sans-arabic-600"),
    ],
)  # fmt: skip
def test_a_page_asks_early_for_the_faces_that_it_is_set_in(interface, template, content, first, later):
    assert furniture.faces(interface, template, content) == (first.split(), later.split())
