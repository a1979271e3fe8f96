"""What happens at each of MkDocs' events; one short function for each, in the order in which they come.

Every one of them runs once per language: the i18n plugin builds the further languages inside the build of the first.
"""

from __future__ import annotations

import contextlib
import gc
import os
from pathlib import Path

from markupsafe import Markup
from watchdog.observers.polling import PollingObserver

from resolutions import markup
from resolutions.files import irregular

from . import (
    corpus,
    files,
    furniture,
    languages,
    output,
    rendering,
    report,
    search,
    security,
    side_by_side,
    styles,
    theme,
    writing,
)
from .commit import commit, day
from .places import Places
from .words import functions

# Nearly all that is made stays: looking for waste as often as Python does took a fifth of a build.
COLLECTED = (20_000, 20, 5)

LOOKS = 0.25  # seconds from one look for changed files to the next

_places = Places()


def on_config(config, *, command=""):
    """`command`: after `build` no other build follows, so that nothing need be remembered for it."""
    once = command == "build"
    if command == "serve" and not languages.is_inner_build(config):
        writing.begin(config.site_dir)
    corpus.keeps = rendering.keeps = output.keeps = not once
    gc.set_threshold(*COLLECTED)
    theme.without_icons(config)
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # else MkDocs puts today into sitemap.xml.gz: same commit, same bytes
    return config


def on_pre_build(config):
    if not languages.is_inner_build(config):  # a problem is said once, not once per language
        docs = Path(config.docs_dir)
        report.refuse(problem.below(docs.parent) for problem in irregular(docs))
        report.report(_read(config).problems, strict=config.strict)


def on_files(built, config):
    files.report_untranslated(built, config)
    found = corpus.current()
    files.add_plain(built, config, security.files(config.repo_url or "", config.site_url or "", day()))
    built = search.describe(files.add(built, config, found), config, found.wording)
    styles.squeeze(built, config)
    if not corpus.keeps:
        side_by_side.start(config)
    return built


def on_env(env, config, built):
    """Give the templates `say`, `say_date`, `say_number`, `to`, `alternates`, `interface`, `fixed` and `faces`."""
    _places.survey(config, built)
    language = languages.current(config)
    env.globals.update(functions(corpus.current().wording, language))
    env.globals.update(to=_places.to, alternates=_places.alternates, interface=language)
    env.globals.update(policy=security.policy(), referrer=security.REFERRER)
    env.autoescape = True  # what is HTML already says so, with `| safe`
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # an Arabic letter is two bytes, not six
    env.auto_reload = False  # it is made anew with each build
    furniture.furnish(env, corpus.current().wording, language)
    # text | isolate("ar"): escaped, with symbols kept whole
    env.filters["isolate"] = lambda text, language: Markup(markup.html(text, language))
    around = (corpus.current().wording, _places.known)
    output.remember(env, config, language, around, _places.missed)
    return env


def on_template_context(context, template_name, config):
    _places.enter(None)
    return context


def on_page_context(context, page, config, nav):
    _places.enter(page)
    # What a page of the library shows is in its draft, so that it changes with it.
    if not isinstance(page, files.DraftPage):
        context["summary"] = corpus.current().site.summary.get(languages.current(config), {})
        context["commit"] = commit() if page.meta.get("template") == "verification.html" else ""
    page.content = Markup(page.content or "")  # HTML; the theme's own templates do not say so
    return context


def on_post_build(config):
    side_by_side.wait(config)
    if languages.current(config) == languages.all_of(config)[-1]:
        writing.end()


def on_serve(server, config):
    """Look for changed files four times a second; MkDocs does it twice, and more often would slow the build."""
    watched = []
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with contextlib.suppress(KeyError):  # it is not watched
            server.unwatch(path)
            watched.append(path)
    server.observer = PollingObserver(timeout=LOOKS)
    for path in watched:
        server.watch(path)
    return server


def _read(config):
    return corpus.read(Path(config.docs_dir), (config.site_url or "").rstrip("/") + "/")
