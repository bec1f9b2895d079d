#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every figure of the sheet Traçabilité that is a sum or a ratio of sums, computed anew from nothing but the cells that it
names: those cells make the figure, all of them and no others.

    traced_cells.py BILAN

The files are of fictitious actions; fields that no column has whole are sums of several columns, and one file gives only
the total of what others give in parts. Exits 77 (skipped) without openpyxl.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("openpyxl is not there: nothing is checked")
    sys.exit(77)

HEADERS = ["Exercice", "Intitulé de l'action", "Porteur", "Bénéficiaires", "Femmes", "Hommes", "Dont habitants QPV", "Hors QPV",
           "Entrées", "Abandons", "Sorties", "CDI", "CDD > 6 mois", "Création d'entreprise", "CDD < 6 mois", "Intérim",
           "Entrée en formation", "Sorties neutralisées", "Montant accordé"]
PARTS = [[2025, "Parcours", "Avenir", 40, 22, 18, 30, 10, 40, 6, 30, 5, 4, 1, 6, 2, 5, 1, 4000],
         [2025, "Atelier", "Cap", 12, 7, 5, 6, 6, 12, 1, 10, 1, 2, "NC", 3, 0, 1, 0, 1500],
         [2025, "Forum", "Rive", 25, 15, 10, 20, 5, 25, 0, 20, 3, "sans objet", 2, 4, 1, 2, "", 2500]]
TOTAL = ["Exercice", "Intitulé de l'action", "Porteur", "Bénéficiaires", "Femmes", "Hommes", "Entrées", "Sorties",
         "Sorties dynamiques"]
TOTALS = [[2025, "Tremplin", "Lien", 18, 9, 9, 18, 15, 8]]

# Field as the workbook names it → the columns that make it; a field that has a column of its name is left out.
COLUMNS = {
    "Bénéficiaires (total)": ["Bénéficiaires"],
    "Entrées dans l'action": ["Entrées"],
    "Sorties en emploi durable": ["CDI", "CDD > 6 mois", "Création d'entreprise"],
    "Sorties en emploi de transition": ["CDD < 6 mois", "Intérim"],
    "Sorties positives": ["Entrée en formation"],
    "Entrées en formation": ["Entrée en formation"],
    "Subvention accordée (P147)": ["Montant accordé"],
}
SUMMED = "Sorties en emploi durable"


def csv(path, headers, rows):
    lines = [";".join(map(str, row)) for row in [headers, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def cells_named(text):
    """« a.csv › a › C2:C4, D2 ; b.csv › b › E2 » as (file, column, row)."""
    cells = []
    for sheet in text.replace("\u00a0", " ").split(" ; "):
        file, _, ranges = sheet.split(" › ")
        for one in ranges.split(", "):
            first, last = (one.split(":") * 2)[:2]
            column = openpyxl.utils.cell.column_index_from_string(re.match("[A-Z]+", first)[0])
            for row in range(int(re.search(r"\d+", first)[0]), int(re.search(r"\d+", last)[0]) + 1):
                cells.append((file, column, row))
    return cells


def side_of(words):
    """« Σ (« A » + « B » − « C ») » as {header: sign}; None for what is no such sum."""
    words = words.strip()
    if not words.startswith("Σ ") or " × " in words or " si " in words:
        return None
    signs = {}
    for sign, label in re.findall(r"([−+(]?) ?« ([^»]+) »", words):
        for header in COLUMNS.get(label, [label]):
            signs[header] = -1 if sign == "−" else 1
    return signs


def sides_of(rule):
    """The sums of a rule, numerator first, each with those that stand in for it; None for any other rule."""
    formula, *remarks = rule.replace("\u00a0", " ").split("\n")
    if " ; " in formula or ", lignes où" in formula:
        return None
    sides = [side_of(part) for part in formula.split(" / Σ ")[:1]]
    sides += [side_of("Σ " + part) for part in formula.split(" / Σ ")[1:]]
    if any(side is None for side in sides):
        return None
    sides = [[side] for side in sides]
    for remark in remarks:
        found = re.match(r"À défaut de (.+) : (.+)\.$", remark)
        if not found:
            continue
        wanted = side_of("Σ " + found[1])
        taken = [side_of("Σ " + words) for words in found[2].split(", puis ")]
        for ways in sides:
            if wanted.keys() <= ways[0].keys():
                rest = {header: sign for header, sign in ways[0].items() if header not in wanted}
                ways += [{**rest, **way} for way in taken]
    return sides


def sum_of(ways, rows):
    """The sum over rows, each by the first way that was named, with all that the row holds of it."""
    total = 0
    for held, named in rows:
        way = next((way for way in ways if any(header in named for header in way)
                    and all(number(held.get(header)) is None or header in named for header in way)), {})
        total += sum(sign * number(held[header]) for header, sign in way.items() if number(held.get(header)) is not None)
    return total


def number(value):
    return float(value) if isinstance(value, (int, float)) else None


def main():
    failures, checked, summed = [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        csv(folder / "parts.csv", HEADERS, PARTS)
        csv(folder / "total.csv", TOTAL, TOTALS)
        held = {"parts.csv": [HEADERS, *PARTS], "total.csv": [TOTAL, *TOTALS]}
        output = folder / "emploi.xlsx"
        subprocess.run([sys.argv[1], "run", "emploi", str(folder / "parts.csv"), str(folder / "total.csv"), "--year", "2025",
                        "-o", str(output)], capture_output=True, check=True)
        book = openpyxl.load_workbook(output, data_only=True)
    rows = list(book["Traçabilité"].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if row and row[0] == "Cellule")
    for row in rows[head + 1:]:
        if not row[0] or not row[2] or not row[7]:
            continue
        sides = sides_of(row[2])
        sheet, cell = row[0].split(" › ")
        value = number(book[sheet][cell].value) if sheet in book.sheetnames else None
        if sides is None or value is None or (len(sides) == 2) != bool(row[3]):
            continue
        by_row = {}
        for file, column, at in cells_named(row[7]):
            headers = held[file][0]
            by_row.setdefault((file, at), (dict(zip(headers, held[file][at - 1])), set()))[1].add(headers[column - 1])
        sums = [sum_of(ways, by_row.values()) for ways in sides]
        known = {header for ways in sides for way in ways for header in way}
        unused = [header for _, named in by_row.values() for header in named if header not in known]
        expected = sums[0] / sums[1] if len(sides) == 2 and sums[1] else sums[0]
        if unused or abs(expected - value) > 1e-9:
            failures.append("%s (%s): %r from %s, not %r; not of the rule: %s" % (row[0], row[1], expected, row[7], value, unused))
        checked += 1
        summed += SUMMED in row[2].replace("\u00a0", " ")
    print("%d figures computed anew, %d of them from sums of several columns" % (checked, summed))
    print("\n".join(failures))
    return 1 if failures or checked < 30 or summed < 5 else 0


sys.exit(main())
