-- SPDX-License-Identifier: MPL-2.0
-- One action of a programming or of its bilan, with its funders, its gender marker (BIE) and its anti-discrimination
-- fields (LCD). Source: domain dossier 2.3, 3.1.3, 3.2.3, 7.4.
local bilan = require "bilan"
local f = bilan.field
local missing = { "vide", "nc", "nd", "nsp", "err" }
local ask = { fr = "Vérifier ces valeurs avec le partenaire.", en = "Check these values with the partner." }
local examiner = { fr = "À voir avec l'instructeur.", en = "To be settled with the examiner." }

--- A criterion of a grid that scores equality, as one column.
local function criterion(id, fr, en, headers)
  return { id = "crit_" .. id, type = "choice", vocabulary = "crit", label = { fr = fr, en = en },
    headers = headers }
end

--- True where the score of the committee, else of the examiner, is one of these.
local function scored(scores)
  return bilan.any { f.cotation_finale:one_of(scores),
    bilan.all { bilan.no(f.cotation_finale:known()), f.cotation_instructeur:one_of(scores) } }
end

--- A rule that must not be true.
local function never(id, severity, expression, fr, en, action)
  return { id = id, severity = severity, kind = "condition", expression = expression, label = { fr = fr, en = en },
    action = action }
end

--- The criterion of the grid is answered with one of these; an open or absent one is not.
local function answered(id, answers)
  return bilan.all { f["crit_" .. id]:known(), f["crit_" .. id]:one_of(answers) }
end

local criteria = { "diagnostic", "objectif", "donnees_sexuees", "sexe_sous_represente", "conditions", "communication",
  "roles", "equipe", "partenariat", "indicateurs" }
