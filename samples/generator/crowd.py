"""Fills a flight with bookings: families, couples, friends, single travellers, connections, check-in data."""

import datetime

from .dice import Dice
from .flights import HUBS, MIXES
from .model import Booking, Leg, Traveller
from .people import Person, birth_date, found_family, make_person, travel_paper
from .text import name_keys

_EXTRAS = (("loyalty", .16), ("ticket", .8), ("payment", .3), ("address", .3), ("contact", .35), ("bags", .15), ("codeshare", .08),
           ("split", .01), ("hotel", .015))


def _party(dice, tradition, identity_cards):
    """[(person, kind)]; an infant follows its adult."""
    form = dice.weighted([("single", 43), ("couple", 24), ("family", 17), ("friends", 12), ("parent", 4)])
    family = found_family(dice, tradition)
    make = lambda sex, kind="adult", spouse=False: make_person(dice, family, sex, kind, spouse, identity_cards)
    sex = "M" if dice.chance(.56) else "F"
    if form == "single":
        return [(make(sex), "A")]
    if form == "friends":
        people = [(make_person(dice, found_family(dice, tradition), dice.pick("MF"), identity_cards=identity_cards), "A")
                  for _ in range(dice.weighted([(2, 50), (3, 25), (4, 15), (5, 6), (6, 4)]))]
        return people
    adults = [make("M"), make("F", spouse=True)] if form != "parent" else [make(sex)]
    if adults[0].given and form != "parent":
        family.father = adults[0].given[0]
    party = [(adult, "A") for adult in adults]
    if form == "couple":
        if dice.chance(.06):
            party.insert(1 + dice.below(2), (make(dice.pick("MF"), "infant"), "IN"))
        return party
    if tradition == "spanish" and len(adults) == 2:
        family.surname = adults[0].surname.split()[0] + " " + adults[1].surname.split()[0]
    for _ in range(dice.weighted([(1, 45), (2, 40), (3, 12), (4, 3)])):
        child = make(dice.pick("MF"), "child")
        party.append((child, "C" if child.age() < 12 else "A"))
    if dice.chance(.22):
        party.insert(1, (make(dice.pick("MF"), "infant"), "IN"))
    return party[:6]


def _itinerary(dice, flight):
    """The legs of a trip in order of time, and which of them is the pushed flight."""
    leg, legs, index = flight.leg, [flight.leg], 0
    hub, ends = HUBS.get(leg.carrier, ("", []))
    others = [end for end in ends if end not in (leg.origin, leg.destination)]
    number = str(int(leg.number) + (1 if int(leg.number) % 2 else -1))
    if others and dice.chance(.22):
        far = dice.pick(others)
        connection = str(dice.between(1200, 1980))
        if leg.destination == hub:
            start = leg.arrival() + datetime.timedelta(minutes=dice.between(75, 240))
            legs.append(Leg(leg.carrier, connection, hub, far, start, 95 if hub == "AMS" else 200))
        else:
            start = leg.departure - datetime.timedelta(minutes=dice.between(270, 480))
            legs.insert(0, Leg(leg.carrier, connection, far, hub, start, 95 if hub == "AMS" else 200))
            index = 1
    if dice.chance(.5):
        days = dice.weighted([(dice.between(2, 7), 5), (dice.between(8, 24), 5)])
        if dice.chance(.5):
            back = leg.departure + datetime.timedelta(days=days)
            legs.append(Leg(leg.carrier, number, leg.destination, leg.origin, back, leg.minutes))
        else:
            out = leg.departure - datetime.timedelta(days=days)
            legs.insert(0, Leg(leg.carrier, number, leg.destination, leg.origin, out, leg.minutes))
            index += 1
    elif dice.chance(.03):
        legs.append(Leg(leg.carrier, "OPEN", leg.destination, leg.origin, None))
    return legs, index


