"""Puts the night together: flights, pushes, files, planted people; and a summary of what was written."""

import collections
import datetime

from . import charter, paxlst, pnrgov
from .crowd import fill
from .dice import Dice
from .flights import CREW_LISTS, FLIGHTS, PUSHED_TWICE
from .styles import PAX_STYLES, PNR_STYLES
from .text import plain

_SEPARATE_PARTS = "TK1952"  # its parts come as files of their own
_OLD_SPELLINGS = {"KL1007": 1, "EK148": 1, "TK1951": 1}  # flight -> bookings with history groups
_ONE_FILE = "W6"  # this carrier puts a night's interchanges into one file


class Night:
    def __init__(self, national, second, plants):
        self.listed_keys = set().union(*[person.keys() for person in national + second])
        self.documents = {person.document for person in second if person.document}
        self.files, self.placed, self.counts = {}, [], collections.Counter()
        self.crowd = {}  # flight key -> bookings
        locators, serial = set(), 0
        for flight in FLIGHTS:
            here = [plant for plant in plants if plant.flight == flight.key]
            self.crowd[flight.key] = fill(flight, self.listed_keys, self.documents, here, locators)
        for flight in FLIGHTS:
            serial += 1
            getattr(self, "_" + flight.feed)(flight, self.crowd[flight.key], serial)
        for key in CREW_LISTS:
            serial += 1
            self._crew(next(flight for flight in FLIGHTS if flight.key == key), serial)

    def _name(self, flight, suffix="", ending="edi"):
        leg = flight.leg
        number = leg.number.zfill(4 if leg.carrier == "KL" else 1)
        return "%s%s-%s%s.%s" % (leg.carrier, number, leg.departure.strftime("%Y%m%d"), suffix, ending)

    def _write(self, name, content):
        path = "samples/night/" + name
        self.files[path] = self.files.get(path, b"") + content

    def _place(self, name, bookings, written, reference=None):
        for booking in bookings:
            for traveller in booking.travellers:
                if traveller.plant:
                    mark = reference(traveller) if reference else booking.locator
                    self.placed.append(("samples/night/" + name, mark, written(traveller), traveller.plant))

    def _count(self, feed, bookings):
        self.counts[feed + " flights"] += 1
        self.counts[feed + " bookings"] += len(bookings)
        self.counts[feed + " travellers"] += sum(len(booking.travellers) for booking in bookings)

    # PNRGOV

    def _pnrgov(self, flight, bookings, serial):
        style = PNR_STYLES[flight.leg.carrier]
        sent = pnrgov.sending_time(flight)
        self._count("pnrgov", bookings)
        self._history(flight, bookings)
        if flight.key == PUSHED_TWICE:
            early = [booking for booking in bookings if not booking.late]
            first = pnrgov.Push(style, flight, early, flight.leg.departure_utc() - datetime.timedelta(hours=48), serial, False, .15)
            self._write(self._name(flight, "-48h"), pnrgov.file_bytes(style, first.interchange(first.messages()), first.sent))
            bookings = [booking for booking in bookings if not booking.gone]
        push = pnrgov.Push(style, flight, bookings, sent, serial, flight.closed)
        name = self._name(flight, "-close" if flight.key == PUSHED_TWICE else "")
        messages = push.messages()
        if flight.key == _SEPARATE_PARTS:
            for part, share in enumerate(push.shares(style.parts)):
                name = self._name(flight, "-%dof%d" % (part + 1, style.parts))
                lines = push.interchange([messages[part]], push.control + "ABC"[part])
                self._write(name, pnrgov.file_bytes(style, lines, sent))
                self._place(name, share, lambda traveller: _written(style, push, traveller))
            return
        if style.carrier == _ONE_FILE:
            name = "%s-20261128-night.edi" % _ONE_FILE
        self._write(name, pnrgov.file_bytes(style, push.interchange(messages), sent))
        self._place(name, bookings, lambda traveller: _written(style, push, traveller))

    def _history(self, flight, bookings):
        dice, left = Dice("history", flight.key), _OLD_SPELLINGS.get(flight.key, 0)
        for booking in dice.shuffled(bookings):
            traveller = booking.travellers[0]
            surname = plain(traveller.person.surname, traveller.person.tradition).replace("-", "").replace("'", "").replace(" ", "")
            if left and not traveller.plant and traveller.person.given and len(surname) > 5:
                traveller.old_surname, left = surname[:-2] + surname[-1] * 2, left - 1

    # PAXLST and tables

    def _paxlst(self, flight, bookings, serial):
        style, name = PAX_STYLES[flight.leg.carrier], self._name(flight)
        self._count("paxlst", bookings)
        self._write(name, paxlst.passenger_list(style, flight, bookings, serial))
        self.counts["transit travellers"] += sum(t.transit for booking in bookings for t in booking.travellers)
        self._place(name, bookings, lambda traveller: (style.name(traveller)[0], " ".join(style.name(traveller)[1])))

    def _crew(self, flight, serial):
        content, count = paxlst.crew_list(PAX_STYLES[flight.leg.carrier], flight, self.listed_keys, serial)
        self._write(self._name(flight, "-crew"), content)
        self.counts["crew"] += count

    def _csv(self, flight, bookings, serial):
        name = self._name(flight, ending="csv")
        self._count("csv", bookings)
        content, references = charter.table(flight, bookings)
        self._write(name, content)
        self._place(name, bookings, lambda traveller: charter.written_name(flight, traveller), lambda traveller: references[id(traveller)])


def _written(style, push, traveller):
    """The main name in the feed: from DOCS, else from TIF."""
    if push.documented(traveller):
        surname, first, further = style.docs_name(traveller)
        return surname, (first + " " + further).strip()
    return style.tif_name(traveller)
