# SPDX-License-Identifier: MPL-2.0
"""Lines of a table: the data, and between them all that partners add: totals, groups, notes, fillers, repeats."""
import copy
import datetime

import invented
from cells import Cell
from rendering import render
from sheets import Line
from value_mess import troubled, unknown
from vocabularies import VOCABULARIES

SUMMED = ("people", "euro", "count")
KEYS = ("title", "porteur", "dossier", "name")  # what says which record a line is: never made unknown
UNITS = {"euro": "en €", "people": "nombre", "rate": "%", "date": "jj/mm/aaaa"}
TOTALS = ["TOTAL", "Total", "Total général", "TOTAL GENERAL", "Ensemble"]
FOOTERS = ["Source : service politique de la ville", "* hors adultes-relais", "Fait à Valmont, le 12 mars", "Signature :",
           "NB : les montants sont ceux notifiés", "(1) chiffres provisoires"]


def data_cell(rng, column, record, frame, level):
    value = record.get(column.key)
    if column.wide:
        value = rng.randint(0, 90) if column.field.kind == "people" else float(rng.randint(0, 900) * 10)
    if level != "clean" and not column.safe and column.field.kind not in KEYS and column.field.id != "exercice":
        draw = rng.random()
        if draw < (0.03 if level == "medium" else 0.05):
            return unknown(rng, column, value)
        if level == "hard" and draw > 0.985 and value is not None:
            found = troubled(rng, column, value)
            if found:
                return found
    if level == "hard" and column.field.kind == "title" and rng.random() < 0.02:
        return Cell(rng.choice(["<b>%s</b>", "%s&#32;", "**%s**"]) % value, value)
    if column.field.id == "participant" and record.get("person"):
        person = "%s %s" % record["person"]
        return Cell(rng.choice(["%s / %s" % (person, value), "%s (%s)" % (value, person)]), value, private=person)
    if column.scale != 1 and value is not None:
        return Cell(round(value / column.scale, 5), value)
    return render(rng, column, value, frame)


def next_number(column):
    """1, 2, 2bis, 4: a numbering with gaps."""
    column.count = getattr(column, "count", 0) + 1
    return "%dbis" % (column.count - 1) if column.count % 7 == 3 else column.count


def extra_cell(rng, column):
    """A column no schema has a field for."""
    first, last = rng.choice(invented.PERSONS)
    return Cell({"nom": last, "prenom": first, "both": "%s %s" % (first, last),
                 "mail": "%s.%s@exemple.invalid" % (first.lower(), last.lower()),
                 "phone": "0%d %02d %02d %02d %02d" % (rng.randint(1, 7), *(rng.randint(0, 99) for _ in range(4))),
                 "numbering": next_number(column), "share": "%d %%" % rng.randint(5, 95), "ej": "21%08d" % rng.randint(1, 10 ** 8 - 1),
                 "centre": rng.choice(["0147-DR69-DD01", "0147-DR84-DP42"]), "domaine": rng.choice(["0147-01-02", "0147-01-08"]),
                 "kind_of_aid": rng.choice(["aide en numéraire", "aide en nature"]), "payment": rng.choice(["unique", "échelonné"]),
                 "establishment": invented.siret(rng, False), "town": "DDETS d'essai", "yes_no": rng.choice(["oui", "non"]),
                 "region": rng.choice(["Hauts-de-France", "Bretagne", "Auvergne-Rhône-Alpes"]),
                 "day": datetime.date(2024, rng.randint(1, 12), rng.randint(1, 28)),
                 }.get(column.style, rng.choice(["vu", "à relancer", "dossier complet", "RAS"])))


def data_line(rng, columns, record, frame, level):
    return Line("data", [extra_cell(rng, column) if column.dropped else data_cell(rng, column, record, frame, level)
                         for column in columns])


def text_column(columns):
    for number, column in enumerate(columns):
        if not column.dropped and column.field.kind in ("title", "porteur", "name", "territory", "enum", "commune"):
            return number
    return 0


def total_line(rng, columns, lines, kind="total", label=None):
    """The sums a partner writes; cells without value are left out, as a spreadsheet does."""
    cells = [None] * len(columns)
    for number, column in enumerate(columns):
        if column.dropped or column.field.kind not in SUMMED or number == text_column(columns):
            continue
        known = [line.cells[number] for line in lines if line.kind == "data" and line.cells[number] is not None]
        total = sum(cell.value for cell in known if isinstance(cell.value, (int, float))) / column.scale
        cells[number] = Cell(round(total, 2) if total != int(total) else int(total))
    cells[text_column(columns)] = Cell(label or rng.choice(TOTALS))
    return Line(kind, cells)


def share_line(rng, columns, total):
    """Shares of the total above, with « % » before them or nothing: nobody's record."""
    at = text_column(columns)
    sums = [n for n, cell in enumerate(total.cells) if cell is not None and n != at and isinstance(cell.shown, int)]
    if len(sums) < 2:
        return None
    cells = [None] * len(columns)
    for number in sums:
        cells[number] = Cell("%d %%" % rng.randint(5, 100))
    if rng.random() < 0.5:
        cells[at] = Cell("%")
    return Line("statistic", cells)


