"""One booking as PNRGOV segments: GR1 to GR12 in the order of the guide."""

import datetime

from .text import letters_only, plain

_STREETS = ["Voorbeeldlaan", "Proefstraat", "Monsterweg", "Testkade", "Verzinselplein", "Modelsingel"]
_CITIES = [("Utrecht", "3500AA"), ("Zwolle", "8000AB"), ("Breda", "4800AC"), ("Almere", "1300AD"), ("Delft", "2600AE")]
_REMARKS = ["PAX ASKED FOR AISLE SEAT?", "LATE ARRIVAL +30 MIN KNOWN", "NAME TAG 'VIP' NOT NEEDED", "CALL BACK 10:30", "BIKE ON 28NOV: PREPAID",
            "GROUP FARE 100% PAID", "SEATS #12 AND #13 TOGETHER", "WAITLIST * CLEARED"]
_TIERS = ["IVORY", "SILVER", "GOLD", "EXPLORER"]


def _phone(dice):
    return "312055501%02d" % dice.below(100)


def _mail(traveller):
    person = traveller.person
    name = letters_only(plain(person.given[0] if person.given else "INFO", person.tradition)) or "INFO"
    return name + "//EXAMPLE.COM"


def _ddmmyy(moment):
    return moment.strftime("%d%m%y")


def _ddmmmyy(day):
    months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
    return "%02d%s%02d" % (day.day, months[day.month - 1], day.year % 100)


def leg_segment(style, leg, operating=True, carrier="", number=""):
    """TVL; with a booking class in the itinerary, without in the head of the message."""
    carrier, number = carrier or leg.carrier, number or leg.number
    if leg.departure is None:
        return ("TVL", "", leg.origin, leg.destination, carrier, number)
    arrival = leg.arrival()
    times = [_ddmmyy(leg.departure), leg.departure.strftime("%H%M"), _ddmmyy(arrival), arrival.strftime("%H%M")]
    number = style.flight_number(number)
    return ("TVL", times, leg.origin, leg.destination, carrier, [number] if operating else [number, "Y"])


def docs_text(style, traveller):
    person, paper = traveller.person, traveller.person.document
    surname, first, further = style.docs_name(traveller)
    sex = person.sex + ("I" if traveller.kind == "IN" else "")
    born = _ddmmmyy(person.born) if person.born else ""
    fields = ["", paper.type, paper.issuer, paper.number, person.nationality, born, sex, _ddmmmyy(paper.expires), surname, first]
    return "/".join(fields + ([further] if further else []))


def _docs(style, traveller, leg=None):
    route = [leg.origin, leg.destination] if leg else ["", ""]
    composite = ["DOCS", "HK", "1", style.carrier, "", ""] + route + [docs_text(style, traveller)]
    holder = traveller.guardian or traveller
    return ("SSR", composite, ["", "", holder.reference]) if leg else ("SSR", composite)


def number_travellers(style, booking):
    for index, traveller in enumerate(booking.travellers, 1):
        traveller.reference = style.reference.format(index)


def _head(dice, style, push, booking):
    created, changed = booking.created, min(booking.changed, push.sent - datetime.timedelta(hours=1))
    rci = [[style.carrier, booking.locator, "", _ddmmyy(created), created.strftime("%H%M")]]
    if booking.agency > 18:
        rci.append(["1A", dice.pattern("AA9A9A")])
    yield ("RCI", *rci)
    dates = [["700", _ddmmyy(changed), changed.strftime("%H%M")]]
    if style.tickets and "ticket" in booking.extras:
        dates.append(["710", _ddmmyy(created), created.strftime("%H%M")])
    yield ("DAT", *dates)
    if dice.chance(.1):
        yield ("IFT", ["4", "28", "", style.carrier], dice.pick(_REMARKS))
    if booking.agency > 18:
        yield ("ORG", ["1A", "MUC"], ["573200%02d" % booking.agency, "AMSXX01%02d" % booking.agency], "AMS", [style.carrier, style.hub], "T",
               ["NL", "EUR", "NL"], "1234AA")
    else:
        yield ("ORG", [style.carrier, style.hub], "", style.hub, "", "A")
    if "address" in booking.extras:
        city, postcode = dice.pick(_CITIES)
        street = "%s %d" % (dice.pick(_STREETS).upper(), dice.between(1, 180))
        yield ("ADD", "", ["700", street, city.upper(), "", "", "NL", postcode, _phone(dice)])
    if "bags" in booking.extras:
        yield ("EBD", ["EUR", "%d.00" % (30 * len(booking.seated()))], [str(len(booking.seated())), "", "N"])


def _ticket(dice, style, booking, traveller):
    fare = dice.between(60, 900)
    yield ("TKT", [style.accounting + dice.pattern("9999999999"), "T", "1"])
    yield ("MON", ["B", "%d.00" % fare, "EUR"], ["T", "%d.%02d" % (fare + 61, dice.below(100)), "EUR"])
    if "payment" in booking.extras and traveller is booking.travellers[0]:
        yield ("PTK", "NR", "", [_ddmmyy(booking.created), "2359"], style.carrier, style.accounting, style.hub)
        yield ("TXD", "", ["26.43", "NL", "EUR", "RN"])
        yield ("DAT", ["710", _ddmmyy(booking.created)])
        yield ("FOP", ["CC", "", "%d.00" % (fare + 61), "VI", "XXXXXXXXXXXX0000", "0129"])
        surname, given = style.tif_name(traveller)
        yield ("IFT", ["4", "43"], (given[:1] + " " + surname).strip(), "VOORBEELDLAAN 1 UTRECHT", _phone(dice))


