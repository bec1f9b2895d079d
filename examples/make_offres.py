#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes what three operators of an invented employment working group send on their offers of services: `make_offres.py
FOLDER` writes FOLDER/offre_services/entrees, and offre_services_publie for the published figures. The committed files are its output."""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook


def table_of_the_group():
    """The common table, filled in unevenly: unknowns in letters, a rate where others count, a total below."""
    headers = ["Axe stratégique", "Offre de services", "Opérateur", "Échelle", "Public", "QPV concernés", "Périodicité",
               "Nb de bénéficiaires total", "dont QPV", "Femmes", "Hommes", "- de 26 ans", "26-45 ans", "46 ans et +", "Niveau 3",
               "Niveau 4", "Nb inscrits", "Abandons", "Sorties", "CDI / CDD + 6 mois", "CDD - 6 mois / intérim", "Sortie positive",
               "Entrées en formation", "Orientations", "Cible", "Réalisé", "Mise en œuvre"]
    rows = [
        ["Axe 2", "Référents de parcours", "PLIE du Valmontois", "quartier", "habitants", "QN02397I ; QN02398M", "permanente",
         120, 96, 70, 50, 20, 60, 40, 55, 30, 120, 12, 70, 18, 14, 12, 22, 35, 110, 120, "en cours"],
        ["Axe 1", "Forum de l'emploi", "Ville de Valmont", "commune", "habitants", "tous QPV", "annuelle",
         340, "NC", 180, 160, "NC", "NC", "NC", None, None, None, None, None, None, None, None, None, "NC", 300, 340, "réalisé"],
        ["Axe 1", "Parrainage", "Club Valmont Entreprises", "métropole", "jeunes", "QN02399N", "permanente",
         28, 15, 13, 15, 28, 0, 0, 9, 12, 28, 4, 18, 6, 5, 2, "n.d.", 3, 40, 28, "en cours"],
        ["Axe 2", "Ateliers linguistiques", "Association Parler Ici", "quartier", "habitants", "QN02398M", "permanente",
         64, 64, 51, 13, None, None, None, "NC", "NC", 64, "NC", None, None, None, None, 10, 12, 60, 64, "en cours"],
        ["Axe 3", "Accueil des créateurs", "Valmont Initiative", "métropole", "créateurs", "QN02397I ; QN02401I", "permanente",
         45, 19, 24, 21, None, None, None, None, None, None, None, None, None, None, None, None, 8, 50, 45, "en cours"],
        [None, "Permanence numérique", "Régie de quartier", "quartier", "habitants", "QN02401I", "permanente",
         52, 40, 30, 22, 6, 21, 25, None, None, None, None, None, None, None, None, None, None, None, None, "prévu"],
        ["TOTAL", None, None, None, None, None, None, 649, 234, 368, 281] + [None] * 16]
    return Workbook([Sheet("Tableau indicateurs", [["GT emploi - tableau des indicateurs / offre de services 2025 (données fictives)"],
                                                   [], headers, *rows], header=2)])


def mission_locale():
    """A csv of its own kind: rates instead of counts, other words for the same columns."""
    return CsvFile([
        ["Année", "Priorité", "Dispositif", "Structure", "Public cible", "Quartier(s)", "Bénéficiaires", "Taux habitants des QPV",
         "Femmes", "Hommes", "Moins de 26 ans", "Entrées", "% abandon", "Nb formation", "Nb orientations", "Attendu", "Atteint"],
        [2025, "2", "Garantie jeunes renforcée", "Mission locale du Valmontois", "jeunes", "QN02397I, QN02399N", 210, "62 %", 98, 112,
         210, 210, "14,3 %", 61, 40, 200, 210],
        [2025, "1", "Job dating", "Mission locale du Valmontois", "jeunes", "QN02402M", 75, "48 %", 35, 40, 75, "", "", "NC", "", 80, 75],
        [2025, "2", "Mobilité : permis", "Mission locale du Valmontois", "jeunes", "QN02397I", 33, "NC", 15, 18, 33, 33, "9 %", 0, 2, 40, 33],
    ], encoding="cp1252")


def business_offers():
    """Offers to companies: people are « sans objet »."""
    headers = ["Axe", "Offre", "Porteur", "Public", "Territoires", "Bénéficiaires", "Nb entreprises accompagnées",
               "Créations d'entreprises", "Locaux", "Emplois créés", "Prévu", "Réalisé", "État"]
    rows = [["3", "Locaux d'activité du Fort-Haut", "Agglomération de Valmont", "entreprises", "QN02398M", "sans objet", 14, 3, 6, 11, 15,
             14, "en cours"],
            ["3", "Clauses : appui aux acheteurs", "Agglomération de Valmont", "entreprises", "tous QPV", "s.o.", 22, "so", "so", "NC", 20, 22,
             "réalisé"]]
    return Workbook([Sheet("Offres entreprises 2025", [headers, *rows], header=0)])


def published():
    """As many offers as it takes to see what the minutes of the group decide: three axes, and one common set of indicators
    that each offer to people answers whole."""
    axes = ["Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / chercheurs d'emploi",
            "Faciliter et accompagner la construction des parcours professionnels des habitants",
            "Favoriser le développement économique des quartiers"]
    headers = ["Axe stratégique", "Offre de services", "Opérateur", "Public", "QPV concernés", "Nb de bénéficiaires total", "dont QPV",
               "Femmes", "Hommes", "- de 26 ans", "26-45 ans", "46 ans et +", "Niveau 3", "Niveau 4", "Abandons",
               "CDI / CDD + 6 mois", "Entrées en formation", "Orientations", "Nb entreprises accompagnées"]
    rows = [[axes[0], "Forum fictif", "Ville de Valmont", "habitants", "QN02397I", 40, 30, 22, 18, 10, 20, 10, 15, 25, 4, 6, 5, 3, None],
            [axes[1], "Parcours fictif", "PLIE du Valmontois", "jeunes", "QN02398M", 25, 20, 12, 13, 25, 0, 0, 10, 15, 2, 4, 6, 2, None],
            [axes[2], "Pépinière fictive", "Valmont Initiative", "entreprises", "QN02399N"] + ["sans objet"] * 13 + [12]]
    return Workbook([Sheet("Offre de services 2018", [headers, *rows], header=0)])


def main(folder):
    printed = folder / "offre_services_publie" / "entrees"
    printed.mkdir(parents=True, exist_ok=True)
    published().write(printed / "gt_emploi_2018.xlsx")
    entries = folder / "offre_services" / "entrees"
    entries.mkdir(parents=True, exist_ok=True)
    for name, content in {"gt_emploi_tableau_2025.xlsx": table_of_the_group(), "mission_locale_offres.csv": mission_locale(),
                          "agglo_offres_entreprises.xlsx": business_offers()}.items():
        content.write(entries / name)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
