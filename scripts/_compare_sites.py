"""Compares the site with what another generator made of the same pages.

In: two folders of built pages. Out: what differs: files by their bytes; pages by title, text and links, as a reader
meets them. Ours stands in `main`, a page of Material's or Zensical's theme in `article`.
"""

import copy
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import html


class Found:
    """What differs between ours and another's pages of one language; lists of addresses."""

    def __init__(self) -> None:
        self.pages = 0
        self.share = 0.0  # of the words in ours that the other's have
        self.missing, self.titles, self.texts, self.links, self.undirected = [], [], [], [], []


def differing_files(ours, theirs) -> list:
    """The names of files that only one has, or that are not the same."""
    names = {path.relative_to(site).as_posix() for site in (ours, theirs) for path in site.rglob("*") if path.is_file()}
    return sorted(name for name in names if _bytes(ours / name) != _bytes(theirs / name))


def compare(ours, theirs, prefix: str) -> Found:
    """Our pages below `prefix` against theirs, which lie without it."""
    mine = {name: page for name, page in _pages(ours / prefix).items() if prefix or not name.startswith("ar/")}
    other = _pages(theirs)
    found = Found()
    found.pages = len(other)
    found.missing = sorted("/" + name for name in mine.keys() - other.keys())
    words = [0, 0]
    for name in sorted(mine.keys() & other.keys()):
        page = other[name]
        if _title(mine[name]) != _title(page):
            found.titles.append("/" + name)
        here, there = _text(mine[name].find(".//main")), _text(_article(page))
        words = [words[0] + len(here), words[1] + len(there)]
        body = copy.deepcopy(_article(page))
        for notes in body.xpath('.//*[@class="staged"]'):  # on our page a template has them, arranged otherwise
            notes.drop_tree()
        if "".join(_text(body)) not in "".join(here):
            found.texts.append("/" + name)
        found.links += ["/{} → {}".format(name, link) for link in _broken(name, page, other, theirs)]
        if not page.get("dir") or not page.get("lang"):
            found.undirected.append("/" + name)
    found.share = words[1] / words[0] if words[0] else 0.0
    return found


def _bytes(path):
    return path.read_bytes() if path.is_file() else None


def _pages(site) -> dict:
    """Each page by its address, parsed."""
    paths = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    return {"" if name == "." else name + "/": html.fromstring(path.read_bytes()) for name, path in paths.items()}


def _title(page) -> str:
    """Without the site's name, which our frame sets behind a dot and theirs behind a hyphen."""
    title = " ".join((page.findtext(".//title") or "").split())
    return max(title.rpartition(mark)[0] for mark in (" · ", " - "))


def _article(page):
    """The text of a page, without the heading that their theme makes of the title where a page has none."""
    article = page.xpath('//article[contains(@class, "md-content__inner")]')[0]
    first = next(iter(article.iter("h1")), None)
    if first is not None and not first.get("id"):
        first.drop_tree()
    return article


def _text(element) -> list:
    for hidden in element.xpath(".//script | .//style | .//svg"):
        hidden.drop_tree()
    return " ".join(element.itertext()).split()


def _broken(name: str, page, pages: dict, site):
    """The links of a page's text that lead to no page, file or place of the same site."""
    for link in _article(page).xpath(".//a/@href"):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        place = name
        if parts.path:
            place = normpath("/" + name + unquote(parts.path)).lstrip("/")
            place += "/" if parts.path.endswith(("/", ".")) and place else ""
        known = place in pages or (site / place).is_file()
        target = pages.get(place)
        if not known or (parts.fragment and target is not None and not target.xpath("//*[@id=$id]", id=parts.fragment)):
            yield link
