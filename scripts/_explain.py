"""What `scripts/check --explain` prints."""

from resolutions import site
from resolutions.explain.explain import explain
from resolutions.explain.values import LineExplained, Unknown


def main(place, docs):
    """Explain a place; the lines of text, and 1 if there is no such place."""
    corpus, problems = site.read_corpus(docs)
    problems = tuple(dict.fromkeys(problem.below(docs.parent) for problem in problems))
    if corpus is None:
        return ["The records cannot be read; run scripts/check and mend them first."], 1
    found = explain(corpus, problems, docs, place)
    if isinstance(found, Unknown):
        near = ["There is: {}".format(", ".join(found.near))] if found.near else []
        return ["{}: {}".format(found.place, found.what), *near], 1
    return list(_line(found) if isinstance(found, LineExplained) else _clause(found)), 0


def _line(found):
    yield "{} ({})".format(found.where, found.language)
    yield "  belongs to  {}".format(", ".join(found.belongs) or "nothing that is text")
    for span, words in found.spans:
        yield "  {:>4}-{:<4}  {:10} {}".format(span.start + 1, span.end, span.kind.value, _shown(words))
    if not found.spans:
        yield "  (an empty line)"
    for problem in found.problems:
        yield "  {}: {} [{}] {}".format(problem.severity.value, problem.what, problem.code, problem.todo)


def _clause(found):
    yield found.place
    for index, sentence in enumerate(found.pairing):
        yield "  {:10}  {}".format("" if index else "pairing", sentence)
    for side in found.sides:
        yield ""
        yield "  {}          {} to {}:{}".format(side.language, side.first, side.last.line, side.last.column)
        if not found.citation:
            for line in _beginning(side):
                yield line
        for one in side.citations:
            if found.citation in (0, one.number):
                for line in _citation(one):
                    yield line
    for problem in found.problems:
        yield ""
        yield "  {}".format(problem)


def _beginning(side):
    if side.marker:
        yield "    begins    with its number, {}".format(_shown(side.marker))
    elif side.phrases:
        italic = " in italics" if side.phrases[0].italic else ", known by its words"
        yield "    begins    with an opening phrase{}".format(italic)
    for phrase in side.phrases:
        yield "    opening   {}{}".format(_shown(phrase.words), " (italics)" if phrase.italic else "")
        for words, where in phrase.entries:
            yield "              {}  {}".format(where, words)
        if not phrase.entries:
            yield "              no entry of docs/records/grammar/openings.yml: only the italics tell"
    if side.subs:
        yield "    parts     {}".format(", ".join("{} ({})".format(*sub) for sub in side.subs))
    for number, where in side.notes:
        yield "    footnote  {} in line {}".format(number, where.line)


def _citation(one):
    note = ", in footnote {}".format(one.note) if one.note else ""
    yield "    citation  {}. {}".format(one.number, _shown(one.words))
    yield "              stands at {}:{}{}".format(one.where.line, one.where.column, note)
    if one.target:
        yield "              cites     {}".format(one.target)
        yield "                        {}".format(one.record or "which no record describes")
    else:
        yield "              open      {}".format(one.why)
        if one.possible:
            yield "              possible  {}".format(", ".join(one.possible))
    if one.pinpoint:
        _, words, places = one.pinpoint
        yield "              at        {}".format(words)
        for place in places:
            yield "                        {}".format(place)
    yield "              rule      {}; {}".format(one.rule, one.manner)
    if one.entry:
        yield "              by        {}".format(one.entry[0])
        yield "                        {}".format(one.entry[1])


def _shown(words):
    """Between strokes, so that blanks at the edges are seen."""
    return "|{}|".format(words)
