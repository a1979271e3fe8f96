"""What `scripts/measure_search` runs, in the project's environment; the tests use the same measures."""

import argparse
import functools
import gzip
import http.server
import itertools
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import yaml

import _browser
from resolutions import site
from resolutions.finding import files
from resolutions.finding.entries import Entry, entries
from resolutions.finding.index import build
from resolutions.finding.words import Words

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "tests" / "search" / "queries.yml"
TITLE = {"en": "Preambular paragraph {}", "ar": "الفقرة {} من الديباجة"}
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html"}
SENT = []  # what went over the line: file and bytes
ALLOWED = {"bytes": 150_000, "ms": 100}
# What is asked of the large index: frequent words, phrases, symbols, slips, beginnings.
ASKED = ["children", "الأطفال", "sexual exploitation of children", "حماية حقوق الطفل", '"law enforcement agencies"',
         "«القطاع الخاص»", "encryption", "وبالتشفير", "encripted", "التشقير", "77/233", "الفقرة 4", "cryptoc",
         "the rights of the child in armed conflict and peace"]  # fmt: skip

# Runs in the page. `find` returns the addresses in the order in which the page shows them.
FIND = """async ([root, queries]) => {
  const { open } = await import(root + "assets/javascripts/search/engine.js");
  const { arranged, PAGE } = await import(root + "assets/javascripts/search/view.js");
  const engine = await open(new URL("search-index/", root));
  const found = [];
  for (const [query, language] of queries) {
    const { hits } = await engine.find(query, { language });
    const shown = [];
    for (let i = 0; i < hits.length; i += PAGE) {
      for (const group of arranged(engine, hits.slice(i, i + PAGE))) {
        if (group.isHit) shown.push(group.instrument);
        shown.push(...group.hits.map((one) => one.number));
      }
    }
    found.push(await Promise.all(shown.map(async (one) => (await engine.tables.entry(one)).address)));
  }
  return found;
}"""
FIRST = """async ([root, query, language]) => {
  document.documentElement.lang = language;
  const view = await import(root + "assets/javascripts/search/view.js");
  const { engine, say } = await view.ready();
  const start = performance.now();
  const found = await engine.find(query, { language });
  const made = view.groups({ engine, say }, found, found.hits.slice(0, view.PAGE));
  document.body.append(await made[0]);
  document.body.offsetHeight;
  const ms = performance.now() - start;
  document.body.append(...await Promise.all(made));
  return { ms, hits: found.hits.length };
}"""


def queries():
    """The list: `q`, `find`, `within`."""
    return yaml.safe_load(QUERIES.read_text(encoding="utf-8"))


def interface(query):
    """The interface in which a query is asked: that of its script."""
    return "ar" if any("\u0600" <= sign <= "\u06ff" for sign in query) else "en"


def asked(page, root, wanted):
    """For each wanted query the places of its targets among the results, from 1 on, 0 for what was not found."""
    found = page.evaluate(FIND, [root, [[one["q"], interface(one["q"])] for one in wanted]])
    ranks = []
    for one, addresses in zip(wanted, found, strict=True):
        assert len(addresses) == len(set(addresses)), one["q"] + ": a result is listed twice"
        places = {address: place for place, address in enumerate(addresses, 1)}
        ranks.append([places.get("instruments/{}/".format(target), 0) for target in one["find"]])
    return ranks


def figures(wanted, ranks):
    """Recall, mean reciprocal rank, and the shares whose best target stands first, among three, as high as wanted."""
    best = [min((rank for rank in row if rank), default=0) for row in ranks]
    count = len(wanted)
    return {
        "queries": count,
        "recall": sum(sum(1 for rank in row if rank) / len(row) for row in ranks) / count,
        "mrr": sum(1 / rank for rank in best if rank) / count,
        "top-1": sum(rank == 1 for rank in best) / count,
        "top-3": sum(1 <= rank <= 3 for rank in best) / count,
        "within": sum(1 <= rank <= one["within"] for rank, one in zip(best, wanted, strict=True)) / count,
    }


def short(wanted, ranks):
    """The queries that fell short, with the places of their targets."""
    for one, row in zip(wanted, ranks, strict=True):
        best = min((rank for rank in row if rank), default=0)
        if not 1 <= best <= one["within"] or not all(row):
            yield "{}: {}".format(
                one["q"], ", ".join("{} {}".format(t, r or "-") for t, r in zip(one["find"], row, strict=True))
            )


