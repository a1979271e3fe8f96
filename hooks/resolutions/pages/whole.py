"""The whole text side by side, from the masthead to the annexes; each clause and each annex leads to its page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..cite.find import MASTHEAD
from ..markup import block, markdown
from ..model.text import Annex, Clause, HeldText, Section, Unit
from ..parse.values import Part
from . import body, diverging, inline, parts
from .citing import cites_symbol
from .corpus import Corpus, address, order
from .draft import PageDraft


def whole(corpus: Corpus, text: HeldText, page: PageDraft) -> str:
    """Masthead, title, chapeau, parts and sections with their clauses, closing lines, and the way to the annexes."""
    style = body.Style(page.src_uri, page.language)
    pieces = [_masthead(corpus, text, style)]
    pieces.append(body.unit(corpus, text, Unit("title", text.titles), style, ".title"))
    status = {
        one: markdown(parts.capital(corpus.say(one, f"status-{text.record.readings[one].status.value}")), one)
        for one in text.languages
    }
    pieces.append(body.bare_pair(status, page.language, ".st", anchor="status"))
    pieces += _Flow(corpus, text, style).pieces()
    if text.closings:
        pieces.append(body.unit(corpus, text, Unit("closing", text.closings), style, ".closing"))
    pieces += [_annex(corpus, text, annex, style) for annex in text.annexes]
    heading = f"## {corpus.say(page.language, 'whole-text')} {{: #text .sec }}"
    return heading + "\n\n" + body.spread(text, *pieces, classes=".whole")


class _Flow:
    """Clauses in their order, with the headings that fall between them.

    The heading of a section stands below that of the operative part, and above that of a preamble of its own.
    """

    def __init__(self, corpus: Corpus, text: HeldText, style: body.Style) -> None:
        self.corpus, self.text, self.style = corpus, text, style
        self.seen: Counter[Part] = Counter()
        self.made: list[str] = []
        self.has_chapeau = False

    def pieces(self) -> list[str]:
        part = None
        for index, clause in enumerate(self.text.clauses):
            here = [one for one in self.text.sections if one.before == index]
            if clause.part is not part and clause.part is Part.OPERATIVE:
                self._part(clause.part)
                self._chapeau()
            elif here and not self.seen:
                self._chapeau()
            self.made += [self._section(one) for one in here]
            if clause.part is not part and clause.part is Part.PREAMBULAR:
                self._part(clause.part)
                self._chapeau()
            part = clause.part
            self.made.append(self._clause(clause))
        self._chapeau()
        self.made += [self._section(one) for one in self.text.sections if one.before >= len(self.text.clauses)]
        return self.made

    def _chapeau(self) -> None:
        if not self.has_chapeau:
            self.made.append(
                body.unit(self.corpus, self.text, Unit("chapeau", self.text.chapeaus), self.style, ".chapeau")
            )
        self.has_chapeau = True

    def _part(self, part: Part) -> None:
        self.seen[part] += 1
        anchor = part.value if self.seen[part] == 1 else f"{part.value}-part-{self.seen[part]}"
        label = " ".join(
            f'<span lang="{one}" dir="{body.DIRECTION[one]}">{self.corpus.say(one, f"part-{part.value}")}</span>'
            for one in order(self.style.interface, self.text.languages)
        )
        self.made.append(f"### {label} {{: #{anchor} .part }}")

    def _section(self, section: Section) -> str:
        """One heading in both languages. Its notes, which are rare, stand below it."""
        spans = []
        for one in order(self.style.interface, section.texts):
            words = self._heading(section, one)
            spans.append(f'<span class="t" lang="{one}" dir="{body.DIRECTION[one]}">{words}</span>')
        level = "####" if self.seen else "###"
        heading = f"{level} {' '.join(spans)} {{: #{section.id} .section }}"
        notes = body.notes(self.corpus, self.text, section, self.style)
        return f"{heading}\n\n{notes}" if notes else heading

    def _heading(self, section: Section, language: str) -> str:
        """Its words, the label on a line of its own: "II", "Follow-up"."""
        version, label = section.texts[language], section.labels.get(language, "")
        end = len(version.passage.text)
        cut = len(label) if label and version.passage.text.startswith(label) and len(label) < end else 0
        cited = self.corpus.cited[self.text.id].at(section.id, language)
        first, *rest = inline.version(
            self.corpus, version, language, cited, self.style, [(0, cut), (cut, end)] if cut else ()
        )
        return f'<span class="label">{first}</span>{rest[0]}' if rest else first

    def _clause(self, clause: Clause) -> str:
        corpus, text, language = self.corpus, self.text, self.style.interface
        where = body.relative(self.style.page, address(text.id, clause.id))
        label = corpus.clause_name(clause, language)
        spine = f'<span class="n">[{clause.printed_number(language)}]({where}){{ aria-label="{label}" }}</span>'
        count = len(corpus.targets(text, clause.id))
        if count:
            words = corpus.say(language, "citations-count", n=count)
            spine += f" [{words}]({where}){{ .c }}"
        noted = diverging.count(corpus, text, clause.id)
        if noted:
            spine += f" [{corpus.say(language, 'notes-count', n=noted)}]({where}){{ .c }}"
        return body.pair(corpus, text, clause, replace(self.style, terms=body.terms(corpus, text, clause)), spine)


def _annex(corpus: Corpus, text: HeldText, annex: Annex, style: body.Style) -> str:
    """The annex by its heading and title, which lead to its page."""
    where = body.relative(style.page, address(text.id, annex.id))
    links = {}
    for one in annex.heading.texts:
        words = corpus.say(one, "colon").join(filter(None, (heading_words(corpus, text, annex, one), annex.title(one))))
        links[one] = f"[{markdown(words, one)}]({where})"
    return body.bare_pair(links, style.interface, ".annexed", anchor=annex.id)


def _masthead(corpus: Corpus, text: HeldText, style: body.Style) -> str:
    """Each line as it stands in its language; the lines of the two do not answer each other."""
    columns = []
    for one in order(style.interface, text.languages):
        cited = corpus.cited[text.id].at(MASTHEAD, one)
        lines = []
        for passage in text.mastheads[one]:
            own = tuple(citation for citation in cited if cites_symbol(corpus, passage.text, citation))
            latin = not any("\u0600" <= letter <= "\u06ff" for letter in passage.text)
            direction = "en" if latin else one
            lines.append(
                f"{body.passage(corpus, passage, direction, own, style)}\n"
                f"{{: lang={direction} dir={body.DIRECTION[direction]} }}"
            )
        lines += [body.star_note(star.label, star.passage.text, one) for star in text.stars.get(one, ())]
        columns.append(block(f"div.col.masthead{body.attributes(one)}", *lines))
    return block(f"div.pair.bare#{MASTHEAD}", *columns)


def heading_words(corpus: Corpus, text: HeldText, annex: Annex, language: str) -> str:
    """What the annex is called in that language: as its heading has it, else "Annex 1"."""
    version = annex.heading.texts.get(language)
    return (version.passage.text if version else "") or corpus.annex_name(text, annex, language)
