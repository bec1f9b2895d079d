# SPDX-License-Identifier: MPL-2.0
"""Sheets to bytes: xlsx by openpyxl, csv in several encodings and separators; xls and ods by LibreOffice."""
import csv
import datetime
import io
import re
import pathlib
import subprocess
import tempfile
import unicodedata

from cells import Formula

ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16"]


def write_xlsx(sheets, path):
    import openpyxl
    from openpyxl.styles import Font
    book = openpyxl.Workbook()
    book.remove(book.active)
    fixed = datetime.datetime(2025, 1, 1)
    book.properties.created = book.properties.modified = fixed
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for (row, column), cell in sorted(sheet.cells.items()):
            target = page.cell(row=row, column=column)
            if isinstance(cell.shown, Formula):
                target.value = "=" + cell.shown.text
                continue
            target.value = cell.shown
            if isinstance(cell.shown, str) and cell.shown[:1] != "#":
                target.data_type = "s"
            if cell.number_format:
                target.number_format = cell.number_format
            if row in sheet.bold_rows:
                target.font = Font(bold=True)
        if page.max_row > 8 and sheet.far:
            page.cell(row=sheet.far, column=4).number_format = "0.00"  # only a format: the used range grows, no data does
        for first_row, first_column, last_row, last_column in sheet.merges:
            page.merge_cells(start_row=first_row, start_column=first_column, end_row=last_row, end_column=last_column)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        if sheet.hidden:
            page.sheet_state = "hidden"
    book.save(path)


def csv_text(value):
    """As a French spreadsheet writes a cell to text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return ("%.10g" % value).replace(".", ",")
    return str(value).rstrip("\r")  # unquoted, it would end the line


def csv_cell(cell):
    if cell is None:
        return ""
    if cell.number_format and "%" in cell.number_format:
        return ("%g" % round(cell.shown * 100, 2)).replace(".", ",") + " %"
    return csv_text(cell.shown)


WHOLE, DECIMALS = re.compile(r"^[-+ ]*\d([\d \u00a0\u202f]*\d)?$"), re.compile(r"^\d{1,6}[^\d./,\"\n]*$")
DECIMAL = re.compile(r"^\d[\d \u00a0]*,\d{1,2}$")


def bare_decimal(sheet, row, cells):
    """The line with its first decimal comma out of quotes: from the first two cells on that may be one number, nobody can
    say which cell is which."""
    at = next((n for n, text in enumerate(cells) if DECIMAL.match(text)), None)
    bare = [text.split(",")[0] if n == at else text for n, text in enumerate(cells)]
    first = next((n for n in range(at or 0) if WHOLE.match(bare[n]) and DECIMALS.match(bare[n + 1])), at)
    record = next((record for record in sheet.rows if record["row"] == row), None)
    if at is None or record is None:
        return None
    for field, where in record["cells"].items():
        column = re.match("[A-Z]+", where).group(0)
        number = 0
        for letter in column:
            number = number * 26 + ord(letter) - 64
        if number > first:
            record["values"].pop(field, None)
            record["states"][field] = "any"
            record["expect"][field] = "refused" if sheet.cells.get((row, number)) else "plain"
    record["findings"] = []
    quoted = ['"%s"' % text.replace('"', '""') if re.search('[",\n]', text) and n != at else text for n, text in enumerate(cells)]
    return ",".join(quoted)


def write_csv(sheet, path, rng, level):
    encoding = "utf-8" if level == "clean" else rng.choice(ENCODINGS)
    separator = ";" if level == "clean" else rng.choice(";;;,\t|")
    height = sheet.bottom()
    width = max(column for _, column in sheet.cells)
    out = io.StringIO()
    if level == "hard" and rng.random() < 0.1:
        out.write("sep=%s\r\n" % separator)
        sheet.first_line = 1
    writer_end = rng.choice(["\r\n", "\n"]) if level != "clean" else "\r\n"
    writer = csv.writer(out, delimiter=separator, lineterminator=writer_end)
    ragged = level == "hard" and rng.random() < 0.15
    trailing = rng.randint(1, 3) if level == "hard" and rng.random() < 0.2 else 0
    for row in range(1, height + 1):
        cells = [csv_cell(sheet.cells.get((row, column))) for column in range(1, width + 1)] + [""] * trailing
        while ragged and len(cells) > 1 and not cells[-1]:
            cells.pop()
        bare = None
        if level == "hard" and separator == "," and not ragged and not trailing and row > 4 and rng.random() < 0.04:
            bare = bare_decimal(sheet, row, cells)
        if bare is None:
            writer.writerow(cells)
        else:
            out.write(bare + writer_end)
    text = out.getvalue()
    if encoding == "cp1252":  # what that code page has no sign for never gets into such a file
        text = unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0").replace("\u200b", "")
    path.write_bytes(text.encode(encoding))
    return {"encoding": encoding, "separator": separator}


def convert(paths, kind, folder):
    """All xlsx in `paths` to `kind` in one call; returns False when LibreOffice is missing."""
    if not paths:
        return True
    filters = {"ods": "ods:calc8", "xls": "xls:MS Excel 97"}
    with tempfile.TemporaryDirectory() as profile:
        try:
            subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", filters[kind],
                            "--outdir", str(folder)] + [str(path) for path in paths],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
        except (FileNotFoundError, subprocess.SubprocessError):
            return False
    return all((pathlib.Path(folder) / (path.stem + "." + kind)).exists() for path in paths)
