# SPDX-License-Identifier: MPL-2.0
"""The counts of the table of testimonies of March 2021 (domain dossier 3.10 and 10, line 11) in the cells of a workbook made
from an invented table with the same disorder."""
import sys
from pathlib import Path

from finished_workbook import Check, run

FILLED = {"Démarches": 22, "Défis": 15, "Besoins": 9, "Ressources": 7, "Les quatre colonnes": 4}
THEMES = {"GPECT": 6, "PLIE": 6, "TZCLD": 4, "ESS": 4, "QPV": 3, "cité de l'emploi": 3, "PaQte/club d'entreprises": 2,
          "clauses d'insertion": 2}
EXPRESSIONS = {"100 % inclusion": 2, "SPIE": 1}


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def main(bilan, source):
    check = Check("demarches")
    book = run(bilan, "demarches", Path(source) / "examples" / "demarches" / "entrees")
    check.equal("participants", book.named("ind_MAT01"), 22)
    filled = {plain(row[0]): row[1:] for row in book.rows("mat_remplissage")}
    for column, count in FILLED.items():
        check.equal(column, filled[column][:2], [count, 22])
        check.equal(f"{column}: share", abs(filled[column][2] - count / 22) < 1e-12, True)
    themes = {plain(row[0]): row[1] for row in book.rows("mat_themes")}
    for theme, count in THEMES.items():
        check.equal(theme, themes.get(theme), count)
    expressions = {plain(row[0]): row[2] for row in book.rows("mat_expressions")}
    for expression, count in EXPRESSIONS.items():
        check.equal(expression, expressions.get(expression), count)
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
