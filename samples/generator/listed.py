"""The two invented watch lists: who stands on them, before any file format."""

import datetime
from dataclasses import dataclass, field
from typing import List, Optional, Tuple

from .dice import Dice
from .distort import other_spelling
from .people import POOLS, feminine, found_family, given_names, travel_paper
from .text import name_keys, plain, travel_document
from .notable import sounds_famous

NATIONAL, SECOND = "nl-terrorism", "second-list"

_NATIONAL_MIX = [("moroccan", 25), ("arabic", 20), ("turkish", 14), ("dutch", 14), ("somali", 6), ("pakistani", 6), ("russian", 6),
                 ("surinamese", 3), ("german", 2), ("french", 2), ("indonesian", 2)]
_SECOND_MIX = [("arabic", 24), ("russian", 14), ("pakistani", 11), ("turkish", 8), ("somali", 7), ("spanish", 9), ("moroccan", 6),
               ("nigerian", 5), ("chinese", 4), ("indonesian", 4), ("portuguese", 3), ("anglo", 3), ("vietnamese", 2)]
_PLACES = {
    "moroccan": ["Nador", "Al Hoceima", "Tetouan", "Rotterdam", "Utrecht", "Gouda"], "arabic": ["Mosul, Iraq", "Homs, Syria", "Amman, Jordan",
                 "Alexandria, Egypt", "Basra, Iraq", "Aleppo, Syria"], "turkish": ["Konya, Turkey", "Kayseri, Turkey", "Den Haag", "Deventer"],
    "dutch": ["Arnhem", "Zwolle", "Almere", "Leiden", "Hengelo"], "somali": ["Mogadishu, Somalia", "Hargeisa", "Tilburg"],
    "pakistani": ["Lahore, Pakistan", "Sialkot, Pakistan", "Peshawar, Pakistan"], "russian": ["Kazan, Russia", "Omsk, Russia", "Astrakhan"],
    "surinamese": ["Paramaribo", "Nickerie"], "german": ["Bremen, Germany"], "french": ["Lille, France"], "indonesian": ["Solo, Indonesia"],
    "spanish": ["Cúcuta, Colombia", "Culiacán", "Vigo"], "nigerian": ["Kano", "Enugu"], "chinese": ["Kunming"],
    "portuguese": ["Santos, Brazil", "Bissau"], "anglo": ["Leeds", "Belfast"], "vietnamese": ["Hải Phòng"],
}
_NOMS_DE_GUERRE = ["Rayan", "Tarek", "Nadim", "Samir", "Dalil", "Wadih", "Jihan", "Anwar", "Shakir", "Munir", "Talha al-Gharbi", "Sadid",
                   "Nuh", "Labib", "Rafid", "Ihsan", "Wassim", "Nuri", "Sabir", "Halim", "Fawzi", "Amjad", "Raghib", "Safwan"]
_NICKNAMES = ["Lince", "El Zurdo", "Bronco", "Grey Fox", "Halcón", "Sombra", "El Herrero", "Seven", "Kite", "Old Tom", "Ceniza", "Falcon Two"]
_ROMANISED = frozenset("moroccan arabic turkish somali pakistani russian indonesian nigerian".split())  # spellings vary, noms de guerre are usual


@dataclass
class Listed:
    list_id: str
    entry: str
    tradition: str
    surname: str
    given: List[str]
    sex: str
    nationality: str
    born: Optional[datetime.date]
    precision: str  # day, year, circa, range, none
    place: str
    listed_on: datetime.date
    reference: str
    aliases: List[Tuple[str, str, str]] = field(default_factory=list)  # surname, given, quality; no given = one whole name
    document: str = ""

    def full(self):
        return " ".join(self.given + [self.surname])

    def keys(self):
        result = set(name_keys(self.surname, " ".join(self.given), self.tradition))
        for surname, given, _ in self.aliases:
            if given:
                result.update(name_keys(surname, given, self.tradition))
        return result


