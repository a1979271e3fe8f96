"""Keeps MkDocs from looking through Material's 14,000 icons at each build; none of them is published.

In: the configuration. Out: the same, whose theme gives an environment that does not enter folders with a dot in front.
MkDocs passes over what lies in them (`Files.add_files_from_theme`), but only after it has listed and matched each file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class _Visible(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found = set()
        for top in self.searchpath:
            for folder, inside, names in os.walk(top):
                inside[:] = [name for name in inside if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if below == "." else f"{below}/{name}" for name in names)
        return sorted(found)


def without_icons(config: MkDocsConfig) -> None:
    """Let the theme's environment list what can be published only."""
    theme, own = config.theme, type(config.theme).get_env

    def get_env() -> Environment:
        env = own(theme)
        env.loader = _Visible(env.loader.searchpath)  # type: ignore[union-attr]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
