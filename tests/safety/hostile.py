"""A corpus in which every place that takes words holds an attack, and its twin with a harmless word in the same places.

In: payloads by name. Out: a folder `docs` with one text and one cited instrument for each of them.
"""

import datetime
import hashlib
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
ATTACKS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HERE / "attacks").glob("*.yml"))
}
REFUSED = {name: one for name, one in ATTACKS.items() if "refused" in one}
SHOWN = {name: one for name, one in ATTACKS.items() if "refused" not in one}
HARMLESS = "word"

TEXTS = {
    "en": """\
A/RES/91/{n}

Title with {word} in it

The General Assembly,

Recalling the {name} and what it says of {word} among the other words of this paragraph,¹

1. Urges all States to look at {word} and at whatever else there is to be looked at:

(a) To read {word} with care;

2. Decides to act.

Annex

Plan of action

1. States look at {word} and act.

____

¹ See {word} in another book.
""",
    "ar": """\
A/RES/91/{n}

عنوان فيه {word} بين كلماته

إن الجمعية العامة،

إذ تشير إلى {name} وإلى ما جاء فيها بشأن {word} بين سائر كلمات هذه الفقرة التي يطول فيها الكلام حتى تغلب الحروف العربية غيرها في كل موضع من مواضعها فلا تعد الفقرة أجنبية على كثرة ما فيها من علامات،¹

1 - تحث جميع الدول على النظر في {word} وفي كل ما سوى ذلك مما ينبغي النظر فيه من أمور كثيرة يطول شرحها في هذا المقام وتحتاج إلى كلمات عربية كثيرة:

(أ) قراءة {word} بعناية؛

2 - تقرر العمل.

المرفق

خطة العمل

1 - تنظر الدول في {word} وتعمل.

____

¹ انظر {word} في كتاب آخر، وفي ما كتب بعده من كتب كثيرة عن الخنادق والقنوات والسدود والأنهار والبحار وما يجري فيها من ماء ويمر بها من سفن ويعيش على شواطئها من ناس وما يصيبهم فيها من خير وشر.
""",
}
TITLES = {"en": "Title with {word} in it", "ar": "عنوان فيه {word} بين كلماته"}
NAMES = {"en": "Convention on Ditches {n:02d}", "ar": "اتفاقية الخنادق {n:02d}"}


def corpus(docs, words):
    """Write the corpus: `words` are what each text holds, by the name of the attack."""
    for part in ("records", "assets", "about", "schemas"):
        shutil.copytree(ROOT / "docs" / part, docs / part)
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copy(page, docs)
    for number, word in enumerate(words, 1):
        _instrument(docs, number, word)
        _text(docs, number, word)
    return docs


def _instrument(docs, number, word):
    names = {language: name.format(n=number) for language, name in NAMES.items()}
    _write(
        docs / "records" / "instruments" / f"ditches-{number}.yml",
        {
            "kind": "convention",
            "names": {language: f"{name} {word}" for language, name in names.items()},
            "short": {language: f"{name} {word}" for language, name in names.items()},
            "number": f"No. {number} {word}",
            "date_note": {"en": word, "ar": word},
            "official": {"en": "https://treaties.un.org/ditches"},
            "cited_as": {language: [name] for language, name in names.items()},
        },
    )


def _text(docs, number, word):
    folder = docs / "texts" / f"a-res-91-{number}"
    folder.mkdir(parents=True)
    witnesses, readings = [], {}
    for language, text in TEXTS.items():
        path = folder / f"text-{language}.txt"
        path.write_text(text.format(n=number, word=word, name=NAMES[language].format(n=number)), encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        witnesses.append({"file": path.name, "sha256": digest, "about": {"en": f"File {word}", "ar": f"ملف {word}"}})
        readings[language] = {"file": path.name, "witness": path.name, "status": "official"}
    _write(
        folder / "instrument.yml",
        {
            "kind": "resolution",
            "symbol": f"A/RES/91/{number}",
            "titles": {language: title.format(word=word) for language, title in TITLES.items()},
            "body": "un-ga",
            "committee": {"en": f"Committee {word}", "ar": f"لجنة {word}"},
            "session": {"en": f"Session {word}", "ar": f"دورة {word}"},
            "agenda_item": {"en": f"Item {word}", "ar": f"بند {word}"},
            "place": {"en": f"Place {word}", "ar": f"مكان {word}"},
            "sponsors": {"en": f"Sponsors {word}", "ar": f"مقدمون {word}"},
            "date": datetime.date(2036, 12, 15),
            "official": {"en": "https://docs.un.org/en/A/RES/91/1"},
            "witnesses": witnesses,
            "readings": readings,
            "counts": {"preambular": 1, "operative": 2, "footnotes": 1},
        },
    )
    note = {"en": f"The English {word}.", "ar": f"النص الإنكليزي {word}."}
    _write(
        folder / "divergences.yml",
        [
            {"clause": "op-1", "en": f"look at {word}", "ar": f"النظر في {word}", "kind": "meaning", "note": note},
            {"clause": "fn-1", "en": word, "ar": word, "kind": "misprint", "note": note},
        ],
    )
    _write(
        folder / "corrections.yml",
        [
            {
                "kind": "citation",
                "place": "op-1",
                "language": language,
                "words": words,
                "target": "crc",
                "reason": {"en": f"Because of {word}.", "ar": f"بسبب {word}."},
                "date": datetime.date(2037, 1, 5),
            }
            for language, words in (("en", "all States"), ("ar", "جميع الدول"))
        ],
    )


class _Plain(yaml.SafeDumper):
    """Without anchors, which records may not have."""

    def ignore_aliases(self, data):
        return True


def _write(path, value):
    path.write_text(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
