#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Two workbooks on the same data never disagree: every table of `campagne` against the report it comes from.

    agreement.py --bilan PATH --examples DIR

All inputs of the examples are given to `campagne` and to each report alone; tables of one name hold the same values.
Exits 77 (skipped) without openpyxl.
"""
import argparse
import itertools
import pathlib
import sys
import tempfile

from example_runs import example_runs

try:
    import openpyxl
except ImportError:
    print("openpyxl is not there: nothing is compared")
    sys.exit(77)

# Tables about the run itself, which differ by what else is in the workbook.
OF_THE_RUN = {"T_sommaire", "T_noms", "T_tracabilite", "T_definitions", "T_parametres", "T_regles"}


def tables(path):
    """Values of each native table of a workbook, by its name."""
    found = {}
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for name, table in sheet.tables.items():
            if name not in OF_THE_RUN:
                area = table if isinstance(table, str) else table.ref
                found[name] = [[cell.value for cell in row] for row in sheet[area]]
    return found


def shared_findings(values, read_alone):
    """Rows of a table of controls that both workbooks owe.

    Left out: BIL-114, what this one report does not count of the folder (the campaign counts other tables), and BIL-277
    of the files without a schema that the campaign reads by itself.
    """
    return [row for row in values if not (row[1] == "BIL-114" or (row[1] == "BIL-277" and row[2] in read_alone))]


def without_files(values, files):
    """The rows of a table of files that are of none of these."""
    return [row for row in values if row[0] not in files]


def show_first_difference(ours, theirs):
    """The first rows that differ: what follows is often only shifted."""
    for alone, together in itertools.zip_longest(ours, theirs):
        if alone != together:
            print("  alone:    %s\n  together: %s" % (alone, together))
            return


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--bilan", required=True)
    words.add_argument("--examples", required=True)
    given = words.parse_args()
    runs = {run.report: run for run in example_runs(given.bilan, given.examples)}
    whole = runs.pop("campagne")
    # `bie` reads its grid of criteria by itself, and so does the campaign; to every other report it is no table.
    read_alone = {pathlib.Path(line.partition("=")[2]).name for line in whole.parameters}
    failed = False
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "campagne.xlsx"
        failure = whole.write(given.bilan, path)
        if failure:
            print(failure)
            return 1
        together = tables(path)
        compared = 0
        for report, run in runs.items():
            path = pathlib.Path(name) / (report + ".xlsx")
            # The annual return refuses blocking findings, and the examples have some on purpose.
            forced = ["--force", "exemple"] if report == "retour_annuel" else []
            failure = run.on(whole.inputs).write(given.bilan, path, *forced)
            if failure:
                print(failure)
                return 1
            shared = {table: values for table, values in tables(path).items() if table in together}
            own = [table for table in shared if not table.startswith(("T_donnees", "T_sources", "T_controles", "T_lignes",
                                                                      "T_inconnus"))]
            for table, values in shared.items():
                compared += 1
                others = together[table]
                if table == "T_controles":
                    values, others = shared_findings(values, read_alone), shared_findings(others, ())
                if table in ("T_sources", "T_lignes_ecartees"):  # a file that a report reads by itself is said as its own
                    values, others = without_files(values, read_alone), without_files(others, read_alone)
                if values != others:
                    failed = True
                    print("%s › %s: the two workbooks disagree" % (report, table))
                    show_first_difference(values, others)
            print("%s: %d tables of its own compared" % (report, len(own)))
    print("%d tables compared" % compared)
    return 1 if failed or compared < 20 else 0


sys.exit(main())
