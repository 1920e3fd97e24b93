"""Recall against false alerts, as `evaluate.py` of the corpus and `Curve.swift` count them.

A planted passenger is found when the pair with the right person scores above the threshold; any other passenger
with such a pair is one false alert. The threshold is the score that would exceed the budget.
"""

from dataclasses import dataclass

import numpy

import dates
from names import NameSet


@dataclass
class Pairs:
    """What a matcher found: numbers of passengers and of listed persons, and a score, higher for likelier."""

    passengers: numpy.ndarray
    entries: numpy.ndarray
    scores: numpy.ndarray

    def __len__(self) -> int:
        return len(self.scores)

    @classmethod
    def of(cls, rows: list[tuple[int, int, float]]) -> "Pairs":
        table = numpy.array(rows, dtype=float).reshape(-1, 3)
        return cls(table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2])

    @classmethod
    def join(cls, parts: list["Pairs"]) -> "Pairs":
        columns = ([part.passengers for part in parts], [part.entries for part in parts], [part.scores for part in parts])
        return cls(*(numpy.concatenate(column) for column in columns))


class Curve:
    """Of the passengers that were measured.

    A score that knows no birth dates gets the date rule: two thresholds, one for compatible and one for unknown
    dates, each with half of the budget; pairs whose dates contradict are dropped.
    """

    def __init__(self, names: NameSet, measured: list[int], pairs: Pairs, uses_dates: bool):
        self.planted = {number: names.truth[number] for number in measured if number in names.truth}
        self.innocents = len(measured) - len(self.planted)
        groups = numpy.zeros(len(pairs), dtype=int)
        if not uses_dates:
            listed = dates.numbers([person.birth_date for person in names.persons])
            travelling = dates.numbers([person.birth_date for person in names.passengers])
            groups = dates.relation(travelling[pairs.passengers], listed[pairs.entries])
        self.groups = 1 if uses_dates else 2
        self.right: list[dict[int, float]] = [{} for _ in range(self.groups)]
        best_false: list[dict[int, float]] = [{} for _ in range(self.groups)]
        for passenger, entry, score, group in zip(
            pairs.passengers.tolist(), pairs.entries.tolist(), pairs.scores.tolist(), groups.tolist()
        ):
            if group >= self.groups:
                continue
            planted = self.planted.get(passenger)
            if planted is None:
                best = best_false[group]
            elif planted.entry == entry:
                best = self.right[group]
            else:
                continue
            best[passenger] = max(score, best.get(passenger, -numpy.inf))
        self.false_scores = [sorted(best.values(), reverse=True) for best in best_false]

    def found(self, budget: float) -> set[int]:
        """The planted passengers found at so many false alerts per 10,000 passengers."""
        allowed = int(budget / self.groups * self.innocents / 10_000)
        result = set()
        for right, false_scores in zip(self.right, self.false_scores):
            threshold = false_scores[allowed] if allowed < len(false_scores) else -numpy.inf
            result |= {number for number, score in right.items() if score > threshold}
        return result

    def recall(self, budget: float) -> float:
        return len(self.found(budget)) / max(1, len(self.planted))

    def classes(self, budget: float) -> dict[str, float]:
        found = self.found(budget)
        members: dict[str, list[bool]] = {}
        for number, planted in self.planted.items():
            members.setdefault(planted.distortion, []).append(number in found)
        return {name: sum(each) / len(each) for name, each in sorted(members.items())}
