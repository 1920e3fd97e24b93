"""Repeatable chance: only `random.random()` is used, whose sequence Python keeps stable between versions."""

import random

SEED = 20261128


class Dice:
    """A source of chance of its own for every key, so that a change to one flight leaves the others as they are."""

    def __init__(self, *key):
        self._random = random.Random("/".join(str(part) for part in (SEED,) + key)).random

    def chance(self, probability):
        return self._random() < probability

    def below(self, limit):
        return int(self._random() * limit)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def skewed(self, items):
        """The first items are drawn far more often than the last ones, like names in life."""
        return items[int(len(items) * self._random() ** 1.9)]

    def weighted(self, pairs):
        mark = self._random() * sum(weight for _, weight in pairs)
        for item, weight in pairs:
            mark -= weight
            if mark < 0:
                return item
        return pairs[-1][0]

    def shuffled(self, items):
        rest, result = list(items), []
        while rest:
            result.append(rest.pop(self.below(len(rest))))
        return result

    def pattern(self, template):
        """`A` becomes a letter (none that looks like a digit), `9` a digit, anything else stays."""
        draw = {"A": "BCDFGHJKLMNPRSTUVWXYZ", "9": "0123456789"}
        return "".join(self.pick(draw[sign]) if sign in draw else sign for sign in template)