local some_no, some_yes = {}, {}
for _, id in ipairs(criteria) do
  some_no[#some_no + 1] = answered(id, { "non" })
  some_yes[#some_yes + 1] = answered(id, { "oui", "partiel" })
end

local lcd = { "spécifique LCD", "volet LCD d'une action" }

return {
  id = "action",
  label = { fr = "Actions du contrat de ville", en = "Actions of the contract" },
  hints = { "programmation", "actions", "bilan", "contrat de ville", "subventions", "financeurs" },
  include = { "commun", "lieu.contrat" },
  fields = {
    { id = "cotation_porteur", type = "choice", vocabulary = "cotation_bie",
      label = { fr = "Cotation déclarée par le porteur", en = "Marker as declared by the holder" },
      headers = { "Auto-cotation", "Score porteur", "Cotation porteur", "Cotation du porteur", "Autocotation",
        "Cotation BIE porteur", "Porteur / Cotation" } },
    { id = "cotation_instructeur", type = "choice", vocabulary = "cotation_bie",
      label = { fr = "Cotation de l'instructeur", en = "Marker of the examiner" },
      headers = { "Cotation", "Cotation BIE", "Score BIE", "Marqueur genre", "Note égalité", "BIE", "ABI", "G",
        "Niveau égalité", "Cotation instructeur", "Cotation égalité", "Cotation égalité F/H", "Cotation DDETS",
        "Cotation BIE instructeur", "Score égalité", "Marqueur égalité", "Cotation G0/G1/G2", "Score G",
        "Instructeur / Cotation", "Cotation du service instructeur", "Score" } },
    { id = "cotation_finale", type = "choice", vocabulary = "cotation_bie",
      label = { fr = "Cotation retenue (comité)", en = "Marker kept by the committee" },
      headers = { "Cotation finale", "Cotation comité", "Cotation retenue", "Cotation comité des financeurs",
        "Cotation BIE finale", "Cotation du comité", "Score final", "Comité / Cotation" } },
    { id = "cotation_bilan", type = "choice", vocabulary = "cotation_bie",
      label = { fr = "Cotation constatée au bilan", en = "Marker found at the end" },
      headers = { "Cotation ex post", "Cotation bilan", "Cotation au bilan", "Cotation BIE bilan", "Bilan / Cotation",
        "Cotation constatée" } },
    { id = "justification", type = "text", label = { fr = "Justification", en = "Justification" },
      headers = { "Argumentaire", "Commentaire égalité", "Prise en compte de l'égalité F/H",
        "Justification de la cotation", "Prise en compte de l'égalité", "Argumentaire égalité",
        "Justification BIE", "Motivation de la cotation" } },
    { id = "type_action_fh", type = "choice", vocabulary = "type_action_fh",
      label = { fr = "Type d'action égalité", en = "Kind of equality action" },
      headers = { "Type d'action égalité F/H", "Type action FH", "Type d'action F/H", "Type d'action égalité femmes-hommes",
        "Type d'action EFH", "Nature de l'action égalité", "Type d'action BIE" } },
    { id = "condition_ega", type = "choice", vocabulary = "condition_ega",
      label = { fr = "Éga-conditionnalité", en = "Equality condition" },
      headers = { "Condition", "Réserve", "Égaconditionnalité", "Éga-condition", "Conditions égalité",
        "Ega-conditionnalité (O/N)", "Condition égalité" } },
    { id = "formation_porteur", type = "boolean",
      label = { fr = "Porteur sensibilisé ou formé au BIE", en = "Holder trained" },
      headers = { "Sensibilisé", "Formé", "Porteur formé", "Porteur sensibilisé", "Porteur sensibilisé au BIE",
        "Porteur formé au BIE", "Formation BIE", "Sensibilisation BIE", "Formation du porteur",
        "Porteur sensibilisé/formé" } },
    { id = "critere", type = "choices", vocabulary = "critere_lcd",
      label = { fr = "Critère(s) visé(s)", en = "Criteria" },
      headers = { "Critère", "Motif", "Discrimination visée", "Type de discrimination", "Critères", "Critère LCD",
        "Critères LCD", "Critère de discrimination", "Critère(s) de discrimination", "Motif de discrimination",
        "Critères visés", "Discriminations visées" } },
    { id = "domaine", type = "choices", vocabulary = "domaine_lcd",
      label = { fr = "Domaine (LCD)", en = "Domain" },
      headers = { "Domaine LCD", "Domaine de discrimination", "Domaines LCD", "Domaine(s)", "LCD / Domaine",
        "Domaine d'intervention LCD", "Domaines de discrimination" } },
    { id = "type_action", type = "choices", vocabulary = "type_action_lcd",
      label = { fr = "Type d'action LCD", en = "Kind of action" },
      headers = { "Nature de l'action", "Type action LCD", "Types d'action LCD", "Nature de l'action LCD",
        "LCD / Type d'action", "Type d'actions LCD" } },
    { id = "specificite", type = "choice", vocabulary = "specificite_lcd",
      label = { fr = "Caractère spécifique LCD", en = "Specificity" }, headers = { "Spécificité LCD", "Spécificité", "Caractère spécifique", "Action spécifique LCD", "Spécifique LCD",
        "LCD / Spécificité" } },
    { id = "public_lcd", type = "choice", vocabulary = "public_lcd",
      label = { fr = "Public (LCD)", en = "Public" }, headers = { "Public LCD", "Public visé LCD", "LCD / Public", "Public visé (LCD)" } },
    { id = "nb_formes", type = "count", people = true,
      label = { fr = "Nb de professionnels formés", en = "Professionals trained" },
      headers = { "Nb agents formés", "Professionnels formés", "Nb professionnels formés", "Agents formés",
        "Nombre de professionnels formés", "Nb formés" } },
    { id = "duree_h", type = "number", label = { fr = "Durée (heures)", en = "Duration (hours)" },
      headers = { "Durée en heures", "Nb d'heures de formation", "Durée (h)", "Durée h", "Heures de formation",
        "Durée de la formation (h)" } },
    { id = "nb_situations", type = "count", people = true,
      label = { fr = "Situations recueillies", en = "Situations" },
      headers = { "Nb de signalements", "Saisines", "Réclamations", "Nb de situations", "Nb situations recueillies",
        "Signalements", "Situations", "Nb de situations recueillies", "Nombre de situations", "Nb de saisines" } },
    { id = "nb_orientations", type = "count", people = true,
      label = { fr = "Orientations (LCD)", en = "Referrals" }, headers = { "Orientations", "Nb d'orientations", "Nb orientations", "Orientations (DDD, avocat, association)",
        "Nombre d'orientations" } },
    { id = "suite", type = "choice", vocabulary = "suite_lcd",
      label = { fr = "Suite donnée (LCD)", en = "What followed" }, headers = { "Suite LCD", "Suites données", "LCD / Suite donnée", "Suite de la situation" } },
    { id = "ptlcd", type = "boolean", label = { fr = "Rattachement au PTLCD", en = "Part of the PTLCD" },
      headers = { "PTLCD", "Inscrit au PTLCD", "PTLCD (O/N)", "Rattaché au PTLCD", "Action du PTLCD" } },
    { id = "formation_lcd", type = "boolean",
      label = { fr = "Porteur formé à la lutte contre les discriminations", en = "Holder trained against discrimination" },
      headers = { "Porteur formé LCD", "Porteur formé à la LCD", "Formé LCD", "Formation LCD", "Porteur sensibilisé LCD",
        "Porteur sensibilisé à la LCD", "Sensibilisation LCD" } },
    { id = "etat_ptlcd", type = "choice", vocabulary = "etat_ptlcd",
      label = { fr = "État du PTLCD", en = "State of the territorial plan" },
      headers = { "État PTLCD", "Avancement du PTLCD", "Situation du PTLCD" } },
    { id = "charges_86", type = "euro",
      label = { fr = "Contributions volontaires : charges (86)", en = "Contributions in kind: charges (86)" },
      headers = { "Compte 86", "86 - Emplois des contributions volontaires", "Charges 86",
        "Emplois des contributions volontaires", "Contributions volontaires (86)" } },
    { id = "produits_87", type = "euro",
      label = { fr = "Contributions volontaires : produits (87)", en = "Contributions in kind: income (87)" },
      headers = { "Compte 87", "87 - Contributions volontaires en nature", "Produits 87",
        "Contributions volontaires en nature", "Contributions volontaires (87)" } },
    criterion("diagnostic", "Diagnostic sexué de la situation", "Diagnosis by sex",
      { "Diagnostic sexué", "Critère diagnostic", "Diagnostic par sexe" }),
    criterion("objectif", "Objectif d'égalité énoncé", "Stated objective of equality",
      { "Objectif d'égalité", "Critère objectif", "Objectif égalité" }),
    criterion("donnees_sexuees", "Données sexuées prévues et fournies", "Data by sex",
      { "Données sexuées", "Critère données sexuées" }),
    criterion("sexe_sous_represente", "Mesures vers le sexe sous-représenté", "Reaching the under-represented sex",
      { "Sexe sous-représenté", "Mesures pour le sexe sous-représenté", "Critère sexe sous-représenté" }),
    criterion("conditions", "Horaires, lieu, garde d'enfants", "Hours, place, child care",
      { "Horaires / lieu / garde d'enfants", "Critère conditions d'accueil", "Horaires et garde d'enfants" }),
    criterion("communication", "Communication sans stéréotypes", "Communication without stereotypes",
      { "Critère communication", "Communication non stéréotypée" }),
    criterion("roles", "Partage des tâches et des rôles", "Sharing of tasks and roles",
      { "Partage des tâches", "Critère partage des rôles", "Partage des rôles" }),
    criterion("equipe", "Équipe mixte et formée", "Mixed and trained team",
      { "Équipe mixte", "Critère équipe", "Équipe formée" }),
    criterion("partenariat", "Partenariat avec un acteur de l'égalité", "Partnership with an equality actor",
      { "Partenariat égalité", "Critère partenariat" }),
    criterion("indicateurs", "Indicateurs d'évaluation sexués", "Evaluation by sex",
      { "Indicateurs sexués", "Critère indicateurs", "Évaluation sexuée" }),
  },
  families = {
    { prefix = "fin_", reader = "funder", type = "euro", label = { fr = "Financement", en = "Funding" } },
    { prefix = "age_", reader = "age_band", type = "count", people = true, parent = "benef_total",
      label = { fr = "Tranche d'âge", en = "Age band" } },
    { prefix = "crit_", reader = "suffix", type = "choice",
      label = { fr = "Critère de la grille", en = "Criterion of the grid" } },
  },
  controls = {
    "C01", "C02", "C02_poche", "C04_f", "C04_h", "C06_demande", "C06_cout", "C06_accorde", "C07", "C07_charges",
    "C09", "C10", "C10_exercice", "C13_numero", "C13_intitule", "C17_cout", "C18_retenue", "C18_refusee", "C19", "C22",
    "C23", "C24", "C24_arrondis",
    { id = "C08", severity = "A", kind = "sum_equals", whole = "charges_86", parts = { "produits_87" }, tolerance = 1,
      label = { fr = "Contributions volontaires : le compte 86 égale le compte 87",
        en = "Contributions in kind: account 86 equals account 87" }, action = ask },
    never("B01", "A", bilan.any { f.cotation_porteur:in_state { "err" }, f.cotation_instructeur:in_state { "err" },
        f.cotation_finale:in_state { "err" }, f.cotation_bilan:in_state { "err" } },
      "La cotation est G0, G1, G2 ou non coté", "The score is G0, G1, G2 or not scored", examiner),
    never("B02", "I", bilan.all { scored { "G2" }, f.crit_objectif:eq("non") },
      "Une action cotée G2 énonce un objectif d'égalité", "An action scored G2 states an objective of equality",
      examiner),
    never("B03", "A", bilan.all { scored { "G0", "G1", "G2" }, f.accorde_p147:in_state(missing),
        bilan.no(f.demande_p147:known()) },
      "Une action cotée a un montant", "A scored action has an amount", ask),
    never("B05", "A", bilan.all { scored { "G1", "G2" }, bilan.any { f.justification:in_state(missing),
        f.justification:one_of { "mixte", "Mixte", "MIXTE", "public mixte", "Public mixte", "PUBLIC MIXTE",
          "Public mixte.", "public mixte.", "publics mixtes", "Publics mixtes", "ouvert à tous", "Ouvert à tous",
          "ouvert à toutes et tous", "Ouvert à toutes et tous", "Ouvert à tous." } } },
      "Une cotation G1 ou G2 est justifiée autrement que par « public mixte »",
      "A score G1 or G2 is justified by more than a mixed public", examiner),
    never("B06", "A", bilan.all { scored { "non_cote" }, f.accorde_p147:gt(0) },
      "Une action financée est cotée", "A funded action is scored", examiner),
    never("B07", "A", bilan.any {
        bilan.all { f.cotation_porteur:eq("G0"), f.cotation_instructeur:eq("G2") },
        bilan.all { f.cotation_porteur:eq("G2"), f.cotation_instructeur:eq("G0") } },
      "Porteur et instructeur ne diffèrent pas de deux degrés", "Holder and examiner do not differ by two degrees",
      examiner),
    { id = "B08", severity = "A", kind = "agrees", parts = { "exercice", "porteur", "intitule" },
      optional = { "exercice" }, whole = "cotation_instructeur",
      label = { fr = "Une action a la même cotation dans tous les fichiers", en = "An action has one score in all files" },
      action = examiner },
    never("B09", "A", bilan.any {
        bilan.all { scored { "G1", "G2" }, bilan.any(some_no), bilan.no(bilan.any(some_yes)) },
        bilan.all { scored { "G0" }, answered("objectif", { "oui" }) } },
      "Les réponses de la grille vont avec la cotation : aucun critère rempli n'est pas G1 ni G2, un objectif "
        .. "d'égalité n'est pas G0",
      "The answers of the grid go with the score: no criterion met is neither G1 nor G2, an objective of equality is "
        .. "not G0", examiner),
    never("L01", "A", bilan.all { f.specificite:one_of(lcd), f.type_action:eq("vivre-ensemble / laïcité"),
        bilan.no(f.type_action:one_of { "diagnostic/observation", "testing", "formation des professionnels",
          "sensibilisation du public", "accès aux droits, permanence, accompagnement des victimes",
          "recueil de la parole", "recrutement non discriminant, engagement des employeurs", "médiation",
          "animation du réseau, pilotage du PTLCD", "valorisation, mémoire" }) },
      "Une action LCD ne se réduit pas au vivre-ensemble", "An anti-discrimination action is more than living together",
      examiner),
    never("L03", "A", bilan.all { f.nb_situations:gt(0), f.benef_total:eq(0) },
      "Des situations recueillies supposent des bénéficiaires", "Situations suppose beneficiaries", ask),
    never("L05", "I", bilan.all { f.critere:eq("sexe"), scored { "G1", "G2" } },
      "Critère « sexe » et cotation BIE : ces crédits ne s'ajoutent pas d'un tableau à l'autre",
      "Criterion sex and a gender score: these credits are not added from one table to the other",
      { fr = "Pour information.", en = "For information." }),
  },
}
