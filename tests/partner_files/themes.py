# SPDX-License-Identifier: MPL-2.0
"""The other schemas: councils, evaluation reports, cités, PaQte, approaches, offers, territories.

Each has its fields (with what share of the files have them), and a record that agrees with itself.
"""
import datetime

import invented
from fields import COMMON, Field
from vocabularies import VOCABULARIES


def part(total, rng):
    return rng.randint(0, total)


def some(rng, vocabulary, most=2):
    return rng.sample(sorted(VOCABULARIES[vocabulary]), rng.randint(1, most))


def one(rng, vocabulary):
    return rng.choice(sorted(VOCABULARIES[vocabulary]))


CONSEIL = [  # (share of files, field)
    (1, Field("nom_cc", "name", "Conseil citoyen", "CC")),
    (0.8, Field("qpv", "territory", "QPV couverts", "Quartier(s)")),
    (0.4, COMMON["commune"]),
    (0.4, COMMON["exercice"]),
    (0.3, Field("echelle", "enum", "Échelle", vocabulary="echelle_cc")),
    (0.5, Field("date_installation", "date", "Date d'installation", "Mise en place")),
    (0.2, Field("date_arrete", "date", "Arrêté préfectoral")),
    (0.4, Field("statut_juridique", "enum", "Portage", "Support", vocabulary="portage")),
    (1, Field("nb_membres", "people", "Nombre de membres", "Effectif", "Nb conseillers")),
    (0.7, Field("nb_hab", "people", "Collège habitants", "Coll. habitants")),
    (0.7, Field("nb_asso", "people", "Collège associations et acteurs locaux", "Coll. acteurs")),
    (0.6, Field("nb_f", "people", "Femmes")), (0.6, Field("nb_h", "people", "Hommes")),
    (0.5, Field("mode_designation", "list", "Mode de désignation", "Recrutement", vocabulary="designation")),
    (0.25, Field("suppleants", "bool", "Liste de suppléants")),
    (0.5, Field("nb_actifs", "people", "Membres actifs", "Actifs", "Participants réguliers")),
    (0.6, Field("nb_reunions", "count", "Nb de réunions", "Séances", "Plénières")),
    (0.3, Field("presence_moy", "number", "Présence moyenne")),
    (0.5, Field("accompagnement", "enum", "Accompagnement", vocabulary="accompagnement")),
    (0.3, Field("accompagnateur", "list", "Par qui", vocabulary="accompagnateur")),
    (0.5, Field("budget", "euro", "Budget (fonctionnement, fonds)", "Moyens", "Budget")),
    (0.3, Field("local", "bool", "Local dédié")),
    (0.2, Field("avis_projets", "count", "Avis rendus sur les projets")),
    (1, Field("etat", "enum", "État / activité", "Activité", "Vie du CC", vocabulary="etat_cc")),
    (0.2, Field("referent", "bool", "Référent institutionnel")),
]


