"""nomenklatura (OpenSanctions): logic-v2, on the candidates of its own index or on all pairs."""

import logging
import tempfile
from pathlib import Path

from followthemoney import Dataset, StatementEntity, registry
from nomenklatura.blocker.index import Index
from nomenklatura.matching import LogicV2

from curve import Pairs
from matchers.matcher import Matcher
from names import NameSet, Person

SOURCE = Dataset.make({"name": "benchmark", "title": "Benchmark"})


def entity(key: str, person: Person) -> StatementEntity:
    properties = {"name": [f"{one.given} {one.surname}" for one in person.spellings]}
    for field, text, kind in [
        ("birthDate", person.birth_date, registry.date),
        ("gender", person.gender, registry.gender),
        ("nationality", person.nationality, registry.country),
    ]:
        if text:
            properties[field] = [kind.clean(text)]
    return StatementEntity.from_data(SOURCE, {"id": key, "schema": "Person", "properties": properties})


class LogicV2All(Matcher):
    """Every passenger with every person."""

    name = "nomenklatura logic-v2, all pairs"
    count = 2
    has_quality = False
    uses_dates = True
    floor = 0.3

    def prepare(self, names: NameSet) -> None:
        logging.disable(logging.INFO)
        self.names = names
        self.config = LogicV2.default_config()
        self.listed = [entity(f"L{number}", person) for number, person in enumerate(names.persons)]

    def entities(self, numbers: list[int]) -> dict[int, StatementEntity]:
        return {number: entity(f"P{number}", self.names.passengers[number]) for number in numbers}

    def compare(self, passenger: StatementEntity, entry: int) -> float:
        return LogicV2.compare(passenger, self.listed[entry], self.config).score

    def score(self, numbers: list[int]) -> Pairs:
        rows = []
        for number, passenger in self.entities(numbers).items():
            scores = (self.compare(passenger, entry) for entry in range(len(self.listed)))
            rows += [(number, entry, score) for entry, score in enumerate(scores) if score >= self.floor]
        return Pairs.of(rows)

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """A listed person compared with himself scores 1, and nobody scores more."""
        assert self.compare(self.listed[0], 0) == 1.0
        assert len(pairs) and pairs.scores.max() <= 1.0


class LogicV2Blocked(LogicV2All):
    """The persons that its DuckDB index proposes, at most 75 a passenger."""

    name = "nomenklatura index + logic-v2"
    count = 1_250
    has_quality = True

    def prepare(self, names: NameSet) -> None:
        super().prepare(names)
        self.folder = tempfile.TemporaryDirectory()
        self.index = Index(self, Path(self.folder.name))
        self.index.con.execute("SET threads = 1")
        self.index.build()

    def entities(self, numbers=None, include_schemata=None):
        """Listed persons for the index, which asks for a view of them; else passengers."""
        return iter(self.listed) if numbers is None else super().entities(numbers)

    def score(self, numbers: list[int]) -> Pairs:
        passengers = self.entities(numbers)
        rows = []
        for key, candidates in self.index.match_entities(passengers.values()):
            number = int(key.id[1:])
            entries = [int(candidate.id[1:]) for candidate, _ in candidates]
            rows += [(number, entry, self.compare(passengers[number], entry)) for entry in entries]
        return Pairs.of(rows)

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """Its best pairs, compared alone, score the same."""
        super().check(numbers, pairs)
        for place in pairs.scores.argsort()[-20:].tolist():
            number, entry = int(pairs.passengers[place]), int(pairs.entries[place])
            # Under another key, since the library remembers entities by theirs.
            alone = self.compare(entity(f"again{number}", self.names.passengers[number]), entry)
            assert alone == pairs.scores[place], f"{self.name}: {alone} instead of {pairs.scores[place]}"


class LogicV2Names(LogicV2Blocked):
    """Its score of names alone, with the date rule instead of its own handling of dates."""

    name = "nomenklatura index + logic-v2 names"
    uses_dates = False

    def prepare(self, names: NameSet) -> None:
        super().prepare(names)
        others = [feature.name for feature in LogicV2.features if feature.name != "name_match"]
        self.config.weights = {name: 0.0 for name in others}
