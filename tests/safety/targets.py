"""What the fuzzer feeds and the everyday tests replay: for each way into the site a function that takes any bytes.

A target returns nothing. It raises where a promise is broken: an exception that is no problem with file and line, a
character lost, an element on a page that no text may make. Time and memory are watched by whoever calls it.
"""

import datetime
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import markdown
from lxml import html
from mkdocs.utils.yaml import yaml_load

from resolutions import hidden, site, yamls
from resolutions.align.divergences import ALL as DIVERGENCES
from resolutions.markup import visible
from resolutions.model.corrections import ALL as CORRECTIONS
from resolutions.pages import annex, clause, instrument
from resolutions.parse import source as sources
from resolutions.parse import text as texts
from resolutions.receive.door import receive
from resolutions.receive.values import Limits
from resolutions.records import grammar, load
from resolutions.records.bodies import BodyRecord
from resolutions.records.held import HeldRecord
from resolutions.records.instruments import InstrumentRecord
from resolutions.wording import load as load_wording

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RECORDS, _ = load.load(DOCS)
LANGUAGES = ("en", "ar")
SEPARATOR = "\x1e"  # between the parts of one input, which no file of text holds
SMALL = Limits(
    size=2_000_000, unpacked=8_000_000, part=4_000_000, entries=200, pages=20, glyphs=60_000, depth=20, lookups=50_000
)


def _decoded(data):
    return data.decode("utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")


def parser(data):
    """A text in either language, its title perhaps in the record: no character lost, whatever it holds."""
    title, _, text = _decoded(data).partition(SEPARATOR)
    title, text = (title, text) if text else ("", title)
    for language in LANGUAGES:
        lines = tuple(sources.Line(number, line) for number, line in enumerate(text.split("\n"), 1))
        source = sources.Source("text.txt", lines)
        parsed, problems = texts.parse(source, title.strip(), RECORDS.openings[language], RECORDS.shapes[language])
        assert sources.rebuild(source, parsed.spans) == text, "a character was lost"
        for problem in problems:
            assert 0 <= problem.line <= len(lines), problem


SCHEMAS = (
    HeldRecord,
    InstrumentRecord,
    BodyRecord,
    grammar.OpeningGrammar,
    grammar.PinpointGrammar,
    grammar.ReferenceGrammar,
    grammar.ShapeGrammar,
    DIVERGENCES,
    CORRECTIONS,
)


def records(data):
    """A record of any kind: it is taken or refused, with lines that are in the file; never an exception."""
    text = _decoded(data)
    lines = text.count("\n") + 1
    document = yamls.parse(text, "record.yml")
    for kind in SCHEMAS:
        found, problems = load.check(document, kind)
        assert found is not None or problems, "refused without a word"
        for problem in problems:
            assert 0 <= problem.line <= lines + 1, problem
            assert len(str(problem)) < 5_000, "a problem that nobody reads"
    with _folder() as folder:
        (folder / "wording.yml").write_text(text, encoding="utf-8")
        words, _ = load_wording(folder)
        for language in LANGUAGES:
            for key in words.messages[language]:
                _said(words, language, key)


def _said(words, language, key):
    try:
        words.say(language, key, n=3)
    except ValueError as error:  # fields that a caller has to give
        assert "wants the fields" in str(error), error


EXTENSIONS = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))["markdown_extensions"]
NAMES = [one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS]
SETTINGS = {name: options for one in EXTENSIONS if isinstance(one, dict) for name, options in one.items() if options}
MARKDOWN = markdown.Markdown(extensions=NAMES, extension_configs=SETTINGS)

