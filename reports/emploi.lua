-- SPDX-License-Identifier: MPL-2.0
-- The employment pillar of a contract: who was reached, what became of them, what it cost.
-- Indicators EMP01 to EMP15 are defined in scripts/bilan/domain/indicators/emploi.lua; this file only says which
-- tables and charts an officer needs, and in which order.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local emploi_coherence = require "bilan.emploi_coherence"
local emploi_enveloppe = require "bilan.emploi_enveloppe"
local emploi_issues = require "bilan.emploi_issues"
local emploi_publics = require "bilan.emploi_publics"
local emploi_relais = require "bilan.emploi_relais"
local exercice = require "bilan.exercice"
local grant_of_programming = require "bilan.grant_of_programming"
local holders = require "bilan.holders"
local indicators = require "bilan.indicators"
local key_cards = require "bilan.key_cards"
local named_places = require "bilan.named_places"
local one_unknown = require "bilan.one_unknown"
local programmed = require "bilan.programmed"
local same_action = require "bilan.same_action"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local title = { fr = "Pilier emploi : bilan des actions", en = "Employment pillar: what the actions did" }

--- Women and men by holder, with the share of QPV residents: the columns that some action gives. Gives the number of holders.
local function holders_table(run, actions)
  local fields = { { "benef_total", "Bénéficiaires", "Beneficiaries" }, { "benef_f", "Femmes", "Women" },
    { "benef_h", "Hommes", "Men" }, { "benef_qpv", "Habitants des QPV", "QPV residents" } }
  local made, measures, place = { columns.label("Porteur", "Holder") }, {}, {}
  for at, field in ipairs(fields) do
    if at == 1 or absences.has(actions, field[1]) then
      measures[#measures + 1] = { field[1], bilan.sum(f[field[1]]) }
      made[#made + 1] = columns.added("integer", field[2], field[3])
      place[field[1]] = #made
    end
  end
  if run:indicator("EMP02", actions).value then
    measures[#measures + 1] = { "taux_qpv", run:measure "EMP02" }
    made[#made + 1] = columns.rate("Taux d'habitants des QPV", "Share of QPV residents", { total = run:indicator("EMP02", actions) })
  end
  local rows = {}
  for _, one in ipairs(one_unknown.groups(actions, { by = "porteur_lu", measures = measures, sorted = "benef_total" })) do
    local line = { one.key or run:text(absences.NOT_GIVEN) }
    for at, measure in ipairs(measures) do line[at + 1] = one.figures[measure[1]] end
    rows[#rows + 1] = line
  end
  local by_sex, size = place.benef_f and place.benef_h, counted.note(counted.things(actions))
  run:table {
    id = "emp_porteur_sexe", sheet = { fr = "Porteurs", en = "Holders" },
    title = { fr = "Bénéficiaires par porteur : femmes, hommes, habitants des QPV",
      en = "Beneficiaries by holder: women, men, QPV residents" },
    base = { fr = "Bénéficiaires cumulés : une personne peut être comptée dans plusieurs actions.",
      en = "Added up over actions: a person may be counted several times." },
    columns = made, rows = rows,
    chart = by_sex and {
      type = "stacked_bars", category = 1, series = { place.benef_f, place.benef_h }, labels = false,
      title = { fr = "Femmes et hommes par porteur", en = "Women and men by holder" }, note = size,
      alt = { fr = "Barres horizontales : femmes et hommes bénéficiaires, par porteur, du plus grand au plus petit.",
        en = "Horizontal bars: women and men by holder, largest first." },
    } or { type = "bars", category = 1, series = { 2 },
      title = { fr = "Bénéficiaires par porteur", en = "Beneficiaries by holder" }, note = size,
      alt = { fr = "Barres horizontales : bénéficiaires par porteur, du plus grand au plus petit.",
        en = "Horizontal bars: beneficiaries by holder, largest first." } },
  }
  return #rows
end

--- Actions and people by quarter. An action on two quarters counts in both: the column does not add up.
local function quarters_table(run, actions)
  local rows, residents = {}, absences.has(actions, "benef_qpv")
  for _, one in ipairs(one_unknown.groups(actions, { by = "territoire", sorted = residents and "qpv" or "total", measures = {
    { "actions", bilan.count() }, { "total", bilan.sum(f.benef_total) }, { "qpv", bilan.sum(f.benef_qpv) } } })) do
    local group = one.figures
    rows[#rows + 1] = { one.key and run:label("territoire", one.key) or run:text(absences.NOT_GIVEN), group.actions, group.total,
      residents and group.qpv or nil }
  end
  run:table {
    id = "emp_quartiers",
    sheet = { fr = "Quartiers", en = "Quarters" },
    title = { fr = "Rattachements par quartier", en = "Attachments by quarter" },
    base = { fr = "Une action menée sur plusieurs quartiers compte en entier dans chacun : ces lignes ne s'additionnent pas.",
      en = "An action on several quarters counts whole in each: these lines do not add up." },
    notes = named_places.notes(actions),
    columns = {
      { header = { fr = "Quartier", en = "Quarter" }, kind = "code" },
      { header = { fr = "Actions", en = "Actions" }, kind = "integer" },
      { header = { fr = "Bénéficiaires des actions rattachées", en = "Beneficiaries of these actions" },
        kind = "integer" },
      residents and { header = { fr = "dont habitants des QPV", en = "of whom QPV residents" }, kind = "integer" } or nil,
    },
    rows = rows,
    chart = residents and {
      type = "bars", category = 1, series = { 4 },
      title = { fr = "Habitants des QPV par quartier de rattachement", en = "QPV residents by quarter" },
      note = counted.note(counted.things(actions)),
      alt = { fr = "Barres horizontales : habitants des QPV bénéficiaires des actions rattachées à chaque quartier.",
        en = "Horizontal bars: QPV residents reached by the actions of each quarter." },
    } or nil,
  }
end

--- The indicators of the table. Where actions give a rate of QPV residents and no number of them, what the rates say stands apart.
local function listed(run, actions)
  local ids = { "EMP01", "EMP02", "EMP03", "EMP05", "EMP06", "EMP06b", "EMP07", "EMP08", "EMP09", "EMP10",
    "EMP11q", "EMP11h", "EMP12", "EMP13", "EMP13m", "EMP13s", "EMP15" }
  local rated = counted.things(actions:where(bilan.all { f.taux_qpv:known(), bilan.no(f.benef_qpv:known()) }))
  if rated == 0 then return ids end
  run:warning { fr = counted.fr(rated, "action donne", "actions donnent") .. " un taux d'habitants des QPV et pas de nombre : hors "
    .. "d'EMP02 ; EMP02e, dans Indicateurs, l'estime d'après ces taux.", en = counted.en(rated, "action gives", "actions give")
    .. " a share of QPV residents and no number: not in EMP02; EMP02e, in Indicators, estimates it from these shares." }
  table.insert(ids, 3, "EMP02e")
  return ids
end

--- The actions of the programming, where they were sent: what employment is a part of. Their warnings are those of other reports.
local function programming_of(run)
  if not run:has_dataset "action" then return nil end
  local rows = programmed.kept(run:dataset "action")
  return run.year and rows:where(exercice.year_or(run.year):eq(run.year)) or rows
end

--- The actions that are about people: one of which the public and the steps do not apply (a club of recruiters) is in no base of theirs.
local function with_people(actions)
  return actions:where(bilan.any { bilan.no(f.benef_total:in_state { "so" }), f.nb_entrees:known(), f.nb_sorties:known() })
end

return bilan.report {
  api = 1,
  id = "emploi",
  title = title,
  datasets = { "emploi", "action" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    seuil_effectif = bilan.param.integer(5, { label = {
      fr = "sorties sous lesquelles un taux par résidence n'est pas montré",
      en = "exits below which a rate by residence is not shown" } }),
    enveloppe_departementale = bilan.param.euro(nil, { label = {
      fr = "enveloppe départementale P147 (€), pour la part de l'emploi", en = "departmental P147 envelope (€)" } }),
    objectif_emploi = bilan.param.rate(0.20, { label = {
      fr = "objectif de part de l'emploi", en = "objective for the employment share" } }),
  },
  build = function(run)
    local actions = run:has_dataset "emploi" and holders.of(exercice.rows(run, "emploi"))
    if not actions or actions:count() == 0 then
      run:warning { fr = "Aucune action au format emploi" .. (actions and " de l'exercice " .. run.year or "")
        .. " : seule la part de l'emploi dans la programmation est calculée.", en = "No action in the employment layout"
        .. (actions and " of the year " .. run.year or "") .. ": only the share of employment in the programming is computed." }
      return emploi_enveloppe.table(run, nil, programming_of(run))
    end
    local programming = programming_of(run)
    actions = grant_of_programming.rows(run, actions, programming)
    local concerned = with_people(actions)
    emploi_coherence.warn(run, actions)
    same_action.warn(run, actions)
    key_cards.warn(run, key_cards.put(run, { "EMP01", "EMP02", "EMP03", "EMP05", "EMP06", "EMP07", "EMP08", "EMP14n" },
      { "EMP09", "EMP10", "EMP12", "EMP13" }, function() return actions end))
    indicators.table(run, actions, {
      id = "emp_indicateurs",
      title = { fr = "Indicateurs du pilier emploi", en = "Indicators of the employment pillar" },
      base = { fr = "Un taux est un rapport de sommes sur les actions où ses deux termes sont connus.",
        en = "A rate is a ratio of sums over the actions where both terms are known." },
      indicators = listed(run, actions), persons = emploi_issues.hidden_rates(run, actions),
      also = emploi_enveloppe.given(run, actions, programming),
    })
    local n_holders = holders_table(run, actions)
    local absent = emploi_issues.columns_missing(actions)
    if emploi_issues.cascade(run, concerned) then
      run:chart_on_first_page "emp_cascade"
    else
      absent[#absent + 1] = { fr = "toutes les étapes d'une même action, des entrées aux issues", en = "all steps of one action" }
    end
    emploi_issues.steps(run, actions)
    if not emploi_issues.by_holder(run, actions) then
      absent[#absent + 1] = { fr = "issues des sorties", en = "outcomes of exits" }
    end
    local where = shared_sheet.new { fr = "QPV et hors QPV", en = "QPV and outside" }
    emploi_publics.residence(run, concerned, where)
    if not emploi_issues.quarters_against_outside(run, concerned, where) then
      absent[#absent + 1] = { fr = "sorties des habitants des QPV", en = "exits of QPV residents" }
    end
    local others = shared_sheet.new { fr = "Orientations, droit commun", en = "Referrals, ordinary policy" }
    if not emploi_relais.referrals(run, concerned, others) then
      absent[#absent + 1] = { fr = "structures d'orientation", en = "structures referred to" }
    end
    if not emploi_relais.schemes(run, actions, others) then
      absent[#absent + 1] = { fr = "dispositifs de droit commun", en = "ordinary schemes" }
    end
    quarters_table(run, actions)
    if emploi_publics.pyramid(run, concerned) then
      run:chart_on_first_page "emp_pyramide"
    else
      absent[#absent + 1] = { fr = "âge croisé avec le sexe", en = "age crossed with sex" }
      if n_holders <= 14 then run:chart_on_first_page "emp_porteur_sexe" end -- half a page has no room for more names
    end
    emploi_publics.ages(run, concerned)
    if not emploi_publics.levels(run, concerned) then
      absent[#absent + 1] = { fr = "niveaux de qualification", en = "qualification levels" }
    end
    emploi_enveloppe.table(run, actions, programming)
    absences.name(run, absent)
  end,
}
