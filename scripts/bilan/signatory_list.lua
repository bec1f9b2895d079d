-- SPDX-License-Identifier: MPL-2.0
-- Who is on the list of the signatories. Files of reports name companies too: one that reported and is on no list is no
-- signatory of that year, and reports without a list have no return rate. Source: domain dossier 3.8.3 (PAQ01, PAQ09).
local bilan = require "bilan"
local counted = require "bilan.counted"
local paqte = require "bilan.paqte"

local signatory_list = {}

local function name_of(row) return bilan.text.fold(row.entreprise or "") end

--- True where the table of the row asks for one of the fields, whatever the row says.
local function asks(row, state, fields)
  for _, field in ipairs(fields) do
    if row[field] ~= nil or state[field] ~= "abs" then return true end
  end
  return false
end

local SIGNED = { "date_signature", "engagement" }
local REPORTED = { "retour", "existant", "mis_en_oeuvre", "axe", table.unpack(paqte.fields) }

--- What the table of the row asks for, in one text: rows of one table have the same.
local function columns_of(row, state)
  local asked = {}
  for at, field in ipairs { "type_signataire", "taille", "animateur", "siret", "departement", "territoire", "date_signature",
    "engagement", table.unpack(REPORTED) } do
    asked[at] = asks(row, state, { field }) and "1" or "0"
  end
  return table.concat(asked)
end

local function says_something(row)
  if row.retour == true or row.existant or row.mis_en_oeuvre or row.axe then return true end
  return paqte.gives_figures(row)
end

--- A table that tells of the signing is a list, and one that asks for nothing that was done; so is one in which a row tells of
--- nothing that was done, of no report, or of one that is not known: it holds who was asked for one.
local function is_of_a_list(row, state)
  return asks(row, state, SIGNED) or not says_something(row) or row.retour == false or paqte.UNSAID[state.retour] == true
end

--- The rows of those that are on a list, the names of those that are on none, and whether there is a list at all: without
--- one, all rows are taken.
---@return bilan.Query, string[], boolean
function signatory_list.read(rows)
  local listed, is_list, has_list = {}, {}, false
  rows:where(function(row, state)
    if is_of_a_list(row, state) then is_list[columns_of(row, state)], has_list = true, true end
    return true
  end)
  rows:where(function(row, state)
    if is_list[columns_of(row, state)] then listed[name_of(row)] = true end
    return true
  end)
  if not has_list then return rows, {}, false end
  local outside, met = {}, {}
  for row in rows:each() do
    local name = name_of(row)
    if not listed[name] and not met[name] then outside[#outside + 1], met[name] = row.entreprise or "?", true end
  end
  if #outside == 0 then return rows, outside, true end
  return rows:where(function(row) return listed[name_of(row)] == true end), outside, true
end

--- First page: the companies that reported and are on no list.
function signatory_list.warn(run, outside)
  if #outside == 0 then return end
  local list = bilan.text.join(outside, ", ")
  run:warning { fr = counted.fr(#outside, "entreprise décrite", "entreprises décrites") .. " sans être sur la liste des signataires de l'année, "
    .. "hors du taux de retour et des totaux : " .. list .. ". Si l'une a signé, ajoutez-la à la liste.",
    en = counted.en(#outside, "company", "companies") .. " told of and not on the year's list of signatories, out of the return rate and "
      .. "of the totals: " .. list .. ". If one signed, put it on the list." }
end

return signatory_list
