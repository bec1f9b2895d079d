# SPDX-License-Identifier: MPL-2.0
"""The fields of each schema as partners may write them: id, kind, canonical label, spellings met.

Only spellings that mean one thing in their schema stand here; what is a trap is written by traps.py with its own truth.
"""


class Field:
    def __init__(self, id, kind, label, *spellings, vocabulary=None):
        self.id, self.kind, self.label, self.spellings, self.vocabulary = id, kind, label, spellings, vocabulary


COMMON = {
    "exercice": Field("exercice", "year", "Exercice", "Année", "Exercice budgétaire", "Millésime", "Exercice Budgetaire"),
    "num_dossier": Field("num_dossier", "dossier", "N° de dossier", "Projet - Code dossier", "N° Dossier", "Code projet",
                         "N° DAUPHIN", "Numéro De Projet", "Code dossier"),
    "num_action": Field("num_action", "dossier", "N° de l'action", "Action - Code dossier", "Numéro de l’Action Prj",
                        "N° action", "Code action"),
    "intitule": Field("intitule", "title", "Intitulé de l'action", "Libellé de l'action", "Nom du projet",
                      "Intitulé projet", "Titre", "Action"),
    "porteur": Field("porteur", "porteur", "Porteur de projet", "Raison sociale longue", "Raison sociale", "Structure",
                     "Association", "Organisme", "Opérateur", "Tiers", "Nom du bénéficiaire*", "Porteur"),
    "siret": Field("siret", "siret", "SIRET", "Code SIRET", "N° Siret", "Code Siret", "SIRET,"),
    "rna": Field("rna", "rna", "N° RNA", "RNA", "Waldec"),
    "type_porteur": Field("type_porteur", "enum", "Statut du porteur", "Type de tiers", "Statut juridique",
                          vocabulary="type_porteur"),
    "pilier": Field("pilier", "enum", "Pilier", "Axe", "Volet", "Thème", vocabulary="pilier"),
    "dispositif": Field("dispositif", "enum", "Dispositif", "Procédure", "Libellé de la procédure de l'action",
                        vocabulary="dispositif"),
    "territoire": Field("territoire", "territory", "Quartier(s)", "QPV", "Quartier", "Territoire(s) d'intervention",
                        "Géographie prioritaire", "QP"),
    "commune": Field("commune", "commune", "Commune", "Ville", "Lieu de réalisation"),
    "date_debut": Field("date_debut", "date", "Date de début", "Début", "Date début"),
    "date_fin": Field("date_fin", "date", "Date de fin", "Fin", "Date fin"),
    "statut": Field("statut", "enum", "Statut de l'action", "Décision", "État", "Etat Dossier", "Suite donnée",
                    vocabulary="statut"),
    "recurrence": Field("recurrence", "enum", "Nature de la demande", vocabulary="recurrence"),
    "cout_total": Field("cout_total", "euro", "Coût total", "Coût (total charges)", "Budget total", "Coût du projet",
                        "Total charges"),
    "demande_p147": Field("demande_p147", "euro", "Subvention demandée (P147)", "Montant demandé", "Montant sollicité",
                          "Demande État", "BOP 147 demandé", "Demandé"),
    "propose_p147": Field("propose_p147", "euro", "Montant proposé", "Proposition DDETS", "Proposé",
                          "Montant proposé du dossier d'action"),
    "accorde_p147": Field("accorde_p147", "euro", "Subvention accordée (P147)", "Montant engagé", "Mt engagé",
                          "Montant voté", "Accordé", "Montant Total Attribué", "Attribué", "Notifié"),
    "paye_p147": Field("paye_p147", "euro", "Montant payé", "Versé", "Liquidé"),
    "realise": Field("realise", "euro", "Coût réalisé", "Coût réalisé (total charges)", "Dépenses réelles"),
    "benef_total": Field("benef_total", "people", "Bénéficiaires (total)", "Nb de bénéficiaires", "Nombre de participants",
                         "Public touché", "Total bénéficiaires", "NB BENEF", "Nb personnes", "Effectif"),
    "benef_prevu": Field("benef_prevu", "people", "Bénéficiaires prévus", "Nb bénéficiaires prévus"),
    "benef_f": Field("benef_f", "people", "Femmes", "dont femmes", "Féminin", "F", "Fem."),
    "benef_h": Field("benef_h", "people", "Hommes", "dont hommes", "Masculin", "H", "Hom."),
    "benef_sexe_nc": Field("benef_sexe_nc", "people", "Sexe non connu", "Non précisé", "Non genré"),
    "benef_qpv": Field("benef_qpv", "people", "Dont habitants QPV", "dont QPV", "Nb hab. QPV", "Issus des quartiers",
                       "Habitants du quartier"),
    "benef_poche": Field("benef_poche", "people", "Dont poches de pauvreté"),
    "mode_comptage": Field("mode_comptage", "enum", "Mode de comptage", vocabulary="mode_comptage"),
}

FUNDERS = {  # field id of the amount granted: what partners write for the funder
    "fin_etat_autre": ["État hors 147", "Autres État", "DRAC", "FIPD", "MILDECA", "ARS"],
    "fin_region": ["Région", "Conseil régional"], "fin_departement": ["Département", "Département (CD)", "Conseil départemental"],
    "fin_epci": ["EPCI", "Agglo", "Métropole"], "fin_commune": ["Ville", "Commune(s)", "Commune"],
    "fin_caf": ["CAF"], "fin_bailleurs": ["Bailleurs", "Bailleurs / TFPB"], "fin_europe": ["Europe (FSE, FEDER)", "FSE", "Europe"],
    "fin_prive": ["Fondations / Privé", "Mécénat", "Privé"], "fin_autofinancement": ["Autofinancement", "Fonds propres"],
}
P147_NAMES = ["État (P147)", "Etat P147", "BOP 147", "État CV", "P147"]

