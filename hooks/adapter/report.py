"""Says on MkDocs' own logger what is wrong. A strict build counts it, and fails after all was said.

In: problems. Out: log lines with file and line. Whoever builds without `--strict` reads them and goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from resolutions.problems import Problem

log = get_plugin_logger("muqabala")


def report(problems: Iterable[Problem], *, strict: bool) -> None:
    """Say all of them. A strict build ends here if pages were withheld: what follows would only be their echo."""
    withheld = 0
    for problem in problems:
        withheld += problem.severity.withholds
        log.log(logging.ERROR if problem.severity.withholds else logging.WARNING, "%s", problem)
    if strict and withheld:
        raise PluginError(f"{withheld} of the problems above keep pages from being made. Mend them and build again.")
