"""One PNRGOV file with three faults, to see how a run reports them."""

import datetime

from . import pnrgov
from .crowd import fill
from .dice import Dice
from .model import Flight, Leg
from .styles import PNR_STYLES

PATH = "samples/flawed/KL1013-20261128.edi"


def files(listed_keys):
    leg = Leg("KL", "1013", "AMS", "LHR", datetime.datetime(2026, 11, 28, 13, 30), 80)
    flight = Flight(leg, "home", 12)
    style, bookings = PNR_STYLES["KL"], fill(flight, listed_keys, set(), [], set())
    messages = []
    for index in range(3):
        push = pnrgov.Push(style, flight, bookings[index * 2:index * 2 + 2], pnrgov.sending_time(flight), 9000, True)
        messages += push.messages(index + 1)
    first, second, third = messages
    count = len(first)
    first[-1] = first[-1].replace("UNT+%d" % count, "UNT+%d" % (count + 1))  # fault 1: one segment too many is declared
    second[-1] = second[-1].replace("UNT+%d" % len(second), "UNT+%d" % (len(second) + 1))  # correct, with the segment added below
    place = next(at for at, line in enumerate(second) if line.startswith("TVL") and at > 6)
    second.insert(place, "XQZ+SOMETHING:NOBODY+KNOWS'")  # fault 2: an unknown segment
    cut = max(at for at, line in enumerate(third) if line.startswith("SSR+DOCS"))
    lines = push.interchange(messages)
    end = lines.index(third[cut], lines.index(third[0]))
    text = "\n".join(lines[:end] + [lines[end][:30]])  # fault 3: the file breaks off inside a segment
    return {PATH: text.encode("ascii")}
