"""Says on MkDocs' own logger what is wrong. A strict build counts it, and fails after all was said.

In: problems. Out: log lines with file and line; doubts are information, which no strict build counts. Whoever builds
without `--strict` reads them all and goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from resolutions.problems import Problem, Severity

log = get_plugin_logger("muqabala")

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.DOUBT: logging.INFO}


def refuse(problems: Iterable[Problem]) -> None:
    """Say them and end the build, strict or not: MkDocs follows links, and would publish what they lead to."""
    found = list(problems)
    for problem in found:
        log.error("%s", problem)
    if found:
        raise PluginError("The folder of the site's sources holds something else than files. Nothing was built.")


def report(problems: Iterable[Problem], *, strict: bool) -> None:
    """Say all of them. A strict build ends here if pages were withheld: what follows would only be their echo."""
    withheld = doubts = 0
    for problem in problems:
        withheld += problem.severity.withholds
        doubts += problem.severity is Severity.DOUBT
        log.log(LEVELS[problem.severity], "%s", problem)
    if doubts:
        log.info("%d of these are doubts, for a person to look at; they stop nothing.", doubts)
    if strict and withheld:
        raise PluginError(f"{withheld} of the problems above keep pages from being made. Mend them and build again.")
