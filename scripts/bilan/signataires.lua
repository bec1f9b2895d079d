-- SPDX-License-Identifier: MPL-2.0
-- Signatories of the PaQte from year to year, by kind. Source: domain dossier 3.8.3 (PAQ01).
local bilan = require "bilan"
local columns = require "bilan.columns"
local signatory_list = require "bilan.signatory_list"
local f = bilan.field

local signataires = {}

local function name_of(row) return bilan.text.fold(row.entreprise or "") end

local function year_of(date) return tonumber(bilan.number.date(date):match "%d%d%d%d") end

--- Of each year but the first, how many of its signatories signed by the end of the year before, as they say, and are not in the
--- list of it: then that list is not whole, and no growth can be told.
local function mark_gaps(stock)
  for at = 2, #stock do
    local known, missed = {}, {}
    stock[at].missed = 0
    for row in stock[at - 1].rows:each() do known[name_of(row)] = true end
    for row in stock[at].rows:each() do
      local name = name_of(row)
      local is_late = row.date_signature ~= nil and year_of(row.date_signature) <= stock[at - 1].year and not known[name]
      if is_late and not missed[name] then missed[name], stock[at].missed = true, stock[at].missed + 1 end
    end
  end
end

--- PAQ01 by year: signatories present in each year read, or, with one year only, those that had signed by the end of
--- each.
local function stock_by_year(run, all)
  local years = all:where(f.exercice:known())
  local list = years:distinct "exercice"
  if #list > 1 then
    local stock = {}
    for _, year in ipairs(list) do stock[#stock + 1] = { year = year, rows = (signatory_list.read(years:where { exercice = year })) } end
    mark_gaps(stock)
    return stock, { fr = "Signataires présents dans la liste de chaque année lue.",
      en = "Signatories in the list of each year read." }
  end
  if not all:has "date_signature" then return {} end
  local signed = {}
  for row in all:where(f.date_signature:known()):each() do
    signed[year_of(row.date_signature)] = true
  end
  local stock = {}
  for year in pairs(signed) do
    if not run.year or year <= run.year then
      stock[#stock + 1] = { year = year, rows = all:where(function(row)
        return row.date_signature ~= nil and year_of(row.date_signature) <= year
      end) }
    end
  end
  table.sort(stock, function(a, b) return a.year < b.year end)
  return stock, { fr = "Cumul des dates de signature de la liste lue ; les signataires partis n'y sont plus.",
    en = "Added up from the dates of signature in the list; those that left are not in it." }
end

--- First page: the lists that are not whole.
local function warn_of_gaps(run, stock)
  local lists = {}
  for at = 2, #stock do
    local missed = stock[at].missed or 0
    if missed > 0 then lists[#lists + 1] = string.format("%d (%d)", stock[at - 1].year, missed) end
  end
  if #lists == 0 then return end
  local list = bilan.text.join(lists, ", ")
  run:warning { fr = "Listes de signataires incomplètes, croissance non calculée : des signataires de l'année suivante, signés avant, n'y sont "
    .. "pas : " .. list .. ".", en = "Lists of signatories that are not whole, no growth: signatories of the year after that had signed "
    .. "before are not in them: " .. list .. "." }
end

--- The rows of one year with the kind of each signatory as its own rows of that year say it, whatever their order; « ? »
--- where none does or where they disagree. Another year says nothing: a company may have become a network.
local function with_kind(rows)
  local kind_of = {}
  for row in rows:each() do
    local name, kind = name_of(row), row.type_signataire
    if kind and kind_of[name] and kind_of[name] ~= kind then kind = "?" end
    kind_of[name] = kind or kind_of[name]
  end
  return rows:derive { sorte = function(row) return kind_of[name_of(row)] or "?" end }
end

--- The kinds met in any year, in display order, « ? » last.
local function kinds_of(stock, all)
  local is_met, kinds = {}, {}
  for _, one in ipairs(stock) do
    for _, kind in ipairs(one.rows:distinct "sorte") do is_met[kind] = true end
  end
  for _, kind in ipairs(all:has "type_signataire" and all:distinct "type_signataire" or {}) do
    if is_met[kind] then kinds[#kinds + 1] = kind end
  end
  if is_met["?"] then kinds[#kinds + 1] = "?" end
  return kinds
end

--- The table by year, with its chart; nothing when no year is known.
function signataires.table(run, all)
  local stock, base = stock_by_year(run, all)
  if #stock == 0 then return end
  warn_of_gaps(run, stock)
  for _, one in ipairs(stock) do one.rows = with_kind(one.rows) end
  local kinds = kinds_of(stock, all)
  local shown = { { header = { fr = "Année", en = "Year" }, kind = "year" } }
  for _, kind in ipairs(kinds) do
    local header = kind == "?" and { fr = "type non dit", en = "kind not given" } or run:label("type_signataire", kind)
    shown[#shown + 1] = { header = header, kind = "integer" }
  end
  local total = #shown + 1
  shown[#shown + 1] = columns.integer("Signataires", "Signatories")
  shown[#shown + 1] = columns.integer("Année précédente lue", "Year before, as read")
  shown[#shown + 1] = columns.integer("Croissance nette", "Net growth")
  shown[#shown + 1] = columns.rate("Taux de croissance", "Rate of growth", { ratio_of = { total + 2, total + 1 } })
  local lines, before = {}, nil
  for _, one in ipairs(stock) do
    local rows = one.rows
    local cells = { one.year }
    for _, kind in ipairs(kinds) do cells[#cells + 1] = run:indicator("PAQ01", rows:where { sorte = kind }) end
    local count = run:indicator("PAQ01", rows)
    cells[#cells + 1] = count
    local is_whole = (one.missed or 0) == 0
    local comparable = before and before > 0 and is_whole
    local none = bilan.state(is_whole and "so" or "nd")
    cells[#cells + 1] = before or bilan.state "so"
    cells[#cells + 1] = before and is_whole and count.value - before or none
    cells[#cells + 1] = comparable and (count.value - before) / before or none
    before = count.value
    lines[#lines + 1] = cells
  end
  local series = {}
  for at = 2, total - 1 do series[#series + 1] = at end
  run:table {
    id = "paq_signataires", sheet = { fr = "Signataires", en = "Signatories" },
    title = { fr = "Signataires par année et par type", en = "Signatories by year and kind" }, base = base,
    columns = shown, rows = lines,
    chart = { type = "stacked_columns", category = 1, series = series,
      title = { fr = "Signataires par année : entreprises, réseaux et autres",
        en = "Signatories by year: companies, networks, others" },
      alt = { fr = "Colonnes empilées : signataires de chaque année, par type.",
        en = "Stacked columns: signatories of each year, by kind." } },
  }
  run:chart_on_first_page "paq_signataires"
end

return signataires
