"""What `scripts/new_text` runs, in the project's environment."""

import argparse
import contextlib
import multiprocessing
import shutil
import sys
import tempfile
from pathlib import Path

from resolutions import site, wording
from resolutions.problems import Problem
from resolutions.receive import intake
from resolutions.receive.door import receive
from resolutions.receive.values import LIMITS
from resolutions.records import load, masthead

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 180  # for one file; a resolution of fifty pages takes about ten
MEMORY = 4_000_000_000  # bytes
SHOWN = 60  # characters of a title or phrase in a list


def main(arguments):
    """Take the files; 0 if the folder is made, 1 if not."""
    parser = argparse.ArgumentParser(prog="scripts/new_text", description="Take a received resolution into the corpus.")
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="PDF, DOCX or text, one text in all of them"
    )
    parser.add_argument("--id", help="the folder's name, if it is not to be the symbol: a-res-77-233")
    parser.add_argument("--into", type=Path, default=ROOT / "docs", help="the folder that holds records/ and texts/")
    parser.add_argument(
        "--again", action="store_true", help="take a text anew whose folder exists; your edits are kept"
    )
    options = parser.parse_args(arguments)
    docs = options.into.resolve()
    records, problems = load.load(docs)
    grammar, found = masthead.load(docs)
    words, wrong = wording.load(docs / "records" / "wording")
    if grammar is None or not records.has_grammar:
        return _refuse((*problems, *found, *wrong))
    files = []
    for path in options.files:
        try:
            raw = _taken(path)
        except OSError as error:
            return _refuse([Problem(str(path), 0, "file-unreadable", str(error.strerror) + ".", "Correct the name.")])
        text, problems = _guarded(path.name, raw)
        if text is None:
            return _refuse(problems)
        files.append(intake.File(path.name, raw, text))
    made, problems = intake.take(files, options.id, records, grammar, words)
    if made is None:
        return _refuse(problems)
    folder = docs / "texts" / made.id
    if folder.exists() and not options.again:
        what = "The folder {} exists.".format(_near(folder))
        return _refuse([Problem(str(folder), 0, "folder-exists", what, "Look into it; --again takes the text anew.")])
    made = _with_older(made, files, folder, (options.id, records, grammar, words))
    kept = _write(made, folder)
    _report(made, folder, docs, kept)
    return 0


# -- reading ---------------------------------------------------------------------------------------------------------


def _taken(path):
    """The bytes, and no more than may be read of them: a device or a pipe never ends."""
    if not path.is_file():
        raise OSError(0, "It is no file")
    with path.open("rb") as file:
        return file.read(LIMITS.size + 1)


def _guarded(name, raw):
    """Read the file in a process of its own, with little memory and time: it came from outside."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(there, name, raw, MEMORY))
    child.start()
    there.close()
    try:
        result = here.recv() if here.poll(SECONDS) else None
    except EOFError:  # it was ended from outside
        result = None
    child.kill()
    child.join()
    what = "It needs more than {} seconds or {:,} bytes of memory, or broke its reader.".format(SECONDS, MEMORY)
    todo = "Give only the resolution; or ask for it in another format."
    return result or (None, (Problem(name, 0, "file-heavy", what, todo),))


def _child(pipe, name, raw, memory):
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limit
    import logging

    logging.disable(logging.CRITICAL)  # pdfminer tells of each oddity of a file; what matters comes back as a problem
    with contextlib.suppress(MemoryError):
        pipe.send(receive(name, raw, _lexicons(), LIMITS))


def _lexicons():
    import wordfreq

    return {language: wordfreq.get_frequency_dict(language, wordlist="best") for language in ("en", "ar")}


def _with_older(made, files, folder, how):
    """Take along what an older run received in a language that is not given now."""
    if not folder.exists():
        return made
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for name in intake.witnesses_of(before):
        text, _ = _guarded(name, before[name]) if before[name] not in made.files.values() else (None, ())
        if text is None:
            continue
        both, _ = intake.take([*files, intake.File(name, before[name], text)], *how)
        if both is not None:
            made = both
            files = [*files, intake.File(name, before[name], text)]
    return made


# -- writing ---------------------------------------------------------------------------------------------------------


def _write(made, folder):
    """Make the folder aside and put it in its place; return the names of what people had changed and was kept."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    cache = folder.parent.parent.parent / ".cache"
    cache.mkdir(exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix="new_text-", dir=cache))
    fresh, kept = aside / "fresh", []
    try:
        if folder.exists():
            shutil.copytree(folder, fresh)
        else:
            fresh.mkdir()
        before = {path.name: path.read_bytes() for path in fresh.iterdir() if path.is_file()}
        ours = {intake.INSTRUMENT, *made.readings.values()}
        for name, content in made.files.items():
            target = fresh / name
            if name in ours and name in before and before[name] != content and intake.changed_by_people(before, name):
                target = fresh / (Path(name).stem + ".new" + Path(name).suffix)
                kept.append(name)
            target.write_bytes(content)
        if folder.exists():
            folder.rename(aside / "before")
        try:
            fresh.rename(folder)
        except OSError:
            if (aside / "before").exists():
                (aside / "before").rename(folder)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return kept


