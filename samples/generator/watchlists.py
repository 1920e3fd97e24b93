"""The files of the watch lists: the national spreadsheet, the second list as CSV, the register."""

import csv
import datetime
import io

from . import ods
from .dice import Dice

_ORGANISATIONS = [
    ("Stichting De Vergeten Haven", "Vergeten Haven Fonds", "founded in 2011", datetime.date(2016, 3, 18), "Stcrt 2016, 99901"),
    ("Noorderlicht Front", "NLF", "n/a", datetime.date(2021, 9, 2), "Stcrt 2021, 99902"),
    ("Ar-Rawda as-Saghira", "Kleine Rawda; Rawda Relief", "founded in 2018", datetime.date(2023, 5, 25), "Stcrt 2023, 99903"),
]
_TITLE = "National sanction list terrorism - INVENTED SAMPLE"
_COLUMNS = "entry name surname given quality birth_date gender nationality document_number place_of_birth reference".split()

REGISTER = """\
# The register of the demonstration: two invented lists. Nobody on them exists.

[[list]]
id = "nl-terrorism"
name = "Nationale sanctielijst terrorisme (invented sample)"
format = "nl-terrorism-ods"
path = "nl-terrorism/nationale-terrorismelijst.ods"
designation = "Demonstration only: invented persons. In production: Sanctieregeling terrorisme 2007-II, compared under the PNR Act."
published = 2026-11-20
max_age_days = 36500
required = true
expected_persons = { min = 80, max = 240 }
handling = "Demonstration: inform nobody. In production: a human reviews first, then the duty officer is called."

[[list]]
id = "second-list"
name = "Second list (invented sample)"
format = "persons-csv"
path = "second-list/persons.csv"
designation = "Demonstration only: invented persons. In production: the decision that designates this list for comparison."
published = 2026-11-20
max_age_days = 36500
required = true
expected_persons = { min = 300, max = 600 }
handling = "Demonstration: inform nobody. In production: a human reviews first; medium and weak hits wait for the day desk."
"""


def _birth(dice, person):
    year = person.born.year
    if person.precision == "range":
        return "%d..%d" % (year - dice.between(1, 2), year + dice.between(0, 2))
    if person.precision == "year":
        return str(year) if dice.chance(.85) else "%d|%d" % (year, year + dice.between(1, 3))
    return person.born.isoformat() if person.precision == "day" else ""


def second_list(persons):
    dice, out = Dice("persons.csv"), io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for person in persons:
        row = {"entry": person.entry, "quality": "strong", "birth_date": _birth(dice, person), "nationality": person.nationality,
               "document_number": person.document, "place_of_birth": person.place, "reference": person.reference,
               "gender": "" if dice.chance(.1) else person.sex}
        if person.given and dice.chance(.85):
            row.update(surname=person.surname, given=" ".join(person.given))
        else:
            row["name"] = person.full()
        writer.writerow(row)
        for surname, given, quality in person.aliases:
            alias = {"surname": surname, "given": given} if given else {"name": surname}
            writer.writerow(dict(alias, entry=person.entry, quality=quality))
    return out.getvalue().encode("utf-8")


def files(national, second):
    return {
        "watchlists/nl-terrorism/nationale-terrorismelijst.ods": ods.workbook(national, _ORGANISATIONS, _TITLE),
        "watchlists/second-list/persons.csv": second_list(second),
        "watchlists/register.toml": REGISTER.encode("utf-8"),
    }
