"""The national list as an OpenDocument spreadsheet. Stored without compression, so that the bytes never depend on a zlib."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from .dice import Dice

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair for pair in (
    ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"), ("meta", "meta")))
_HEADER = ["Surname", "First name(s)", "Alias", "Date of Birth(DD-MM-JJJJ)", "Place of Birth",
           "Date of ministerial decision (DD/MM/JJJJ)", "Link official notification"]
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text_cell(*paragraphs):
    lines = [line for line in paragraphs if line]
    if not lines:
        return "<table:table-cell/>"
    body = "".join("<text:p>%s</text:p>" % escape(line) for line in lines)
    return '<table:table-cell office:value-type="string">%s</table:table-cell>' % body


def date_cell(day, shown):
    return '<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="%s"><text:p>%s</text:p></table:table-cell>' % (
        day.isoformat(), shown)


def link_cell(reference):
    year, number = reference[6:].split(", ")
    address = "https://www.officielebekendmakingen.nl/stcrt-%s-%s.html" % (year, number)
    return ('<table:table-cell office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href=%s>Stcrt %s</text:a></text:p>'
            '</table:table-cell>' % (quoteattr(address), number))


def _row(*cells):
    return '<table:table-row>%s<table:table-cell table:number-columns-repeated="1017"/></table:table-row>' % "".join(cells)


def _birth_cell(dice, person):
    born = person.born
    if person.precision == "day":
        if dice.chance(.3):
            return date_cell(born, born.strftime("%d-%m-%Y"))
        return text_cell(born.strftime("%d-%m-%Y"))
    return text_cell({"year": "00-00-%d" % born.year, "circa": "ca. %d" % born.year}.get(person.precision, ""))


def _person_row(dice, person):
    aliases = [" ".join(filter(None, (given, surname))) for surname, given, _ in person.aliases]
    shown = [aliases] if dice.chance(.5) else [["; ".join(aliases)]]
    decision = person.listed_on
    decided = date_cell(decision, decision.strftime("%d/%m/%Y")) if dice.chance(.6) else text_cell(decision.strftime("%d/%m/%Y"))
    return _row(text_cell(person.surname), text_cell(" ".join(person.given)), text_cell(*shown[0]), _birth_cell(dice, person),
                text_cell("" if dice.chance(.06) else person.place), decided, link_cell(person.reference))


def _content(persons, organisations, title):
    dice = Dice("ods")
    rows = ['<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="7" table:number-rows-spanned="1">'
            '<text:p>%s</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="6"/>'
            '<table:table-cell table:number-columns-repeated="1017"/></table:table-row>' % escape(title)]
    rows.append(_row(*[text_cell(name) for name in _HEADER]))
    rows += [_person_row(dice, person) for person in persons]
    for name, alias, founded, day, reference in organisations:
        rows.append(_row(text_cell(name), text_cell(""), text_cell(alias), text_cell(founded), text_cell("n/a"),
                         date_cell(day, day.strftime("%d/%m/%Y")), link_cell(reference)))
    rows.append('<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="1024"/>'
                "</table:table-row>" % (1048576 - len(rows)))
    styles = ('<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>-</number:text>'
              '<number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>'
              '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>')
    return (_PROLOGUE + '<office:document-content %s xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">%s<office:body>'
            '<office:spreadsheet><table:table table:name="Sheet1"><table:table-column table:number-columns-repeated="1024"/>\n%s\n'
            "</table:table></office:spreadsheet></office:body></office:document-content>\n" % (_NAMESPACES, styles, "\n".join(rows)))


def workbook(persons, organisations, title):
    """The bytes of the file; `mimetype` comes first, every entry has the same old time stamp."""
    manifest = (_PROLOGUE + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="%s"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
                '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>\n' % _MIME)
    styles = _PROLOGUE + '<office:document-styles %s office:version="1.2"><office:styles/></office:document-styles>\n' % _NAMESPACES
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in (("mimetype", _MIME), ("content.xml", _content(persons, organisations, title)), ("styles.xml", styles),
                           ("META-INF/manifest.xml", manifest)):
            entry = zipfile.ZipInfo(name, (2026, 11, 20, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return out.getvalue()
