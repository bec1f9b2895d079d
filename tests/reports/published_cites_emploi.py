# SPDX-License-Identifier: MPL-2.0
"""The figures that the slides on the cités de l'emploi published (domain dossier 3.7.4 and 10, line 8), in the cells of a
workbook. The amount of co-funding, which is not readable there, is not among them."""
import sys
from pathlib import Path

from finished_workbook import Check, run

INDICATORS = {"CIT02": 14, "CIT02r": 815, "CIT13": 445, "CIT03": 0.78, "CIT04": 0.61, "CIT05": 0.57, "CIT06": 0.8,
              "CIT07": 0.62, "CIT08": 0.63}
NETWORK = {"CIT14a": 44, "CIT14b": 50, "CIT14c": 8, "CIT14d": 319, "CIT14e": 229, "CIT14f": 300}
AXES = {"Aller-vers et raccrocher": (5400, 88000), "Innover": (4400, 30000)}
AGREED = {"Pilotage local": 0.8, "Pilotage préfectoral": 0.87, "Liens DEETS-préfecture": 0.45,
          "Liens avec les entreprises": 0.67, "Liens entre services": 0.56}


def main(bilan, source):
    check = Check("cites_emploi")
    book = run(bilan, "cites_emploi", Path(source) / "examples" / "cites_emploi_publie" / "entrees")
    for table, expected in (("cit_indicateurs", INDICATORS), ("cit_reseau", NETWORK)):
        found = {row[0]: row[2] for row in book.rows(table)}
        for code, value in expected.items():
            check.equal(code, round(found[code], 12), value)
    axes = {row[0]: (row[2], row[5]) for row in book.rows("cit_axes")}
    check.equal("actions and participations by axis", axes, AXES)
    agreed = {row[0]: round(row[8], 12) for row in book.rows("cit_accord")}
    check.equal("agreement", agreed, AGREED)
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
