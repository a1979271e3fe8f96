"""How far the English name of an instrument goes, by its capitals.

"the |Bergen Convention on the Use of Buoys, Beacons and Lights| and the Hanoi Protocol": words with capitals, small
words between them, lists with commas that "and" closes. Where the next word may or may not belong to the name, the
extent is not sure: "the Bergen Convention on Buoys and the Secretary-General".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records.kinds import Kind
from ..records.load import Records
from . import english_words
from .english_words import LEFT, EnglishWords
from .extent import Extent, Site, Word

LONGEST = 40  # words
GLUED = re.compile(r"(?<=[a-z]{3})[0-9]{1,3}$")  # the number of a footnote: "Refugees1"
SMALL = 4  # small words in a row: "and to the"
ITEMS = 8  # members of a list with commas
ROMAN = re.compile(r"[IVX]+")


def find(site: Site, records: Records) -> Iterator[Extent]:
    """Every name in order; a later one may lie inside an earlier one."""
    grammar = english_words.of(records)
    last = 0
    for match in grammar.kinds.finditer(site.cased):
        if match.start() < last or site.is_taken(match.start()):
            continue
        found = _Reader(site, grammar).read(match)
        if found:
            last = found.end
            yield found


@dataclass
class _Reader:
    """Reads one name from its word for the kind to both sides."""

    site: Site
    grammar: EnglishWords

    def read(self, match: re.Match[str]) -> Extent | None:
        kind, entry, common = self.grammar.of_word[match["kind"]]
        start, left = self._left(match.start())
        end = self._composite(match.end())
        behind = end
        end, sure = self._right(end, behind)
        if end == behind and self._is_body(end):
            return None
        end, sure = self._small_tail(kind, behind, end, sure)
        if not self._tells(left, match, behind, end):
            return None
        if match["kind"].endswith("s") and self._shared(start):
            sure = False
        if self.site.cased[:end].split(" ")[-1] in self.grammar.through:  # "Framework for" and nothing behind it
            return None
        glued = GLUED.search(self.site.cased, behind, end)
        end = glued.start() if glued else end
        return Extent(start, end, kind, entry, sure, common, self.site.is_closed(end))

    # -- to the left -----------------------------------------------------------------------------------------------

    def _left(self, place: int) -> tuple[int, list[Word]]:
        """Words with capitals before the kind: "Second Optional", "Council of Europe"."""
        site, index = self.site, self.site.index(place)
        words: list[Word] = []
        while index and len(words) < LEFT and site.gap(index) == " ":
            word = site.words[index - 1]
            if not word.is_proper or word.text in self.grammar.openings or site.is_taken(word.start):
                break
            words.insert(0, word)
            index -= 1
        while words and words[0].text in self.grammar.months:  # "of 12 May 2000 Convention"
            words.pop(0)
        index = site.index(words[0].start) if words else index
        if words and index > 1 and site.gap(index) == site.gap(index - 1) == " ":
            of, body = site.words[index - 1], site.words[index - 2]
            if of.text == "of" and body.text in self.grammar.bodies_of:
                return body.start, [body, *words]
        return (words[0].start if words else place), words

    def _shared(self, start: int) -> bool:
        """ "the Hanoi and Bergen Conventions": the plural is of both."""
        return bool(re.search(r"(?:[A-Z][\w’'-]*)[ ](?:and|or)[ ]$", self.site.cased[:start][-40:]))

    # -- to the right ----------------------------------------------------------------------------------------------

    def _composite(self, end: int) -> int:
        match = self.grammar.same_breath.match(self.site.cased, end)
        return match.end() if match else end

    def _right(self, end: int, behind: int, *, commas: bool = True) -> tuple[int, bool]:
        """Where the name ends, and whether that is sure."""
        site, words = self.site, 0
        while words < LONGEST:
            words += 1
            index = site.index(end)
            gap = site.cased[end : site.words[index].start] if index < len(site.words) else "\n"
            if gap == ", " and end > behind:
                listed = self._list(index)
                if listed:
                    end = listed
                    continue
                further = self._behind_comma(index) if commas else None
                if further:
                    end = further
                    continue
            if gap == ". " and site.words[index - 1].text == "No" and site.words[index].text[0].isdigit():
                end = site.words[index].end
                continue
            if gap != " " or site.is_taken(site.words[index].start) or self._begins_date(index):
                return end, True
            word = site.words[index]
            if word.is_proper:
                if word.text in self.grammar.bodies and end == behind:
                    return end, True
                end = word.end
                continue
            step = self._through(index, behind, at_kind=end == behind)
            if isinstance(step, bool):
                return end, step
            end = step
        return end, False

    def _through(self, index: int, behind: int, *, at_kind: bool) -> int | bool:
        """Past small words to the next word of the name; True: the name ends before them, False: it may go on."""
        site, small = self.site, []
        while index < len(site.words) and len(small) < SMALL and site.gap(index) == " ":
            word = site.words[index]
            if word.text not in self.grammar.through:
                break
            small.append(word.text)
            index += 1
        if not small or index >= len(site.words) or site.gap(index) != " ":
            return True
        word = site.words[index]
        known = site.known_at(word.start)
        joins = not {"and", "or", "and/or"}.isdisjoint(small)
        if known is not None and not joins and not (at_kind and small[0] in self.grammar.not_behind_kind):
            return known
        if self._ends_before(small, index, joins=joins, at_kind=at_kind):
            return True
        if not joins:
            return word.end
        if small[-1] in ("the", "its", "their", "a", "an") and not self._parallel(small, behind, word.start):
            return False
        return word.end

    def _ends_before(self, small: list[str], index: int, *, joins: bool, at_kind: bool) -> bool:
        """Is it beyond doubt that what the small words lead to is no part of the name?"""
        site, word = self.site, self.site.words[index]
        body = self.grammar.named_bodies.match(site.text, word.start) is not None
        if not word.is_proper or site.is_taken(word.start) or self._begins_date(index):
            return True
        if not joins:
            return (at_kind and small[0] in self.grammar.not_behind_kind) or (small[0] == "by" and body)
        return at_kind or body or self.grammar.another.match(site.cased, word.start) is not None

    def _parallel(self, small: list[str], behind: int, place: int) -> bool:
        """ "for the Suppression of the Traffic in Persons and of the Exploitation …": of, and of."""
        words = {word.text for word in self.site.words[self.site.index(behind) : self.site.index(place) - len(small)]}
        return len(small) > 2 and small[0] == "and" and small[1] in words

    def _list(self, index: int) -> int | None:
        """The end of "Development, Production, Stockpiling and Use", read from its second member."""
        site = self.site
        for _ in range(ITEMS):
            end = self._item(index)
            if end is None:
                return None
            index = site.index(end)
            if index >= len(site.words):
                return None
            gap, word = site.cased[end : site.words[index].start], site.words[index]
            if word.text in ("and", "or") and gap in (", ", " "):
                return self._last_item(index + 1)
            if gap != ", ":
                return None
        return None

    def _last_item(self, index: int) -> int | None:
        """ "Use", "on Their Destruction"; where "the" begins it, it may be something else."""
        site, leading = self.site, self.grammar.on_small | {"of", "in"}
        while index < len(site.words) and site.words[index].text in leading:
            index += 1
        return self._item(index) if index < len(site.words) and site.gap(index) == " " else None

    def _item(self, index: int) -> int | None:
        """One member: words with capitals and small words between them, none of which names another instrument."""
        site, end = self.site, None
        while index < len(site.words):
            word = site.words[index]
            if site.is_taken(word.start) or self.grammar.another.match(site.cased, word.start):
                return None
            if word.is_proper:
                if word.text.isupper() and len(word.text) > 1:  # "…, UNESCO and WHO"
                    return None
                if self.grammar.named_bodies.match(site.text, word.start):
                    return None
                end = word.end
            elif (
                end is None
                or word.text in ("and", "or")
                or word.text not in self.grammar.through
                or index + 1 >= len(site.words)
                or not site.words[index + 1].is_proper
                or site.gap(index + 1) != " "
            ):
                return end
            index += 1
            if index < len(site.words) and site.gap(index) != " ":
                return end
        return end

    def _is_proper_at(self, index: int) -> bool:
        site = self.site
        return index < len(site.words) and site.words[index].is_proper and site.gap(index) == " "

    def _behind_comma(self, index: int) -> int | None:
        """ ", supplementing the United Nations Convention against …", ", Particularly in Africa"."""
        site = self.site
        if site.words[index].text not in self.grammar.set("behind_comma"):
            return None
        end, _ = self._right(site.words[index].end, 0, commas=False)
        return end if end > site.words[index].end else None

    def _begins_date(self, index: int) -> bool:
        """ "of 12 August 1949"."""
        site = self.site
        return (
            site.words[index].text.isdigit()
            and index + 1 < len(site.words)
            and site.words[index + 1].text in self.grammar.months
        )

    def _is_body(self, end: int) -> bool:
        index = self.site.index(end)
        return (
            index < len(self.site.words)
            and self.site.gap(index) == " "
            and self.site.words[index].text in self.grammar.bodies
        )

    # -- names in small letters ------------------------------------------------------------------------------------

    def _small_tail(self, kind: Kind, behind: int, end: int, sure: bool) -> tuple[int, bool]:
        """ "… on a communications procedure": taken where a sign ends it, and all of it belongs to the name."""
        site, index = self.site, self.site.index(end)
        if not sure or index >= len(site.words) or site.cased[end : site.words[index].start] != " ":
            return end, sure
        first, first_at = site.words[index], index
        if first.text not in self.grammar.on_small or (first.text == "to" and kind is not Kind.PROTOCOL):
            return end, sure
        if end > behind and kind is not Kind.PROTOCOL and first.text in ("for", "to", "against"):
            return end, sure  # "the Convention on Trees for that purpose"
        while index < len(site.words) and site.gap(index) == " " and not site.is_taken(site.words[index].start):
            if site.words[index].text in ("and", "or", "that", "which", "as") or index > first_at + LONGEST:
                return end, False
            index += 1
        stop = site.words[index - 1].end
        if not site.is_closed(stop):
            return end, False
        after = site.words[index].text if index < len(site.words) else ""
        comma = site.cased[stop : stop + 1] == ","
        goes_on = comma and after and after not in self.grammar.sentence and not after[0].isupper()
        return (end, False) if goes_on else (stop, True)

    # -- does it tell which? ---------------------------------------------------------------------------------------

    def _tells(self, left: list[Word], match: re.Match[str], behind: int, end: int) -> bool:
        """Is there a word that other instruments of the kind do not share?"""
        site = self.site
        own = {word.text for word in left}
        inside = [word for word in site.words[site.index(behind) : site.index(end)] if word.end <= end]
        known = any(behind <= start and stop <= end for start, stop in site.known)
        own |= {word.text for word in inside}
        telling = {
            word
            for word in own - self.grammar.general - self.grammar.kind_words - self.grammar.through
            if not ROMAN.fullmatch(word)
        }
        if match["kind"] == "Agenda" or re.search(r"No[.][ ]?[0-9]", site.cased[behind:end]):
            return bool(telling)  # "2030 Agenda", "Convention No. 182"
        if known and match["kind"].endswith("s") and self.grammar.general.issuperset(word.text for word in left):
            words = {word.text for word in inside if not any(a <= word.start < b for a, b in site.known)}
            telling &= words
        return any(not word.isdigit() for word in telling - {"No"})
