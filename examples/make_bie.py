#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the partner files of the gender budgeting example: `make_bie.py FOLDER` writes FOLDER/bie/entrees. The committed
files are its output.

An invented contract: a State service, a town, an inter-municipal body and a social centre describe their actions in their
own manner (titles above the header, totals below, scores as 0, 1, 2, amounts as text, `NC`), one of them of the year
before. The grid of criteria is invented too: no official one is public.
"""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

STATE_HEADER = ["N° dossier", "Porteur", "Statut du porteur", "Intitulé de l'action", "Pilier", "Dispositif", "QPV",
                "Montant demandé P147 (€)", "Montant accordé P147 (€)", "Décision du comité", "Cotation porteur",
                "Cotation instructeur", "Cotation comité", "Justification de la cotation", "Type d'action égalité",
                "Éga-conditionnalité", "Porteur formé au BIE", "Nb de bénéficiaires", "Femmes", "Hommes"]
LIVING, SOCIAL, JOBS = "Cadre de vie et renouvellement urbain", "Cohésion sociale", "Emploi et développement économique"
VALUES = "Valeurs de la République et citoyenneté"
STATE_ROWS = [
    ["00481201", "Régie de Bellefontaine", "Association", "Chantiers de quartier", LIVING, "AAP", "QN02397I", 22000, 18000,
     "retenue", "G1", "G1", "G1", "Recrutement de femmes sur des postes tenus par des hommes", None,
     "Engagement du porteur", "oui", 36, 11, 25],
    ["00481202", "Ateliers du Valmontois", "Association", "Marches exploratoires de femmes", LIVING, "AAP",
     "QN02397I ; QN02398M", 9000, 9000, "retenue", "G2", "G2", "G2", "Diagnostic de l'espace public par les habitantes",
     "Espace public et marches exploratoires", "Aucune", "oui", 42, 42, 0],
    ["00481203", "Office de l'habitat de Valmont", "Bailleur", "Jardins partagés", LIVING, "AAP", "QN02398M", 15000, 12000,
     "retenue", "G1", "G0", "G1", "Animation pensée avec les mères isolées du quartier", None, "Recommandation", "non", 60,
     38, 22],
    ["00481204", "Ville de Valmont", "Commune", "Gestion urbaine de proximité", LIVING, "AAP", "tous QPV", 30000, 20000,
     "retenue", "G0", "G0", None, None, None, "Aucune", "non", "NC", "NC", "NC"],
    ["00481205", "Club sportif de Valmont", "Association", "Foot en pied d'immeuble", SOCIAL, "VVV", "QN02399N", 12000, 8000,
     "retenue", "G1", "G0", "G0", "Public mixte", "Sport, culture, loisirs", "Minoration", "non", 95, 9, 86],
    ["00481206", "Planning du Valmontois", "Association", "Prévention des violences sexistes", SOCIAL, "AAP",
     "QN02397I", 14000, 14000, "retenue", "G2", "G2", "G2", "L'égalité est l'objet de l'action",
     "Lutte contre les violences", "Bonification", "oui", 120, 88, 32],
    ["00481207", "Maison des parents", "Association", "Parentalité et partage des tâches", SOCIAL, "AAP", "QN02398M", 10000,
     8500, "retenue", "G1", "G1", "G1", "Les pères sont accueillis sur des créneaux dédiés",
     "Parentalité, garde d'enfants", "Engagement du porteur", "oui", 54, 39, 15],
    ["00481208", "Centre social des Tilleuls", "Association", "Sorties familiales", SOCIAL, "VVV", "QN02398M", 7000, 6000,
     "retenue", "G0", "G0", "G0", None, None, "Aucune", "non", 110, 71, 39],
    ["00481209", "Collège Jean-Valmont", "Établissement scolaire", "Accompagnement à la scolarité", SOCIAL, "PRE",
     "QN02399N", 16000, 11000, "retenue", "G0", "G0", "G0", None, None, "Recommandation", "non", 48, 25, 23],
    ["00481210", "Théâtre du Pont", "Association", "Récits du quartier", SOCIAL, "AAP", "QN02397I", 8000, 0, "refusée", "G1",
     "G0", "G0", "Ouvert à tous", "Sport, culture, loisirs", "Refus motivé", "non", None, None, None],
    ["00481211", "PLIE du Valmontois", "EPCI", "Référente de parcours", JOBS, "AAP", "QN02398M", 25000, 21000, "retenue", "G1",
     "G1", "G1", "Horaires aménagés et garde d'enfants financée", "Insertion professionnelle et employabilité",
     "Condition de versement", "oui", 85, 51, 34],
    ["00481212", "Mission locale de Valmont", "Association", "Découverte des métiers du bâtiment", JOBS, "AAP", "tous QPV",
     18000, 15000, "retenue", "G1", "G1", "G1", "Une session sur deux réservée aux jeunes femmes",
     "Éducation à l'égalité, stéréotypes", "Engagement du porteur", "oui", 64, 27, 37],
    ["00481213", "Entreprise Le Tremplin", "SIAE", "Chantier d'insertion espaces verts", JOBS, "AAP", "QN02399N", 20000, 16000,
     "retenue", "G0", "G0", "G0", None, None, "Condition de versement", "non", 24, 3, 21],
    ["00481214", "Créer au quartier", "Association", "Entrepreneuses", JOBS, "AAP", "QN02399N", 11000, 11000, "retenue", "G2",
     "G2", "G2", "Action créée pour lever les freins des créatrices", "Création d'activité", "Aucune", "oui", 31, 31, 0],
    ["00481215", "Boxing Club des Tilleuls", "Association", "Insertion par la boxe", JOBS, "AAP", "QN02398M", 9000, 0, "refusée",
     "G0", "G0", "G0", None, None, "Refus motivé", "non", None, None, None],
    ["00481216", "Ligue du Valmontois", "Association", "Ambassadeurs de l'égalité", VALUES, "AAP", "QN02397I ; QN02399N", 6000,
     6000, "retenue", "G2", "G1", "G2", "Former des jeunes à déconstruire les stéréotypes",
     "Éducation à l'égalité, stéréotypes", "Aucune", "oui", 75, 40, 35],
    ["00481217", "Radio Valmont", "Association", "Paroles citoyennes", VALUES, "FONJEP", "QN02397I", 5000, 5000, "retenue", None,
     "non coté", "non coté", None, None, None, None, 22, None, None],
]

TOWN_HEADER = ["Association", "Nom du projet", "Thème", "Quartier", "Demandé (€)", "Accordé (€)", "Avis", "Score BIE",
               "Nb bénéf.", "dont femmes", "dont hommes"]
TOWN_ROWS = [
    ["Les Jardins de Saint-Loup", "Compost au pied des tours", "Cadre de vie", "QN02399N", "4 500,00", "4 000,00", "favorable",
     "1", "38", "22", "16"],
    ["Saint-Loup Basket", "Gymnase ouvert le soir", "Cohésion sociale", "QN02399N", "6 200,00", "5 000,00", "favorable", "0",
     "70", "12", "58"],
    ["Femmes d'ici", "Permanence d'accès aux droits", "Cohésion sociale", "QN02399N", "8 000,00", "8 000,00", "favorable", "2",
     "96", "96", "0"],
    ["Club informatique", "Atelier numérique", "Emploi", "QN02399N", "3 800,00", "3 800,00", "favorable", "", "NC", "NC", "NC"],
    ["Compagnie du Gué", "Fête de quartier", "Cohésion sociale", "QN02399N", "5 500,00", "0,00", "défavorable", "0", "NC", "NC",
     "NC"],
    ["Total", "", "", "", "28 000,00", "20 800,00", "", "", "204", "130", "74"],
]

CENTRE_HEADER = ["Structure", "Action", "Axe", "QPV", "Montant sollicité", "Montant attribué", "Décision", "Cotation",
                 "Critère diagnostic", "Objectif d'égalité", "Critère données sexuées", "Mesures pour le sexe sous-représenté",
                 "Horaires et garde d'enfants", "Critère communication", "Critère équipe", "Total participants", "Filles",
                 "Garçons"]
CENTRE_ROWS = [
    ["CCAS de Valmont", "Aller vers les familles monoparentales", SOCIAL, "QN02397I", 12000, 10000, "retenue", "G1", "oui",
     "oui", "oui", "partiel", "oui", "non", "oui", 44, 37, 7],
    ["CCAS de Valmont", "Ateliers cuisine", SOCIAL, "QN02398M", 5000, 4000, "retenue", "G0", "non", "non", "oui", "non",
     "partiel", "non", "non", 52, 46, 6],
    ["CCAS de Valmont", "Vélo-école pour adultes", LIVING, "QN02397I", 7000, 7000, "retenue", "G2", "oui", "oui", "oui", "oui",
     "oui", "oui", "oui", 28, 26, 2],
    ["CCAS de Valmont", "Conseil de jeunes", VALUES, "QN02398M", 6000, 4500, "retenue", "G1", "partiel", "non", "oui", "non",
     "sans objet", "oui", "partiel", 33, 15, 18],
    ["CCAS de Valmont", "Aide aux devoirs", SOCIAL, "QN02397I", 4000, 3500, "ajournée", None, "NC", "non", "oui", "non", "oui",
     None, "non", 40, 21, 19],
]

BEFORE_HEADER = ["Année", "Maître d'ouvrage", "Intitulé du projet", "Axe", "Montant demandé", "Montant attribué", "Décision",
                 "Cotation BIE"]
BEFORE_ROWS = [
    [2024, "Régie de Bellefontaine", "Chantiers de quartier", LIVING, 20000, 17000, "retenue", "G0"],
    [2024, "Ateliers du Valmontois", "Marches exploratoires de femmes", LIVING, 8000, 7000, "retenue", "G2"],
    [2024, "Ville de Valmont", "Gestion urbaine de proximité", LIVING, 28000, 22000, "retenue", "G0"],
    [2024, "Planning du Valmontois", "Prévention des violences sexistes", SOCIAL, 12000, 10000, "retenue", "G2"],
    [2024, "Centre social des Tilleuls", "Sorties familiales", SOCIAL, 7000, 6500, "retenue", "G0"],
    [2024, "Maison des parents", "Parentalité et partage des tâches", SOCIAL, 9000, 8000, "retenue", "G1"],
    [2024, "PLIE du Valmontois", "Référente de parcours", JOBS, 24000, 19500, "retenue", "G1"],
    [2024, "Mission locale de Valmont", "Découverte des métiers du bâtiment", JOBS, 17000, 14000, "retenue", "G0"],
    [2024, "Club sportif de Valmont", "Foot en pied d'immeuble", SOCIAL, 11000, 0, "refusée", "G0"],
]

GRID_CRITERIA = [["Code", "Critère", "Réponse", "Points"]]
for code, words, full in [("diagnostic", "Diagnostic sexué de la situation", 2), ("objectif", "Objectif d'égalité énoncé", 4),
                          ("donnees_sexuees", "Données sexuées prévues et fournies", 1),
                          ("sexe_sous_represente", "Mesures vers le sexe sous-représenté", 2),
                          ("conditions", "Horaires, lieu, garde d'enfants", 1),
                          ("communication", "Communication sans stéréotypes", 1), ("equipe", "Équipe mixte et formée", 1)]:
    GRID_CRITERIA += [[code, words, "oui", full], [code, words, "partiel", full / 2], [code, words, "non", 0]]
GRID_RULE = [["Cotation", "Points minimum"], ["G0", 0], ["G1", 5], ["G2", 11]]


def main(folder):
    inputs = Path(folder) / "bie" / "entrees"
    inputs.mkdir(parents=True, exist_ok=True)
    total = ["Total"] + [None] * 6 + [sum(row[7] for row in STATE_ROWS), sum(row[8] for row in STATE_ROWS)] + [None] * 11
    Workbook([Sheet("Programmation 2025", [["Contrat de ville fictif de Valmont : programmation 2025"],
                                           ["Document de travail du comité des financeurs"], [], STATE_HEADER]
                    + STATE_ROWS + [total], header=3)]).write(inputs / "programmation_services_etat.xlsx")
    CsvFile([TOWN_HEADER] + TOWN_ROWS, encoding="cp1252",
            first_line="Ville de Saint-Loup : actions subventionnées en 2025;;;;;;;;;;").write(inputs / "ville_saint_loup.csv")
    Workbook([Sheet("Actions CCAS", [["CCAS de Valmont : grille d'analyse des actions 2025"], [], CENTRE_HEADER] + CENTRE_ROWS,
                    header=2)]).write(inputs / "ccas_valmont_grille.xlsx")
    Workbook([Sheet("Bilan 2024", [["Agglomération du Valmontois"], BEFORE_HEADER] + BEFORE_ROWS, header=1)]).write(
        inputs / "agglomeration_2024.xlsx")
    Workbook([Sheet("Critères", GRID_CRITERIA, header=0), Sheet("Règle", GRID_RULE, header=0)]).write(
        inputs / "grille_bie.xlsx")


if __name__ == "__main__":
    main(sys.argv[1])
