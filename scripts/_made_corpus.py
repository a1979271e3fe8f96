"""Makes a corpus of any size to measure with: resolutions of made-up content in two languages, in the real grammar.

In: how many clauses, a seed, a folder `docs`. Out: `docs/texts/a-res-…/`, forty clauses to a text, each with its
record and one file for each language, which serves as witness and reading. Lengths, footnotes and citations are about
those of the two real texts: a third of the clauses cite, one in twelve has a footnote. The same seed makes the same
bytes.
"""

import argparse
import datetime
import hashlib
import random
import sys
from pathlib import Path

import yaml

CLAUSES = 40  # in a text
PREAMBULAR = 16
FIRST_SESSION, LAST_SESSION = 34, 76
FIRST_NUMBER = 401  # no session of the Assembly has adopted so many, so that none of the texts is one of the records'
MONTHS = {
    10: ("October", "تشرين الأول/أكتوبر"),
    11: ("November", "تشرين الثاني/نوفمبر"),
    12: ("December", "كانون الأول/ديسمبر"),
}
PREAMBLE = (
    ("Recalling", "وإذ تشير إلى"),
    ("Recalling also", "وإذ تشير أيضا إلى"),
    ("Reaffirming", "وإذ تؤكد من جديد"),
    ("Recognizing", "وإذ تدرك"),
    ("Noting with appreciation", "وإذ تلاحظ مع التقدير"),
    ("Stressing", "وإذ تشدد على"),
    ("Welcoming", "وإذ ترحب بما تبديه الدول من اهتمام، ومن ذلك"),
    ("Bearing in mind", "وإذ تضع في اعتبارها"),
)
OPERATIVE = (
    ("Calls upon", "تهيب بالدول أن تراعي"),
    ("Encourages", "تشجع"),
    ("Invites", "تدعو إلى"),
    ("Requests", "تطلب مراعاة"),
    ("Urges", "تحث على"),
    ("Welcomes", "ترحب بمبادرات تعزز"),
    ("Recognizes", "تسلم بأهمية"),
    ("Reiterates", "تكرر تأكيد"),
)
# The same thing in both languages, and nothing in them that would be read as a citation.
PHRASES = (
    ("the careful keeping of public archives", "حفظ السجلات العامة بعناية"),
    ("the training of librarians and translators", "تدريب أمناء المكتبات والمترجمين"),
    ("access for all to sources in their own language", "وصول الجميع إلى المصادر بلغتهم"),
    ("the exchange of experience among regions", "تبادل الخبرات بين المناطق"),
    ("cooperation among river authorities", "تعاون سلطات الأنهار"),
    ("the measuring of rain and of groundwater", "قياس الأمطار والمياه الجوفية"),
    ("the repair of harbours and of small bridges", "إصلاح المرافئ والجسور الصغيرة"),
    ("clear and timely reports to the public", "تقديم تقارير واضحة للجمهور في حينها"),
    ("the role of teachers in rural schools", "دور المعلمين في المدارس الريفية"),
    ("the contribution of older persons to local life", "إسهام كبار السن في الحياة المحلية"),
    ("steady funds for maps and surveys", "تمويل مطرد للخرائط والمسوح"),
    ("the safety of those who work at sea", "سلامة العاملين في البحر"),
    ("open standards for weather data", "معايير مفتوحة لبيانات الطقس"),
    ("the planting of trees along dry roads", "غرس الأشجار على جوانب الطرق الجافة"),
    ("quiet hours near hospitals", "ساعات هدوء قرب المستشفيات"),
    ("the care of old wells", "صون الآبار القديمة"),
)
JOINTS = ((", including ", "، بما في ذلك "), (", as well as ", "، فضلا عن "), (", and in particular ", "، ولا سيما "))


def make(clauses, seed, docs):
    """Write texts with `clauses` clauses in all below `docs/texts`; return their ids."""
    chance = random.Random(seed)
    made = []
    for first in range(0, clauses, CLAUSES):
        text = _Text(chance, made, min(CLAUSES, clauses - first))
        text.write(docs / "texts" / text.id)
        made.append(text)
    return [text.id for text in made]


