#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the inputs of the report on the cités de l'emploi: `make_cites_emploi.py FOLDER` writes FOLDER/cites_emploi, as
cités send such files, and FOLDER/cites_emploi_publie, from which every figure published in the slides of the ANCT comes out
(domain dossier 3.7.4 and 10, line 8). The committed files are its output; every cité is invented.

The slides give percentages without their bases: a hundred cités give them to the digit, and are no claim on how many
answered. What is not readable there (an amount of co-funding) or not said is not aimed at.
"""
import random
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

STRONG = ["Très forte", "Forte", "Moyenne", "Faible"]
SATISFIED = ["Très satisfaisante", "Plutôt satisfaisante", "Pas très satisfaisante", "Pas du tout satisfaisante"]
AGREED = ["Tout à fait d'accord à d'accord", "Plutôt pas d'accord", "Pas du tout d'accord"]
TAKEN_UP = ["Elle a développé une stratégie spécifique", "Elle commence à s'en saisir", "Elle ne s'en saisit pas"]
NOT_CONCERNED, DOES_NOT_KNOW = "Non concerné par la cité", "Ne sait pas"

PLACES = ["Valmont", "Port-Fictif", "Rives-Hautes", "Combe-Fictive", "Montclair-les-Prés", "Sainte-Arche", "Longuefont",
          "Villebasse", "Pontvieux", "Hautbourg", "Grandlac", "Clairmare"]
REGIONS = ["Région fictive du Nord", "Région fictive du Sud", "Région fictive de l'Ouest"]


def monitoring(draw):
    rows = [["Cités de l'emploi - suivi 2025"], [],
            ["Nom de la cité", "Région", "Vague", "Périmètre", "QPV concernés", "Structure porteuse", "Pilotage", "ETP",
             "Coordonnateur toujours en poste", "Poste financé en totalité", "Public cible (O/N)", "Feuille de route actualisée",
             "Cohorte (O/N)", "Taille de la cohorte", "Nb de partenaires", "Référents", "Cheminement de la coopération",
             "Thématiques"]]
    stages = ["diagnostic", "premières actions", "approfondissement"]
    steering = ["État-collectivité", "État-collectivité", "État seul", "collectivité seule"]
    themes = ["auto-école solidaire", "AFEST", "seniors", "FLE à visée pro", "garde d'enfant", "handicap"]
    for at, place in enumerate(PLACES):
        quarters = ", ".join(f"QN069{3 * at + part:02}M" for part in range(1, draw.randint(2, 4)))
        cohort = draw.choice(["oui", "non", "oui"])
        rows.append(["Cité de l'emploi de " + place, REGIONS[at % 3], 2020 if at < 4 else 2021,
                     draw.choice(["EPCI", "commune", "quartiers"]), quarters, draw.choice(["EPCI", "Ville", "mission locale", "PLIE"]),
                     steering[at % 4], draw.choice(["0,8", "1", "0,5", "1"]), draw.choice(["O", "N", "O"]),
                     draw.choice(["oui", "non"]), draw.choice(["oui", "oui", "non", "NC"]), draw.choice(["oui", "non"]), cohort,
                     draw.randint(8, 40) if cohort == "oui" else "s.o.", draw.choice([draw.randint(6, 27), "NC"] + [14] * 4),
                     draw.randint(4, 15), stages[min(2, draw.randint(0, 3))],
                     "; ".join(draw.sample(themes, draw.randint(1, 3)))])
    rows.append(["TOTAL", None, None, None, None, None, None, "9,9"] + [None] * 10)
    return rows


def survey(draw):
    actors = ["Mission locale", "France Travail", "Département", "Associations de proximité", "Entreprises"]
    first = ["Enquête auprès des cités de l'emploi"] + [None] * 9
    groups = [None, "Satisfaction", None, None, None, None, None, None, None, None]
    rows = [first, groups, ["Cité"] + actors + ["Pilotage local", "Liens entre services", "Intensité des liens", "Collectivité porteuse"]]
    for place in PLACES[:11]:
        answers = [draw.choice(SATISFIED[:3] + SATISFIED[:2] + [NOT_CONCERNED]) for _ in actors]
        rows.append(["Cité de l'emploi de " + place] + answers
                    + [draw.choice(AGREED + AGREED[:1] * 3), draw.choice(AGREED + [DOES_NOT_KNOW]),
                       draw.choice(STRONG), draw.choice(TAKEN_UP + TAKEN_UP[:2] + [""])])
    return rows


def axes(draw):
    rows = [["Exercice", "Cité de l'emploi", "Axe", "Nb d'actions", "Nb de bénéficiaires"]]
    for place in PLACES:
        rows.append([2025, "Cité de l'emploi de " + place, "1 - Recenser et fédérer", draw.randint(2, 9), "sans objet"])
        rows.append([2025, "Cité de l'emploi de " + place, "2 - Aller-vers et raccrocher", draw.randint(20, 90),
                     draw.choice([str(draw.randint(150, 1400)), "NC", str(draw.randint(150, 1400))])])
        rows.append([2025, "Cité de l'emploi de " + place, "3 - Innover", draw.randint(10, 60), draw.randint(60, 500)])
    return rows


def money(draw):
    head = ["Année", "Cité de l'emploi", "Enveloppe", "Dépenses coordination", "Dépenses actions", "Dépenses ingénierie",
            "Financement du P 147 / CV", "Autre financement de l'État (hors BOP 147)", "Financement collectivités", "Autres financements"]
    rows = [["Dépenses et cofinancements (euros)"] + [None] * 9, head]
    for place in PLACES[:9]:
        rows.append([2025, "Cité de l'emploi de " + place, 50000, draw.randint(20, 34) * 1000, draw.randint(6, 15) * 1000,
                     draw.choice([0, 2500, None]), draw.choice([0, 8000, 12000]), draw.choice([0, 5000]),
                     draw.choice([10000, 15000, "NC"]), draw.choice([0, 0, 4000])])
    return rows


def exactly(draw, count, yes, no, of=100):
    """A column of `of` answers of which `count` are `yes`, in a drawn order."""
    column = [yes] * count + [no] * (of - count)
    draw.shuffle(column)
    return column


def spread(draw, total, of=100):
    """`of` counts that add up to a total."""
    least = total // (2 * of)
    left = total - least * of
    cuts = sorted(draw.randint(0, left) for _ in range(of - 1))
    return [least + high - low for low, high in zip([0] + cuts, cuts + [left])]


def published(folder):
    draw = random.Random(2023)
    names = [f"Cité fictive n° {number}" for number in range(1, 101)]
    quarters = [f"QP{number:03}{part:03}" for number, part in [(1 + at // 40, 1 + at % 40) for at in range(445)]]
    covered = ["; ".join(quarters[at * 445 // 100:(at + 1) * 445 // 100]) for at in range(100)]
    columns = {
        "Exercice": [2023] * 100, "Nom de la cité": names, "QPV concernés": covered, "Nb de partenaires": spread(draw, 1400),
        "Référents COPIL": spread(draw, 815), "Public cible (O/N)": exactly(draw, 78, "oui", "non"),
        "Feuille de route actualisée": exactly(draw, 61, "oui", "non"), "Cohorte (O/N)": exactly(draw, 57, "oui", "non"),
        "ETP de coordination": draw.sample(["0,8"] * 40 + ["0,6"] * 30 + ["1"] * 30, 100),
        "Coordonnateur resté en poste": exactly(draw, 62, "oui", "non"),
        "Poste financé en totalité": exactly(draw, 63, "oui", "non"),
        "Café-cités": spread(draw, 44), "Participants par café-cité": [50] * 100, "Groupes de travail": spread(draw, 8),
        "Articles publiés": spread(draw, 319), "Fiches actions": spread(draw, 229), "Objectif de pactes": spread(draw, 300)}
    Workbook([Sheet("Suivi", [list(columns)] + [list(row) for row in zip(*columns.values())], header=0)]).write(folder / "suivi.xlsx")

    asked = {"Pilotage local": 80, "Pilotage préfectoral": 87, "Liens DEETS-préfecture": 45, "Liens avec les entreprises": 67,
             "Liens entre services": 56}
    answers = [exactly(draw, count, AGREED[0], AGREED[1]) for count in asked.values()]
    head = ["Exercice", "Cité de l'emploi"] + ["Satisfaction / " + question for question in asked]
    CsvFile([head] + [[2023, *row] for row in zip(names, *answers)]).write(folder / "questionnaire.csv")

    rows = [["Exercice", "Cité de l'emploi", "Axe", "Nb d'actions", "Nb de bénéficiaires"]]
    for axis, actions, people in [("2", 5400, 88000), ("3", 4400, 30000)]:
        rows += [[2023, *row] for row in zip(names, [axis] * 100, spread(draw, actions), spread(draw, people))]
    CsvFile(rows).write(folder / "axes.csv")


def main(folder):
    entries, made = folder / "cites_emploi" / "entrees", folder / "cites_emploi_publie" / "entrees"
    for each in (entries, made):
        each.mkdir(parents=True, exist_ok=True)
    draw = random.Random(2025)
    Workbook([Sheet("Suivi 2025", monitoring(draw), header=2), Sheet("Lisez-moi", [["Une ligne par cité."]])]).write(
        entries / "suivi_des_cites.xlsx")
    Workbook([Sheet("Enquête", survey(draw), header=2)]).write(entries / "enquete_cites_emploi.xlsx")
    CsvFile(axes(draw), encoding="cp1252").write(entries / "actions_par_axe.csv")
    Workbook([Sheet("Dépenses", money(draw), header=1)]).write(entries / "depenses_cites_emploi.xlsx")
    published(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
