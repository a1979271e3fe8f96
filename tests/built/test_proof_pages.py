"""What readers see of the proof, of the divergences and of the checksums."""

import csv
import hashlib
import io
import json

import pytest

LANGUAGES = ("en", "ar")


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_each_restored_clause_shows_its_source_lines_closed_until_asked_for(built, corpus, prefix):
    witness = corpus.restored["a-res-77-233"].proof
    for clause in corpus.text("a-res-77-233").clauses:
        page = built.page(f"{prefix}instruments/a-res-77-233/{clause.id}/")
        (part,) = page.cssselect("details#restoration")
        assert part.get("open") is None
        numbers = {origin.line for origin in clause.texts["ar"].passage.origins}
        shown = {int(row.get("id").removeprefix("line-")): row for row in part.cssselect("table.lines tbody tr")}
        assert numbers <= set(shown)
        for number, row in shown.items():
            line = witness.line(number)
            assert row.cssselect(".raw")[0].text_content() == line.witness
            assert row.cssselect(".read")[0].text_content().strip() == line.reading.replace("*", "").strip()
        assert part.cssselect("table.words tbody tr"), clause.id
    assert not built.page(f"{prefix}instruments/c-iii-143-dr/op-1/").cssselect("#restoration")


def test_every_changed_sign_is_marked_by_its_grade_and_only_those(built, corpus):
    page = built.page("instruments/a-res-77-233/ledger/")
    for line in corpus.restored["a-res-77-233"].proof.lines:
        if not line.reading:
            continue
        row = page.get_element_by_id(f"line-{line.number}")
        marked = "".join(node.text_content() for node in row.cssselect(".read .g"))
        assert marked == "".join(each.text for each in line.evidence if each.rule), line.number


def test_words_decided_by_sense_alone_are_marked(built, corpus):
    decisions = corpus.restored["a-res-77-233"].proof.decisions
    by_sense = [one for one in decisions if one.kind.by_sense_alone]
    assert by_sense
    page = built.page("instruments/a-res-77-233/ledger/")
    marks = [node for node in page.cssselect("#decisions .grave") if "sense" in node.text_content()]
    assert len(marks) == len(by_sense)


def test_the_ledger_can_be_downloaded_and_says_what_the_proof_says(built, corpus):
    proof = corpus.restored["a-res-77-233"].proof
    folder = built.folder / "instruments/a-res-77-233"
    value = json.loads((folder / "ledger.json").read_text(encoding="utf-8"))
    assert value["rebuilt_byte_for_byte"] is True
    assert value["figures"]["signs"] == proof.figures.glyphs
    assert sum(value["figures"]["grades"].values()) == proof.figures.glyphs
    assert [line["witness"] for line in value["lines"]] == [line.witness for line in proof.lines]
    rows = list(csv.DictReader(io.StringIO((folder / "ledger.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(value["changed"]) == sum(bool(e.rule) for line in proof.lines for e in line.evidence)
    for row in rows[:200]:
        line = proof.line(int(row["line"]))
        assert line.reading[int(row["column"]) - 1] == row["sign"][0]


def test_whoever_downloads_the_layers_can_rebuild_the_witness(built, tmp_path, corpus):
    from resolutions.proof import layers
    from resolutions.proof.proof import prove_layers

    source = built.folder / "instruments/a-res-77-233/source"
    for file in source.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    record = "\n".join(
        [
            "readings: {ar: {file: reading-ar.txt, status: restored, witness: 004_af2a078681e61f4e.txt}}",
            "witnesses: [{file: 004_af2a078681e61f4e.txt, sha256: "
            "34cc0c5932c14b6c0bc2a54963f2b9ea117eec58711260b3a31afb7126557b5e}]",
        ]
    )
    (tmp_path / "instrument.yml").write_text(record, encoding="utf-8")
    assert prove_layers(layers.load(tmp_path)).holds


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_each_divergence_is_a_note_on_its_clause_and_stands_on_the_page_of_all(built, corpus, prefix):
    everything = built.page(f"{prefix}divergences/")
    total = 0
    for text in corpus.texts:
        for one in corpus.diverging[text.id]:
            total += 1
            leaf = f"{one.place}/" if text.clause(one.place) else ""
            page = built.page(f"{prefix}instruments/{text.id}/{leaf}")
            if leaf:
                note = page.get_element_by_id(f"n-{one.number}")
                for language in LANGUAGES:
                    if one.record[language]:
                        assert one.record[language] in note.cssselect(f".lem [lang={language}]")[0].text_content()
                    if one.spans[language]:
                        (key,) = page.cssselect(f".col[lang={language}] .key a[href='#n-{one.number}']")
                        assert key.get("data-key") and key.get("aria-label") and not key.text_content()
    assert len(everything.cssselect(".app li")) == total == sum(map(len, corpus.diverging.values()))


def test_marked_words_are_the_words_of_the_record(built, corpus):
    for text in corpus.texts:
        for clause in text.clauses:
            page = built.page(f"instruments/{text.id}/{clause.id}/")
            for language in LANGUAGES:
                spans = {
                    one.spans[language]
                    for one in corpus.diverging[text.id]
                    if one.place == clause.id and one.spans[language] and one.record.kind.is_marked
                }
                covered = {place for start, end in spans for place in range(start, end)}
                marked = "".join(
                    node.text_content() for node in page.cssselect(f".pair.txt .col[lang={language}] > p.t .dv")
                )
                expected = "".join(clause.texts[language].passage.text[place] for place in sorted(covered))
                assert marked == expected, (text.id, clause.id, language)


def test_the_first_preambular_paragraph_of_the_draft_says_that_the_arabic_does_not_condemn(built):
    page = built.page("instruments/c-iii-143-dr/pp-1/")
    note = page.cssselect("#notes li")[0].text_content()
    assert "Condemning" in note and "تدعو" in note
    assert page.cssselect("#notes .grave")


def test_the_checksums_are_those_of_the_printed_clauses(built, corpus):
    for prefix in ("", "ar/"):
        page = built.page(f"{prefix}about/verification/")
        codes = {node.text_content() for node in page.cssselect(".hashes code")}
        for text in corpus.texts:
            for clause in text.clauses:
                for language in LANGUAGES:
                    assert hashlib.sha256(clause.texts[language].passage.text.encode()).hexdigest() in codes
        assert "34cc0c5932c14b6c0bc2a54963f2b9ea117eec58711260b3a31afb7126557b5e" in page.text_content()
        (example,) = [line for line in page.text_content().split("\n") if line.strip().startswith("printf")]
        quoted = example.split("'")[3]
        assert hashlib.sha256(quoted.encode()).hexdigest() in codes


def test_the_clauses_can_be_downloaded_with_their_checksums(built, corpus):
    for text in corpus.texts:
        value = json.loads((built.folder / f"instruments/{text.id}/clauses.json").read_text(encoding="utf-8"))
        assert [one["id"] for one in value["clauses"]] == [clause.id for clause in text.clauses]
        for one in value["clauses"]:
            for version in one["texts"].values():
                assert hashlib.sha256(version["text"].encode()).hexdigest() == version["sha256"]


def test_the_method_page_shows_the_measured_figures(built, corpus):
    measured = corpus.restored["a-res-77-233"].tightness["whole"]
    for prefix in ("", "ar/"):
        words = built.page(f"{prefix}about/method/").text_content()
        for found in measured.values():
            assert f"{found['rejected_fixed_percent']:.2f} %" in words
    assert measured["replace"]["rejected_fixed_percent"] > 99
    assert measured["delete"]["rejected_fixed_percent"] == measured["insert"]["rejected_fixed_percent"] == 100
