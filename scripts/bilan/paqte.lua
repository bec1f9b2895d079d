-- SPDX-License-Identifier: MPL-2.0
-- The four axes of the PaQte, with the figures of each, and what a company says over all its rows (one a year, or one
-- an axis). Source: domain dossier 3.8.1 to 3.8.3.
local bilan = require "bilan"
local entites = require "bilan.entites"

local paqte = {}

--- Figures by axis; `quarters` is the part of the priority quarters in one of them.
paqte.axes = {
  { id = "sensibiliser", figures = {
    { "stages3_offerts" }, { "stages3_pourvus", quarters = "stages3_qpv" }, { "stages3_rep" }, { "interventions" },
    { "jeunes_sensibilises", quarters = "jeunes_sensibilises_qpv" }, { "parrains" } } },
  { id = "former", figures = {
    { "alternants", quarters = "alternants_qpv" }, { "stagiaires_longs", quarters = "stagiaires_longs_qpv" } } },
  { id = "recruter", figures = {
    { "embauches", quarters = "embauches_qpv" }, { "embauches_cdi" }, { "emplois_francs" }, { "recruteurs_formes" } } },
  { id = "acheter", figures = {
    { "achats_inclusifs" }, { "fournisseurs_qpv" }, { "heures_clauses" } } },
}

--- Does one of the rows give one of the axis's figures, and is one above zero? Nil where none is given.
local function activity(rows, axis)
  local is_given, is_active = false, false
  for _, row in ipairs(rows) do
    for _, figure in ipairs(axis.figures) do
      local value = row[figure[1]]
      if value ~= nil then
        is_given = true
        if value > 0 then is_active = true end
      end
    end
  end
  if not is_given then return nil end
  return is_active
end

local function active_axes(rows)
  local count, is_given = 0, false
  for _, axis in ipairs(paqte.axes) do
    local is_active = activity(rows, axis)
    if is_active ~= nil then is_given = true end
    if is_active then count = count + 1 end
  end
  return is_given and count or nil
end

--- « Oui » of any row, else « non » of any row, else nil.
local function said(rows, field)
  local answer
  for _, row in ipairs(rows) do
    if row[field] == true then return true end
    if row[field] == false then answer = false end
  end
  return answer
end

local function has_answered(rows)
  local declared = said(rows, "retour")
  if declared ~= nil then return declared end
  return active_axes(rows) ~= nil
end

local function has_renewed(rows)
  local charter, pact = false, false
  for _, row in ipairs(rows) do
    local engagement = row.engagement
    if engagement == "charte" then charter = true end
    if engagement == "PaQte national" or engagement == "PaQte départemental" or engagement == "convention" then pact = true end
  end
  if not charter then return bilan.state "so" end
  return pact
end

local function is_small(rows)
  for _, row in ipairs(rows) do
    if row.taille then return row.taille == "TPE" or row.taille == "PME" end
  end
  return bilan.state "nd"
end

--- Rows with what each signatory says once: `a_repondu`, `est_petite`, `a_renouvele`, `nb_axes`.
function paqte.by_company(rows)
  return entites.say_once(rows, "entreprise", {
    a_repondu = has_answered,
    est_petite = is_small,
    a_renouvele = has_renewed,
    nb_axes = function(of_company) return active_axes(of_company) or bilan.state "nd" end,
  })
end

return paqte
