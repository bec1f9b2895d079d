#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the partner files of the anti-discrimination example: `make_lcd.py FOLDER` writes FOLDER/lcd/entrees. The
committed files are its output.

An invented department with three contracts: a programming file of the State service, the record of a drop-in for victims
(small counts, which must not be printed), a town's own list, and last year's.
"""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

HEADER = ["Contrat de ville", "Porteur", "Intitulé de l'action", "QPV", "Montant accordé P147 (€)", "Spécificité LCD",
          "Critère(s) visé(s)", "Domaine LCD", "Type action LCD", "Public LCD", "PTLCD (O/N)", "État du PTLCD",
          "Porteur formé LCD", "Cotation BIE", "Nb agents formés", "Durée (h)"]
VALMONT, SAINT_LOUP, ROCHEBELLE = "Valmont", "Saint-Loup", "Rochebelle"
ROWS = [
    [VALMONT, "Maison de l'égalité", "Former les agents d'accueil", "tous QPV", 12000, "spécifique LCD",
     "origine ; lieu de résidence", "services publics", "formation des professionnels", "agents", "oui", "plan en cours", "oui",
     "G0", 46, 14],
    [VALMONT, "Ligue du Valmontois", "Testing à l'embauche", "tous QPV", 9000, "spécifique LCD",
     "origine ; patronyme ; lieu de résidence", "emploi", "testing", "employeurs", "oui", "plan en cours", "oui", "G0", None,
     None],
    [VALMONT, "Femmes d'ici", "Sexisme au travail : le dire", "QN02397I", 7000, "spécifique LCD", "sexe ; grossesse",
     "emploi ; formation", "accès aux droits", "habitants", "oui", "plan en cours", "oui", "G2", None, None],
    [VALMONT, "Mission locale de Valmont", "Préparer les jeunes aux entretiens", "QN02398M", 15000, "volet LCD d'une action",
     "origine ; apparence physique ; âge", "emploi", "sensibilisation", "jeunes", "non", "plan en cours", "non", "G1", None,
     None],
    [VALMONT, "Théâtre du Pont", "Le quartier en fête", "QN02397I", 6000, "vivre-ensemble", None, None, "vivre-ensemble",
     "mixte", "non", "plan en cours", "non", "G0", None, None],
    [VALMONT, "Office de l'habitat de Valmont", "Attribuer sans discriminer", "tous QPV", 8000, "spécifique LCD",
     "origine ; situation de famille", "logement", "formation des professionnels", "bailleurs", "oui", "plan en cours", "NC",
     "G1", 18, 7],
    [SAINT_LOUP, "Ville de Saint-Loup", "Diagnostic des discriminations", "QN02399N", 10000, "spécifique LCD",
     "tous", "transversal", "diagnostic", "élus", "oui", "diagnostic en cours", "oui", "non coté", None, None],
    [SAINT_LOUP, "Sport pour tous", "Vestiaires sans étiquettes", "QN02399N", 4000, "volet LCD d'une action",
     "orientation sexuelle ; sexe", "sport", "sensibilisation", "jeunes", "non", "diagnostic en cours", "non", "G1", None, None],
    [SAINT_LOUP, "Café citoyen", "Repas du monde", "QN02399N", 2500, "vivre-ensemble", "religion", None,
     "vivre-ensemble", "habitants", "non", "diagnostic en cours", "non", None, None, None],
    [SAINT_LOUP, "Centre de formation du Gué", "Recruter autrement", "QN02399N", 11000, "spécifique LCD",
     "origine ; âge ; handicap", "emploi", "recrutement non discriminant", "employeurs", "oui", "diagnostic en cours", "oui",
     "G0", 25, 7],
    [ROCHEBELLE, "Club informatique", "Atelier numérique", "QN02400A", 5000, None, None, None, None, None, None,
     "inexistant", "non", "G0", None, None],
    [ROCHEBELLE, "Collectif Mémoires", "Nos histoires", "QN02400A", 6500, "volet LCD d'une action",
     "origine ; ethnie ; nationalité", "éducation", "mémoire", "jeunes", "NC", "inexistant", "oui", "G0", None, None],
]

DROP_IN_HEADER = ["Structure", "Action", "Quartier", "Subvention accordée", "Caractère spécifique", "Motif", "Domaine(s)",
                  "Nature de l'action", "Nb de signalements", "Orientations", "Suites données", "Nombre de participants"]
DROP_IN_ROWS = [
    ["Point d'accès au droit", "Permanence : emploi", "QN02397I", "6 000,00", "spécifique", "origine", "emploi",
     "permanence", "14", "11", "saisine du Défenseur des droits", "14"],
    ["Point d'accès au droit", "Permanence : logement", "QN02397I", "5 000,00", "spécifique", "origine, quartier", "logement",
     "permanence", "9", "5", "médiation", "9"],
    ["Point d'accès au droit", "Permanence : école", "QN02398M", "3 000,00", "spécifique", "handicap", "éducation",
     "permanence", "3", "2", "médiation", "3"],
    ["Point d'accès au droit", "Permanence : santé", "QN02398M", "2 000,00", "spécifique", "état de santé", "santé",
     "permanence", "2", "2", "plainte", "2"],
    ["Point d'accès au droit", "Permanence : services publics", "QN02399N", "4 000,00", "spécifique", "langue ; origine",
     "services publics", "permanence", "6", "NC", "information", "6"],
    ["Sous-total permanences", "", "", "20 000,00", "", "", "", "", "34", "", "", "34"],
]

BEFORE_HEADER = ["Exercice", "Porteur", "Intitulé", "Type action LCD", "Spécificité", "Montant attribué"]
BEFORE_ROWS = [
    [2024, "Maison de l'égalité", "Former les agents d'accueil", "formation", "spécifique", 10000],
    [2024, "Ligue du Valmontois", "Testing au logement", "testing", "spécifique", 8000],
    [2024, "Théâtre du Pont", "Le quartier en fête", "vivre-ensemble", "vivre-ensemble", 6000],
    [2024, "Point d'accès au droit", "Permanence", "permanence", "spécifique", 18000],
    [2024, "Ville de Saint-Loup", "Recueil de la parole des habitants", "recueil de la parole", "volet", 5000],
]


def main(folder):
    inputs = Path(folder) / "lcd" / "entrees"
    inputs.mkdir(parents=True, exist_ok=True)
    total = ["TOTAL", None, None, None, sum(row[4] for row in ROWS)] + [None] * 11
    Workbook([Sheet("LCD 2025", [["Prévention et lutte contre les discriminations : actions 2025"], [], HEADER] + ROWS
                    + [total], header=2)]).write(inputs / "programmation_lcd_2025.xlsx")
    CsvFile([DROP_IN_HEADER] + DROP_IN_ROWS, encoding="cp1252",
            first_line="Permanences d'accès au droit, année 2025;;;;;;;;;;;").write(inputs / "permanences_acces_droit.csv")
    Workbook([Sheet("Actions 2024", [BEFORE_HEADER] + BEFORE_ROWS, header=0)]).write(inputs / "bilan_lcd_2024.xlsx")


if __name__ == "__main__":
    main(sys.argv[1])
