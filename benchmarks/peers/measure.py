"""Measures one matcher: speed in CPU time, recall against false alerts, and whether its answers are right."""

import csv
import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import matchers
import names as sets
from curve import Curve, Pairs

#: False alerts per 10,000 passengers.
BUDGETS = [1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 70, 100, 140, 200, 300, 500, 700, 1000]
CLASS_BUDGET = 100


@dataclass
class Result:
    name: str
    passengers: int
    #: Seconds of CPU time to prepare the list.
    prepare: float
    #: Passengers per second of CPU time, by the name of the row.
    speeds: dict[str, float]
    #: The planted among them, and the largest part of those that any threshold finds.
    planted: int = 0
    recall_at_most: float | None = None
    recall: dict[int, float] = field(default_factory=dict)
    classes: dict[str, float] = field(default_factory=dict)

    def judge(self, names: sets.NameSet, measured: list[int], pairs: Pairs, uses_dates: bool) -> None:
        curve = Curve(names, measured, pairs, uses_dates)
        self.planted = len(curve.planted)
        # A threshold means something only where it lets at least one false alert through.
        budgets = [each for each in BUDGETS if each / curve.groups * curve.innocents >= 10_000]
        self.recall = {budget: curve.recall(budget) for budget in budgets}
        everybody = 10_000 * curve.groups
        self.recall_at_most = curve.recall(everybody)
        assert curve.classes(everybody)["exact"] >= 0.9, f"{self.name} does not find exact names"
        if CLASS_BUDGET in budgets:
            self.classes = curve.classes(CLASS_BUDGET)


def peer(module: str, name: str, folder: Path) -> Result:
    """Runs in a process of its own, so that no peer finds the caches or the memory of another."""
    names = sets.read(folder)
    matcher = matchers.load(module, name)
    start = time.process_time()
    matcher.prepare(names)
    prepared = time.process_time() - start
    count = matcher.count
    if count is not None:
        count = max(1, count * 20_000 // max(20_000, len(names.persons)))
    measured = names.part(count)
    step = matcher.batch or len(measured)
    seconds, parts = 0.0, []
    for place in range(0, len(measured), step):
        numbers = measured[place : place + step]
        start = time.process_time()
        scored = matcher.score(numbers)
        seconds += time.process_time() - start
        parts.append(matcher.pairs(numbers, scored))
    pairs = Pairs.join(parts)
    matcher.check(measured, pairs)
    result = Result(matcher.name, len(measured), prepared, {matcher.name: len(measured) / seconds})
    if matcher.has_quality:
        result.judge(names, measured, pairs, matcher.uses_dates)
    return result


def pnrscreen(program: Path, folder: Path) -> Result:
    """The project's own matcher, which checks itself against its exhaustive scan."""
    command = [str(program)]
    for table in ("list", "passengers", "truth"):
        command += [f"--{table}", str(folder / f"{table}.csv")]
    command += ["--hits", str(folder / "hits.csv"), "--figures", str(folder / "figures.json")]
    subprocess.run(command, check=True, stdout=sys.stderr)
    figures = json.loads((folder / "figures.json").read_text())
    names = sets.read(folder)
    entries = {person.key: number for number, person in enumerate(names.persons)}
    numbers = {passenger.key: number for number, passenger in enumerate(names.passengers)}
    with open(folder / "hits.csv", encoding="utf-8", newline="") as file:
        rows = [(numbers[row["reference"]], entries[row["entry"]], int(row["score"])) for row in csv.DictReader(file)]
    assert len(rows) == figures["hits"] and figures["faults"] == 0
    assert (figures["persons"], figures["names"]) == (len(names.persons), names.name_count)
    speeds = {"pnrscreen, first night": figures["cold"], "pnrscreen, tokens known": figures["warm"]}
    result = Result("pnrscreen", len(names.passengers), figures["compile"], speeds)
    result.judge(names, list(range(len(names.passengers))), Pairs.of(rows), uses_dates=True)
    for budget, recall in figures["recall"].items():
        # The program counts by itself; both must agree where this table has the budget.
        assert abs(result.recall.get(int(budget), recall) - recall) < 1e-9, f"recall at {budget} differs"
    return result
