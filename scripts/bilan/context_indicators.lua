-- SPDX-License-Identifier: MPL-2.0
-- The indicators of context data, and how two territories are compared on each: a rate by a gap in points, an amount or a
-- count by a ratio. `part` and `whole` make a rate of two counts. `spellings` are what tables with one indicator a row call
-- it; what they call otherwise is an indicator of its own, under the words they use. Source: domain dossier 3.11.
local bilan = require "bilan"

local context_indicators = {}

local function of(kind)
  return function(id, fr, en, spellings, more)
    local made = { id = id, kind = kind, words = { fr = fr, en = en }, spellings = spellings or {} }
    for name, value in pairs(more or {}) do made[name] = value end
    return made
  end
end

local rate, amount, count = of "rate", of "amount", of "count"

--- In the order of the tables.
context_indicators.list = {
  count("population", "Population", "Population", { "population", "population municipale", "nombre d'habitants" }),
  rate("taux_pauvrete", "Taux de pauvreté", "Poverty rate", { "taux de pauvreté", "taux de pauvreté à 60 %" }),
  rate("part_bas_revenus", "Part des bas revenus", "Share of low incomes", { "part des bas revenus" }),
  amount("revenu_median", "Revenu médian", "Median income", { "revenu médian", "niveau de vie médian" }),
  rate("taux_chomage", "Taux de chômage", "Unemployment rate", { "taux de chômage" }),
  rate("taux_emploi", "Taux d'emploi des 15-64 ans", "Employment rate, 15-64",
    { "taux d'emploi", "taux d'emploi des 15-64 ans" }),
  rate("part_allocation_chomage", "Part des allocations chômage", "Share with unemployment benefit"),
  rate("part_moins_14", "Part des moins de 14 ans", "Share under 14", { "part des moins de 14 ans" }),
  rate("part_moins_25", "Part des moins de 25 ans", "Share under 25", { "part des moins de 25 ans" }),
  rate("part_60_p", "Part des 60 ans et plus", "Share of 60 and over", { "part des 60 ans et plus" }),
  rate("part_monoparentales", "Part des familles monoparentales", "Share of one-parent families",
    { "part des familles monoparentales" }),
  rate("part_menages_6p", "Part des ménages de 6 personnes et plus", "Share of households of 6 and more"),
  rate("part_locataires", "Part des locataires", "Share of tenants", { "part des locataires" }),
  rate("part_logements_sociaux", "Part des logements sociaux", "Share of social housing",
    { "part des logements sociaux", "taux de logements sociaux" }),
  rate("dependance_prestations", "Dépendance aux prestations", "Dependence on allowances",
    { "dépendance aux prestations", "part des allocataires dépendants" }),
  count("defm_abc", "Demandeurs d'emploi A, B, C", "Job seekers A, B, C",
    { "demandeurs d'emploi", "defm abc", "demandeurs d'emploi abc", "demandeurs d'emploi a, b, c",
      "demandeurs d'emploi (a, b, c)" }),
  count("defm_a", "Demandeurs d'emploi, catégorie A", "Job seekers, category A", { "defm a" }),
  rate("EMP16f", "Femmes parmi les demandeurs d'emploi", "Women among job seekers", nil,
    { part = "defm_f", whole = "defm_abc" }),
  rate("EMP16j", "Moins de 26 ans parmi les demandeurs d'emploi", "Under 26 among job seekers", nil,
    { part = "defm_0_25", whole = "defm_abc" }),
  rate("EMP16s", "50 ans et plus parmi les demandeurs d'emploi", "50 and over among job seekers", nil,
    { part = "defm_50_p", whole = "defm_abc" }),
  rate("EMP16d", "Longue durée parmi les demandeurs d'emploi", "Long-term among job seekers", nil,
    { part = "defm_deld", whole = "defm_abc" }),
  rate("EMP16r", "Bénéficiaires du RSA parmi les demandeurs d'emploi", "On RSA among job seekers", nil,
    { part = "defm_brsa", whole = "defm_abc" }),
  rate("EMP16n", "Sous le baccalauréat parmi les demandeurs d'emploi", "Below the baccalauréat among job seekers", nil,
    { part = "defm_infra4", whole = "defm_abc" }),
  count("allocataires_caf", "Allocataires CAF", "Recipients of family allowances", { "allocataires caf" }),
  count("allocataires_rsa", "Allocataires du RSA", "Recipients of RSA", { "allocataires du rsa" }),
  count("c2s", "Bénéficiaires de la C2S", "Recipients of C2S"),
  count("etablissements", "Établissements", "Establishments", { "établissements" }),
  count("logements_sociaux", "Logements sociaux", "Social housing", { "logements sociaux" }),
}

local by_spelling, by_id = {}, {}
for at, indicator in ipairs(context_indicators.list) do
  indicator.place = at
  by_id[indicator.id] = indicator
  for _, words in ipairs(indicator.spellings) do by_spelling[bilan.text.fold(words)] = indicator end
end

--- The indicator of the list with this id, or nil.
function context_indicators.by_id(id) return by_id[id] end

--- Units in which a value of each kind may be written down as it is; « milliers » and « k€ » are not among them.
local UNITS = {
  rate = { [""] = true, ["%"] = true, ["pourcentage"] = true, ["pourcent"] = true, ["en %"] = true },
  amount = { [""] = true, ["€"] = true, ["euro"] = true, ["euros"] = true, ["€ par an"] = true, ["euros par an"] = true },
  count = { [""] = true, ["nombre"] = true, ["effectif"] = true, ["personnes"] = true, ["pers."] = true, ["pers"] = true,
    ["habitants"] = true, ["hab."] = true, ["hab"] = true, ["allocataires"] = true, ["demandeurs d'emploi"] = true, ["logements"] = true, ["etablissements"] = true },
}

local function plain(unit) return bilan.text.trim(string.lower(unit or "")) end

--- The kind that a unit tells of; nil when it does not.
local function kind_of(unit)
  if unit == "" then return nil end
  for _, kind in ipairs { "rate", "amount", "count" } do
    if UNITS[kind][unit] then return kind end
  end
  return "other"
end

--- The indicator of a row of a table with one indicator a row: one of the list when words and unit agree with it, else one
--- of its own, kept apart by its unit. A unit that says nothing gives a kind of nil: such values are shown, not compared.
function context_indicators.named(words, unit)
  local folded, written = bilan.text.fold(words), plain(unit)
  local known = by_spelling[folded]
  if known and UNITS[known.kind][written] then return known end
  local is_said = written == "" or kind_of(written) ~= "other" or string.find(string.lower(words), written, 1, true) ~= nil
  local label = is_said and words or words .. " (" .. unit .. ")"
  return { id = folded .. "|" .. written, kind = kind_of(written), words = { fr = label, en = label },
    place = #context_indicators.list + 1 }
end

return context_indicators
