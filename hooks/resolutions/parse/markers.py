"""What stands before a paragraph: numbers, letters, bullets, in both scripts and both sets of digits.

In: a line, or the text of a clause. Out: a `Marker`, or the tree of sub-paragraphs. One thing has one id in both
languages: «(أ)» is `a` as "(a)" is, «’2‘» is `ii` as "(ii)" is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .values import SubParagraph

S = "[ \\t\\f]"  # a line is evened before: `Line.evened`
# «1. », «1 - », «1- », «١ - », «12.», with nothing after it if the words stand on the next line
NUMBERED = re.compile(rf"(?P<n>\d{{1,3}}){S}{{0,3}}(?:[.][-–—]?|[-–—])(?:{S}+(?=\S)|(?=[A-Z][a-z]{{3}}|[ء-ي])|\s*$)")
# In drafts that go round: "OP1. ", "PP 2 "
DRAFTED = re.compile(rf"(?P<part>[OP]P){S}?(?P<n>\d{{1,3}})(?:{S}?[.:–—-])?{S}+(?=\S)")
LISTED = re.compile(rf"-{S}\((?P<n>\d{{1,3}})\){S}+(?=\S)")  # "- (3) "
BRACKETED = re.compile(
    rf"(?:\((?P<n>\d{{1,3}})\)|\)(?P<v>\d{{1,3}})\()(?:{S}+(?=\S)|\s*$)"
)  # "(3) ", in visual order «)3( »
LETTERED = re.compile(rf"[()](?P<letter>[a-z]|[ء-ي]ـ?){S}?[()]{S}+(?=\S)")  # "(a) " where a decision numbers by letters
ALONE = re.compile(r"(?P<n>\d{1,3})$")  # "3"
# Before a title: "77/233 - ", "2005/20. ", "31/8- ", "57/270 B. ", "S-10/2. ", "2200 A (XXI). ", «2200 ألف (د-21) - »
SYMBOLED = re.compile(
    rf"""{S}* (?:[*_]{{1,3}} {S}*)?
    (?: (?:ES-|S-|دإ-|دإط-)? \d{{1,4}} / \d{{1,3}} (?:{S}(?:[A-Z]|ألف|باء|جيم|دال))? {S}? [.–—-]?
      | \d{{1,4}} (?:{S}(?:[A-Z]|ألف|باء|جيم|دال))? {S} \( (?:[IVXL]+ | د{S}?-{S}?\d+ | \d{{4}}) \) {S}? [.–—-]
    ) {S}* (?<=[\s.–—-]) (?=\S)
    """,
    re.VERBOSE,
)

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذض"
ROMAN = tuple(
    tens + ones for tens in ("", "x", "xx") for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
)[1:]
LATIN = "abcdefghijklmnopqrstuvwxyz"

# "(a) ", «(أ )», in visual order «)أ( », "a) ", «أ- », "(ii) ", "(أ) ", «’1‘ », "(1) ", "• "
SUB = re.compile(
    r"""
    \( (?P<word> [a-z]{1,5} | [ء-ي]ـ? ) [\u200c ]? \) (?=\s)
    | (?<!\S) \) (?P<visual> [a-z]{1,5} | [ء-ي]ـ? ) \( (?=\s)
    | (?<!\S) (?P<half> [a-z] | [ء-ي]ـ? ) \) (?=\s)
    | (?<!\S) (?P<dashed> [ء-ي]ـ? ) [ ]? [-–] (?=\s)
    | [’‘'‹] (?P<quoted> \d{1,2} ) [’‘'›] (?=\s)
    | (?<!\S) \( (?P<digit> \d{1,2} ) \) (?=\s)
    | (?<!\S) (?P<bullet> [•●▪◦–—-] ) (?=\s)
    """,
    re.VERBOSE,
)
SIGN = re.compile("[()’‘'‹•●▪◦–—-]")  # each of these marks holds one
DASHES = frozenset("–—-")
BEFORE = re.compile(r"(?:[:;.،؛]|,|(?:^|\s)(?:and|or|و|أو)|[;,]\s(?:and|or))\W{0,2}\Z")


@dataclass(frozen=True)
class Marker:
    """A number before a paragraph; the text starts at column `end`. `word`: as printed, if one stands behind it."""

    number: int
    end: int
    word: str = ""


def between(words: Iterable[str]) -> re.Pattern[str]:
    """The form of a number that was put between two others: "14 bis. ", «14 مكررا - », "(3 ter) ", "OP5 bis"."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?:(?P<part>[OP]P){S}?)?\(?(?P<n>\d{{1,3}}){S}?(?P<word>{known})(?!\w)\)?"
        rf"(?:{S}{{0,3}}[.:–—-][–—-]?)?(?:{S}+(?=\S)|\s*$)"
    )


def at(pattern: re.Pattern[str], text: str, start: int) -> Marker | None:
    """The marker of that form in column `start`."""
    found = pattern.match(text, start)
    return Marker(number(found), found.end(), found.groupdict().get("word") or "") if found else None


def numbered(text: str, start: int) -> Marker | None:
    """The number "1." in column `start`; a number that is there twice ("1. 1.", "3. (3)") is one."""
    found = at(NUMBERED, text, start)
    if not found:
        return None
    again = at(NUMBERED, text, found.end) or at(BRACKETED, text, found.end)
    return again if again and again.number == found.number and again.end < len(text) else found


