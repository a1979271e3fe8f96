"""Says on MkDocs' own logger what is wrong. A strict build counts it, and fails after all was said.

In: problems. Out: log lines with file and line. Whoever builds without `--strict` reads them and goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from resolutions.problems import Problem

log = get_plugin_logger("muqabala")


def report(problems: Iterable[Problem]) -> None:
    for problem in problems:
        log.log(logging.ERROR if problem.severity.withholds else logging.WARNING, "%s", problem)
