-- SPDX-License-Identifier: MPL-2.0
-- Context data as series: one indicator, one map of the quarters (2015, 2024), one year, one source. Values are compared and
-- ranked inside a series only; a quarter is compared with its territory of reference in the same year and from the same
-- source. What cannot be compared keeps its line and says why; nothing unknown is ever taken for zero. Source: domain dossier
-- 3.11 and 2.5.8.
local bilan = require "bilan"
local context_indicators = require "bilan.context_indicators"
local f = bilan.field

local context_series = {}

local UNITS = { rate = "rate", amount = "euro", count = "count" }

--- One value of a territory out of the greatest and the smallest that its rows give: two different ones are none.
local function cell_of(most, least)
  if most.cause == "abs" then return nil end
  if most.value ~= least.value then
    return { problem = { fr = "plusieurs valeurs pour la même année (" .. least.text .. " et " .. most.text .. ")",
      en = "several values for one year (" .. least.text .. " and " .. most.text .. ")" } }
  end
  return { figure = most }
end

--- The cells of the tables with one indicator a column.
local function wide_cells(rows, add)
  for _, indicator in ipairs(context_indicators.list) do
    local fields = indicator.part and { indicator.part, indicator.whole } or { indicator.id }
    local is_there, measures = true, {}
    for _, field in ipairs(fields) do
      is_there = is_there and rows:has(field)
      measures[#measures + 1] = { field .. "_max", bilan.max(f[field]) }
      measures[#measures + 1] = { field .. "_min", bilan.min(f[field]) }
    end
    local groups = is_there and rows:group { by = { "cle", "annee", "source_lue" }, measures = measures }:rows() or {}
    for _, group in ipairs(groups) do
      local cell = cell_of(group[fields[1] .. "_max"], group[fields[1] .. "_min"])
      local whole = indicator.part and cell_of(group[fields[2] .. "_max"], group[fields[2] .. "_min"])
      if cell and whole and not cell.problem then
        cell = whole.problem and whole or { figure = cell.figure / whole.figure }
      end
      if cell and (not indicator.part or whole) then add(indicator, group, cell) end
    end
  end
end

--- 0,43 and 43 are both written for 43 %: the other values of the indicator settle which, or nothing does.
local function scale_of(values)
  local has_fraction, has_percent = false, false
  for _, value in ipairs(values) do
    if value ~= 0 and value <= 1 then has_fraction = true end
    if value > 1 then has_percent = true end
  end
  if has_fraction and has_percent then return nil end
  return has_percent and 100 or 1
end

--- The cells of the tables with one indicator a row. Gives the words of the rates that are written « 0,4 » under « % ».
local function long_cells(rows, add)
  local found, values, fractions = {}, {}, {}
  if not (rows:has "indicateur" and rows:has "valeur") then return fractions end
  local groups = rows:where(f.indicateur:known()):group { by = { "indicateur", "unite_lue", "cle", "annee", "source_lue" },
    measures = { { "most", bilan.max(f.valeur) }, { "least", bilan.min(f.valeur) } } }
  for _, group in ipairs(groups:rows()) do
    local indicator = context_indicators.named(group.indicateur, group.unite_lue)
    local cell = cell_of(group.most, group.least)
    if cell then
      found[#found + 1] = { indicator = indicator, group = group, cell = cell }
      values[indicator.id] = values[indicator.id] or {}
      if cell.figure and cell.figure.value then table.insert(values[indicator.id], cell.figure.value) end
    end
  end
  for _, one in ipairs(found) do
    local kind, cell = one.indicator.kind, one.cell
    local scale = kind ~= "rate" and 1 or scale_of(values[one.indicator.id])
    if scale == 1 and kind == "rate" and one.group.unite_lue ~= "" and (cell.figure and cell.figure.value or 0) ~= 0 then
      fractions[one.indicator.id] = one.indicator.words
    end
    if cell.figure and not scale then
      cell = { problem = { fr = "taux écrits tantôt 0,4, tantôt 40 : à préciser par la source",
        en = "rates written 0.4 here and 40 there: to be settled by the source" } }
    elseif cell.figure then
      cell = { figure = (scale == 1 and cell.figure or cell.figure / scale):with_unit(UNITS[kind] or "number") }
    end
    add(one.indicator, one.group, cell)
  end
  return fractions
end

--- A second cell of one territory, year and source: the same value again changes nothing, another one makes it unknown.
local function merged(known, cell)
  if not known or not known.figure or not known.figure.value then return known and known.problem and known or cell end
  if not cell.figure or not cell.figure.value or cell.figure.value == known.figure.value then return known end
  return cell_of(known.figure, cell.figure)
end

--- All cells, in the order of the indicators: `{ indicator, by = { [key] = { [year or 0] = { [source] = cell } } } }`; and
--- the words of the rates taken for fractions.
local function read_cells(rows)
  local all, order = {}, {}
  local function add(indicator, group, cell)
    local one = all[indicator.id]
    if not one then
      one = { indicator = indicator, by = {} }
      all[indicator.id], order[#order + 1] = one, one
    end
    local years = one.by[group.cle] or {}
    one.by[group.cle] = years
    local year = group.annee or 0
    years[year] = years[year] or {}
    years[year][group.source_lue] = merged(years[year][group.source_lue], cell)
  end
  wide_cells(rows, add)
  local fractions = long_cells(rows, add)
  table.sort(order, function(a, b)
    if a.indicator.place ~= b.indicator.place then return a.indicator.place < b.indicator.place end
    return a.indicator.id < b.indicator.id
  end)
  local words = {}
  for _, one in ipairs(order) do words[#words + 1] = fractions[one.indicator.id] end
  return order, words
end

--- The reference's cell for a series, or why there is none. A source that nobody names contradicts no other, as long as there
--- is one value only.
local function reference_of(one, key, year, source)
  local years = one.by[key] or {}
  local there = years[year]
  if not there then
    local others = {}
    for other in pairs(years) do others[#others + 1] = other == 0 and "?" or string.format("%d", other) end
    table.sort(others)
    local list = bilan.text.join(others, ", ")
    if #others == 0 then return nil, { fr = "aucune valeur de référence", en = "no value of reference" } end
    return nil, { fr = "référence d'une autre année (" .. list .. ")", en = "reference of another year (" .. list .. ")" }
  end
  if there[source] then return there[source] end
  local names = {}
  for other in pairs(there) do names[#names + 1] = other end
  if #names == 1 and (names[1] == "" or source == "") then return there[names[1]] end
  local list = bilan.text.join(names, ", ")
  return nil, { fr = "référence d'une autre source (" .. list .. ")", en = "reference from another source (" .. list .. ")" }
end

--- Why a cell holds no value that could be compared.
local function silence_of(cell, words)
  if cell.problem then return cell.problem end
  if cell.figure.value then return nil end
  if cell.figure.denominator == 0 then
    return { fr = words.fr .. " sans objet (dénominateur nul)", en = words.en .. " not applicable (the denominator is 0)" }
  end
  local cause = cell.figure.cause or "nd"
  return { fr = words.fr .. " inconnue (" .. cause .. ")", en = words.en .. " unknown (" .. cause .. ")" }
end

--- The line of one quarter: its value, that of its reference, the gap in points or the ratio, or why there is none.
local function line_of(one, territory, series, level, cell)
  local line = { territory = territory, figure = cell.figure, problem = cell.problem }
  line.is_known = not cell.problem and cell.figure.value ~= nil
  local key = territory.within[level]
  local reference, why
  if not key then
    why = { fr = "territoire de référence non dit", en = "territory of reference not stated" }
  elseif key == "?" then
    local named = territory.names[level] or ""
    local names = string.find(named, ";", 1, true) and " (" .. named .. ")" or ""
    why = { fr = "plusieurs territoires de référence" .. names, en = "several territories of reference" .. names }
  elseif series.year == 0 then
    why = { fr = "année non dite", en = "year not stated" }
  else
    reference, why = reference_of(one, key, series.year, series.source)
  end
  line.reference = reference and not reference.problem and reference.figure or nil
  line.why = silence_of(cell, { fr = "valeur du quartier", en = "value of the quarter" }) or why
    or reference and silence_of(reference, { fr = "valeur de référence", en = "value of reference" })
    or not one.indicator.kind and { fr = "unité non dite", en = "unit not stated" } or nil
  if not line.why and one.indicator.kind == "rate" then
    line.gap = line.figure - line.reference
  elseif not line.why then
    line.ratio = line.figure / line.reference
    if not line.ratio.value then line.why = { fr = "référence nulle", en = "reference of zero" } end
  end
  return line
end

local ORDER = { ["2024"] = 1, ["2015"] = 2, ["?"] = 3 }

local function is_before(a, b)
  if a.vintage ~= b.vintage then return ORDER[a.vintage] < ORDER[b.vintage] end
  if a.year ~= b.year then return a.year > b.year end
  if a.known ~= b.known then return a.known > b.known end
  return a.source < b.source
end

--- Without the series of which every cell is empty, where another one of the same map holds a value: one table of several
--- years and sources has each column in the rows of all, and an empty column is no series.
local function answered(list)
  local has_value, kept = {}, {}
  for _, series in ipairs(list) do
    if series.known > 0 then has_value[series.vintage] = true end
  end
  for _, series in ipairs(list) do
    local is_empty = true
    for _, line in ipairs(series.lines) do
      is_empty = is_empty and not line.problem and line.figure.cause == "vide"
    end
    if not (is_empty and has_value[series.vintage]) then kept[#kept + 1] = series end
  end
  return kept
end

--- The series of quarters, in the order of the indicators: `{ indicator, vintage, year (0: not stated), source, lines,
--- known, compared, is_retained }`. Of one indicator and map the latest year is retained, then the best known source; the
--- others stand apart. `level` is that of the territories of reference; `rows` have `cle`, `annee`, `source_lue`. Gives too the
--- words of the rates under « % » that were all at most 1, and taken for fractions.
function context_series.read(rows, territories, level)
  local all = {}
  local cells, fractions = read_cells(rows:where(f.cle:ne ""))
  for _, one in ipairs(cells) do
    local by_id, list = {}, {}
    for key, years in pairs(one.by) do
      local territory = territories[key]
      for year, sources in pairs(territory.level == "QPV" and years or {}) do
        for source, cell in pairs(sources) do
          local id = territory.vintage .. "|" .. year .. "|" .. source
          local series = by_id[id]
          if not series then
            series = { indicator = one.indicator, vintage = territory.vintage, year = year, source = source, lines = {},
              known = 0, compared = 0 }
            by_id[id], list[#list + 1] = series, series
          end
          local line = line_of(one, territory, series, level, cell)
          table.insert(series.lines, line)
          if line.is_known then series.known = series.known + 1 end
          if not line.why then series.compared = series.compared + 1 end
        end
      end
    end
    list = answered(list)
    table.sort(list, is_before)
    local retained = {}
    for _, series in ipairs(list) do
      series.is_retained, retained[series.vintage] = not retained[series.vintage], true
      table.sort(series.lines, function(a, b) return a.territory.key < b.territory.key end)
      all[#all + 1] = series
    end
  end
  return all, fractions
end

--- Gives each known line of a series its rank (1 for the greatest value) and, where several share it, how many. Unknown and
--- secret values have no rank, nor has a series whose year nobody says.
function context_series.rank(series)
  local known = {}
  for _, line in ipairs(series.lines) do
    if line.is_known and series.year ~= 0 then known[#known + 1] = line end
  end
  table.sort(known, function(a, b)
    if a.figure.value ~= b.figure.value then return a.figure.value > b.figure.value end
    return a.territory.key < b.territory.key
  end)
  for at, line in ipairs(known) do
    local before = known[at - 1]
    line.rank = before and before.figure.value == line.figure.value and before.rank or at
  end
  local counts = {}
  for _, line in ipairs(known) do counts[line.rank] = (counts[line.rank] or 0) + 1 end
  for _, line in ipairs(known) do line.shared = counts[line.rank] end
  return known
end

return context_series
