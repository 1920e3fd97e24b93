#!/usr/bin/env python3
"""Checks Sources/Names/Tables/SpellingVariantTable.swift, the hand-written families of spelling variants.

Errors (exit code 1): a token that is not A-Z or under two letters, fewer than two members, a member twice in a line, wrong indent or
blanks, lines not sorted by first member, a line that is a subset of another of its section, a section that is missing.
Notes (exit code 0): pairs of families of one section that share two members or more, to look at and merge by hand. Some are right
as they are: LI LEE of a Chinese and of a Korean family, say.

    scripts/name-tables/check_variants.py [--quiet] [FILE]
"""

import collections
import itertools
import pathlib
import re
import sys

DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "Sources/Names/Tables/SpellingVariantTable.swift"
SECTIONS = ("variants", "nicknames")
TOKEN = re.compile(r"[A-Z]{2,}")
INDENT = "    "


def sections(text):
    """Yields (section, number of its first line, lines) for each string table of the Swift file."""
    pattern = re.compile(r'^ *static let (\w+): StaticString = """\n(.*?)^ *"""$', re.MULTILINE | re.DOTALL)
    for match in pattern.finditer(text):
        yield match.group(1), text.count("\n", 0, match.start(2)) + 1, match.group(2).splitlines()


def check(name, start, lines):
    """Returns (errors, notes) of one section."""
    errors, notes, families = [], [], []
    previous = ""
    for number, line in enumerate(lines, start):
        where = f"{name}, line {number}"
        members = line.split()
        if line != INDENT + " ".join(members):
            errors.append(f"{where}: indent or blanks")
        if len(members) < 2:
            errors.append(f"{where}: fewer than two members")
            continue
        for member in members:
            if not TOKEN.fullmatch(member):
                errors.append(f"{where}: not two or more of A-Z: {member}")
        for member, count in collections.Counter(members).items():
            if count > 1:
                errors.append(f"{where}: {member} is there {count} times")
        if members[0] < previous:
            errors.append(f"{where}: {members[0]} after {previous}, not sorted")
        previous = members[0]
        families.append((number, members, frozenset(members)))

    holders = collections.defaultdict(list)
    for index, (_, _, members) in enumerate(families):
        for member in members:
            holders[member].append(index)
    shared = collections.Counter()
    for indices in holders.values():
        shared.update(itertools.combinations(indices, 2))
    for (a, b), count in sorted(shared.items()):
        (line_a, list_a, set_a), (line_b, list_b, set_b) = families[a], families[b]
        if set_a <= set_b or set_b <= set_a:
            errors.append(f"{name}, lines {line_a} ({list_a[0]}) and {line_b} ({list_b[0]}): one is a subset of the other")
        elif count >= 2:
            both = " ".join(sorted(set_a & set_b))
            notes.append(f"{name}, lines {line_a} ({list_a[0]}) and {line_b} ({list_b[0]}) share: {both}")
    return errors, notes


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--quiet"]
    path = pathlib.Path(arguments[0]) if arguments else DEFAULT
    found = {name: (start, lines) for name, start, lines in sections(path.read_text(encoding="utf-8"))}
    errors, notes = [], []
    for name in SECTIONS:
        if name not in found:
            errors.append(f"{name}: section missing")
            continue
        start, lines = found[name]
        section_errors, section_notes = check(name, start, lines)
        errors += section_errors
        notes += section_notes
        tokens = {token for line in lines for token in line.split()}
        print(f"{name}: {len(lines)} families, {sum(len(line.split()) for line in lines)} members, {len(tokens)} tokens")
    if "--quiet" not in sys.argv:
        for note in notes:
            print(f"note: {note}")
    for error in errors:
        print(f"error: {error}")
    print(f"{len(errors)} errors, {len(notes)} pairs sharing two members or more")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
