"""The wording as templates use it, in the language of the interface.

In: a `Wording` and the language being built. Out: the functions `say`, `say_date`, `say_number`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from markupsafe import Markup, escape

from resolutions.wording import Wording


def functions(wording: Wording, interface: str) -> dict[str, Callable[..., str]]:
    """Each takes `language` for the rare text that is not in the interface's language, as on a bilingual page."""

    plain: dict[tuple[str, str], str] = {}  # most of what is said has no fields, and is said on every page

    def say(key: str, language: str = interface, **values: object) -> str:
        if not values:
            if (language, key) not in plain:
                plain[language, key] = wording.say(language, key)
            return plain[language, key]
        # A value that is HTML (a template's `<kbd>`) stays so; the words around it are escaped like any text.
        marked = {name: value for name, value in values.items() if isinstance(value, Markup)}
        said = wording.say(language, key, **{**values, **{name: f"\ue000{name}\ue001" for name in marked}})
        if not marked:
            return said
        html = escape(said)
        for name, value in marked.items():
            html = html.replace(f"\ue000{name}\ue001", value)
        return html

    def say_date(day: datetime.date | str, language: str = interface) -> str:
        day = datetime.date.fromisoformat(day) if isinstance(day, str) else day
        return wording.date(language, day)

    def say_number(number: int | float, language: str = interface) -> str:
        return wording.number(language, number)

    return {"say": say, "say_date": say_date, "say_number": say_number}
