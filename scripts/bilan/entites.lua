-- SPDX-License-Identifier: MPL-2.0
-- Several rows may tell of one thing: a cité has a row of its monitoring, one of the questionnaire, one an axis. A
-- question then looks at the rows that answer it, and a thing that nowhere answers counts once as unknown.
local bilan = require "bilan"

local entites = {}

--- The name of a thing as it is compared: « ATELIER du Pont » is « Atelier du Pont ».
function entites.name_of(row, key) return bilan.text.fold(tostring(row[key] or "")) end
local name_of = entites.name_of

--- Those of the fields that at least one table has.
function entites.known_fields(rows, fields)
  local given = {}
  for _, field in ipairs(fields) do
    if rows:has(field) then given[#given + 1] = field end
  end
  return given
end

--- True when the row has a value of at least one of the fields.
function entites.gives(row, fields)
  for _, field in ipairs(fields) do
    if row[field] ~= nil then return true end
  end
  return false
end

local known_fields, gives = entites.known_fields, entites.gives

--- How much a row without an answer says of why: 2 « sans objet », 1 asked and left empty, 0 its table does not ask.
local function silence_of(state, fields)
  local silence = 0
  for _, field in ipairs(fields) do
    if state[field] == "so" then return 2 end
    if state[field] ~= "abs" then silence = 1 end
  end
  return silence
end

--- The rows that speak of `fields`, for sums: those that give at least one of them; of a thing that nowhere does, one
--- row: the first that says « sans objet », else the first of a table that asks, else its first.
---@param rows bilan.Query
---@param key string  the field that names the thing: `cite`
---@param fields string[]
function entites.rows_for(rows, key, fields)
  local given = known_fields(rows, fields)
  local answered, said_best = {}, {}
  rows:where(function(row, state) -- one pass over all rows, before any is chosen
    if gives(row, given) then answered[name_of(row, key)] = true end
    said_best[name_of(row, key)] = math.max(said_best[name_of(row, key)] or 0, silence_of(state, given))
    return true
  end)
  local said = {}
  return rows:where(function(row, state)
    if gives(row, given) then return true end
    local name = name_of(row, key)
    if answered[name] or said[name] or silence_of(state, given) < said_best[name] then return false end
    said[name] = true
    return true
  end)
end

--- One row a thing, for shares and means: the first that gives one of `fields`, else its first.
---@param rows bilan.Query
---@param key string
---@param fields string[]
function entites.once(rows, key, fields)
  local said = {}
  return entites.rows_for(rows, key, fields):where(function(row)
    local name = name_of(row, key)
    local is_first = not said[name]
    said[name] = true
    return is_first
  end)
end

--- Of several years, the rows of the latest one in which each thing gives one of `fields`; all rows of a thing that never does. A
--- row that says no year is of any.
---@param rows bilan.Query
---@param key string
---@param fields string[]
function entites.latest(rows, key, fields)
  local given, newest = known_fields(rows, fields), {}
  for row in rows:each() do
    local name = name_of(row, key)
    if gives(row, given) then newest[name] = math.max(newest[name] or 0, row.exercice or 0) end
  end
  return rows:where(function(row)
    local year = newest[name_of(row, key)]
    return year == nil or (row.exercice or year) == year
  end)
end

--- The same rows with fields that each thing says once, on its first row: `answers` gives, for each new field, a
--- function of the list of rows of the thing. Elsewhere they do not apply.
---@param rows bilan.Query
---@param key string
---@param answers table<string, fun(rows: bilan.Row[]): any>
function entites.say_once(rows, key, answers)
  local of_thing = {}
  for row in rows:each() do
    local name = name_of(row, key)
    of_thing[name] = of_thing[name] or {}
    table.insert(of_thing[name], row)
  end
  local fields = {}
  for field, answer in pairs(answers) do
    local said = {}
    fields[field] = function(row)
      local name = name_of(row, key)
      if said[name] then return bilan.state "so" end
      said[name] = true
      return answer(of_thing[name])
    end
  end
  return rows:derive(fields)
end

return entites
