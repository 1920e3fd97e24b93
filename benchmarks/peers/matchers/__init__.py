"""The peers, in the order of the tables. A new one is a class in a file of its own and a line here."""

import importlib

#: Module and class: each is loaded only in the process that measures it.
PEERS = [
    ("rapidfuzz_matchers", "Ratio"),
    ("rapidfuzz_matchers", "TokenSortRatio"),
    ("rapidfuzz_matchers", "JaroWinkler"),
    ("rapidfuzz_matchers", "WRatio"),
    ("jellyfish_matchers", "JellyfishJaroWinkler"),
    ("nomenklatura_matchers", "LogicV2Names"),
    ("nomenklatura_matchers", "LogicV2Blocked"),
    ("nomenklatura_matchers", "LogicV2All"),
    ("splink_matcher", "Splink"),
]


def load(module: str, name: str):
    return getattr(importlib.import_module(f"matchers.{module}"), name)()
