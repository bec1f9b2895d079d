# SPDX-License-Identifier: MPL-2.0
"""A workbook that bilan wrote, as a reader of its cells sees it: native tables by id, rows by their first cell."""
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("openpyxl is not installed: skipped")
    sys.exit(77)


class FinishedWorkbook:
    def __init__(self, path):
        self.book = openpyxl.load_workbook(path, data_only=True)
        self.tables = {name: (sheet, sheet.tables[name].ref) for sheet in self.book for name in sheet.tables}

    def rows(self, table):
        """The rows of a table below its header, as lists of values."""
        sheet, reference = self.tables["T_" + table]
        return [[cell.value for cell in row] for row in sheet[reference]][1:]

    def row(self, table, label):
        found = [row[1:] for row in self.rows(table) if row[0] == label]
        assert len(found) == 1, f"{table}: {len(found)} rows « {label} », {[row[0] for row in self.rows(table)]}"
        return found[0]

    def named(self, name):
        """The value of a named cell."""
        sheet, cell = next(self.book.defined_names[name].destinations)
        return self.book[sheet][cell.replace("$", "")].value


def run(bilan, report, entries, *options, year="2023"):
    """The workbook of a report over a folder of inputs."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "classeur.xlsx"
        ended = subprocess.run([bilan, "run", report, str(entries), "-o", str(output), "--year", year, "--territory",
                                "Territoire fictif", *options], capture_output=True, text=True, check=False)
        assert output.exists(), f"exit {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
        return FinishedWorkbook(output)


def percent(share):
    """A share as it is printed: one decimal, half away from zero."""
    return float(Decimal(repr(share * 100)).quantize(Decimal("0.1"), ROUND_HALF_UP))


class Check:
    """Compares, and tells all differences at the end rather than the first one only."""

    def __init__(self, name):
        self.name, self.wrong, self.done = name, [], 0

    def equal(self, what, found, expected):
        self.done += 1
        if found != expected:
            self.wrong.append(f"{self.name}: {what}: {found!r}, expected {expected!r}")

    def end(self):
        for line in self.wrong:
            print(line)
        print(f"{self.name}: {self.done} comparisons, {len(self.wrong)} wrong")
        return not self.wrong
