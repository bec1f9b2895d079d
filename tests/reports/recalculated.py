#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every report on its example, and the what-if of many actions: LibreOffice computes each formula anew and must come to
the stored value.

    recalculated.py --bilan PATH --examples DIR

The stored values are first replaced by a wrong one, so that there is nothing right to copy. Exits 77 (skipped) without
openpyxl or LibreOffice.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from example_runs import example_runs

try:
    import openpyxl
except ImportError:
    print("openpyxl is not there: nothing is compared")
    sys.exit(77)

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
STORED = re.compile(rb"(</f><v>)[^<]*(</v>)")


def with_wrong_values(source, target):
    """A copy of the workbook in which every formula has the stored value -1."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                data = STORED.sub(rb"\g<1>-1\g<2>", data)
            new.writestr(part.filename, data)


def differences(path, recalculated):
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    again = openpyxl.load_workbook(recalculated, data_only=True)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                compared += 1
                ours = stored[sheet.title][cell.coordinate].value
                theirs = again[sheet.title][cell.coordinate].value
                if not isinstance(theirs, (int, float)) or abs(ours - theirs) > 1e-12 * max(1, abs(ours)):
                    yield "%s › %s › %s: %s stored, %s computed from %s" % (
                        path.name, sheet.title, cell.coordinate, ours, theirs, cell.value)
    if compared == 0:
        yield "%s has no formula to compare" % path.name
    print("%s: %d formulas compared" % (path.name, compared))


class ManyActions:
    """Gender budgeting of so many actions that its what-if puts those of one score and one amount together."""

    def __init__(self, folder, name, amounts):
        self.report = name
        self.amounts = amounts
        self.file = folder / (name + ".csv")
        lines = ["Exercice;Porteur;Intitulé de l'action;P147 demandé;P147 accordé;Cotation BIE"]
        for at, amount in enumerate(amounts):
            lines.append("2025;Porteur %d;Action %d;%d;%d;%s" % (at % 9, at, amount + 500, amount, ("G0", "G1", "G2")[at % 3]))
        self.file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def write(self, bilan, path):
        ended = subprocess.run([bilan, "run", "bie", str(self.file), "--year", "2025", "-o", str(path)], capture_output=True,
                               text=True)
        return None if path.exists() else ended.stderr

    def faults(self, path):
        """What the sheet says of the whole must be what the file holds."""
        sheet = openpyxl.load_workbook(path, data_only=True)["Et si"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        header = next(at for at, row in enumerate(rows) if row[0] == "Actions réunies")
        lines = [row for row in rows[header + 1:] if isinstance(row[4], (int, float))]
        if len(lines) > 1504:  # 500 amounts and a rest of each score, and the total
            yield "%s: %d lines" % (self.report, len(lines))
        total = lines[-1]
        if total[2] != len(self.amounts) or total[4] != sum(self.amounts):
            yield "%s: %s actions, %s euros in all" % (self.report, total[2], total[4])
        wanted = sum(amount * (0.9, 1, 1.1)[at % 3] if amount >= 5000 else amount for at, amount in enumerate(self.amounts))
        if abs(total[6] - wanted) > 1e-6:
            yield "%s: %s simulated, %s expected" % (self.report, total[6], wanted)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--bilan", required=True)
    words.add_argument("--examples", required=True)
    given = words.parse_args()
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not there: nothing is recalculated")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "profile/user").mkdir(parents=True)
        (folder / "profile/user/registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
        (folder / "wrong").mkdir()
        many = [ManyActions(folder, "peu_de_montants", [1000 * (1 + at % 14) for at in range(600)]),
                ManyActions(folder, "beaucoup_de_montants", [10 * (1 + at) for at in range(1800)])]
        runs = example_runs(given.bilan, given.examples) + many
        for run in runs:
            path = folder / (run.report + ".xlsx")
            failure = run.write(given.bilan, path)
            if failure:
                print(failure)
                return 1
            with_wrong_values(path, folder / "wrong" / path.name)
        subprocess.run([office, "-env:UserInstallation=file://%s" % (folder / "profile"), "--headless", "--convert-to",
                        "xlsx", "--outdir", folder / "again", *sorted((folder / "wrong").iterdir())],
                       capture_output=True, timeout=240, check=True)
        found = [line for run in runs
                 for line in differences(folder / (run.report + ".xlsx"), folder / "again" / (run.report + ".xlsx"))]
        found += [line for run in many for line in run.faults(folder / (run.report + ".xlsx"))]
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
