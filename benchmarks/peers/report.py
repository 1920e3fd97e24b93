"""The results as Markdown."""

import datetime
import platform
from importlib import metadata

from measure import CLASS_BUDGET, Result
from names import NameSet
from plots import number

LIBRARIES = ["rapidfuzz", "jellyfish", "nomenklatura", "rigour", "splink", "duckdb"]
BASELINE = "rapidfuzz ratio"


def markdown(names: NameSet, results: list[Result], images: list[str]) -> str:
    base = next((result.speeds[BASELINE] for result in results if BASELINE in result.speeds), None)
    speeds = [
        [
            row,
            f"{result.passengers:,}",
            f"{result.prepare:.1f}",
            number(speed),
            multiple(speed / base) if base else "–",
            *(share(result.recall.get(budget)) for budget in (20, 100)),
            share(result.recall_at_most),
        ]
        for result in results
        for row, speed in result.speeds.items()
    ]
    judged = [result for result in results if result.classes]
    classes = [
        [name, *(f"{result.classes[name]:.2f}" for result in judged)] for name in (judged[0].classes if judged else [])
    ]
    heads = ["matcher", "passengers", "prepare s", "passengers/s", "× ratio", "recall @20", "recall @100", "at most"]
    return "\n".join(
        [
            f"# pnrscreen and its peers: {len(names.persons):,} persons with {names.name_count:,} names",
            "",
            "`make bench-peers`: the same seeded list and passengers for all, one run, one core, seconds of CPU time. A matcher that is slow",
            "gets only so many of the passengers as the second column says (one in five of those is a listed person). *Prepare*: once a list.",
            "*× ratio*: speed as a multiple of rapidfuzz's `process.cdist(scorer=fuzz.ratio, workers=1)`. Recall at so many false alerts per",
            "10,000 passengers, *at most*: at any score that the matcher gives; below 1 its index or its floor loses the rest. Matchers",
            "that know names only get a date rule: one threshold for compatible birth dates, one for unknown ones, each with half of the budget;",
            "contradicting dates are dropped. A dash: not measured, or too few passengers to allow one false alert. Every answer is checked:",
            "against another computation of the same scores or candidates, and for exact names.",
            "",
            f"{datetime.date.today()}, {processor()}; Python {platform.python_version()}, "
            + ", ".join(f"{library} {metadata.version(library)}" for library in LIBRARIES)
            + ".",
            "",
            table(heads, speeds),
            "",
            *(f"![{image}]({image})" for image in images),
            "",
            f"Recall by class of distortion at {CLASS_BUDGET} false alerts per 10,000 passengers:",
            "",
            table(["class", *(result.name for result in judged)], classes),
            "",
        ]
    )


def table(heads: list[str], rows: list[list[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---"] * len(heads), *rows])


def multiple(value: float) -> str:
    return f"{value:.2f}" if value >= 0.01 else "under 0.01"


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(": ")[1].strip() for line in file if line.startswith("model name")), "unknown")
