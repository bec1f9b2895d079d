-- SPDX-License-Identifier: MPL-2.0
-- A priority quarter told of by several rows (years, sources, files) is one quarter: what adds up is said of it once, by the
-- latest year, then by the source that tells of most quarters. Two values of one year and source are none. Quarters of 2015 and
-- of 2024 are never added. Source: domain dossier 3.11, 6.1 and 2.5.8.
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local territory_identity = require "bilan.territory_identity"
local f = bilan.field

local quarters_once = {}

--- The rows of one map of the quarters: that of the run's year, else the latest one that was sent. The others are said.
local function of_one_map(run, rows)
  local maps = rows:derive { carte = function(row) return territory_identity.vintage(row.code_qp) or "?" end }
  local of = { ["2015"] = maps:where { carte = "2015" }:count(), ["2024"] = maps:where { carte = "2024" }:count() }
  if of["2015"] == 0 or of["2024"] == 0 then return maps end
  local left = run.year and run.year < 2024 and "2024" or "2015"
  run:warning { fr = "Quartiers du découpage de " .. left .. ", jamais additionnés à ceux d'un autre, non comptés : " .. of[left] .. ".",
    en = "Quarters of the map of " .. left .. ", never added to those of another, not counted: " .. of[left] .. "." }
  return maps:where(f.carte:ne(left))
end

--- Of each field, how many rows of each source give it: the source of most is the best known.
local function sources_of(rows, fields)
  local counts = {}
  for _, field in ipairs(fields) do counts[field] = {} end
  for row in rows:each() do
    for _, field in ipairs(fields) do
      local of = counts[field]
      if row[field] ~= nil then of[row.source_lue] = (of[row.source_lue] or 0) + 1 end
    end
  end
  return counts
end

local function is_better(row, best, counts)
  local year, other = row.exercice or 0, best.year
  if year ~= other then return year > other end
  local mine, its = counts[row.source_lue] or 0, counts[best.source] or 0
  if mine ~= its then return mine > its end
  return row.source_lue < best.source
end

--- What is retained of each quarter and field: `{ value, year, source, is_doubtful, differs }`.
local function retained_of(rows, fields)
  local counts, retained, places = sources_of(rows, fields), {}, {}
  for row in rows:each() do
    local own = retained[row.code_qp] or {}
    retained[row.code_qp] = own
    places[row.code_qp] = places[row.code_qp] or row.lieu_lu
    for _, field in ipairs(fields) do
      local value, best = row[field], own[field]
      local made = { value = value, year = row.exercice or 0, source = row.source_lue, differs = best and best.value ~= value }
      if value ~= nil and best and best.year == made.year and best.source == made.source then
        best.is_doubtful = best.is_doubtful or best.value ~= value
        best.differs = best.differs or made.differs
      elseif value ~= nil and (not best or is_better(row, best, counts[field])) then
        made.differs = made.differs or best and best.differs
        own[field] = made
      elseif value ~= nil then
        best.differs = best.differs or best.value ~= value
      end
    end
  end
  return retained, places
end

--- The quarter's value on the row that gives it, unknown on its first row where none does; elsewhere it does not apply.
local function said_once(field, retained)
  local said = {}
  return function(row, state)
    local best = retained[row.code_qp][field]
    local is_here = not best or row[field] ~= nil and (row.exercice or 0) == best.year and row.source_lue == best.source
    if said[row.code_qp] or not is_here then return bilan.state "so" end
    said[row.code_qp] = true
    if best and best.is_doubtful then return bilan.state "err" end
    return best and best.value or bilan.state(state[field] == "so" and "so" or state[field] or "nd")
  end
end

--- First page: the quarters of which several values were sent, and what was retained.
local function warn_of_choices(run, retained)
  local names = {}
  for code, fields in pairs(retained) do
    local differs = false
    for _, best in pairs(fields) do differs = differs or best.differs end
    if differs then names[#names + 1] = code end
  end
  if #names == 0 then return end
  table.sort(names)
  local list = bilan.text.join(names, ", ")
  run:warning { fr = "Quartiers décrits par plusieurs valeurs (années, sources) : " .. list .. ". Chacun compte une fois : l'année la plus "
    .. "récente, puis la source qui décrit le plus de quartiers ; inconnu si elle se contredit.", en = "Quarters of which several values were "
    .. "sent (years, sources): " .. list .. ". Each counts once: the latest year, then the source of most quarters; unknown where it "
    .. "contradicts itself." }
end

--- The rows with a code of a quarter, each quarter once for what adds up: of each of `fields`, `FIELD_retenu`; and `lieu`, the
--- value of `place` that the quarter's first row with one gives, « ? » where none does. Gives too, of a field, the years and
--- sources that were retained, in words.
---@param run bilan.Run
---@param all bilan.Query
---@param place string
---@param fields string[]
function quarters_once.read(run, all, place, fields)
  local given = {}
  for _, field in ipairs(fields) do given[#given + 1] = all:has(field) and field or nil end
  local merged, by = one_spelling.merged(all:where(f.code_qp:known()), place)
  local named = one_spelling.of(merged, "source", "source_dite"):derive { lieu_lu = function(row, state) return row[by] or bilan.state(state[by]) end }
  local rows = of_one_map(run, named:derive { source_lue = function(row) return row.source_dite or "" end })
  local retained, places = retained_of(rows, given)
  warn_of_choices(run, retained)
  local made = { lieu = function(row) return places[row.code_qp] or "?" end }
  for _, field in ipairs(given) do made[field .. "_retenu"] = said_once(field, retained) end
  local function series_of(field)
    local met, list = {}, {}
    for _, of in pairs(retained) do
      local best = of[field]
      local words = best and bilan.text.trim((best.source or "") .. " " .. (best.year ~= 0 and string.format("%d", best.year) or "")) or ""
      if words ~= "" and not met[words] then met[words], list[#list + 1] = true, words end
    end
    table.sort(list)
    return bilan.text.join(list, ", ")
  end
  return rows:derive(made), series_of
end

return quarters_once
