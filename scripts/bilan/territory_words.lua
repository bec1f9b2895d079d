-- SPDX-License-Identifier: MPL-2.0
-- Words for series of context data (bilan.context_series): which map of quarters, year and source they are of, and what a cell
-- says where there is no value. Source: domain dossier 3.11.
local bilan = require "bilan"
local context_indicators = require "bilan.context_indicators"

local territory_words = {}

local MAPS = { ["2024"] = { fr = "QPV 2024", en = "Quarters of 2024" }, ["2015"] = { fr = "QPV 2015", en = "Quarters of 2015" },
  ["?"] = { fr = "QPV sans code", en = "Quarters without a code" } }

--- The map of quarters in words.
function territory_words.map(vintage) return MAPS[vintage] end

--- The maps that the series are of, the newest first.
function territory_words.vintages(all)
  local list, is_there = {}, {}
  for _, series in ipairs(all) do is_there[series.vintage] = true end
  for _, vintage in ipairs { "2024", "2015", "?" } do
    if is_there[vintage] then list[#list + 1] = vintage end
  end
  return list
end

--- The retained series of an indicator on a map.
function territory_words.retained(all, id, vintage)
  for _, series in ipairs(all) do
    if series.is_retained and series.vintage == vintage and series.indicator.id == id then return series end
  end
  return nil
end

--- The words of an indicator that was asked for by its id; the id where the list has no such indicator.
function territory_words.indicator(id)
  local indicator = context_indicators.by_id(id)
  return indicator and indicator.words or { fr = id, en = id }
end

--- The year of a series, or nil.
function territory_words.year(series) return series.year ~= 0 and series.year or nil end

--- The year in words.
function territory_words.year_text(series)
  local year = territory_words.year(series)
  return year and { fr = string.format("%d", year), en = string.format("%d", year) }
    or { fr = "année non dite", en = "year not stated" }
end

--- The source in words.
function territory_words.source(series)
  return series.source ~= "" and { fr = series.source, en = series.source } or { fr = "non dite", en = "not stated" }
end

--- « INSEE, 2021 »
function territory_words.dated(series)
  local year, source = territory_words.year_text(series), territory_words.source(series)
  return { fr = (series.source == "" and "source non dite" or source.fr) .. ", " .. year.fr,
    en = (series.source == "" and "source not stated" or source.en) .. ", " .. year.en }
end

--- The name of a territory, its code where it has none.
function territory_words.name(run, territory)
  return territory.name or run:label("territoire", territory.key)
end

--- What a cell says: the value, or the state that stands for none.
function territory_words.value(line)
  if line.problem then return bilan.state "err" end
  return line.figure
end

--- The rank, or why there is none.
function territory_words.rank(line)
  return line.rank or bilan.state(line.problem and "err" or line.figure.cause or "nd")
end

--- « comparé », or why not.
function territory_words.comparison(run, line)
  return run:text(line.why or { fr = "comparé", en = "compared" })
end

--- The end of a table's id: `2024`, `2015`, `sans_code`.
function territory_words.suffix(vintage) return vintage == "?" and "sans_code" or vintage end

--- The kind of a column that holds an indicator; the values of an indicator of no known kind bring their unit themselves.
function territory_words.kind(indicator)
  local kinds = { rate = "rate", amount = "euro", count = "integer" }
  return kinds[indicator.kind] or "figure"
end

return territory_words