def drafted(text: str, start: int) -> tuple[str, Marker] | None:
    """ "PP" or "OP" and its number, as drafts that go round have them."""
    found = DRAFTED.match(text, start)
    return (found["part"], Marker(int(found["n"]), found.end())) if found else None


def number(found: re.Match[str]) -> int:
    """The number of a match of one of the forms above."""
    groups = found.groupdict()
    return int(groups.get("n") or groups["v"])


def letter(text: str, start: int) -> Marker | None:
    """As `at`, for "(a) ": its number is the letter's place in the alphabet."""
    found = LETTERED.match(text, start)
    senses = _senses_of_word(found["letter"]) if found else ()
    return next((Marker(value, found.end()) for kind, value in senses if found and kind == "letter"), None)


@dataclass(frozen=True)
class _Mark:
    """A sub-paragraph mark in a text: where, and what it may mean: ("letter", 9) and ("roman", 1) for "(i)"."""

    start: int
    end: int
    label: str
    senses: tuple[tuple[str, int], ...]
    after_colon: bool


def tree(text: str, starts: Sequence[int], parent: str) -> tuple[SubParagraph, ...]:
    """The sub-paragraphs of a clause. `starts`: where the lines of the source begin in `text`; `parent`: `op-12`.

    A mark counts if it begins its series or goes on with it, so that "under (b) above" is none. "(i)" is the letter
    where (h) went before it, unless (ii) follows or a colon goes before.
    """
    marks = _marks(text, frozenset(starts))
    stack: list[tuple[str, int]] = []
    taken: list[tuple[_Mark, tuple[tuple[str, int], ...]]] = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        sense = _sense(mark, following, stack)
        if sense is None:
            continue
        kind, number, depth = sense
        stack = [*stack[:depth], (kind, number)]
        taken.append((mark, tuple(stack)))
    return _nest(taken, len(text), parent, 1)


def _marks(text: str, starts: frozenset[int]) -> list[_Mark]:
    found = []
    for match in SUB.finditer(text) if SIGN.search(text) else ():
        before = text[max(match.start() - 8, 0) : match.start()].rstrip()
        if match.start() and not BEFORE.search(before):
            continue
        inline = match.start() not in starts
        if inline and (
            match["half"]
            or match["dashed"]
            or (match["bullet"] or "") in DASHES
            or before.endswith((",", "."))
            or (match["digit"] and not before.endswith(":"))
        ):
            continue
        senses = _senses(match)
        if senses:
            label = match.group().strip("()-– ") or match.group().strip()
            found.append(_Mark(match.start(), match.end(), label, senses, before.endswith(":")))
    return found


def _senses(match: re.Match[str]) -> tuple[tuple[str, int], ...]:
    if match["bullet"]:
        return (("bullet", 0),)
    if match["quoted"]:
        return (("roman", int(match["quoted"])),)
    if match["digit"]:
        return (("digit", int(match["digit"])),)
    return _senses_of_word(match["word"] or match["visual"] or match["half"] or match["dashed"])


def _senses_of_word(word: str) -> tuple[tuple[str, int], ...]:
    senses: list[tuple[str, int]] = []
    abjad = word.replace("ـ", "").replace("ا", "أ")
    if abjad in ABJAD:
        senses.append(("letter", ABJAD.index(abjad) + 1))
    elif len(word) == 1 and word in LATIN:
        senses.append(("letter", LATIN.index(word) + 1))
    elif len(word) == 2 and word[0] == word[1] and word not in ROMAN:  # "(aa)" after "(z)"
        senses.append(("letter", 26 + LATIN.index(word[0]) + 1))
    if word in ROMAN:
        senses.append(("roman", ROMAN.index(word) + 1))
    return tuple(senses)


def _sense(mark: _Mark, following: _Mark | None, stack: list[tuple[str, int]]) -> tuple[str, int, int] | None:
    """Kind, number and depth: the next one of a series that is open, the innermost first, or the first of a new one."""
    options: list[tuple[str, int, int]] = []
    for kind, number in mark.senses:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][0] == kind and (kind == "bullet" or stack[depth][1] + 1 == number):
                options.append((kind, stack[depth][1] + 1, depth))
        if number <= 1 and all(kind != one for one, _ in stack):
            options.append((kind, 1, len(stack)))
    if len(options) > 1:  # "(i)" after "(h)": the letter, or the first of a new series
        fresh = [option for option in options if option[2] == len(stack)]
        second = following and ("roman", 2) in following.senses
        if fresh and (second or mark.after_colon):
            return fresh[0]
        return max((o for o in options if o not in fresh), key=lambda o: o[2], default=options[0])
    return options[0] if options else None


def _nest(
    taken: Sequence[tuple[_Mark, tuple[tuple[str, int], ...]]], end: int, parent: str, depth: int
) -> tuple[SubParagraph, ...]:
    if not taken:
        return ()
    heads = [index for index, (_, path) in enumerate(taken) if len(path) == depth]
    subs = []
    for head, after in zip(heads, [*heads[1:], len(taken)], strict=True):
        mark, path = taken[head]
        stop = taken[after][0].start if after < len(taken) else end
        name = f"{parent}-{_name(*path[-1])}"
        subs.append(
            SubParagraph(name, mark.label, mark.start, stop, _nest(taken[head + 1 : after], stop, name, depth + 1))
        )
    return tuple(subs)


def _name(kind: str, number: int) -> str:
    if kind == "letter":
        return LATIN[(number - 1) % 26] * (1 + (number - 1) // 26)
    return ROMAN[number - 1] if kind == "roman" and number <= len(ROMAN) else str(number)