# What the library itself writes into Markdown; a text can add none of it.
ELEMENTS = frozenset(
    [
        "a",
        "bdi",
        "br",
        "div",
        "em",
        "h2",
        "h3",
        "h4",
        "li",
        "mark",
        "ol",
        "p",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
ATTRIBUTES = re.compile(
    r"class|id|lang|dir|href|data-(pagefind-(ignore|filter|meta|weight|body)|key|label|find|seek|[a-z-]+)|aria-label|scope|tabindex"
)
SAFE_LINK = re.compile(r"(https://|\.{0,2}/|#|[\w.][\w./-]*\.md(#[\w-]+)?$)")


def rendered(body):
    """The HTML of a Markdown body, as an element."""
    MARKDOWN.reset()
    return html.fragment_fromstring(MARKDOWN.convert(body), create_parent="div")


def assert_plain(page):
    """Nothing but what the library writes: no element, attribute or link that came out of a text."""
    for element in page.iter():
        assert isinstance(element.tag, str), f"a comment or instruction: {html.tostring(element)[:80]}"
        assert element.tag in ELEMENTS, element.tag
        for name, value in element.attrib.items():
            assert ATTRIBUTES.fullmatch(name), (element.tag, name)
            assert name != "href" or SAFE_LINK.match(value), value


FRAME = {
    "en": "The General Assembly,\n\nRecalling its work,\n\n1. Decides to act.",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى عملها،\n\n1 - تقرر العمل.",
}


def pages(data):
    """A text in both languages and its title, through to the HTML of each page: it shows itself and nothing else."""
    parts = [*_decoded(data).split(SEPARATOR), "", "", ""]
    given = {"en": parts[0].strip() or FRAME["en"], "ar": parts[1].strip() or FRAME["ar"]}
    title = " ".join(parts[2].split())[:300] or "Title"
    with _folder() as docs:
        corpus = _corpus(docs, given, title)
        if corpus is None:
            return
        for language in LANGUAGES:
            text = corpus.texts[0]
            clauses = (clause.draft(corpus, text, index, language) for index in range(len(text.clauses)))
            drafts = (*clauses, *(annex.draft(corpus, text, at, language) for at in range(len(text.annexes))))
            for draft in (instrument.draft(corpus, text.id, language), *drafts):
                page = rendered(draft.body)
                assert_plain(page)
                _shown(corpus, draft, page)


def _shown(corpus, draft, page):
    """A clause page shows all letters of its clause in each language."""
    text, place = corpus.texts[0], draft.address.split("/")[2]
    found = next((one for one in text.clauses if one.id == place), None)
    if found is None:
        return
    for mark in page.xpath("//sup[contains(@class, 'note') or contains(@class, 'key')] | //span[@class='own']"):
        mark.drop_tree()
    for one, version in found.texts.items():
        columns = page.xpath(f"//*[contains(@class, 'col') and @lang='{one}']")
        shown = "".join("".join(column.text_content().split()) for column in columns)
        wanted = "".join(visible(version.passage.text).split())
        assert wanted in shown, (wanted, shown)


def _corpus(docs, given, title):
    readings = {}
    witnesses = []
    for language, text in given.items():
        name = f"text-{language}.txt"
        path = docs / "texts" / "a-res-90-1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"A/RES/90/1\n\n{title}\n\n{text}\n", encoding="utf-8")
        witnesses.append({"file": name, "sha256": "0" * 64, "about": {"en": title, "ar": title}})
        readings[language] = {"file": name, "witness": name, "status": "official"}
    record = {
        "kind": "resolution",
        "symbol": "A/RES/90/1",
        "titles": {"en": title, "ar": title},
        "body": "un-ga",
        "session": {"en": title, "ar": title},
        "date": datetime.date(2035, 12, 15),
        "official": {"en": "https://docs.un.org/en/A/RES/90/1"},
        "witnesses": witnesses,
        "readings": readings,
        "counts": {"preambular": 1, "operative": 1},
    }
    document = yamls.Document((docs / "texts/a-res-90-1/instrument.yml").as_posix(), record)
    held, problems = load.check(document, HeldRecord)
    if held is None:  # a hidden sign in the title, say
        assert problems
        return None
    return site.assembled(replace(RECORDS, held={"a-res-90-1": load.Filed(held, document)}), WORDING, docs)[0]


WORDING, _ = load_wording(DOCS / "records" / "wording")


def received(data):
    """A file from outside: a text, or a refusal; in either case within its limits, and nothing hidden comes through."""
    taken, problems = receive("file.bin", data, {}, SMALL)
    assert (taken is None) == bool(problems)
    if taken is None:
        return
    seen = [p for p in hidden.characters(taken.text.removesuffix("\n"), "file") if "REPLACEMENT" not in p.what]
    assert not seen or taken.warnings, seen[0]
    assert all("\n" not in line for line in taken.lines)


class _folder:
    """A folder in memory where there is one."""

    def __enter__(self):
        shared = Path("/dev/shm")
        self.path = Path(tempfile.mkdtemp(dir=shared if shared.is_dir() else None))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


TARGETS = {"parser": parser, "records": records, "pages": pages, "received": received}
