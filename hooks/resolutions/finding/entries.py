"""What can be found: each clause, each instrument, each cited part of one, with its words in both languages.

In: the corpus. Out: entries in the order of the index: an instrument, its clauses or its cited parts, the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..cite.values import Pinpoint
from ..model.text import LANGUAGES, HeldText, Unit
from ..pages.corpus import Corpus, address
from ..pages.parts import body_name, mark

Texts = Mapping[str, str]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Entry:
    """One result. Every mapping is by language.

    `part`: `pp` or `op` for a clause, `an` for a paragraph of an annex or a heading, `in` for an instrument, `at` for a
    part of a cited one. `names`: what it is called; `code`: "PP3", or the symbol of an instrument.
    `known_as`: further names that find it; `of`: what it is a part of.
    `openings`: where the opening phrase stands in `texts`. `cites`: ids and short names of what it cites; `cited_as`:
    their names and symbols, by which it is found as well. `ours`: the languages whose text is our own translation.
    """

    address: str
    instrument: str
    part: str
    names: Texts
    code: str = ""
    known_as: Texts = field(default_factory=dict)
    of: Texts = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    openings: Mapping[str, Spans] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cites: tuple[tuple[str, Texts], ...] = ()
    cited_as: Texts = field(default_factory=dict)
    ours: tuple[str, ...] = ()


def entries(corpus: Corpus) -> Iterator[Entry]:
    """Every entry of the corpus: the held texts first, then what they cite."""
    for text in corpus.texts:
        yield _instrument(corpus, text.id)
        for clause in text.clauses:
            yield _unit(corpus, text, clause, clause.part.value, address(text.id, clause.id), clause.code)
        yield from _besides(corpus, text)
    held = {text.id for text in corpus.texts}
    for key in (*corpus.records.instruments, *corpus.undescribed):
        if key not in held and corpus.citing(key):
            yield _instrument(corpus, key)
            for pinpoint in corpus.pinpoints(key):
                yield _part(corpus, key, pinpoint)


def _instrument(corpus: Corpus, key: str) -> Entry:
    record = corpus.record(key)
    return Entry(
        address=address(key),
        instrument=key,
        part="in",
        names={one: corpus.name(key, one) for one in LANGUAGES},
        code=mark(record),
        known_as={one: _called(corpus, key, one) for one in LANGUAGES},
        of={one: body_name(corpus, record.body, one) if record.body else "" for one in LANGUAGES},
    )


def _called(corpus: Corpus, key: str, language: str) -> str:
    """ "resolution A/RES/74/174 74/174", and the short name: the ways in which people ask for an instrument."""
    record = corpus.record(key)
    kind = corpus.say(language, f"kind-{record.kind.value}")
    signs = dict.fromkeys(filter(None, (record.symbol, getattr(record, "number", None))))
    return " ; ".join((*(f"{kind} {sign}" for sign in signs or (record.kind.value,)), corpus.short_name(key, language)))


def _besides(corpus: Corpus, text: HeldText) -> Iterator[Entry]:
    """Headings of sections, which are places on the page of the text, and annexes, which have pages of their own."""
    for section in text.sections:
        yield _unit(corpus, text, section, "an", f"{address(text.id)}#{section.id}")
    for annex in text.annexes:
        yield _unit(corpus, text, annex.heading, "an", address(text.id, annex.id))
        for paragraph in annex.paragraphs:
            yield _unit(corpus, text, paragraph, "an", f"{address(text.id, annex.id)}#{paragraph.id}")


def _unit(corpus: Corpus, text: HeldText, unit: Unit, part: str, where: str, code: str = "") -> Entry:
    cited = corpus.targets(text, unit.id)
    return Entry(
        address=where,
        instrument=text.id,
        part=part,
        names={one: corpus.place_name(text, unit.id, one) for one in LANGUAGES},
        code=code,
        of={one: _called(corpus, text.id, one) for one in LANGUAGES},
        texts={one: version.passage.text for one, version in unit.texts.items()},
        openings={one: version.opening for one, version in unit.texts.items() if version.opening},
        notes={one: tuple(note.passage.text for note in version.notes) for one, version in unit.texts.items()},
        cites=tuple((key, {one: corpus.short_name(key, one) for one in LANGUAGES}) for key in cited),
        cited_as={one: " ; ".join(_cited_as(corpus, key, one) for key in cited) for one in LANGUAGES},
        ours=tuple(one for one in unit.texts if text.record.readings[one].status.ours),
    )


def _cited_as(corpus: Corpus, key: str, language: str) -> str:
    return f"{corpus.name(key, language)} ; {_called(corpus, key, language)}"


def _part(corpus: Corpus, key: str, pinpoint: Pinpoint) -> Entry:
    return Entry(
        address=address(key, pinpoint.id),
        instrument=key,
        part="at",
        names={one: corpus.pinpoint_label(pinpoint, one) for one in LANGUAGES},
        code="",
        of={one: _cited_as(corpus, key, one) for one in LANGUAGES},
    )
