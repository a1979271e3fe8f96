"""The golden cases, the records that they are read with, and what is found in them.

A case has a text (or several passages) in each language and a list `cites`. `is`: whose number ("un-ga 74/174",
"decision un-ga 68/551"), a symbol, or the id of an instrument below; "open …" where more than one is possible; "named
convention" for a name that no record has. Arabic names that begin with a common word (خطة، إطار) are left out unless the
case says `common: true`.
"""

import datetime
from collections import Counter
from pathlib import Path

import yaml

from resolutions import yamls
from resolutions.cite.heads import Own
from resolutions.cite.mentions import Finder
from resolutions.cite.values import Manner
from resolutions.records.bodies import BodyRecord
from resolutions.records.instruments import InstrumentRecord
from resolutions.records.load import GRAMMAR, Filed, Records, check

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "docs" / "records"

# id: kind, body, names in English, names in Arabic, symbol or number
INSTRUMENTS = {
    "crc": ("convention", None, ["Convention on the Rights of the Child"], ["اتفاقية حقوق الطفل"]),
    "cedaw": (
        "convention", None,
        ["Convention on the Elimination of All Forms of Discrimination against Women"],
        ["اتفاقية القضاء على جميع أشكال التمييز ضد المرأة"],
    ),
    "opsc": (
        "protocol", None,
        ["Optional Protocol on the sale of children"], ["البروتوكول الاختياري بشأن بيع الأطفال"],
    ),
    "un-charter": ("charter", None, ["Charter of the United Nations"], ["ميثاق الأمم المتحدة"]),
    "udhr": ("declaration", None, ["Universal Declaration of Human Rights"], ["الإعلان العالمي لحقوق الإنسان"]),
    "harbour-convention": (
        "convention", None,
        ["Convention on the Safety of Small Harbours"], ["اتفاقية سلامة الموانئ الصغيرة"],
    ),
    "hill-plan": ("agenda", None, ["Plan of Action"], ["خطة العمل"]),
    "dale-plan": ("agenda", None, ["Plan of Action"], ["خطة العمل"]),
    "nelson-mandela-rules": (
        "guidelines", None, ["Nelson Mandela Rules"], ["قواعد نيلسون مانديلا"],
    ),
    "a-res-74-174": ("resolution", "un-ga", [], [], {"symbol": "A/RES/74/174"}),
    "sc-1325": ("resolution", "un-sc", [], [], {"number": "1325 (2000)"}),
    "ga-dec-68-551": ("decision", "un-ga", [], [], {"number": "68/551"}),
}  # fmt: skip


def _instrument(kind, body, english, arabic, more=None):
    return InstrumentRecord(
        kind=kind,
        body=body,
        names={"en": "a name", "ar": "اسم"},
        date_note={"en": "none", "ar": "بلا"},
        official={"en": "https://example.org"},
        cited_as={"en": english, "ar": arabic},
        **(more or {}),
    )


def records():
    """The grammar and the bodies as they are; instruments of our own."""
    grammar = {name: check(yamls.load(DATA / "grammar" / f"{name}.yml"), schema)[0] for name, schema in GRAMMAR.items()}
    bodies = {path.stem: check(yamls.load(path), BodyRecord)[0] for path in sorted((DATA / "bodies").glob("*.yml"))}
    return Records(
        instruments={key: Filed(_instrument(*one), yamls.Document(key)) for key, one in INSTRUMENTS.items()},
        bodies={key: Filed(record, yamls.Document(key)) for key, record in bodies.items()},
        **grammar,
    )


RECORDS = records()
CASES = [
    {"name": path.stem, **yaml.safe_load(path.read_text(encoding="utf-8"))}
    for path in sorted((HERE / "cases").glob("*.yml"))
]
_FINDERS = {}


def finder(language, body="un-ga", year=2023):
    key = (language, body, year)
    if key not in _FINDERS:
        _FINDERS[key] = Finder(language, RECORDS, Own("this", body, datetime.date(year, 1, 10), "A/RES/77/233"))
    return _FINDERS[key]


def what(mention):
    """What a mention says that it cites, as the cases write it."""
    name = getattr(mention, "name", None)  # scripts/measure_grammar asks older libraries too
    if name:
        return ("named " if name.sure else "perhaps ") + name.kind
    if mention.open:
        return " ".join(filter(None, ("open", mention.number)))
    if mention.number:
        return f"{'decision ' if mention.act == 'decision' else ''}{mention.body} {mention.number}"
    return mention.symbol or mention.target or mention.wording


def found(case, language):
    """(what, pinpoint, words) with how often; what stands only within a longer name is left out."""
    passages = case[language] if isinstance(case[language], list) else [case[language]]
    known, all_found = {}, Counter()
    for passage in passages:
        mentions, known = finder(language, case.get("own", "un-ga"), case.get("year", 2023)).find(passage, known=known)
        for one in mentions:
            name = getattr(one, "name", None)
            common = language == "ar" and name and name.common and not case.get("common")
            if one.manner is not Manner.WITHIN and not common:
                pinpoint = one.pinpoint.id if one.pinpoint else ""
                all_found[what(one), pinpoint, passage[one.start : one.end]] += 1
    return all_found


def expected(case, language):
    return Counter((one["is"], one.get("at", ""), one[language]) for one in case["cites"] or ())
