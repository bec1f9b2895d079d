-- SPDX-License-Identifier: MPL-2.0
-- What others pay for a cité de l'emploi beside its envelope. An empty cell beside others is zero; where nothing is given,
-- nothing is known; what a cité gives beside a « NC » belongs to the sum, which is a minimum then. Source: domain dossier
-- 2.2 and 3.7.3 (CIT09).
local bilan = require "bilan"
local parts = require "bilan.parts"
local f = bilan.field

local cofinancements = {}

cofinancements.fields = { "cofin_p147", "cofin_etat_autre", "cofin_collectivites", "cofin_autres" }

--- One row an amount, in `montant`, with the field it came from in `origine` and those of `keep`.
---@param rows bilan.Query
---@param keep string[]?
function cofinancements.amounts(rows, keep)
  local given, kept = {}, { "donne" }
  for at, field in ipairs(cofinancements.fields) do given[at] = f[field]:known() end
  for _, field in ipairs(keep or {}) do kept[#kept + 1] = field end
  return rows:derive { donne = bilan.any(given) }
    :unpivot { fields = cofinancements.fields, name = "origine", value = "montant", keep = kept }
    :where(bilan.no(bilan.any { f.montant:in_state { "abs" }, bilan.all { f.donne, f.montant:in_state { "vide", "so" } } }))
end

--- All of it, counted in cités: those whose every amount is known, and the others with what they give. Where every cité
--- leaves something out, the counts are those of amounts.
function cofinancements.sum(rows)
  local whole = parts.sum(f, bilan, cofinancements.fields)
  local complete = rows:figure(bilan.sum(whole, { unit = "euro" }))
  if not complete.value then return cofinancements.amounts(rows):figure(bilan.sum(f.montant, { unit = "euro" })) end
  local known
  for _, field in ipairs(cofinancements.fields) do
    local part = f[field]:known_or(0)
    known = known and known + part or part
  end
  return complete + rows:figure(bilan.sum(bilan.when(whole:known(), 0, known), { unit = "euro" }))
end

return cofinancements
