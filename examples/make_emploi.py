#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes what an invented employment pillar sends beside the partner files of the campaign: ages crossed with sex, levels of
both scales, exits of QPV residents, and the programming that the envelope is compared with. `make_emploi.py FOLDER` writes
FOLDER/emploi; the committed files are its output."""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook


def pathways():
    """Headers in two rows: women and men above the same bands, roman levels, and all steps of the pathways."""
    above = ["Action", "Porteur", "QPV", "Dispositif emploi", "Nb de bénéficiaires", "dont QPV", "hors QPV", "Femmes", None, None,
             "Hommes", None, None, "Niveau de formation", None, None, None, None, None, "Entrées", "Abandons", "En cours", "Sorties",
             "Emploi durable", "Emploi de transition", "Sortie positive", "Autres sorties", "Sans nouvelles", "Neutralisées",
             "Sorties QPV", "Sorties dynamiques QPV", "Nb orientations", "Laquelle", "Montant accordé P147"]
    bands = ["- de 26 ans", "26-45 ans", "46 ans et +"]
    levels = ["Niv VI et V bis", "Niv V", "Niv IV", "Niv III", "Niv II", "Niv I"]
    below = [None] * 7 + bands + bands + levels + [None] * 15
    rows = [["Accompagnement renforcé", "Passerelle Emploi", "QN02397I ; QN02398M", "PLIE", 96, 71, 25, 12, 28, 14, 9, 22, 11, 31, 29, 18,
             9, 6, 3, 96, 11, 17, 68, 16, 14, 9, 18, 6, 5, 47, 26, 22, "France Travail ; SIAE", 38000],
            ["Chantier école", "Passerelle Emploi", "QN02399N", "IAE", 34, 30, 4, 3, 8, 2, 6, 11, 4, 19, 11, 3, 1, 0, 0, 34, 5, 6, 23, 4, 7,
             5, 5, 2, 0, 19, 13, 9, "PLIE", 24000],
            ["Ateliers numériques", "Maison pour l'emploi du Fort-Haut", "QN02398M", None, 58, 44, "NC", 10, 17, 9, 5, 11, 6, 12, 16, 14, 8,
             5, 3, 60, 4, 9, 44, 7, 8, 11, 15, 3, 0, "NC", "NC", 14, "Mission locale ; France Travail", 12500]]
    merges = [(0, 7, 9), (0, 10, 12), (0, 13, 18)]
    return Workbook([Sheet("Parcours 2025", [above, below, *rows], header=0, merges=merges)])


def young_people():
    """A csv with women and men of one band, arabic levels, and an outcome that is not known everywhere."""
    return CsvFile([
        ["Année", "Structure", "Intitulé", "Quartier", "Mesure", "Bénéficiaires", "dont QPV", "F 16-25 ans", "H 16-25 ans", "Niveau 3",
         "Niveau 4", "Niveau 5", "Sans diplôme", "Nb inscrits", "Abandons", "Sortants", "CDI", "CDD -6 mois", "Formation", "Sorties QPV",
         "Sorties dynamiques QPV", "Relais", "Vers quelle structure", "Subvention accordée (P147)"],
        [2025, "Mission locale du Valmontois", "Contrat d'engagement jeune", "tous QPV", "CEJ", 180, 96, 82, 98, 61, 58, 9, 52, 180, 21, 120,
         34, 29, 21, 64, 41, 30, "E2C, EPIDE", ""],
        [2025, "Mission locale du Valmontois", "Parrainage", "QN02401I", "", 41, 33, 24, 17, 12, 16, 5, 8, 41, 2, "NC", "NC", "NC", "NC", "", "",
         6, "APEC", 9000],
    ], encoding="cp1252")


def programming():
    """The programming of the contract, all pillars: what employment is a part of."""
    headers = ["Exercice", "N° action", "Intitulé de l'action", "Porteur", "Pilier", "Thématique", "Dispositif", "Demandé P147",
               "Accordé P147", "Statut de l'action"]
    rows = [[2025, "20250101", "Accompagnement renforcé", "Passerelle Emploi", "Emploi", "Emploi et insertion", "Contrat de ville", 42000, 38000,
             "retenue"],
            [2025, "20250102", "Chantier école", "Passerelle Emploi", "Emploi", "Insertion par l'activité", "Contrat de ville", 24000, 24000,
             "retenue"],
            [2025, "20250103", "Cité de l'emploi", "Agglomération de Valmont", "Emploi", "Coordination", "Cité de l'emploi", 60000, 55000,
             "retenue"],
            [2025, "20250104", "Médiation vers l'emploi", "Association Parler Ici", "Cohésion sociale", "Accès à l'emploi", "Adultes-relais", 18000,
             18000, "retenue"],
            [2025, "20250105", "Réussite éducative", "CCAS de Valmont", "Cohésion sociale", "Éducation", "PRE", 90000, 84000, "retenue"],
            [2025, "20250106", "Jardins partagés", "Régie de quartier", "Cadre de vie", "Vie sociale", "Contrat de ville", 16000, 14500, "retenue"],
            [2025, "20250107", "Permis pour l'emploi", "Mission locale du Valmontois", "Emploi", "Mobilité", "Contrat de ville", 15000, "NC",
             "retenue"]]
    return Workbook([Sheet("Programmation", [["Programmation 2025 - contrat de ville fictif"], [], headers, *rows], header=2)])


def main(folder):
    entries = folder / "emploi" / "entrees"
    entries.mkdir(parents=True, exist_ok=True)
    for name, content in {"passerelle_parcours_2025.xlsx": pathways(), "mission_locale_jeunes_2025.csv": young_people(),
                          "programmation_2025.xlsx": programming()}.items():
        content.write(entries / name)
    (folder / "emploi" / "parametres.txt").write_text("enveloppe_departementale=650000\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
