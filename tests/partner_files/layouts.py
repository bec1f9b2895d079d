# SPDX-License-Identifier: MPL-2.0
"""How a file is laid out: one table, several sheets, a second block, a transposed table; and the sheets beside it."""
import lines as making
from cells import Cell
from files import YEARLESS, build_table, records
from sheets import Sheet, place
from vocabularies import VOCABULARIES

SHEET_NAMES = ["Feuil1", "Actions", "Tableau", "Bilan", "Suivi", "Données"]
TITLES = ["Bilan {y} - Contrat de ville", "PROGRAMMATION {y}", "Tableau de bord {y}", "BILAN {y} - {o}"]
PLAIN_TITLES = ["Suivi du contrat de ville", "Tableau récapitulatif", "Commission technique"]


def title_rows(file, sheet, year, left=1):
    """Rows above the header; returns the row where the table starts."""
    rng, row = file.rng, 1
    if file.level == "clean":
        return row
    organisation = rng.choice(file.frame.organisations)[0]
    if year:
        sheet.write(row, left, rng.choice(TITLES).format(y=file.frame.year, o=organisation))
    elif file.chance(0.5):
        sheet.write(row, left, rng.choice(PLAIN_TITLES))
    else:
        return row
    if file.chance(0.4):
        row += 1
        sheet.write(row, left, rng.choice([organisation, "Service politique de la ville", "Territoire : contrat de ville"]))
    if file.level == "hard" and file.schema == "territoire":
        for text in ("Champ : France métropolitaine et DROM", "Géographie en vigueur", "Source : Insee"):
            row += 1
            sheet.write(row, left, text)
    if file.level == "hard" and not file.flat and rng.random() < 0.4:
        sheet.merges.append((1, left, 1, left + 5))
    return row + 1 + rng.randint(0, 2)


def footers(file, sheet, row):
    if file.level == "hard" and file.chance(0.12):
        row += 1
        for text, figure in making.recap(file.rng):
            sheet.write(row, 1, text)
            if figure is not None:
                sheet.write(row, 2, figure)
            sheet.set_aside.append({"row": row, "reason": "recap"})
            row += 1
        file.patterns.append("recap")
        return row
    if not file.chance(0.45):
        return row
    row += file.rng.randint(0, 1)
    for text in file.rng.sample(making.FOOTERS, file.rng.randint(1, 2)):
        sheet.write(row, 1, text)
        sheet.set_aside.append({"row": row, "reason": "note"})
        row += 1
    return row


def tabular(file):
    """The usual file: one table on one sheet, its exercise in a column, in the title, or nowhere."""
    rng = file.rng
    sheet = Sheet(rng.choice(SHEET_NAMES))
    year = file.schema not in YEARLESS and file.chance(0.45)
    table = build_table(file, rng.randint(6, 24), {"exercice"} if year else (), can_merge=not file.flat)
    if year:
        table.inherited["exercice"] = file.frame.year
    left = 2 if file.level == "hard" and file.chance(0.1) else 1
    top = title_rows(file, sheet, year)
    below = place(sheet, table, top, left)
    below = footers(file, sheet, below)
    if file.level == "hard" and file.chance(0.1):
        sheet.far = 20000
    file.sheets.append(sheet)
    return sheet, below, year


def two_blocks(file):
    """A second table of the same kind below, with its own header and sometimes its own columns."""
    sheet, below, titled = tabular(file)
    file.patterns.append("second block")
    table = build_table(file, file.rng.randint(4, 9), {"exercice"} if titled else (), can_merge=not file.flat)
    if titled:
        table.inherited["exercice"] = file.frame.year
    place(sheet, table, below + file.rng.randint(1, 2))


def side_by_side(file):
    """Last year on the left, this year on the right: the same columns, the year above each."""
    sheet, year = Sheet("Tableau"), file.frame.year
    file.patterns.append("side by side")
    left, columns, count = 1, None, file.rng.randint(4, 9)
    for exercice in (year - 1, year):
        file.frame.year = exercice
        table = build_table(file, count, {"exercice"}, {"exercice": exercice}, False, columns, plain=True)
        columns = table.columns
        sheet.write(1, left, "Programmation %d" % exercice)
        place(sheet, table, 3, left)
        left += len(columns) + 1
    file.sheets.append(sheet)


def filled_template(file):
    """The sheet that the programme hands out, some of its rows filled in, few of them whole."""
    rng, year = file.rng, file.frame.year
    file.patterns.append("template")
    sheet = Sheet("Saisie")
    yearless = file.schema in YEARLESS
    table = build_table(file, rng.randint(3, 9), () if yearless else {"exercice"}, can_merge=False, plain=True)
    table.inherited = {} if yearless else {"exercice": year}
    table.merge_headers = False
    naming = next(n for n, c in enumerate(table.columns) if c.field and c.field.kind in making.KEYS)
    for column in table.columns:
        column.header = [column.header[-1], column.field.id if column.field else ""]
    for line in table.lines:
        kept = rng.choice([0.2, 0.6, 0.6, 1])
        line.cells = [cell if n == naming or rng.random() < kept else None for n, cell in enumerate(line.cells)]
    example = making.data_line(rng, table.columns, records(file, 1)[0], file.frame, "clean")
    example.kind = "example"
    example.cells = [None if column.dropped else cell for column, cell in zip(table.columns, example.cells)]
    example.cells[naming] = Cell("Exemple\u00a0: Cas fictif")
    if rng.random() < 0.8:
        table.lines.insert(0, example)
    sheet.write(1, 1, "Collecte\u00a0: tableau à remplir" + ("" if yearless else ", exercice %d" % year))
    sheet.write(4, 1, "À remplir sous la ligne d'exemple. Les colonnes marquées * sont nécessaires.")
    sheet.write(5, 1, "bilan · modèle %s · version 1" % file.schema)
    place(sheet, table, 7)
    file.sheets.append(sheet)


