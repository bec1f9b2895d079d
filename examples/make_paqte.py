#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the inputs of the report on the PaQte: `make_paqte.py FOLDER` writes FOLDER/paqte, as partners send such files, and
FOLDER/paqte_publie, from which the figures published for Loire-Atlantique in 2019 come out (domain dossier 3.8.4 and 10,
line 9). The committed files are its output; every company is invented, and so is the cut of a total into quarters."""
import random
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

WORDS = ["Atelier", "Transports", "Menuiserie", "Services", "Logistique", "Propreté", "Distribution", "Conseil", "Énergie",
         "Bâtiment", "Imprimerie", "Restauration"]
ENDS = ["du Pont", "Valmont", "des Rives", "du Port", "et Fils fictifs", "Ouest Fictif", "du Lac", "Réunis"]


def companies(count):
    """Invented names, each once."""
    every = [f"{word} {end}" for end in ENDS for word in WORDS]
    return every[:count]


def signatories(draw, names):
    head = ["Année", "Entreprises engagées", "Type", "Effectif", "Signé le", "Type d'engagement", "Animé par", "QPV"]
    rows = [["PaQte - liste des signataires (2023 à 2025)"] + [None] * 7, head]
    kinds = {name: ("réseau" if at % 9 == 4 else "club d'entreprises" if at % 13 == 7 else "entreprise") for at, name in enumerate(names)}
    sizes = {name: draw.choice(["TPE (<10)", "10 à 249", "10 à 249", "250-4 999", "grand groupe", ""]) for name in names}
    first = {name: (2023 if at < 18 else 2024 if at < 27 else 2025) for at, name in enumerate(names)}
    for year in (2023, 2024, 2025):
        for at, name in enumerate(names):
            if first[name] > year or (at in (5, 11) and year == 2025):
                continue
            charter = first[name] == 2023 and (year == 2023 or at % 3 == 0)
            rows.append([year, name, kinds[name], sizes[name], f"{3 + at % 20:02}/0{1 + at % 9}/{first[name] - (4 if charter else 0)}",
                         "charte entreprises et quartiers" if charter else "PaQte départemental", ["FACE", "CREPI"][at % 2],
                         ["Bellefontaine", "Les Tilleuls", "Bellefontaine ; Le Port", ""][at % 4]])
    rows.append([None, "TOTAL", None, None, None, None, None, None])
    return rows


def results(draw, names):
    """What some of the signatories of 2025 reported: the others sent nothing."""
    head = ["Raison sociale", "Bilan reçu", "Stages de 3e offerts", "Stages de 3e pourvus", "dont REP", "Nb jeunes sensibilisés", "dont QPV",
            "Parrains", "Alternants", "dont QPV", "Recrutements", "dont QPV", "dont CDI", "Recruteurs formés",
            "Achats responsables", "Total achats", "Heures d'insertion"]
    rows = [["Bilan PaQte 2025 (retours des entreprises)"] + [None] * 16, head]
    for name in names:
        offered, hired, apprentices, reached = (draw.choice([0, draw.randint(1, 30)]), draw.choice([0, draw.randint(1, 60)]),
                                                draw.choice([0, draw.randint(1, 14)]), draw.choice([0, draw.randint(1, 120)]))
        filled = draw.randint(0, offered)
        bought = draw.choice([0, draw.randint(2, 60) * 1000])
        rows.append([name, "oui", offered, filled, draw.randint(0, filled), reached, draw.choice([draw.randint(0, reached), "NC"]),
                     draw.randint(0, reached // 15), apprentices, draw.randint(0, apprentices), hired, draw.choice([draw.randint(0, hired), "n.d."]),
                     draw.randint(0, hired), draw.randint(0, hired // 8), f"{bought:,}".replace(",", " ") + " €", max(bought, 9000) * draw.randint(4, 9),
                     draw.choice([0, 350, "1 200,5", None])])
    return rows


AXES = [
    ["Entreprise", "Axe PaQte", "L'existant", "Et concrètement ?"],
    ["Atelier du Pont", "1 - La découverte des métiers", "Visites d'atelier à la demande", "Deux journées par trimestre avec le collège fictif"],
    ["Atelier du Pont", "4 - Les achats responsables", "", "Nettoyage confié à une entreprise d'insertion"],
    ["Transports du Pont", "3 - Le recrutement", "Offres publiées en ligne", "Recrutement sans CV avec la mission locale fictive"],
    ["Menuiserie du Pont", "2 - La formation", "Deux apprentis par an", "Quatre apprentis, dont deux des quartiers"],
]

QUARTERS = [
    ["Code QPV", "Nom du QPV", "EPCI", "Population", "Collèges REP+", "Collèges REP", "NPNRU", "Taux de chômage", "DEFM ABC"],
    ["QN06910M", "Bellefontaine", "Agglomération de Valmont", "4 200", 1, 0, "PRIN", "18,5 %", 640],
    ["QN06911M", "Les Tilleuls", "Agglomération de Valmont", "2 650", 0, 1, "", "16,2 %", 410],
    ["QN06912M", "Le Port", "Agglomération de Port-Fictif", "1 980", 0, 1, "PRIR", "14,9 %", "NC"],
]


def published_signatories(draw):
    sheets = []
    names = [f"Entreprise fictive n° {number}" for number in range(1, 50)] + [f"Réseau fictif n° {number}" for number in range(1, 18)]
    for year, companies_count, networks in [(2014, 24, 6), (2016, 44, 14), (2018, 49, 17)]:
        chosen = names[:companies_count] + names[49:49 + networks]
        draw.shuffle(chosen)
        rows = [["Exercice", "Signataire", "Type de signataire", "Engagement"]]
        rows += [[year, name, "réseau" if name.startswith("Réseau") else "entreprise", "charte"] for name in chosen]
        sheets.append(Sheet(str(year), rows, header=0))
    return sheets


def published_quarters():
    """Nineteen quarters, cut freely so that the published totals come out; job seekers are « more than 6 300 »."""
    agglomerations = ["Agglomération nantaise"] * 15 + ["Saint-Nazaire"] * 3 + ["Châteaubriant"]
    renewed = ["PRIN"] * 3 + ["PRIP"] * 2 + [""] * 14
    rows = [["Exercice", "Code QPV", "Nom du QPV", "EPCI", "Population", "Collèges REP+", "Collèges REP", "NPNRU", "DEFM ABC"]]
    for at, place in enumerate(agglomerations):
        people = 64000 // 19 + (64000 % 19 if at == 0 else 0)
        seekers = "NC" if at == 18 else 350
        rows.append([2018, f"QP0449{at + 1:02}", f"Quartier fictif n° {at + 1}", place, people, int(at < 5),
                     int(5 <= at < 11), renewed[at], seekers])
    return rows


PUBLISHED_RATES = [
    ["Exercice", "Territoire", "Niveau géographique", "Taux de chômage"],
    [2018, "Loire-Atlantique", "département", "7,3 %"],
    [2018, "Ensemble des QPV", "QPV", "15 %"],
]


def main(folder):
    entries, made = folder / "paqte" / "entrees", folder / "paqte_publie" / "entrees"
    for each in (entries, made):
        each.mkdir(parents=True, exist_ok=True)
    draw = random.Random(2025)
    names = companies(34)
    Workbook([Sheet("Signataires", signatories(draw, names), header=1)]).write(entries / "signataires_paqte.xlsx")
    reporting = [name.upper() if at == 2 else name for at, name in enumerate(names) if at % 3 != 1][:16]
    Workbook([Sheet("Bilan 2025", results(draw, reporting), header=1)]).write(entries / "bilan_paqte_2025.xlsx")
    CsvFile(AXES, encoding="cp1252").write(entries / "fiches_par_axe.csv")
    CsvFile(QUARTERS).write(entries / "quartiers.csv")
    Workbook(published_signatories(draw)).write(made / "signataires_charte.xlsx")
    CsvFile(published_quarters()).write(made / "quartiers.csv")
    CsvFile(PUBLISHED_RATES).write(made / "chomage.csv")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
