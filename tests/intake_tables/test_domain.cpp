// SPDX-License-Identifier: MPL-2.0
#include "intake_tables/test_domain.hpp"

#include "base/text.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake::test {

namespace {

using data::FieldType;

struct Line {
    std::string_view id;
    FieldType type;
    std::string_view values; ///< vocabulary, or kind of code
    std::string_view flags;
    std::string_view label;
    std::string_view headers; ///< separated by `; `
    std::string_view not_headers;
};

struct TermLine {
    std::string_view vocabulary;
    std::string_view id;
    std::string_view label;
    std::string_view spellings;
};

constexpr Line common_fields[] = {
    {"exercice", FieldType::year, "", "required", "Exercice",
     "Année; Exercice budgétaire; Exercice comptable; Millésime; Programmation; Année de programmation; Année "
     "budgétaire; An.",
     ""},
    {"num_dossier", FieldType::code, "dossier", "", "N° de dossier",
     "Projet - Code dossier; Numéro de projet; Code projet; N° dossier; Réf. dossier; Référence dossier; N° DAUPHIN; "
     "Code dossier; Numéro de dossier; Dossier; N° de projet",
     ""},
    {"num_action", FieldType::code, "dossier", "", "N° de l'action",
     "Action - Code dossier; Numéro de l'action PRJ; Action de demande - Code dossier; N° action; Code action; Numéro "
     "d'action; Numéro de l'action; Réf. action",
     ""},
    {"intitule", FieldType::text, "", "required", "Intitulé de l'action",
     "Action; Libellé de l'action; Titre; Nom du projet; Projet; Intitulé projet; Intitulé du projet; Intitulé; "
     "Dénomination; Nom de l'action; Titre de l'action; Libellé action; Dénomination de l'action; Actions; Intitulé de "
     "l'offre",
     ""},
    {"porteur", FieldType::text, "", "required", "Porteur de projet",
     "Porteur; Tiers; Raison sociale longue; Raison sociale; Structure; Association; Organisme; Opérateur; Nom du "
     "bénéficiaire; Maître d'ouvrage; Nom de la structure; Structure porteuse; Nom du porteur; Porteur de l'action; "
     "Opérateur(s); Nom de l'organisme; Porteur du projet; Bénéficiaire; Nom de l'association",
     ""},
    {"siret", FieldType::code, "siret", "", "SIRET",
     "Code SIRET; N° SIRET; Numéro SIRET; Identification du bénéficiaire; Code taxe 1; SIRET du porteur; N° de SIRET; "
     "SIRET porteur",
     ""},
    {"rna", FieldType::code, "rna", "", "N° RNA", "RNA; N° W; Waldec; N° préfecture; Numéro RNA", ""},
    {"type_porteur", FieldType::choice, "type_porteur", "", "Statut du porteur",
     "Type de tiers; Statut juridique; Forme juridique; Type de porteur; Type de structure; Statut porteur; Nature "
     "juridique; Types de tiers",
     ""},
    {"pilier", FieldType::choice, "pilier", "", "Pilier / axe",
     "Pilier; Thème; Axe; Volet; Priorité; Orientation; Enjeu; Axe / pilier; Pilier du contrat de ville; Axe du "
     "contrat",
     ""},
    {"thematique", FieldType::text, "", "", "Thématique",
     "Sous-thèmes; Sous-thème; Champ; Objectif opérationnel; Domaine; Thématiques; Thématique principale", ""},
    {"dispositif", FieldType::choice, "dispositif", "", "Dispositif",
     "Procédure; Libellé de la procédure de l'action; Ligne budgétaire; Libellé de la ligne budgétaire PRJ; Dispositif "
     "/ procédure",
     ""},
    {"territoire", FieldType::choices, "territoire", "", "Quartier(s)",
     "QPV; QP; Quartier; Quartiers; Territoire(s) d'intervention; Territoire d'intervention; Lieu; Secteur; Périmètre; "
     "Géographie prioritaire; Quartier prioritaire; Quartiers prioritaires; QPV concerné(s); QPV concernés; "
     "Territoire; Territoires; Code QPV; QPV d'intervention; Quartier(s) concerné(s); Quartier d'intervention",
     ""},
    {"commune", FieldType::code, "commune", "", "Commune",
     "Ville; Lieu de réalisation; INSEE; CODGEO; insee_com; Code INSEE; Commune(s); Code commune; Communes; Commune "
     "d'intervention",
     ""},
    {"date_debut", FieldType::date, "", "", "Date de début",
     "Début; Du; Période; Calendrier; Date début; Début de l'action; Démarrage; Dates de réalisation; Période de "
     "réalisation; Date de démarrage",
     ""},
    {"date_fin", FieldType::date, "", "", "Date de fin", "Fin; Au; Date fin; Fin de l'action; Échéance; Fin prévue",
     ""},
    {"statut", FieldType::choice, "statut", "", "Statut de l'action",
     "Statut; Avis; Décision; État; État dossier; Suite donnée; Réalisation; État du dossier; Décision du comité; État "
     "de l'action",
     ""},
    {"recurrence", FieldType::choice, "recurrence", "", "Nature de la demande",
     "Nouvelle action (O/N); Reconduction; N/R; Pluriannualité; Nouveau / renouvellement; Type de demande; Récurrence",
     ""},
    {"cout_total", FieldType::euro, "", "", "Coût total",
     "Coût (total charges); Coût (Total des Charges); Budget total; Coût du projet; Total charges; Coût total de "
     "l'action; Budget de l'action; Coût de l'action; Coût total du projet; Budget prévisionnel; Coût prévisionnel; "
     "Total des charges; Budget",
     ""},
    {"total_produits", FieldType::euro, "", "", "Total des produits",
     "Total produits; Total des financements; Total financements; Total ressources; Total recettes", ""},
    {"demande_p147", FieldType::euro, "", "", "Subvention demandée (P147)",
     "Demandé; Montant demandé; Montant sollicité; Demande État; BOP 147 demandé; Subvention demandée; Montant demandé "
     "P147; P147 demandé; Subvention sollicitée; Demande P147; Montant sollicité P147; Subvention P147 demandée",
     ""},
    {"propose_p147", FieldType::euro, "", "", "Montant proposé",
     "Proposé; Montant proposé du dossier d'action; Proposition DDETS; P147 proposé; Montant proposé P147; Proposition",
     ""},
    {"accorde_p147", FieldType::euro, "", "", "Subvention accordée (P147)",
     "Accordé; Montant engagé; Mt engagé; Montant total attribué; Montant voté; Attribué; Notifié; Part État; État "
     "(CV); Subvention accordée; Montant accordé; P147 accordé; Montant attribué; Subvention P147; P147; BOP 147; "
     "Subvention attribuée; Montant notifié; Subvention accordée P147; Montant accordé P147; État P147; Crédits P147; "
     "Subvention État (P147); BOP 147 accordé",
     ""},
    {"paye_p147", FieldType::euro, "", "", "Montant payé",
     "Payé; EUR; Versé; Liquidé; CP; Montant versé; P147 payé; Subvention versée; Subvention payée", ""},
    {"realise", FieldType::euro, "", "", "Coût réalisé",
     "Coût réalisé (total charges); Réalisé; Dépenses réelles; Dépenses réalisées; Budget réalisé; Coût réel; Total "
     "réalisé",
     ""},
    {"benef_total", FieldType::count, "", "people", "Bénéficiaires (total)",
     "Bénéficiaires; Nb de bénéficiaires; Nombre de participants; Public touché; Effectif; Nb personnes; Total "
     "bénéficiaires; NB BENEF; Nb bénéf.; Nombre de bénéficiaires; Participants; Nombre de personnes; Nb pers.; Nb "
     "total bénéficiaires; Nb participants; Effectif total; Nombre de bénéficiaires total; Total public; Total "
     "participants; Nb de personnes accompagnées; Personnes accompagnées; Nb de bénéficiaires total; Public accueilli; "
     "Total bénéf.",
     "Taux de bénéficiaires"},
    {"benef_prevu", FieldType::count, "", "people", "Bénéficiaires prévus",
     "Objectif; Prévisionnel; Public visé; Nb prévu; Bénéficiaires attendus; Objectif public; Nombre prévu; Nb de "
     "bénéficiaires prévus; Public prévu; Effectif prévu; Prévu; Objectif (nb)",
     ""},
    {"benef_prevu_f", FieldType::count, "", "people", "Femmes prévues",
     "Femmes (prévu); Public prévu F; Prévu femmes; Objectif femmes", ""},
    {"benef_prevu_h", FieldType::count, "", "people", "Hommes prévus",
     "Hommes (prévu); Public prévu H; Prévu hommes; Objectif hommes", ""},
    {"benef_f", FieldType::count, "", "people", "Femmes",
     "F; Fem.; Filles; Féminin; dont femmes; Nb femmes; Nombre de femmes; Femme; Bénéficiaires femmes; Nombre "
     "licenciées femmes; Nb F; Nbre femmes",
     "% femmes; Taux de femmes; Part des femmes"},
    {"benef_h", FieldType::count, "", "people", "Hommes",
     "H; Hom.; Garçons; Masculin; M; dont hommes; Nb hommes; Nombre d'hommes; Homme; Bénéficiaires hommes; Nb H; Nbre "
     "hommes",
     "% hommes; Part des hommes"},
    {"benef_sexe_nc", FieldType::count, "", "people", "Sexe non connu",
     "Sexe NC; Autre (sexe); Non précisé; Non genré; Sexe non précisé; Genre non précisé; Sexe inconnu; Sexe non "
     "renseigné",
     ""},
    {"benef_qpv", FieldType::count, "", "people", "Dont habitants QPV",
     "dont QPV; Nb hab. QPV; Issus des quartiers; Habitants du quartier; Habitants QPV; Nb QPV; Bénéficiaires QPV; "
     "dont habitants des QPV; Public QPV; Résidents QPV; dont résidents QPV; Issus des QPV; Nb de bénéficiaires QPV; "
     "dont issus des QPV; Nb d'habitants QPV; Nombre d'habitants QPV",
     "% QPV; Taux QPV; Part QPV; Taux habitants des QPV"},
    {"benef_hors_qpv", FieldType::count, "", "people", "Hors QPV", "Bénéficiaires hors QPV; dont hors QPV; Nb hors QPV",
     ""},
    {"benef_poche", FieldType::count, "", "people", "Dont poches de pauvreté",
     "Poches de pauvreté; Habitants des poches; dont poches; Nb poches de pauvreté", ""},
    {"taux_qpv", FieldType::rate, "", "", "Taux d'habitants des QPV (déclaré)",
     "% QPV; Taux QPV; Part QPV; Taux habitants des QPV; Taux d'habitants QPV; Taux d'habitants des QPV; % habitants "
     "QPV",
     ""},
    {"mode_comptage", FieldType::choice, "mode_comptage", "", "Mode de comptage",
     "Comptage; Unité de compte; Type de comptage", ""},
    {"commentaire", FieldType::text, "", "", "Commentaire",
     "Observations; Commentaires; Remarques; Observation; Remarque; Bilan qualitatif; Précisions", ""},
};

constexpr Line emploi_fields[] = {
    {"axe_strategique", FieldType::choice, "axe_strategique", "", "Axe stratégique",
     "Axe; Objectif stratégique; Axe (GT emploi)", ""},
    {"type_offre", FieldType::text, "", "", "Type d'offre de services",
     "Typologie; Type d'offre; Type d'action; Offre de services; Typologie de l'offre", ""},
    {"dispositif_dc", FieldType::choice, "dispositif_emploi", "", "Dispositif de droit commun",
     "Dispositif emploi; Mesure; Dispositif mobilisé; Droit commun", ""},
    {"nb_entrees", FieldType::count, "", "people", "Entrées dans l'action",
     "Entrées; Nb inscrits; Démarrages; Nb intégrés; Nouveaux entrants; Nb entrées; Nombre d'entrées; Inscrits; "
     "Entrants; Nb d'entrées; Nb entrants; Intégrations",
     ""},
    {"nb_en_cours", FieldType::count, "", "people", "En cours au 31/12",
     "En cours; Présents; Présents au 31/12; Nb en cours; Toujours en parcours; En cours de parcours; Encore présents",
     ""},
    {"nb_sorties", FieldType::count, "", "people", "Sorties",
     "Nb de sortants; Nb sorties; Sortants; Nombre de sorties; Total sorties; Sorties totales; Nb de sorties; Sorties "
     "(total)",
     ""},
    {"nb_abandons", FieldType::count, "", "people", "Abandons",
     "Ruptures; Décrochages; Arrêts; Sorties anticipées; Nb abandons; Nombre d'abandons; Nb d'abandons; Abandons / "
     "ruptures",
     "% abandon; Taux d'abandon"},
    {"nb_emploi_durable", FieldType::count, "", "people", "Sorties en emploi durable",
     "Emploi durable; CDI; CDD +6 mois; CDD > 6 mois; Sorties emploi durable; CDI / CDD + 6 mois; CDI ou CDD de plus "
     "de 6 mois; Nb emploi durable; CDI, CDD > 6 mois; CDI + CDD > 6 mois; Emplois durables",
     ""},
    {"nb_emploi_transition", FieldType::count, "", "people", "Sorties en emploi de transition",
     "Emploi de transition; CDD -6 mois; CDD < 6 mois; Intérim; Contrat aidé; CDD - 6 mois / intérim; Emplois de "
     "transition; CDD de moins de 6 mois; Nb emploi de transition",
     ""},
    {"nb_sortie_positive", FieldType::count, "", "people", "Sorties positives",
     "Sortie positive; Autres sorties positives; Sorties positives (formation, SIAE); Sorties positives (hors emploi)",
     ""},
    {"nb_sorties_dynamiques", FieldType::count, "", "people", "Sorties dynamiques",
     "Total sorties dynamiques; Nb sorties dynamiques; Sorties dynamiques (total)", ""},
    {"nb_creation", FieldType::count, "", "people", "Création d'activité",
     "Création d'entreprise; Micro-entreprise; Créations; Création; dont création d'activité; Créations d'activité",
     ""},
    {"nb_formation", FieldType::count, "", "people", "Entrées en formation",
     "Formation; Formation qualifiante; Entrée en formation; Nb formation; Formations; Sorties formation; Sorties en "
     "formation",
     ""},
    {"nb_orientation", FieldType::count, "", "people", "Orientations vers une structure",
     "Orientations; Relais; Orientation; Nb orientations; Nb d'orientations", ""},
    {"structure_orientation", FieldType::choices, "structure_orientation", "", "Structure d'orientation",
     "Laquelle; Structure(s) d'orientation; Orientation vers (structure); Vers quelle structure; Structure de relais",
     ""},
    {"nb_autres_sorties", FieldType::count, "", "people", "Autres sorties",
     "Chômage; Autres; Sorties négatives; Autre sortie; Nb autres sorties; Sans emploi; Retour au chômage", ""},
    {"nb_suite_inconnue", FieldType::count, "", "people", "Suite inconnue",
     "Sans nouvelle; Sans nouvelles; Suite NC; Suites inconnues; Situation inconnue", ""},
    {"nb_neutralises", FieldType::count, "", "people", "Sorties neutralisées",
     "Neutralisées; Sorties neutres; Déménagement; Sorties neutralisées (déménagement, santé)", ""},
    {"nb_sorties_qpv", FieldType::count, "", "people", "Sorties d'habitants QPV",
     "Sorties QPV; dont sorties QPV; Sortants QPV", ""},
    {"nb_sorties_dynamiques_qpv", FieldType::count, "", "people", "Sorties dynamiques d'habitants QPV",
     "Sorties dynamiques QPV; dont sorties dynamiques QPV", ""},
    {"brsa", FieldType::count, "", "people", "Bénéficiaires du RSA",
     "BRSA; RSA; dont BRSA; Bénéficiaires RSA; Allocataires RSA; dont RSA", ""},
    {"deld", FieldType::count, "", "people", "Demandeurs d'emploi de longue durée",
     "DELD; dont DELD; Longue durée; DE longue durée", ""},
    {"th", FieldType::count, "", "people", "Travailleurs handicapés", "TH; RQTH; BOE; BOETH; dont TH; dont RQTH", ""},
    {"jeunes", FieldType::count, "", "people", "Jeunes", "dont jeunes; Nb jeunes", ""},
    {"seniors", FieldType::count, "", "people", "Seniors", "dont seniors; Nb seniors; Séniors", ""},
    {"duree_moy", FieldType::number, "", "", "Durée moyenne",
     "Durée du parcours; Nb d'heures; Durée accompagnement; Durée moyenne (mois); Durée moyenne du parcours", ""},
    {"satisfaction", FieldType::rate, "", "", "Satisfaction des bénéficiaires",
     "Taux de satisfaction; Satisfaction; % de satisfaction", ""},
    {"taux_abandon", FieldType::rate, "", "", "Taux d'abandon (déclaré)",
     "% abandon; Taux d'abandon; % d'abandon; % abandon de l'action", ""},
};

constexpr Line action_fields[] = {
    {"cotation_porteur", FieldType::choice, "cotation_bie", "", "Cotation déclarée par le porteur",
     "Auto-cotation; Score porteur; Cotation porteur", ""},
    {"cotation_instructeur", FieldType::choice, "cotation_bie", "", "Cotation de l'instructeur",
     "Cotation; Cotation BIE; Score BIE; Marqueur genre; Note égalité; BIE; ABI; G; Niveau égalité; Cotation "
     "instructeur; Cotation égalité",
     ""},
    {"cotation_finale", FieldType::choice, "cotation_bie", "", "Cotation retenue (comité)",
     "Cotation finale; Cotation comité; Cotation retenue", ""},
    {"cotation_bilan", FieldType::choice, "cotation_bie", "", "Cotation constatée au bilan",
     "Cotation ex post; Cotation bilan; Cotation au bilan", ""},
    {"justification", FieldType::text, "", "", "Justification",
     "Argumentaire; Commentaire égalité; Prise en compte de l'égalité F/H; Justification de la cotation", ""},
    {"type_action_fh", FieldType::choice, "type_action_fh", "", "Type d'action égalité",
     "Type d'action égalité F/H; Type action FH", ""},
    {"condition_ega", FieldType::choice, "condition_ega", "", "Éga-conditionnalité",
     "Condition; Réserve; Égaconditionnalité", ""},
    {"formation_porteur", FieldType::boolean, "", "", "Porteur sensibilisé ou formé au BIE",
     "Sensibilisé; Formé; Porteur formé; Porteur sensibilisé", ""},
    {"critere", FieldType::choices, "critere_lcd", "", "Critère(s) visé(s)",
     "Critère; Motif; Discrimination visée; Type de discrimination; Critères", ""},
    {"domaine", FieldType::choices, "domaine_lcd", "", "Domaine (LCD)", "Domaine LCD; Domaine de discrimination", ""},
    {"type_action", FieldType::choices, "type_action_lcd", "", "Type d'action LCD",
     "Nature de l'action; Type action LCD", ""},
    {"specificite", FieldType::choice, "specificite_lcd", "", "Caractère spécifique LCD",
     "Spécificité LCD; Spécificité", ""},
    {"public_lcd", FieldType::choice, "public_lcd", "", "Public (LCD)", "Public LCD", ""},
    {"nb_formes", FieldType::count, "", "people", "Nb de professionnels formés",
     "Nb agents formés; Professionnels formés", ""},
    {"duree_h", FieldType::number, "", "", "Durée (heures)", "Durée en heures; Nb d'heures de formation", ""},
    {"nb_situations", FieldType::count, "", "people", "Situations recueillies",
     "Nb de signalements; Saisines; Réclamations; Nb de situations", ""},
    {"nb_orientations", FieldType::count, "", "people", "Orientations (LCD)", "Orientations; Nb d'orientations", ""},
    {"suite", FieldType::choice, "suite_lcd", "", "Suite donnée (LCD)", "Suite LCD", ""},
    {"ptlcd", FieldType::boolean, "", "", "Rattachement au PTLCD", "PTLCD; Inscrit au PTLCD", ""},
};

constexpr TermLine terms[] = {
    {"financeur", "p147", "État P147 (politique de la ville)",
     "P147; BOP 147; Etat P147; Etat CV; Etat-ANCT; ANCT; politique de la ville; programme 147; Etat (CV); crédits "
     "politique de la ville; contrat de ville; État"},
    {"financeur", "etat_autre", "État hors P147",
     "Autres Etat; Etat hors 147; DRAC; ARS; BOP 104; BOP 163; MILDECA; FIPD; Etat autre; autres services de l'État; "
     "État hors P147; DRAJES; DILCRAH"},
    {"financeur", "region", "Région", "conseil régional; région"},
    {"financeur", "departement", "Département", "CD; conseil départemental; conseil général"},
    {"financeur", "epci", "EPCI",
     "agglo; agglomération; métropole; communauté d'agglomération; communauté urbaine; CA; intercommunalité"},
    {"financeur", "commune", "Commune", "ville; communes; commune(s); mairie"},
    {"financeur", "caf", "CAF", "caisse d'allocations familiales"},
    {"financeur", "bailleurs", "Bailleurs", "bailleur; TFPB; bailleurs sociaux; bailleur social"},
    {"financeur", "cdc", "Banque des territoires", "CDC; caisse des dépôts"},
    {"financeur", "france_travail", "France Travail", "pôle emploi"},
    {"financeur", "europe", "Europe", "FSE; FEDER; FSE+; fonds européens; union européenne"},
    {"financeur", "prive", "Fondations et privé", "fondations; privé; mécénat; fondation; entreprises; fonds privés"},
    {"financeur", "usagers", "Usagers", "participation; participation des usagers; usager"},
    {"financeur", "autofinancement", "Autofinancement", "fonds propres; autofinancement"},
    {"financeur", "asp", "ASP et emplois aidés", "ASP; emplois aidés; CNASEA"},
    {"financeur", "valorisation", "Bénévolat et valorisation", "bénévolat; valorisation; contributions volontaires"},
    {"financeur", "autre", "Autres", "autres; autre; divers"},
    {"pilier", "cohesion_sociale", "Cohésion sociale",
     "pilier cohésion sociale; cohésion; axe cohésion sociale; volet cohésion sociale"},
    {"pilier", "cadre_de_vie", "Renouvellement urbain et cadre de vie",
     "cadre de vie; cadre de vie et renouvellement urbain; renouvellement urbain; pilier cadre de vie; cadre de vie - "
     "renouvellement urbain; cadre de vie et rénovation urbaine"},
    {"pilier", "emploi", "Développement économique et emploi",
     "emploi; développement économique; emploi et développement économique; pilier emploi; développement de l'activité "
     "économique et de l'emploi; emploi et insertion; emploi - insertion; emploi insertion; développement économique "
     "emploi; insertion professionnelle; développement économique et l'emploi; emploi / développement économique; "
     "développement économique, emploi"},
    {"pilier", "valeurs", "Valeurs de la République et citoyenneté",
     "valeurs; valeurs de la république; citoyenneté; laïcité, valeurs de la république et lutte contre les "
     "discriminations; valeurs de la république et de la citoyenneté"},
    {"pilier", "transversal", "Transversal", "axe transversal; axes transversaux; transverse; transversalité"},
    {"pilier", "ingenierie", "Ingénierie et pilotage",
     "ingénierie; pilotage; équipe projet; pilotage et ingénierie; ingénierie et pilotage du contrat"},
    {"pilier", "autre", "Autre", "autres"},
    {"axe_strategique", "1",
     "Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / chercheurs d'emploi",
     "axe 1; axe 1 - accès à l'emploi; accès à l'emploi; 1 - accès à l'emploi"},
    {"axe_strategique", "2", "Faciliter et accompagner la construction des parcours professionnels des habitants",
     "axe 2; parcours professionnels; axe 2 - parcours professionnels; 2 - parcours professionnels"},
    {"axe_strategique", "3", "Favoriser le développement économique des quartiers",
     "axe 3; développement économique des quartiers; axe 3 - développement économique; développement économique; 3 - "
     "développement économique"},
    {"cotation_bie", "G0", "G0 : égalité non prise en compte", "0; score 0; G 0; G-0; non ciblé; cotation 0; niveau 0"},
    {"cotation_bie", "G1", "G1 : égalité objectif secondaire",
     "1; score 1; G 1; G-1; significatif; secondaire; objectif secondaire; cotation 1; niveau 1"},
    {"cotation_bie", "G2", "G2 : égalité objectif principal",
     "2; score 2; G 2; G-2; principal; objectif principal; cotation 2; niveau 2"},
    {"cotation_bie", "non_cote", "non coté", "non coté; non cotée; non cote; pas de cotation; à coter"},
    {"statut", "déposée", "déposée", "déposé; dépôt"},
    {"statut", "recevable", "recevable", ""},
    {"statut", "retenue", "retenue",
     "retenu; accordée; accordé; acceptée; accepté; favorable; avis favorable; validée; validé; financée; financé; "
     "programmée; oui"},
    {"statut", "ajournée", "ajournée", "ajourné"},
    {"statut", "refusée", "refusée",
     "refusé; refus; rejetée; rejeté; défavorable; avis défavorable; non retenue; non retenu; non"},
    {"statut", "abandonnée", "abandonnée", "abandonné; abandon; désistement"},
    {"statut", "réalisée", "réalisée", "réalisé; terminée; terminé; faite; achevée"},
    {"statut", "partiellement réalisée", "partiellement réalisée",
     "partiellement réalisé; réalisée partiellement; partielle; réalisée en partie; partiellement"},
    {"statut", "reportée", "reportée", "reporté; report"},
    {"statut", "annulée", "annulée", "annulé; annulation"},
    {"territoire", "tous", "Tous les quartiers",
     "tous QPV; tous les QPV; l'ensemble des quartiers; ensemble des quartiers; tous les quartiers; tous quartiers; "
     "territoire métropolitain; ensemble des QPV; toutes les QPV; tous les quartiers prioritaires"},
};

std::vector<std::string> list(std::string_view text)
{
    std::vector<std::string> parts;
    for (const std::string_view part : base::split(text, ';'))
        if (!base::trim(part).empty()) parts.emplace_back(base::trim(part));
    return parts;
}

/// As in the domain's own data: women are a part of the beneficiaries, those foreseen a part of those foreseen.
std::string parent_of(std::string_view id)
{
    if (id.starts_with("benef_prevu_")) return "benef_prevu";
    return id.starts_with("benef_") && id != "benef_total" && id != "benef_prevu" ? "benef_total" : std::string();
}

template <std::size_t Size>
void put(std::vector<data::Field>& fields, const Line (&lines)[Size])
{
    for (const Line& line : lines) {
        data::Field field;
        field.id = line.id;
        field.parent = parent_of(line.id);
        field.type = line.type;
        const bool is_code = line.type == FieldType::code;
        (is_code ? field.code_kind : field.vocabulary) = line.values;
        field.required = line.flags.find("required") != std::string_view::npos;
        field.people = line.flags.find("people") != std::string_view::npos;
        field.label = {std::string(line.label), std::string(line.label)};
        field.headers = list(line.headers);
        field.not_headers = list(line.not_headers);
        fields.push_back(std::move(field));
    }
}

data::FieldFamily family(std::string prefix, std::string reader, std::string label, FieldType type)
{
    data::FieldFamily made;
    made.prefix = std::move(prefix);
    made.reader = std::move(reader);
    made.label = {label, label};
    made.type = type;
    made.people = type == FieldType::count;
    return made;
}

data::Domain make()
{
    data::Domain domain;
    auto action = std::make_shared<data::Schema>();
    action->id = "action";
    action->label = {"Actions du contrat de ville", "Actions of the contract"};
    action->hints = {"programmation", "actions", "contrat de ville", "subventions", "financeurs"};
    put(action->fields, common_fields);
    put(action->fields, action_fields);
    action->families = {family("fin_", "funder", "Financement", FieldType::euro),
                        family("age_", "age_band", "Tranche d'âge", FieldType::count),
                        family("crit_", "suffix", "Critère de la grille", FieldType::choice)};
    auto emploi = std::make_shared<data::Schema>();
    emploi->id = "emploi";
    emploi->label = {"Actions du pilier emploi", "Employment actions"};
    emploi->hints = {"emploi", "insertion", "sorties", "parcours"};
    put(emploi->fields, common_fields);
    put(emploi->fields, emploi_fields);
    emploi->families = {family("age_", "age_band", "Tranche d'âge", FieldType::count),
                        family("niv_", "level", "Niveau de qualification", FieldType::count)};
    domain.schemas = {action, emploi};
    std::shared_ptr<data::Vocabulary> vocabulary;
    for (const TermLine& line : terms) {
        if (!vocabulary || vocabulary->id != line.vocabulary) {
            vocabulary = std::make_shared<data::Vocabulary>();
            vocabulary->id = line.vocabulary;
            vocabulary->open = line.vocabulary == "pilier" || line.vocabulary == "territoire";
            domain.vocabularies.push_back(vocabulary);
        }
        vocabulary->terms.push_back(
            {std::string(line.id), {std::string(line.label), std::string(line.label)}, list(line.spellings), {}});
    }
    return domain;
}

} // namespace

const data::Domain& domain()
{
    static const data::Domain made = make();
    return made;
}

} // namespace bilan::intake::test