BIE = [
    Field("cotation_instructeur", "enum", "Cotation BIE", "Cotation", "Score BIE", "Marqueur genre", "BIE", "Note égalité",
          vocabulary="cotation"),
    Field("cotation_porteur", "enum", "Cotation déclarée par le porteur", "Auto-cotation", "Score porteur", vocabulary="cotation"),
    Field("cotation_finale", "enum", "Cotation retenue (comité)", "Cotation finale", "Cotation comité", vocabulary="cotation"),
    Field("justification", "text", "Justification", "Argumentaire", "Commentaire égalité"),
    Field("condition_ega", "enum", "Éga-conditionnalité", vocabulary="condition_ega"),
    Field("formation_porteur", "bool", "Porteur sensibilisé/formé au BIE"),
]
LCD = [
    Field("critere", "list", "Critère(s) visé(s)", "Critère", "Motif", vocabulary="critere"),
    Field("specificite", "enum", "Caractère spécifique LCD", vocabulary="specificite"),
    Field("nb_formes", "people", "Nb de professionnels formés", "Nb agents formés"),
    Field("duree_h", "number", "Durée (heures)"),
    Field("nb_situations", "people", "Situations recueillies", "Nb de signalements"),
    Field("suite", "enum", "Suite donnée (LCD)", vocabulary="suite"),
]
EMPLOI = [
    Field("axe_strategique", "enum", "Axe stratégique", vocabulary="axe"),
    Field("nb_entrees", "people", "Entrées dans l'action", "Nb inscrits", "Démarrages", "Nb intégrés", "Nouveaux entrants"),
    Field("nb_en_cours", "people", "En cours au 31/12", "Présents"),
    Field("nb_sorties", "people", "Sorties", "Nb de sortants"),
    Field("nb_abandons", "people", "Abandons", "Ruptures", "Décrochages", "Sorties anticipées"),
    Field("nb_emploi_durable", "people", "Sorties emploi durable", "Emploi durable"),
    Field("nb_emploi_transition", "people", "Emploi de transition"),
    Field("nb_sortie_positive", "people", "Sortie positive"),
    Field("nb_autres_sorties", "people", "Autres sorties"),
    Field("nb_creation", "people", "Création d'activité", "Création d'entreprise"),
    Field("nb_formation", "people", "Entrées en formation"),
    Field("nb_orientation", "people", "Orientations vers une structure"),
    Field("structure_orientation", "list", "Structure d'orientation", vocabulary="structure_orientation"),
    Field("brsa", "people", "BRSA"), Field("deld", "people", "DELD"), Field("th", "people", "TH", "RQTH", "BOETH"),
    Field("duree_moy", "number", "Durée moyenne (mois)", "Durée du parcours"),
    Field("satisfaction", "rate", "Taux de satisfaction", "Satisfaction des bénéficiaires"),
]
FINANCEMENT = [
    Field("financeur", "enum", "Financeur", vocabulary="financeur"),
    Field("nature_credit", "enum", "Nature du crédit", "Type de crédit", vocabulary="nature_credit"),
    Field("montant_prevu", "euro", "Montant prévu", "Prévisionnel", "Voté", "BP"),
    Field("montant_realise", "euro", "Montant réalisé", "Réalisé", "Mandaté", "CA (compte administratif)"),
    Field("champ", "enum", "Champ de politique publique", vocabulary="champ"),
    Field("dispositif_dc", "text", "Dispositif de droit commun"),
    Field("moyens_humains", "number", "ETP mobilisés", "ETP", "Moyens humains"),
    Field("type_engagement", "enum", "Type d'engagement", vocabulary="type_engagement"),
    Field("perimetre", "enum", "Périmètre du calcul", vocabulary="perimetre"),
    Field("statut_dc", "enum", "Situation", vocabulary="statut_dc"),
]

AGE_BANDS = [  # one file uses one set; each band: field id, spellings
    [("age_0_25", ["Moins de 26 ans", "- de 26 ans", "< 26", "moins de 26"]), ("age_26_45", ["26-45 ans", "26-45", "26 à 45 ans"]),
     ("age_46_p", ["46 ans et plus", "46 et +"])],
    [("age_0_24", ["Moins de 25 ans", "- de 25 ans"]), ("age_25_49", ["25-49 ans", "25-49", "25 à 49 ans"]),
     ("age_50_p", ["50 ans et plus", "50 et +"])],
    [("age_16_25", ["16-25 ans", "16/25", "16 à 25 ans", "[16-25]"]), ("age_26_49", ["26-49 ans", "26/49", "26 à 49 ans"]),
     ("age_50_p", ["50 ans et plus", "50 et +", "50 ans et +"])],
]
LEVELS = [
    [("niv_infra3", ["Infra V"]), ("niv_3", ["CAP/BEP", "Niveau 3 (ex V)"]), ("niv_4", ["Niveau IV", "Bac"]), ("niv_5", ["Bac+2"])],
    [("niv_infra3", ["Infra 3", "Infra niveau 3"]), ("niv_3", ["Niveau 3", "Niv. 3"]), ("niv_4", ["Niveau 4", "Niv. 4"]),
     ("niv_5", ["Niveau 5", "Niv. 5"])],
    [("niv_infra3", ["Niveau VI et V bis", "VI et V bis"]), ("niv_3", ["Niveau V", "Niv V"]), ("niv_4", ["Niveau IV", "Niv IV"]),
     ("niv_5", ["Niveau III", "Niv III"])],
]
