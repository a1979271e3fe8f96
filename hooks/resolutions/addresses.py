"""Addresses that were once published stay: what is recorded must be there, or be sent on to where it went.

In: a planned `Site`, `docs/records/addresses.txt` and `docs/records/redirects.yml`. Out: the same site with a page at
each address that moved, and a problem for each recorded address that is gone without one. Whether a place is still on
its page is known when the page is made: `Awaited` says what must be there, `lost` what is not.

An address is written as a reader sees it below the site's own, in English: `/`, `/instruments/crc/`, a file
`/instruments/a-res-77-233/clauses.json`, a place `/instruments/a-res-77-233/#op-4`. A page and a place stand for both
interfaces: each must be there in every language. An instrument that no record describes goes by what texts say of it,
so that its address may change when it is described, or named in another language: its recorded addresses then lead to
the new one by themselves (`Site.formerly`). Of the places within pages those are kept that belong to a text: its
clauses, sections, footnotes, sub-paragraphs. Headings of other pages may change.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from . import markup, yamls
from .model.text import LANGUAGES
from .pages.draft import Download, Page, PageDraft, source_name
from .problems import Problem
from .records.load import check
from .records.redirects import Redirect
from .site import Site
from .wording import Wording

RECORDED, MOVED = "records/addresses.txt", "records/redirects.yml"
UNPUBLISHED = ("texts", "records")
INNER = ("assets/", "search-index/")  # what only the site's own pages ask for: these may change with them
OF_A_TEXT = ("clause.html", "annex.html", "instrument.html")

ID = re.compile(
    r"""
    ^/{3,}\ html\ \|\ [^\[\n]*?\#(?P<block>[\w-]+)   # //// html | div.pair.txt#op-4
    | ^\{:\ ?[^}\n]*?\#(?P<line>[\w-]+)              # {: #fn-1-en lang=en dir=ltr }
    """,
    re.VERBOSE | re.MULTILINE,
)
PLACE = re.compile(r"(pp|op|fn|sec|annex|title|chapeau|masthead|closing)(-[a-z0-9]+)*")

INSTRUMENTS = "/instruments/"


@dataclass(frozen=True)
class Move:
    """What lay at `old` lies at `new`; `reason` by language."""

    old: str
    new: str
    reason: Mapping[str, str]


@dataclass(frozen=True)
class Awaited:
    """A place within a page of a text; `problem`: what is wrong if it is not `there`, or is although it should not."""

    place: str
    there: bool
    problem: Problem


Awaiting = Mapping[str, tuple[Awaited, ...]]  # by the address of the page

ALL = TypeAdapter(tuple[Redirect, ...])


def published(site: Site, docs: Path) -> frozenset[str]:
    """Every address of the site: in all languages if it is a page, and with the places of the texts."""
    places = [
        {f"/{draft.address}#{one}" for draft in site.drafts(each) for one in _places(draft)} for each in LANGUAGES
    ]
    return _whole(site, docs) | frozenset.intersection(*map(frozenset, places))


def _whole(site: Site, docs: Path) -> frozenset[str]:
    """All that is published, without the places within pages."""
    pages = [{*_by_hand(docs, each), *(f"/{page.address}" for page in site.pages[each])} for each in LANGUAGES]
    files = {f"/{one.address}" for one in site.downloads if not one.address.startswith(INNER)}
    return frozenset(set.intersection(*pages) | files | set(_files(docs)))


def recorded(docs: Path) -> dict[str, int]:
    """Each address that was published, with its line. Lines that begin with `# ` are comments."""
    path = docs / RECORDED
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {line: number for number, line in enumerate(lines, 1) if line and not line.startswith("# ")}


def keep(site: Site, docs: Path, wording: Wording) -> tuple[Site, Awaiting, tuple[Problem, ...]]:
    """The site with what sends readers on; by page what must be on it; what is wrong.

    While an error withholds a text, all is let be.
    """
    if any(problem.severity.withholds for problem in site.problems):
        return site, {}, ()
    there = _whole(site, docs)
    with_places = frozenset(f"/{page.address}" for page in site.pages[LANGUAGES[0]])
    redirects, awaited, problems = _redirects(docs, there, with_places)
    gone = recorded(docs)
    for address in (*there, *(one.old for one in redirects)):
        gone.pop(address, None)
    described = tuple(_described(gone, site.formerly, there, wording))
    for one in described:
        gone.pop(one.old)
    name, lost = (docs / RECORDED).as_posix(), []
    for one, line in gone.items():
        problem = Problem(name, line, "address-gone", f"{one} was published and is gone.", _todo(one))
        page, _, place = one.partition("#")
        if place and page in with_places:
            awaited.setdefault(page[1:], []).append(Awaited(place, True, problem))
        else:
            lost.append(problem)
    moved = _moved(site, docs, (*redirects, *described), wording)
    return moved, {page: tuple(found) for page, found in awaited.items()}, (*problems, *lost)


def lost(draft: PageDraft, awaited: Awaiting) -> tuple[Problem, ...]:
    """What is wrong with the places of a page, now that it is made."""
    if draft.address not in awaited:
        return ()
    found = _places(draft)
    return tuple(
        replace(one.problem, what=f"{one.problem.what} (Pages in {draft.language}.)")
        for one in awaited[draft.address]
        if (one.place in found) is not one.there
    )


def _todo(address: str) -> str:
    todo = f"Bring it back, or say in {MOVED} where its readers should go."
    if not address.startswith(INSTRUMENTS):
        return todo
    old = address.removeprefix(INSTRUMENTS).partition("/")[0]
    return f"{todo} If the instrument has a record of another name now, add `formerly: [{old}]` to that."


def _described(
    gone: Iterable[str], formerly: Mapping[str, str], there: frozenset[str], wording: Wording
) -> Iterator[Move]:
    """Pages of instruments that had another id before: each leads to the same page of the new one, if it is there."""
    for old in gone:
        if not old.startswith(INSTRUMENTS) or not old.endswith("/"):
            continue
        former, _, rest = old.removeprefix(INSTRUMENTS).partition("/")
        home = f"{INSTRUMENTS}{formerly.get(former, '')}/"
        if home in there:
            reason = {language: wording.say(language, "moved-described") for language in LANGUAGES}
            yield Move(old, home + rest if home + rest in there else home, reason)


def _redirects(
    docs: Path, there: frozenset[str], with_places: frozenset[str]
) -> tuple[tuple[Move, ...], dict[str, list[Awaited]], tuple[Problem, ...]]:
    awaited: dict[str, list[Awaited]] = {}
    path = docs / MOVED
    if not path.is_file():
        return (), awaited, ()
    document = yamls.load(path)
    found, problems = check(document, ALL)
    wrong, seen, good = list(problems), set(), []
    for index, one in enumerate(found or ()):
        at = (document.path, document.line(index))
        needless = ("redirect-needless", f"{one.old} is there.", "Delete the entry, or what lies at the address.")
        nowhere = ("redirect-nowhere", f"Nothing lies at {one.new}.", "Name where it lies today, not a step between.")
        says: list[Problem] = []
        for address, wanted, what in ((one.old, False, needless), (one.new, True, nowhere)):
            page, _, place = address.partition("#")
            if place and page in with_places:
                awaited.setdefault(page[1:], []).append(Awaited(place, wanted, Problem(*at, *what)))
            elif (address in there) is not wanted:
                says.append(Problem(*at, *what))
        if one.old in seen:
            says.append(Problem(*at, "redirect-twice", f"{one.old} is sent on twice.", "Keep one entry."))
        seen.add(one.old)
        wrong += says
        if not says:
            good.append(Move(one.old, one.new, {language: one.reason[language] for language in LANGUAGES}))
    return tuple(good), awaited, tuple(wrong)


def _moved(site: Site, docs: Path, redirects: Sequence[Move], wording: Wording) -> Site:
    to_pages = [one for one in redirects if one.old.endswith("/")]
    files = {one.old: one.new for one in redirects if not one.old.endswith("/") and "#" not in one.old}
    downloads = {f"/{one.address}": one for one in site.downloads}
    copies = tuple(Download(old[1:], downloads[new].make) for old, new in files.items())
    by_hand = _by_hand(docs, LANGUAGES[0])
    pages = {}
    for language, there in site.pages.items():
        targets = {f"/{page.address}": page for page in there}
        sent = (
            Page(one.old[1:], language, partial(_page, one, targets, by_hand, language, wording), moved=True)
            for one in to_pages
        )
        pages[language] = (*there, *sent)
    return replace(site, pages=pages, downloads=(*site.downloads, *copies))


def _page(
    one: Move, targets: Mapping[str, Page], by_hand: Mapping[str, str], language: str, wording: Wording
) -> PageDraft:
    """The page at an old address: one sentence, a link, the reason. Its template sends browsers on at once."""
    path, mark, place = one.new.partition("#")
    target, title, address = targets.get(path), wording.say(language, "moved-title"), one.old[1:]
    uri = target.src_uri if target else by_hand[path]
    link = posixpath.relpath(uri, posixpath.dirname(source_name(address))) + mark + place
    name = markup.markdown(target.draft().title, language) if target else f'<bdi dir="ltr">{markup.escape(path)}</bdi>'
    said, reason = wording.say(language, "moved-to"), markup.markdown(one.reason[language], language)
    return PageDraft(
        address=address,
        language=language,
        title=title,
        description=title,
        template="redirect.html",
        body=f"{said} [{name}]({link})\n\n{reason}\n",
        data={"new": one.new[1:]},
        source=f"docs/{MOVED}",
    )


def _places(draft: PageDraft) -> frozenset[str]:
    """The places of a text that a page has."""
    if draft.template not in OF_A_TEXT:
        return frozenset()
    ids = {found["block"] or found["line"] for found in ID.finditer(draft.body)}
    own = draft.address.split("/")[-2]  # the page of a clause is its place
    return frozenset(one for one in ids if one != own and PLACE.fullmatch(one))


def _by_hand(docs: Path, language: str) -> dict[str, str]:
    """The address of each page that people wrote in the language, and the name by which other pages link to it."""
    own = "" if language == LANGUAGES[0] else f".{language}"
    others = tuple(f".{one}.md" for one in LANGUAGES)
    found = {}
    for path in docs.rglob(f"*{own}.md"):
        name = path.relative_to(docs)
        if name.parts[0] in UNPUBLISHED or (not own and name.name.endswith(others)):
            continue
        neutral = name.as_posix().removesuffix(f"{own}.md")
        folder = neutral.removesuffix("index") if neutral.split("/")[-1] == "index" else f"{neutral}/"
        found["/" + folder] = f"{neutral}.md"
    return found


def _files(docs: Path) -> Iterable[str]:
    for path in docs.rglob("*"):
        name = path.relative_to(docs)
        inner = name.parts[0] in UNPUBLISHED or name.as_posix().startswith(INNER) or path.name.startswith(".")
        if path.is_file() and path.suffix != ".md" and not inner:
            yield f"/{name.as_posix()}"
