# SPDX-License-Identifier: MPL-2.0
"""Controlled vocabularies of the domain: canonical id -> labels partners write. The first label is the domain's own."""

VOCABULARIES = {
    "type_porteur": {
        "association": ["association", "Association loi 1901", "ASSOCIATION"], "commune": ["commune", "Commune"],
        "epci": ["EPCI"], "ccas_cias": ["CCAS/CIAS", "CCAS"], "gip": ["GIP"],
        "etablissement_public": ["établissement public", "Etablissement public"], "bailleur": ["bailleur", "Bailleur"],
        "entreprise": ["entreprise", "Entreprise"], "siae": ["SIAE"],
        "etablissement_scolaire": ["établissement scolaire"], "autre": ["autre", "Autre"]},
    "pilier": {
        "cohesion_sociale": ["Cohésion sociale", "COHESION SOCIALE", "Pilier cohésion sociale"],
        "cadre_de_vie": ["Renouvellement urbain et cadre de vie", "Cadre de vie et renouvellement urbain", "Cadre de vie"],
        "emploi": ["Développement économique et emploi", "Emploi et développement économique", "Emploi"],
        "valeurs": ["Valeurs de la République et citoyenneté", "Valeurs de la République"],
        "transversal": ["Transversal", "transversal"], "ingenierie": ["Ingénierie", "ingénierie"], "autre": ["Autre"]},
    "dispositif": {
        "contrat_de_ville": ["contrat de ville (AAP)", "Contrat de ville"], "pre": ["PRE"], "vvv": ["VVV"],
        "adultes_relais": ["adultes-relais", "Adultes relais"], "fonjep": ["FONJEP"],
        "cite_educative": ["cité éducative", "Cité éducative"], "cite_de_l_emploi": ["cité de l'emploi", "Cité de l’emploi"]},
    "statut": {
        "deposee": ["déposée", "Déposée", "DEPOSEE"], "recevable": ["recevable", "Recevable"],
        "retenue": ["retenue", "Retenue", "RETENUE"], "ajournee": ["ajournée", "Ajournée"],
        "refusee": ["refusée", "Refusée", "REFUSEE"], "abandonnee": ["abandonnée", "Abandonnée"],
        "realisee": ["réalisée", "Réalisée"], "partiellement_realisee": ["partiellement réalisée", "Partiellement réalisée"],
        "reportee": ["reportée", "Reportée"], "annulee": ["annulée", "Annulée"]},
    "recurrence": {
        "premiere_demande": ["première demande", "Première demande"], "renouvellement": ["renouvellement", "Renouvellement"],
        "cpo": ["CPO (pluriannuelle)", "CPO"]},
    "mode_comptage": {
        "personnes_uniques": ["personnes uniques", "Personnes uniques"], "participations": ["participations", "Participations"],
        "passages": ["passages"], "foyers_familles": ["foyers/familles"], "estimation": ["estimation", "Estimation"]},
    "cotation": {"G0": ["G0", "g0", "G 0"], "G1": ["G1", "g1"], "G2": ["G2"], "non_cote": ["non coté", "Non coté", "NON COTE"]},
    "condition_ega": {
        "aucune": ["aucune", "Aucune"], "recommandation": ["recommandation", "Recommandation"],
        "engagement_du_porteur": ["engagement du porteur"], "condition_de_versement": ["condition de versement"],
        "minoration": ["minoration"], "refus_motive": ["refus motivé"], "bonification": ["bonification"]},
    "critere": {
        "origine": ["origine", "Origine"], "sexe": ["sexe", "Sexe"], "handicap": ["handicap", "Handicap"], "age": ["âge", "Age"],
        "apparence": ["apparence physique"], "orientation_sexuelle": ["orientation sexuelle"], "patronyme": ["patronyme"],
        "residence": ["lieu de résidence"], "sante": ["état de santé"], "grossesse": ["grossesse"]},
    "specificite": {"specifique": ["spécifique LCD"], "volet": ["volet LCD d'une action"],
                    "vivre_ensemble": ["vivre-ensemble sans objet LCD"]},
    "suite": {"information": ["information"], "mediation": ["médiation"], "plainte": ["plainte"], "abandon": ["abandon"],
              "en_cours": ["en cours"], "inconnue": ["inconnue"]},
    "axe": {
        "1": ["Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / chercheurs d'emploi"],
        "2": ["Faciliter et accompagner la construction des parcours professionnels des habitants"],
        "3": ["Favoriser le développement économique des quartiers"]},
    "structure_orientation": {
        "france_travail": ["France Travail", "Pôle emploi"], "mission_locale": ["mission locale", "Mission locale"],
        "plie": ["PLIE"], "cap_emploi": ["Cap emploi"], "siae": ["SIAE"], "e2c": ["E2C"], "epide": ["EPIDE"], "apec": ["APEC"],
        "cidff": ["CIDFF"]},
    "financeur": {
        "p147": ["P147", "BOP 147", "Etat P147", "État CV"], "etat_autre": ["DRAC", "FIPD", "État hors 147"],
        "region": ["Région"], "departement": ["Département", "Département (CD)"], "epci": ["EPCI", "Agglo", "Métropole"],
        "commune": ["Ville", "Commune(s)", "Commune"], "caf": ["CAF"], "bailleurs": ["Bailleurs"],
        "europe": ["Europe (FSE, FEDER)", "Europe", "FSE"], "prive": ["Privé", "Mécénat", "Fondations / Privé"],
        "autofinancement": ["Autofinancement", "Fonds propres"], "autre": ["Autres"]},
    "nature_credit": {
        "specifique_politique_de_la_ville": ["spécifique politique de la ville"], "droit_commun": ["droit commun", "Droit commun"],
        "droit_commun_renforce_qpv": ["droit commun renforcé QPV"], "europeen": ["européen"], "prive": ["privé"],
        "autofinancement": ["autofinancement"]},
    "champ": {c: [l] for c, l in [
        ("emploi", "emploi"), ("formation", "formation"), ("education", "éducation"), ("sante", "santé"),
        ("logement", "logement"), ("sport", "sport"), ("culture", "culture"), ("mobilite", "mobilité"),
        ("numerique", "numérique"), ("parentalite", "parentalité"), ("cadre_de_vie", "cadre de vie")]},
    "type_engagement": {c: [l] for c, l in [
        ("maintenu", "maintenu"), ("renforce", "renforcé"), ("adapte", "adapté"), ("territorialise", "territorialisé"),
        ("experimente", "expérimenté"), ("perennise", "pérennisé"), ("nouveau", "nouveau")]},
    "perimetre": {c: [c] for c in ("P1", "P2", "P3", "P4")},
    "statut_dc": {
        "en_cours": ["identifié, action en cours"], "achevee_faible": ["identifié, action achevée, résultats faibles"],
        "achevee_satisfaisante": ["identifié, action achevée, résultats satisfaisants"]},
}


