"""Flights, bookings and travellers, before any format."""

import datetime
from dataclasses import dataclass, field
from typing import List, Optional

from .people import Person

# offset to UTC in minutes in the last days of November 2026, country (alpha-2, alpha-3)
AIRPORTS = {
    "AMS": (60, "NL", "NLD"), "RTM": (60, "NL", "NLD"), "EIN": (60, "NL", "NLD"), "LHR": (0, "GB", "GBR"), "EDI": (0, "GB", "GBR"),
    "PBM": (-180, "SR", "SUR"), "LOS": (60, "NG", "NGA"), "ACC": (0, "GH", "GHA"), "NBO": (180, "KE", "KEN"), "IST": (180, "TR", "TUR"),
    "SAW": (180, "TR", "TUR"), "AYT": (180, "TR", "TUR"), "ESB": (180, "TR", "TUR"), "AGP": (60, "ES", "ESP"), "TFS": (0, "ES", "ESP"),
    "ATH": (120, "GR", "GRC"), "NAP": (60, "IT", "ITA"), "FAO": (0, "PT", "PRT"), "LIS": (0, "PT", "PRT"), "WAW": (60, "PL", "POL"),
    "KTW": (60, "PL", "POL"), "GDN": (60, "PL", "POL"), "PRG": (60, "CZ", "CZE"), "CMN": (60, "MA", "MAR"), "NDR": (60, "MA", "MAR"),
    "FEZ": (60, "MA", "MAR"), "DXB": (240, "AE", "ARE"), "KHI": (300, "PK", "PAK"), "ISB": (300, "PK", "PAK"), "MGQ": (180, "SO", "SOM"),
    "AMM": (180, "JO", "JOR"), "CGK": (420, "ID", "IDN"), "DPS": (480, "ID", "IDN"), "CAN": (480, "CN", "CHN"), "PVG": (480, "CN", "CHN"),
    "SGN": (420, "VN", "VNM"), "ATL": (-300, "US", "USA"), "DTW": (-300, "US", "USA"), "JFK": (-300, "US", "USA"), "BOS": (-300, "US", "USA"),
    "ARN": (60, "SE", "SWE"), "OSL": (60, "NO", "NOR"), "CPH": (60, "DK", "DNK"), "FRA": (60, "DE", "DEU"), "MUC": (60, "DE", "DEU"),
    "CDG": (60, "FR", "FRA"), "BCN": (60, "ES", "ESP"), "HRG": (120, "EG", "EGY"), "SZG": (60, "AT", "AUT"), "DEL": (330, "IN", "IND"),
}


@dataclass(frozen=True)
class Leg:
    carrier: str
    number: str
    origin: str
    destination: str
    departure: Optional[datetime.datetime]  # local; None for a segment without a date
    minutes: int = 0

    def departure_utc(self):
        return self.departure - datetime.timedelta(minutes=AIRPORTS[self.origin][0])

    def arrival(self):
        """Local time of arrival."""
        return self.departure_utc() + datetime.timedelta(minutes=self.minutes + AIRPORTS[self.destination][0])


@dataclass(frozen=True)
class Flight:
    leg: Leg
    mix: str  # key of flights.MIXES
    size: int
    closed: bool = True  # the push after departure, with check-in data
    feed: str = "pnrgov"

    @property
    def key(self):
        return self.leg.carrier + self.leg.number


@dataclass
class Traveller:
    person: Person
    kind: str  # A adult, C child, IN infant
    reference: str = ""
    guardian: Optional["Traveller"] = None  # of an infant
    documented: bool = True  # the carrier holds passport data
    seat: str = ""
    sequence: int = 0  # boarding number; 0 = not checked in
    bags: int = 0
    tag: int = 0
    old_surname: str = ""  # an earlier spelling, for the history groups
    plant: object = None
    transit: bool = False


@dataclass
class Booking:
    locator: str
    created: datetime.datetime  # UTC
    changed: datetime.datetime
    travellers: List[Traveller]
    legs: List[Leg] = field(default_factory=list)
    flight_index: int = 0  # which leg the push is about
    agency: int = 0
    extras: frozenset = frozenset()
    late: bool = False  # made after the first push of a flight that is pushed twice
    gone: bool = False  # cancelled after the first push

    def seated(self):
        return [traveller for traveller in self.travellers if traveller.kind != "IN"]
