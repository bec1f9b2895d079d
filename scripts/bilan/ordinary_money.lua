-- SPDX-License-Identifier: MPL-2.0
-- The money of ordinary policy, by what the lines of funding plans say of it: the funder, a field of the action, the contract.
-- Source: domain dossier 3.6 (DC01, DC02, DC05).
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local financeurs = require "bilan.financeurs"
local indicators = require "bilan.indicators"
local one_spelling = require "bilan.one_spelling"
local one_unknown = require "bilan.one_unknown"
local ordinary_share = require "bilan.ordinary_share"
local perimetres = require "bilan.perimetres"
local f = bilan.field

local ordinary_money = {}

local amount, amount_with_plan = financeurs.amount(f), financeurs.amount_with_plan(f)
local is_ordinary = f.nature_credit:one_of(financeurs.ordinary)
local is_specific = f.nature_credit:eq(financeurs.specific)

--- Ordinary money of a group. An action whose plan nobody sent has some or none: unknown, so that what others give is a minimum.
local function ordinary_sum()
  return bilan.sum(amount_with_plan * is_ordinary, { unit = "euro", where = bilan.any { is_ordinary, f.sans_plan } })
end

local PERIMETERS = { "P1", "P2", "P3", "P4" }
local FRAGILE = "fragile" -- the word of `run:reliability`, in both languages

