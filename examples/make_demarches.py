#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the table of an invented workshop on territorial approaches: `make_demarches.py FOLDER` writes
FOLDER/demarches/entrees. The committed file is its output.

Twenty-two participants, places and persons invented; what they fill in and name reproduces the counts of the table of
testimonies of March 2021 (domain dossier, 3.10): 22, 15, 9 and 7 cells, four rows whole, themes by row. Which row says
what is free. The disorder is that of the source: names of persons, a row continued below, filler rows, a repeated header.
"""
import sys
from pathlib import Path

from messy_files import Sheet, Workbook

HEADERS = ["Participants/ Territoire",
           "Démarches territorialisées pour l'emploi, où en est mon territoire? Quelles actions déjà engagées?",
           "Mes défis (objectifs) à court terme et moyen terme", "J'ai besoin de ressources sur...",
           "Je peux être ressource sur ... (GPECT, mise en réseau des acteurs, réflexion stratégique formalisée...)",
           "Département"]

# Participant, démarches, défis, besoins, ressources, département.
ROWS = [
    ("Jeanne Orval / PETR du Haut-Fictif", "- GPECT lancée en 2020\n- club de l'ESS", "mobilité des jeunes", "observatoire", "GPECT", "33"),
    ("Aldric Fournel - Agglo de Rochassac", "GPECT et PLIE", "attractivité du territoire", "financement", "GPECT, mise en réseau", "40"),
    ("CC des Deux Rives, Michel Varnier", "Gpect en cours d'écriture", "recrutement des saisonniers", "diagnostic partagé", None, "40"),
    ("Claire Dumont / Métropole de Valmont", "GPECT ; PLIE ; QPV du plan emploi", "aller-vers les jeunes des quartiers", "mobilité",
     "PLIE et clauses d'insertion", "33"),
    ("Ville de Port-Fictif", "GPECT avec les communes voisines ; PLIE", "formation aux métiers verts", None, "campus des métiers", "33"),
    ("PETR du Val Fictif", "=> GPECT\n=> PLIE", None, "plateforme numérique", None, "64"),
    ("Paul Arnoux et Lise Garance / Grand Marais", "PLIE du Marais", "agriculture : trouver des bras", None, None, "17"),
    ("Syndicat mixte du Plateau", "TZCLD en préparation, avec le PLIE", "logement des salariés", None, None, "87"),
    ("Maison de l'emploi des Collines", "Territoire zéro chômeur de longue durée : dossier déposé", "financement pérenne", "ESS", None, None),
    ("CA du Littoral", "TZCLD", None, None, None, "17"),
    ("Jeanne Varnier / CC du Bocage", "TZCLD : une expérimentation", "levée de fonds", None, None, "79"),
    ("Association Passerelles", "économie sociale et solidaire : un pôle de coopération", "coopérer davantage", None, None, None),
    ("Commune de Sablonnet", "ESS et circuits courts", "garder les commerces", None, None, "24"),
    ("Pays des Étangs", "Cités de l'emploi : candidature ; QPV d'Orval", None, None, None, "40"),
    ("Agglo de Montbrun", "Cité de l’emploi depuis 2020", "parcours sans couture", "PAQTE : comment animer", "Cité de l'emploi", "33"),
    ("Métropole du Fleuve", "cités de l'emploi, quartiers prioritaires", "toucher les femmes", None, None, "33"),
    ("Entreprise Ateliers du Pont", "PACTE avec la préfecture", None, "recruter localement", None, None),
    ("CC des Hauts-Plateaux", "clauses sociales dans les marchés", "former les acheteurs", None, "rédaction de clauses", "23"),
    ("Département fictif", "100 % inclusion, SPIE", "accompagner sans rupture", None, None, "24"),
    ("Lise Orval, PETR des Trois Vallées", "100 % inclusion", None, None, None, "23"),
    ("CdC des Landes Fictives", "réunions avec les employeurs", None, "ingénierie, financement", "diagnostic et observatoire de l'emploi", "40"),
    ("Région fictive", "appui aux territoires", None, None, None, None),
]


def sheet():
    rows = [["Atelier « démarches territoriales pour l'emploi » - 16 mars (données fictives)"], [], HEADERS]
    for index, row in enumerate(ROWS):
        rows.append(list(row))
        if index == 4:  # a row that goes on below, with an empty first cell
            rows.append([None, "et un forum annuel", None, None, None, None])
        if index == 9:
            rows.append(["--"] * len(HEADERS))
        if index == 15:
            rows.append(HEADERS)
    return Workbook([Sheet("Témoignages", rows, header=2)])


def main(folder):
    entries = folder / "demarches" / "entrees"
    entries.mkdir(parents=True, exist_ok=True)
    sheet().write(entries / "tableau_temoignages.xlsx")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
