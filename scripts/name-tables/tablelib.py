"""Shared by the three table makers: Swift output and checks. Python 3, standard library."""
import os
import re

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
OUT = os.environ.get("NAME_TABLES_OUT", os.path.join(ROOT, "Sources", "Names", "Tables"))
AZ = re.compile(r"[A-Z]+\Z")


def need(condition, message):
    if not condition:
        raise SystemExit("name-tables: " + message)


def literal(lines):
    """The lines as a Swift multi-line string literal of plain ASCII."""
    for line in lines:
        need(line.isascii() and line == line.strip(), "line not clean: %r" % line)
        need("\\" not in line and '"' not in line, "line needs escaping: %r" % line)
    return '"""\n' + "".join("    " + line + "\n" for line in lines) + '    """'


def write_swift(name, comment, members):
    """members: (doc comment, declaration head, literal or expression)."""
    text = "".join(("// " + line).rstrip() + "\n" for line in comment.strip("\n").split("\n"))
    text += "\n// swift-format-ignore-file\n\nenum %s {\n" % name
    for index, (doc, head, value) in enumerate(members):
        if index:
            text += "\n"
        text += "".join("    /// %s\n" % line for line in doc.strip("\n").split("\n"))
        text += "    %s = %s\n" % (head, value)
    text += "}\n"
    os.makedirs(OUT, exist_ok=True)
    path = os.path.join(OUT, name + ".swift")
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
    return path, len(text)


def read_block(path, member):
    """The lines of one literal of a generated file."""
    with open(path, encoding="utf-8") as handle:
        text = handle.read()
    match = re.search(r"static let %s: StaticString = \"\"\"\n(.*?)^    \"\"\"$" % member, text, re.S | re.M)
    need(match, "%s: no block %s" % (path, member))
    lines = match.group(1).split("\n")[:-1]
    for line in lines:
        need(line.startswith("    "), "%s: bad indent %r" % (path, line))
    return [line[4:] for line in lines]


def read_rows(name):
    """Parsed TransliterationTable.rows: {character: [readings]}."""
    rows = {}
    for line in read_block(os.path.join(OUT, "TransliterationTable.swift"), name):
        code, *forms = line.split(" ")
        rows["".join(chr(int(part, 16)) for part in code.split("+"))] = forms
    return rows
