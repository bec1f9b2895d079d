# SPDX-License-Identifier: MPL-2.0
"""One partner file and its tables: the columns of a recipe, the lines of its records, what partners add between them."""
import datetime
import re

import lines as making
import recipes
from cells import Cell, Formula
from rendering import MONTHS
from records import MAKERS, Frame
from sheets import Column, Line, Table

NOMINATIVE = [[("Nom du contact", "both")], [("Courriel", "mail")], [("Téléphone", "phone")], [("Nom", "nom"), ("Prénom", "prenom")],
              [("Nom et prénom du référent", "both"), ("E-mail", "mail")]]
YEARLESS = ("rapport", "demarche")  # no exercise in these schemas: no year to give them
UNKNOWN_COLUMNS = ["Couleur du classeur", "Suivi interne", "Relance", "Visa du service"]


class PartnerFile:
    def __init__(self, schema, level, rng, kind):
        self.schema, self.level, self.rng = schema, level, rng
        self.kind, self.flat = kind, kind == "csv"
        self.frame = Frame(rng, level == "hard")
        self.sheets, self.patterns = [], []

    def chance(self, probability):
        return self.level != "clean" and self.rng.random() < probability


def records(file, count):
    return [MAKERS[file.schema](file.rng, file.frame, index) for index in range(count)]


def extra_columns(file, columns):
    """Columns without a field: names of persons, or the partner's own business."""
    rng = file.rng
    if file.chance(0.2 if file.level == "medium" else 0.3):
        at = rng.randint(1, len(columns))
        for text, style in rng.choice(NOMINATIVE):
            columns.insert(at, Column(None, [text], style, dropped="nominative"))
            at += 1
        file.patterns.append("nominative")
    if file.chance(0.25):
        columns.append(Column(None, [rng.choice(UNKNOWN_COLUMNS)], "note", dropped="unknown"))
    if file.level == "hard" and file.chance(0.12):
        columns.insert(0, Column(None, ["N°"], "numbering", dropped="unknown"))
    if file.level == "hard" and file.schema in ("action", "emploi") and file.chance(0.08):
        share = rng.choice(["% QPV", "% abandon"])  # abandons belong to the theme of employment alone
        columns.append(Column(None, [share if file.schema == "emploi" else "% QPV"], "share", dropped="rate"))


def thousands(file, columns):
    if file.level == "hard" and file.chance(0.4 if file.schema == "territoire" else 0.12):  # incomes above all
        euros = [c for c in columns if c.field and c.field.kind == "euro"]
        for column in euros:
            column.scale, column.style = 1000, "number"
            column.header[-1] = re.sub(r"(?i)\s*(\((en )?(€|â‚¬)\)|en.euros)", "", column.header[-1]).rstrip(" *:") + " (k€)"
        if euros:
            file.patterns.append("k€")


def build_table(file, count, without=(), inherited=None, can_merge=True, columns=None, plain=False):
    """A table with its lines; `without`: fields given elsewhere (sheet name, title); `columns`: those of another
    table; `plain`: nothing between the records."""
    rng, level = file.rng, file.level
    found = records(file, count)
    inherited = inherited or {}
    for record in found:
        record.update(inherited)
    if columns is None:
        columns = [c for c in recipes.columns(rng, file.schema, level, file.frame, "exercice" in without, plain)
                   if c.field is None or c.field.id not in without]
        extra_columns(file, columns)
        thousands(file, columns)
    ids = {c.field.id for c in columns if c.field}
    if "porteur" in ids and can_merge and not plain and file.chance(0.2):
        found.sort(key=lambda record: record["porteur"])
        file.patterns.append("merged porteur")
    lines = [making.data_line(rng, columns, record, file.frame, level) for record in found]
    if level == "hard" and not plain and all(len(c.header) == 1 for c in columns) and file.chance(0.06):
        code_row(columns)
        file.patterns.append("code row")
    table = Table(columns, lines if plain else row_mess(file, columns, lines, found, ids))
    table.inherited = dict(inherited)
    if "merged porteur" in file.patterns and "porteur" in ids:
        making.merged_porteur(table.down_merges, columns, table.lines)
    table.merge_headers = can_merge and rng.random() < 0.8 and "code row" not in file.patterns
    return table


def ambiguous_dot(file, columns, lines):
    """« 1.234 » in a column of whole euros where nothing says whether the dot parts thousands or decimals."""
    for number, column in enumerate(columns):
        if not column.field or column.field.kind != "euro" or column.style != "number" or column.scale != 1 or column.wide:
            continue
        cells = [line.cells[number] for line in lines if line.kind == "data"]
        if all(isinstance(cell.shown, int) or cell.shown is None for cell in cells):
            spot = file.rng.choice([line for line in lines if line.kind == "data"])
            spot.cells[number] = Cell("%d.%03d" % (file.rng.randint(1, 9), file.rng.randint(1, 999)), expect="refused")
            file.patterns.append("ambiguous dot")
            return


