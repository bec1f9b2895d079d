#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the inputs of the report on ordinary policy: `make_droit_commun.py FOLDER` writes FOLDER/droit_commun, as partners
send such files, and FOLDER/droit_commun_calcul, the worked example of the domain dossier (3.6.4). The committed files are
its output; every contract, action and holder is invented."""
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

SPECIFIC, ORDINARY = "spécifique politique de la ville", "droit commun"

WORKED_EXAMPLE = [
    ["Exercice", "Intitulé de l'action", "Financeur", "Nature du crédit", "Montant prévu (€)"],
    *[[2023, "Parcours fictif", *line] for line in [
        ["P147", SPECIFIC, 5000], ["DRAC", ORDINARY, 2000], ["Ville", ORDINARY, 4000],
        ["Ville", "enveloppe politique de la ville", 1000], ["CAF", ORDINARY, 3000], ["FSE", "européen", 3000],
        ["Fonds propres", "autofinancement", 2000], ["Bénévolat", "bénévolat", 1500]]]]

VALMONT = [
    ["Contrat de ville fictif de Valmont"],
    ["Maquette financière 2025 : droit commun et crédits spécifiques"],
    [],
    ["Contrat", "Axe du contrat", "Action", "Porteur", "Financeur", "DC/CS", "Voté", "Mandaté", "Champ", "Périmètre de calcul"],
    *[["Valmont", *line] for line in [
        ["Emploi", "Parcours vers l'emploi", "Association Tremplin", "BOP 147", "CS", 18000, 18000, "emploi", "P1"],
        ["Emploi", "Parcours vers l'emploi", "Association Tremplin", "Région", "DC", 24000, "21 500,50", "emploi", "P1"],
        ["Emploi", "Parcours vers l'emploi", "Association Tremplin", "France Travail", "DC", 15000, "NC", "emploi", "P1"],
        ["Emploi", "Parcours vers l'emploi", "Association Tremplin", "FSE+", "Europe", 12000, 12000, "emploi", "P2"],
        ["Emploi", "Garage solidaire", "Régie de Bellefontaine", "P147", "CS", 9000, 9000, "mobilité", "P1"],
        ["Emploi", "Garage solidaire", "Régie de Bellefontaine", "Fondation d'entreprise", "privé", 5000, 5000, "mobilité", "P2"],
        ["Cohésion sociale", "Accompagnement à la scolarité", "Centre social du Pont", "P147", "CS", 11000, 10500, "éducation", "P1"],
        ["Cohésion sociale", "Accompagnement à la scolarité", "Centre social du Pont", "CAF", "DC", 16000, 16000, "parentalité", "P1"],
        ["Cohésion sociale", "Accompagnement à la scolarité", "Centre social du Pont", "Ville", "enveloppe politique de la ville",
         4000, 4000, "éducation", "P1"],
        ["Cohésion sociale", "Accompagnement à la scolarité", "Centre social du Pont", "Ville", "DC", 7000, 7000, "éducation", "P1"],
        ["Cohésion sociale", "Accompagnement à la scolarité", "Centre social du Pont", "Bénévolat", "bénévolat", 6500, None,
         "éducation", "P3"],
        ["Cohésion sociale", "Santé au pied des tours", "Maison de santé", "ARS", "DC", 20000, 19000, "santé", "P1"],
        ["Cohésion sociale", "Santé au pied des tours", "Maison de santé", "BOP 147", "CS", 8000, 8000, "santé", "P1"],
        ["Cohésion sociale", "Santé au pied des tours", "Maison de santé", "Département", "à préciser", 3000, 3000, "santé", None],
        ["Cadre de vie", "Chantier jardin", "Bailleur Habitat fictif", "TFPB", "DC", 10000, 10000, "cadre de vie", "P1"],
        ["Cadre de vie", "Chantier jardin", "Bailleur Habitat fictif", "P147", "CS", 5000, 5000, "cadre de vie", "P1"],
    ]],
    [None, None, "TOTAL", None, None, None, 173500, None, None, None],
    ["Source : service politique de la ville, arrêté au 31/12"],
]

PORT = [
    ["Plan de financement 2025 - contrat de ville de Port-Fictif"],
    ["Contrat", "Pilier", "Action", "Porteur", "Coût total", "État (P147)", "DRAC", "Région", "Fin. Commune", "CAF", "FSE", "Total"],
    ["Port-Fictif", "Cohésion sociale", "Chorale des quais", "Association du Port", 20000, 6000, 2000, None, 5000, 4000, 0, 17000],
    ["Port-Fictif", "Emploi", "Atelier voile et métiers", "Association du Port", 32000, 12000, 0, 8000, 2000, 0, 9000, 31000],
    ["Port-Fictif", "Cadre de vie", "Café des habitants", "Régie du Port", 9000, 4500, 0, 0, "NC", 0, 0, 4500],
    ["TOTAL", None, None, None, 61000, 22500, 2000, 8000, 7000, 4000, 9000, 52500],
]

PROGRAMME = [
    ["N° de dossier", "Action", "Porteur", "Pilier", "Statut", "Subvention accordée (P147)", "Région", "Département", "CAF", "Cotation"],
    ["00510001", "Lire ensemble", "Médiathèque associative", "Cohésion sociale", "retenue", "7 500,00", "0", "2 500,00", "3 000,00", "G1"],
    ["00510002", "Boxe éducative", "Club de boxe fictif", "Cohésion sociale", "retenue", "4 000,00", "0", "0", "0", "G0"],
    ["00510003", "Forum des métiers", "Mission locale fictive", "Emploi", "refusée", "0", "12 000,00", "0", "0", "G0"],
    ["00510004", "Parcours vers l'emploi", "Association Tremplin", "Emploi", "retenue", "18 000,00", "24 000,00", "0", "0", "G2"],
]

SCHEMES = [
    ["Droit commun repéré sur les QPV (dans et hors programmation) - exercice 2025"],
    ["Contrat", "Financeur", "Nature du crédit", "Montant prévu", "Dispositif", "Champ", "ETP", "Bénéficiaires", "dont QPV", "Engagement",
     "Périmètre de calcul", "Situation"],
    ["Valmont", "Département", "DC", 85000, "Contrat local de santé", "santé", 1.5, 1200, 410, "pérennisation", "P4", "en cours"],
    ["Valmont", "CAF", "DC", 42000, "REAAP", "parentalité", 0.5, 300, 96, "maintien", "P4", "résultats satisfaisants"],
    ["Valmont", "France Travail", "DC", 60000, "Équipe CEJ", "emploi", 3, 640, "NC", "renforcement", "P4", "en cours"],
    ["Valmont", "Région", "DC", "NC", "École de la deuxième chance", "formation", None, 110, 52, "expérimentation", "P4", "résultats faibles"],
    ["Port-Fictif", "EPCI", "DC", 30000, "PLIE", "emploi", 2, 450, 180, "pérennisation", "P4", "résultats satisfaisants"],
    ["Port-Fictif", "Commune", "DC", 12000, "Bus de l'emploi", "mobilité", 1, 200, 120, "expérimentation", "P4", "en cours"],
]

FACETS = ["crédits", "acteurs", "stratégie", "porteurs", "publics"]
SCORES = {"Valmont": [2, 3, 1, 2, "NC"], "Port-Fictif": [1, 2, 1, 0, 2], "Rives-Hautes": [3, 3, 2, 2, 1]}
JUDGEMENTS = {"Valmont": "positif", "Port-Fictif": "mitigé", "Rives-Hautes": "pas de conclusion"}


def facets():
    rows = [["Exercice", "Contrat de ville", "Facette de la mobilisation", "Score (0-3)", "Jugement global", "Observations"]]
    for contract, scores in SCORES.items():
        for at, (facet, score) in enumerate(zip(FACETS, scores)):
            rows.append([2025, contract, facet, score, JUDGEMENTS[contract] if at == 0 else None, None])
    return rows


REPORTS = [
    ["Contrat de ville", "Département", "Période évaluée", "Place du droit commun", "Part du droit commun (%)",
     "Périmètre du calcul du droit commun", "Droit commun : conclusion"],
    ["Valmont", "26", "2016-2022", "analyse approfondie", "42 %", "P1", "positif"],
    ["Port-Fictif", "38", "2016-2022", "traité", "35 %", "", "mitigé"],
    ["Rives-Hautes", "69", "2016-2022", "analyse approfondie", "61 %", "P4", "positif"],
    ["Combe-Fictive", "69", "2016-2022", "seulement évoqué", "", "", "sans conclusion"],
]


def main(folder):
    entries, worked = folder / "droit_commun" / "entrees", folder / "droit_commun_calcul" / "entrees"
    for made in (entries, worked):
        made.mkdir(parents=True, exist_ok=True)
    Workbook([Sheet("Maquette 2025", VALMONT, header=3),
              Sheet("Notes", [["Document de travail, ne pas diffuser."]])]).write(entries / "valmont_maquette.xlsx")
    Workbook([Sheet("Plan de financement", PORT, header=1)]).write(entries / "port_plan_de_financement.xlsx")
    CsvFile(PROGRAMME, encoding="cp1252", first_line="Programmation 2025;;;;;;;;;").write(entries / "programmation_rives_hautes.csv")
    Workbook([Sheet("Dispositifs", SCHEMES, header=1)]).write(entries / "dispositifs_droit_commun.xlsx")
    CsvFile(facets()).write(entries / "facettes_droit_commun.csv")
    CsvFile(REPORTS).write(entries / "rapports_evaluation.csv")
    (folder / "droit_commun" / "parametres.txt").write_text("population_qpv=18500\npopulation_perimetre=92000\n", encoding="utf-8")
    CsvFile(WORKED_EXAMPLE).write(worked / "plan_de_financement.csv")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
