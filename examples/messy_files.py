# SPDX-License-Identifier: MPL-2.0
"""Spreadsheets of invented partners, the same bytes at every run: openpyxl and zip write the time, so it is fixed."""
import csv
import io
import re
import zipfile
from datetime import datetime

import openpyxl
from openpyxl.styles import Alignment, Font

MADE = datetime(2025, 1, 15)


class Sheet:
    """Rows of values. `header` is the row of the headers; `merges` are (row, first column, last column), from 0."""

    def __init__(self, name, rows, header=None, hidden=False, merges=()):
        self.name, self.rows, self.header, self.hidden, self.merges = name, rows, header, hidden, merges

    def write(self, page):
        for row, values in enumerate(self.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value is None:
                    continue
                cell = page.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # « => une puce » is a text, no formula
        for row, first, last in self.merges:
            page.merge_cells(start_row=row + 1, end_row=row + 1, start_column=first + 1, end_column=last + 1)
        if self.hidden:
            page.sheet_state = "hidden"
        if self.header is not None:
            for cell in page[self.header + 1]:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(wrap_text=True, vertical="top")


class Workbook:
    def __init__(self, sheets):
        self.sheets = sheets

    def write(self, path):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet in self.sheets:
            sheet.write(book.create_sheet(sheet.name))
        book.properties.creator = "exemple"
        book.properties.created = MADE
        made = io.BytesIO()
        book.save(made)
        path.write_bytes(with_fixed_time(made.getvalue()))


def with_fixed_time(data):
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-01-15T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, (2025, 1, 15, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return fixed.getvalue()


class CsvFile:
    def __init__(self, rows, encoding="utf-8", separator=";", first_line=None, quoted=False):
        self.rows, self.encoding, self.separator = rows, encoding, separator
        self.first_line, self.quoted = first_line, quoted

    def write(self, path):
        text = io.StringIO()
        if self.first_line:
            text.write(self.first_line + "\r\n")
        quoting = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        writer = csv.writer(text, delimiter=self.separator, quoting=quoting, lineterminator="\r\n")
        for row in self.rows:
            writer.writerow(["" if value is None else value for value in row])
        # A character the encoding does not have is written as people's programs write it.
        path.write_bytes(text.getvalue().replace("œ", "oe").encode(self.encoding) if self.encoding == "cp1252"
                         else text.getvalue().encode(self.encoding))
