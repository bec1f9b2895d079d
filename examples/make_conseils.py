#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes what three partners of an invented contract send on their citizens' councils: `make_conseils.py FOLDER` writes
FOLDER/conseils_citoyens/entrees. The committed files are its output."""
import sys
from datetime import date
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook


def city():
    """One sheet a year, colleges over women and men, items of a list with crosses, a total that is a control."""
    top = ["Conseil citoyen", "Quartier(s)", "Installation", "Collège des habitants", None, "Collège des acteurs locaux", None,
           "Nb membres", "Membres actifs", "Nb réunions / an", "Vie du CC", "Accompagnement", "Par qui", "Mode de constitution",
           "Difficultés", None, None, None, "Instances"]
    low = [None, None, None, "Femmes", "Hommes", "Femmes", "Hommes"] + [None] * 7 + [
        "mobilisation", "Covid", "manque de visibilité", "conflits", None]
    merges = [(2, 3, 4), (2, 5, 6), (2, 14, 17)]

    def sheet(year, rows):
        title = [f"Ville de Valmont - conseils citoyens - bilan {year} (données fictives)"]
        return Sheet(str(year), [title, [], top, low, *rows], header=3, merges=merges)

    rows_2025 = [
        ["CC des Tilleuls", "QN02397I", date(2015, 6, 15), 7, 6, 4, 3, 20, 12, 8, "actif", "oui, en cours", "centre social",
         "tirage au sort, volontariat", "X", None, "X", None, "COPIL, comité des financeurs"],
        ["CC du Fort-Haut", "QN02398M", date(2015, 9, 1), 5, 5, 3, 3, 16, 7, 5, "essoufflé", "oui, en cours", "centre social",
         "mixte", "X", "X", None, "X", "COPIL"],
        ["CC Bellefontaine", "QN02399N ; QN02400I", date(2016, 3, 10), 8, 3, 2, 4, 17, 5, 2, "en sommeil", "terminé", "MJC",
         "volontariat", "X", "X", "X", None, "aucune"],
        ["CC de la Gare", "QN02401I", date(2017, 1, 20), 4, 4, None, None, "NC", 6, 4, "actif", "non", None,
         "tirage au sort", None, None, "X", None, "COTECH"],
        ["Total", None, None, 24, 18, 9, 10, 53, 30, 19] + [None] * 9]
    rows_2024 = [
        ["CC des Tilleuls", "QN02397I", date(2015, 6, 15), 8, 6, 4, 4, 22, 15, 9, "actif", "oui, en cours", "centre social",
         "tirage au sort, volontariat", "X", "X", None, None, "COPIL"],
        ["CC du Fort-Haut", "QN02398M", date(2015, 9, 1), 6, 5, 3, 3, 17, 10, 6, "actif", "oui, en cours", "centre social",
         "mixte", "X", "X", None, None, "COPIL"],
        ["CC Bellefontaine", "QN02399N ; QN02400I", date(2016, 3, 10), 8, 4, 3, 4, 19, 9, 4, "essoufflé", "oui, en cours", "MJC",
         "volontariat", "X", "X", "X", None, "COTECH"],
        ["CC de la Gare", "QN02401I", date(2017, 1, 20), 5, 4, 2, 2, 13, 8, 5, "actif", "non", None,
         "tirage au sort", None, "X", "X", None, "COTECH"]]
    return Workbook([Sheet("LISEZ-MOI", [["Suivi des conseils citoyens"], ["Une feuille par année."]]), sheet(2025, rows_2025),
                     sheet(2024, rows_2024)])


def agglomeration():
    """Three years in one csv of the old kind; budgets in words, unknowns in letters."""
    rows = [["Année", "Nom du CC", "Commune", "Périmètre", "Nb membres", "Coll. habitants", "Coll. associations", "Femmes",
             "Hommes", "Participants réguliers", "Séances", "Moyenne de présents", "État", "Accompagné", "Budget (€)",
             "Local dédié (O/N)", "Réussites", "Difficultés", "Jeunes", "Avis rendus"]]
    rows += [
        [2025, "Conseil de Rochassac", "Rochassac", "QN02402M", 15, 9, 6, 8, 7, 9, 6, "8,5", "actif", "oui en cours", "4 500 €", "oui",
         "animation du quartier, relais de la parole", "mobilisation", 2, 12],
        [2025, "Conseil du Pré-Neuf", "Rochassac", "QN02403I", 12, 5, 7, 6, 6, 5, 3, "5", "actif mais essoufflé", "non", "1 200 €",
         "non", "animation du quartier", "mobilisation, manque de clarté", 0, "NC"],
        [2025, "Conseil des Écluses", "Mirambeau", "QN02404N", 18, 11, 7, 10, 8, 11, 7, "10", "actif", "oui terminé", "NC", "oui",
         "instances et partenaires, animation du quartier, lien habitants / institutions", "Covid", 3, 20],
        [2024, "Conseil de Rochassac", "Rochassac", "QN02402M", 16, 9, 7, 9, 7, 10, 6, "9", "actif", "oui en cours", "4 500 €", "oui",
         "animation du quartier", "mobilisation, Covid", 2, 10],
        [2024, "Conseil du Pré-Neuf", "Rochassac", "QN02403I", 12, 6, 6, 6, 6, 7, 4, "6", "actif", "non", "1 200 €", "non",
         "animation du quartier", "manque de clarté", 1, 4],
        [2024, "Conseil des Écluses", "Mirambeau", "QN02404N", 18, 11, 7, 9, 9, 12, 7, "11", "actif", "oui en cours", "3 000 €", "oui",
         "instances et partenaires", "Covid", 3, 18],
        [2023, "Conseil de Rochassac", "Rochassac", "QN02402M", 16, 9, 7, 9, 7, 11, 7, "9", "actif", "oui en cours", "4 000 €", "oui",
         "animation du quartier", "Covid", 2, 9],
        [2023, "Conseil des Écluses", "Mirambeau", "QN02404N", 17, 10, 7, 9, 8, 12, 8, "12", "actif", "oui en cours", "3 000 €", "oui",
         "", "Covid, conflits", 4, 15]]
    return CsvFile(rows, encoding="cp1252")


def prefecture():
    """A follow-up table of the State: dates of orders, what was never set up, nothing on members."""
    return Workbook([Sheet("Suivi CC", [
        ["Préfecture - suivi des conseils citoyens 2025 (données fictives)"], [],
        ["Conseil citoyen", "QPV", "Commune", "Arrêté préfectoral du", "Date d'installation", "Portage", "Situation", "Observations"],
        ["CC de l'Orme", "QN02405I", "Saint-Loubès-le-Vieux", "12/05/2016", "01/06/2016", "collectivité", "dissous", "dissolution en 2024"],
        ["CC du Moulin", "QN02406M", "Saint-Loubès-le-Vieux", None, None, "informel", "jamais installé", None],
        ["CC des Carrières", "QN02407N", "Mirambeau", "03/10/2017", "15/11/2017", "association", "non précisé", None],
        ["Source : service politique de la ville"]], header=2)])


def main(folder):
    entries = folder / "conseils_citoyens" / "entrees"
    entries.mkdir(parents=True, exist_ok=True)
    for name, content in {"ville_de_valmont_conseils.xlsx": city(), "agglo_conseils_citoyens.csv": agglomeration(),
                          "prefecture_suivi_cc.xlsx": prefecture()}.items():
        content.write(entries / name)
    (folder / "conseils_citoyens" / "parametres.txt").write_text("nb_qpv=12\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
