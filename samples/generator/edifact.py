"""EDIFACT syntax: separators, escaping, and envelopes whose counts are right because they are counted here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Syntax:
    element: str = "+"
    component: str = ":"
    release: str = "?"
    terminator: str = "'"
    advice: str = ""  # the UNA segment, if the sender writes one

    def escape(self, text):
        special = (self.element, self.component, self.release, self.terminator)
        return "".join(self.release + sign if sign in special else sign for sign in text)

    def segment(self, tag, *elements):
        """An element is a text or a list of components; empty ones at the end are left out."""
        parts = []
        for element in elements:
            components = [element] if isinstance(element, str) else list(element)
            while components and not components[-1]:
                components.pop()
            parts.append(self.component.join(self.escape(component) for component in components))
        while parts and not parts[-1]:
            parts.pop()
        return self.element.join([tag] + parts) + self.terminator


PADIS = Syntax(advice="UNA:+.?*'")
CLASSIC = Syntax(advice="UNA:+.? '")
BARE = Syntax()
UNUSUAL = Syntax(element="*", terminator="#", advice="UNA:*.? #")


def message(syntax, reference, kind, body, access="", part=()):
    """`kind`: S009 components; `body`: segments as tuples; `part`: S010 components. Counts itself for UNT."""
    lines = [syntax.segment("UNH", reference, kind, access, list(part))]
    lines += [syntax.segment(*entry) for entry in body]
    return lines + [syntax.segment("UNT", str(len(lines) + 1), reference)]


def interchange(syntax, charset, sender, stamp, control, application, messages, group=None):
    """`group`: (group id, agency, version components) or None. `stamp`: (YYMMDD, HHMM)."""
    lines = [syntax.advice] if syntax.advice else []
    lines.append(syntax.segment("UNB", charset, sender, "NLPIU", list(stamp), control, "", application))
    if group:
        name, agency, version = group
        lines.append(syntax.segment("UNG", name, sender, "NLPIU", list(stamp), control, agency, version))
    for entry in messages:
        lines += entry
    if group:
        lines.append(syntax.segment("UNE", str(len(messages)), control))
    return lines + [syntax.segment("UNZ", str(1 if group else len(messages)), control)]


def lay_out(lines, newline, wrap=0, release="?"):
    """Segments on lines of their own, all in one line, or cut hard every `wrap` characters."""
    if not wrap:
        return newline.join(lines) + (newline or "")
    text, rows = "".join(lines), []
    while text:
        end = min(wrap, len(text))
        while end < len(text) and (text[end - 1] in " " + release or text[end] == " "):
            end -= 1  # no blank at the edge of a line and no escape sequence cut in two: both would be ambiguous
        rows.append(text[:end])
        text = text[end:]
    return newline.join(rows) + newline
