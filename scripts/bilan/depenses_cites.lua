-- SPDX-License-Identifier: MPL-2.0
-- What the cités de l'emploi spend, by year, and who pays beside the envelope. Source: domain dossier 3.7.3 (CIT09,
-- CIT10).
local bilan = require "bilan"
local cofinancements = require "bilan.cofinancements"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local entites = require "bilan.entites"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local parts = require "bilan.parts"
local shared_sheet = require "bilan.shared_sheet"
local two_tables = require "bilan.two_tables"
local f = bilan.field

local depenses = {}

--- Amounts that are apart by less are the same.
local CENT = 0.01

--- The fields that speak of spending.
depenses.asked = { "enveloppe", "depense_total", "depense_coordination", "depense_actions", "depense_ingenierie",
  "depense_autre" }

--- What was spent, without the envelope.
depenses.spent = { table.unpack(depenses.asked, 2) }

local KINDS = { "depense_coordination", "depense_actions", "depense_ingenierie", "depense_autre" }

--- The kinds of a row added up, those that are known.
local function detail_of(row)
  local detail = 0
  for _, kind in ipairs(KINDS) do detail = detail + (row[kind] or 0) end
  return detail
end

--- First page: rows whose detail is more than the total beside it. The total is what the rate counts, for it is what was declared.
function depenses.warn(run, rows)
  if not rows:has "depense_total" then return end
  local n = rows:where(function(row) return row.depense_total ~= nil and detail_of(row) > row.depense_total + CENT end):count()
  if n == 0 then return end
  run:warning { fr = "Dépenses par nature > dépenses totales (C04) : " .. counted.fr(n, "ligne", "lignes")
    .. ", le total déclaré est retenu ; à confirmer auprès de la cité.", en = "Spending by kind > total spent (C04): "
    .. counted.en(n, "row", "rows") .. ", the declared total was taken; to be confirmed by the cité." }
end

--- Under the table: the years whose detail is more than what is spent, and why that may be right.
local function note_of_detail(years)
  if #years == 0 then return nil end
  local list = bilan.text.join(years, ", ")
  return { fr = "Le détail par nature dépasse les dépenses : " .. list .. ". Des cités donnent leur détail sans total ni enveloppe, "
    .. "ou un détail supérieur à leur total.",
    en = "The detail by kind is more than what is spent: " .. list .. ". Some cités give their detail without total or envelope, "
      .. "or a detail above their total." }
end

