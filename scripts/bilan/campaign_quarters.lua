-- SPDX-License-Identifier: MPL-2.0
-- The quarters of a campaign, with what each theme does there: the axis that all themes share. A quarter that only the context
-- data know has its line, and a theme that names no quarter is said. Source: domain dossier 4.
local bilan = require "bilan"
local absences = require "bilan.absences"
local conseils = require "bilan.conseils"
local entites = require "bilan.entites"
local named_places = require "bilan.named_places"
local offers_by_quarter = require "bilan.offers_by_quarter"
local one_spelling = require "bilan.one_spelling"
local programmed = require "bilan.programmed"
local signatory_list = require "bilan.signatory_list"
local territory_identity = require "bilan.territory_identity"
local f = bilan.field

local campaign_quarters = {}

--- Dataset, field that names the quarters, header, and the field that names the thing where it has several rows. Actions are those
--- of the programming, councils those in place, offers those that were not given up, and companies those on the list of signatories:
--- as each theme's own sheets have it.
local THEMES = {
  { "action", "territoire", { fr = "Actions", en = "Actions" } },
  { "emploi", "territoire", { fr = "Actions emploi", en = "Employment actions" } },
  { "conseil", "qpv", { fr = "Conseils en place", en = "Councils in place" } },
  { "financement", "territoire", { fr = "Lignes de financement", en = "Funding lines" } },
  { "cite", "qpv", { fr = "Cités de l'emploi", en = "Cités de l'emploi" }, "cite" },
  { "paqte", "territoire", { fr = "Signataires du PaQte", en = "PaQte signatories" }, "entreprise" },
  { "offre", "territoires", { fr = "Offres de services", en = "Offers of services" }, "offre" },
  { "demarche", nil, { fr = "Démarches", en = "Approaches" } },
}

--- The rows of a theme that count.
local function rows_of(query, theme)
  if theme[1] == "paqte" then query = signatory_list.read(query) end
  if theme[1] == "offre" then query = offers_by_quarter.standing(query) end
  -- One row of a thing that names its quarters is enough: its others are not of an unknown one.
  return theme[4] and entites.rows_for(query, theme[4], { theme[2] }) or query
end

local function count_of(query, theme)
  if theme[1] == "conseil" then return query, bilan.count(conseils.is_in_place()) end
  if theme[1] == "action" then return query, bilan.count(programmed.is()) end
  if not theme[4] then return query, bilan.count() end
  return one_spelling.of(query, theme[4], "nom_lu"), bilan.count_distinct(f.nom_lu)
end

--- The counts of one theme by quarter, and those of rows that name none; nil when no row names one.
local function counts_of(query, theme)
  local field = theme[2]
  if not field or not absences.has(query, field) then return nil end
  local counts = {}
  local rows, measure = count_of(rows_of(query, theme), theme)
  for _, group in ipairs(rows:where(f[field]:known()):group({ by = field, measures = { { "n", measure } } }):rows()) do
    counts[group[field]] = group.n
  end
  local silent = rows:where(bilan.no(f[field]:known())) -- whatever the cause: « NC » and an empty cell are one line
  return counts, silent:count() > 0 and silent:figure(measure) or nil
end

--- The quarters of the context data that no theme names, of the maps that the themes use.
local function untouched(territories, is_named)
  local maps, list = {}, {}
  for quarter in pairs(is_named) do maps[territory_identity.vintage(quarter) or ""] = true end
  for _, code in ipairs(territories and territories:has "code_qp" and territories:distinct "code_qp" or {}) do
    if not is_named[code] and maps[territory_identity.vintage(code) or "?"] then list[#list + 1] = code end
  end
  return list
end

--- Puts the table on its sheet; nothing when no theme names a quarter. `rows`: the rows of the year by dataset;
--- `territories`: the context data, or nil.
function campaign_quarters.table(run, rows, territories)
  local columns = { { header = { fr = "Quartier", en = "Quarter" }, kind = "text" } }
  local of_columns, order, is_named, unnamed, absent = {}, {}, {}, {}, {}
  for _, theme in ipairs(THEMES) do
    local query = rows[theme[1]]
    local counts, without = nil, nil
    if query and query:count() > 0 then counts, without = counts_of(query, theme) end
    if counts then
      columns[#columns + 1] = { header = theme[3], kind = "integer" }
      of_columns[#columns], unnamed[#columns] = counts, without
      for quarter in pairs(counts) do
        if not is_named[quarter] then order[#order + 1], is_named[quarter] = quarter, true end
      end
    elseif query and query:count() > 0 then
      absent[#absent + 1] = run:text(theme[3])
    end
  end
  if #order == 0 then return end
  local alone = untouched(territories, is_named)
  for _, quarter in ipairs(alone) do order[#order + 1] = quarter end
  table.sort(order)
  local lines = {}
  for _, quarter in ipairs(order) do
    local line = { run:label("territoire", quarter) }
    for column = 2, #columns do line[column] = of_columns[column][quarter] or 0 end
    lines[#lines + 1] = line
  end
  if next(unnamed) then
    local line = { run:text(absences.NOT_GIVEN) }
    for column = 2, #columns do line[column] = unnamed[column] or 0 end
    lines[#lines + 1] = line
  end
  local notes = {}
  if is_named.tous then
    notes[1] = { fr = "Ce qui vise tous les quartiers a sa ligne, à ajouter à celle de chacun.",
      en = "What is for all quarters has its line, to be added to that of each." }
  end
  if #alone > 0 then
    notes[#notes + 1] = { fr = "Quartiers connus des seules données de contexte, qu'aucun thème ne cite : " .. #alone .. ".",
      en = "Quarters that only the context data know, and no theme names: " .. #alone .. "." }
  end
  if #absent > 0 then
    local list = bilan.text.join(absent, ", ")
    notes[#notes + 1] = { fr = "Thèmes reçus dont aucune ligne ne dit de quartier, donc absents de ce tableau : " .. list .. ".",
      en = "Themes received of which no row names a quarter, hence not in this table: " .. list .. "." }
  end
  if rows.action then table.move(named_places.notes(rows.action), 1, 2, #notes + 1, notes) end
  run:table {
    id = "camp_quartiers", sheet = { fr = "Quartiers", en = "Quarters" },
    title = { fr = "Ce que chaque thème fait dans chaque quartier", en = "What each theme does in each quarter" },
    base = { fr = "Une action menée sur plusieurs quartiers compte dans chacun : les colonnes ne s'additionnent pas. Actions de la "
      .. "programmation ; conseils installés et non dissous ; offres non abandonnées. Zéro : aucune ligne comptée ne cite ce quartier.",
      en = "An action on several quarters counts in each: columns do not add up. Actions of the programming; councils that were set "
      .. "up and not dissolved; offers that were not given up. Zero: no row that counts names the quarter." },
    notes = notes, columns = columns, rows = lines,
  }
end

return campaign_quarters
