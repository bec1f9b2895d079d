-- SPDX-License-Identifier: MPL-2.0
-- The employment pillar of a contract: who was reached, what became of them, what it cost.
-- Indicators EMP01 to EMP15 are defined in scripts/bilan/domain/indicators/emploi.lua; this file only says which
-- tables and charts an officer needs, and in which order.
local bilan = require "bilan"
local bands = require "bilan.bands"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local f = bilan.field

local title = { fr = "Pilier emploi : bilan des actions", en = "Employment pillar: what the actions did" }

--- Women and men by holder, with the share of QPV residents.
local function holders_table(run, actions)
  local groups = actions:group { by = { "porteur" }, measures = {
    { "total", bilan.sum(f.benef_total) }, { "femmes", bilan.sum(f.benef_f) }, { "hommes", bilan.sum(f.benef_h) },
    { "qpv", bilan.sum(f.benef_qpv) }, { "taux_qpv", bilan.ratio(f.benef_qpv, f.benef_total) },
  } }
  local rows = {}
  for _, group in ipairs(groups:sorted("total", "descending"):rows()) do
    rows[#rows + 1] = { group.porteur, group.total, group.femmes, group.hommes, group.qpv, group.taux_qpv }
  end
  run:table {
    id = "emp_porteur_sexe",
    sheet = { fr = "Porteurs", en = "Holders" },
    title = { fr = "Bénéficiaires par porteur : femmes, hommes, habitants des QPV",
      en = "Beneficiaries by holder: women, men, QPV residents" },
    base = { fr = "Bénéficiaires cumulés : une personne peut être comptée dans plusieurs actions.",
      en = "Added up over actions: a person may be counted several times." },
    columns = {
      { header = { fr = "Porteur", en = "Holder" }, kind = "text", total = "label" },
      { header = { fr = "Bénéficiaires", en = "Beneficiaries" }, kind = "integer", total = "sum" },
      { header = { fr = "Femmes", en = "Women" }, kind = "integer", total = "sum" },
      { header = { fr = "Hommes", en = "Men" }, kind = "integer", total = "sum" },
      { header = { fr = "Habitants des QPV", en = "QPV residents" }, kind = "integer", total = "sum" },
      { header = { fr = "Taux d'habitants des QPV", en = "Share of QPV residents" }, kind = "rate",
        total = actions:figure(bilan.ratio(f.benef_qpv, f.benef_total)) },
    },
    rows = rows,
    chart = {
      type = "stacked_bars", category = 1, series = { 3, 4 }, labels = false,
      title = { fr = "Femmes et hommes par porteur", en = "Women and men by holder" },
      alt = { fr = "Barres horizontales : femmes et hommes bénéficiaires, par porteur, du plus grand au plus petit.",
        en = "Horizontal bars: women and men by holder, largest first." },
    },
  }
  run:chart_on_first_page "emp_porteur_sexe"
end

--- From entries to outcomes.
local function outcomes_table(run, actions)
  local steps = {
    { "nb_entrees", { fr = "Entrées", en = "Entries" } },
    { "nb_abandons", { fr = "Abandons", en = "Drop-outs" } },
    { "nb_en_cours", { fr = "En cours au 31/12", en = "In progress on 31 December" } },
    { "nb_sorties", { fr = "Sorties", en = "Exits" } },
    { "nb_emploi_durable", { fr = "— dont emploi durable", en = "— lasting employment" } },
    { "nb_emploi_transition", { fr = "— dont emploi de transition", en = "— transitional employment" } },
    { "nb_sortie_positive", { fr = "— dont sorties positives", en = "— positive exits" } },
    { "nb_autres_sorties", { fr = "— dont autres sorties", en = "— other exits" } },
    { "nb_suite_inconnue", { fr = "— dont sans nouvelles", en = "— no news" } },
    { "nb_neutralises", { fr = "— dont neutralisées", en = "— neutralised" } },
  }
  local rows = {}
  for _, step in ipairs(steps) do
    local figure = actions:figure(bilan.sum(f[step[1]]))
    rows[#rows + 1] = { run:text(step[2]), figure, figure.base, figure.unknown }
  end
  run:table {
    id = "emp_sorties",
    sheet = { fr = "Entrées et issues", en = "Entries and outcomes" },
    title = { fr = "Des entrées aux issues", en = "From entries to outcomes" },
    base = { fr = "Nombre d'actions connues et inconnues pour chaque étape ; les issues sont une partie des sorties.",
      en = "Known and unknown actions at each step; outcomes are parts of the exits." },
    columns = {
      { header = { fr = "Étape", en = "Step" }, kind = "text" },
      { header = { fr = "Personnes cumulées", en = "People, added up" }, kind = "integer" },
      { header = { fr = "Actions connues", en = "Known actions" }, kind = "integer" },
      { header = { fr = "Actions inconnues", en = "Unknown actions" }, kind = "integer" },
    },
    rows = rows,
    chart = {
      type = "bars", category = 1, series = { 2 },
      title = { fr = "Des entrées aux issues", en = "From entries to outcomes" },
      alt = { fr = "Barres horizontales : entrées, abandons, en cours, sorties, puis chaque issue.",
        en = "Horizontal bars: entries, drop-outs, in progress, exits, then each outcome." },
    },
  }
  run:chart_on_first_page "emp_sorties"
end

--- Outcomes by holder, as shares of the exits that count.
local function outcomes_by_holder(run, actions)
  local groups = actions:group { by = { "porteur" }, measures = {
    { "durable", bilan.sum(f.nb_emploi_durable) }, { "transition", bilan.sum(f.nb_emploi_transition) },
    { "positive", bilan.sum(f.nb_sortie_positive) }, { "autres", bilan.sum(f.nb_autres_sorties) },
    { "inconnue", bilan.sum(f.nb_suite_inconnue) }, { "taux", run:measure "EMP06" },
  } }
  local rows = {}
  for _, group in ipairs(groups:sorted("taux", "descending"):rows()) do
    rows[#rows + 1] = { group.porteur, group.durable, group.transition, group.positive, group.autres, group.inconnue,
      group.taux }
  end
  run:table {
    id = "emp_issues_porteur",
    sheet = { fr = "Issues par porteur", en = "Outcomes by holder" },
    title = { fr = "Issues par porteur", en = "Outcomes by holder" },
    base = { fr = "Taux de sorties dynamiques : EMP06, sur les sorties non neutralisées.",
      en = "Rate of dynamic exits: EMP06, over exits that are not neutralised." },
    columns = {
      { header = { fr = "Porteur", en = "Holder" }, kind = "text", total = "label" },
      { header = { fr = "Emploi durable", en = "Lasting" }, kind = "integer", total = "sum" },
      { header = { fr = "Emploi de transition", en = "Transitional" }, kind = "integer", total = "sum" },
      { header = { fr = "Sorties positives", en = "Positive" }, kind = "integer", total = "sum" },
      { header = { fr = "Autres sorties", en = "Other" }, kind = "integer", total = "sum" },
      { header = { fr = "Sans nouvelles", en = "No news" }, kind = "integer", total = "sum" },
      { header = { fr = "Taux de sorties dynamiques", en = "Rate of dynamic exits" }, kind = "rate",
        total = run:indicator("EMP06", actions) },
    },
    rows = rows,
    chart = {
      type = "share_bars", category = 1, series = { 2, 3, 4, 5, 6 },
      title = { fr = "Répartition des issues par porteur", en = "Outcomes by holder" },
      alt = { fr = "Barres à 100 % : part de chaque issue parmi les sorties, par porteur.",
        en = "100 % bars: share of each outcome among exits, by holder." },
    },
  }
end

--- Actions and people by quarter. An action on two quarters counts in both: the column does not add up.
local function quarters_table(run, actions)
  local groups = actions:group { by = { "territoire" }, measures = {
    { "actions", bilan.count() }, { "total", bilan.sum(f.benef_total) }, { "qpv", bilan.sum(f.benef_qpv) },
  } }
  local rows = {}
  for _, group in ipairs(groups:rows()) do
    rows[#rows + 1] = { group.territoire, group.actions, group.total, group.qpv }
  end
  run:table {
    id = "emp_quartiers",
    sheet = { fr = "Quartiers", en = "Quarters" },
    title = { fr = "Rattachements par quartier", en = "Attachments by quarter" },
    base = { fr = "Une action menée sur plusieurs quartiers compte en entier dans chacun : ces lignes ne s'additionnent pas.",
      en = "An action on several quarters counts whole in each: these lines do not add up." },
    columns = {
      { header = { fr = "Quartier", en = "Quarter" }, kind = "code" },
      { header = { fr = "Actions", en = "Actions" }, kind = "integer" },
      { header = { fr = "Bénéficiaires des actions rattachées", en = "Beneficiaries of these actions" },
        kind = "integer" },
      { header = { fr = "dont habitants des QPV", en = "of whom QPV residents" }, kind = "integer" },
    },
    rows = rows,
    chart = {
      type = "bars", category = 1, series = { 4 },
      title = { fr = "Habitants des QPV par quartier de rattachement", en = "QPV residents by quarter" },
      alt = { fr = "Barres horizontales : habitants des QPV bénéficiaires des actions rattachées à chaque quartier.",
        en = "Horizontal bars: QPV residents reached by the actions of each quarter." },
    },
  }
end

--- Age bands or qualification levels: one table for each set of columns that partners use together.
local function parts_tables(run, actions, prefix, id, words)
  for index, set in ipairs(bands.sets(actions, prefix)) do
    local rows = {}
    for _, band in ipairs(set) do
      local figure = actions:figure(bilan.sum(f[band.field]))
      rows[#rows + 1] = { run:text(band.label), figure, figure.base }
    end
    run:table {
      id = id .. (index > 1 and "_" .. index or ""),
      sheet = words.header,
      title = words.title,
      base = words.base,
      columns = {
        { header = words.header, kind = "text", total = "label" },
        { header = { fr = "Bénéficiaires", en = "Beneficiaries" }, kind = "integer", total = "sum" },
        { header = { fr = "Actions connues", en = "Known actions" }, kind = "integer" },
      },
      rows = rows,
      chart = { type = "columns", category = 1, series = { 2 }, title = words.title,
        alt = words.alt },
    }
  end
end

--- EMP14: what employment weighs in the envelope, the variant printed with the figure.
local function envelope_table(run, actions)
  local spent = run:indicator("EMP14n", actions)
  local envelope = run.params.enveloppe_departementale
  local share = envelope and run:share("EMP14", spent, envelope) or nil
  run:table {
    id = "emp_enveloppe",
    sheet = { fr = "Enveloppe P147", en = "P147 envelope" },
    title = { fr = "Part de l'emploi dans l'enveloppe P147", en = "Employment in the P147 envelope" },
    base = envelope and { fr = "Variante : montants accordés aux actions lues / enveloppe départementale donnée en paramètre.",
      en = "Variant: amounts awarded to the actions read / departmental envelope given as a parameter." }
      or { fr = "Enveloppe non donnée : part non calculée. Relancez avec --param enveloppe_departementale=MONTANT.",
        en = "No envelope given: no share. Run again with --param enveloppe_departementale=AMOUNT." },
    columns = {
      { header = { fr = "Élément", en = "Item" }, kind = "text" },
      { header = { fr = "Montant (€)", en = "Amount (€)" }, kind = "euro" },
      { header = { fr = "Part", en = "Share" }, kind = "rate" },
    },
    rows = {
      { run:text { fr = "Crédits P147 accordés aux actions emploi", en = "P147 awarded to employment" }, spent,
        share or bilan.state "nd" },
      { run:text { fr = "Enveloppe départementale P147", en = "Departmental envelope" }, envelope or bilan.state "nd" },
    },
    chart = envelope and {
      type = "columns", category = 1, series = { 3 }, target = run.params.objectif_emploi,
      target_label = { fr = "Objectif cité", en = "Objective, as quoted" },
      title = { fr = "Part de l'emploi dans l'enveloppe", en = "Employment in the envelope" },
      alt = { fr = "Colonnes : part de l'emploi dans l'enveloppe, avec la ligne de l'objectif cité.",
        en = "Columns: employment share of the envelope, with the line of the quoted objective." },
    } or nil,
    notes = { { fr = "L'objectif de 20 % est cité par la synthèse régionale 2016-2022 ; son mode de calcul officiel n'est pas publié.",
      en = "The 20 % objective is quoted by the regional synthesis 2016-2022; no official rule was published." } },
  }
end

return bilan.report {
  api = 1,
  id = "emploi",
  title = title,
  datasets = { "emploi" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    enveloppe_departementale = bilan.param.euro(nil, { label = {
      fr = "enveloppe départementale P147 (€), pour la part de l'emploi", en = "departmental P147 envelope (€)" } }),
    objectif_emploi = bilan.param.rate(0.20, { label = {
      fr = "objectif de part de l'emploi", en = "objective for the employment share" } }),
  },
  build = function(run)
    local actions = exercice.rows(run, "emploi")
    run:key_figures({ "EMP01", "EMP02", "EMP03", "EMP05", "EMP06", "EMP07", "EMP08", "EMP14n" }, actions)
    indicators.table(run, actions, {
      id = "emp_indicateurs",
      title = { fr = "Indicateurs du pilier emploi", en = "Indicators of the employment pillar" },
      base = { fr = "Un taux est un rapport de sommes sur les actions où ses deux termes sont connus.",
        en = "A rate is a ratio of sums over the actions where both terms are known." },
      indicators = { "EMP01", "EMP02", "EMP03", "EMP05", "EMP06", "EMP06b", "EMP07", "EMP08", "EMP09", "EMP10",
        "EMP11q", "EMP11h", "EMP12", "EMP13", "EMP13m", "EMP13s", "EMP15" },
    })
    holders_table(run, actions)
    outcomes_table(run, actions)
    outcomes_by_holder(run, actions)
    quarters_table(run, actions)
    parts_tables(run, actions, "age_", "emp_age", {
      title = { fr = "Bénéficiaires par tranche d'âge", en = "Beneficiaries by age band" },
      base = { fr = "Tranches telles que les partenaires les ont utilisées ensemble ; une tranche n'est jamais découpée.",
        en = "Bands as partners use them together; a band is never split." },
      header = { fr = "Tranche d'âge", en = "Age band" },
      alt = { fr = "Colonnes : bénéficiaires par tranche d'âge.", en = "Columns: beneficiaries by age band." } })
    parts_tables(run, actions, "niv_", "emp_niveau", {
      title = { fr = "Bénéficiaires par niveau de qualification", en = "Beneficiaries by qualification level" },
      base = { fr = "Nomenclature de 2019 : les niveaux en chiffres romains (ancienne nomenclature) sont traduits.",
        en = "2019 scale: roman numerals (old scale) are translated." },
      header = { fr = "Niveau", en = "Level" },
      alt = { fr = "Colonnes : bénéficiaires par niveau de qualification.", en = "Columns: beneficiaries by level." } })
    envelope_table(run, actions)
  end,
}
