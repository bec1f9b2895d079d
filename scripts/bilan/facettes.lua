-- SPDX-License-Identifier: MPL-2.0
-- The five facets of a good mobilisation of ordinary policy, as scored. Source: domain dossier 3.6.1 and 3.6.4 (DC09).
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local f = bilan.field

local facettes = {}

--- DC09: how a declared score of 0 to 3 spreads over each of the five facets.
function facettes.table(run, lines)
  local scored = lines:where(bilan.all { f.facette:known(), f.appreciation:known() })
  if scored:count() == 0 then return end
  local crossing = scored:cross { rows = "facette", columns = "appreciation", measure = bilan.count() }
  local rows = {}
  for _, facet in ipairs(crossing.rows) do
    local row = { run:label("facette_dc", facet) }
    for _, score in ipairs { "0", "1", "2", "3" } do
      local is_given = scored:where { appreciation = score }:count() > 0
      row[#row + 1] = is_given and (crossing:cell(facet, score).value or 0) or 0
    end
    row[#row + 1] = crossing:row_total(facet)
    rows[#rows + 1] = row
  end
  local shown = { columns.text("Facette", "Facet") }
  for score = 0, 3 do
    shown[#shown + 1] = { header = { fr = "Score " .. score, en = "Score " .. score }, kind = "integer" }
  end
  shown[#shown + 1] = columns.integer("Base (appréciations)", "Base (scores)")
  run:table {
    id = "dc_facettes", sheet = { fr = "Facettes", en = "Facets" },
    title = { fr = "Appréciation des cinq facettes de la mobilisation",
      en = "The five facets of the mobilisation, as scored" },
    base = { fr = "Score déclaré, de 0 (le plus bas) à 3 (le plus haut) ; une facette sans score n'a pas de ligne.",
      en = "Declared score, from 0 (lowest) to 3 (highest); a facet without a score has no line." },
    columns = shown, rows = rows,
    chart = { type = "share_bars", category = 1, series = { 2, 3, 4, 5 },
      title = { fr = "Répartition des scores par facette", en = "Scores by facet" },
      note = { fr = "N = " .. counted.fr(scored:count(), "appréciation", "appréciations") .. ".",
        en = "N = " .. counted.en(scored:count(), "score", "scores") .. "." },
      alt = { fr = "Barres à 100 % : part de chaque score, de 0 à 3, par facette.",
        en = "100 % bars: share of each score, 0 to 3, by facet." } },
  }
end

return facettes
