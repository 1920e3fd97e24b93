"""House styles: what each carrier does differently from the others."""

from dataclasses import dataclass

from .edifact import BARE, CLASSIC, PADIS, UNUSUAL, Syntax
from .text import accented_upper, letters_only, plain, travel_document


@dataclass(frozen=True)
class PnrStyle:
    carrier: str
    version: str
    syntax: Syntax
    hub: str = "AMS"
    newline: str = "\n"
    wrap: int = 0
    group: bool = False
    header: str = ""  # Type-B lines before UNA
    parts: int = 1  # messages per push
    names: str = "glued"  # TIF: glued, first, spaced
    title: str = "glued"  # TIF: glued, spaced, none
    surname: str = "joined"  # TIF: joined, spaced
    apostrophe: bool = False
    reference: str = "{0}"  # of the travellers in a booking
    digits: int = 0  # flight numbers are padded to this width
    documents_at: str = "traveller"  # DOCS under TIF, or under the flight with a reference
    tickets: bool = True
    accounting: str = "999"
    codeshare: str = ""

    def tif_name(self, traveller):
        """(surname, given and title) as in a reservation: A-Z, often glued."""
        person = traveller.person
        surname = _punctuated(plain(person.surname, person.tradition), self.apostrophe)
        given = [_punctuated(plain(name, person.tradition), self.apostrophe).replace("-", " ") for name in person.given]
        if self.surname == "joined":
            surname = surname.replace(" ", "").replace("-", "")
        if self.names == "first":
            given = given[:1]
        name = (" " if self.names == "spaced" else "").join(given)
        if self.names == "glued":
            name = name.replace(" ", "")
        title = "" if self.title == "none" or person.title_in_given else title_of(traveller)
        gap = " " if self.title == "spaced" and name and title else ""
        return surname.replace("-", " "), name + gap + title

    def docs_name(self, traveller):
        """(surname, first given, further given) as in the passport."""
        person = traveller.person
        given = [travel_document(plain(name, person.tradition)) for name in person.given]
        surname = plain(person.surname, person.tradition)
        surname = surname.replace("-", " ") if self.apostrophe else travel_document(surname)
        return surname, given[0] if given else "", " ".join(given[1:])

    def flight_number(self, number):
        return number.zfill(self.digits)


def _punctuated(name, apostrophe):
    return name if apostrophe else name.replace("'", "")


def title_of(traveller):
    male = traveller.person.sex == "M"
    if traveller.kind == "IN":
        return ""
    if traveller.kind == "C":
        return "MSTR" if male else "MISS"
    if male:
        return "MR"
    return "MS" if letters_only(plain(traveller.person.surname))[0] < "E" else "MRS"


PNR_STYLES = {style.carrier: style for style in [
    PnrStyle("KL", "14:1", PADIS, apostrophe=True, accounting="999", codeshare="DL"),
    PnrStyle("HV", "13:1", BARE, newline="", names="first", title="spaced", surname="spaced", reference="{0:03d}", accounting="998"),
    PnrStyle("TK", "17:1", PADIS, hub="IST", group=True, parts=3, names="glued", title="spaced", reference="{0}.1", digits=4, accounting="997"),
    PnrStyle("W6", "11:1", CLASSIC, hub="BUD", newline="", names="first", title="none", surname="spaced", documents_at="flight", tickets=False),
    PnrStyle("LO", "16:1", UNUSUAL, hub="WAW", newline="\r\n", names="spaced", title="spaced", surname="spaced", digits=4, accounting="996"),
    PnrStyle("AT", "15:1", PADIS, hub="CMN", newline="\n", wrap=69, group=True, names="glued", title="glued", digits=3, accounting="995"),
    PnrStyle("EK", "21:1", PADIS, hub="DXB", newline="\r\n", names="spaced", title="glued", surname="spaced", apostrophe=True,
             header="QU SPLNPXX\r\n.DXBTSXX {0}\r\n", reference="4{0:04d}", digits=4, accounting="994"),
]}


@dataclass(frozen=True)
class PaxStyle:
    carrier: str
    version: str
    syntax: Syntax
    charset: str = "UNOA:4"
    newline: str = "\n"
    group: bool = True
    accents: bool = False
    long_dates: bool = False  # DTM 329 as CCYYMMDD with format code 102
    rich: bool = True  # MEA, FTX, several RFF
    split_given: bool = True  # each given name a component of its own
    digits: int = 0

    def name(self, traveller):
        """(surname, given names): components of NAD."""
        person = traveller.person
        spell = accented_upper if self.accents else lambda name, tradition: travel_document(plain(name, tradition))
        given = [spell(name, person.tradition) for name in person.given]
        if not self.split_given:
            given = [" ".join(given)] if given else []
        return spell(person.surname, person.tradition), given

    def flight_id(self, leg):
        return leg.carrier + leg.number.zfill(self.digits)


PAX_STYLES = {style.carrier: style for style in [
    PaxStyle("PC", "D:16B", CLASSIC, charset="UNOY:4", accents=True),
    PaxStyle("GA", "D:12B", CLASSIC, newline="\r\n", digits=4),
    PaxStyle("CZ", "D:05B", BARE, newline="", group=False, rich=False, split_given=False),
    PaxStyle("DL", "D:02B", CLASSIC, charset="UNOA:3", group=False, long_dates=True, rich=False, digits=4),
    PaxStyle("KL", "D:12B", CLASSIC, digits=4),
]}
