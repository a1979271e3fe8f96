"""A small site with the project's own settings and hooks: two hand-written pages, and whatever drafts a test wants."""

import logging
import shutil
from pathlib import Path

import pytest
import yaml
from lxml import html
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

from adapter import writing

ROOT = Path(__file__).parents[2]

CLAUSE = """\
{%- macro from_a_macro() %}{{ to("instruments/crc/") }}{% endmacro -%}
<html lang="{{ interface }}"><head><meta charset="utf-8"></head><body>
<main>{{ page.content | safe }}</main>
<p id="title">{{ page.title }}</p><p id="data">{{ page.meta.data.colour }}</p><p id="edit">{{ page.edit_url }}</p>
<p id="canonical">{{ page.canonical_url }}</p>
<p id="day">{{ say_date("2023-01-10") }}</p><p id="other-day">{{ say_date("2023-01-10", language="en") }}</p>
<a id="home" href="{{ to('') }}"></a><a id="macro" href="{{ from_a_macro() }}"></a>
<a id="clause" href="{{ to('instruments/crc/art-19/#op') }}"></a><a id="file" href="{{ to('data/crc.json') }}"></a>
<a id="arabic" href="{{ to('instruments/crc/', language='ar') }}"></a>
{% for a in alternates(page) %}<link hreflang="{{ a.language }}" href="{{ a.url }}" title="{{ a.relative }}">
{% endfor %}
</body></html>
"""
NOT_FOUND = '<html lang="en"><body><a id="home" href="{{ to("") }}"></a>{{ alternates(page) }}</body></html>'

PAGES = {
    "index.md": "# Home {#home}\n\n[the convention](instruments/crc/index.md)\n",
    "index.ar.md": "# مقابلة {#home}\n\n[الاتفاقية](instruments/crc/index.md)\n",
    "about/method.md": "# Method {#method}\n\n[article](../instruments/crc/art-19.md#op)\n",
    "about/method.ar.md": "# المنهج {#method}\n\n[المادة](../instruments/crc/art-19.md#op)\n",
}


@pytest.fixture(autouse=True)
def mkdocs_own(monkeypatch):
    """The i18n plugin takes MkDocs' cleaning away while it builds; a build that ends there does not give it back."""
    for name in ("clean_directory", "write_file"):  # ours take their place under `serve`
        monkeypatch.setattr(utils, name, getattr(utils, name))
    monkeypatch.setattr(writing, "_folder", "")


class Small:
    """The folder of a small site. `build` raises what MkDocs raises; `page` reads what was built."""

    def __init__(self, root: Path) -> None:
        self.root, self.docs, self.site = root, root / "docs", root / "site"

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def config(self, **settings):
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site), **settings)

    def build(self, *, once=False, **settings):
        """`once`: as `mkdocs build` does it, after which the process ends."""
        config = self.config(**{"strict": True, **settings})
        config.plugins.on_startup(command="build" if once else "serve", dirty=False)  # MkDocs keeps a hook's module
        build(config)
        return config

    def page(self, address: str):
        return html.fromstring((self.site / address).read_bytes())


@pytest.fixture
def small(tmp_path):
    """The real mkdocs.yml, with a plain theme folder and hand-written pages of its own; the real hooks."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = yaml.dump({"nav": ["index.md", "about/method.md", "instruments/crc/index.md"]})
    head, tail = settings.split("\nnav:\n")
    body = "\nnot_in_nav:" + tail.partition("\nnot_in_nav:")[2]
    site = Small(tmp_path)
    site.write("mkdocs.yml", f"{head}\n{nav}{body}".replace("hooks/main.py", f"{ROOT}/hooks/main.py"))
    for asset in ("extra_css", "extra_javascript"):  # the real site's own files are not here
        text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
        before, found, after = text.partition(f"\n{asset}:\n")
        if found:
            rest = after.splitlines(keepends=True)
            while rest and (not rest[0].strip() or rest[0].startswith((" ", "-"))):
                rest.pop(0)
            site.write("mkdocs.yml", f"{before}\n{''.join(rest)}")
    for folder in ("hooks", "overrides"):
        (tmp_path / folder).mkdir()
    for name, text in PAGES.items():
        site.write(f"docs/{name}", text)
    site.write("overrides/clause.html", CLAUSE)
    shutil.copy(ROOT / "overrides" / "sitemap.xml", tmp_path / "overrides")
    site.write("overrides/404.html", NOT_FOUND)
    shutil.copytree(ROOT / "docs" / "records" / "wording", site.docs / "records" / "wording")
    return site


@pytest.fixture
def library(monkeypatch):
    """`library(drafts=… or pages=…, downloads=…, problems=…)`: what `resolutions.site.read` returns; `library.reads` counts."""
    import adapter.corpus
    from resolutions import site
    from resolutions.pages.draft import Page

    class Library:
        reads = 0

        def __call__(self, drafts=(), downloads=(), problems=(), pages=()):
            pages = pages or [Page(draft.address, draft.language, lambda draft=draft: draft) for draft in drafts]
            by_language = {one: tuple(page for page in pages if page.language == one) for one in site.LANGUAGES}
            made = site.Site(by_language, tuple(downloads), tuple(problems))

            def read(docs, base="", kept=None):
                self.reads += 1
                return made

            monkeypatch.setattr(site, "read", read)

    adapter.corpus._memory.clear()
    yield Library()
    adapter.corpus._memory.clear()


@pytest.fixture
def said():
    """What was logged in MkDocs' tree at WARNING or above, one text each."""

    class Keep(logging.Handler):
        def __init__(self):
            super().__init__(logging.WARNING)
            self.lines = []

        def emit(self, record):
            self.lines.append(f"{record.levelname} {record.getMessage()}")

    keep, logger = Keep(), logging.getLogger("mkdocs")
    logger.addHandler(keep)
    yield keep.lines
    logger.removeHandler(keep)
