-- SPDX-License-Identifier: MPL-2.0
-- Quarters one by one: a card a quarter, and the quarters by rank on one indicator, each beside its territory of reference.
-- Unknown and secret values stand at the foot, without a rank. Source: domain dossier 3.11 (tables, charts).
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local context_series = require "bilan.context_series"
local words_of = require "bilan.territory_words"

local territory_cards = {}

--- More quarters than this are no chart that anybody reads: the table stands alone.
local MOST_IN_A_CHART = 40
local MOST_ON_FIRST_PAGE, FIRST_ONES = 14, 10 -- of which half a page shows every name

--- The columns of one indicator on the cards: its value, and its gap or ratio to the reference.
local function card_columns(indicator, year)
  local words = indicator.words
  local list = { { header = { fr = words.fr .. " (" .. year.fr .. ")", en = words.en .. " (" .. year.en .. ")" },
    kind = words_of.kind(indicator) } }
  if indicator.kind == "rate" then
    list[2] = columns.points(words.fr .. " : écart (points)", words.en .. ": gap (points)")
  elseif indicator.kind == "amount" then
    list[2] = columns.rate(words.fr .. " : rapport à la référence", words.en .. ": ratio to the reference")
  end
  return list
end

--- The cards by quarter: what is known of it, and its cells by column.
local function read_cards(all, heads, is_shown)
  local cards, order = {}, {}
  for _, series in ipairs(all) do
    local list = is_shown[series.indicator.id] and card_columns(series.indicator, words_of.year_text(series)) or {}
    local at = #heads
    for index, column in ipairs(list) do heads[at + index] = column end
    for _, line in ipairs(series.lines) do
      local card = cards[line.territory.key]
      if not card then
        card = { territory = line.territory, cells = {}, known = 0 }
        cards[line.territory.key], order[#order + 1] = card, line.territory.key
      end
      card.known = card.known + (line.is_known and 1 or 0)
      if #list > 0 then card.cells[at + 1] = words_of.value(line) end
      if #list > 1 then card.cells[at + 2] = line.gap or line.ratio or bilan.state "nd" end
    end
  end
  table.sort(order)
  return cards, order
end

--- One line a quarter: where it lies, and the chosen indicators with their gap to the reference.
function territory_cards.cards(run, all, vintage, is_chosen)
  local retained, is_shown = {}, { population = true }
  for id in pairs(is_chosen) do is_shown[id] = true end
  for _, series in ipairs(all) do
    if series.is_retained and series.vintage == vintage then retained[#retained + 1] = series end
  end
  local heads = { columns.text("Quartier", "Quarter"), columns.code("Code", "Code"), columns.text("Commune", "Municipality"),
    columns.text("EPCI", "Inter-municipal body") }
  local cards, order = read_cards(retained, heads, is_shown)
  heads[#heads + 1] = columns.integer("Indicateurs connus sur " .. #retained, "Indicators known of " .. #retained)
  local lines, map, nobody = {}, words_of.map(vintage), bilan.state "nd"
  for _, key in ipairs(order) do
    local card = cards[key]
    local names = card.territory.names
    local line = { words_of.name(run, card.territory), card.territory.code or nobody, names["commune"] or nobody,
      names["EPCI"] or nobody }
    for at = 5, #heads - 1 do line[at] = card.cells[at] or bilan.state "abs" end
    line[#heads] = card.known
    lines[#lines + 1] = line
  end
  run:table {
    id = "ter_fiches_" .. words_of.suffix(vintage), sheet = { fr = "Fiches " .. map.fr, en = "Cards " .. vintage },
    title = { fr = map.fr .. " : une fiche par quartier", en = map.en .. ": one card a quarter" },
    base = { fr = "Valeurs de la dernière année reçue, dite en tête de colonne. Toutes les autres sont dans les profils.",
      en = "Values of the latest year received, which the header says. All others stand in the profiles." },
    columns = heads, rows = lines,
  }
end

--- The chosen rates of a map, those apart that fewer than half of its quarters can be compared on: they would empty a chart of
--- quarters that have all of them.
local function rates_of(all, vintage, is_chosen)
  local kept, scarce, quarters = {}, {}, {}
  local n = 0
  for _, series in ipairs(all) do
    local is_wanted = series.is_retained and series.vintage == vintage and is_chosen[series.indicator.id]
    if is_wanted and series.indicator.kind == "rate" and series.compared > 0 then
      kept[#kept + 1] = series
      for _, line in ipairs(series.lines) do
        if not quarters[line.territory.key] then quarters[line.territory.key], n = true, n + 1 end
      end
    end
  end
  local all_of_them = kept
  kept = {}
  for _, series in ipairs(all_of_them) do table.insert(2 * series.compared >= n and kept or scarce, series) end
  if #kept == 0 then return all_of_them, {} end
  return kept, scarce
end

--- What is said of the rates that are not drawn, and of the quarters; nil where there is nothing to say.
local function words_of_missing(run, scarce, others)
  local notes, names = {}, {}
  for _, series in ipairs(scarce) do
    local n = run:text { fr = counted.fr(series.compared, "quartier", "quartiers"), en = counted.en(series.compared, "quarter", "quarters") }
    names[#names + 1] = run:text(series.indicator.words) .. " (" .. n .. ")"
  end
  if #names > 0 then
    notes[1] = { fr = "Comparé pour moins de la moitié des quartiers, donc sur sa seule feuille : " .. bilan.text.join(names, " ; ") .. ".",
      en = "Compared for fewer than half of the quarters, hence on its own sheet only: " .. bilan.text.join(names, "; ") .. "." }
  end
  if #others > 0 then
    local rest = bilan.text.join(others, ", ")
    notes[#notes + 1] = { fr = "Un écart au moins n'est pas connu (voir les fiches) : " .. rest .. ".",
      en = "At least one gap is not known (see the cards): " .. rest .. "." }
  end
  return #notes > 0 and notes or nil
end

--- Gaps in points of the chosen rates, as dots, for the quarters that have all of them; the others are named. Gives false when
--- fewer than two have, or too many for a chart.
function territory_cards.gaps(run, all, vintage, level, is_chosen)
  local name, map, heads = run:label("niveau_territoire", level), words_of.map(vintage), { columns.text("Quartier", "Quarter") }
  local by_key, order = {}, {}
  local rates, scarce = rates_of(all, vintage, is_chosen)
  for _, series in ipairs(rates) do
    local words, year, at = series.indicator.words, words_of.year_text(series), #heads + 1
    heads[at] = columns.points(words.fr .. " (" .. year.fr .. ")", words.en .. " (" .. year.en .. ")")
    for _, line in ipairs(series.lines) do
      local key = line.territory.key
      if not by_key[key] then by_key[key], order[#order + 1] = { words_of.name(run, line.territory) }, key end
      by_key[key][at] = line.gap
    end
  end
  table.sort(order)
  local lines, others, shown = {}, {}, {}
  for column = 2, #heads do shown[#shown + 1] = column end
  for _, key in ipairs(order) do
    local is_whole = true
    for _, column in ipairs(shown) do is_whole = is_whole and by_key[key][column] ~= nil end
    if is_whole then lines[#lines + 1] = by_key[key] else others[#others + 1] = by_key[key][1] end
  end
  if #lines < 2 or #lines > MOST_IN_A_CHART then return false end
  local title = { fr = map.fr .. " : écarts en points, référence : " .. name, en = map.en .. ": gaps in points, reference: " .. name }
  run:table {
    id = "ter_ecarts_" .. words_of.suffix(vintage), sheet = { fr = "Écarts " .. map.fr, en = "Gaps " .. vintage }, title = title,
    base = { fr = "Taux du quartier moins taux de son territoire, même année et même source. N = " .. #lines .. " quartiers sur "
      .. #order .. ".", en = "Rate of the quarter less rate of its area, one year and one source. N = " .. #lines
      .. " quarters of " .. #order .. "." },
    notes = words_of_missing(run, scarce, others),
    columns = heads, rows = lines,
    chart = { type = "dots", category = 1, series = shown, title = title,
      alt = { fr = "Points : pour chaque quartier, son écart à son territoire de référence sur chaque taux.",
        en = "Dots: for each quarter, its gap to its area of reference on each rate." } },
  }
  return true
end

--- The lines of a ranking: the known values by rank, then the others.
local function ranked_lines(run, series, ranked)
  local lines, order = {}, {}
  for _, line in ipairs(ranked) do order[#order + 1] = line end
  for _, line in ipairs(series.lines) do
    if not line.rank then order[#order + 1] = line end
  end
  for _, line in ipairs(order) do
    local is_shared = line.rank and line.shared > 1
    local tie = is_shared and { fr = "ex æquo (" .. line.shared .. ") ; ", en = "tie (" .. line.shared .. "); " } or ""
    lines[#lines + 1] = { words_of.name(run, line.territory), line.territory.code or bilan.state "nd", words_of.rank(line),
      words_of.value(line), line.reference or bilan.state "nd", line.gap or line.ratio or bilan.state "nd",
      run:text(tie) .. words_of.comparison(run, line) }
  end
  return lines
end

--- The bars of a ranking.
local function ranking_chart(run, series, ranked, title)
  if #ranked == 0 or #series.lines > MOST_IN_A_CHART then return nil end
  local dated, first = words_of.dated(series), words_of.name(run, ranked[1].territory) .. ", " .. ranked[1].figure.text
  return { type = "bars", category = 1, series = { 4, 5 }, title = title,
    note = { fr = "N = " .. #ranked .. " ; source : " .. dated.fr, en = "N = " .. #ranked .. "; source: " .. dated.en },
    alt = { fr = "Barres horizontales : valeur de chaque quartier et de son territoire de référence, dans l'ordre des rangs. "
      .. "La plus grande : " .. first .. ".",
      en = "Horizontal bars: value of each quarter and of its area of reference, in the order of ranks. The greatest: "
        .. first .. "." } }
end

--- One indicator: the quarters by rank, each beside its reference. Gives the id of the table when it has a chart.
function territory_cards.ranking(run, series, level)
  local name, words, year = run:label("niveau_territoire", level), series.indicator.words, words_of.year_text(series)
  local ranked, map, kind = context_series.rank(series), words_of.map(series.vintage), words_of.kind(series.indicator)
  local id = "ter_" .. series.indicator.id .. "_" .. words_of.suffix(series.vintage)
  local unit = kind == "euro" and " (€)" or ""
  local title = { fr = words.fr .. unit .. ", " .. map.fr .. " et " .. name .. " (" .. year.fr .. ")",
    en = words.en .. unit .. ", " .. map.en .. " and " .. name .. " (" .. year.en .. ")" }
  local chart = ranking_chart(run, series, ranked, title)
  local place = series.vintage == "?" and { fr = "Sans code", en = "No code" } or { fr = series.vintage, en = series.vintage }
  run:table {
    id = id, sheet = { fr = place.fr .. " " .. words.fr, en = place.en .. " " .. words.en }, title = title,
    base = { fr = "Rang 1 : valeur la plus grande. Classés : " .. #ranked .. " sur " .. #series.lines .. ". Une valeur inconnue "
      .. "ou secrète n'est pas classée.", en = "Rank 1: greatest value. Ranked: " .. #ranked .. " of " .. #series.lines
      .. ". An unknown or secret value has no rank." },
    source = words_of.dated(series),
    columns = { columns.text("Quartier", "Quarter"), columns.code("Code", "Code"), columns.integer("Rang", "Rank"),
      { header = map, kind = kind }, { header = name, kind = kind },
      series.indicator.kind == "rate" and columns.points("Écart (points)", "Gap (points)") or columns.rate("Rapport", "Ratio"),
      columns.text("Constat", "Finding") },
    rows = ranked_lines(run, series, ranked), chart = chart,
  }
  return chart and id or nil
end

--- The ten quarters that stand worst, for a first page on which all of them could not be read: the greatest rates, the smallest
--- amounts; equal ones together. Gives the id of its table; nil where all quarters can be read.
function territory_cards.worst(run, series, level)
  local name, ranked = run:label("niveau_territoire", level), context_series.rank(series)
  if #series.lines <= MOST_ON_FIRST_PAGE or #ranked <= FIRST_ONES then return nil end
  local id = "ter_premiers_" .. series.indicator.id .. "_" .. words_of.suffix(series.vintage)
  local is_rate, words, year = series.indicator.kind == "rate", series.indicator.words, words_of.year_text(series)
  local list = {}
  for at = 1, #ranked do
    local line = ranked[is_rate and at or #ranked + 1 - at]
    local last = list[#list]
    if #list >= FIRST_ONES and (line.figure.value ~= last.figure.value or #list == MOST_ON_FIRST_PAGE) then break end
    list[#list + 1] = line
  end
  local lines = {}
  for at, line in ipairs(list) do lines[at] = { words_of.name(run, line.territory), line.figure, line.reference or bilan.state "nd" } end
  local unit = words_of.kind(series.indicator) == "euro" and " (€)" or ""
  local title = is_rate and { fr = words.fr .. " : les quartiers aux taux les plus élevés (" .. year.fr .. ")",
      en = words.en .. ": the quarters with the highest rates (" .. year.en .. ")" }
    or { fr = words.fr .. unit .. " : les quartiers aux montants les plus bas (" .. year.fr .. ")",
      en = words.en .. unit .. ": the quarters with the lowest amounts (" .. year.en .. ")" }
  local kind, count = words_of.kind(series.indicator), { fr = #list .. " quartiers sur " .. #ranked .. " classés",
    en = #list .. " quarters of " .. #ranked .. " ranked" }
  run:table {
    id = id, sheet = { fr = "Extrêmes " .. words.fr, en = "Extremes " .. words.en }, title = title, source = words_of.dated(series),
    base = { fr = count.fr .. ".", en = count.en .. "." },
    columns = { columns.text("Quartier", "Quarter"), { header = words_of.map(series.vintage), kind = kind }, { header = name, kind = kind } },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2, 3 }, title = title, note = count,
      alt = { fr = "Barres horizontales : valeur de ces quartiers et de leur territoire de référence.",
        en = "Horizontal bars: value of these quarters and of their area of reference." } },
  }
  return id
end

return territory_cards