def invented(real, count, seed=1):
    """`count` clauses of forty to a hundred and twenty real words, drawn as often as the language uses them."""
    import wordfreq

    chance = random.Random(seed)
    vocabulary = {}
    for language in ("en", "ar"):
        listed = wordfreq.top_n_list(language, 20_000)
        weights = list(itertools.accumulate(wordfreq.word_frequency(word, language) for word in listed))
        vocabulary[language] = (listed, weights)
    # The field's own words fill every text of the field.
    own = {one: [text.texts[one].split() for text in real if text.texts] for one in ("en", "ar")}
    yield from real
    for number in range(count):
        instrument, place = divmod(number, 50)
        name = "a-res-{}-{}".format(10 + instrument // 300, 1 + instrument % 300)
        symbol = name.upper().replace("-", "/")
        if place == 0:
            yield Entry("instruments/{}/".format(name), name, "in", {"en": symbol, "ar": symbol}, symbol,
                        {"en": "resolution " + symbol, "ar": "قرار " + symbol})  # fmt: skip
        texts = {}
        for language, (listed, weights) in vocabulary.items():
            length = chance.randint(30, 90)
            drawn = chance.choices(listed, cum_weights=weights, k=length) + chance.choice(own[language])[:40]
            texts[language] = " ".join(drawn)
        signs = ["A/RES/{}".format(n) for n in chance.sample(range(90), 2)]
        yield Entry(
            "instruments/{}/pp-{}/".format(name, place + 1),
            name,
            "pp",
            {one: TITLE[one].format(place + 1) for one in texts},
            "PP{}".format(place + 1),
            of={"en": "resolution " + symbol, "ar": "قرار " + symbol},
            texts=texts,
            openings={one: ((0, 8),) for one in texts},
            cites=tuple((sign.lower().replace("/", "-"), {"en": sign, "ar": sign}) for sign in signs),
            cited_as={one: " ; ".join(signs) for one in texts},
        )


@functools.lru_cache(maxsize=None)
def _squeezed(path):
    return gzip.compress(path.read_bytes(), 6)


class Squeezed(http.server.BaseHTTPRequestHandler):
    """Serves a folder as most hosts do, gzipped, and counts what goes over the line."""

    folder = Path()

    def do_GET(self):
        path = self.folder / self.path.lstrip("/").partition("?")[0]
        if not path.is_file():
            self.send_error(404)
            return
        squeezed = _squeezed(path)
        SENT.append((path.name, len(squeezed)))
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(path.suffix, "text/plain"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(squeezed)))
        self.end_headers()
        self.wfile.write(squeezed)

    def log_message(self, *arguments):
        pass


def written(folder, found, corpus):
    """Write an index of these entries, the scripts and an empty page."""
    words = Words(corpus.records.folding)
    start = time.perf_counter()
    downloads = files.files(found, build(found, words), words.rules())
    took = time.perf_counter() - start
    downloads += files.wording(corpus.wording.messages, ("find-", "status-working-translation"))
    for download in downloads:
        path = folder / download.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(download.content)
    shutil.copytree(ROOT / "docs" / "assets" / "javascripts", folder / "assets" / "javascripts")
    (folder / "index.html").write_text("<!doctype html><html lang=en><title>x</title><body>", encoding="utf-8")
    return downloads, took


def budget(browser, root):
    """Weight of the first ten results and time to the first one, every time in a new window with nothing remembered."""
    print("\n{:45} {:>6} {:>9} {:>7}".format("query", "hits", "bytes", "ms"))
    worst = {"bytes": 0, "ms": 0}
    for query in ASKED:
        times = []
        for _ in range(3):
            context = browser.new_context()
            page = context.new_page()
            page.goto(root + "index.html")
            SENT.clear()
            answer = page.evaluate(FIRST, [root, query, interface(query)])
            weight = sum(size for _, size in SENT)
            times.append(answer["ms"])
            context.close()
        print("{:45} {:6} {:9} {:7.0f}".format(query, answer["hits"], weight, statistics.median(times)))
        worst = {"bytes": max(worst["bytes"], weight), "ms": max(worst["ms"], statistics.median(times))}
    print("worst: {bytes} bytes with all scripts, {ms:.0f} ms".format(**worst))
    return all(worst[name] <= most for name, most in ALLOWED.items())


def main(arguments):
    """Print the figures; 1 if the weight or the time is more than allowed."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="scripts/measure_search", description="Measure the search.")
    parser.add_argument("--clauses", type=int, default=0, help="how many invented clauses to add")
    options = parser.parse_args(arguments)
    corpus, problems = site.read_corpus(ROOT / "docs")
    if corpus is None or problems:
        print("measure_search: the corpus has problems; run scripts/build.", file=sys.stderr)
        return 1
    real = tuple(entries(corpus))
    found = tuple(invented(real, options.clauses)) if options.clauses else real
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        downloads, took = written(Path(folder), found, corpus)
        size = sum(len(download.content) for download in downloads)
        print(
            "{} entries indexed in {:.1f} s: {} files, {:.1f} MB".format(len(found), took, len(downloads), size / 1e6)
        )
        Squeezed.folder = Path(folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Squeezed))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = "http://127.0.0.1:{}/".format(server.server_port)
        browser = playwright.chromium.launch(executable_path=_browser.find(), args=["--no-sandbox", "--disable-gpu"])
        try:
            if options.clauses:
                return 0 if budget(browser, root) else 1
            page = browser.new_page()
            page.goto(root + "index.html")
            wanted = queries()
            ranks = asked(page, root, wanted)
            print(*short(wanted, ranks), sep="\n")
            found = figures(wanted, ranks)
            print(found.pop("queries"), "queries:", ", ".join("{} {:.3f}".format(*one) for one in found.items()))
        finally:
            browser.close()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
