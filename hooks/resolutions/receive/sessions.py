"""Numbers of sessions as words, read and written again: Seventy-seventh, «السابعة والسبعون».

In: the grammar of mastheads. Out: a number for a word, a word for a number, a session as either language writes it.
"""

from __future__ import annotations

from ..records.masthead import MastheadGrammar

Session = tuple[str, int]  # the id of its form, "sitting" for a sitting in its place, and its number


def ordinal_number(word: str, language: str, grammar: MastheadGrammar) -> int:
    """Seventy-seventh → 77, «السابعة والسبعون» → 77; 0 for what is no ordinal up to 99."""
    word = word.lower().replace("ين", "ون") if language == "ar" else word.lower()
    return next((n for n in range(1, 100) if ordinal_word(n, language, grammar).lower() == word), 0)


def ordinal_word(number: int, language: str, grammar: MastheadGrammar) -> str:
    """77 → Seventy-seventh, «السابعة والسبعون»; empty above 99."""
    if number < 20:
        return next((one.ar if language == "ar" else one.en for one in grammar.ordinals if one.n == number), "")
    tens = next((one for one in grammar.tens if one.n == number // 10 * 10), None)
    if tens is None:
        return ""
    if number % 10 == 0:
        return tens.ar if language == "ar" else tens.en
    unit = grammar.ordinals[number % 10 - 1]
    if language == "ar":
        return f"{grammar.one_before_tens if unit.n == 1 else unit.ar} و{tens.ar}"
    return f"{tens.stem}-{unit.en.lower()}"


def session_words(session: Session, language: str, grammar: MastheadGrammar) -> str:
    """The session as that language writes it, or nothing if it has no word for the number."""
    name, number = session
    forms = {"sitting": grammar.sitting[language], **{form.id: form[language] for form in grammar.sessions}}
    word = ordinal_word(number, language, grammar)
    if "{ordinal}" in forms[name].written and not word:
        return ""
    tail = number % 100
    suffix = "th" if tail in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return forms[name].written.format(n=number, suffix=suffix, ordinal=word)
