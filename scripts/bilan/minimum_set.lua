-- SPDX-License-Identifier: MPL-2.0
-- The common indicators that the working group on employment asks of every offer, and of which offers each is expected: those of
-- axis 3 and those to companies are counted in companies. Source: domain dossier 3.4.1 and 3.5 (OFF02).
local bilan = require "bilan"
local parts = require "bilan.parts"
local sexes = require "bilan.sexes"
local f = bilan.field

local minimum_set = {}

--- Of offers that reach people.
minimum_set.TO_PEOPLE = bilan.all { f.axe:known_or("0"):ne("3"), f.public:known_or("habitants"):ne("entreprises") }

--- Of offers of which rates on people are asked: those, and others that give people all the same.
minimum_set.WITH_PEOPLE = bilan.any { minimum_set.TO_PEOPLE, f.benef_total:known() }

--- The fields of a prefix that say one thing together, such as the levels, as one expression; nil when no table has any.
local function all_of(rows, prefix)
  local fields = {}
  for _, field in ipairs(rows:fields()) do
    if field:sub(1, #prefix) == prefix then fields[#fields + 1] = field end
  end
  return #fields > 0 and parts.sum_within(f, bilan, fields, f.benef_total) or nil
end

--- A number of people, failing that the rate that some partners give instead; as a rate, of which only the presence counts.
local function number_or_rate(number, rate) return bilan.when(number:known(), 1, rate) end

--- People who found a job: both kinds, where both are asked.
local function jobs()
  local lasting, other = f.nb_emploi_durable, f.nb_emploi_transition
  return bilan.when(other:in_state { "abs" }, lasting, bilan.when(lasting:in_state { "abs" }, other, lasting + other))
end

--- The rows with a further field `un_quartier`: true where the offer is of one quarter, whose people its total then is. Several quarters
--- in one row, or all of them, are no breakdown, and their states say so.
function minimum_set.rows(rows)
  if not rows:has "territoires" then return rows:derive { un_quartier = function() return bilan.state "abs" end } end
  return rows:derive { un_quartier = function(row, state)
    local quarters = row.territoires
    if not quarters then return bilan.state(state.territoires) end
    return #quarters == 1 and quarters[1] ~= "tous" or bilan.state "nc"
  end }
end

--- For `completeness`, of rows that `minimum_set.rows` gave: words, what should be known, and where it is expected.
function minimum_set.of(rows)
  local set = {
    { words = { fr = "Total", en = "Total" }, is = f.benef_total },
    { words = { fr = "QPV", en = "Quarters" }, is = number_or_rate(f.benef_qpv, f.taux_qpv) },
    { words = { fr = "Par QPV", en = "By quarter" }, is = bilan.when(f.un_quartier:eq(true), f.benef_total, f.un_quartier) },
    { words = { fr = "Femmes et hommes", en = "Women and men" }, is = sexes.everybody(f, bilan) },
    { words = { fr = "Âge", en = "Age" }, is = all_of(rows, "age_") },
    { words = { fr = "Niveau", en = "Level" }, is = all_of(rows, "niv_") },
    { words = { fr = "Abandon", en = "Drop-outs" }, is = number_or_rate(f.nb_abandons, f.taux_abandon) },
    { words = { fr = "Suite : emploi", en = "Next: job" }, is = jobs() },
    { words = { fr = "Suite : formation", en = "Next: training" }, is = f.nb_formation },
    { words = { fr = "Suite : orientation", en = "Next: referral" }, is = f.nb_orientation },
  }
  for _, item in ipairs(set) do item.where = minimum_set.TO_PEOPLE end
  set[#set + 1] = { words = { fr = "Entreprises", en = "Companies" }, is = f.entreprises_accompagnees,
    where = bilan.no(minimum_set.TO_PEOPLE) }
  return set
end

return minimum_set
