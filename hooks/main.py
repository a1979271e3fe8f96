"""The only file that MkDocs loads. It keeps the code fresh under `serve` and hands every event to `adapter.events`.

MkDocs holds a hook's module for as long as it lives, so with `watch: [hooks]` alone an edit would rebuild the site with
the old code. Hence this file holds no code worth editing: before each build it drops the modules of the two rooms below
it, if any of their files changed, and imports them again.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

from mkdocs.plugins import event_priority

HERE = Path(__file__).resolve().parent
ROOMS = ("adapter", "resolutions")


class Code:
    """`adapter.events`, as it stood on disk when it was last taken up."""

    def __init__(self) -> None:
        self.events: ModuleType | None = None
        self._stamps: dict[Path, tuple[int, int]] | None = None

    def take_up(self) -> None:
        """Import the rooms again if a file of theirs changed. A module that cannot be imported raises."""
        stamps = {path: _stamp(path) for room in ROOMS for path in sorted((HERE / room).rglob("*.py"))}
        if stamps == self._stamps:
            return
        if self._stamps is not None:
            for name in [name for name in sys.modules if name.partition(".")[0] in ROOMS]:
                del sys.modules[name]  # all: an unchanged module still holds what it imported from a changed one
        self._stamps = {}
        self.events = _import_events()
        self._stamps = stamps


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _import_events() -> ModuleType:
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))  # MkDocs lets go of it as soon as this file is read
    importlib.invalidate_caches()
    # No .pyc: written into a watched folder it starts a second build, and its time stamp is too coarse for quick edits.
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        return importlib.import_module("adapter.events")
    finally:
        sys.dont_write_bytecode = before


code = Code()
said = ""  # the command of MkDocs


def on_startup(command, dirty):
    global said  # noqa: PLW0603, MkDocs says it once, before the first build
    said = command


def on_serve(server, config, builder):
    return code.events.on_serve(server, config)


def on_config(config):
    if not config.plugins["i18n"].building:  # it builds one language inside the other; both must run the same code
        code.take_up()
    return code.events.on_config(config, command=said)


def on_pre_build(config):
    code.events.on_pre_build(config)


@event_priority(-150)  # after the i18n plugin, which cannot bear generated files
def on_files(files, config):
    return code.events.on_files(files, config)


def on_env(env, config, files):
    return code.events.on_env(env, config, files)


def on_template_context(context, template_name, config):
    return code.events.on_template_context(context, template_name, config)


def on_page_context(context, page, config, nav):
    return code.events.on_page_context(context, page, config, nav)


def on_post_build(config):  # before the i18n plugin, which then has nothing left to build
    code.events.on_post_build(config)
