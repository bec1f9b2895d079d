-- SPDX-License-Identifier: MPL-2.0
-- The layout of the annual return: its sheets in order, their lines, the cells that the officer fills. No official
-- template is public and every region has its own: put a copy of this file into the folder `bilan/` of the campaign and
-- change it there; the program then takes that one. Source: domain dossier 5.
--
-- A sheet is one of
--   lines:   { label, unit, measure = function(f, bilan) … end } or { label, unit, param = "name of a parameter" }
--            or { label, unit, ratio = { line above the bar, line below }, goal = rate, goal_label = words }
--            or { label, unit = "rate", share = { amount, condition } }: what goes to the rows where the condition is true
--   groups:  rows by a field, with measures of the table `measures` below, in the order of `columns`; `chart` draws one of
--            them, under `chart_title`; `one` is what a line is, `name` when left out;
--            `of_all_received`: refused requests too; `of_several`: no table of one group alone. `departement_lu` is read in codes
--            (scripts/bilan/departments.lua)
--   bands:   the fields of a prefix (`age_`), as partners cut them
--   to_fill: lines with an empty cell
-- Sheets with the same `page` (of `pages` below) share a sheet of the workbook, one under the other: a rubric of a few
-- lines alone leaves a printed page empty. A region that wants each rubric on its own sheet takes `page` out.
local bilan = require "bilan"
local residents = require "bilan.residents"
local conseils = require "bilan.conseils"
local score = require "bilan.score"
local sexes = require "bilan.sexes"
local f = bilan.field

local function scored(wanted) return score.final(f, bilan):eq(wanted) end
local not_told = bilan.no(score.final(f, bilan):known())

local trame = {}

--- What columns of `groups` and lines are made of. `porteur_cle` is the holder (scripts/bilan/holders.lua). An amount of several
--- years is that of the exercise only.
trame.measures = {
  actions = { label = { fr = "Actions", en = "Actions" }, unit = "integer", is_count = true, measure = bilan.count() },
  porteurs = { label = { fr = "Porteurs", en = "Holders" }, unit = "integer", adds_up = false, is_count = true,
    measure = bilan.count_distinct(f.porteur_cle) },
  demande = { label = { fr = "Demandé P147 (€)", en = "Asked P147 (€)" }, unit = "euro",
    measure = bilan.sum(f.demande_p147) },
  propose = { label = { fr = "Programmé (proposé, €)", en = "Programmed (proposed, €)" }, unit = "euro",
    measure = bilan.sum(f.propose_p147) },
  accorde = { label = { fr = "Accordé P147 (€)", en = "Awarded P147 (€)" }, unit = "euro",
    measure = bilan.sum(f.accorde_p147) },
  paye = { label = { fr = "Payé (€)", en = "Paid (€)" }, unit = "euro", measure = bilan.sum(f.paye_p147) },
  benef = { label = { fr = "Bénéficiaires cumulés", en = "Beneficiaries, added up" }, unit = "integer",
    measure = bilan.sum(f.benef_total) },
  femmes = { label = { fr = "Femmes", en = "Women" }, unit = "integer", measure = bilan.sum(f.benef_f) },
  hommes = { label = { fr = "Hommes", en = "Men" }, unit = "integer", measure = bilan.sum(f.benef_h) },
  qpv = { label = { fr = "Habitants des QPV", en = "QPV residents" }, unit = "integer", measure = bilan.sum(f.benef_qpv) },
}

--- What is compared with the year before.
trame.compared = { "actions", "porteurs", "accorde", "paye", "benef", "femmes", "hommes", "qpv" }

--- The sheets that several rubrics share.
trame.pages = {
  credits = { fr = "Enveloppe et parts", en = "Envelope and shares" },
  schemes = { fr = "Dispositifs et suites", en = "Schemes and outcomes" },
  people = { fr = "Publics et conseils", en = "People and councils" },
}

