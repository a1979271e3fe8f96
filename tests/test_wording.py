"""The site's own words: what is said, and what the files are told when they are wrong."""

import datetime
import re
import textwrap
from pathlib import Path

import pytest

from resolutions import wording, yamls

RECORDS = Path(__file__).parent.parent / "docs" / "records" / "wording"

SOUND = """\
clauses:
  about: How many clauses.
  en: {one: "{n} clause", other: "{n} clauses"}
  ar:
    zero: لا فقرات
    one: فقرة واحدة
    two: فقرتان
    few: "{n} فقرات"
    many: "{n} فقرة"
    other: "{n} فقرة"
cites:
  about: What a clause does.
  en: Cites {what}
  ar: تشير إلى {what}
"""


@pytest.fixture
def read(tmp_path):
    def read(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.yml").write_text(textwrap.dedent(text), encoding="utf-8")
        return wording.load(tmp_path)

    return read


def codes(problems):
    return [(problem.line, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (0, "0 clauses", "لا فقرات"),
        (1, "1 clause", "فقرة واحدة"),
        (2, "2 clauses", "فقرتان"),
        (3, "3 clauses", "3 فقرات"),
        (10, "10 clauses", "10 فقرات"),
        (11, "11 clauses", "11 فقرة"),
        (99, "99 clauses", "99 فقرة"),
        (100, "100 clauses", "100 فقرة"),
        (103, "103 clauses", "103 فقرات"),
        (1234, "1,234 clauses", "1\u00a0234 فقرة"),
    ],
)
def test_plurals(read, n, english, arabic):
    words, problems = read(a=SOUND)
    assert problems == ()
    assert words.say("en", "clauses", n=n) == english
    assert words.say("ar", "clauses", n=n) == arabic


def test_fields(read):
    words, _ = read(a=SOUND)
    assert words.say("ar", "cites", what="CRC") == "تشير إلى CRC"
    assert words.keys == {"clauses", "cites"}
    with pytest.raises(ValueError, match="wants the fields what, not none"):
        words.say("en", "cites")
    with pytest.raises(ValueError, match="wants the fields what, not what, who"):
        words.say("en", "cites", what="a", who="b")
    with pytest.raises(ValueError, match="wants the fields n"):
        words.say("en", "clauses")


def test_unknown_key_names_near_ones(read):
    words, _ = read(a=SOUND)
    with pytest.raises(KeyError, match=r"'clause'.*did you mean clauses"):
        words.say("en", "clause", n=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  about: x\n  en: One\n", [(1, "wording-missing")]),
        ("a:\n  en: One\n  ar: واحد\n", [(1, "wording-about")]),
        ("a:\n  about: x\n  en: One\n  ar: واحد\n  fr: Un\n", [(5, "wording-unknown")]),
        ("a:\n  about: x\n  en: One {who}\n  ar: واحد\n", [(3, "wording-field")]),
        ("a:\n  about: x\n  en: One\n  ar: واحد {who}\n", [(4, "wording-field")]),
        ("a:\n  about: x\n  en: '{n} things'\n  ar: واحد\n", [(3, "wording-field")]),
        ("a:\n  about: x\n  en: One {0}\n  ar: واحد {0}\n", [(3, "wording-field"), (4, "wording-field")]),
        ("a:\n  about: x\n  en: One {x.y}\n  ar: واحد {\n", [(3, "wording-field"), (4, "wording-field")]),
        (
            "a:\n  about: x\n  en: {one: x}\n  ar: {zero: ا, one: ا, two: ا, few: ا, many: ا, other: ا}\n",
            [(3, "wording-plural")],
        ),
        ("a:\n  about: x\n  en: {one: x, other: y}\n  ar: {one: ا, other: ا}\n", [(4, "wording-plural")] * 4),
        ("a:\n  about: x\n  en: {one: x, two: z, other: y}\n  ar: '{n}'\n", [(3, "wording-plural")]),
        ("a:\n  about: x\n  en: One\n  ar: واحد\na:\n  about: x\n  en: One\n  ar: واحد\n", [(5, "key-twice")]),
        ("a: One\n", [(1, "wording-shape")]),
        ("- One\n", [(1, "wording-shape")]),
        ("a:\n  about: x\n  en: 12\n  ar: [12]\n", [(3, "wording-shape"), (4, "wording-shape")]),
    ],
)
def test_problems_have_lines(read, text, expected):
    _, problems = read(a=text)
    assert codes(problems) == expected
    assert all(problem.path.endswith("a.yml") for problem in problems)


def test_a_key_belongs_to_one_file(read):
    words, problems = read(a=SOUND, b="\n" + SOUND.replace("Cites", "Quotes"))
    assert [(Path(p.path).name, p.line, p.code) for p in problems] == [
        ("b.yml", 2, "key-twice"),
        ("b.yml", 12, "key-twice"),
    ]
    assert words.say("en", "cites", what="x") == "Cites x"