def words(*pairs):
    """Ids with one label each; a pair is (id, label), a text its own id."""
    return {pair[0] if isinstance(pair, tuple) else pair: [pair[1] if isinstance(pair, tuple) else pair] for pair in pairs}


VOCABULARIES.update({
    "echelle_cc": words(("un_qpv", "un QPV"), ("plusieurs_qpv", "plusieurs QPV"), "commune", "intercommunal"),
    "portage": words(("association_propre", "association propre"), ("structure_porteuse", "structure porteuse (centre social, association)"),
                     ("collectivite", "collectivité"), "informel"),
    "designation": words(("tirage_au_sort", "tirage au sort"), "volontariat", "mixte", ("designation", "désignation"), ("election", "élection")),
    "accompagnement": words(("oui_en_cours", "oui en cours"), ("oui_termine", "oui terminé"), "non"),
    "accompagnateur": words(("centre_social", "centre social"), ("bureau_d_etudes", "bureau d'études"), ("collectivite", "collectivité"),
                            ("delegue_du_prefet", "délégué du préfet"), ("adulte_relais", "adulte-relais")),
    "etat_cc": words("actif", ("actif_essouffle", "actif mais essoufflé"), ("en_sommeil", "en sommeil"), "inactif", "dissous",
                     ("fusionne_ou_transforme", "fusionné ou transformé"), ("jamais_installe", "jamais installé")),
    "modalite": words("interne", "externe", "mixte"),
    "place": {"0": ["non évoqué", "0"], "1": ["seulement évoqué", "1"], "2": ["traité", "2"], "3": ["analyse approfondie", "3"]},
    "bie_rapport": words(("non_evoque", "non évoqué"), "sensibilisation", ("mise_en_oeuvre", "mise en œuvre")),
    "conclusion": words("positif", ("mitige", "mitigé"), ("non_atteint", "non atteint"), ("sans_conclusion", "sans conclusion")),
    "perimetre_geo": words(("quartiers", "quartier(s)"), "commune", ("epci", "EPCI"), ("departement", "département")),
    "porteur_coord": words(("epci", "EPCI"), "commune", ("etat", "État"), ("mde_plie", "MDE/PLIE"),
                           ("mission_locale", "mission locale"), "association", ("gip", "GIP")),
    "copilotage": words(("etat_collectivite", "État-collectivité"), ("etat_seul", "État seul"), ("collectivite_seule", "collectivité seule")),
    "maturite": words("diagnostic", ("premieres_actions", "premières actions"), "approfondissement"),
    "type_signataire": words("entreprise", ("reseau", "réseau"), "club", ("federation", "fédération"),
                             ("etablissement_public", "établissement public")),
    "taille": words(("tpe", "TPE"), ("pme", "PME"), ("eti", "ETI"), ("ge", "GE")),
    "engagement": words("charte", ("paqte_national", "PaQte national"), ("paqte_departemental", "PaQte départemental"),
                        "convention", "intention"),
    "echelle_offre": words(("metropole", "métropole"), "commune", "quartier"),
    "public_offre": words("habitants", "jeunes", "entreprises", ("createurs", "créateurs"), "professionnels"),
    "periodicite": words("permanente", "annuelle", "ponctuelle"),
    "etat_offre": words(("prevu", "prévu"), ("en_cours", "en cours"), ("realise", "réalisé"), ("abandonne", "abandonné")),
})