--- Groups of one field, the greatest first; all rows that do not give it stand together at the end.
local function groups_of(run, rows, field, vocabulary, measures)
  local list, last = {}, nil
  local read, by = one_spelling.merged(rows, field)
  local groups = one_unknown.named(read, { cle = by }):group { by = "cle", measures = measures }
  for _, group in ipairs(groups:sorted(measures[1][1], "descending"):rows()) do
    if group.cle == one_unknown.NONE then
      last, group.name = group, run:text(absences.NOT_GIVEN)
    else
      group.name = vocabulary and run:label(vocabulary, group.cle) or group.cle
      list[#list + 1] = group
    end
  end
  list[#list + 1] = last
  return list
end

--- « N = 33 lignes connues sur 36, périmètre P1. »: what stands under the title of a chart of lines.
function ordinary_money.note(figure, of_what)
  local whole = figure.base + figure.unknown
  return { fr = "N = " .. counted.fr(figure.base, "ligne connue", "lignes connues") .. " sur " .. whole .. of_what.fr .. ".",
    en = "N = " .. counted.en(figure.base, "known line", "known lines") .. " of " .. whole .. of_what.en .. "." }
end

--- DC05: ordinary and specific money by one field, P1.
function ordinary_money.by_field(run, programmed, field, words)
  if not programmed:has(field) then return end
  local groups = groups_of(run, programmed:where(financeurs.is_funding(f)), field, words.vocabulary, {
    { "ordinary", ordinary_sum() },
    { "specific", bilan.sum(amount_with_plan, { unit = "euro", where = is_specific }) },
    { "both", bilan.sum(amount_with_plan, { unit = "euro", where = bilan.any { is_ordinary, is_specific } }) },
    table.unpack(ordinary_share.measures("DC01_P1", "share")),
  })
  local rows = {}
  for _, group in ipairs(groups) do
    if group.share.base + group.share.unknown > 0 then
      local share = ordinary_share.of(group, "share")
      rows[#rows + 1] = { group.name, group.ordinary, group.specific, group.both, indicators.rate(share), share.base, share.unknown,
        run:reliability(share) }
    end
  end
  if #rows == 0 then return end
  run:table {
    id = words.id, sheet = words.header, title = words.title,
    base = { fr = "DC05, périmètre P1 : programmation, crédits publics.", en = "DC05, perimeter P1: programming, public credits." },
    columns = {
      { header = words.header, kind = "text", total = "label" },
      columns.added("euro", "Droit commun (€)", "Ordinary (€)"),
      columns.added("euro", "Spécifique (€)", "Specific (€)"),
      columns.added("euro", "Droit commun + spécifique (€)", "Ordinary + specific (€)"),
      columns.rate("Part du droit commun (P1)", "Share of ordinary policy (P1)", { ratio_of = { 2, 4 },
        total = run:indicator("DC01_P1", programmed) }),
      columns.added("integer", "Lignes connues", "Known lines"),
      columns.added("integer", "Lignes inconnues", "Unknown lines"),
      columns.text("Solidité", "Reliability"),
    },
    rows = rows,
    chart = { type = "stacked_bars", category = 1, series = { 2, 3 }, labels = false, title = words.title,
      note = ordinary_money.note(run:indicator("DC01_P1", programmed), { fr = ", périmètre P1", en = ", perimeter P1" }),
      alt = words.alt },
  }
  return true
end

--- Who pays what: funders by nature of the credit.
function ordinary_money.funders(run, all)
  local lines = one_unknown.named(all:where(financeurs.is_funding(f)), { payeur = "financeur", nature_dite = "nature_credit" })
  local crossing = lines:cross { rows = "payeur", columns = "nature_dite",
    measure = bilan.sum(amount, { unit = "euro" }) }
  local unknown = { fr = "non dit", en = "not given" }
  local function name(vocabulary, term) return term == one_unknown.NONE and run:text(unknown) or run:label(vocabulary, term) end
  local shown = { columns.label("Financeur", "Funder") }
  for _, nature in ipairs(crossing.columns) do
    shown[#shown + 1] = { header = name("nature_credit", nature) .. " (€)", kind = "euro", total = "sum" }
  end
  shown[#shown + 1] = { header = "Total (€)", kind = "euro", total = "sum" }
  local rows = {}
  for _, funder in ipairs(crossing.rows) do
    local row = { name("financeur", funder) }
    for _, nature in ipairs(crossing.columns) do row[#row + 1] = crossing:cell(funder, nature) end
    row[#row + 1] = crossing:row_total(funder)
    rows[#rows + 1] = row
  end
  if #rows == 0 then return end
  table.sort(rows, function(a, b)
    local left, right = a[#a].value or -1, b[#b].value or -1
    if left ~= right then return left > right end
    return a[1] < b[1]
  end)
  run:table {
    id = "dc_financeurs",
    sheet = { fr = "Financeurs", en = "Funders" },
    title = { fr = "Qui finance quoi : financeurs et nature des crédits", en = "Who pays what: funders and natures" },
    base = perimetres.amount,
    columns = shown, rows = rows,
    chart = #rows > 1 and {
      type = "bars", category = 1, series = { #shown },
      title = { fr = "Financements par financeur (€)", en = "Funding by funder (€)" },
      note = ordinary_money.note(lines:figure(bilan.sum(amount)), { fr = "", en = "" }),
      alt = { fr = "Barres horizontales : montant total de chaque financeur.",
        en = "Horizontal bars: amount of each funder." },
    } or nil,
  }
end

--- DC01 of each contract, one column a perimeter; beside it what its own report declares, with its perimeter.
function ordinary_money.contracts(run, lines)
  if not lines:has "contrat" then return end
  local ordinary_p1, both_p1 = ordinary_share.sums "DC01_P1"
  local measures = {}
  for _, code in ipairs(PERIMETERS) do
    for _, measure in ipairs(ordinary_share.measures("DC01_" .. code, code)) do measures[#measures + 1] = measure end
  end
  measures[#measures + 1] = { "ordinary", ordinary_p1 }
  measures[#measures + 1] = { "both", both_p1 }
  local groups = groups_of(run, one_spelling.of(lines, "contrat", "contrat_lu"), "contrat_lu", nil, measures)
  local rows = {}
  for _, group in ipairs(groups) do
    if group.P4.base + group.P4.unknown > 0 then -- P4 looks at every line
      local line, fragile = { group.name }, {}
      for at, code in ipairs(PERIMETERS) do
        local share = ordinary_share.of(group, code)
        line[at + 1] = indicators.rate(share)
        if share.value and run:reliability(share) == FRAGILE then fragile[#fragile + 1] = code end
      end
      line[6], line[7], line[8], line[9] = group.ordinary, group.both, group.P1.base, group.P1.unknown
      line[10] = bilan.text.join(fragile, ", ")
      rows[#rows + 1] = line
    end
  end
  if #rows == 0 then return end
  run:table {
    id = "dc_contrats",
    sheet = { fr = "Contrats", en = "Contracts" },
    title = { fr = "Part du droit commun par contrat, chaque périmètre à part",
      en = "Share of ordinary policy by contract, each perimeter apart" },
    notes = { { fr = "Comparez les contrats dans une même colonne seulement.",
      en = "Compare contracts within one column only." } },
    columns = {
      columns.text("Contrat", "Contract"),
      { header = "P1", kind = "rate" }, { header = "P2", kind = "rate" }, { header = "P3", kind = "rate" },
      { header = "P4", kind = "rate" },
      columns.euro("Droit commun P1 (€)", "Ordinary P1 (€)"),
      columns.euro("Droit commun + spécifique P1 (€)", "Ordinary + specific P1 (€)"),
      columns.integer("Lignes connues (P1)", "Known lines (P1)"),
      columns.integer("Lignes inconnues (P1)", "Unknown lines (P1)"),
      columns.text("Parts fragiles", "Fragile shares"),
    },
    rows = rows,
    chart = {
      type = "dots", category = 1, series = { 2, 3, 4, 5 },
      title = { fr = "Part du droit commun par contrat et périmètre",
        en = "Share of ordinary policy by contract and perimeter" },
      note = ordinary_money.note(run:indicator("DC01_P1", lines), { fr = " dans P1", en = " in P1" }),
      alt = { fr = "Pour chaque contrat, une marque par périmètre P1 à P4.",
        en = "For each contract, a mark for each perimeter P1 to P4." },
    },
  }
end

return ordinary_money
