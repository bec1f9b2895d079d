-- SPDX-License-Identifier: MPL-2.0
-- The offers of services as the quarters of a contract see them: which reach each one, which axes nobody covers there, and
-- a card for each. Source: domain dossier 3.5 (OFF04, OFF05).
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local surely = require "bilan.surely"
local f = bilan.field

local OFFERS = { fr = "Offres", en = "Offers" }
local AXES = { "1", "2", "3" }

local offers_by_quarter = {}

--- The offers that reach somebody: one that was given up covers nothing.
function offers_by_quarter.standing(offers)
  return offers:has "etat" and offers:where(bilan.no(surely.is(f.etat, "abandonné"))) or offers
end

--- Why no row says where an offer is; nil where one does.
local function silence_of(rows)
  local why
  rows:where(function(row, state)
    if row.territoires ~= nil then why = false end
    if why == nil and row.territoires == nil then why = state.territoires end
    return true
  end):count()
  return why or nil
end

--- The quarters of the contract: those given as a parameter, or those that an offer names.
function offers_by_quarter.quarters(run, offers)
  local quarters, is_listed = {}, {}
  local function add(code)
    if code ~= "" and code ~= "tous" and not is_listed[code] then
      quarters[#quarters + 1], is_listed[code] = code, true
    end
  end
  for _, code in ipairs(bilan.text.split(run.params.qpv or "", ";")) do add(bilan.text.trim(code)) end
  local is_given = #quarters > 0
  local outside = {}
  for _, code in ipairs(offers:distinct "territoires") do
    if is_given and code ~= "tous" and not is_listed[code] then outside[#outside + 1] = code end
    if not is_given then add(code) end
  end
  if #outside > 0 then
    local list = bilan.text.join(outside, ", ")
    run:warning { fr = "QPV cités par des offres et absents de la liste du contrat (O02) : " .. list .. ".",
      en = "Quarters that offers name and the contract's list does not hold (O02): " .. list .. "." }
  end
  return quarters
end

--- OFF04: offers × quarters. An offer for all quarters is in each column.
function offers_by_quarter.matrix(run, received, quarters)
  local offers = offers_by_quarter.standing(received)
  local columns, heat = { { header = { fr = "Offre", en = "Offer" }, kind = "text", total = "label" } }, {}
  for at, quarter in ipairs(quarters) do
    heat[at] = at + 1
    columns[#columns + 1] = { header = run:label("territoire", quarter), kind = "integer", total = "sum" }
  end
  columns[#columns + 1] = { header = { fr = "QPV couverts", en = "Quarters reached" }, kind = "integer" }
  local lines = {}
  for _, one in ipairs(one_spelling.names(offers, "offre")) do
    local rows, line, n = offers:where(f.offre:one_of(one.spellings)), { one.name }, 0
    local silence = silence_of(rows)
    for _, quarter in ipairs(quarters) do
      local is_there = rows:where(f.territoires:one_of { quarter, "tous" }):count() > 0
      line[#line + 1] = silence and bilan.state(silence) or is_there and 1 or 0
      if is_there then n = n + 1 end
    end
    line[#line + 1] = silence and bilan.state(silence) or n
    lines[#lines + 1] = line
  end
  run:table {
    id = "off_matrice", sheet = { fr = "Offres et quartiers", en = "Offers and quarters" },
    title = { fr = "Offres présentes dans chaque quartier (OFF04)", en = "Offers in each quarter (OFF04)" },
    base = { fr = "1 : l'offre cite le quartier ou tous les QPV ; 0 : elle en cite d'autres ; sinon, ses quartiers ne sont pas connus. Une "
      .. "offre abandonnée n'y est pas.",
      en = "1: the offer names the quarter or all quarters; 0: it names others; else its quarters are not known. An offer that was given "
        .. "up is not here." },
    columns = columns, rows = lines, heat = heat,
  }
end

--- OFF05: quarters without an offer on an axis; gives how many gaps there are.
function offers_by_quarter.gaps(run, received, quarters)
  local offers, lines, gaps = offers_by_quarter.standing(received), {}, 0
  local given_up = received:count() - offers:count()
  if given_up > 0 then
    run:warning { fr = "Offres abandonnées, qui ne couvrent aucun quartier : " .. given_up .. ".",
      en = "Offers given up, which cover no quarter: " .. given_up .. "." }
  end
  local read, by = one_spelling.merged(offers, "offre")
  local nowhere = offers:where(bilan.no(bilan.any { f.territoires:known(), f.territoires:in_state { "so" } })):count()
  if nowhere > 0 then
    run:warning { fr = "Offres dont les quartiers ne sont pas connus, comptées dans aucun : " .. nowhere
      .. ". Un axe sans offre peut être le leur.", en = "Offers whose quarters are not known, counted in none: " .. nowhere
      .. ". An axis without an offer may be theirs." }
  end
  for _, quarter in ipairs(quarters) do
    local here = read:where(f.territoires:one_of { quarter, "tous" })
    local line, without = { run:label("territoire", quarter), here:figure(bilan.count_distinct(f[by])) }, {}
    for _, axis in ipairs(AXES) do
      local n = here:where { axe = axis }:figure(bilan.count_distinct(f[by]))
      line[#line + 1] = n
      if n.value == 0 then without[#without + 1] = axis end
    end
    gaps = gaps + #without
    line[#line + 1] = #without > 0 and bilan.text.join(without, ", ") or run:text { fr = "aucun", en = "none" }
    lines[#lines + 1] = line
  end
  run:table {
    id = "off_manques", sheet = { fr = "Manques", en = "Gaps" },
    title = { fr = "Offres par quartier et par axe, et axes sans offre (OFF05)",
      en = "Offers by quarter and axis, and axes without an offer (OFF05)" },
    base = { fr = "Une offre sur plusieurs quartiers compte dans chacun : les lignes ne s'additionnent pas. Une offre sans axe ne "
      .. "compte dans aucun, une offre abandonnée non plus.",
      en = "An offer on several quarters counts in each: the lines do not add up. An offer without an axis counts in none, nor does "
        .. "one that was given up." },
    columns = { { header = { fr = "Quartier", en = "Quarter" }, kind = "code" }, { header = OFFERS, kind = "integer" },
      { header = { fr = "Axe 1", en = "Axis 1" }, kind = "integer" }, { header = { fr = "Axe 2", en = "Axis 2" }, kind = "integer" },
      { header = { fr = "Axe 3", en = "Axis 3" }, kind = "integer" },
      { header = { fr = "Axes sans offre", en = "Axes without an offer" }, kind = "text" } },
    rows = lines,
    chart = { type = "stacked_bars", category = 1, series = { 3, 4, 5 },
      title = { fr = "Offres par quartier et par axe", en = "Offers by quarter and axis" },
      alt = { fr = "Barres horizontales empilées : offres de chaque quartier, par axe.",
        en = "Stacked horizontal bars: offers of each quarter, by axis." } },
  }
  if #lines <= 14 then run:chart_on_first_page "off_manques" end -- half a page has no room for more names
  return gaps
end

--- One card per quarter: its offers, as a list.
function offers_by_quarter.cards(run, offers, quarters)
  local lines = {}
  for _, quarter in ipairs(quarters) do
    for row in offers:where(f.territoires:one_of { quarter, "tous" }):each() do
      lines[#lines + 1] = { run:label("territoire", quarter), row.axe or bilan.state "vide", row.offre or bilan.state "vide",
        row.operateur or bilan.state "vide", row.public and run:label("public_offre", row.public) or bilan.state "vide",
        row.etat and run:label("etat_offre", row.etat) or bilan.state "vide" }
    end
  end
  run:table {
    id = "off_fiches", sheet = { fr = "Fiches des quartiers", en = "Cards of quarters" },
    title = { fr = "Déclinaison territoriale : les offres de chaque quartier", en = "The offers of each quarter" },
    base = { fr = "Filtrez la colonne Quartier pour obtenir sa fiche.", en = "Filter the column Quarter to get its card." },
    columns = { { header = { fr = "Quartier", en = "Quarter" }, kind = "code" }, { header = { fr = "Axe", en = "Axis" }, kind = "code" },
      { header = { fr = "Offre", en = "Offer" }, kind = "text" }, { header = { fr = "Opérateur", en = "Operator" }, kind = "text" },
      { header = { fr = "Public", en = "Public" }, kind = "text" }, { header = { fr = "Mise en œuvre", en = "State" }, kind = "text" } },
    rows = lines,
  }
end

return offers_by_quarter
