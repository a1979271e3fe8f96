"""A page as a Markdown file: front matter, then the body.

In: a page draft. Out: text. Each value of the front matter is JSON, which is YAML as well, so that any generator reads
it and nothing in a title can be taken for syntax.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .draft import PageDraft


def front_matter(draft: PageDraft) -> dict[str, Any]:
    """Title, description, template, and the draft's `data` under its own name."""
    return {
        "title": draft.title,
        "description": draft.description,
        "template": draft.template,
        "data": dict(draft.data),
    }


def markdown(front: Mapping[str, Any], body: str) -> str:
    """The file's text."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False, default=_plain)}" for key, value in front.items())
    return "\n".join(["---", *lines, "---", "", body])


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)
