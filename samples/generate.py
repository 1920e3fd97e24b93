#!/usr/bin/env python3
"""Rewrites the demonstration night, the flawed file and the invented watch lists, always byte for byte the same.

    python3 samples/generate.py            write
    python3 samples/generate.py --check    exit 1 if the files on disk differ from what would be written
"""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "samples"))
sys.dont_write_bytecode = True

from generator import flawed, listed, planted, watchlists  # noqa: E402
from generator.night import Night  # noqa: E402

OWNED = ("samples/night", "samples/flawed")  # folders in which a file that was not written here is an error
HAND_WRITTEN = ("samples/flawed/README.md",)


def build():
    national = listed.national_persons()
    second = listed.second_persons(set().union(*[person.keys() for person in national]))
    plants = planted.choose(national, second)
    night = Night(national, second, plants)
    if len(night.placed) != len(plants):
        raise SystemExit("%d people planned, %d planted" % (len(plants), len(night.placed)))
    files = dict(night.files)
    files["samples/planted.tsv"] = planted.rows(night.placed).encode("utf-8")
    files.update(flawed.files(night.listed_keys))
    files.update(watchlists.files(national, second))
    return files, night.counts


def strays(files):
    found = [path.relative_to(ROOT).as_posix() for folder in OWNED for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    return [name for name in found if name not in files and name not in HAND_WRITTEN]


def check(files):
    different = [name for name in sorted(files) if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != files[name]]
    for name in different:
        print("differs: " + name, file=sys.stderr)
    for name in strays(files):
        print("not generated: " + name, file=sys.stderr)
    return 1 if different or strays(files) else 0


def write(files, counts):
    for name in strays(files):
        print("not generated, left alone: " + name, file=sys.stderr)
    for name in sorted(files):
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
    print("%d files, %d bytes" % (len(files), sum(map(len, files.values()))))
    print(", ".join("%s %d" % entry for entry in sorted(counts.items())))
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files on disk, write nothing")
    arguments = parser.parse_args()
    files, counts = build()
    return check(files) if arguments.check else write(files, counts)


if __name__ == "__main__":
    sys.exit(main())
