-- SPDX-License-Identifier: MPL-2.0
-- Tables over all series of context data (bilan.context_series): what adds up, the profile of each quarter, the other years and
-- sources, and why values are not compared. Each value stands with its year and source. Source: domain dossier 3.11.
local bilan = require "bilan"
local columns = require "bilan.columns"
local context_indicators = require "bilan.context_indicators"
local context_series = require "bilan.context_series"
local words_of = require "bilan.territory_words"
local f = bilan.field

local territory_tables = {}

local YEAR = { header = { fr = "Année", en = "Year" }, kind = "year" }

--- What was received: how many territories of each level and map, and of how many of them an indicator was read. `below`: the
--- table that it shares a sheet with, if any.
function territory_tables.received(run, territories, all, below)
  local counts, order, with = {}, {}, {}
  for _, series in ipairs(all) do
    for _, line in ipairs(series.lines) do with[line.territory.key] = true end
  end
  for key, territory in pairs(territories) do
    local words = territory.level == "QPV" and run:text(words_of.map(territory.vintage))
      or run:label("niveau_territoire", territory.level)
    if not counts[words] then
      counts[words], order[#order + 1] = { 0, territory.level == "QPV" and 0 or nil }, words
    end
    counts[words][1] = counts[words][1] + 1
    if with[key] then counts[words][2] = counts[words][2] + 1 end
  end
  table.sort(order)
  local lines = {}
  for at, words in ipairs(order) do lines[at] = { words, counts[words][1], counts[words][2] or bilan.state "so" } end
  if #lines == 0 then lines[1] = { run:text { fr = "aucun territoire reconnu", en = "no territory recognised" }, 0, 0 } end
  run:table {
    id = "ter_recus", sheet = not below and { fr = "Territoires reçus", en = "Territories received" } or nil, below = below,
    title = { fr = "Territoires reçus, par niveau et par découpage", en = "Territories received, by level and map" },
    base = { fr = "Un territoire compte une fois, quel que soit le nombre de fichiers, d'années et de sources.",
      en = "A territory counts once, whatever the number of files, years and sources." },
    columns = { columns.text("Niveau", "Level"), columns.integer("Territoires", "Territories"),
      columns.integer("dont quartiers avec un indicateur", "of which quarters with an indicator") },
    rows = lines,
  }
end

--- What adds up, and the field whose series says of which year and source.
local ADDED = { { "TER01", "population" }, { "EMP16", "defm_abc" }, { "EMP16a", "defm_a" }, { "EMP16f" }, { "EMP16j" }, { "EMP16s" },
  { "EMP16d" }, { "EMP16r" }, { "EMP16n" } }

--- The rows of the quarters of a series.
local function rows_of(rows, series)
  return rows:where(bilan.all { f.niveau_lu:eq "QPV", f.decoupage:eq(series.vintage), f.annee:eq(series.year),
    f.source_lue:eq(series.source) })
end

--- The same rows with the field that a table with one indicator a row gives by the name of that indicator; the rows of other
--- indicators are left out.
local function with_named(rows, field)
  if not (rows:has "indicateur" and rows:has "valeur") then return rows end
  local function is_named(row)
    return row.indicateur ~= nil and context_indicators.named(row.indicateur, row.unite or "").id == field
  end
  local others, is_asked = {}, rows:has(field)
  for _, id in ipairs(rows:fields()) do
    if id ~= field then others[#others + 1] = id end
  end
  return rows:where(function(row) return row.indicateur == nil or is_named(row) end)
    :derive { valeur_nommee = function(row, state)
      if is_named(row) then return row.valeur or bilan.state(state.valeur) end
      if not is_asked then return bilan.state "abs" end
      return row[field] or bilan.state(state[field])
    end }:select { "valeur_nommee", table.unpack(others) }:derive { [field] = f.valeur_nommee * 1 }
end

--- Quarters that should have given a value; « sans objet » is none of them.
local function unknown_of(series)
  local unknown = 0
  for _, line in ipairs(series.lines) do
    if not line.is_known and (line.problem or line.figure.cause ~= "so") then unknown = unknown + 1 end
  end
  return unknown
end

--- Quarters that give what is added: those with a value, and those of a share with nobody in it (0 of 0), which adds nothing to
--- a ratio of sums and takes nothing from it.
local function given_by(series)
  local given = 0
  for _, line in ipairs(series.lines) do
    local is_of_nobody = not line.problem and not line.is_known and line.figure.denominator == 0 and line.figure.cause == "so"
    if line.is_known or is_of_nobody then given = given + 1 end
  end
  return given
end

--- TER01 and EMP16 over the quarters of each map, in the retained series. A quarter that has two rows in one series would
--- count twice: then there is no sum, and the first page says so. The first map gives the key figures.
function territory_tables.totals(run, rows, all)
  local lines, vintages, not_added = {}, words_of.vintages(all), {}
  for _, one in ipairs(ADDED) do
    for _, vintage in ipairs(vintages) do
      local series = words_of.retained(all, one[2] or one[1], vintage)
      local is_dated = series and series.known > 0 and series.year ~= 0
      local of_series = is_dated and rows_of(rows, series)
      local figure = is_dated and run:indicator(one[1], one[2] and with_named(of_series, one[2]) or of_series)
      local given = series and given_by(series)
      if figure and figure.base ~= given then
        not_added[#not_added + 1] = run:indicator_label(one[1]) .. " (" .. run:text(words_of.map(vintage)) .. ")"
      elseif figure then
        local label = run:indicator_label(one[1])
        lines[#lines + 1] = { label, run:text(words_of.map(vintage)), series.year, run:text(words_of.source(series)), figure,
          figure.numerator, figure.denominator, given, unknown_of(series), run:reliability(figure) }
        if vintage == vintages[1] and (one[1] == "TER01" or one[1] == "EMP16") then
          run:key_figures { { id = one[1], label = label, figure = figure, note = words_of.dated(series) } }
        end
      end
    end
  end
  if #not_added > 0 then
    local list = bilan.text.join(not_added, ", ")
    run:warning { fr = "Non additionné, car un quartier y a plusieurs lignes de la même année et de la même source : " .. list .. ".",
      en = "Not added up, for a quarter has several rows of one year and source: " .. list .. "." }
  end
  if #lines == 0 then return end
  run:table {
    id = "ter_ensemble", sheet = { fr = "Ensemble des quartiers", en = "All quarters" },
    title = { fr = "Ensemble des quartiers : ce qui s'additionne", en = "All quarters: what adds up" },
    base = { fr = "Seuls des effectifs s'additionnent. Un taux fourni par une source n'est ni sommé ni moyenné ; les parts de "
      .. "demandeurs d'emploi sont des rapports de sommes.",
      en = "Only counts are added. A rate given by a source is neither summed nor averaged; shares of job seekers are ratios "
        .. "of sums." },
    columns = { columns.text("Indicateur", "Indicator"), columns.text("Découpage", "Map"), YEAR, columns.text("Source", "Source"),
      columns.figure("Valeur", "Value"), columns.integer("Numérateur", "Numerator"), columns.integer("Dénominateur", "Denominator"),
      columns.integer("Quartiers connus", "Known quarters"), columns.integer("Quartiers inconnus", "Unknown quarters"),
      columns.text("Solidité", "Reliability") },
    rows = lines,
  }
end

local function line_of_profile(run, series, line)
  local nothing, is_rate = bilan.state "nd", series.indicator.kind == "rate"
  return { words_of.name(run, line.territory), line.territory.code or nothing, run:text(series.indicator.words),
    words_of.year(series) or nothing, run:text(words_of.source(series)), words_of.value(line), line.reference or nothing,
    line.gap or (is_rate and nothing or bilan.state "so"), line.ratio or (is_rate and bilan.state "so" or nothing),
    words_of.rank(line), series.ranked, words_of.comparison(run, line) }
end

local function profile_columns(name)
  return { columns.text("Quartier", "Quarter"), columns.code("Code", "Code"), columns.text("Indicateur", "Indicator"), YEAR,
    columns.text("Source", "Source"), columns.figure("Quartier (valeur)", "Quarter (value)"),
    columns.figure(name .. " (valeur)", name .. " (value)"), columns.points("Écart (points)", "Gap (points)"),
    columns.rate("Rapport", "Ratio"), columns.integer("Rang", "Rank"), columns.integer("sur", "of"),
    columns.text("Comparaison", "Comparison") }
end

--- Lines of the series that `is_wanted`, by quarter then indicator.
local function profile_lines(run, all, is_wanted)
  local lines, order = {}, {}
  for at, series in ipairs(all) do
    if is_wanted(series) then
      series.ranked = #context_series.rank(series)
      for _, line in ipairs(series.lines) do
        order[#order + 1] = { key = line.territory.key, at = at, series = series, line = line }
      end
    end
  end
  table.sort(order, function(a, b)
    if a.key ~= b.key then return a.key < b.key end
    return a.at < b.at
  end)
  for _, one in ipairs(order) do lines[#lines + 1] = line_of_profile(run, one.series, one.line) end
  return lines
end

--- Each quarter against its reference, on every indicator of the retained series.
function territory_tables.profiles(run, all, vintage, level)
  local name = run:label("niveau_territoire", level)
  run:table {
    id = "ter_profils_" .. words_of.suffix(vintage),
    sheet = { fr = "Profils " .. words_of.map(vintage).fr, en = "Profiles " .. vintage },
    title = { fr = words_of.map(vintage).fr .. " : profil de chaque quartier face à son territoire (" .. name .. ")",
      en = words_of.map(vintage).en .. ": profile of each quarter against its area (" .. name .. ")" },
    base = { fr = "Écart en points pour un taux, rapport pour un montant ou un effectif ; même année, même source des deux côtés.",
      en = "Gap in points for a rate, ratio for an amount or a count; one year and one source on both sides." },
    notes = { { fr = "Rapport d'un effectif : poids du quartier dans son territoire, si le quartier y est tout entier.",
      en = "Ratio of a count: weight of the quarter in its area, if it lies wholly in it." } },
    columns = profile_columns(name),
    rows = profile_lines(run, all, function(series) return series.is_retained and series.vintage == vintage end),
  }
end

--- The series of other years and sources: side by side, never as a change.
function territory_tables.apart(run, all, level)
  local lines = profile_lines(run, all, function(series) return not series.is_retained end)
  if #lines == 0 then return end
  run:table {
    id = "ter_autres_series", sheet = { fr = "Autres années et sources", en = "Other years and sources" },
    title = { fr = "Autres années et autres sources, sans évolution", en = "Other years and sources, without a change" },
    base = { fr = "Entre deux années ou deux sources, périmètre et méthode peuvent changer : aucune évolution n'est calculée.",
      en = "Between two years or sources, perimeter and method may differ: no change is computed." },
    columns = profile_columns(run:label("niveau_territoire", level)), rows = lines,
  }
end

--- How many values could be compared, and why the others could not.
function territory_tables.causes(run, all)
  local counts, order, n = {}, {}, 0
  for _, series in ipairs(all) do
    for _, line in ipairs(series.lines) do
      local words = words_of.comparison(run, line)
      if not counts[words] then
        counts[words], order[#order + 1] = 0, words
      end
      counts[words], n = counts[words] + 1, n + 1
    end
  end
  table.sort(order, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  local lines = {}
  for _, words in ipairs(order) do lines[#lines + 1] = { words, counts[words], n, counts[words] / n } end
  run:table {
    id = "ter_comparaisons", sheet = { fr = "Comparaisons", en = "Comparisons" },
    title = { fr = "Valeurs comparées, et pourquoi les autres ne le sont pas", en = "Values compared, and why the others are not" },
    base = { fr = "Une ligne par valeur d'un quartier, toutes séries confondues.",
      en = "One line for each value of a quarter, all series." },
    columns = { columns.label("Comparaison", "Comparison"), columns.added("integer", "Valeurs", "Values"),
      columns.integer("Sur", "Of"), columns.rate("Part", "Share", { ratio_of = { 2, 3 } }) },
    rows = lines,
  }
end

return territory_tables
