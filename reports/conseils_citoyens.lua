-- SPDX-License-Identifier: MPL-2.0
-- Citizens' councils of a contract: which quarters they cover, who sits in them, how alive they are, what helps and what
-- hinders them. One line is one council and one year; members are never named. Source: domain dossier 3.3.
-- Indicators CC01 to CC12 are defined in scripts/bilan/domain/indicators/conseils.lua.
local bilan = require "bilan"
local above_whole = require "bilan.above_whole"
local absences = require "bilan.absences"
local conseils = require "bilan.conseils"
local council_coverage = require "bilan.council_coverage"
local council_questions = require "bilan.council_questions"
local counted = require "bilan.counted"
local exercice = require "bilan.exercice"
local grouped_indicators = require "bilan.grouped_indicators"
local indicators = require "bilan.indicators"
local near_names = require "bilan.near_names"
local sexes = require "bilan.sexes"
local f = bilan.field

local COUNCILS = { fr = "Conseils", en = "Councils" }

--- The field where at least one council gives it.
local function is_given(councils, field)
  return councils:has(field) and councils:where(f[field]:known()):count() > 0
end

--- One line per council: its card, with the columns that somebody gave.
local function cards_table(run, councils)
  local fields = {}
  for _, field in ipairs { "nom_cc", "commune", "qpv", "date_installation", "statut_juridique", "nb_membres", "nb_actifs",
    "nb_reunions", "presence_moy", "etat", "accompagnement", "budget" } do
    if is_given(councils, field) then fields[#fields + 1] = field end
  end
  run:table {
    id = "cc_fiches", sheet = { fr = "Fiches des conseils", en = "Cards of councils" },
    title = { fr = "Une ligne par conseil citoyen", en = "One line per citizens' council" },
    base = { fr = "Conseils de l'exercice, tels que les partenaires les décrivent ; aucun membre n'est nommé.",
      en = "Councils of the year, as partners describe them; no member is named." },
    data = councils:select(fields), totals = false,
    headers = { budget = { fr = "Budget (€)", en = "Budget (€)" }, nb_membres = { fr = "Membres", en = "Members" } },
  }
end

--- Who sits: women and men of each college, over the councils that give both.
local function composition_table(run, councils)
  local colleges = {
    { { fr = "Habitants", en = "Residents" }, f.nb_f_hab, f.nb_h_hab, f.nb_hab },
    { { fr = "Associations et acteurs locaux", en = "Associations and local actors" }, f.nb_f_asso, f.nb_h_asso, f.nb_asso },
    { { fr = "Conseil entier", en = "Whole council" }, f.nb_f:known_or(f.nb_f_hab + f.nb_f_asso),
      f.nb_h:known_or(f.nb_h_hab + f.nb_h_asso), f.nb_membres },
  }
  local lines, is_any = {}, false
  for _, college in ipairs(colleges) do
    local women = councils:figure(bilan.ratio(college[2], sexes.together(bilan, college[2], college[3])))
    local members = councils:figure(bilan.sum(college[4]:known_or(college[2] + college[3])))
    local is_known = (women.denominator or 0) > 0
    is_any = is_any or is_known
    local none = bilan.state(women.base + women.unknown == 0 and "so" or women.cause or "so")
    lines[#lines + 1] = { run:text(college[1]), is_known and women.numerator or none,
      is_known and women.denominator - women.numerator or none, is_known and women.denominator or none,
      is_known and women or none, women.base, women.unknown, members }
  end
  if not is_any then return false end
  run:table {
    id = "cc_composition", sheet = { fr = "Composition", en = "Composition" },
    title = { fr = "Composition par collège et par sexe", en = "Composition by college and sex" },
    base = { fr = "Femmes et hommes : conseils qui donnent les deux. Membres : conseils qui donnent l'effectif du collège, à "
      .. "défaut femmes + hommes.",
      en = "Women and men: councils that give both. Members: councils that give the size of the college, failing that women + "
        .. "men." },
    columns = {
      { header = { fr = "Collège", en = "College" }, kind = "text" },
      { header = { fr = "Femmes", en = "Women" }, kind = "integer" }, { header = { fr = "Hommes", en = "Men" }, kind = "integer" },
      { header = { fr = "Femmes + hommes", en = "Women + men" }, kind = "integer" },
      { header = { fr = "Part des femmes", en = "Share of women" }, kind = "rate", ratio_of = { 2, 4 } },
      { header = { fr = "Conseils connus", en = "Known councils" }, kind = "integer" },
      { header = { fr = "Conseils inconnus", en = "Unknown councils" }, kind = "integer" },
      { header = { fr = "Membres", en = "Members" }, kind = "integer" },
    },
    rows = lines,
    chart = { type = "stacked_bars", category = 1, series = { 2, 3 },
      title = { fr = "Femmes et hommes, par collège", en = "Women and men, by college" },
      note = { fr = "N = " .. counted.fr(councils:count(), "conseil", "conseils") .. ".",
        en = "N = " .. counted.en(councils:count(), "council", "councils") .. "." },
      alt = { fr = "Barres horizontales empilées : femmes et hommes du collège habitants, du collège associations et acteurs "
        .. "locaux, et du conseil entier.",
        en = "Stacked horizontal bars: women and men among residents, among associations and local actors, in the council." } },
  }
  run:chart_on_first_page "cc_composition"
  return true
end

--- From year to year. Councils that came or went are counted, so that a change is not read as theirs.
local function trend_tables(run, all)
  local years = {}
  for _, year in ipairs(all:has "exercice" and all:distinct "exercice" or {}) do years[#years + 1] = year end
  if #years < 2 then return false end
  table.sort(years)
  local lines, groups, before = {}, {}, nil
  for _, year in ipairs(years) do
    local rows, names, kept = conseils.once(all:where { exercice = year }), {}, 0
    for row in rows:each() do
      local name = bilan.text.fold(row.nom_cc or "")
      if before and before[name] then kept = kept + 1 end
      names[name] = true
    end
    local asked = conseils.asked(rows)
    local active = run:indicator("CC07", asked)
    lines[#lines + 1] = { year, rows:count(), before and kept or bilan.state "so", asked:figure(bilan.sum(f.nb_membres)),
      active.numerator, active.denominator, active }
    groups[#groups + 1] = { words = string.format("%d", year), rows = asked }
    before = names
  end
  local base = { fr = "Les conseils décrits changent d'une année à l'autre : un écart peut venir d'eux. Pas d'évolution calculée.",
    en = "The councils described change from year to year: a difference may be theirs. No change is computed." }
  run:table {
    id = "cc_tendance", sheet = { fr = "Tendance", en = "Trend" }, base = base,
    title = { fr = "Conseils citoyens, année par année", en = "Citizens' councils, year by year" },
    columns = {
      { header = { fr = "Exercice", en = "Year" }, kind = "year" }, { header = COUNCILS, kind = "integer" },
      { header = { fr = "dont déjà décrits l'année précédente", en = "of which described the year before" }, kind = "integer" },
      { header = { fr = "Membres", en = "Members" }, kind = "integer" },
      { header = { fr = "Membres actifs", en = "Active members" }, kind = "integer" },
      { header = { fr = "sur membres (les deux connus)", en = "of members (both known)" }, kind = "integer" },
      { header = { fr = "Taux de maintien (CC07)", en = "Still active (CC07)" }, kind = "rate", ratio_of = { 5, 6 } },
    },
    rows = lines,
    chart = { type = "columns", category = 1, series = { 7 },
      title = { fr = "Membres encore actifs, par exercice", en = "Members still active, by year" },
      alt = { fr = "Colonnes : part des membres encore actifs, par exercice.", en = "Columns: share of active members, by year." } },
  }
  grouped_indicators.table(run, groups, { id = "cc_tendance_indicateurs", base = base,
    sheet = { fr = "Tendance des indicateurs", en = "Trend of indicators" },
    title = { fr = "Indicateurs des conseils citoyens, année par année", en = "Indicators of citizens' councils, year by year" },
    indicators = { "CC01q", "CC02", "CC03", "CC04", "CC05", "CC08", "CC09", "CC10" }, header = { fr = "Exercice", en = "Year" },
    rows_known = { fr = "Conseils connus", en = "Known councils" },
    rows_unknown = { fr = "Conseils inconnus", en = "Unknown councils" } })
  return true
end

--- The rows that an indicator looks at: whether a council is there is asked of all, the rest of those that were set up.
local function rows_for(id, councils)
  return (id == "CC01q" or id == "CC02") and councils or conseils.asked(councils)
end

--- The things that matter: how many, covering what, how alive, who sits, what is heard. An indicator without a value is
--- named among what is missing. Gives CC01 where it has a rate.
local function key_figures(run, councils, missing)
  local list = { conseils.card(councils) }
  local covered, whole, rate = council_coverage.rate(run, councils)
  if whole and not rate and covered.value then
    run:warning { fr = "Plus de QPV couverts (" .. covered.text .. ") que de QPV du contrat (nb_qpv = " .. whole
      .. ") : taux non calculé. Vérifiez le paramètre et les codes.",
      en = "More quarters covered (" .. covered.text .. ") than in the contract (nb_qpv = " .. whole
        .. "): no rate. Check the parameter and the codes." }
  end
  local is_asked = covered == whole or covered.base + covered.unknown > 0
  list[2] = rate and { id = "CC01", label = { fr = "Taux de couverture des QPV", en = "Coverage of quarters" }, figure = rate }
    or is_asked and "CC01q" or nil
  local known = {}
  local ids = { "CC02", "CC03", "CC04", "CC07", "CC09" }
  if not conseils.warn_of_certain_answer(run, conseils.asked(councils)) then ids[#ids + 1] = "CC10" end
  for _, id in ipairs(ids) do
    local is_known = run:indicator(id, rows_for(id, councils)).value ~= nil
    local to = is_known and known or missing
    to[#to + 1] = is_known and id or { fr = run:indicator_label(id), en = run:indicator_label(id) }
  end
  if not is_asked then missing[#missing + 1] = { fr = run:indicator_label "CC01q", en = run:indicator_label "CC01q" } end
  run:key_figures(list, councils)
  for _, id in ipairs(known) do run:key_figures({ id }, rows_for(id, councils)) end
  return rate and { list[2] } or nil
end

return bilan.report {
  api = 1,
  id = "conseils_citoyens",
  title = { fr = "Conseils citoyens", en = "Citizens' councils" },
  datasets = { "conseil" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    nb_qpv = bilan.param.integer(nil, { label = {
      fr = "nombre de QPV du contrat, pour le taux de couverture", en = "quarters of the contract, for the coverage" } }),
  },
  build = function(run)
    local sent = exercice.rows(run, "conseil")
    local councils = conseils.once(sent)
    local missing = {}
    local given = key_figures(run, councils, missing)
    conseils.warn(run, sent, councils)
    near_names.warn(run, sent, "nom_cc")
    above_whole.warn(run, councils, { { "nb_actifs", "nb_membres", "K06", "CC07" } })
    indicators.table(run, councils, { id = "cc_indicateurs", given = given, notes = { conseils.dissolved_note(councils) },
      title = { fr = "Indicateurs des conseils citoyens", en = "Indicators of citizens' councils" },
      rows_known = { fr = "Conseils connus", en = "Known councils" },
      rows_unknown = { fr = "Conseils inconnus", en = "Unknown councils" },
      rows_of = function(id) return rows_for(id, councils) end,
      indicators = { "CC01q", "CC02", "CC03", "CC03b", "CC04", "CC04b", "CC04e", "CC05", "CC06", "CC07", "CC08", "CC08p",
        "CC09", "CC10", "CC11", "CC12" } })
    cards_table(run, councils)
    missing[#missing + 1] = council_coverage.tables(run, councils)
    if not composition_table(run, conseils.asked(councils)) then
      missing[#missing + 1] = { fr = "Composition par sexe", en = "Composition by sex" }
    end
    council_questions.tables(run, councils, missing)
    if not trend_tables(run, run:dataset "conseil") then
      missing[#missing + 1] = { fr = "tendance (une seule année)", en = "trend (one year only)" }
    end
    absences.name(run, missing)
  end,
}
