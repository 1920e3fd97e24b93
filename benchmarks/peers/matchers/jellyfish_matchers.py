"""jellyfish: the same scores as rapidfuzz, one pair at a time; so only its speed is measured."""

import jellyfish
from rapidfuzz import distance

from curve import Pairs
from matchers.matcher import Matcher
from names import NameSet


class JellyfishJaroWinkler(Matcher):
    name = "jellyfish Jaro-Winkler"
    count = 100
    has_quality = False
    floor = 0.8

    def prepare(self, names: NameSet) -> None:
        self.names = names
        self.listed = [(entry, one.name) for entry, person in enumerate(names.persons) for one in person.spellings]

    def score(self, numbers: list[int]) -> Pairs:
        score = jellyfish.jaro_winkler_similarity
        rows = []
        for number in numbers:
            name = self.names.passengers[number].name
            rows += [
                (number, entry, value) for entry, other in self.listed if (value := score(name, other)) >= self.floor
            ]
        return Pairs.of(rows)

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """rapidfuzz finds the same number of pairs; scores a hair beside the floor may go either way."""
        for number in numbers[:2]:
            name = self.names.passengers[number].name
            scores = [distance.JaroWinkler.similarity(name, other) for _, other in self.listed]
            least, most = (sum(score >= self.floor + hair for score in scores) for hair in (1e-9, -1e-9))
            found = int((pairs.passengers == number).sum())
            assert least <= found <= most, f"{self.name}: {found} pairs instead of {least}"
