# SPDX-License-Identifier: MPL-2.0
"""Tables put on sheets, and the truth that follows from where each cell lands."""
from cells import Cell


def letters(column):
    """1 -> A, 27 -> AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def address(row, column):
    return letters(column) + str(row)


class Column:
    """One column: what it means (`field`), what its header rows say, how its values are written."""

    def __init__(self, field, header, style="plain", dropped=None):
        self.field, self.header, self.style = field, header, style  # header: one text per header row, top first
        self.dropped = dropped  # "nominative", "unknown", "rate": no field (or no count) takes this column; "free": not settled
        self.wide = None        # {"territoire": [..]}: this column holds one value of a dimension
        self.scale = 1          # 1000 under a header in k€
        self.key = field.id if field else None  # where the record keeps the value; differs for wide columns
        self.safe = False       # True: no unknown or damaged cell here, as its meaning would not be settled


class Line:
    """One line of a table. `kind`: data, or the reason why it is no record."""

    def __init__(self, kind, cells, inherited=None):
        self.kind, self.cells = kind, cells          # cells: one Cell (or None) per column
        self.inherited = inherited or {}             # field -> value that comes from elsewhere (title, group, merge)
        self.findings = []                           # codes owed to the row as a whole
        self.hidden = False


class Table:
    def __init__(self, columns, lines):
        self.columns, self.lines = columns, lines
        self.merge_headers = True
        self.transposed = False
        self.header_rows = max((len(c.header) for c in columns), default=1)
        self.inherited = {}                          # field -> value for every record of the table
        self.down_merges = []                        # (first line, last line, column): written once for several lines

    def deepen(self):
        self.header_rows = max(len(c.header) for c in self.columns)


class Sheet:
    def __init__(self, name):
        self.name, self.cells, self.merges = name, {}, []
        self.hidden_rows, self.hidden, self.bold_rows, self.struck_rows = set(), False, set(), set()
        self.rows, self.set_aside, self.columns = [], [], []
        self.far = 0                                 # a row far below that holds a format and nothing else
        self.nominative = False                      # a column of names, phones or addresses: C21 is owed
        self.private = set()                         # texts about persons: never in what is read
        self.kind = "table"                          # or form, documentation, empty, lists

    def put(self, row, column, cell):
        if cell is not None and cell.shown is not None:
            self.cells[row, column] = cell

    def write(self, row, column, text):
        self.put(row, column, Cell(text))

    def bottom(self):
        return max((row for row, _ in self.cells), default=0)


def place(sheet, table, top=1, left=1):
    """Writes the table with its header at (top, left); returns the first free row below."""
    table.deepen()

    def spot(line, column):
        return (top + column, left + line) if table.transposed else (top + line, left + column)

    _write_header(sheet, table, spot)
    for index, line in enumerate(table.lines):
        at = table.header_rows + index
        for number, cell in enumerate(line.cells):
            if cell is not None:
                sheet.put(*spot(at, number), cell)
                if line.kind == "data" and table.columns[number].dropped == "nominative":
                    sheet.private.add(str(cell.shown))
                    sheet.nominative = True
                if cell.private:
                    sheet.private.add(cell.private)
        if not table.transposed:
            _mark(sheet, line, top + at)
        _record(sheet, table, line, at, spot)
    for first, last, number in table.down_merges:
        sheet.merges.append((*spot(table.header_rows + first, number), *spot(table.header_rows + last, number)))
    return top + table.header_rows + len(table.lines)


def _mark(sheet, line, row):
    if line.hidden:
        sheet.hidden_rows.add(row)
    if line.kind in ("total", "subtotal", "group"):
        sheet.bold_rows.add(row)
    if line.kind not in ("data", "blank", "continuation", "group"):
        sheet.set_aside.append({"row": row, "reason": line.kind})


def _write_header(sheet, table, spot):
    depth = table.header_rows
    for number, column in enumerate(table.columns):
        texts = [""] * (depth - len(column.header)) + column.header
        if len(column.header) == 1 and depth > 1 and table.merge_headers:
            texts = [column.header[0]] + [""] * (depth - 1)
            sheet.merges.append((*spot(0, number), *spot(depth - 1, number)))
        for level, text in enumerate(texts):
            before = padded(table.columns[number - 1].header, depth) if number else []
            same_group = level < depth - 1 and len(column.header) > 1 and before[:level + 1] == texts[:level + 1]
            if text and not same_group:
                sheet.write(*spot(level, number), text)
        sheet.columns.append({
            "field": column.field.id if column.field else None, "dropped": column.dropped,
            "header": " / ".join(t for t in texts if t),
            "header_cells": [address(*spot(level, number)) for level in range(depth)],
            "span": [*spot(depth, number), *spot(depth + len(table.lines) - 1, number)]})
    if table.merge_headers and depth > 1:
        _merge_groups(sheet, table, spot)


def padded(texts, depth):
    return [""] * (depth - len(texts)) + texts


def _merge_groups(sheet, table, spot):
    for level in range(table.header_rows - 1):
        start = 0
        columns = table.columns
        while start < len(columns):
            end = start
            head = padded(columns[start].header, table.header_rows)
            while (head[level] and len(columns[start].header) > 1 and end + 1 < len(columns)
                   and len(columns[end + 1].header) > 1
                   and padded(columns[end + 1].header, table.header_rows)[:level + 1] == head[:level + 1]):
                end += 1
            if end > start:
                sheet.merges.append((*spot(level, start), *spot(level, end)))
            start = end + 1


def _record(sheet, table, line, at, spot):
    """The records one data line gives: one, or one per column of a wide dimension."""
    if line.kind != "data":
        return
    base = {"row": spot(at, 0)[0], "values": {}, "states": {}, "cells": {}, "expect": {}, "findings": list(line.findings)}
    base["values"].update(table.inherited)
    base["values"].update(line.inherited)
    wide = [number for number, column in enumerate(table.columns) if column.wide]
    for number, column in enumerate(table.columns):
        if column.field and not column.wide:
            _owe(base, column, line.cells[number], address(*spot(at, number)))
    if not wide:
        sheet.rows.append(base)
    groups = {}
    for number in wide:
        groups.setdefault(repr(table.columns[number].wide), []).append(number)
    for numbers in groups.values():
        row = {key: (dict(value) if isinstance(value, dict) else list(value) if isinstance(value, list) else value)
               for key, value in base.items()}
        row["values"].update(table.columns[numbers[0]].wide)
        for number in numbers:
            _owe(row, table.columns[number], line.cells[number], address(*spot(at, number)))
        sheet.rows.append(row)


def _owe(row, column, cell, where):
    """Adds to the truth of a row what one cell owes."""
    field = column.field.id
    if cell is None:
        if field not in row["values"]:
            row["states"][field] = "vide"
            row["cells"][field] = where
        return
    row["cells"][field] = where
    if cell.expect == "refused":
        row["states"][field] = "any"
    elif cell.state:
        row["states"][field] = cell.state
    else:
        row["values"][field] = cell.value
    for other, value in cell.extra.items():
        row["values"][other] = value
        row["cells"][other] = where
    if cell.expect != "plain":
        row["expect"][field] = cell.expect
    if cell.code:
        row["findings"].append({"code": cell.code, "field": field})