def alone(columns, kind, text, at=0):
    cells = [None] * len(columns)
    cells[at] = Cell(text)
    return Line(kind, cells)


def grouped_by_pillar(rng, columns, lines, records, subtotals):
    """Group titles in rows of their own; the pillar comes from them, as no column gives it."""
    result = []
    for pillar in sorted({record["pilier"] for record in records}):
        name = rng.choice(VOCABULARIES["pilier"][pillar])
        result.append(alone(columns, "group", rng.choice([name.upper(), "PILIER " + name.upper(), name])))
        members = [line for line, record in zip(lines, records) if record["pilier"] == pillar]
        for line in members:
            line.inherited["pilier"] = pillar
        result += members
        if subtotals:
            result.append(total_line(rng, columns, members, "subtotal", "Sous-total " + name))
    return result


def continue_some(rng, columns, lines):
    """A text that goes on in the next row, where nothing else stands; the first column stays empty."""
    spots = [n for n, c in enumerate(columns) if n and not c.dropped and c.field.kind in ("title", "text")]
    result = []
    for line in lines:
        result.append(line)
        at = rng.choice(spots or [0])
        cell = line.cells[at]
        if at and line.kind == "data" and cell is not None and cell.value and rng.random() < 0.12:
            more = rng.choice(["en lien avec les écoles", "(deuxième semestre)", "et sorties en famille"])
            line.cells[at] = Cell(cell.shown, cell.value + " " + more, extra=cell.extra)
            result.append(alone(columns, "continuation", more, at))
    return result


def filler(columns):
    return Line("filler", [Cell("--") for _ in columns])


def repeated_header(columns):
    return Line("repeated_header", [Cell(column.header[-1]) for column in columns])


def example(rng, columns, record, frame):
    line = data_line(rng, columns, record, frame, "clean")
    line.kind = "example"
    at = text_column(columns)
    line.cells[at] = Cell("ex : " + str(line.cells[at].shown))
    return line


def recap(rng):
    """A small block under the table: labels and a figure each, no record."""
    words = rng.sample(["Nombre d'actions", "Enveloppe", "Reste à programmer", "Solde", "Total demandé"], 3)
    return [("Récapitulatif", None)] + [
        (word, rng.randint(4, 40) if word.startswith("Nombre") else rng.randint(10, 900) * 100) for word in words]


def units(columns):
    return Line("unit", [Cell(UNITS[c.field.kind]) if c.field and c.field.kind in UNITS else None for c in columns])


def duplicate(line, numbered):
    """The same line twice; the control is owed when a number says that it is the same action."""
    twin = copy.deepcopy(line)
    if numbered:
        twin.findings.append({"code": "C13", "field": "num_action"})
    return twin


def part_line(rng, columns, line):
    """« dont moins de 26 ans »: a row that tells a part of the one above it, in which it is counted."""
    cells = [None] * len(columns)
    for number, (column, cell) in enumerate(zip(columns, line.cells)):
        if column.dropped or cell is None:
            continue
        if column.field.kind == "title":
            cells[number] = Cell(rng.choice(["dont moins de 26 ans", "Dont bénéficiaires du RSA", "dont QPV"]))
        elif column.field.kind in SUMMED and isinstance(cell.shown, int) and cell.value == cell.shown and cell.shown > 1:
            cells[number] = Cell(cell.shown // 2)
        elif column.field.kind == "porteur":
            cells[number] = Cell(cell.shown)
    numbers = [cell for cell in cells if cell is not None and isinstance(cell.shown, int)]
    return Line("part", cells) if numbers and any(c.field and c.field.kind == "title" for c in columns) else None


def false_total(columns, line):
    """F + H no longer make the total: the three are kept, and C01 says so."""
    at = {column.field.id: n for n, column in enumerate(columns) if column.field}
    spots = [at.get(id) for id in ("benef_f", "benef_h", "benef_total")]
    if None in spots or "benef_sexe_nc" in at:
        return
    three = [line.cells[spot] for spot in spots]
    if any(cell is None or cell.expect != "plain" or not isinstance(cell.shown, int) for cell in three):
        return
    line.cells[spots[2]] = Cell(three[2].shown + 3, three[2].value + 3)
    line.findings.append({"code": "C01", "field": "benef_total"})


def merged_porteur(sheet_merges, columns, lines):
    """Same organisation on several rows: written once, the cells merged. Gives runs of line indexes."""
    at = next((n for n, c in enumerate(columns) if not c.dropped and c.field.id == "porteur"), None)
    if at is None:
        return
    start = 0
    while start < len(lines):
        end = start
        while (end + 1 < len(lines) and lines[start].kind == lines[end + 1].kind == "data"
               and lines[end + 1].cells[at].value == lines[start].cells[at].value):
            end += 1
        if end > start:
            for line in lines[start + 1:end + 1]:
                line.inherited["porteur"] = lines[start].cells[at].value
                line.cells[at] = None
            sheet_merges.append((start, end, at))
        start = end + 1


