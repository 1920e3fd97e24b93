"""What every matcher looks like to the benchmark."""

from typing import Any

from curve import Pairs
from names import NameSet


class Matcher:
    """One way of finding listed persons among passengers, on one core."""

    #: As the tables show it.
    name: str
    #: Passengers measured against 20,000 persons; fewer against more; none for all of them.
    count: int | None = None
    #: Passengers given to `score` at a time, where all at once would take too much memory.
    batch: int | None = None
    #: Whether the score counts the birth date; else the date rule does.
    uses_dates = False
    #: Whether there is something to say of recall; else only the speed is measured.
    has_quality = True

    def prepare(self, names: NameSet) -> None:
        """Whatever a night's run does once for a list."""
        raise NotImplementedError

    def score(self, numbers: list[int]) -> Any:
        """The work that is timed: these passengers of the set against the list."""
        raise NotImplementedError

    def pairs(self, numbers: list[int], scored: Any) -> Pairs:
        """What `score` gave for these passengers, as pairs; not timed."""
        return scored

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """Compares the answer with one that was found in another way; raises AssertionError."""
        raise NotImplementedError
