"""PNRGOV: one push of a flight, in a carrier's house style."""

import datetime

from . import edifact
from .dice import Dice
from .groups import booking_segments, leg_segment


class Push:
    """What is sent about one flight at one time. `known`: share of the passport data that the carrier holds by then."""

    def __init__(self, style, flight, bookings, sent, serial, closed, known=1.0):
        self.style, self.flight, self.bookings, self.sent, self.closed, self.known = style, flight, bookings, sent, closed, known
        self.control = "%s%s%04d" % (style.carrier, sent.strftime("%m%d"), serial)
        departure = flight.leg.departure
        self.access = "%s/%s/%s/%s" % (flight.key, departure.strftime("%d%m%y"), departure.strftime("%H%M"), self.control[-4:])
        self.equipment = "789" if flight.leg.minutes > 360 else "73H"

    def documented(self, traveller):
        if not traveller.documented:
            return False
        return self.known >= 1 or Dice("known", traveller.person.document.number).chance(self.known)

    def head(self):
        return [("MSG", ["", "22"]), ("ORG", [self.style.carrier, self.style.hub]), leg_segment(self.style, self.flight.leg),
                ("EQN", str(len(self.bookings)))]

    def shares(self, parts):
        """The bookings of every part; no booking is split, and EQN counts all parts together."""
        size = -(-len(self.bookings) // parts)
        return [self.bookings[part * size:(part + 1) * size] for part in range(parts)]

    def messages(self, first_reference=1):
        style, parts, dice, result = self.style, self.style.parts, Dice("push", self.flight.key, self.sent), []
        for part, bookings in enumerate(self.shares(parts)):
            body = self.head()
            for booking in bookings:
                body += booking_segments(dice, style, self, booking)
            sequence = ["%02d" % (part + 1), {0: "C", parts - 1: "F"}.get(part, "")] if parts > 1 else []
            kind = ["PNRGOV"] + style.version.split(":") + ["IA"]
            result.append(edifact.message(style.syntax, str(first_reference + part), kind, body, self.access, sequence))
        return result

    def interchange(self, messages, control=""):
        style, stamp = self.style, (self.sent.strftime("%y%m%d"), self.sent.strftime("%H%M"))
        group = ("PNRGOV", "IA", style.version.split(":")) if style.group else None
        return edifact.interchange(style.syntax, ["IATA", "1"], style.carrier, stamp, control or self.control, "PNRGOV", messages, group)


def file_bytes(style, lines, sent):
    text = edifact.lay_out(lines, style.newline, style.wrap, style.syntax.release)
    return (style.header.format(sent.strftime("%d%H%M")) + text).encode("ascii")


def sending_time(flight):
    """UTC: shortly after departure for a closed flight, the day before for an open one."""
    departure = flight.leg.departure_utc()
    return departure + datetime.timedelta(minutes=7) if flight.closed else departure - datetime.timedelta(hours=23, minutes=52)
