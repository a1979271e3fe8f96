"""Names that lead elsewhere, files that never end, and what the fuzzer tries, in a form that takes seconds.

`MUQABALA_THOROUGH=50` tries fifty times as many changed inputs.
"""

import os
import random
import time
import zlib

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import _check
import _new_text
from resolutions import files, site, yamls
from resolutions.parse import source as sources
from resolutions.receive.door import receive
from resolutions.records import fields
from resolutions.records.held import WitnessRecord
from resolutions.records.instruments import InstrumentRecord
from resolutions.records.load import check

from . import hostile, targets
from .seeds import docx, pdf, pdf_of, pdf_stream, seeds

TIMES = int(os.environ.get("MUQABALA_THOROUGH", "1"))
NAMES = [
    "../secret", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "C:", "c:con", "con", "nul", "aux", "com1", "lpt9", "prn",
    "a" * 101, "A-RES-1", "a--b", "-a", "a-", "a b", "a\n", "a\x00b", "а-res-1", "a-rеs-1", "قرار", "a-res-١", "ａ-res", "%2e%2e", "~root", "a.yml", "$HOME",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_elsewhere_is_no_id(name):
    assert not fields.is_id(name)
    value = {
        "kind": "charter",
        "names": {"en": "x", "ar": "س"},
        "date_note": {"en": "x", "ar": "س"},
        "official": {"en": "https://x.example"},
    }
    for key in ("body", "adopted_by") if name == name.strip() else ():
        found, problems = check(yamls.Document("x.yml", {**value, key: name}), InstrumentRecord)
        assert found is None and problems[0].line


@pytest.mark.parametrize("name", [one for one in NAMES if one not in ("a.yml", "A-RES-1", "a--b", "a-", "a\n")])
def test_a_name_that_leads_elsewhere_is_no_file(name):
    record = {
        "file": name + (".txt" if name in ("con", "nul", "aux", "com1", "lpt9", "prn") else ""),
        "sha256": "0" * 64,
        "about": {"en": "x", "ar": "س"},
    }
    found, problems = check(yamls.Document("x.yml", record), WitnessRecord)
    assert found is None and problems


@pytest.mark.parametrize(
    "symbol",
    [
        "А/RES/77/233",
        "A/RЕS/77/233",
        "A/RES/٧٧/٢٣٣",
        "A∕RES∕77∕233",
        "A/RES/77/233\u200f",
        "Ａ/RES/1/1",
        "<b>",
        "A" * 81,
    ],
)
def test_letters_of_a_symbol_that_only_look_latin_are_refused(tmp_path, symbol):
    docs = hostile.corpus(tmp_path / "docs", ["word"])
    path = docs / "texts/a-res-91-1/instrument.yml"
    path.write_text(path.read_text("utf-8").replace("symbol: A/RES/91/1", f'symbol: "{symbol}"'), "utf-8")
    assert [p for p in site.check(docs) if p.path.endswith("instrument.yml") and p.severity.withholds and p.line]


@pytest.mark.parametrize(
    "word", ["\u0441hildren", "\uff43hildren", "\u1d04hildren", "chi\u217cdren", "\u0251ct", "\u0251", "ﺷﺄن"]
)
def test_letters_of_a_text_that_only_look_latin_or_arabic_are_told(tmp_path, word):
    docs = hostile.corpus(tmp_path / "docs", ["word"])
    path = docs / "texts/a-res-91-1/text-en.txt"
    path.write_text(path.read_text("utf-8").replace("look at word", f"look at {word}"), "utf-8")
    found = [problem for problem in site.check(docs) if problem.code == "letter-strange"]
    assert found and found[0].severity.withholds and found[0].line


@pytest.mark.parametrize(
    "symbol", ["A/RES/77/233", "C-III/143/DR", "E/2007/30/Rev.1", "A/CONF.157/23", "S/RES/1325 (2000)"]
)
def test_symbols_that_are_written_so(symbol):
    assert fields.SYMBOL.fullmatch(symbol)


def test_a_link_is_not_followed(tmp_path):
    docs = hostile.corpus(tmp_path / "docs", ["word"])
    secret = tmp_path / "secret.txt"
    secret.write_text("1. Decides nothing.\n")
    witness = docs / "texts/a-res-91-1/text-en.txt"
    witness.unlink()
    witness.symlink_to(secret)
    (docs / "texts/a-res-91-2").symlink_to(tmp_path)
    (docs / "records/instruments/crc.yml").unlink()
    (docs / "records/instruments/crc.yml").symlink_to(secret)
    codes = {(p.path.split("/")[-1], p.code) for p in site.check(docs)}
    assert {("crc.yml", "file-irregular"), ("a-res-91-2", "id-form")} <= codes
    (docs / "records/instruments/crc.yml").unlink()
    (docs / "records/instruments/crc.yml").write_bytes((hostile.ROOT / "docs/records/instruments/crc.yml").read_bytes())
    (docs / "texts/a-res-91-2").unlink()
    found = site.read(docs)
    assert "file-irregular" in {p.code for p in found.problems}
    assert all(b"Decides nothing" not in download.content for download in found.downloads)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there are no devices")
def test_a_device_is_not_read():
    from pathlib import Path

    assert files.read(Path("/dev/zero"))[1].code == "file-irregular"
    assert files.read(Path("/dev"))[1].code == "file-irregular"
    assert files.read(Path("no\x00name"))[1].code == "file-unreadable"


def test_a_file_of_a_size_that_no_text_has(tmp_path):
    path = tmp_path / "text.txt"
    with path.open("wb") as file:
        file.truncate(files.RECORD + 1)
    assert yamls.load(path).problems[0].code == "file-huge"
    assert sources.read(path, None)[1][0].code == "file-huge"


BOMBS = {
    "aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "yaml-alias"),
    "itself": ("a: &a [*a]\n", "yaml-alias"),
    "brackets": ("a: " + "[" * 100_000, "yaml-deep"),
    "brackets that close": ("a: " + "[" * 900 + "]" * 900, "yaml-deep"),
    "braces": ("{a: " * 50_000, "yaml-deep"),
    "dashes": ("- " * 50_000 + "x", "yaml-deep"),
    "keys in keys": ("? " * 50_000 + "x", "yaml-deep"),
    "indentation": ("".join(" " * i + "a:\n" for i in range(1_000)), "yaml-deep"),
    "number": ("a: " + "9" * 100_000, "yaml-value"),
    "tags": ("a: !!python/object/apply:os.system [id]\n", None),
    "a tag on a word": ("a: !!python/name:os.system x\n", "yaml-value"),
    "bytes": ("a: !!binary 4oCuZ25w\n", "yaml-value"),  # a right-to-left override, as Base64
    "no day": ("a: !!timestamp x\n", "yaml-value"),
    "no truth": ("a: !!bool x\n", "yaml-value"),
    "no number": ("a: !!int ''\n", "yaml-value"),
    "half of a pair": ('a: "\\ud800"\n', "yaml-syntax"),
    "nothing": ('a: "x\\0"\n', "hidden-character"),
    "two documents": ("a: 1\n---\nb: 2\n", "yaml-syntax"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_records_that_grow_or_go_deep_without_end(name):
    text, code = BOMBS[name]
    start = time.process_time()
    document = yamls.parse(text, "bomb.yml")
    assert time.process_time() - start < 2
    if code:
        assert code in {problem.code for problem in document.problems}
        assert all(len(str(problem)) < 1_000 for problem in document.problems)
    else:
        assert document.value is None or document.value == {"a": ["id"]}, "something was run"


LONG = {
    "one line": "word " * 200_000,
    "one word": "w" * 500_000,
    "brackets": "(" * 100_000,
    "marks": "(1) " * 50_000,
    "figures": "1" * 200_000,
    "lists": "(a) x; " * 30_000,
    "stars": "*a" * 50_000,
    "lines": "x\n" * 15_000,
    "blank": "\n" * 40_000,
    "numbers": "\n".join(f"{n}. Decides to act;" for n in range(1_000)),
    "Arabic": "وإذ تشير إلى قرارها 1/1 و" * 8_000,
    "vowels": "ب" + "\u064b" * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_of_enormous_parts_is_read_in_time(name):
    start = time.process_time()
    targets.parser(LONG[name].encode())
    assert time.process_time() - start < 20


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FILES = {
    "zip bomb": (docx(["x"], **{"word/media/x.xml": " " * 9_000_000}), "docx-bomb"),
    "many files": (docx(["x"], **{f"word/{n}.bin": "" for n in range(300)}), "docx-bomb"),
    "entities": (docx(["x"], **{"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "{"a" * 99}">]><w:document {W}/>'}), "docx-entities"),
    "entities in UTF-16": (docx(["x"], **{"word/document.xml": f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "a">]><w:document {W}/>'.encode("utf-16")}), "docx-entities"),
    "external part": (docx(["x"], **{"word/document.xml": f'<w:document {W}><w:body><w:altChunk xmlns:r="x" r:id="r9"/></w:body></w:document>'}), None),
    "deep tables": (docx(["x"], **{"word/document.xml": f"<w:document {W}><w:body>" + "<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300 + "</w:body></w:document>"}), "docx"),
    "paths in the package": (docx(["x"], **{"../../evil.xml": "<x/>", "/etc/passwd": "x"}), None),
    "PDF that draws without end": (pdf([], b"BT /F1 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 3_000 + b"ET"), "pdf"),
    "PDF of brackets": (pdf([], b"[" * 50_000), "file-empty"),
    "PDF of itself": (pdf(["x"]).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), None),
    "PDF whose objects are missing": (pdf(["x"]).replace(b"4 0 obj", b"9 0 obj"), "file-empty"),
    "PDF with a huge number": (pdf(["x"]).replace(b"/Count 1", b"/Count " + b"9" * 4000), None),
}  # fmt: skip


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(stream=b"BT /F1 11 Tf 72 700 Td (x) Tj ET", entries=b"", font=FONT, more=(), contents=b"4 0 R", resources=b""):
    """A PDF of one page; object 5 is its font, `more` are objects from 6 on."""
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %s /Resources << /Font << /F1 5 0 R >> %s >> >>"
        % (contents, resources),
        pdf_stream(stream, entries),
        font,
        *more,
    )


def form(inner, stream):
    """A drawing that a page calls, and that calls others."""
    names = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << %s >> >> " % inner
    return pdf_stream(stream, names)


def packed(content, times):
    for _ in range(times):
        content = zlib.compress(content)
    return content


def styled(styles, body):
    return docx(["x"], **{"word/styles.xml": f"<w:styles {W}>{styles}</w:styles>", "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})  # fmt: skip


COMPOSITE = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] %s >>"
DESCENDANT = b"<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (A) /Ordering (I) >> /FontDescriptor << >> %s >>"
RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" {} Target="{}"/></Relationships>'
CHAIN = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(8_000))
STYLED = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>' + "<w:r><w:t>a</w:t></w:r>" * 300 + "</w:p>"
FILES |= {
    "object streams in each other": (page(more=[pdf_stream(b"6 0 7 0 R", b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R ")]), None),
    "three hundred filters": (page(packed(b"x" * 1_000, 300), b"/Filter [" + b"/FlateDecode " * 300 + b"] "), "file-empty"),
    "one stream two hundred thousand times": (page(contents=b"[" + b"4 0 R " * 200_000 + b"]"), "pdf-broken"),
    "a form that draws itself": (page(b"/X Do", resources=b"/XObject << /X 6 0 R >>", more=[form(b"/X 6 0 R", b"/X Do /X Do")]), "file-empty"),
    "forms that double": (page(b"/X Do", resources=b"/XObject << /X 6 0 R >>", more=[form(b"/X %d 0 R" % (n + 7), b"/X Do /X Do") for n in range(30)]), "pdf-broken"),
    "pages that are their own parents": (page().replace(b"/Parent 2 0 R", b"/Parent 3 0 R"), None),
    "an older table that is this one": (page().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"), None),
    "a length that is its own": (page().replace(b"/Length 33", b"/Length 4 0 R"), None),
    "letters by the name of a file": (page(font=COMPOSITE.replace(b"Identity-H", b"..#2F..#2F..#2Fetc#2Fpasswd") % b"", more=[DESCENDANT % b""]), None),
    "letters that are no characters": (page(b"/Span << /ActualText <FEFFD800> >> BDC BT /F1 11 Tf 72 700 Td (xxxx) Tj ET EMC"), "damaged-layer"),
    "brackets in brackets as an object": (page(more=[b"[" * 20_000 + b"]" * 20_000]), None),
    "coordinates beyond all numbers": (page(b"BT /F1 1e308 Tf 1e308 1e308 Td (x) Tj ET"), None),
    "locked with nothing": (page().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /P -1 /O (x) /U (y) >> /ID [(a)(b)]"), "pdf-"),
    "styles without end": (styled(CHAIN, STYLED), "docx-nested"),
    "styles in a circle": (styled('<w:style w:styleId="s0"><w:basedOn w:val="s0"/></w:style>', STYLED.replace("a</w:t>", "</w:t>").replace("<w:t></w:t>", "<w:t>x</w:t>", 1)), None),
    "a list deeper than all": (styled("", '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'), None),
    "a sign beyond Unicode": (styled("", '<w:p><w:r><w:sym w:char="FFFFFFFF"/></w:r></w:p>'), "docx-broken"),
    "insertions in each other": (styled("", "<w:p>" + "<w:ins>" * 200 + "</w:ins>" * 200 + "</w:p>"), "docx-nested"),
    "entities in UTF-32": (docx(["x"], **{"word/document.xml": '<?xml version="1.0" encoding="utf-32"?><!DOCTYPE x [<!ENTITY a "a">]><x/>'.encode("utf-32")}), "docx-entities"),
    "a part outside the package": (docx(["x"], **{"word/_rels/document.xml.rels": RELATED.format("", "../../../../etc/passwd")}), "docx-broken"),
    "a part on this machine": (docx(["x"], **{"word/_rels/document.xml.rels": RELATED.format('TargetMode="External"', "file:///etc/passwd")}), None),
    "half a package": (docx(["x"])[:-10], "docx-broken"),
    "half of a pair in UTF-16": (b"\xff\xfe\x00\xd8a\x00", "text-utf-16"),
    "half of a pair in UTF-8": (b"a\xed\xa0\x80b", "text-encoding"),
    "longer than UTF-8 allows": (b"\xc0\xaf\xe0\x80\xaf", "text-encoding"),
    "zero bytes": (b"The General\0 Assembly", "file-kind"),
    "ends of lines only": (b"\r" * 1_000_000, "file-empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_received_files_that_blow_up_are_refused(name):
    raw, code = FILES[name]
    start = time.process_time()
    taken, problems = receive("file", raw, {}, targets.SMALL)
    assert time.process_time() - start < 20
    if code:
        assert taken is None and problems[0].code.startswith(code), problems
    else:
        assert taken is None or taken.text.strip() in ("x", ""), taken


@pytest.mark.parametrize("target", targets.TARGETS)
def test_inputs_changed_by_chance_keep_every_promise(target):
    """What the fuzzer does, with dice of its own and the same throws each time."""
    dice = random.Random(target)
    known = seeds(target)
    tries = {"parser": 60, "records": 120, "pages": 8, "received": 120}[target] * TIMES
    names = sorted(known)
    for _ in range(tries):
        content = known[dice.choice(names)]
        for _ in range(dice.randrange(1, 4)):
            content = _changed(content, dice, known[dice.choice(names)])
        targets.TARGETS[target](content[:6_000] if target != "received" else content)


def _changed(content, dice, other):
    """Bytes taken out, doubled, put in from elsewhere, or replaced by something that has a meaning somewhere."""
    a, b = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    b = min(b, a + 60)
    part = dice.choice(
        [b"", content[a:b] * 2, other[: dice.randrange(80)], dice.choice(SHARP).encode(), bytes([dice.randrange(256)])]
    )
    return content[:a] + part + content[b:]


SHARP = [
    "<script>", "{{ x }}", "/// html | b", "](javascript:x)", "\u202e", "\u200f", "\x00", "\x02", "\ufeff", "&#60;", "`", "{: x=y }", "***",
    "(1)", "1. ", "(a) ", "Annex", "المرفق", "وإذ", "١", "____", "\n\n", "\t", ": ", "- ", "&a ", "*a", "!!x ", "endobj", "<w:p>", "\x1e",
]  # fmt: skip


@pytest.mark.parametrize("target", targets.TARGETS)
def test_what_the_fuzzer_once_found_stays_mended(target):
    found = sorted((hostile.HERE / "found" / target).glob("*"))
    for path in found:
        targets.TARGETS[target](path.read_bytes())


def test_a_stream_that_unpacks_to_much_is_stopped_by_the_limits_of_its_process():
    """A PDF of half a megabyte whose page unpacks to five hundred: the process has four gigabytes, and ends."""
    packed = zlib.compress(b" " * 50_000_000, 9)
    raw = pdf([], packed).replace(b"<< /Length", b"<< /Filter /FlateDecode /Length")
    taken, problems = receive("file", raw, {}, targets.SMALL)
    assert taken is None and problems


@pytest.mark.parametrize(
    "address",
    [
        "https://un.org@evil.example/", "https://u\u0578.org/", "https:///evil", "https://un.org:999999/", "https://[::1", "https://127.0.0.1/",
        "https://un.org\\@evil.example", "javascript:alert(1)", "HTTPS://un.org", "//un.org", "https://localhost/", "https://un.org/\u2028x", "https://un.org/<b>",
        "https://un.org/'onclick", "https://UN.org/", "https://un..org/", "https://.un.org/", "https://un.org evil",
    ],
)  # fmt: skip
def test_an_address_that_looks_like_another_is_refused(address):
    record = {"kind": "charter", "names": {"en": "x", "ar": "س"}, "date_note": {"en": "x", "ar": "س"}}
    found, problems = check(yamls.Document("x.yml", {**record, "official": {"en": address}}), InstrumentRecord)
    assert found is None and problems


@pytest.mark.parametrize(
    "address",
    ["https://docs.un.org/ar/A/RES/77/233", "https://xn--4gbrim.xn--mgbaam7a8h/", "https://x.example:8443?a=b#c"],
)
def test_addresses_that_are_written_so(address):
    record = {"kind": "charter", "names": {"en": "x", "ar": "س"}, "date_note": {"en": "x", "ar": "س"}}
    document = yamls.Document("x.yml", {**record, "official": {"en": address}})
    assert check(document, InstrumentRecord)[0] is not None


PLANTED = ["about/method.md", "assets/x.css", "records/bodies", "records/wording/x.yml", "texts/a-res-91-1/x.txt", "x"]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
@pytest.mark.parametrize("place", PLANTED)
def test_links_and_pipes_are_told_wherever_they_lie(tmp_path, place, kind):
    """MkDocs would follow them, and publish what they lead to, or wait for ever."""
    docs, secret = hostile.corpus(tmp_path / "docs", ["word"]), tmp_path / "secret"
    secret.mkdir()
    (secret / "x.yml").write_text("a: 1\n")
    path = docs / place
    if path.is_dir():
        path.rename(tmp_path / "away")
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(secret if kind == "folder" else secret / "x.yml")
    assert [p.path for p in site.check(docs) if p.code == "file-irregular"] == [f"docs/{place}"]


def test_what_an_editor_puts_beside_a_file_is_let_be(tmp_path):
    docs = hostile.corpus(tmp_path / "docs", ["word"])
    (docs / "about" / ".#method.md").symlink_to("somebody@somewhere.1")
    assert site.check(docs) == ()


@pytest.mark.parametrize("strict", [True, False])
def test_nothing_is_built_where_a_link_leads_out(tmp_path, strict):
    docs, secret = hostile.corpus(tmp_path / "docs", ["word"]), tmp_path / "secret.txt"
    secret.write_text("secret")
    (docs / "assets" / "x.txt").symlink_to(secret)
    settings = load_config(
        str(hostile.ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"), strict=strict
    )
    with pytest.raises(Abort):
        build(settings)
    assert not [path for path in tmp_path.glob("site/**/*") if path.is_file()]


NAMED = ["\x1b[31mred", "a\n::error::b", "\udcff", "\u202egnp", "a\x07b"]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_what_a_name_holds_does_nothing_to_a_terminal_or_a_log(tmp_path, name, form, capsys):
    docs = hostile.corpus(tmp_path / "docs", ["word"])
    (docs / "records" / "instruments" / f"{name}.yml").write_text("a: 1\n", encoding="utf-8")
    assert _check.main(["--format", form], docs) == 1
    told = capsys.readouterr().out
    assert told.replace("\n", "").isprintable()
    told.encode("utf-8")
    assert not [line for line in told.splitlines() if line.startswith("::error::")]
    assert all(str(problem).isprintable() for problem in site.check(docs))


HEAVY = {  # some hundred bytes that ask for all that a machine has
    "widths of all numbers": page(font=COMPOSITE % b"", more=[DESCENDANT % b"/W [0 2000000000 500]"]),
    "a row of two thousand million columns": page(
        packed(b"\2" * 1_000, 1), b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >> "
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory so")
@pytest.mark.parametrize("name", HEAVY)
def test_a_received_file_gets_no_more_memory_than_it_may_have(monkeypatch, name):
    monkeypatch.setattr(_new_text, "MEMORY", 900_000_000)
    monkeypatch.setattr(_new_text, "SECONDS", 100)
    start = time.monotonic()
    taken, (problem,) = _new_text._guarded("heavy.pdf", HEAVY[name])
    assert taken is None
    assert (problem.code, "Memory" in problem.what) in (("pdf-broken", True), ("file-heavy", False))
    assert time.monotonic() - start < 90, "it was ended by its time and not by its memory"