def lost_formula(file, columns, lines):
    """A formula to another file, saved without its value."""
    spots = [n for n, c in enumerate(columns) if c.field and c.field.kind in ("euro", "people") and not c.wide]
    if spots:
        line = file.rng.choice([line for line in lines if line.kind == "data"])
        line.cells[file.rng.choice(spots)] = Cell(Formula("'[bilan 2022.xlsx]F1'!B4"), state="err")
        file.patterns.append("formula without value")


def yearless_day(file, columns, lines):
    """« 24/06 », « 24 juin »: the year is that of the exercise, which the file gives elsewhere; said as a doubt."""
    for number, column in enumerate(columns):
        if column.field and column.field.kind == "date":
            spots = [line for line in lines if line.kind == "data" and line.cells[number].expect == "plain" and line.cells[number].value]
            if spots:
                line = file.rng.choice(spots)
                value = line.cells[number].value
                day = datetime.date.fromisoformat(value)
                text = file.rng.choice([day.strftime("%d/%m"), "%d %s" % (day.day, MONTHS[day.month - 1])])
                line.cells[number] = Cell(text, value, expect="finding")
                file.patterns.append("day without year")
                return


def code_row(columns):
    """A second header row of codes under the labels."""
    for number, column in enumerate(columns, 1):
        column.header.append("C%02d" % number)


def row_mess(file, columns, lines, found, ids):
    rng, hard = file.rng, file.level == "hard"
    if hard and file.chance(0.3):
        making.false_total(columns, rng.choice(lines))
    if hard and file.kind == "xlsx" and file.chance(0.15):
        lost_formula(file, columns, lines)
    if hard and file.schema in ("action", "emploi") and "exercice" in ids and file.chance(0.3):
        yearless_day(file, columns, lines)
    if hard and file.chance(0.15):
        ambiguous_dot(file, columns, lines)
    data = lines
    if hard and "pilier" not in ids and file.schema == "action" and file.chance(0.35) and "merged porteur" not in file.patterns:
        lines = making.grouped_by_pillar(rng, columns, lines, found, rng.random() < 0.5)
        file.patterns.append("group titles")
    elif hard and file.schema in ("action", "emploi") and file.chance(0.15):
        at = rng.randrange(len(lines))
        lines = lines[:at + 1] + [making.duplicate(lines[at], ids & {"num_action"})] + lines[at + 1:]
        data = lines
        file.patterns.append("duplicate")
    if hard and file.chance(0.2) and not {"merged porteur", "duplicate"} & set(file.patterns):
        lines = making.continue_some(rng, columns, lines)
    if hard and file.schema in ("action", "emploi") and file.chance(0.15) and "merged porteur" not in file.patterns:
        at = rng.choice([number for number, line in enumerate(lines) if line.kind == "data"])
        part = making.part_line(rng, columns, lines[at])
        if part and not any(line.kind == "continuation" for line in lines[at + 1:at + 2]):
            lines.insert(at + 1, part)
            file.patterns.append("part of above")
    if hard and file.chance(0.15):
        lines.insert(rng.randrange(1, len(lines)), making.filler(columns))
    if hard and len(columns[0].header) == 1 and all(len(c.header) == 1 for c in columns) and file.chance(0.15):
        lines.insert(rng.randrange(1, len(lines)), making.repeated_header(columns))
    if file.chance(0.1) and "merged porteur" not in file.patterns:
        lines.insert(rng.randrange(2, len(lines)), Line("blank", [None] * len(columns)))
    if any(c.field and c.field.kind in making.SUMMED for c in columns) and file.chance(0.7):
        lines = lines + ([Line("blank", [None] * len(columns))] if rng.random() < 0.15 else []) + [
            making.total_line(rng, columns, data)]
        share = making.share_line(rng, columns, lines[-1]) if hard and file.chance(0.2) else None
        if share:
            lines.append(share)
            file.patterns.append("shares below the total")
    if hard and file.chance(0.1):
        lines = [making.example(rng, columns, found[0], file.frame)] + lines
    plain_units = all(c.scale == 1 for c in columns) and any(c.field and c.field.kind in making.UNITS for c in columns)
    if hard and plain_units and file.chance(0.08):
        lines = [making.units(columns)] + lines
    if hard and file.chance(0.15):
        rng.choice([line for line in lines if line.kind == "data"]).hidden = True
    return lines
