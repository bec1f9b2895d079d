-- SPDX-License-Identifier: MPL-2.0
-- One line a cité de l'emploi, joined from all the rows that speak of it. Source: domain dossier 3.7.
local bilan = require "bilan"
local absences = require "bilan.absences"
local cofinancements = require "bilan.cofinancements"
local columns = require "bilan.columns"
local entites = require "bilan.entites"
local one_spelling = require "bilan.one_spelling"
local repeated_amounts = require "bilan.repeated_amounts"
local f = bilan.field

local cite_cards = {}

--- A figure of each cité, over the rows that speak of its fields: a table that does not ask for them says nothing of them.
local function of_each(rows, fields, measure)
  local figures = {}
  for _, group in ipairs(entites.rows_for(rows, "cite", fields):group { by = "cite_lue", measures = { { "figure", measure } } }:rows()) do
    figures[group.cite_lue] = group.figure
  end
  return figures
end

--- What is known of the co-funding of each cité, a minimum where one is unknown.
local function cofunding_of_each(rows)
  local figures = {}
  for _, group in ipairs(cofinancements.amounts(entites.rows_for(rows, "cite", cofinancements.fields), { "cite_lue" })
    :group { by = "cite_lue", measures = { { "figure", bilan.sum(f.montant, { unit = "euro" }) } } }:rows()) do
    figures[group.cite_lue] = group.figure
  end
  return figures
end

--- What the first row that gives a field says of each cité, in the latest year; of the others, why nothing is known: as the first
--- row says of which the table asks for it.
local function words_of(all, field)
  local words, causes = {}, {}
  entites.latest(all, "cite", { field }):where(function(row, state) -- one pass over all rows
    local cite = row.cite_lue
    words[cite] = words[cite] or row[field]
    if row[field] == nil and state[field] ~= "abs" then causes[cite] = causes[cite] or state[field] end
    return true
  end):count()
  return words, causes
end

--- The columns that a table was sent for: `{ column, function of a cité }`.
local function columns_of(run, rows)
  local list = {}
  local function add(fields, column, values)
    for _, field in ipairs(fields) do
      if rows:has(field) then
        list[#list + 1] = { column, values() }
        return
      end
    end
  end
  for _, one in ipairs {
    { "region", columns.text("Région", "Region") },
    { "annee_label", { header = { fr = "Année de labellisation", en = "Year of the label" }, kind = "year" } },
    { "copilotage", columns.text("Pilotage", "Steering"), "copilotage" },
    { "maturite", columns.text("Stade de coopération", "Stage of cooperation"), "maturite_cite" },
  } do
    add({ one[1] }, one[2], function()
      local words, causes = words_of(rows, one[1])
      return function(cite)
        if not words[cite] then return bilan.state(causes[cite] or "abs") end
        return one[3] and run:label(one[3], words[cite]) or words[cite]
      end
    end)
  end
  local function figures(fields, column, measure, from)
    add(fields, column, function()
      local of = measure and of_each(from or rows, fields, measure) or cofunding_of_each(rows)
      return function(cite) return of[cite] or bilan.state "abs" end
    end)
  end
  local quarters = entites.rows_for(rows, "cite", { "qpv" })
  figures({ "qpv" }, columns.integer("QPV", "Quarters", { total = run:indicator("CIT13", quarters) }), bilan.count_distinct(f.qpv))
  figures({ "etp_coord" }, columns.decimal("ETP de coordination", "Full-time equivalents"), bilan.max(f.etp_coord),
    entites.latest(rows, "cite", { "etp_coord" }))
  figures({ "nb_partenaires" }, columns.integer("Partenaires", "Partners"), bilan.max(f.nb_partenaires),
    entites.latest(rows, "cite", { "nb_partenaires" }))
  local whole = rows:where(bilan.no(f.axe:known())) -- as the cité says itself: axes are not added as persons
  if absences.has(whole, "nb_actions") then
    figures({ "nb_actions" }, columns.integer("Actions (tous axes)", "Actions (all axes)"), bilan.sum(f.nb_actions), whole)
  end
  if absences.has(whole, "nb_benef") then
    figures({ "nb_benef" }, columns.integer("Bénéficiaires (participations)", "Beneficiaries (participations)"), bilan.sum(f.nb_benef), whole)
  end
  figures({ "enveloppe" }, columns.added("euro", "Enveloppe (€)", "Envelope (€)"), bilan.sum(f.enveloppe),
    repeated_amounts.once(repeated_amounts.settled(rows, "cite_lue", "enveloppe", {}), "cite_lue", "enveloppe", {}))
  figures(cofinancements.fields, columns.added("euro", "Cofinancements (€)", "Co-funding (€)"))
  return list
end

--- One line a cité, joined from all its rows.
function cite_cards.table(run, all)
  local named = all:where(f.cite:known())
  local rows, nameless = one_spelling.of(named, "cite", "cite_lue"), all:count() - named:count()
  local made, list, is_added = { columns.text("Cité de l'emploi", "Cité de l'emploi") }, columns_of(run, rows), false
  for _, one in ipairs(list) do
    made[#made + 1] = one[1]
    is_added = is_added or one[1].total ~= nil
  end
  if is_added then made[1] = columns.label("Cité de l'emploi", "Cité de l'emploi") end
  local lines = {}
  for _, cite in ipairs(rows:distinct "cite_lue") do
    local line = { cite }
    for at, one in ipairs(list) do line[at + 1] = one[2](cite) end
    lines[#lines + 1] = line
  end
  run:table {
    id = "cit_cites", sheet = { fr = "Cités", en = "Cités" },
    title = { fr = "Une ligne par cité", en = "One line a cité" },
    base = { fr = "Ce que les différents tableaux reçus disent de chaque cité.",
      en = "What the tables received say of each cité." },
    notes = nameless > 0 and { { fr = "Lignes sans nom de cité, dans aucune ligne de ce tableau : " .. nameless .. ". Demandez de quelle cité elles "
      .. "parlent.", en = "Rows without the name of a cité, in no line of this table: " .. nameless .. ". Ask which cité they are of." } } or nil,
    columns = made, rows = lines,
  }
end

return cite_cards
