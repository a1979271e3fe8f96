"""Checksums of each clause in each language, so that a quotation can be held against what is printed here.

The text that is hashed is the clause as printed, footnote marks and keys left out, in UTF-8, without a line end.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..model.text import LANGUAGES, Clause, ClauseText, HeldText
from .corpus import Corpus, address


def digest(text: str) -> str:
    """SHA-256 (FIPS 180-4) in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def printed(version: ClauseText) -> str:
    """The text of a clause on one line; where it has several paragraphs, one blank stands between them."""
    return version.passage.text.replace("\n", " ")


def rows(clause: Clause) -> dict[str, str]:
    """The checksum of a clause by language."""
    return {language: digest(printed(clause.texts[language])) for language in LANGUAGES if language in clause.texts}


def of_text(corpus: Corpus, text: HeldText, language: str) -> dict[str, Any]:
    """What the page about verification shows of one text."""
    return {
        "symbol": text.record.symbol,
        "address": address(text.id),
        "download": address_of(text),
        "clauses": [
            {
                "name": corpus.clause_name(clause, language),
                "address": address(text.id, clause.id),
                "hashes": rows(clause),
            }
            for clause in text.clauses
        ],
    }


def address_of(text: HeldText) -> str:
    """Where its checksums can be downloaded."""
    return address(text.id) + "clauses.json"


def content(text: HeldText) -> bytes:
    """Every clause with its text, status and checksum in both languages, as JSON."""
    value = {
        "symbol": text.record.symbol,
        "witnesses": {witness.file: witness.sha256 for witness in text.record.witnesses},
        "clauses": [
            {
                "id": clause.id,
                "texts": {
                    language: {
                        "status": text.record.readings[language].status.value,
                        "text": printed(clause.texts[language]),
                        "sha256": digest(printed(clause.texts[language])),
                    }
                    for language in LANGUAGES
                    if language in clause.texts
                },
            }
            for clause in text.clauses
        ],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
