"""The date rule: what birth dates say, for matchers that know of names alone."""

import numpy

COMPATIBLE, UNKNOWN, CONTRADICTING = 0, 1, 2


def numbers(dates: list[str]) -> numpy.ndarray:
    """Year, month and day of each `1970-12-31` or `1970`; 0 for what is not known."""
    parts = ([int(part) for part in date.split("-")] if date else [] for date in dates)
    return numpy.array([(part + [0, 0, 0])[:3] for part in parts], dtype=numpy.int16).reshape(-1, 3)


def relation(one: numpy.ndarray, other: numpy.ndarray) -> numpy.ndarray:
    """Compares row by row.

    Compatible: equal; day and month swapped; one component wrong and the years at most two apart; only a year
    known, at most one apart.
    """
    differs = one != other
    years_apart = numpy.abs(one[:, 0] - other[:, 0])
    year_only = (one[:, 1] == 0) | (other[:, 1] == 0)
    swapped = (years_apart == 0) & (one[:, 1] == other[:, 2]) & (one[:, 2] == other[:, 1])
    near = (differs.sum(axis=1) <= 1) & (years_apart <= 2)
    compatible = numpy.where(year_only, years_apart <= 1, swapped | near)
    unknown = (one[:, 0] == 0) | (other[:, 0] == 0)
    return numpy.where(unknown, UNKNOWN, numpy.where(compatible, COMPATIBLE, CONTRADICTING))


def check() -> None:
    """The cases that the rule is made of."""
    cases = [
        ("1970-03-04", "1970-03-04", COMPATIBLE),
        ("1970-03-04", "1970-04-03", COMPATIBLE),
        ("1970-03-04", "1972-03-04", COMPATIBLE),
        ("1970-03-04", "1973-03-04", CONTRADICTING),
        ("1970-03-04", "1970-03-29", COMPATIBLE),
        ("1970-03-04", "1971-03-29", CONTRADICTING),
        ("1970-03-04", "1971", COMPATIBLE),
        ("1970-03-04", "", UNKNOWN),
    ]
    found = relation(numbers([case[0] for case in cases]), numbers([case[1] for case in cases]))
    assert found.tolist() == [case[2] for case in cases], "the date rule is wrong"
