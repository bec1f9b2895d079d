# SPDX-License-Identifier: MPL-2.0
"""xlsx written by hand, in shapes that other producers give: inline strings, prefixed names, no cell references,
runs of rich text, the 1904 date system, no dimension."""
import datetime
import zipfile
from xml.sax.saxutils import escape

from cells import Formula
from sheets import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORMATS = {None: 0, "dd/mm/yyyy": 1, "0.0%": 2, '#,##0.00\\ "€"': 3, "0": 4}


class Shape:
    """The choices of one producer."""

    def __init__(self, rng):
        self.inline = rng.random() < 0.4
        self.prefix = "x:" if rng.random() < 0.25 else ""
        self.references = rng.random() < 0.7
        self.rich = rng.random() < 0.3
        self.mac = rng.random() < 0.3
        self.absolute = rng.random() < 0.3


def serial(day, mac):
    return (day - (datetime.date(1904, 1, 1) if mac else datetime.date(1899, 12, 30))).days


class Writer:
    def __init__(self, shape):
        self.shape, self.texts = shape, {}

    def tag(self, name, inside, attributes=""):
        return "<%s%s%s>%s</%s%s>" % (self.shape.prefix, name, attributes, inside, self.shape.prefix, name)

    def text(self, value):
        """A text as one run, or as two: rich text is one text."""
        text = escape(value).replace("\r", "_x000D_")
        if self.shape.rich and len(value) > 6 and "&" not in text and "_x" not in text:
            half = len(value) // 2
            return "".join(self.tag("r", self.tag("t", part, ' xml:space="preserve"')) for part in (text[:half], text[half:]))
        return self.tag("t", text, ' xml:space="preserve"')

    def cell(self, row, column, cell):
        place = ' r="%s"' % address(row, column) if self.shape.references else ""
        if cell is None:
            return "" if self.shape.references else self.tag("c", "")
        shown, style = cell.shown, ' s="%d"' % FORMATS.get(cell.number_format, 0)
        if isinstance(shown, Formula):
            return self.tag("c", self.tag("f", escape(shown.text)) + ("" if shown.result is None else self.tag("v", shown.result)), place)
        if isinstance(shown, datetime.date):
            return self.tag("c", self.tag("v", serial(shown, self.shape.mac)), place + style)
        if isinstance(shown, bool):
            return self.tag("c", self.tag("v", int(shown)), place + ' t="b"')
        if isinstance(shown, (int, float)):
            return self.tag("c", self.tag("v", repr(shown)), place + style)
        if shown.startswith("#") and shown[1:4].isupper():
            return self.tag("c", self.tag("v", shown), place + ' t="e"')
        if self.shape.inline:
            return self.tag("c", self.tag("is", self.text(shown)), place + ' t="inlineStr"')
        number = self.texts.setdefault(shown, len(self.texts))
        return self.tag("c", self.tag("v", number), place + ' t="s"')

    def sheet(self, sheet):
        width = max((column for _, column in sheet.cells), default=0)
        rows = []
        for row in range(1, sheet.bottom() + 1):
            cells = "".join(self.cell(row, column, sheet.cells.get((row, column))) for column in range(1, width + 1))
            place = ' r="%d"' % row if self.shape.references else ""
            rows.append(self.tag("row", cells, place + (' hidden="1"' if row in sheet.hidden_rows else "")))
        merges = "".join('<%smergeCell ref="%s:%s"/>' % (self.shape.prefix, address(a, b), address(c, d)) for a, b, c, d in sheet.merges)
        if merges:
            merges = self.tag("mergeCells", merges)
        return self.root("worksheet", self.tag("sheetData", "".join(rows)) + merges)

    def root(self, name, inside, extra=""):
        bound = ":x" if self.shape.prefix else ""
        return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + self.tag(name, inside, ' xmlns%s="%s"%s' % (bound, MAIN, extra))

    def strings(self):
        return self.root("sst", "".join(self.tag("si", self.text(text)) for text in self.texts))

    def book(self, sheets):
        entries = "".join('<%ssheet name="%s" sheetId="%d"%s r:id="rId%d"/>' % (
            self.shape.prefix, escape(sheet.name, {'"': "&quot;"}), number, ' state="hidden"' if sheet.hidden else "", number)
            for number, sheet in enumerate(sheets, 1))
        facts = '<%sworkbookPr date1904="1"/>' % self.shape.prefix if self.shape.mac else ""
        return self.root("workbook", facts + self.tag("sheets", entries), ' xmlns:r="%s"' % OFFICE)

    def styles(self):
        formats = "".join('<%snumFmt numFmtId="%d" formatCode="%s"/>' % (self.shape.prefix, 170 + number, escape(code, {'"': "&quot;"}))
                          for code, number in FORMATS.items() if code)
        cells = "".join('<%sxf numFmtId="%d" applyNumberFormat="1"/>' % (self.shape.prefix, 170 + number if code else 0)
                        for code, number in FORMATS.items())
        return self.root("styleSheet", self.tag("numFmts", formats, ' count="%d"' % (len(FORMATS) - 1)) + self.tag("cellXfs", cells))


def relations(entries):
    inside = "".join('<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (id, OFFICE, kind, target) for id, kind, target in entries)
    return '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="%srelationships">%s</Relationships>' % (PACKAGE, inside)


def content_types(count, shared):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [("/xl/sharedStrings.xml", "sharedStrings")] if shared else []
    parts += [("/xl/worksheets/sheet%d.xml" % number, "worksheet") for number in range(1, count + 1)]
    return ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="%scontent-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>'
            % (PACKAGE, "".join('<Override PartName="%s" ContentType="%s%s+xml"/>' % (part, kind, what) for part, what in parts)))


def write(sheets, path, rng):
    """Writes the sheets; returns the shape as text, for the truth file."""
    shape = Shape(rng)
    if any(isinstance(cell.shown, int) and cell.expect == "plain" and isinstance(cell.value, str) and cell.value.count("-") == 2
           for sheet in sheets for cell in sheet.cells.values()):
        shape.mac = False  # a serial number without a date format is doubtful there: not settled, so not written
    writer = Writer(shape)
    pages = [writer.sheet(sheet) for sheet in sheets]
    start = "/xl/" if shape.absolute else ""
    links = [("rId%d" % n, "worksheet", start + "worksheets/sheet%d.xml" % n) for n in range(1, len(sheets) + 1)]
    links += [("rIdS", "styles", start + "styles.xml")] + ([] if shape.inline else [("rIdT", "sharedStrings", start + "sharedStrings.xml")])
    parts = {"[Content_Types].xml": content_types(len(sheets), not shape.inline), 
             "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
             "xl/workbook.xml": writer.book(sheets), "xl/_rels/workbook.xml.rels": relations(links), "xl/styles.xml": writer.styles()}
    if not shape.inline:
        parts["xl/sharedStrings.xml"] = writer.strings()
    parts.update({"xl/worksheets/sheet%d.xml" % n: page for n, page in enumerate(pages, 1)})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return {name: value for name, value in vars(shape).items() if value}