def _uncommon(dice, pool):
    """The list holds rarer names than the crowd, so that a hit is rarely mere chance."""
    return pool[dice.between(len(pool) // 5, len(pool) - 1)]


def _identity(dice, tradition, mononyms):
    while True:
        family = found_family(dice, tradition)
        sex = "F" if dice.chance(.16) else "M"
        pool = POOLS[tradition]
        if tradition not in ("spanish", "portuguese"):
            family.surname = _uncommon(dice, pool["surnames"])
        given = given_names(dice, family, sex, False)
        if tradition in ("moroccan", "turkish", "dutch", "pakistani", "nigerian") and len(given) == 1 and dice.chance(.6):
            given.append(_uncommon(dice, pool["male" if sex == "M" else "female"]))
        surname = feminine(family.surname, tradition) if sex == "F" else family.surname
        if mononyms and tradition == "indonesian" and dice.chance(.3):
            given, surname = [], _uncommon(dice, pool["male"]) + dice.pick(["wan", "di", "to"]).lower()
        words = travel_document(plain(" ".join(given + [surname]), tradition)).split()
        if len(set(words)) == len(words) and not sounds_famous(words):
            return family, sex, given, surname


def _aliases(dice, tradition, given, surname, sex, count):
    found, rules = [], tradition in _ROMANISED
    while len(found) < count:
        form = dice.weighted([("spelling", 5), ("short", 2), ("nickname", 3), ("other", 1)])
        if form == "spelling" and given:
            entry = (other_spelling(dice, surname, rules), " ".join(other_spelling(dice, name, rules) for name in given), "strong")
        elif form == "short" and len(given) > 1:
            entry = (surname, given[0], "strong")
        elif form == "other" and given:
            entry = (_uncommon(dice, POOLS[tradition]["surnames"]), given[0], "weak")
        elif tradition in _ROMANISED or tradition in ("dutch", "german", "french", "surinamese"):
            entry = (("Umm " if sex == "F" else "Abu ") + dice.pick(_NOMS_DE_GUERRE), "", "weak")
        else:
            entry = (dice.pick(_NICKNAMES), "", "weak")
        words = travel_document(plain(entry[0] + " " + entry[1], tradition)).split()
        known = [plain(" ".join(given + [surname]), tradition)] + [plain(e[1] + " " + e[0], tradition).strip() for e in found]
        new = plain(entry[1] + " " + entry[0], tradition).strip() not in known
        if new and not sounds_famous(words) and len(set(words)) == len(words):
            found.append(entry)
        else:
            count -= 1 if dice.chance(.2) else 0
    return found


def _birth(dice, listed_in):
    return datetime.date(dice.between(1958, min(2004, listed_in - 18)), dice.between(1, 12), dice.between(1, 28))


def national_persons():
    dice, result, seen = Dice("list", NATIONAL), [], set()
    decisions = [datetime.date(dice.between(2013, 2025), dice.between(1, 12), dice.between(1, 28)) for _ in range(40)]
    decisions.append(datetime.date(2026, 11, 12))
    notices = {day: 90000 + dice.below(9900) for day in sorted(set(decisions))}
    while len(result) < 117:
        tradition = dice.weighted(_NATIONAL_MIX)
        family, sex, given, surname = _identity(dice, tradition, False)
        day = dice.pick(decisions)
        number = notices[day] + dice.below(3)
        precision = dice.weighted([("day", 84), ("year", 8), ("circa", 4), ("none", 4)])
        person = Listed(NATIONAL, "", tradition, surname, given, sex, family.nationality, _birth(dice, day.year), precision,
                        dice.pick(_PLACES[tradition]), day, "Stcrt %d, %d" % (day.year, number))
        person.aliases = _aliases(dice, tradition, given, surname, sex, dice.weighted([(0, 40), (1, 35), (2, 20), (3, 5)]))
        if not person.keys() & seen:
            seen |= person.keys()
            result.append(person)
    return sorted(result, key=lambda person: (plain(person.surname), person.given))


def second_persons(taken):
    """`taken`: name keys of the national list, which stay unique."""
    dice, result, seen = Dice("list", SECOND), [], set(taken)
    while len(result) < 400:
        tradition = dice.weighted(_SECOND_MIX)
        family, sex, given, surname = _identity(dice, tradition, True)
        precision = dice.weighted([("day", 68), ("year", 16), ("range", 10), ("none", 6)])
        person = Listed(SECOND, "", tradition, surname, given, sex, family.nationality, _birth(dice, 2026), precision,
                        dice.pick(_PLACES[tradition]), datetime.date(2026, 11, 20), "")
        if dice.chance(.42):
            person.document = travel_paper(dice, family.nationality, 0).number
        person.aliases = _aliases(dice, tradition, given, surname, sex, dice.weighted([(0, 25), (1, 35), (2, 25), (3, 10), (4, 5)]))
        if not person.keys() & seen:
            seen |= person.keys()
            result.append(person)
    for index, person in enumerate(result, 1):
        person.entry, person.reference = "P%04d" % index, "INV-%d/%03d" % (2015 + index % 11, index)
    return result
