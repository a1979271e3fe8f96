"""Text files: what is certain is decoded, all else is named and refused."""

import pytest

from resolutions.receive.door import receive

ARABIC = "إن الجمعية العامة،\n\nإذ تشير إلى القرار في هذا الشأن،\n"


def test_a_text_stays_as_it_is_line_by_line():
    found, problems = receive("a.txt", b"The General Assembly,\n\n\n\n*Recalling* \\ all * of it (1),\n")
    assert not problems
    assert found.lines == ("The General Assembly,", "", "", "", "*Recalling* \\ all * of it (1),")
    assert found.steps == ()


@pytest.mark.parametrize(
    ("raw", "steps"),
    [
        (b"\xef\xbb\xbf" + ARABIC.encode(), {"byte-order-mark": 1}),
        (ARABIC.replace("\n", "\r\n").encode(), {"line-end": 3}),
        (ARABIC.replace("\n", "\r").encode(), {"line-end": 3}),
        (ARABIC.encode("utf-16"), {"from-utf-16": 1}),
        (ARABIC.replace("القرار", "\u202bالق\u200dرار\u202c").encode(), {"direction-mark": 2, "joiner": 1}),
        (ARABIC.replace(" ", "\xa0").encode(), {"no-break-space": 8}),
    ],
)
def test_each_step_is_recorded(raw, steps):
    found, problems = receive("a.txt", raw)
    assert not problems
    assert "\n".join(found.lines) + "\n" == ARABIC
    assert {step.code: step.count for step in found.steps} == steps


@pytest.mark.parametrize(
    ("raw", "code", "word"),
    [
        (b"", "file-empty", "empty"),
        (b"\n \r\n", "file-empty", "empty"),
        (ARABIC.encode("utf-16-le"), "text-utf-16", "UTF-16"),
        ((ARABIC * 3).encode("cp1256"), "text-encoding", "Windows-1256"),
        ((ARABIC * 3).encode("iso8859-6", "ignore"), "text-encoding", "ISO 8859-6"),
        ("The “Convention”,\n".encode("cp1252"), "text-encoding", "Windows-1252"),
        (b"\x89PNG\r\n\x1a\n", "file-kind", "picture"),
        (b"{\\rtf1 text}", "file-kind", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file-kind", "old Word"),
        (b"<!DOCTYPE html><html>", "file-kind", "web page"),
        (b"abc\0def", "file-kind", "zero bytes"),
    ],
)
def test_what_is_not_certain_is_refused_with_what_to_do(raw, code, word):
    found, (problem,) = receive("a.txt", raw)
    assert found is None
    assert (problem.code, word in problem.what, bool(problem.todo)) == (code, True, True), problem
