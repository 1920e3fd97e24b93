"""The thirty listed persons who fly that night, each under one typed distortion."""

from dataclasses import dataclass
from typing import List

from .dice import Dice
from .distort import distort, fits
from .listed import NATIONAL, SECOND, Listed
from .notable import sounds_famous
from .text import travel_document

_PLAN = [  # distortion, list, flight
    ("exact", NATIONAL, "KL1007"), ("exact", SECOND, "GA88"), ("order_swap", NATIONAL, "HV5131"), ("order_swap", SECOND, "CZ307"),
    ("typo1", NATIONAL, "TK1952"), ("typo1", SECOND, "DL74"), ("typo2", NATIONAL, "AT850"),
    ("translit", NATIONAL, "TK1951"), ("translit", SECOND, "EK147"), ("translit", NATIONAL, "PC1251"),
    ("missing_middle", NATIONAL, "W61095"), ("missing_middle", SECOND, "EK148"),
    ("truncated", NATIONAL, "LO265"), ("truncated", SECOND, "KL1109"),
    ("title_glued", NATIONAL, "OR1635"), ("title_glued", SECOND, "TK1951"),
    ("concat_given", NATIONAL, "KL713"), ("concat_given", SECOND, "PC807"),
    ("second_surname_dropped", SECOND, "HV5022"), ("hyphen_split", NATIONAL, "AT851"),
    ("dob_swap", NATIONAL, "DL134"), ("dob_swap", SECOND, "W61475"), ("dob_year1", NATIONAL, "BZ521"),
    ("dob_missing", NATIONAL, "HV5803"), ("dob_missing", SECOND, "CZ6023"), ("initials", NATIONAL, "PC1252"),
    ("alias", NATIONAL, "EK147"), ("alias", SECOND, "OR2413"), ("year_only", NATIONAL, "KL587"), ("document_number", SECOND, "LO266"),
]


@dataclass
class Plant:
    kind: str
    listed: Listed
    flight: str
    surname: str
    given: List[str]
    born: object
    documented: bool


def choose(national, second):
    """A Plant for every line of the plan; each listed person at most once."""
    dice, used, result = Dice("plants"), set(), []
    people = {NATIONAL: national, SECOND: second}
    for kind, list_id, flight in _PLAN:
        for listed in dice.shuffled(people[list_id]):
            if listed.full() in used or not fits(listed, kind):
                continue
            surname, given, born = distort(dice, listed, kind)
            unchanged = (surname, given, born) == distort(dice, listed, "exact")
            if unchanged != (kind in ("exact", "year_only")) or sounds_famous(travel_document(" ".join([surname] + given)).split()):
                continue
            used.add(listed.full())
            result.append(Plant(kind, listed, flight, surname, given, born, kind != "dob_missing"))
            break
        else:
            raise SystemExit("nobody on %s fits %s" % (list_id, kind))
    return result


def rows(placed):
    """`placed`: (file, reference, (surname, given) as written, plant)."""
    lines = ["file\treference\tsurname\tgiven\tlist\tlisted\tclass"]
    for file, reference, (surname, given), plant in sorted(placed, key=lambda item: item[:3]):
        lines.append("\t".join([file, reference, surname, given, plant.listed.list_id, plant.listed.full(), plant.kind]))
    return "\n".join(lines) + "\n"
