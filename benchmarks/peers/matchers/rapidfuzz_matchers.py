"""rapidfuzz: every passenger against every listed name, by whole-string scores in SIMD registers."""

import random

import numpy
from rapidfuzz import distance, fuzz, process

from curve import Pairs
from matchers.matcher import Matcher
from names import NameSet

#: Scores in a block of comparisons, which bounds the memory.
BLOCK = 16_000_000


class Cdist(Matcher):
    """`process.cdist` on one core; `factor` brings its scores to 0…100."""

    scorer = None
    factor = 1
    #: Pairs under this are not kept.
    floor = 70

    def prepare(self, names: NameSet) -> None:
        self.names = names
        self.listed = [spelling.name for person in names.persons for spelling in person.spellings]
        self.entries = numpy.repeat(range(len(names.persons)), [len(person.spellings) for person in names.persons])

        self.batch = max(1, BLOCK // len(self.listed))

    def score(self, numbers: list[int]) -> numpy.ndarray:
        passengers = [self.names.passengers[number].name for number in numbers]
        return process.cdist(passengers, self.listed, scorer=self.scorer, workers=1)

    def pairs(self, numbers: list[int], scores: numpy.ndarray) -> Pairs:
        rows, columns = numpy.nonzero(scores * self.factor >= self.floor)
        return Pairs(numpy.array(numbers)[rows], self.entries[columns], scores[rows, columns])

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """Pairs of some passengers counted one by one with the scorer itself."""
        for number in random.Random(1).sample(numbers, 3):
            name = self.names.passengers[number].name
            expected = sum(numpy.float32(self.scorer(name, other)) * self.factor >= self.floor for other in self.listed)
            found = int((pairs.passengers == number).sum())
            assert found == expected, f"{self.name}: {found} pairs instead of {expected}"


class Ratio(Cdist):
    name = "rapidfuzz ratio"
    scorer = staticmethod(fuzz.ratio)
    count = 10_000

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        super().check(numbers, pairs)
        chosen = random.Random(2)
        for _ in range(200):
            one, other = chosen.choice(self.listed), chosen.choice(self.listed)
            assert abs(fuzz.ratio(one, other) - indel_ratio(one, other)) < 0.001, (one, other)


class JaroWinkler(Cdist):
    name = "rapidfuzz Jaro-Winkler"
    scorer = staticmethod(distance.JaroWinkler.similarity)
    factor = 100
    floor = 80
    count = 10_000


class TokenSortRatio(Cdist):
    name = "rapidfuzz token_sort_ratio"
    scorer = staticmethod(fuzz.token_sort_ratio)
    count = 10_000


class WRatio(Cdist):
    name = "rapidfuzz WRatio"
    scorer = staticmethod(fuzz.WRatio)
    floor = 80
    count = 1_250


def indel_ratio(one: str, other: str) -> float:
    """100 · 2 · longest common subsequence / both lengths, by the textbook's table."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for place, candidate in enumerate(other, start=1):
            before, row[place] = row[place], (before + 1 if letter == candidate else max(row[place], row[place - 1]))
    return 200 * row[-1] / max(1, len(one) + len(other))
