"""Which language is being built, and what its addresses begin with. The i18n plugin knows; only this module asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def current(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].current_language


def default(config: MkDocsConfig) -> str:
    return config.plugins["i18n"].default_language


def all_of(config: MkDocsConfig) -> list[str]:
    """Every language that is built, the default one first."""
    return config.plugins["i18n"].build_languages


def prefix(config: MkDocsConfig, language: str) -> str:
    """`""` for the default language, `"ar/"` for another."""
    return "" if language == default(config) else f"{language}/"


def is_inner_build(config: MkDocsConfig) -> bool:
    """Whether this is the build of a further language, which the plugin runs inside the first one."""
    return config.plugins["i18n"].building
