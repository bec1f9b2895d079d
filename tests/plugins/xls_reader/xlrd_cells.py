# SPDX-License-Identifier: MPL-2.0
"""Prints the cells of an xls file as xlrd reads them, one a line, for the comparison in corpora_test.cpp."""

import os
import sys

try:
    import xlrd
except ImportError:
    print("no xlrd")
    sys.exit(0)

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def letters(column):
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def shown(kind, value):
    if kind == xlrd.XL_CELL_TEXT:
        return "text\t" + value
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return "number\t" + (str(int(value)) if value == int(value) else repr(value))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "bool\t" + str(value)
    return "error\t" + ERRORS.get(value, "?")


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        book = xlrd.open_workbook(sys.argv[1], logfile=open(os.devnull, "w"), ragged_rows=True)
    except Exception:  # pylint: disable=broad-except  (xlrd raises what comes)
        sys.exit(1)
    for sheet in book.sheets():
        print("sheet\t" + sheet.name)
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                cell = sheet.cell(row, column)
                if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    print(letters(column) + str(row + 1) + "\t" + shown(cell.ctype, cell.value))


main()