class Seating:
    def __init__(self, dice, size):
        rows = size // 5 + 8
        self.free = [str(row) + letter for row in range(4, rows + 4) for letter in "ABCDEF"]
        self.sequence, self.tag, self.dice = 0, 100000 + dice.below(700000), dice

    def seat(self, traveller):
        traveller.seat = self.free.pop(0)
        if self.dice.chance(.25):
            self.free.pop(0)

    def check_in(self, traveller):
        self.sequence += 1
        traveller.sequence = self.sequence
        if traveller.kind == "IN":
            traveller.seat = traveller.guardian.seat
            return
        traveller.bags = self.dice.weighted([(0, 45), (1, 40), (2, 15)])
        traveller.tag, self.tag = self.tag, self.tag + traveller.bags


def _locators(dice, taken):
    while True:
        locator = dice.pattern("AA9A9A")
        if locator not in taken:
            taken.add(locator)
            return locator


def _booking(dice, flight, party, taken, undocumented):
    departure = flight.leg.departure_utc()
    created = departure - datetime.timedelta(minutes=dice.between(3 * 1440, 150 * 1440))
    changed = min(departure - datetime.timedelta(minutes=dice.between(300, 4000)), created + datetime.timedelta(minutes=dice.between(0, 99999)))
    legs, index = _itinerary(dice, flight)
    booking = Booking(_locators(dice, taken), created, changed, [], legs, index, dice.between(1, 40),
                      frozenset(name for name, chance in _EXTRAS if dice.chance(chance)),
                      dice.chance(.05), dice.chance(.02))
    bare = dice.chance(undocumented)
    guardian = None
    for person, kind in party:
        traveller = Traveller(person, kind, documented=not (bare or dice.chance(.015)))
        if kind == "IN":
            traveller.guardian = guardian
        else:
            guardian = traveller
        booking.travellers.append(traveller)
    return booking


def fill(flight, listed_keys, documents, plants, taken):
    """Bookings of a flight: the planted people among an invented crowd in which nobody has a listed person's name."""
    dice = Dice("flight", flight.key)
    near = flight.leg.minutes < 260 and flight.mix in ("home", "iberia", "aegean", "beach", "poland", "central", "nordic")
    undocumented = {"pnrgov": .12, "paxlst": .0, "csv": .05}[flight.feed]
    bookings, seats = [], Seating(dice, flight.size)
    room = flight.size - len(plants)
    while room > 0:
        party = _party(dice, dice.weighted(MIXES[flight.mix]), .4 if near else .02)
        if any(person_keys(person) & listed_keys or person.document.number in documents for person, _ in party):
            continue
        documents.update(person.document.number for person, _ in party)
        bookings.append(_booking(dice, flight, party, taken, undocumented))
        room -= len(party)
    for plant in plants:
        booking = _booking(dice, flight, [(_planted_person(dice, plant), "A")], taken, 0)
        traveller = booking.travellers[0]
        traveller.plant, traveller.documented, booking.late = plant, plant.documented, False
        booking.gone = False
        booking.extras -= {"split", "hotel"}
        bookings.insert(dice.below(len(bookings)), booking)
    for booking in bookings:
        shown = flight.closed and not dice.chance(.02)
        for traveller in booking.seated():
            seats.seat(traveller)
        for traveller in booking.travellers:
            if shown:
                seats.check_in(traveller)
    return bookings


def person_keys(person):
    """Of the whole name and of the shorter one that many carriers send."""
    whole = name_keys(person.surname, " ".join(person.given), person.tradition)
    return set(whole) | set(name_keys(person.surname, " ".join(person.given[:1]), person.tradition))


def _planted_person(dice, plant):
    """The listed person under the distorted name."""
    listed = plant.listed
    person = Person("", plant.surname, plant.given, listed.sex, plant.born, listed.nationality)
    person.document = travel_paper(dice, listed.nationality, 0)
    person.title_in_given = plant.kind == "title_glued"
    if plant.kind == "document_number":
        person.document.number = listed.document
    if listed.precision == "year":
        person.born = birth_date(dice, "adult").replace(year=listed.born.year, day=dice.between(1, 28))
    return person
