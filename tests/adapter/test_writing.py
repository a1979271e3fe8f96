"""Under `serve`, a build writes what has changed and removes what is gone; the folder is that of a clean build."""

from mkdocs import utils
from mkdocs.livereload import LiveReloadServer

from adapter import events, writing
from resolutions.pages.draft import PageDraft, download


def pages(body, *leaves):
    return [
        PageDraft(f"instruments/crc/{leaf}", language, f"Title {leaf}", "About it.", "clause.html", body)
        for language in ("en", "ar")
        for leaf in ("", *leaves)
    ]


def content(small):
    return {path.relative_to(small.site): path.read_bytes() for path in small.site.rglob("*.html")}


def times(small):
    return {path.relative_to(small.site).as_posix(): path.stat().st_mtime_ns for path in small.site.rglob("index.html")}


def test_only_what_changed_is_written_and_what_is_gone_goes(small, library):
    for name in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{name}", "# By hand\n")
    small.write("overrides/clause.html", "<html>{{ page.content | safe }}</html>")
    _build(small, library, pages("One.\n", "art-19/", "art-20/"))
    before = times(small)
    _build(small, library, [*pages("One.\n"), *pages("Two.\n", "art-19/")[1::2]])
    after = times(small)
    assert {name for name, time in after.items() if time != before[name]} == {
        "instruments/crc/art-19/index.html",
        "ar/instruments/crc/art-19/index.html",
    }
    assert {name for name in before if name not in after} == {
        "instruments/crc/art-20/index.html",
        "ar/instruments/crc/art-20/index.html",
    }
    made = content(small)
    writing._written.clear()  # as a new `serve` begins
    _build(small, library, [*pages("One.\n"), *pages("Two.\n", "art-19/")[1::2]])
    assert content(small) == made


def test_a_file_that_somebody_removed_is_written_again(small, library):
    for name in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{name}", "# By hand\n")
    small.write("overrides/clause.html", "<html>{{ page.content | safe }}</html>")
    _build(small, library, pages("One.\n"))
    made = content(small)
    (small.site / "instruments/crc/index.html").unlink()
    _build(small, library, pages("One.\n"))
    assert content(small) == made


def test_a_build_that_ends_writes_with_mkdocs_own_functions(small, library):
    for name in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{name}", "# By hand\n")
    small.write("overrides/clause.html", "<html>{{ page.content | safe }}</html>")
    own = utils.write_file, utils.clean_directory
    _build(small, library, pages("One.\n"), once=True)
    assert (utils.write_file, utils.clean_directory) == own


def test_what_is_watched_is_looked_at_more_often_and_nothing_else(small, tmp_path):
    config = small.config()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    for path in (config.docs_dir, config.config_file_path):
        server.watch(path)
    stock = server.observer
    watched = set(stock._watches)
    assert watched
    assert events.on_serve(server, config) is server
    assert server.observer.timeout == events.LOOKS < stock.timeout
    assert (server.observer._watches, stock._watches) == (watched, set())
    server.server_close()


def _build(small, library, drafts, **settings):
    import adapter.corpus

    adapter.corpus._memory.clear()
    library(drafts=drafts, downloads=[download("data/crc.json", b"{}")])
    small.build(strict=False, **settings)
