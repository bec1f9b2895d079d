# SPDX-License-Identifier: MPL-2.0
"""One partner file and its tables: the columns of a recipe, the lines of its records, what partners add between them."""
import headers
import lines as making
import recipes
from records import MAKERS, Frame
from sheets import Column, Line, Table

NOMINATIVE = [[("Nom du contact", "both")], [("Courriel", "mail")], [("Téléphone", "phone")], [("Nom", "nom"), ("Prénom", "prenom")],
              [("Nom et prénom du référent", "both"), ("E-mail", "mail")]]
UNKNOWN_COLUMNS = ["Couleur du classeur", "Suivi interne", "Relance", "Visa du service"]


class PartnerFile:
    def __init__(self, schema, level, rng, flat):
        self.schema, self.level, self.rng, self.flat = schema, level, rng, flat
        self.frame = Frame(rng)
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


def thousands(file, columns):
    if file.level == "hard" and file.chance(0.12):
        euros = [c for c in columns if c.field and c.field.kind == "euro"]
        for column in euros:
            column.scale, column.style = 1000, "number"
            column.header[-1] = headers.bare(column.field.label) + " (k€)" if len(column.header) == 1 else column.header[-1] + " (k€)"
        if euros:
            file.patterns.append("k€")


def build_table(file, count, without=(), inherited=None, can_merge=True, columns=None):
    """A table with its lines; `without`: fields given elsewhere (sheet name, title); `columns`: those of another table."""
    rng, level = file.rng, file.level
    found = records(file, count)
    inherited = inherited or {}
    for record in found:
        record.update(inherited)
    if columns is None:
        columns = [c for c in recipes.columns(rng, file.schema, level, file.frame, "exercice" in without) if c.field.id not in without]
        extra_columns(file, columns)
        thousands(file, columns)
    ids = {c.field.id for c in columns if c.field}
    if "porteur" in ids and can_merge and file.chance(0.2):
        found.sort(key=lambda record: record["porteur"])
        file.patterns.append("merged porteur")
    lines = [making.data_line(rng, columns, record, file.frame, level) for record in found]
    table = Table(columns, row_mess(file, columns, lines, found, ids))
    table.inherited = dict(inherited)
    if "merged porteur" in file.patterns and "porteur" in ids:
        making.merged_porteur(table.down_merges, columns, table.lines)
    table.merge_headers = can_merge and rng.random() < 0.8
    return table


def row_mess(file, columns, lines, found, ids):
    rng, hard = file.rng, file.level == "hard"
    if hard and file.chance(0.3):
        making.false_total(columns, rng.choice(lines))
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
    if hard and file.chance(0.15):
        lines.insert(rng.randrange(1, len(lines)), making.filler(columns))
    if hard and len(columns[0].header) == 1 and all(len(c.header) == 1 for c in columns) and file.chance(0.15):
        lines.insert(rng.randrange(1, len(lines)), making.repeated_header(columns))
    if any(c.field and c.field.kind in making.SUMMED for c in columns) and file.chance(0.7):
        lines = lines + ([Line("blank", [None] * len(columns))] if rng.random() < 0.15 else []) + [
            making.total_line(rng, columns, data)]
    if hard and file.chance(0.1):
        lines = [making.example(rng, columns, found[0], file.frame)] + lines
    if hard and file.chance(0.08):
        lines = [making.units(columns)] + lines
    if hard and file.chance(0.15):
        rng.choice([line for line in lines if line.kind == "data"]).hidden = True
    return lines
