#!/usr/bin/env python3
"""Measures pnrscreen's matcher and its peers on the same data in the same run; `make bench-peers` calls it.

  bench.py --program matching-benchmark [--persons 20000] [--travellers 100000] [--only TEXT] [--set FOLDER]

Writes peers-PERSONS.md and two plots into benchmarks/results. Everything runs one after the other on one core.
"""

import argparse
import multiprocessing
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import dates
import measure
import names as sets
import plots
import report
from matchers import PEERS

BENCHMARKS = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True, help="the built matching-benchmark")
    parser.add_argument("--persons", type=int, default=20_000, help="listed persons; each has about 2.6 names")
    parser.add_argument("--travellers", type=int, default=100_000)
    parser.add_argument("--only", default="", help="only peers whose class is so named; the others are left out")
    parser.add_argument("--set", type=Path, help="a folder with list.csv, passengers.csv and truth.csv; prints the table only")
    options = parser.parse_args()

    dates.check()
    folder = options.set or generate(options)
    results = [measure.pnrscreen(options.program, folder)]
    faults = []
    for module, name in PEERS:
        if options.only.lower() not in name.lower():
            continue
        start = time.monotonic()
        # A fresh process for each: spawned, so that it starts with nothing of this one.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
            try:
                results.append(process.submit(measure.peer, module, name, folder).result())
            except Exception as error:  # The others are worth having all the same.
                faults.append(f"{name}: {type(error).__name__}: {error}")
        print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)
    write(options, sets.read(folder), results)
    if faults:
        sys.exit("WRONG: " + "\n".join(faults))


def generate(options: argparse.Namespace) -> Path:
    folder = BENCHMARKS / ".build" / "peers" / f"{options.persons}-{options.travellers}"
    folder.mkdir(parents=True, exist_ok=True)
    size = ["--persons", str(options.persons), "--travellers", str(options.travellers)]
    subprocess.run([str(options.program), *size, "--write", str(folder)], check=True)
    return folder


def write(options: argparse.Namespace, names: sets.NameSet, results: list[measure.Result]) -> None:
    stem = f"peers-{options.persons}"
    images = {f"{stem}-throughput.svg": plots.throughput(results), f"{stem}-recall.svg": plots.recall(results)}
    text = report.markdown(names, results, list(images))
    print(text)
    # A part of the matchers, or another set, is no result to keep.
    if options.only or options.set:
        return
    for name, content in {f"{stem}.md": text, **images}.items():
        (BENCHMARKS / "results" / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