# -- telling ---------------------------------------------------------------------------------------------------------


def _refuse(problems):
    for problem in problems:
        print("new_text: {}".format(problem), file=sys.stderr)
    print("new_text: nothing was made.", file=sys.stderr)
    return 1


def _report(made, folder, docs, kept):
    print("{} is made.".format(_near(folder)))
    for name in kept:
        print(
            "  {0} was edited since and is kept; the new one is {1}.new{2}".format(
                name, Path(name).stem, Path(name).suffix
            )
        )
    for language, says in made.understood.items():
        _language(made, folder, language, says)
    corpus, problems = site.read_corpus(docs)
    text = next((one for one in corpus.texts if one.id == made.id), None) if corpus else None
    if text:
        _citations(corpus.cited[made.id])
    _doubts(made, folder, problems)
    _next(made, folder)


def _language(made, folder, language, says):
    parsed = made.parsed[language]
    print("\n{}  ({})".format({"en": "English", "ar": "Arabic"}[language], _near(folder / made.readings[language])))
    rows = [
        ("symbol", says.symbol.text if says.symbol else "not found"),
        ("title", says.title.text if says.title else "not found"),
        ("body", says.body or "not found"),
        (
            "dates",
            ", ".join("{} {}".format(*p) for p in (("adopted", says.adopted), ("issued", says.issued)) if p[1])
            or "not found",
        ),
        ("paragraphs", _counts(parsed)),
        ("opening", " · ".join(_openings(parsed))),
    ]
    rows += [("section", "{} {}".format(s.label, s.passage.text).strip()) for s in parsed.sections]
    rows += [
        ("annex", "{}, {} paragraphs".format(a.heading.text or "without the word", len(a.paragraphs)))
        for a in parsed.annexes
    ]
    rows += [("not read", "line {}: {}".format(one.line, one.text)) for one in says.unread]
    for name, value in rows:
        print("  {:10}  {}".format(name, value))


def _counts(parsed):
    parts = [clause.part.value for clause in parsed.clauses]
    notes = len(parsed.notes) + len(parsed.star_notes)
    many = "" if notes == 1 else "s"
    return "{} preambular, {} operative, {} footnote{}".format(parts.count("pp"), parts.count("op"), notes, many)


def _openings(parsed):
    return [
        "{} {}".format(clause.id, " … ".join(clause.passage.text[a:b] for a, b in clause.opening)[:SHOWN])
        for clause in parsed.clauses
    ]


def _citations(cited):
    print("\nCitations")
    targets = {}
    for place in cited.places():
        for language in ("en", "ar"):
            for citation in cited.at(place, language):
                places = targets.setdefault(citation.target, {})
                places.setdefault(place, []).append(language)
    for target, places in sorted(targets.items()):
        print("  {:32}  {}".format(target, ", ".join(places)))
    for (place, language), mentions in sorted(cited.unresolved.items()):
        for mention in mentions:
            print("  {:32}  {} ({})".format("? " + mention.wording[:SHOWN], place, language))
    if not targets and not cited.unresolved:
        print("  none")


def _doubts(made, folder, problems):
    own = folder.as_posix()
    found = [p for p in problems if p.path.startswith(own + "/") or p.path == own]
    told = {(Path(p.path).name, p.line, p.code) for p in found}
    rest = [p for p in made.doubts if (p.path, p.line, p.code) not in told]
    lines = [str(p.below(folder.parents[2])) for p in found] + ["{}/{}".format(_near(folder), p) for p in rest]
    print("\nTo decide or to mend" if lines else "\nNothing is left to decide.")
    for line in dict.fromkeys(lines):
        print("  " + line)


def _next(made, folder):
    print("\nNext")
    if made.todo:
        print("  Fill in {} in {}.".format(", ".join(made.todo), _near(folder / intake.INSTRUMENT)))
    print("  Compare {} with the file as received.".format(" and ".join(sorted(made.readings.values()))))
    if len(made.readings) < 2:
        wanting = "Arabic" if "en" in made.readings else "English"
        print("  The {} is wanting: the text is shown in one language. Take it in with --again,".format(wanting))
        print("  or put a working translation beside it (see the README).")
    print("  scripts/serve shows the text; what remains to be mended is listed with file and line.")


def _near(path):
    """The path as it is seen from the repository."""
    try:
        return path.relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
