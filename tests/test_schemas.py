"""The published schemas: those of the code, noted when they change, agreeing with what the build takes and refuses."""

import datetime
import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import TypeAdapter, ValidationError

import _schemas as command
from resolutions import schemas, yamls
from resolutions.problems import Problem, Severity
from resolutions.report import report

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FILES = [(kind, path) for kind, one in schemas.KINDS.items() if one.files for path in sorted(DOCS.glob(one.files))]


@pytest.fixture(scope="module")
def fields():
    found, problems = schemas.load(DOCS)
    assert not problems, problems
    return found


@pytest.fixture(scope="module")
def validators(fields):
    made = {kind: schemas.schema(kind, fields) for kind in schemas.KINDS}
    for one in made.values():
        Draft202012Validator.check_schema(one)
    return {kind: Draft202012Validator(one, format_checker=FormatChecker()) for kind, one in made.items()}


def plain(value):
    """As JSON has it: days are texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def taken(kind, value):
    """Does the build take it?"""
    try:
        TypeAdapter(schemas.KINDS[kind].type).validate_python(value)
    except ValidationError:
        return False
    return True


def walk(made):
    """Each object of a schema with its own keys."""
    return (made, *made.get("$defs", {}).values())


# Published


def test_published_schemas_are_those_of_the_code(fields):
    folder = DOCS / "schemas" / f"v{schemas.VERSION}"
    there = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert there == schemas.files(fields), "run scripts/schemas"


def test_every_change_is_noted():
    """Also an older version stays as it was published."""
    noted, problems = schemas.changes(DOCS)
    assert not problems
    last = {change.version: change.digest for change in noted}
    folders = {int(path.name.removeprefix("v")): path for path in (DOCS / "schemas").iterdir()}
    assert {
        version: schemas.digest((file.name, file.read_bytes()) for file in path.iterdir())
        for version, path in folders.items()
    } == last
    assert max(last) == schemas.VERSION
    assert [change.version for change in noted] == sorted(change.version for change in noted)


def test_a_change_without_a_note_is_refused_and_with_one_it_is_noted(docs, capsys):
    path = docs / "records" / schemas.FIELDS
    path.write_text(path.read_text(encoding="utf-8").replace("The day of adoption.", "The very day."), encoding="utf-8")
    (docs / "schemas").mkdir()
    assert command.main([], docs) == 1
    assert "instrument.json: differs" in capsys.readouterr().out
    day = datetime.date(2030, 1, 2)
    assert command.main(["--en", 'Say "day"', "--ar", "ذكر اليوم"], docs, day) == 0
    assert command.main([], docs) == 0
    noted, problems = schemas.changes(docs)
    assert not problems
    assert (noted[-1].date, noted[-1].change.ar, noted[-1].version) == (day, "ذكر اليوم", schemas.VERSION)
    written = (docs / "schemas" / f"v{schemas.VERSION}").iterdir()
    assert noted[-1].digest == schemas.digest((file.name, file.read_bytes()) for file in written)


def test_one_language_alone_is_not_enough(docs):
    with pytest.raises(SystemExit):
        command.main(["--en", "Something"], docs)


def test_every_key_says_in_both_languages_what_it_is(fields):
    for kind in schemas.KINDS:
        made = schemas.schema(kind, fields)
        assert re.search("[ء-ي]", made["title"]), kind
        for node in walk(made):
            for key, value in node.get("properties", {}).items():
                assert re.search("[A-Za-z].*\n\n.*[ء-ي]", value.get("description", "")), (kind, node["title"], key)


def test_no_key_is_described_that_no_record_has(fields):
    known = {"kinds": set(schemas.KINDS)}
    for kind in schemas.KINDS:
        made = TypeAdapter(schemas.KINDS[kind].type).json_schema()
        for node in walk(made):
            known.setdefault(node.get("title", ""), {"whole"}).update(node.get("properties", {}))
    assert {
        name: set(keys) - known.get(name, set()) for name, keys in fields.items() if set(keys) - known.get(name, set())
    } == {}


@pytest.mark.parametrize("page", ["schemas.md", "schemas.ar.md"])
def test_the_page_about_schemas_links_to_each(page):
    text = (DOCS / "about" / page).read_text(encoding="utf-8")
    folder = f"../schemas/v{schemas.VERSION}/"
    assert set(re.findall(rf"{re.escape(folder)}([\w-]+)\.json", text)) == set(schemas.KINDS)


def test_editors_find_the_schema_of_each_file():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f"./docs/schemas/v{schemas.VERSION}/{kind}.json": f"docs/{one.files}"
        for kind, one in schemas.KINDS.items()
        if one.files
    }


# Agreement


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.relative_to(DOCS).as_posix() for _, path in FILES])
def test_every_record_agrees_with_its_schema(validators, kind, path):
    value = yamls.load(path).value
    assert taken(kind, value)
    assert [error.message for error in validators[kind].iter_errors(plain(value))] == []


def test_every_kind_of_record_is_tried():
    """No text held needs a correction yet or came by `scripts/new_text`; these shapes are tried below."""
    tried = {kind for kind, _ in FILES} | {"corrections", "received"}
    assert tried == {kind for kind, one in schemas.KINDS.items() if one.files}


INSTRUMENT = """
kind: convention
names: {en: Convention, ar: اتفاقية}
date: 1989-11-20
official: {en: "https://example.org/crc"}
"""
HELD = """
kind: resolution
symbol: A/RES/77/233
titles: {en: Title, ar: عنوان}
body: un-ga
session: {en: Session, ar: دورة}
date: 2022-12-15
official: {en: "https://example.org/a"}
counts: {preambular: 1, operative: 2}
witnesses: [{file: a.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000, about: {en: A, ar: ب}}]
readings:
  ar: {file: a.txt, witness: a.txt, status: official, lines: [1, 9]}
  en: {file: b.txt, status: working-translation, translated_from: ar}
