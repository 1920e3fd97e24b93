"""The set that every matcher gets: listed persons with all their names, passengers, and who of them is who."""

import csv
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Person:
    """A listed person or a passenger, as a row of the contract's tables `persons-csv` or `passengers-csv`."""

    key: str
    surname: str
    given: str
    birth_date: str
    gender: str
    nationality: str
    aliases: list["Person"] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.surname} {self.given}".strip()

    @property
    def spellings(self) -> list["Person"]:
        return [self, *self.aliases]


@dataclass
class Planted:
    """Which listed person a passenger is, and what was done to the record."""

    entry: int
    distortion: str


@dataclass
class NameSet:
    """Entries and passengers are known by their position."""

    folder: Path
    persons: list[Person]
    passengers: list[Person]
    truth: dict[int, Planted]

    @property
    def name_count(self) -> int:
        return sum(len(person.spellings) for person in self.persons)

    def part(self, count: int | None) -> list[int]:
        """The passengers that a slow matcher gets: one in five is planted, in the order of the table.

        Recall is a share of the planted and false alerts are a share of the others, so the mixture moves neither.
        """
        if count is None or count >= len(self.passengers):
            return list(range(len(self.passengers)))
        planted = sorted(self.truth)[: max(1, count // 5)]
        others = (number for number in range(len(self.passengers)) if number not in self.truth)
        return sorted(planted + [number for number, _ in zip(others, range(count - len(planted)))])


def read(folder: Path) -> NameSet:
    """Reads `list.csv`, `passengers.csv` and `truth.csv`, which `matching-benchmark --write` makes."""
    persons: dict[str, Person] = {}
    for row in _rows(folder / "list.csv"):
        person = _person(row["entry"], row)
        listed = persons.setdefault(row["entry"], person)
        # A name that a person has twice would only slow down those who compare all names.
        if all((person.surname, person.given) != (one.surname, one.given) for one in listed.spellings):
            listed.aliases.append(person)
    entries = {key: position for position, key in enumerate(persons)}
    passengers = [_person(row["reference"], row) for row in _rows(folder / "passengers.csv")]
    numbers = {passenger.key: number for number, passenger in enumerate(passengers)}
    truth = {
        numbers[row["reference"]]: Planted(entries[row["entry"]], row["class"]) for row in _rows(folder / "truth.csv")
    }
    return NameSet(folder, list(persons.values()), passengers, truth)


def _rows(path: Path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _person(key: str, row: dict[str, str]) -> Person:
    return Person(key, row["surname"], row["given"], row["birth_date"], row["gender"], row["nationality"])