@pytest.mark.parametrize(
    ("day", "english", "arabic"),
    [
        (datetime.date(2023, 1, 10), "10 January 2023", "10 كانون الثاني/يناير 2023"),
        (datetime.date(1989, 11, 20), "20 November 1989", "20 تشرين الثاني/نوفمبر 1989"),
        (datetime.date(2022, 6, 1), "1 June 2022", "1 حزيران/يونيه 2022"),
    ],
)
def test_dates_as_the_un_writes_them(day, english, arabic):
    words, _ = wording.load(RECORDS)
    assert words.date("en", day) == english
    assert words.date("ar", day) == arabic


def test_all_months_are_there():
    words, _ = wording.load(RECORDS)
    for language in wording.FORMS:
        assert len({words.say(language, f"month-{month}") for month in range(1, 13)}) == 12


def test_the_site_s_own_wording_is_sound():
    words, problems = wording.load(RECORDS)
    assert [str(problem) for problem in problems] == []
    assert words.keys


def test_yaml_reads_little_and_plainly():
    document = yamls.parse(
        "a: no\nb: 010\nc: 12:30\nd: 2023-01-10\ne: true\nf: ~\ng:\nh: 7\n2023: x\ni: 1.5\n", "x.yml"
    )
    assert document.problems == ()
    assert document.value == {
        "a": "no",
        "b": "010",
        "c": "12:30",
        "d": datetime.date(2023, 1, 10),
        "e": True,
        "f": None,
        "g": None,
        "h": 7,
        "2023": "x",
        "i": 1.5,
    }


def test_yaml_lines():
    document = yamls.parse("titles:\n  en: A\n  ar: |\n    B\nlist:\n  - x\n  - y: 1\n", "x.yml")
    value, lines = document
    assert value == {"titles": {"en": "A", "ar": "B\n"}, "list": ["x", {"y": 1}]}
    assert lines["titles", "ar"] == 3
    assert lines["list", 1, "y"] == 7
    assert document.line("titles", "fr") == 1
    assert document.line("nowhere") == 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a: 1\nb: \xff\n", [(2, "not-utf-8")]),
        (b"a: 1\n  b: 2\n", [(2, "yaml-syntax")]),
        (b"a: [1\n", [(2, "yaml-syntax")]),
        (b"a: 1\n---\nb: 2\n", [(2, "yaml-syntax")]),
        ("a: x\nb: \u202bx\u202c\u200f\n".encode(), [(2, "hidden-character")]),
        ("# \u2067 in a comment\na: \u061cx\n".encode(), [(1, "hidden-character"), (2, "hidden-character")]),
        ("\ufeffa: x\n".encode(), [(1, "hidden-character")]),
        (b'a: x\nb: "\\u202ex"\n', [(2, "hidden-character")]),
        (b"a: \x01x\n", [(1, "hidden-character")]),
        (b"a: x\r\nb: y\r\n", []),
        (b"a: &x [1]\nb: *x\n", [(1, "yaml-alias")]),
        (b"a: &x [*x]\n", [(1, "yaml-alias")]),
        (b"a: 2023-02-31\n", [(1, "yaml-value")]),
        (b"a: !!python/object:os.system x\n", [(1, "yaml-value")]),
        (b"? [a]\n: 1\n", [(1, "key-not-text")]),
        (b"a: 1\nb:\n  c: 1\n  c: 2\n", [(4, "key-twice")]),
        (b"", []),
    ],
)
def test_yaml_problems(tmp_path, raw, expected):
    path = tmp_path / "x.yml"
    path.write_bytes(raw)
    assert codes(yamls.load(path).problems) == expected


def test_a_missing_file_is_a_problem(tmp_path):
    assert codes(yamls.load(tmp_path / "none.yml").problems) == [(0, "file-unreadable")]


def test_every_entry_is_used():
    """By its whole name, or by the beginning that code completes: f"kind-{…}", "record-" ~ …"""
    files = [
        path
        for room in ("hooks", "overrides", "scripts", "docs/assets/javascripts")
        for path in (RECORDS.parents[2] / room).rglob("*")
        if path.suffix in (".py", ".html", ".js", ".xml")
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    whole = set(re.findall(r"""["']([a-z][a-z0-9-]+)["']""", code))
    begun = tuple(set(re.findall(r"""["'`]([a-z][a-z0-9-]*-)(?:["'] ~|\{|\$\{)""", code)))
    words, _ = wording.load(RECORDS)
    assert len(words.messages["en"]) > 500
    assert [key for key in words.messages["en"] if key not in whole and not key.startswith(begun)] == []
