-- SPDX-License-Identifier: MPL-2.0
-- Two terms of one rate that stand in two tables: the envelope of a cité in its monitoring, what it spent in another file. Where one
-- row of a thing and year gives the first, and another one the second, they are read as one row; where several do, nothing says
-- which belong together, and they stay apart. Source: domain dossier 2.1 and 3.7.3 (CIT09, CIT10).
local bilan = require "bilan"
local entites = require "bilan.entites"
local repeated_amounts = require "bilan.repeated_amounts"
local f = bilan.field
local known_fields, gives = entites.known_fields, entites.gives

local two_tables = {}

--- The rows by thing and year that are to be read as one.
local function pairs_of(rows, place_of, first, second)
  local counts, found = {}, false
  for row in rows:each() do
    local at = place_of(row)
    local one = counts[at] or { first = 0, second = 0, both = 0 }
    counts[at] = one
    local has_first, has_second = gives(row, first), gives(row, second)
    local side = has_first and has_second and "both" or has_first and "first" or has_second and "second"
    if side then one[side] = one[side] + 1 end
  end
  for _, one in pairs(counts) do
    one.is_pair = one.both == 0 and one.first == 1 and one.second == 1
    found = found or one.is_pair
  end
  return counts, found
end

--- Joined rows with the fields of the second table in place of those of the first, which has none of them.
local function filled(joined, fields, second)
  local is_second, said, names = {}, {}, {}
  for _, field in ipairs(second) do
    is_second[field], names[#names + 1] = true, "dit_" .. field
    said["dit_" .. field] = bilan.when(f[field]:in_state { "abs" }, f["autre_" .. field], f[field])
  end
  for _, field in ipairs(fields) do
    if not is_second[field] then names[#names + 1] = field end
  end
  local put = {}
  for _, field in ipairs(second) do put[field] = f["dit_" .. field] * 1 end
  return joined:derive(said):select(names):derive(put):select(fields)
end

--- The same rows, each such pair of them as one. `key`: the field that names the thing; `first` and `second`: the fields of
--- either term, numbers.
---@param given bilan.Query
function two_tables.joined(given, key, first, second)
  local rows = given
  for _, field in ipairs(first) do
    rows = repeated_amounts.settled(repeated_amounts.once(rows, key, field, second), key, field, second)
  end
  local of_first, of_second = known_fields(rows, first), known_fields(rows, second)
  local has_years = rows:has "exercice"
  local function place_of(row)
    return bilan.text.fold(tostring(row[key] or "")) .. (has_years and "/" .. tostring(row.exercice or "") or "")
  end
  local counts, found = pairs_of(rows, place_of, of_first, of_second)
  if not found then return rows end
  local function is_of_pair(row, fields) return counts[place_of(row)].is_pair and gives(row, fields) end
  local fields, place = rows:fields(), { paire = function(row) return place_of(row) end }
  local left = rows:where(function(row) return is_of_pair(row, of_first) end):derive(place)
  local right = rows:where(function(row) return is_of_pair(row, of_second) end):derive(place)
  local joined = left:join(right, { on = "paire", fields = of_second, prefix = "autre_" })
  local others = rows:where(function(row) return not is_of_pair(row, of_first) and not is_of_pair(row, of_second) end)
  return others:union(filled(joined, fields, of_second))
end

return two_tables
