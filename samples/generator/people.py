"""Invented people: names by tradition, families, birth dates, travel documents."""

import dataclasses
import datetime
from dataclasses import dataclass, field
from typing import List, Optional

from . import names_africa, names_asia, names_muslim_world, names_slavic, names_south, names_west
from .notable import sounds_famous
from .text import plain, travel_document

TODAY = datetime.date(2026, 11, 28)

POOLS = {}
for _module in (names_west, names_south, names_slavic, names_muslim_world, names_asia, names_africa):
    for _tradition, _pool in _module.POOLS.items():
        POOLS[_tradition] = {
            key: [word.replace("_", " ") for word in text.split()] for key, text in _pool.items()
        }

NATIONALITIES = {
    "dutch": [("NLD", 95), ("BEL", 5)], "anglo": [("GBR", 50), ("USA", 26), ("IRL", 9), ("CAN", 8), ("AUS", 7)],
    "german": [("DEU", 80), ("AUT", 10), ("CHE", 10)], "french": [("FRA", 74), ("BEL", 20), ("CHE", 6)],
    "scandinavian": [("SWE", 40), ("NOR", 28), ("DNK", 32)], "spanish": [("ESP", 76), ("COL", 9), ("MEX", 9), ("NLD", 6)],
    "portuguese": [("PRT", 62), ("BRA", 30), ("CPV", 8)], "italian": [("ITA", 96), ("NLD", 4)], "polish": [("POL", 96), ("NLD", 4)],
    "czech": [("CZE", 88), ("SVK", 12)], "russian": [("RUS", 70), ("KAZ", 14), ("EST", 8), ("DEU", 8)],
    "turkish": [("TUR", 58), ("NLD", 32), ("DEU", 10)], "moroccan": [("MAR", 42), ("NLD", 44), ("BEL", 10), ("FRA", 4)],
    "arabic": [("SAU", 12), ("ARE", 14), ("EGY", 18), ("JOR", 12), ("LBN", 10), ("IRQ", 12), ("SYR", 8), ("NLD", 14)],
    "surinamese": [("SUR", 34), ("NLD", 66)], "indian": [("IND", 80), ("GBR", 12), ("NLD", 8)],
    "pakistani": [("PAK", 64), ("GBR", 22), ("NLD", 14)], "chinese": [("CHN", 88), ("SGP", 6), ("NLD", 6)],
    "vietnamese": [("VNM", 86), ("NLD", 8), ("DEU", 6)], "indonesian": [("IDN", 86), ("NLD", 14)],
    "nigerian": [("NGA", 84), ("GBR", 10), ("NLD", 6)], "ghanaian": [("GHA", 68), ("NLD", 32)],
    "somali": [("SOM", 34), ("NLD", 32), ("GBR", 18), ("SWE", 16)], "greek": [("GRC", 90), ("CYP", 10)],
}
EU = frozenset("NLD BEL DEU AUT FRA SWE DNK ESP PRT ITA POL CZE SVK EST IRL GRC CYP".split())
PASSPORTS = {"NLD": "NA9AA99A9", "DEU": "C99A99A99", "GBR": "999999999", "USA": "599999999", "FRA": "99AA99999", "TUR": "U99999999",
             "MAR": "AA9999999", "CHN": "EA9999999", "IND": "Z9999999", "POL": "EA9999999", "ITA": "YA9999999", "RUS": "759999999"}

SECOND_GIVEN = {  # how often a second (and, squared, a third) given name is in the passport
    "dutch": .6, "anglo": .5, "german": .35, "french": .4, "scandinavian": .4, "spanish": .2, "portuguese": .4, "italian": .1,
    "polish": .4, "czech": .08, "turkish": .25, "moroccan": .07, "pakistani": .25, "surinamese": .45, "indian": .15,
    "indonesian": .45, "nigerian": .4, "ghanaian": .55, "greek": .1,
}
OWN_SURNAME = {  # how often a wife keeps her own surname
    "spanish": 1, "chinese": 1, "vietnamese": 1, "somali": .95, "arabic": .85, "moroccan": .8, "italian": .7, "french": .4,
    "dutch": .4, "portuguese": .5, "indonesian": .9,
}
_PARTICLES = {"Silva": "da ", "Costa": "da ", "Cunha": "da ", "Cruz": "da ", "Rocha": "da ", "Fonseca": "da ", "Mota": "da ", "Santos": "dos ",
              "Reis": "dos ", "Anjos": "dos ", "Sousa": "de ", "Jesus": "de ", "Almeida": "de ", "Oliveira": "de ", "Nascimento": "do "}


@dataclass
class Document:
    type: str
    number: str
    issuer: str
    expires: datetime.date


@dataclass
class Person:
    tradition: str
    surname: str
    given: List[str]
    sex: str
    born: Optional[datetime.date]
    nationality: str
    document: Optional[Document] = None
    title_in_given: bool = False  # the given names already end in a title: do not add another one

    def words(self):
        return travel_document(plain(" ".join([self.surname] + self.given), self.tradition)).split()

    def age(self):
        return (TODAY - self.born).days / 365.25


@dataclass
class Family:
    """What the members of one family share; `father` feeds patronymics and Arabic name chains."""

    tradition: str
    surname: str
    mother_surname: str
    father: str
    nationality: str = field(default="")


