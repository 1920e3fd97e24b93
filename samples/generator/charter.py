"""passengers-csv (contract, section 5): every charter operator sends other columns in another manner."""

import csv
import io

from .text import plain

_FULL = ("reference surname given birth_date gender nationality document_type document_number document_issuer carrier flight_number date "
         "from to record_locator").split()
# per flight: columns, line end, names in upper case, title after the given names
_MANNERS = {
    "OR1635": (_FULL, "\r\n", True, False),
    "OR2413": (_FULL, "\r\n", True, True),
    "BZ521": ([c for c in _FULL if not c.startswith("document")], "\n", False, False),
    "BZ524": ("reference surname given birth_date gender nationality carrier flight_number date from to".split(), "\n", False, False),
}


def written_name(flight, traveller):
    """(surname, given) as in the table."""
    person = traveller.person
    _, _, upper, title = _MANNERS[flight.key]
    surname, given = plain(person.surname, person.tradition), " ".join(plain(name, person.tradition) for name in person.given)
    if not upper:
        surname, given = surname.title().replace("'T ", "'t ").replace("'S ", "'s "), given.title()
    if title and given and not person.title_in_given and traveller.kind != "IN":
        given += " MR" if person.sex == "M" else " MRS"
    return surname, given


def table(flight, bookings):
    """(bytes, {id of traveller: reference})."""
    columns, line_end, _, _ = _MANNERS[flight.key]
    leg, out, number, references = flight.leg, io.StringIO(), 0, {}
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator=line_end)
    writer.writeheader()
    for booking in bookings:
        for traveller in booking.travellers:
            number += 1
            person, paper = traveller.person, traveller.person.document
            surname, given = written_name(flight, traveller)
            references[id(traveller)] = "%s%03d" % (leg.carrier, number)
            row = {"reference": references[id(traveller)], "surname": surname, "given": given, "gender": person.sex,
                   "nationality": person.nationality, "birth_date": person.born.isoformat() if person.born else "",
                   "carrier": leg.carrier, "flight_number": leg.number, "date": leg.departure.date().isoformat(), "from": leg.origin,
                   "to": leg.destination, "record_locator": booking.locator}
            if traveller.documented:
                row.update(document_type=paper.type, document_number=paper.number, document_issuer=paper.issuer)
            writer.writerow({column: row.get(column, "") for column in columns})
    return out.getvalue().encode("utf-8"), references
