#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the context data of an invented agglomeration: `make_territoires.py FOLDER` writes FOLDER/territoires/entrees. The
committed files are its output."""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

VALMONT, RIVES = "200999910", "200999928"
QUARTERS = [("QN02397I", "Les Tilleuls", VALMONT), ("QN02398M", "Le Fort-Haut", VALMONT), ("QN02399N", "Bellefontaine", VALMONT),
            ("QN02401I", "La Gare", VALMONT), ("QN02402M", "Le Port", RIVES), ("QN02403M", "Les Deux-Ponts", RIVES)]
NAMES = {VALMONT: "CA de Valmont", RIVES: "CC des Rives"}
COMMUNES = {VALMONT: "Valmont", RIVES: "Port-Fictif"}


def statistics_of_the_quarters():
    """Title lines above the header, a secret in a word, a note below; the documentation is on another sheet."""
    headers = ["codeQPV", "Libellé QPV", "Commune", "SIREN EPCI", "EPCI", "Année", "Population municipale", "Taux de pauvreté (%)",
               "Revenu médian", "Part des moins de 25 ans (%)", "Familles monoparentales (%)", "Taux d'emploi 15-64 ans (%)", "Source"]
    values = [[2650, 43.5, 12480, 41.2, 31.0, 38.1], [4200, 47.1, 11950, 44.8, 34.5, 35.4], [3120, 43.5, 12610, 39.0, 29.7, 40.2],
              [990, "faible", "s", 35.0, "faible", "nd"], [1980, 38.2, 13240, 36.6, 27.9, 42.0], [2210, 40.6, 12900, "nd", 30.1, 41.3]]
    rows = [[code, name, COMMUNES[epci], epci, NAMES[epci], 2021, *numbers, "Statistique publique fictive"]
            for (code, name, epci), numbers in zip(QUARTERS, values)]
    title = [["Indicateurs par quartier prioritaire (données fictives)"], ["Mise en ligne : juin 2024"], ["Géographie 2024"], [], headers]
    return Workbook([Sheet("Documentation", [["Les valeurs confidentielles sont remplacées par « faible » ou « s »."]]),
                     Sheet("QPV", [*title, *rows, [], ["Champ : ménages fiscaux"]], header=4)])


def statistics_of_the_areas():
    """The same indicators for the areas around, in a csv of its own; one median income is of another year."""
    headers = ["Niveau", "Code EPCI", "Nom de l'EPCI", "Département", "Année", "Population", "Taux de pauvreté", "Revenu médian",
               "Part des moins de 25 ans", "Part des familles monoparentales", "Taux d'emploi", "Source"]
    source = "Statistique publique fictive"
    return CsvFile([headers,
                    ["EPCI", VALMONT, NAMES[VALMONT], "", 2021, "98 400", "17,2 %", "21 350", "29,4 %", "15,1 %", "61,8 %", source],
                    ["EPCI", RIVES, NAMES[RIVES], "", 2021, "41 200", "14,6 %", "", "27,0 %", "13,8 %", "64,0 %", source],
                    ["EPCI", RIVES, NAMES[RIVES], "", 2019, "", "", "21 900", "", "", "", source],
                    ["Département", "", "", "Département fictif", 2021, "460 000", "15,0 %", "21 800", "28,1 %", "14,2 %", "63,5 %",
                     source]], encoding="cp1252")


def job_seekers():
    """Counts of job seekers, masked under five; the agglomerations stand below their quarters, on a sheet of their own."""
    headers = ["Code QPV", "Nom du QPV", "Code EPCI", "EPCI", "Année", "DEFM ABC", "DEFM A", "DEFM femmes", "DEFM moins de 26 ans",
               "DELD", "DEFM BRSA", "Source"]
    values = [[412, 290, 198, 61, 187, 142], [655, 471, 322, 104, 301, 260], [488, 344, 239, 70, 214, 171],
              [96, 71, 45, "<5", 41, 33], [270, 188, 121, 39, 117, 84], [301, 214, 140, "NC", 133, 97]]
    rows = [[code, name, epci, NAMES[epci], 2024, *numbers, "Service de l'emploi fictif"]
            for (code, name, epci), numbers in zip(QUARTERS, values)]
    above = [["EPCI", VALMONT, NAMES[VALMONT], 2024, 7450, 4890, 3690, 1010, 3020, 1530, "Service de l'emploi fictif"],
             ["EPCI", RIVES, NAMES[RIVES], 2024, 2310, 1502, 1160, 322, 905, 402, "Service de l'emploi fictif"]]
    return Workbook([Sheet("QPV", [headers, *rows], header=0),
                     Sheet("EPCI", [["Niveau", *headers[2:]], *above], header=0)])


def rates_in_rows():
    """One indicator a row: unemployment twice, in percents; an indicator nobody else has; a quarter without a code."""
    headers = ["Territoire", "EPCI", "Niveau", "Indicateur", "Année", "Valeur", "Unité", "Source"]
    rows = []
    for year, numbers in ((2023, [18.5, 21.4, 18.5, 16.0, 14.9, 15.8]), (2020, [20.1, 22.9, 19.4, "NC", 16.2, 17.0])):
        rows += [[code, "", "", "Taux de chômage", year, number, "%", "Observatoire fictif"]
                 for (code, _, _), number in zip(QUARTERS, numbers)]
        rows += [[NAMES[VALMONT], NAMES[VALMONT], "EPCI", "Taux de chômage", year, 9.8 if year == 2023 else 10.4, "%", "Observatoire fictif"],
                 [NAMES[RIVES], NAMES[RIVES], "EPCI", "Taux de chômage", year, 8.1 if year == 2023 else 8.8, "%", "Observatoire fictif"]]
    rows += [[code, "", "", "Médecins généralistes pour 10 000 habitants", 2023, number, "pour 10 000", "Observatoire fictif"]
             for (code, _, _), number in zip(QUARTERS, [3.8, 2.1, 4.0, 0, 5.1, "NC"])]
    rows += [[NAMES[VALMONT], NAMES[VALMONT], "EPCI", "Médecins généralistes pour 10 000 habitants", 2023, 7.9, "pour 10 000",
              "Observatoire fictif"]]
    return CsvFile([headers, *rows])


def quarters_of_2015():
    """What an older study holds: quarters of the former map, data of 2017."""
    headers = ["Code QPV", "Nom du QPV", "SIREN EPCI", "EPCI", "Année", "Population", "Taux de pauvreté (%)", "Revenu médian", "Source"]
    rows = [["QP023001", "Les Tilleuls", VALMONT, NAMES[VALMONT], 2017, 2810, 45.2, 11600, "Étude fictive de 2018"],
            ["QP023002", "Le Fort", VALMONT, NAMES[VALMONT], 2017, 4020, 48.9, 11020, "Étude fictive de 2018"],
            ["QP023003", "Le Port", RIVES, NAMES[RIVES], 2017, 2050, "s", "s", "Étude fictive de 2018"]]
    above = [["EPCI", VALMONT, NAMES[VALMONT], 2017, 97100, 16.9, 19800, "Étude fictive de 2018"]]
    return Workbook([Sheet("Anciens quartiers", [headers, *rows], header=0),
                     Sheet("Référence", [["Niveau", *headers[2:]], *above], header=0)])


def main(folder):
    entries = folder / "territoires" / "entrees"
    entries.mkdir(parents=True, exist_ok=True)
    for name, content in {"statistiques_qpv_2021.xlsx": statistics_of_the_quarters(), "statistiques_territoires.csv": statistics_of_the_areas(),
                          "demandeurs_emploi_2024.xlsx": job_seekers(), "observatoire_local.csv": rates_in_rows(),
                          "anciens_quartiers_2017.xlsx": quarters_of_2015()}.items():
        content.write(entries / name)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
