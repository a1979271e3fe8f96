"""The pages that other generators are given, and whether each has made all of them.

In: the pages as the library makes them, then what a generator wrote. Out: its pages as Markdown, a title and a
description above the text, English ones at the root and Arabic ones below `ar/`; later the pages that are not there
whole. A generator that knows blocks and attribute lists gets the Markdown of our own pages; any other would print these
signs to the reader, so it gets the same text without them.
"""

import html
import json
import re
import shutil

HOMES = {"en": "Home", "ar": "الرئيسية"}
FURNITURE = re.compile(
    r"""
    ^/{3,}.*\n               # /// html | div.col[lang="en"], and the /// that closes it
    (?:[ ]{4}\w+:.*\n)*      # the block's options:     markdown: inline
    | [ ]*\{:[^}\n]*\}       # {: #text .sec } at the end of a heading or below a paragraph
    """,
    re.MULTILINE | re.VERBOSE,
)
RUNS = (re.compile(r"[A-Za-z][A-Za-z ,]*"), re.compile(r"[ء-ي][ء-ي ،]*"))


def stage(made, folder):
    """Write each page of the site that the library has `made` below `folder`, the Arabic ones below `ar/`."""
    for language in made.pages:
        home = _place(folder, language)
        write(home / "index.md", HOMES[language], HOMES[language], "")
        for draft in made.drafts(language):
            write(home / draft.src_uri, draft.title, draft.description, draft.body)


def write(path, title, description, body):
    """Write one page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "title: {}\ndescription: {}".format(json.dumps(title), json.dumps(description))
    path.write_text("---\n{}\n---\n\n{}".format(head, body), encoding="utf-8")


def copy(pages, folder, plain):
    """The staged pages, below `folder`; `plain`: without signs that only our Markdown knows."""
    shutil.copytree(str(pages), str(folder))
    for path in folder.rglob("*.md") if plain else ():
        path.write_text(FURNITURE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


def by_language(folder):
    """Move the English pages of `folder` to `en/`, beside `ar/`."""
    english = folder.with_name(folder.name + "-en")
    folder.rename(english)
    folder.mkdir()
    (english / "ar").rename(folder / "ar")
    english.rename(folder / "en")


def lacking(pages, site):
    """How many pages there are in each language, and which of them are not whole in `site`.

    A page is whole if it stands at its address, its title in `title`, and the longest run of words of each of the two
    scripts in its text.
    """
    given, found = {language: 0 for language in HOMES}, {language: [] for language in HOMES}
    for path in sorted(pages.rglob("*.md")):
        name = path.relative_to(pages).as_posix()
        language = "ar" if name.startswith("ar/") else "en"
        given[language] += 1
        if not _whole(path.read_text(encoding="utf-8"), site, name[: -len(".md")]):
            found[language].append(name)
    return given, found


def _whole(source, site, name):
    _, front, body = source.split("---\n", 2)
    title = json.loads(front.split("\n")[0].partition(": ")[2])
    places = [site / (name + ".html"), site / name / "index.html"]
    made = next((path for path in places if path.is_file()), None)
    if made is None:
        return False
    page = html.unescape(made.read_text(encoding="utf-8"))
    head = re.search(r"(?s)<title[^>]*>(.*?)</title>", page)
    wanted = [max(run.findall(FURNITURE.sub("", body)), key=len, default="").strip() for run in RUNS]
    # Sphinx writes typographic apostrophes.
    return bool(head) and title in head.group(1).replace("’", "'") and all(words in page for words in wanted)


def _place(folder, language):
    return folder if language == "en" else folder / language
