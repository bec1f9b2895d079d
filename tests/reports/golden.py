#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every report on its example, compared cell by cell with the workbook that was looked at and found right.

    golden.py --bilan PATH --examples DIR --golden DIR [--update] [REPORT...]

A golden file has one line a cell: sheet, cell, number format, value, formula; the rows as read and the sources of
figures are left out. `--update` writes them anew: read the
difference before committing it. Exits 77 (skipped) without openpyxl.
"""
import argparse
import difflib
import pathlib
import sys
import tempfile

from example_runs import example_runs

try:
    import openpyxl
except ImportError:
    print("openpyxl is not there: nothing is compared")
    sys.exit(77)


def written(value):
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def cells(path):
    """One line for each cell that holds something, and one for each sheet, table and defined name."""
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    lines = []
    for sheet in formulas:
        if sheet.title == "Traçabilité" or sheet.title.startswith("Données"):
            continue  # as long as the inputs; the readings and sources of figures have tests of their own
        lines.append("# %s: %d charts, tables %s" % (sheet.title, len(sheet._charts), " ".join(
            "%s=%s" % named for named in sorted(sheet.tables.items()))))
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                is_formula = cell.data_type == "f"
                value = stored[sheet.title][cell.coordinate].value if is_formula else cell.value
                lines.append("\t".join([sheet.title, cell.coordinate, cell.number_format, written(value),
                                        str(cell.value) if is_formula else ""]).rstrip("\t"))
    for name in sorted(formulas.defined_names):
        lines.append("# %s = %s" % (name, formulas.defined_names[name].attr_text))
    return lines


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--bilan", required=True)
    words.add_argument("--examples", required=True)
    words.add_argument("--golden", required=True)
    words.add_argument("--update", action="store_true")
    words.add_argument("reports", nargs="*")
    given = words.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as name:
        for run in example_runs(given.bilan, given.examples):
            if given.reports and run.report not in given.reports:
                continue
            path = pathlib.Path(name) / (run.report + ".xlsx")
            failure = run.write(given.bilan, path)
            if failure:
                print(failure)
                failed = True
                continue
            golden = pathlib.Path(given.golden) / (run.report + ".tsv")
            found = cells(path)
            if given.update:
                golden.write_text("\n".join(found) + "\n", encoding="utf-8")
                continue
            known = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
            if not known:
                print("%s: no golden workbook; look at the workbook, then run golden.py --update %s" % (
                    run.report, run.report))
            difference = list(difflib.unified_diff(known, found, "golden/%s" % run.report, run.report, "", "", 0, ""))
            print("%s: %d cells, %d lines differ" % (run.report, len(found), len(difference)))
            print("\n".join(difference[:40]))
            failed = failed or bool(difference)
    return 1 if failed else 0


sys.exit(main())
