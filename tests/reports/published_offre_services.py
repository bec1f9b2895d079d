# SPDX-License-Identifier: MPL-2.0
"""What the minutes of the employment working group print (domain dossier 3.5 and 10, line 10), in the cells of a workbook:
three axes and the minimum set of indicators. Their thirteen participants are people in a room on a day, not rows of any
table that partners send: no dataset holds them, so no workbook can give them."""
import sys
from pathlib import Path

from finished_workbook import Check, run

AXES = ["Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / chercheurs d'emploi",
        "Faciliter et accompagner la construction des parcours professionnels des habitants",
        "Favoriser le développement économique des quartiers"]
QUANTITATIVE = ["Total", "QPV", "Par QPV", "Femmes et hommes", "Âge", "Niveau"]
DESTINATIONS = ["Suite\u00a0: emploi", "Suite\u00a0: formation", "Suite\u00a0: orientation"]


def main(bilan, source):
    check = Check("offre_services")
    book = run(bilan, "offre_services", Path(source) / "examples" / "offre_services_publie" / "entrees", year="2018")
    axes = {row[0]: row[1] for row in book.rows("off_axes") if row[1]}
    check.equal("axes", list(axes), [f"{at + 1}. {words}" for at, words in enumerate(AXES)])
    check.equal("offers", sorted(axes.values()), [1, 1, 1])
    asked = {row[0]: row[1:] for row in book.rows("off_completude")[:-1]}
    check.equal("minimum set", list(asked)[:10], [*QUANTITATIVE, "Abandon", *DESTINATIONS])
    check.equal("known and expected of the two offers to people", {tuple(asked[item][:2]) for item in list(asked)[:10]}, {(2, 2)})
    check.equal("companies", asked["Entreprises"][:2], [1, 1])
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
