"""What `scripts/stage` runs: the second adapter, which shows that the first can be done without.

In: the library's pages and downloads, the hand-written pages, the settings in mkdocs.yml. Out: one project for each
language of the interface, of Markdown with front matter and a short mkdocs.yml, without a hook, a plugin or a template
of ours. What templates show lies in the front matter, under `data`; `kind` names the template. The notes on a clause,
to which its text links, stand below it. A folder is emptied only if this program made it.
"""

import os
import shutil
import sys
from pathlib import Path

import yaml

from adapter.corpus import READ
from resolutions import markup, site, wording
from resolutions.pages.front import front_matter, markdown

ROOT = Path(__file__).resolve().parent.parent
MARK = "made-by-stage.txt"
STYLE = "assets/stylesheets/muqabala.css"


class Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, in which `!ENV [NAME, default]` is the variable NAME or the default."""


def _from_environment(loader, node):
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if os.environ.get(name)), default)


Settings.add_constructor("!ENV", _from_environment)


def stage(docs: Path, settings: dict, target: Path) -> tuple:
    """Write the projects below `target`; the problems that keep pages from being made. Raises FileExistsError."""
    if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
        raise FileExistsError("{} holds files that this program did not write".format(target))
    shutil.rmtree(str(target), ignore_errors=True)
    target.mkdir(parents=True)
    (target / MARK).write_text("scripts/stage made this folder, and will empty it.\n", encoding="utf-8")
    made = site.read(docs, settings["site_url"].rstrip("/") + "/")
    words, _ = wording.load(docs / "records" / "wording")
    for language in site.LANGUAGES:
        project = target / language
        for name, content in _by_hand(docs, language):
            _write(project / "docs" / name, content)
        for draft in made.drafts(language):
            body = draft.body + _notes(draft, words)
            _write(project / "docs" / draft.src_uri, _plain(front_matter(draft), body))
        for download in made.downloads:
            _write(project / "docs" / download.address, download.content)
        text = yaml.safe_dump(config(settings, language), allow_unicode=True, sort_keys=False)
        _write(project / "mkdocs.yml", text.encode())
    return tuple(problem for problem in made.problems if problem.severity.withholds)


def config(settings: dict, language: str) -> dict:
    """A short mkdocs.yml: no hook, no plugin, a stock theme, our style sheet for the columns."""
    languages = next(one["i18n"]["languages"] for one in settings["plugins"] if "i18n" in one)
    own = next(one for one in languages if one["locale"] == language)
    prefix = "" if own.get("default") else language + "/"
    named = {key: own.get(key, settings[key]) for key in ("site_name", "site_description", "site_author")}
    return {
        **named,
        "site_url": settings["site_url"].rstrip("/") + "/" + prefix,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"name": "material", "language": language, "font": False},
        "extra_css": [STYLE],
        "markdown_extensions": settings["markdown_extensions"],
        "nav": settings["nav"],
    }


def _by_hand(docs: Path, language: str):
    """The hand-written pages of one language without the language in their names, and everything that is no page."""
    others = tuple(".{}.md".format(one) for one in site.LANGUAGES)
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs)
        if not path.is_file() or name.parts[0] in READ:
            continue
        if path.suffix != ".md":
            yield name, path.read_bytes()
        elif path.name.endswith(".{}.md".format(language)):
            yield name.with_name(path.name[: -len(others[0])] + ".md"), _page(path)
        elif language == "en" and not path.name.endswith(others):
            yield name, _page(path)


def _notes(draft, words) -> str:
    """The notes to which letters in a clause's text lead; on the site a template shows them."""
    notes = draft.data.get("notes", ()) if draft.template == "clause.html" else ()
    if not notes:
        return ""
    lines = ["", '<section class="staged">', "<h2>{}</h2>".format(words.say(draft.language, "notes-heading"))]
    for note in notes:
        said = " : ".join(
            '<span lang="{0}" dir="{1}">{2}</span>'.format(one, "rtl" if one == "ar" else "ltr", markup.html(text, one))
            for one, text in note["words"].items()
            if text
        )
        values = (note["id"], note["sigils"][draft.language], said, note["kind"], note["note_html"])
        lines += ['<p id="{}"><b>{}</b> {}<br><b>{}</b> {}</p>'.format(*values)]
    return "\n".join([*lines, "</section>", ""])


def _page(path: Path) -> bytes:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return _plain(yaml.safe_load(front), body)


def _plain(front: dict, body: str) -> bytes:
    """Another theme has no template of ours and stops where a page asks for one."""
    values = {("kind" if key == "template" else key): value for key, value in front.items()}
    return markdown(values, body).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main(folder: str) -> int:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Settings)
    try:
        problems = stage(ROOT / "docs", settings, Path(folder))
    except FileExistsError as error:
        print("stage: {}; name another folder.".format(error), file=sys.stderr)
        return 1
    print("\n".join(map(str, problems)), file=sys.stderr, end="\n" if problems else "")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