def _traveller(dice, style, push, booking, traveller):
    surname, given = style.tif_name(traveller)
    infant = next((other for other in booking.travellers if other.guardian is traveller), None)
    yield ("TIF", [surname, "I"] if style.apostrophe else [surname], [given, traveller.kind, traveller.reference, "1" if infant else ""])
    if traveller.kind == "IN":
        return
    if "loyalty" in booking.extras and traveller.kind == "A":
        yield ("FTI", [style.carrier, "90" + dice.pattern("9999999"), traveller.reference, "", dice.pick(_TIERS)])
    if "contact" in booking.extras and traveller is booking.travellers[0]:
        yield ("IFT", ["4", "28", "", style.carrier], "CTCE " + _mail(traveller))
        yield ("SSR", ["CTCM", "HK", "1", style.carrier, "", "", "", "", "/" + _phone(dice)])
    if style.tickets and "ticket" in booking.extras:
        yield ("FAR", traveller.kind, "", "", "", "", dice.pick(["YFLEX", "QSTD", "TLIGHT", "ZBIZ"]))
    if style.documents_at == "traveller":
        for person in (infant, traveller):
            if person and push.documented(person):
                yield _docs(style, person)
    if dice.chance(.06):
        yield ("SSR", [dice.pick(["VGML", "WCHR", "CHML", "PETC"]), "HK", "1", style.carrier])
    if style.tickets and "ticket" in booking.extras:
        yield from _ticket(dice, style, booking, traveller)


def _check_in(dice, style, push, booking):
    checked = [traveller for traveller in booking.travellers if traveller.sequence]
    if not push.closed or not checked:
        return
    leg = push.flight.leg
    moment = leg.departure_utc() - datetime.timedelta(minutes=dice.between(55, 150))
    yield ("DAT", ["2", _ddmmyy(moment), moment.strftime("%H%M")])
    yield ("ORG", [style.carrier, leg.origin], "", leg.origin, "", "A")
    for traveller in checked:
        surname, given = style.tif_name(traveller)
        number = "%s-%03d" % (leg.origin, traveller.sequence)
        yield ("TRI", "", [number, "", "", traveller.reference])
        yield ("TIF", surname, [given, traveller.kind, traveller.reference])
        yield ("SSD", traveller.seat.zfill(3), "", "", "", "Y")
        if traveller.bags:
            tags = [style.accounting, "0%s%06d" % (style.accounting, traveller.tag), str(traveller.bags), leg.destination]
            yield ("TBD", "", [str(traveller.bags), str(traveller.bags * dice.between(11, 23)), "700"], "", ["HP", number], tags)


def _flights(dice, style, push, booking):
    for index, leg in enumerate(booking.legs):
        pushed = index == booking.flight_index
        if pushed and style.codeshare and "codeshare" in booking.extras:
            yield leg_segment(style, leg, False, style.codeshare, str(9000 + int(leg.number) % 1000))
            yield ("TRA", leg.carrier, [style.flight_number(leg.number), "Y"])
        else:
            yield leg_segment(style, leg, False)
        if leg.departure is None:
            continue
        yield ("RPI", str(len(booking.seated())), "HK")
        if not pushed:
            continue
        yield ("APD", push.equipment)
        if style.documents_at == "flight":
            for traveller in booking.travellers:
                if push.documented(traveller):
                    yield _docs(style, traveller, leg)
        seats = [[traveller.seat, "", traveller.reference] for traveller in booking.seated()]
        yield ("SSR", ["SEAT", "HK", str(len(seats)), style.carrier, "", "", leg.origin, leg.destination], *seats)
        for traveller in booking.travellers:
            if traveller.kind == "IN":
                surname, _ = style.tif_name(traveller)
                given = plain(traveller.person.given[0], traveller.person.tradition)
                name = "%s/%s %s" % (surname, given, _ddmmmyy(traveller.person.born))
                yield ("SSR", ["INFT", "HK", "1", style.carrier, "", "", leg.origin, leg.destination, name], ["", "", traveller.guardian.reference])
        yield from _check_in(dice, style, push, booking)


def _history(style, booking):
    for traveller in booking.travellers:
        if traveller.old_surname:
            surname, given = style.tif_name(traveller)
            yield ("ABI", "4", ["57320001", "AMSXX0101"], style.hub, "", style.carrier)
            yield ("DAT", ["T", _ddmmyy(booking.changed), booking.changed.strftime("%H%M")])
            yield ("SAC", "", "", "X")
            yield ("TIF", [traveller.old_surname], [given, traveller.kind, traveller.reference])
            yield ("SAC", "", "", "A")
            yield ("TIF", [surname], [given, traveller.kind, traveller.reference])
            yield ("LTS", "0/O/NM/%s/%s(ADT)" % (traveller.old_surname, given))


def booking_segments(dice, style, push, booking):
    number_travellers(style, booking)
    segments = [("SRC",)]
    segments += _head(dice, style, push, booking)
    for traveller in booking.travellers:
        segments += _traveller(dice, style, push, booking, traveller)
    segments += _flights(dice, style, push, booking)
    if "split" in booking.extras:
        segments += [("EQN", "1"), ("RCI", [style.carrier, dice.pattern("AA9A9A")])]
    if "hotel" in booking.extras:
        nights = booking.legs[-1].departure or booking.legs[0].departure
        segments += [("MSG", "8"), ("TVL", [_ddmmyy(nights), "", _ddmmyy(nights + datetime.timedelta(days=2))], booking.legs[0].destination, "", "HH")]
    segments += _history(style, booking)
    return segments
