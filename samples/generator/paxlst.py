"""PAXLST messages: passenger lists (745), some with travellers in transit, and crew lists (250)."""

import datetime

from . import edifact
from .crowd import person_keys
from .dice import Dice
from .people import found_family, make_person

_RANKS = ["CR1", "CR1", "CR2", "CR2", "CR3", "CR3", "CR3", "CR3"]
_ONWARD = ["LHR", "MUC", "CPH", "EDI", "BCN"]


def _long(moment):
    return moment.strftime("%y%m%d%H%M")


def _flight(style, leg):
    return [("TDT", "20", style.flight_id(leg), "", "", leg.carrier), ("LOC", "125", leg.origin), ("DTM", ["189", _long(leg.departure), "201"]),
            ("LOC", "87", leg.destination), ("DTM", ["232", _long(leg.arrival()), "201"])]


def _head(style, code):
    carrier = style.carrier
    return [("BGM", code, "" if code == "745" else "C"), ("NAD", "MS", "", "", carrier + " API DESK"),
            ("COM", ["31 20 555 0100", "TE"], ["APIDESK(A)EXAMPLE.COM", "EM"])]


def _birth(style, born):
    return ["329", born.strftime("%Y%m%d"), "102"] if style.long_dates else ["329", born.strftime("%y%m%d")]


def _person(dice, style, booking, traveller, leg, number):
    person, paper = traveller.person, traveller.person.document
    surname, given = style.name(traveller)
    final = dice.pick(_ONWARD) if traveller.transit else leg.destination
    yield ("NAD", "DDU" if traveller.transit else "FL", "", "", [surname] + given)
    yield ("ATT", "2", "", person.sex)
    if person.born:
        yield ("DTM", _birth(style, person.born))
    if style.rich and traveller.bags:
        yield ("MEA", "CT", "", ["", str(traveller.bags)])
        yield ("FTX", "BAG", "", "", ["%s999%06d" % (style.carrier, traveller.tag), str(traveller.bags)])
    if style.carrier == "PC":
        yield ("GEI", "4", "173")
    if style.rich:
        yield ("LOC", "22", final)
        yield ("LOC", "174", person.nationality)
    yield ("LOC", "178", leg.origin)
    yield ("LOC", "179", final)
    yield ("NAT", "2", person.nationality)
    yield ("RFF", ["AVF", booking.locator])
    if style.rich:
        yield ("RFF", ["ABO", "%04d" % number])
        yield ("RFF", ["SEA", traveller.seat])
    if traveller.documented:
        yield ("DOC", [paper.type, "110", "111"], paper.number)
        yield ("DTM", ["36", paper.expires.strftime("%y%m%d")])
        yield ("LOC", "91", paper.issuer)


def _wrap(style, flight, body, serial, code):
    leg = flight.leg
    sent = leg.departure_utc() + datetime.timedelta(minutes=4 if code == "745" else -95)
    stamp = (sent.strftime("%y%m%d"), sent.strftime("%H%M"))
    control = "%sA%s%04d" % (style.carrier, sent.strftime("%m%d"), serial)
    access = "%s/%s/%s" % (style.flight_id(leg), leg.departure.strftime("%y%m%d"), leg.departure.strftime("%H%M"))
    version = style.version.split(":")
    text = edifact.message(style.syntax, "PAX001", ["PAXLST"] + version + ["UN", "IATA"], body, access, ["01", "F"])
    group = ("PAXLST", "UN", version) if style.group else None
    lines = edifact.interchange(style.syntax, style.charset.split(":"), style.carrier, stamp, control, "APIS", [text], group)
    return edifact.lay_out(lines, style.newline).encode("utf-8")


def passenger_list(style, flight, bookings, serial):
    dice, body, count = Dice("api", flight.key), _head(style, "745") + _flight(style, flight.leg), 0
    for booking in bookings:
        through = flight.mix == "indonesia" and flight.leg.destination == "AMS" and dice.chance(.06)
        for traveller in booking.travellers:
            traveller.transit = through and traveller.plant is None
            count += 1
            body += _person(dice, style, booking, traveller, flight.leg, count)
    return _wrap(style, flight, body + [("CNT", ["42", str(count)])], serial, "745")


def crew_list(style, flight, listed_keys, serial):
    dice, leg = Dice("crew", flight.key), flight.leg
    body = _head(style, "250") + _flight(style, leg)
    count = 0
    for rank in _RANKS:
        person = make_person(dice, found_family(dice, "dutch"), dice.pick("MF"))
        while person_keys(person) & listed_keys or not 22 < person.age() < 60:
            person = make_person(dice, found_family(dice, "dutch"), dice.pick("MF"))
        count += 1
        surname, given = style.name(_Named(person))
        body += [("NAD", "FM", "", "", [surname] + given), ("ATT", "2", "", person.sex), ("DTM", _birth(style, person.born)),
                 ("LOC", "22", leg.destination), ("LOC", "174", "NLD"), ("LOC", "178", leg.origin), ("LOC", "179", leg.destination),
                 ("EMP", "1", [rank, "110", "111"]), ("NAT", "2", person.nationality),
                 ("DOC", ["P", "110", "111"], person.document.number), ("DTM", ["36", person.document.expires.strftime("%y%m%d")]),
                 ("LOC", "91", person.document.issuer)]
    return _wrap(style, flight, body + [("CNT", ["41", str(count)])], serial, "250"), count


class _Named:
    def __init__(self, person):
        self.person = person