class _Text:
    def __init__(self, chance, earlier, clauses):
        self.chance, self.earlier = chance, earlier
        place = len(earlier)
        self.session = min(FIRST_SESSION + place // 12, LAST_SESSION)  # later texts have later sessions
        self.number = f"{self.session}/{FIRST_NUMBER + place}"
        self.symbol = f"A/RES/{self.number}"
        self.id = self.symbol.lower().replace("/", "-")
        self.date = datetime.date(1945 + self.session, 10, 1) + datetime.timedelta(place % 12 * 7)
        self.notes = {"en": [], "ar": []}
        preambular = min(PREAMBULAR, clauses // 2)
        self.counts = (preambular, clauses - preambular)
        self.body = [self._clause(PREAMBLE, "", ("،", ",")) for _ in range(preambular)]
        self.body += [self._clause(OPERATIVE, number, (".", ".")) for number in range(1, clauses - preambular + 1)]

    def _clause(self, openings, number, stops):
        chance = self.chance
        opening = chance.choice(openings)
        words = list(chance.choice(PHRASES))
        for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 7))):
            phrase, joint = chance.choice(PHRASES), chance.choice(JOINTS)
            words = [words[i] + joint[i] + phrase[i] for i in (0, 1)]
        if self.earlier and chance.random() < 1 / 3:
            words = self._citing(words)
        if chance.random() < 1 / 12:
            words = self._noted(words)
        mark = (f"{number}. ", f"{number} - ") if number else ("", "")
        return (
            f"{mark[0]}*{opening[0]}* {words[0]}{stops[1]}",
            f"{mark[1]}*{opening[1]}* {words[1]}{stops[0]}",
        )

    def _citing(self, words):
        other = self.chance.choice(self.earlier)
        english, arabic = MONTHS[other.date.month]
        paragraph = self.chance.choice((0, 0, 1, 2, 3))
        cited = (
            (f"paragraph {paragraph} of " if paragraph else "")
            + f"General Assembly resolution {other.number} of {other.date.day} {english} {other.date.year}",
            (f"الفقرة {paragraph} من " if paragraph else "")
            + f"قرار الجمعية العامة {other.number} المؤرخ {other.date.day} {arabic} {other.date.year}",
        )
        return [words[0] + ", taking into account " + cited[0], words[1] + "، مع مراعاة " + cited[1]]

    def _noted(self, words):
        number = len(self.notes["en"]) + 1
        volume, series = self.chance.randint(1, 2900), self.chance.randint(1, 50000)
        self.notes["en"].append(f"({number}) On file in volume {volume} of the collection, number {series}.")
        self.notes["ar"].append(f"({number}) محفوظ في المجلد {volume} من المجموعة، برقم {series}.")
        return [f"{words[0]}({number})", f"{words[1]}({number})"]

    @property
    def titles(self):
        return {
            "en": f"Libraries and rivers, part {self.number.replace('/', ' ')}",
            "ar": f"المكتبات والأنهار، الجزء {self.number.replace('/', ' ')}",
        }

    def lines(self, language):
        """The file of one language."""
        i = 0 if language == "en" else 1
        chapeau = ("The General Assembly,", "إن الجمعية العامة،")[i]
        parts = [self.symbol, f"{self.titles[language]}", chapeau, *(clause[i] for clause in self.body)]
        if self.notes[language]:
            parts += ["__________", *self.notes[language]]
        return "\n\n".join(parts) + "\n"

    def write(self, folder):
        folder.mkdir(parents=True)
        witnesses, readings = [], {}
        for language in ("en", "ar"):
            content = self.lines(language).encode("utf-8")
            name = f"text-{language}.txt"
            (folder / name).write_bytes(content)
            witnesses.append(
                {
                    "file": name,
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "about": {"en": "A file made to measure with", "ar": "ملف مصنوع للقياس"},
                }
            )
            readings[language] = {"file": name, "witness": name, "status": "official"}
        record = {
            "kind": "resolution",
            "symbol": self.symbol,
            "titles": self.titles,
            "body": "un-ga",
            "session": {"en": f"Session {self.session}", "ar": f"الدورة {self.session}"},
            "date": self.date,
            "official": {"en": f"https://docs.un.org/en/{self.symbol}", "ar": f"https://docs.un.org/ar/{self.symbol}"},
            "counts": {"preambular": self.counts[0], "operative": self.counts[1], "footnotes": len(self.notes["en"])},
            "witnesses": witnesses,
            "readings": readings,
        }
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
        (folder / "instrument.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clauses", type=int)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.write(f"{len(make(given.clauses, given.seed, given.docs))} texts\n")