def years_below(file):
    """Two years under one header: the year of the records stands alone in a row above them."""
    rng, year = file.rng, file.frame.year
    file.patterns.append("years below")
    sheet, columns, lines = Sheet(rng.choice(["Actions", "Tableau", "Suivi"])), None, []
    words = rng.choice(["Bilan %d", "Année %d", "Exercice %d", "%d", "Programmation %d"])
    for exercice in (year - 1, year):
        file.frame.year = exercice
        table = build_table(file, rng.randint(3, 8), {"exercice"}, {"exercice": exercice}, False, columns, plain=True)
        columns = table.columns
        for line in table.lines:
            line.inherited["exercice"] = exercice
        lines += [making.alone(columns, "group", words % exercice)] + table.lines
        if rng.random() < 0.3:
            lines.append(making.Line("blank", [None] * len(columns)))
    table.lines, table.inherited = lines, {}
    place(sheet, table)
    file.sheets.append(sheet)


def recap_beside(file):
    """A recapitulation to the right of the table, an empty column between: none of it is a record."""
    sheet, _, _ = tabular(file)
    file.patterns.append("recap beside")
    right = max(column for _, column in sheet.cells) + 2
    top = min(row for row, column in sheet.cells if (row, column + 1) in sheet.cells)
    sheet.write(top, right, "Répartition")
    sheet.write(top, right + 1, "Nombre d'actions")
    for number, label in enumerate(["Cohésion sociale", "Cadre de vie", "Emploi"], 1):
        sheet.write(top + number, right, label)
        sheet.write(top + number, right + 1, file.rng.randint(1, 9))


def transposed(file):
    file.patterns.append("transposed")
    sheet = Sheet("Tableau")
    table = build_table(file, file.rng.randint(4, 7), can_merge=False, plain=True)
    for column in table.columns:
        column.header = column.header[-1:]
    table.transposed = True
    place(sheet, table)
    file.sheets.append(sheet)


def sheet_per(file, field):
    """One sheet per quarter or year: the sheet name is the value of the field that no column gives."""
    rng, frame = file.rng, file.frame
    file.patterns.append("sheet per " + field)
    count = rng.randint(2, 3)
    if field == "exercice":
        names = [str(frame.year - back) for back in range(count - 1, -1, -1)]
        values = [int(name) for name in names]
    else:
        names = rng.sample(sorted(frame.territory.names.values()), count)
        values = [[name] for name in names]
    columns = None
    for name, value in zip(names, values):
        sheet = Sheet(name)
        frame.titles = rng.sample(frame.titles, len(frame.titles))
        if field == "exercice":
            frame.year = value
        table = build_table(file, rng.randint(4, 9), {field}, {field: value}, False, columns)
        columns = table.columns
        place(sheet, table, title_rows(file, sheet, False))
        file.sheets.append(sheet)


def documentation(file):
    sheet = Sheet(file.rng.choice(["LISEZ-MOI", "Documentation"]))
    for row, text in enumerate(["Mode d'emploi du tableau", "Remplir une ligne par action.",
                                "Les montants sont en euros.", "Contact : service politique de la ville"], 1):
        sheet.write(row, 1, text)
    sheet.kind = "documentation"
    file.sheets.insert(0, sheet)


def hidden_lists(file):
    sheet = Sheet(file.rng.choice(["Listes", "Param"]))
    for column, vocabulary in enumerate(("statut", "pilier", "type_porteur"), 1):
        sheet.write(1, column, vocabulary.replace("_", " ").capitalize())
        for row, labels in enumerate(VOCABULARIES[vocabulary].values(), 2):
            sheet.write(row, column, labels[0])
    sheet.kind, sheet.hidden = "hidden", True
    file.sheets.append(sheet)


def form(file):
    """A form: labels on the left, answers beside; no table, and the reader says so."""
    sheet = Sheet("Fiche action")
    answers = [("FICHE ACTION", None), (None, None), ("Nom de la structure :", file.frame.organisations[0][0]),
               ("Adresse du siège :", "3 rue des Lilas"), ("Objectifs de l'action :", "Renforcer le lien social"),
               ("Moyens mobilisés :", "Deux animateurs, une salle"), ("Signature :", None)]
    for row, (question, answer) in enumerate(answers, 1):
        if question:
            sheet.write(row, 1, question)
        if answer:
            sheet.write(row, 2, answer)
    sheet.kind = "form"
    file.sheets.append(sheet)


def lay_out(file):
    rng = file.rng
    draw = rng.random()
    if file.level != "clean" and rng.random() < 0.1:
        filled_template(file)
    elif file.level != "hard":
        tabular(file)
    elif draw < 0.12:
        two_blocks(file)
    elif draw < 0.2:
        transposed(file)
    elif draw < 0.26 and file.schema not in YEARLESS:
        side_by_side(file)
    elif draw < 0.32 and file.schema in ("action", "emploi", "financement") and rng.random() < 0.5:
        years_below(file)
    elif draw < 0.3 and file.schema in ("action", "emploi"):
        recap_beside(file)
    elif draw < 0.4 and not file.flat and file.schema not in YEARLESS:
        sheet_per(file, rng.choice(["exercice", "territoire"]) if file.schema in ("action", "emploi", "financement") else "exercice")
    else:
        tabular(file)
    if file.flat or file.level == "clean":
        return
    for chance, extra in ((0.12, documentation), (0.15, hidden_lists), (0.08 if file.level == "hard" else 0, form)):
        if file.chance(chance):
            extra(file)
            file.patterns.append(extra.__name__)