def conseil(rng, frame, index):
    members = rng.randint(10, 30)
    inhabitants = rng.randint((members + 1) // 2, members)
    women = part(members, rng)
    start = datetime.date(rng.randint(2015, 2019), rng.randint(1, 12), rng.randint(13, 28))
    codes = rng.sample(frame.territory.codes, rng.choice([1, 1, 2]))
    return {
        "nom_cc": "Conseil citoyen " + rng.choice(["de ", "du quartier "]) + invented.QUARTERS[index % 12] + ("" if index < 12 else " 2"),
        "qpv": [frame.territory.names[c] if frame.by_name else c for c in codes], "commune": rng.choice(frame.territory.towns),
        "exercice": frame.year, "echelle": one(rng, "echelle_cc"), "date_installation": start.isoformat(),
        "date_arrete": (start - datetime.timedelta(days=30)).isoformat(), "statut_juridique": one(rng, "portage"),
        "nb_membres": members, "nb_hab": inhabitants, "nb_asso": members - inhabitants, "nb_f": women, "nb_h": members - women,
        "mode_designation": some(rng, "designation"), "suppleants": rng.random() < 0.5, "nb_actifs": part(members, rng),
        "nb_reunions": rng.randint(1, 14), "presence_moy": rng.choice([6, 8.5, 10, 12.5]),
        "accompagnement": one(rng, "accompagnement"), "accompagnateur": some(rng, "accompagnateur"),
        "budget": float(rng.randint(2, 60) * 100), "local": rng.random() < 0.5, "avis_projets": rng.randint(0, 25),
        "etat": one(rng, "etat_cc"), "referent": rng.random() < 0.5}


RAPPORT = [
    (1, Field("contrat", "name", "Contrat de ville", "Contrat")),
    (0.7, Field("departement", "department", "Département", "dép.")),
    (0.6, Field("modalite", "enum", "Modalité de réalisation", "Mode de réalisation", vocabulary="modalite")),
    (0.5, Field("periode", "text", "Période évaluée")),
    (1, Field("place_efh", "enum", "Place égalité femmes-hommes", "Place de l'égalité F-H", vocabulary="place")),
    (0.9, Field("place_lcd", "enum", "Place LCD", "Place de la LCD", vocabulary="place")),
    (0.9, Field("place_cc", "enum", "Place conseils citoyens", "Place des conseils citoyens", vocabulary="place")),
    (0.9, Field("place_dc", "enum", "Place droit commun", "Place du droit commun", vocabulary="place")),
    (0.9, Field("place_emploi", "enum", "Place emploi", "Place de l'emploi", vocabulary="place")),
    (0.8, Field("bie", "enum", "BIE", "BIE mentionné", vocabulary="bie_rapport")),
    (0.3, Field("bie_consequence", "bool", "Conséquences sur la programmation")),
    (0.5, Field("dc_part", "rate", "Part du droit commun", "Part de droit commun")),
    (0.6, Field("dc_conclusion", "enum", "Conclusion sur le droit commun", vocabulary="conclusion")),
]


def rapport(rng, frame, index):
    town = invented.TOWNS[index % 7] + ("" if index < 7 else " %d" % (index // 7 + 1))
    return {
        "contrat": "Contrat de ville de " + town, "departement": frame.territory.department.lstrip("0").zfill(2),
        "modalite": one(rng, "modalite"), "periode": rng.choice(["2015-2022", "2016-2022", "2015-2020"]),
        **{"place_" + theme: one(rng, "place") for theme in ("efh", "lcd", "cc", "dc", "emploi")},
        "bie": one(rng, "bie_rapport"), "bie_consequence": rng.random() < 0.3, "dc_part": rng.choice([0.12, 0.25, 0.34, 0.405, 0.68]),
        "dc_conclusion": one(rng, "conclusion")}


CITE = [
    (1, Field("cite", "name", "Cité de l'emploi", "Nom de la cité")),
    (0.8, Field("annee_label", "year", "Année de labellisation", "Année de labélisation")),
    (0.4, Field("perimetre_geo", "enum", "Périmètre", vocabulary="perimetre_geo")),
    (0.5, Field("qpv", "territory", "QPV concernés")),
    (0.5, Field("porteur_coord", "enum", "Structure porteuse du poste", "Employeur du coordonnateur", vocabulary="porteur_coord")),
    (0.5, Field("copilotage", "enum", "Copilotage", vocabulary="copilotage")),
    (0.5, Field("etp_coord", "number", "ETP de coordination", "ETP")),
    (0.4, Field("coord_reste", "bool", "Coordonnateur resté en poste")),
    (0.3, Field("feuille_route_actualisee", "bool", "Feuille de route actualisée")),
    (0.9, Field("nb_partenaires", "count", "Nb de partenaires", "Membres du COPIL")),
    (0.9, Field("nb_actions", "count", "Nb d'actions", "Nombre d'actions")),
    (0.9, Field("nb_benef", "people", "Bénéficiaires", "Publics touchés")),
    (0.5, Field("depense_coordination", "euro", "Dépenses de coordination", "Dépenses coordination")),
    (0.5, Field("depense_actions", "euro", "Dépenses actions", "Dépenses d'actions")),
    (0.6, Field("maturite", "enum", "Cheminement de la coopération", vocabulary="maturite")),
]


def cite(rng, frame, index):
    codes = rng.sample(frame.territory.codes, rng.choice([1, 2, 3]))
    return {
        "cite": "Cité de l'emploi de " + invented.TOWNS[index % 7] + ("" if index < 7 else " Nord"), "annee_label": rng.choice([2020, 2021]),
        "perimetre_geo": one(rng, "perimetre_geo"), "qpv": [frame.territory.names[c] if frame.by_name else c for c in codes],
        "porteur_coord": one(rng, "porteur_coord"), "copilotage": one(rng, "copilotage"), "etp_coord": rng.choice([0.5, 0.8, 1, 1.5]),
        "coord_reste": rng.random() < 0.6, "feuille_route_actualisee": rng.random() < 0.6, "nb_partenaires": rng.randint(5, 27),
        "nb_actions": rng.randint(5, 120), "nb_benef": rng.randint(30, 900), "depense_coordination": float(rng.randint(20, 60) * 1000),
        "depense_actions": float(rng.randint(20, 400) * 100), "maturite": one(rng, "maturite")}


PAQTE = [
    (1, Field("entreprise", "name", "Entreprise", "Raison sociale", "Signataire")),
    (0.4, COMMON["exercice"]),
    (0.6, Field("type_signataire", "enum", "Type de signataire", vocabulary="type_signataire")),
    (0.4, COMMON["siret"]),
    (0.4, Field("taille", "enum", "Taille", vocabulary="taille")),
    (0.4, Field("date_signature", "date", "Date de signature", "Signature")),
    (0.5, Field("engagement", "enum", "Engagement", vocabulary="engagement")),
    (1, Field("stages3_offerts", "count", "Stages de 3e offerts")),
    (1, Field("stages3_pourvus", "count", "Stages de 3e pourvus")),
    (0.4, Field("interventions", "count", "Interventions", "Visites", "Rencontres")),
    (0.8, Field("alternants", "people", "Alternants", "Contrats en alternance", "Alternance")),
    (0.6, Field("alternants_qpv", "people", "Alternants dont QPV")),
    (0.9, Field("embauches", "people", "Embauches", "Recrutements", "Nb recrutés")),
    (0.6, Field("embauches_qpv", "people", "Embauches dont QPV")),
    (0.3, Field("emplois_francs", "people", "Emplois francs")),
    (0.3, Field("recruteurs_formes", "people", "Recruteurs formés", "RH formés")),
    (0.3, Field("testing", "bool", "Testing", "Auto-testing")),
    (0.6, Field("achats_inclusifs", "euro", "Achats inclusifs", "Montant achats inclusifs", "Achats responsables")),
    (0.4, Field("achats_total", "euro", "Total achats")),
    (0.3, Field("fournisseurs_qpv", "count", "Fournisseurs implantés en QPV")),
    (0.3, Field("heures_clauses", "number", "Heures de clauses d'insertion", "Heures d'insertion")),
]


def paqte(rng, frame, index):
    offered, alternants, hires, bought = rng.randint(0, 40), rng.randint(0, 30), rng.randint(0, 60), float(rng.randint(10, 900) * 1000)
    return {
        "entreprise": invented.COMPANIES[index % 12] + ("" if index < 12 else " %s" % rng.choice(["Nord", "Sud"]) + " %d" % index),
        "exercice": frame.year, "type_signataire": one(rng, "type_signataire"), "siret": invented.siret(rng), "taille": one(rng, "taille"),
        "date_signature": datetime.date(rng.randint(2019, 2022), rng.randint(1, 12), rng.randint(13, 28)).isoformat(),
        "engagement": one(rng, "engagement"), "stages3_offerts": offered, "stages3_pourvus": part(offered, rng),
        "interventions": rng.randint(0, 12), "alternants": alternants, "alternants_qpv": part(alternants, rng), "embauches": hires,
        "embauches_qpv": part(hires, rng), "emplois_francs": 0, "recruteurs_formes": rng.randint(0, 15), "testing": rng.random() < 0.3,
        "achats_total": bought, "achats_inclusifs": round(bought * rng.choice([0.01, 0.05, 0.1]), 2),
        "fournisseurs_qpv": rng.randint(0, 9), "heures_clauses": float(rng.randint(0, 50) * 35)}


SENTENCES = {
    "demarches": ["GPECT engagée avec les branches", "PLIE et clauses d'insertion", "Club d'entreprises créé",
                  "Expérimentation TZCLD en préparation"],
    "defis": ["Mobiliser les TPE du territoire", "Rapprocher orientation et entreprises", "Installer la gouvernance"],
    "besoins": ["Ingénierie de formation", "Animation de réseau", "Financement de la mobilité"],
    "ressources": ["Méthode de diagnostic partagé", "Réseau d'employeurs saisonniers", "Outils numériques de suivi"]}
DEMARCHE = [
    (1, Field("participant", "name", "Participants/ Territoire", "Participants / Territoire")),
    (1, Field("demarches", "text", "Démarches territorialisées pour l'emploi, où en est mon territoire? Quelles actions déjà engagées?")),
    (1, Field("defis", "text", "Mes défis (objectifs) à court terme et moyen terme")),
    (1, Field("besoins", "text", "J'ai besoin de ressources sur...")),
    (1, Field("ressources", "text", "Je peux être ressource sur ... (GPECT, mise en réseau des acteurs, réflexion stratégique formalisée...)")),
]


def demarche(rng, frame, index):
    kind = rng.choice(["PETR", "CC", "CA", "PLIE", "MDE"])
    place = "%s %s%s" % (kind, invented.TOWNS[index % 7], "" if index < 7 else " Est %d" % index)
    return {"participant": place, "person": rng.choice(invented.PERSONS) if frame.messy and rng.random() < 0.3 else None,
            **{field: rng.choice(texts) for field, texts in SENTENCES.items()}}


OFFRE = [
    (0.8, Field("axe", "enum", "Axe stratégique", vocabulary="axe")),
    (1, Field("offre", "title", "Offre de services", "Offre", "Offre de services / action / dispositif")),
    (1, Field("operateur", "porteur", "Opérateur", "Pilote")),
    (0.5, Field("echelle", "enum", "Échelle", vocabulary="echelle_offre")),
    (0.5, Field("public", "enum", "Public", "Public cible", vocabulary="public_offre")),
    (0.9, Field("territoires", "territory", "QPV concernés", "Quartier(s)", "Territoire d'intervention")),
    (0.5, Field("periodicite", "enum", "Périodicité", vocabulary="periodicite")),
    (0.4, Field("cible", "number", "Cible", "Attendu")),
    (0.4, Field("realise", "number", "Réalisé", "Atteint")),
    (0.5, Field("etat", "enum", "Mise en œuvre", vocabulary="etat_offre")),
    (0.5, Field("commentaire", "text", "Bilan qualitatif", "Suites")),
]


def offre(rng, frame, index):
    name, _ = rng.choice(frame.organisations)
    codes = rng.sample(frame.territory.codes, rng.choice([1, 1, 2]))
    target = rng.randint(10, 90)
    return {
        "axe": rng.choice("123"), "offre": frame.titles[index % len(frame.titles)], "operateur": name,
        "echelle": one(rng, "echelle_offre"), "public": one(rng, "public_offre"),
        "territoires": [frame.territory.names[c] if frame.by_name else c for c in codes], "periodicite": one(rng, "periodicite"),
        "cible": target, "realise": rng.randint(0, target), "etat": one(rng, "etat_offre"),
        "commentaire": rng.choice(["Orientation vers la mission locale", "Entrées en formation nombreuses", "Suites à consolider"])}


TERRITOIRE = [
    # As the published lists of quarters and of municipalities are headed.
    (1, Field("code_qp", "name", "code_qp", "codeQPV", "Code QPV", "QP2024", "Code géographique")),
    (1, Field("lib_qp", "name", "lib_qp", "Libellé QPV", "Nom du quartier", "Label_QP2024", "nom_qp")),
    (0.4, Field("insee_dep", "code", "insee_dep", "DEP", "codeDep")),
    (0.4, Field("lib_dep", "text", "lib_dep", "Libellé département")),
    (0.5, Field("insee_com", "code", "insee_com", "Code INSEE", "codeCom")),
    (0.6, Field("lib_com", "text", "lib_com", "Libellé commune", "Commune(s)")),
    (0.3, Field("lib_epci", "text", "lib_epci", "Libellé EPCI")), (0.4, COMMON["exercice"]),
    (1, Field("population", "people", "Population municipale")),
    (1, Field("taux_pauvrete", "rate", "Taux de pauvreté")),
    (0.6, Field("revenu_median", "euro", "Revenu médian")),
    (0.5, Field("part_moins_25", "rate", "Part des moins de 25 ans")),
    (0.5, Field("taux_emploi", "rate", "Taux d'emploi 15-64 ans")),
    (0.5, Field("defm_a", "people", "DEFM catégorie A", "DEFM A")),
    (0.5, Field("defm_abc", "people", "DEFM ABC")),
]


def territoire(rng, frame, index):
    seekers = rng.randint(80, 900)
    return {
        "code_qp": invented.quarter_code(rng, frame.territory.department),
        "lib_qp": invented.QUARTERS[index % 12] + ("" if index < 12 else " Ouest"),
        "insee_dep": frame.territory.department.lstrip("0").zfill(2), "lib_dep": "Département d'essai",
        "insee_com": invented.commune_code(rng, frame.territory.department), "lib_com": rng.choice(frame.territory.towns),
        "lib_epci": rng.choice(invented.CITIES), "exercice": frame.year, "population": rng.randint(1001, 9000),
        "taux_pauvrete": rng.choice([0.385, 0.42, 0.447, 0.512]), "revenu_median": float(rng.randint(9000, 14500)),
        "part_moins_25": rng.choice([0.35, 0.412, 0.398]), "taux_emploi": rng.choice([0.41, 0.452, 0.5]),
        "defm_a": part(seekers, rng), "defm_abc": seekers}


THEMES = {"conseil": (CONSEIL, conseil), "rapport": (RAPPORT, rapport), "cite": (CITE, cite), "paqte": (PAQTE, paqte),
          "demarche": (DEMARCHE, demarche), "offre": (OFFRE, offre), "territoire": (TERRITOIRE, territoire)}


GROUPED = {  # fields under a common title in files with two header rows: (title, what the column then says)
    "place_efh": ("Place du thème", "Égalité femmes-hommes"), "place_lcd": ("Place du thème", "LCD"),
    "place_cc": ("Place du thème", "Conseils citoyens"), "place_dc": ("Place du thème", "Droit commun"),
    "place_emploi": ("Place du thème", "Emploi"),
    "stages3_offerts": ("Stages de 3e", "Offerts"), "stages3_pourvus": ("Stages de 3e", "Pourvus"),
    "alternants": ("Alternants", "Total"), "alternants_qpv": ("Alternants", "dont QPV"),
    "embauches": ("Embauches", "Total"), "embauches_qpv": ("Embauches", "dont QPV"),
    "depense_coordination": ("Dépenses", "Coordination"), "depense_actions": ("Dépenses", "Actions"),
    "nb_hab": ("Nombre de membres", "Collège habitants"), "nb_asso": ("Nombre de membres", "Collège associations et acteurs locaux"),
}


def recipe_for(schema):
    """The columns of a theme: each field with its share of the files."""
    def add(recipe):
        for share, field in THEMES[schema][0]:
            if field.id == "exercice" and recipe.title_year:
                continue
            group, text = GROUPED.get(field.id, (None, None)) if recipe.deep else (None, None)
            if recipe.rng.random() < share:
                recipe.add(field, header=text, group=group)
    return add