def feminine(surname, tradition):
    if tradition == "polish":
        for ending in ("ski", "cki", "dzki"):
            if surname.endswith(ending):
                return surname[:-1] + "a"
    if tradition == "russian":
        if surname.endswith("sky"):
            return surname[:-1] + "aya"
        if surname.endswith(("ov", "ev", "in", "yn")):
            return surname + "a"
    if tradition == "czech":
        if surname.endswith("ý"):
            return surname[:-1] + "á"
        if surname.endswith(("í", "ů")):
            return surname
        if surname.endswith("a"):
            return surname[:-1] + "ová"
        for ending, stem in (("ěk", "ěk"), ("ek", "k"), ("ec", "c"), ("eš", "eš")):
            if surname.endswith(ending):
                return surname[: -len(ending)] + stem + "ová"
        return surname + "ová"
    if tradition == "greek":
        if surname.endswith("os"):
            return surname[:-1] + "u"
        if surname.endswith(("is", "as")):
            return surname[:-1]
    return surname


def patronymic(father, sex):
    if father == "Ilya":
        return "Ilyich" if sex == "M" else "Ilyinichna"
    if father.endswith("a"):
        return father[:-1] + ("ich" if sex == "M" else "ichna")
    if father.endswith(("y", "i")):
        stem = father.rstrip("yi") + "ye" if father != "Yuri" else "Yuriye"
    else:
        stem = father + ("e" if father == "Igor" else "o")
    return stem + ("vich" if sex == "M" else "vna")


def found_family(dice, tradition):
    pool = POOLS[tradition]
    surname, mother = dice.skewed(pool["surnames"]), dice.skewed(pool["surnames"])
    while set(surname.split()) & set(mother.split()):
        mother = dice.skewed(pool["surnames"])
    if tradition == "spanish" and dice.chance(.85):
        surname = surname + " " + mother
    elif tradition == "portuguese" and dice.chance(.6):
        surname = mother + " " + (_PARTICLES.get(surname, "") if dice.chance(.6) else "") + surname
    return Family(tradition, surname, mother, dice.skewed(pool["male"]), dice.weighted(NATIONALITIES[tradition]))


def given_names(dice, family, sex, child):
    tradition, pool = family.tradition, POOLS[family.tradition]
    names = [dice.skewed(pool["male" if sex == "M" else "female"])]
    chance = SECOND_GIVEN.get(tradition, 0)
    while len(names) < 3 and dice.chance(chance):
        extra = dice.skewed(pool["male" if sex == "M" else "female"])
        if extra not in names:
            names.append(extra)
        chance *= .4
    father = family.father if child else dice.skewed(pool["male"])
    if tradition == "russian" and dice.chance(.55):
        names.append(patronymic(father, sex))
    elif tradition == "somali" or (tradition == "arabic" and dice.chance(.45)):
        names.append(father)
    elif tradition == "vietnamese" and dice.chance(.8):
        names.insert(0, dice.pick(["Van", "Duc", "Quoc", "Xuan"]) if sex == "M" else "Thi")
    return names


def surname_of(dice, family, sex, spouse):
    tradition, pool = family.tradition, POOLS[family.tradition]
    if spouse and dice.chance(OWN_SURNAME.get(tradition, .12)):
        own = found_family(dice, tradition)
        return feminine(own.surname, tradition) if sex == "F" else own.surname
    if spouse and tradition == "dutch" and dice.chance(.25):
        return family.surname + "-" + dice.skewed(pool["surnames"])
    return feminine(family.surname, tradition) if sex == "F" else family.surname


def birth_date(dice, kind):
    """`kind`: adult, child (2 to 16 years) or infant (under two)."""
    if kind == "infant":
        days = dice.between(45, 690)
    elif kind == "child":
        days = dice.between(2 * 366, 17 * 365)
    else:
        years = dice.weighted([(dice.between(18, 34), 38), (dice.between(35, 54), 36), (dice.between(55, 70), 20), (dice.between(71, 88), 6)])
        days = int(years * 365.25) + dice.below(365)
    return TODAY - datetime.timedelta(days=days)


def travel_paper(dice, nationality, identity_cards):
    kind = "I" if nationality in EU and dice.chance(identity_cards) else "P"
    template = PASSPORTS.get(nationality, "A99999999") if kind == "P" else "A9A9A9999"
    expires = datetime.date(dice.between(2027, 2036), dice.between(1, 12), dice.between(1, 28))
    return Document(kind, dice.pattern(template), nationality, expires)


def make_person(dice, family, sex, kind="adult", spouse=False, identity_cards=.1):
    """Someone whose name is neither a well-known person's nor the same word twice."""
    while True:
        if family.father in family.surname.split():  # a chain must not repeat the surname
            family = dataclasses.replace(family, father=dice.skewed(POOLS[family.tradition]["male"]))
            continue
        surname = surname_of(dice, family, sex, spouse)
        given = given_names(dice, family, sex, kind != "adult")
        if family.tradition == "indonesian" and kind == "adult" and dice.chance(.22):
            given, surname = [], given[0]
        person = Person(family.tradition, surname, given, sex, birth_date(dice, kind), family.nationality)
        words = person.words()
        if len(set(words)) == len(words) and not sounds_famous(words):
            person.document = travel_paper(dice, person.nationality, identity_cards)
            return person
        if sounds_famous(words) and not spouse:
            family = found_family(dice, family.tradition)
