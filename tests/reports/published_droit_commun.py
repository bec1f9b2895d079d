# SPDX-License-Identifier: MPL-2.0
"""The worked example of the domain dossier (3.6.4) in the cells of a workbook: four right answers to one question, each
beside its perimeter, its two sums and its lines."""
import sys
from pathlib import Path

from finished_workbook import Check, percent, run

# Line of the table, ordinary policy, ordinary + specific, share as printed, lines.
CARDS = [("P1", 9000, 15000, 60.0, 5),
         ("P1 variante", 10000, 15000, 66.7, 5),
         ("P2", 12000, 18000, 66.7, 6),
         ("P3", 10500, 16500, 63.6, 6)]


def plain(text):
    """Without the no-break spaces of French typography."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def main(bilan, source):
    check = Check("droit_commun")
    book = run(bilan, "droit_commun", Path(source) / "examples" / "droit_commun_calcul" / "entrees")
    cards = {plain(row[0]): row[2:] for row in book.rows("dc_perimetres")}
    check.equal("perimeters", list(cards), [card[0] for card in CARDS] + ["P4"])
    check.equal("no scheme outside the programming was told of: P4 is not P1 again", cards["P4"][2], "nd")
    for name, ordinary, whole, share, lines in CARDS:
        found = cards.get(name, [None] * 6)
        check.equal(name, found[:2] + found[3:5], [ordinary, whole, lines, 0])
        check.equal(f"{name}: share", percent(found[2]), share)
    indicators = {row[0]: row[2] for row in book.rows("dc_indicateurs")}
    check.equal("leverage", indicators["DC02"], 3)
    check.equal("share of actions with ordinary funding", indicators["DC03"], 1)
    check.equal("funders", indicators["DC04"], 5)
    check.equal("all funders and natures, valued means included", book.rows("dc_financeurs")[-1][-1], 21500)
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
