# SPDX-License-Identifier: MPL-2.0
"""The figures published for the PaQte in Loire-Atlantique (domain dossier 3.8.4 and 10, line 9), in the cells of a
workbook. Job seekers are « more than 6 300 »: a sum that says it is a minimum."""
import sys
from pathlib import Path

from finished_workbook import Check, percent, run

SIGNATORIES = {2014: 30, 2016: 58, 2018: 66}


def main(bilan, source):
    check = Check("paqte")
    book = run(bilan, "paqte", Path(source) / "examples" / "paqte_publie" / "entrees", year="2018")
    rows = {row[0]: row[1:] for row in book.rows("paq_signataires")}
    check.equal("signatories", {year: row[2] for year, row in rows.items()}, SIGNATORIES)
    check.equal("companies and networks of 2018", rows[2018][:2], [49, 17])
    check.equal("growth of 2018", percent(rows[2018][5]), 13.8)
    places = {row[0]: row[1:] for row in book.rows("paq_contexte")}
    check.equal("quarters", [places[place][0] for place in ("Agglomération nantaise", "Saint-Nazaire", "Châteaubriant")], [15, 3, 1])
    total = [sum(row[at] for row in places.values() if isinstance(row[at], (int, float)))
             // (2 if "Total" in places else 1) for at in range(6)]
    check.equal("quarters, inhabitants, REP+, REP, renewed, job seekers", total, [19, 64000, 5, 6, 5, 6300])
    renewed = {row[0]: row[1] for row in book.rows("paq_anru") if row[0] != "Total"}
    check.equal("kinds of renewal", sorted(renewed.values()), [2, 3])
    rates = {row[0]: row[2] for row in book.rows("paq_chomage")}
    check.equal("unemployment", sorted(rates.values()), [0.073, 0.15])
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
