-- SPDX-License-Identifier: MPL-2.0
-- One name for a company that two files spell differently and give one number: « Alpha SA » on the list of signatories and « ALPHA »
-- in a report are one where the SIRET is the same. A SIREN is that of a SIRET where only one begins with it; two numbers under one
-- name are left as they are. Source: domain dossier 2.1 (Entreprise).
local bilan = require "bilan"

local one_name = {}

local SIREN = 9

--- The number that stands for each number read: a SIREN alone for the only SIRET that begins with it.
local function numbers_of(rows)
  local of_siren = {}
  for row in rows:each() do
    local number = row.siret
    if number and #number > SIREN then
      local siren = number:sub(1, SIREN)
      if of_siren[siren] == nil then of_siren[siren] = number end
      if of_siren[siren] ~= number then of_siren[siren] = false end -- several establishments
    end
  end
  return function(number) return number and #number == SIREN and of_siren[number] or number end
end

--- The name of each number, as it is met first, and the numbers of each name.
local function names_of(rows, key, number_of)
  local first, numbers = {}, {}
  for row in rows:each() do
    local number, name = number_of(row.siret), row[key]
    if number and name then
      first[number] = first[number] or name
      local folded = bilan.text.fold(name)
      if numbers[folded] == nil then numbers[folded] = number end
      if numbers[folded] ~= number then numbers[folded] = false end
    end
  end
  return first, numbers
end

--- The rows of which `key` is one spelling for each number; as they were where no number tells two names to be one.
---@param rows bilan.Query
---@param key string  `entreprise`
function one_name.of(rows, key)
  if not rows:has "siret" or not rows:has(key) then return rows end
  local number_of = numbers_of(rows)
  local first, numbers = names_of(rows, key, number_of)
  local function name_of(row)
    if not row[key] then return nil end
    local number = number_of(row.siret) or numbers[bilan.text.fold(row[key])]
    return number and first[number] or row[key]
  end
  local is_other = false
  for row in rows:each() do
    is_other = is_other or row[key] ~= nil and bilan.text.fold(name_of(row)) ~= bilan.text.fold(row[key])
  end
  if not is_other then return rows end
  local kept = {}
  for _, field in ipairs(rows:fields()) do
    if field ~= key then kept[#kept + 1] = field end
  end
  return rows:derive { nom_commun = function(row, state) return name_of(row) or bilan.state(state[key]) end }
    :select { "nom_commun", table.unpack(kept) }:derive { [key] = bilan.field.nom_commun }
end

return one_name
