"""Style sheets as a browser gets them: without comments and needless blanks.

In: MkDocs' files. Out: the same files, with each style sheet of our own squeezed. So the sheet that a first paint waits
for goes over the line within the first round trip (some 14 kB), and its source stays as people write it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import rcssmin

from .files import Shared

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/stylesheets/"


def squeeze(files: Files, config: MkDocsConfig) -> None:
    """Put squeezed sheets in the place of those below docs/assets/stylesheets."""
    for source in [file for file in files if file.src_uri.startswith(FOLDER) and _is_own(file, config)]:
        files.remove(source)
        files.append(Shared.later(config, source.src_uri, partial(squeezed, Path(source.abs_src_path))))


def squeezed(sheet: Path) -> bytes:
    """The same rules in fewer characters."""
    return rcssmin.cssmin(sheet.read_text("utf-8")).encode()


def _is_own(file, config: MkDocsConfig) -> bool:
    # The theme has a folder of the same name.
    return bool(file.abs_src_path) and Path(file.abs_src_path).is_relative_to(config.docs_dir)