"""
BODY = """
names: {en: Council, ar: مجلس}
resolution: "[0-9]+/[0-9]+"
examples: [48/6]
counter_examples: [six]
sessions: {1: 2006, 48: 2021}
"""
DIVERGENCE = "- {clause: op-3, ar: كلمة, en: word, kind: meaning, grave: true, note: {en: A, ar: ب}}"
DECISION = "- {word: كلمة, lines: [3], rivals: [أخرى], kind: sense, reason: {en: A, ar: ب}}"
WORDING = (
    "key: {about: What it is, en: {one: One, other: '{n}'}, ar: {zero: أ, one: ب, two: ج, few: د, many: ه, other: و}}"
)

RECEIVED = """
files:
  - {file: en.pdf, received_as: EN.pdf, kind: pdf, pages: 3, steps: [{step: ligatures, count: 2, detail: fi}]}
made: {extracted-en.txt: 0000000000000000000000000000000000000000000000000000000000000000}
"""
WHY = "reason: {en: A, ar: ب}, date: 2026-01-15"
ALIGNMENT = f"- {{kind: alignment, en: [pp-2], {WHY}}}"
CITATION = f"- {{kind: citation, place: pp-1, language: en, words: article 19, target: crc, pinpoint: art-19, {WHY}}}"
FOOTNOTE = f"- {{kind: footnote, number: 1, language: ar, after: words, {WHY}}}"

# kind, record, what is replaced by what; both must refuse it
REFUSED = [
    ("instrument", INSTRUMENT, "kind: convention", "kind: treaty"),
    ("instrument", INSTRUMENT, "kind: convention", "sort: convention"),
    ("instrument", INSTRUMENT, "date: 1989-11-20\n", ""),
    ("instrument", INSTRUMENT, "date: 1989-11-20", "date: 1989-11-20\ndate_note: {en: A, ar: ب}"),
    ("instrument", INSTRUMENT, "date: 1989-11-20", "date: 0"),
    ("instrument", INSTRUMENT, "date: 1989-11-20", "date: November 1989"),
    ("instrument", INSTRUMENT, "{en: Convention, ar: اتفاقية}", "{en: Convention}"),
    ("instrument", INSTRUMENT, "{en: Convention, ar: اتفاقية}", "{en: Convention, ar: اتفاقية, fr: Convention}"),
    ("instrument", INSTRUMENT, "en: Convention", "en: '  '"),
    ("instrument", INSTRUMENT, "en: Convention", "en: 12"),
    ("instrument", INSTRUMENT, "https:", "http:"),
    ("instrument", INSTRUMENT, "org/crc", "org/the crc"),
    ("instrument", INSTRUMENT, "kind: convention", "kind: convention\nbody: UN GA"),
    ("instrument", INSTRUMENT, "kind: convention", "kind: convention\ntreaty_series: [{series: LNTS, number: 1}]"),
    ("instrument", INSTRUMENT, "kind: convention", "kind: convention\ntreaty_series: [{series: UNTS, number: '1'}]"),
    ("held-text", HELD, "symbol: A/RES/77/233\n", ""),
    ("held-text", HELD, "preambular: 1", "preambular: -1"),
    ("held-text", HELD, "preambular: 1", "preambular: '1'"),
    ("held-text", HELD, "file: a.txt, sha", "file: ../a.txt, sha"),
    ("held-text", HELD, "sha256: 0000", "sha256: A000"),
    ("held-text", HELD, "[1, 9]", "[1]"),
    ("held-text", HELD, "witness: a.txt, status: official", "status: official"),
    ("held-text", HELD, ", translated_from: ar", ""),
    ("held-text", HELD, "translated_from: ar", "translated_from: fr"),
    ("held-text", HELD, "status: official", "status: final"),
    ("body", BODY, "examples: [48/6]\ncounter", "counter"),
    ("body", BODY, "counter_examples: [six]", "counter_examples: []"),
    ("body", BODY, "{1: 2006, 48: 2021}", "{1: 2006}"),
    ("body", BODY, "{1: 2006, 48: 2021}", "{1: 2006, 48: '2021'}"),
    ("body", BODY, "{1: 2006, 48: 2021}", "{first: 2006, 48: 2021}"),
    ("divergences", DIVERGENCE, "clause: op-3", "clause: op-0"),
    ("divergences", DIVERGENCE, "ar: كلمة, en: word", "ar: '', en: ''"),
    ("divergences", DIVERGENCE, "kind: meaning", "kind: taste"),
    ("divergences", DIVERGENCE, "grave: true", "grave: yes"),
    ("divergences", DIVERGENCE, "- {", "{"),
    ("decisions", DECISION, "lines: [3]", "lines: []"),
    ("decisions", DECISION, "lines: [3]", "lines: ['3']"),
    ("decisions", DECISION, "kind: sense", "kind: taste"),
    ("held-text", HELD, "{preambular: 1, operative: 2}", "{preambular: 1}"),
    ("held-text", HELD, "operative: 2}", "operative: 2, en: {preambular: 1, operative: 2}}"),
    ("held-text", HELD, "{en: Title, ar: عنوان}", "{}"),
    ("corrections", ALIGNMENT, "[pp-2]", "[]"),
    ("corrections", ALIGNMENT, "[pp-2]", "[pp-0]"),
    ("corrections", ALIGNMENT, ", date: 2026-01-15", ""),
    ("corrections", ALIGNMENT, "kind: alignment", "kind: taste"),
    ("corrections", CITATION, "target: crc", "target: none"),
    ("corrections", CITATION, "language: en", "language: fr"),
    ("corrections", CITATION, "place: pp-1", "place: somewhere"),
    ("corrections", FOOTNOTE, "number: 1", "number: 0"),
    ("corrections", FOOTNOTE, "after: words, ", ""),
    ("received", RECEIVED, "kind: pdf", "kind: rtf"),
    ("received", RECEIVED, "file: en.pdf", "file: ../en.pdf"),
    ("received", RECEIVED, "count: 2", "count: two"),
    ("received", RECEIVED, "txt: 0000", "txt: 00"),
    ("wording", WORDING, "about: What it is, ", ""),
    ("wording", WORDING, "few: د, ", ""),
    ("wording", WORDING, "one: One", "few: Few, one: One"),
    ("wording", WORDING, "en: {one: One, other: '{n}'}", "en: ''"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "record", "old", "new"), REFUSED, ids=[f"{kind}: {new or old}" for kind, _, old, new in REFUSED]
)
def test_both_refuse_the_same(validators, kind, record, old, new):
    for text, wanted in ((record, True), (record.replace(old, new, 1), False)):
        assert (text == record) is wanted, "the case changes nothing"
        value = yamls.parse(text, "record.yml").value
        assert taken(kind, value) is wanted
        assert validators[kind].is_valid(plain(value)) is wanted


def test_the_report_of_the_check_has_the_shape_that_is_published(validators):
    found = report([
        Problem("docs/texts/crc/a.txt", 3, "clause-twice", "What", "Todo"),
        Problem("docs/records/x.yml", 0, "record-missing", "What", "Todo", Severity.DOUBT),
    ])  # fmt: skip
    value = json.loads(found.plain.model_dump_json())
    validators["report"].validate(value)
    assert [one["text"] for one in value["problems"]] == [None, "crc"]
    value["problems"][0]["line"] = -1
    assert not validators["report"].is_valid(value)


def test_a_schema_is_no_larger_than_a_person_reads():
    """Some 30 kB at most: they are fetched by editors."""
    assert all(path.stat().st_size < 30_000 for path in (DOCS / "schemas").rglob("*.json"))
    assert yaml.safe_load((DOCS / "records" / schemas.CHANGES).read_text(encoding="utf-8"))
