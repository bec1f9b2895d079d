-- SPDX-License-Identifier: MPL-2.0
-- One line a cité de l'emploi, joined from all the rows that speak of it. Source: domain dossier 3.7.
local bilan = require "bilan"
local cofinancements = require "bilan.cofinancements"
local columns = require "bilan.columns"
local entites = require "bilan.entites"
local one_spelling = require "bilan.one_spelling"
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

--- One line a cité, joined from all its rows.
function cite_cards.table(run, all)
  local rows = one_spelling.of(all, "cite", "cite_lue")
  local words = {}
  for row in rows:each() do
    local word = words[row.cite_lue] or {}
    words[row.cite_lue] = word
    for _, field in ipairs { "region", "annee_label", "copilotage", "maturite" } do
      if rows:has(field) and word[field] == nil then word[field] = row[field] end
    end
  end
  local etp = of_each(rows, { "etp_coord" }, bilan.max(f.etp_coord))
  local partners = of_each(rows, { "nb_partenaires" }, bilan.max(f.nb_partenaires))
  local envelope = of_each(rows, { "enveloppe" }, bilan.sum(f.enveloppe))
  local quarters = of_each(rows, { "qpv" }, bilan.count_distinct(f.qpv))
  local cofunding = cofunding_of_each(rows)
  local lines = {}
  for _, cite in ipairs(rows:distinct "cite_lue") do
    local word = words[cite] or {}
    lines[#lines + 1] = { cite, word.region or bilan.state "nd", word.annee_label or bilan.state "nd",
      word.copilotage and run:label("copilotage", word.copilotage) or bilan.state "nd",
      word.maturite and run:label("maturite_cite", word.maturite) or bilan.state "nd", quarters[cite], etp[cite],
      partners[cite], envelope[cite], cofunding[cite] or bilan.state "abs" }
  end
  run:table {
    id = "cit_cites", sheet = { fr = "Cités", en = "Cités" },
    title = { fr = "Une ligne par cité", en = "One line a cité" },
    base = { fr = "Ce que les différents tableaux reçus disent de chaque cité.",
      en = "What the tables received say of each cité." },
    columns = {
      columns.label("Cité de l'emploi", "Cité de l'emploi"),
      columns.text("Région", "Region"),
      { header = { fr = "Année de labellisation", en = "Year of the label" }, kind = "year" },
      columns.text("Pilotage", "Steering"),
      columns.text("Stade de coopération", "Stage of cooperation"),
      columns.integer("QPV", "Quarters", { total = run:indicator("CIT13", entites.rows_for(rows, "cite", { "qpv" })) }),
      columns.decimal("ETP de coordination", "Full-time equivalents"),
      columns.integer("Partenaires", "Partners"),
      columns.added("euro", "Enveloppe (€)", "Envelope (€)"),
      columns.added("euro", "Cofinancements (€)", "Co-funding (€)"),
    },
    rows = lines,
  }
end

return cite_cards