trame.sheets = {
  { id = "enveloppe", page = "credits", name = { fr = "Enveloppe", en = "Envelope" },
    title = { fr = "Enveloppe P147 : de la notification au paiement", en = "P147 envelope: from notification to payment" },
    lines = {
      { id = "notifie", label = { fr = "Notifié", en = "Notified" }, unit = "euro", param = "enveloppe_notifiee" },
      { id = "programme", label = { fr = "Programmé (proposé aux actions)", en = "Programmed (proposed to actions)" },
        unit = "euro", measure = trame.measures.propose.measure },
      { id = "accorde", label = { fr = "Accordé aux actions", en = "Awarded to actions" }, unit = "euro",
        measure = trame.measures.accorde.measure },
      { id = "engage", label = { fr = "Engagé", en = "Committed" }, unit = "euro", param = "montant_engage" },
      { id = "paye", label = { fr = "Payé", en = "Paid" }, unit = "euro", measure = trame.measures.paye.measure },
      { id = "taux_accord", label = { fr = "Accordé / notifié", en = "Awarded / notified" }, unit = "rate",
        ratio = { "accorde", "notifie" } },
      { id = "taux_paiement", label = { fr = "Payé / accordé", en = "Paid / awarded" }, unit = "rate",
        measure = bilan.ratio(f.paye_p147, f.accorde_p147) },
    } },
  { id = "objectifs", page = "credits", name = { fr = "Emploi et pluriannuel", en = "Employment, multi-year" },
    title = { fr = "Part de l'emploi et part des conventions pluriannuelles", en = "Employment share and multi-year share" },
    notes = { { fr = "L'objectif de 20 % (emploi) est cité par la synthèse régionale 2016-2022, sans que le texte qui le fonde ait été retrouvé ; celui de 50 % (conventions pluriannuelles, à partir de 2024) par la circulaire du 31 août 2023. Aucun mode de calcul officiel n'est publié. Variante retenue : montants accordés aux actions, l'emploi étant le pilier « développement économique et emploi ».",
      en = "The objective of 20 % (employment) is quoted by the regional synthesis 2016-2022, its founding text not being found; that of 50 % (multi-year agreements, from 2024) by the circular of 31 August 2023. No official rule is published. Variant used: amounts awarded to actions, employment being the pillar of that name." } },
    lines = {
      { id = "emploi", label = { fr = "Accordé aux actions du pilier emploi", en = "Awarded to the employment pillar" },
        unit = "euro", measure = bilan.sum(f.accorde_p147, { where = f.pilier:eq "emploi" }) },
      { id = "part_emploi", label = { fr = "Part de l'emploi dans les montants accordés", en = "Employment share of awards" },
        unit = "rate", goal = 0.20, share = { f.accorde_p147, f.pilier:eq "emploi" } },
      { id = "pluriannuel", label = { fr = "Accordé en convention pluriannuelle", en = "Awarded as multi-year agreement" },
        unit = "euro", measure = bilan.sum(f.accorde_p147, { where = f.recurrence:eq "CPO (pluriannuelle)" }) },
      { id = "part_pluriannuel", label = { fr = "Part du pluriannuel dans les montants accordés",
        en = "Multi-year share of awards" }, unit = "rate", goal = 0.50,
        share = { f.accorde_p147, f.recurrence:eq "CPO (pluriannuelle)" } },
    } },
  { id = "piliers", name = { fr = "Piliers", en = "Pillars" }, one = { fr = "Pilier", en = "Pillar" }, vocabulary = "pilier",
    title = { fr = "Actions et crédits par pilier", en = "Actions and credits by pillar" },
    groups = "pilier", columns = { "actions", "porteurs", "accorde", "paye", "benef" }, chart = "accorde", on_first_page = true,
    chart_title = { fr = "Crédits P147 accordés par pilier (€)", en = "P147 credits awarded by pillar (€)" } },
  { id = "dispositifs", page = "schemes", name = { fr = "Dispositifs", en = "Schemes" }, one = { fr = "Dispositif", en = "Scheme" }, vocabulary = "dispositif",
    title = { fr = "Actions et crédits par dispositif (adultes-relais, FONJEP, VVV, PRE…)", en = "Actions and credits by scheme" },
    groups = "dispositif", columns = { "actions", "porteurs", "accorde", "paye" }, chart = "accorde",
    chart_title = { fr = "Crédits P147 accordés par dispositif (€)", en = "P147 credits awarded by scheme (€)" } },
  { id = "suites", page = "schemes", name = { fr = "Suites données", en = "What became of requests" },
    one = { fr = "Statut", en = "Status" }, vocabulary = "statut", of_all_received = true,
    title = { fr = "Suites données aux demandes", en = "What became of requests" },
    base = { fr = "Toutes les demandes reçues. Les autres feuilles ne comptent que la programmation : ni demande non retenue, ni demande sans décision, sauf montant accordé ou payé.",
      en = "All requests received. The other sheets count the programming only: no request that was not selected or waits for its decision, unless an amount was awarded or paid." },
    groups = "statut", columns = { "actions", "porteurs", "demande", "accorde" } },
  { id = "contrats", name = { fr = "Contrats", en = "Contracts" }, one = { fr = "Contrat", en = "Contract" },
    title = { fr = "Actions, crédits et publics par contrat de ville", en = "Actions, credits and people by contract" },
    groups = "contrat", columns = { "actions", "porteurs", "accorde", "paye", "benef", "femmes", "hommes", "qpv" },
    chart = "accorde", on_first_page = true,
    chart_title = { fr = "Crédits P147 accordés par contrat de ville (€)", en = "P147 credits awarded by contract (€)" } },
  { id = "departements", name = { fr = "Départements", en = "Departments" }, one = { fr = "Département", en = "Department" },
    title = { fr = "Actions, crédits et publics par département", en = "Actions, credits and people by department" },
    base = { fr = "Département lu dans les codes des QPV et des communes ; sans code, celui des autres actions du même contrat.",
      en = "Department read in the codes of quarters and municipalities; without a code, that of the other actions of the contract." },
    groups = "departement_lu", of_several = true,
    columns = { "actions", "porteurs", "accorde", "paye", "benef", "femmes", "hommes", "qpv" }, chart = "accorde",
    chart_title = { fr = "Crédits P147 accordés par département (€)", en = "P147 credits awarded by department (€)" } },
  { id = "bie", name = { fr = "Cotation BIE", en = "Gender marker" },
    title = { fr = "Actions et crédits par cotation BIE", en = "Actions and credits by gender marker" },
    notes = { { fr = "La cotation est qualitative : un montant G1 compte en entier. « Non coté » n'est jamais G0 ; une cellule vide n'est pas « non coté ».",
      en = "The marker is qualitative: a G1 amount counts whole. \"Not scored\" is never G0; an empty cell is not \"not scored\"." } },
    lines = {
      { id = "g2", label = { fr = "G2 : actions", en = "G2: actions" }, unit = "integer", measure = bilan.count(scored "G2") },
      { id = "g1", label = { fr = "G1 : actions", en = "G1: actions" }, unit = "integer", measure = bilan.count(scored "G1") },
      { id = "g0", label = { fr = "G0 : actions", en = "G0: actions" }, unit = "integer", measure = bilan.count(scored "G0") },
      { id = "sans", label = { fr = "Non cotées : actions", en = "Not scored: actions" }, unit = "integer",
        measure = bilan.count(scored "non_cote") },
      { id = "tu", label = { fr = "Cotation non renseignée : actions", en = "Score not given: actions" }, unit = "integer",
        measure = bilan.count(not_told) },
      { id = "g2_montant", label = { fr = "G2 : montants accordés", en = "G2: awarded" }, unit = "euro",
        measure = bilan.sum(f.accorde_p147, { where = scored "G2" }) },
      { id = "g1_montant", label = { fr = "G1 : montants accordés", en = "G1: awarded" }, unit = "euro",
        measure = bilan.sum(f.accorde_p147, { where = scored "G1" }) },
      { id = "g0_montant", label = { fr = "G0 : montants accordés", en = "G0: awarded" }, unit = "euro",
        measure = bilan.sum(f.accorde_p147, { where = scored "G0" }) },
      { id = "sans_montant", label = { fr = "Non cotées : montants accordés", en = "Not scored: awarded" }, unit = "euro",
        measure = bilan.sum(f.accorde_p147, { where = scored "non_cote" }) },
      { id = "tu_montant", label = { fr = "Cotation non renseignée : montants accordés", en = "Score not given: awarded" },
        unit = "euro", measure = bilan.sum(f.accorde_p147, { where = not_told }) },
    } },
  { id = "publics", page = "people", name = { fr = "Publics", en = "People" },
    title = { fr = "Bénéficiaires cumulés : sexe et résidence", en = "Beneficiaries, added up: sex and residence" },
    base = { fr = "Bénéficiaires cumulés : une personne peut être comptée dans plusieurs actions.",
      en = "Added up over actions: a person may be counted several times." },
    lines = {
      { id = "benef", label = { fr = "Bénéficiaires", en = "Beneficiaries" }, unit = "integer", measure = trame.measures.benef.measure },
      { id = "femmes", label = { fr = "Femmes", en = "Women" }, unit = "integer", measure = trame.measures.femmes.measure },
      { id = "hommes", label = { fr = "Hommes", en = "Men" }, unit = "integer", measure = trame.measures.hommes.measure },
      { id = "part_femmes", label = { fr = "Part des femmes (sexe connu)", en = "Share of women (sex known)" }, unit = "rate",
        measure = sexes.share_of_women(f, bilan) },
      { id = "qpv", label = { fr = "Habitants des QPV", en = "QPV residents" }, unit = "integer", measure = trame.measures.qpv.measure },
      { id = "part_qpv", label = { fr = "Part des habitants des QPV", en = "Share of QPV residents" }, unit = "rate",
        measure = residents.share(f, bilan) },
    } },
  { id = "ages", page = "people", name = { fr = "Âges", en = "Ages" }, bands = "age_",
    title = { fr = "Bénéficiaires cumulés par tranche d'âge", en = "Beneficiaries, added up, by age band" },
    base = { fr = "Bénéficiaires cumulés ; tranches telles que les porteurs les donnent, jamais recoupées.",
      en = "Added up over actions; bands as holders give them, never split." } },
  { id = "conseils", page = "people", name = { fr = "Conseils citoyens", en = "Citizens' councils" }, dataset = "conseil",
    title = { fr = "Conseils citoyens", en = "Citizens' councils" },
    lines = {
      { id = "nombre", label = { fr = "Conseils décrits", en = "Councils described" }, unit = "integer", measure = bilan.count() },
      { id = "en_place", label = { fr = "dont en place (installés, non dissous)", en = "of which in place (set up, not dissolved)" },
        unit = "integer", measure = bilan.count(conseils.is_in_place()) },
      { id = "actifs", label = { fr = "dont actifs", en = "of which alive" }, unit = "integer",
        measure = bilan.count(conseils.is_alive(f, bilan)) },
      { id = "membres", label = { fr = "Membres", en = "Members" }, unit = "integer", measure = bilan.sum(f.nb_membres) },
    } },
  { id = "commentaires", name = { fr = "Commentaires", en = "Comments" },
    title = { fr = "Anomalies et commentaires de la DDETS (à compléter)", en = "Anomalies and comments (to be filled in)" },
    base = { fr = "Les constats relevés par les contrôles sont dans la feuille Contrôles.",
      en = "What the controls found is in the sheet Controls." },
    to_fill = {
      { fr = "Faits marquants de l'exercice", en = "What marked the year" },
      { fr = "Écarts entre notifié, accordé et payé", en = "Gaps between notified, awarded and paid" },
      { fr = "Anomalies expliquées ou en cours de correction", en = "Anomalies explained or being corrected" },
      { fr = "Points d'attention pour l'exercice suivant", en = "Points for the next year" },
    } },
}

return trame
