-- SPDX-License-Identifier: MPL-2.0
-- An amount of a thing and year that several tables repeat beside what they tell of: the envelope of a cité in its monitoring, in its
-- spending, in its co-funding, on the row of each axis. The same amount again is one amount; two amounts are none, and are said.
-- Source: domain dossier 2.1 and 3.7.3 (CIT09, CIT10).
local bilan = require "bilan"
local entites = require "bilan.entites"
local f = bilan.field

local repeated_amounts = {}

--- Where a row belongs: its thing and year.
local function place_function(rows, key)
  local has_years = rows:has "exercice"
  return function(row)
    return bilan.text.fold(tostring(row[key] or "")) .. (has_years and "/" .. tostring(row.exercice or "") or "")
  end
end

--- By place: the amounts that its rows give, the name of its thing, and whether an amount stands on several rows that say something
--- `beside` it for different axes.
local function places_of(rows, key, field, beside)
  local place_of, places = place_function(rows, key), {}
  for row in rows:each() do
    local value = row[field]
    if value ~= nil then
      local place = places[place_of(row)] or { name = row[key], values = {}, n = 0, told = {}, axes = {}, of_axes = 0 }
      places[place_of(row)] = place
      if not place.values[value] then place.values[value], place.n = true, place.n + 1 end
      if entites.gives(row, beside) then
        place.told[value] = true
        local axis = row.axe or ""
        if not place.axes[axis] then place.axes[axis], place.of_axes = true, place.of_axes + 1 end
      end
    end
  end
  return places, place_of
end

--- The rows without those that only repeat an amount: of rows that give it and nothing `beside` it, the first of each thing, year and
--- amount, where no row tells both.
---@param rows bilan.Query
---@param key string  the field that names the thing
---@param field string  the amount
---@param beside string[]  the fields told beside it
function repeated_amounts.once(rows, key, field, beside)
  if not rows:has(field) then return rows end
  local given = entites.known_fields(rows, beside)
  local places, place_of = places_of(rows, key, field, given)
  local said = {}
  return rows:where(function(row)
    local value = row[field]
    if value == nil or entites.gives(row, given) then return true end
    local place = places[place_of(row)]
    if place.told[value] then return false end
    said[place] = said[place] or {}
    local is_first = not said[place][value]
    said[place][value] = true
    return is_first
  end)
end

--- The rows with the amount unknown where a rate of it would be of nobody knows what: two amounts of one thing and year, or one amount
--- on the rows of several axes, which may be that of each or of all.
function repeated_amounts.settled(rows, key, field, beside)
  if not rows:has(field) then return rows end
  local places, place_of = places_of(rows, key, field, entites.known_fields(rows, beside))
  local is_doubtful, found = {}, false
  for at, place in pairs(places) do
    is_doubtful[at] = place.n > 1 or place.of_axes > 1
    found = found or is_doubtful[at]
  end
  if not found then return rows end
  local fields = rows:fields()
  local names = { "dit_" .. field }
  for _, name in ipairs(fields) do
    if name ~= field then names[#names + 1] = name end
  end
  return rows:derive { doute = function(row) return is_doubtful[place_of(row)] == true end }
    :derive { ["dit_" .. field] = bilan.when(bilan.no(f.doute), f[field], bilan.state "err") }
    :select(names):derive { [field] = f["dit_" .. field] * 1 }:select(fields)
end

--- Says which things have two amounts in one year, or one amount on the rows of several axes. `words`: what the amount is.
function repeated_amounts.warn(run, rows, key, field, beside, words)
  if not rows:has(field) then return end
  local differing, spread = {}, {}
  for _, place in pairs(places_of(rows, key, field, entites.known_fields(rows, beside))) do
    if place.n > 1 then differing[#differing + 1] = place.name
    elseif place.of_axes > 1 then spread[#spread + 1] = place.name end
  end
  table.sort(differing)
  table.sort(spread)
  if #differing > 0 then
    local list = bilan.text.join(differing, ", ")
    run:warning { fr = words.fr .. " : plusieurs montants pour une même année, aucun n'est retenu : " .. list .. ".",
      en = words.en .. ": several amounts in one year, none is kept: " .. list .. "." }
  end
  if #spread > 0 then
    local list = bilan.text.join(spread, ", ")
    run:warning { fr = words.fr .. " : même montant sur les lignes de plusieurs axes, de chacun ou de tous ? Pas de taux : " .. list .. ".",
      en = words.en .. ": one amount on the rows of several axes, of each or of all? No rate: " .. list .. "." }
  end
end

return repeated_amounts