--- CIT10: spending by year and kind, with the envelope. `page`: the sheet that it shares.
function depenses.by_year(run, all, page)
  local kinds = {}
  for _, kind in ipairs {
    { "depense_coordination", { fr = "Coordination (€)", en = "Coordination (€)" } },
    { "depense_actions", { fr = "Actions (€)", en = "Actions (€)" } },
    { "depense_ingenierie", { fr = "Ingénierie (€)", en = "Engineering (€)" } },
    { "depense_autre", { fr = "Autre (€)", en = "Other (€)" } } } do
    if all:has(kind[1]) then kinds[#kinds + 1] = kind end
  end
  local rows = entites.rows_for(two_tables.joined(all, "cite", { "enveloppe" }, depenses.spent), "cite", depenses.asked)
  local any = {}
  for _, field in ipairs(depenses.asked) do any[#any + 1] = f[field]:known() end
  rows = rows:where(bilan.any(any)):derive { annee = exercice.year_or(run.year or 0) }
  if rows:count() == 0 then return end
  local measures = { { "envelope", bilan.sum(f.enveloppe) }, { "total", bilan.sum(f.depense_total) }, { "rate",
    run:measure "CIT10" } }
  for _, kind in ipairs(kinds) do measures[#measures + 1] = { kind[1], bilan.sum(f[kind[1]]) } end
  local lines, exceeded = {}, {}
  for _, group in ipairs(rows:group { by = "annee", measures = measures }:rows()) do
    local cells, detail = { group.annee > 0 and group.annee or bilan.state "nd" }, 0
    for _, kind in ipairs(kinds) do
      cells[#cells + 1] = group[kind[1]]
      detail = detail + (group[kind[1]].value or 0)
    end
    if group.rate.numerator and detail > group.rate.numerator + CENT then
      exceeded[#exceeded + 1] = group.annee > 0 and string.format("%d", group.annee) or run:text { fr = "année inconnue", en = "unknown year" }
    end
    local none = bilan.state(group.rate.cause or "nd")
    cells[#cells + 1] = group.rate.numerator or none
    cells[#cells + 1] = group.rate.denominator or none
    cells[#cells + 1] = indicators.rate(group.rate)
    cells[#cells + 1] = group.rate.base
    cells[#cells + 1] = group.rate.unknown
    lines[#lines + 1] = cells
  end
  local shown, series = { { header = { fr = "Année", en = "Year" }, kind = "year" } }, {}
  for at, kind in ipairs(kinds) do shown[at + 1], series[at] = { header = kind[2], kind = "euro" }, at + 1 end
  for _, column in ipairs {
    columns.euro("Dépenses (€)", "Spent (€)"),
    columns.euro("Enveloppe (€)", "Envelope (€)"),
    columns.rate("Taux de consommation", "Share spent", { ratio_of = { #kinds + 2, #kinds + 3 } }),
    columns.integer("Cités connues", "Known cités"),
    columns.integer("Cités inconnues", "Unknown cités") } do shown[#shown + 1] = column end
  local sheet, below = shared_sheet.place(page, "cit_depenses")
  run:table {
    id = "cit_depenses", sheet = sheet, below = below,
    title = { fr = "Dépenses et enveloppe par année", en = "Spending and envelope by year" },
    base = { fr = "Dépenses et enveloppe : des cités où les deux sont connues. Détail par nature : de toutes les cités qui le donnent, "
      .. "même sans total ni enveloppe ; il peut donc être partiel, ou dépasser les dépenses. Une nature laissée vide à côté d'autres compte "
      .. "zéro dans les dépenses, et rend partiel (≥) son propre total.",
      en = "Spending and envelope: of the cités that give both. Detail by kind: of all cités that give it, even without total or "
      .. "envelope; it may thus be partial, or exceed what is spent. A kind left empty beside others is zero in what is spent, and makes its "
      .. "own total partial (≥)." },
    notes = { note_of_detail(exceeded) }, columns = shown, rows = lines,
    chart = #kinds > 0 and #lines > 1 and { type = "stacked_columns", category = 1, series = series, labels = false,
      title = { fr = "Dépenses par année et nature (€)", en = "Spending by year and kind (€)" },
      alt = { fr = "Colonnes empilées : dépenses par année et nature.",
        en = "Stacked columns: spending by year and kind." } } or nil,
  }
end

--- CIT09: co-funding by origin. `page`: the sheet that it shares.
function depenses.cofunding(run, rows, page)
  local origins = {
    { "cofin_p147", { fr = "Financement du P 147 / CV", en = "Programme 147 / contract" } },
    { "cofin_etat_autre", { fr = "Autre financement de l'État (hors BOP 147)", en = "Other State funding" } },
    { "cofin_collectivites", { fr = "Financement collectivités territoriales porteuses",
      en = "Authorities that carry the cité" } },
    { "cofin_autres", { fr = "Autres financements", en = "Other funding" } } }
  local fields, lines = cofinancements.fields, {}
  local whole = parts.sum(f, bilan, fields)
  local is_any, is_complete = false, true
  for _, origin in ipairs(origins) do
    local part = parts.one(f, bilan, fields, origin[1])
    local amount = rows:figure(bilan.sum(f[origin[1]], { unit = "euro" })) -- an empty cell is zero in the whole, and no known amount
    local share = rows:figure(bilan.ratio(part, whole))
    is_any = is_any or amount.value ~= nil and amount.value > 0
    local absent = not rows:has(origin[1]) and bilan.state "abs" or nil
    is_complete = is_complete and not absent
    local none = bilan.state(share.cause or "nd")
    lines[#lines + 1] = { run:text(origin[2]), absent or amount, absent or amount.base, absent or amount.unknown,
      absent or share.numerator or none, absent or share.denominator or none, absent or share,
      absent or share.base }
  end
  if not is_any then return end
  local sheet, below = shared_sheet.place(page, "cit_cofinancements")
  run:table {
    id = "cit_cofinancements", sheet = sheet, below = below,
    title = { fr = "Cofinancements par origine", en = "Co-funding by origin" },
    base = { fr = "Cités connues : qui donnent ce montant. Part : sur les cités dont chaque cofinancement est connu ; laissé vide à côté d'autres, ou sans colonne, il "
      .. "vaut zéro dans l'ensemble. Enveloppe de la cité non comprise.",
      en = "Known cités: that give this amount. Share: over the cités whose every co-funding is known; left empty beside others, or without a column, it is zero in the "
        .. "whole. The envelope of the cité is not in it." },
    columns = {
      columns.label("Origine", "Origin"),
      columns.euro("Montant (€)", "Amount (€)", { total = is_complete and "sum" or cofinancements.sum(rows) }),
      columns.integer("Cités connues", "Known cités"),
      columns.integer("Cités inconnues", "Unknown cités"),
      columns.euro("Montant des cités au total connu (€)", "Amount, cités of known total (€)"),
      columns.euro("Ensemble de ces cités (€)", "All of these cités (€)"),
      columns.rate("Part", "Share", { ratio_of = { 5, 6 } }),
      columns.integer("Cités au total connu", "Cités of known total"),
    },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Cofinancements par origine (€)", en = "Co-funding by origin (€)" },
      alt = { fr = "Barres horizontales : cofinancements par origine.",
        en = "Horizontal bars: co-funding by origin." } },
  }
end

return depenses
