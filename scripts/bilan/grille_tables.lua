-- SPDX-License-Identifier: MPL-2.0
-- What a grid of criteria says of a programming: the answers, criterion by criterion, and the score that the grid would give
-- beside the one that was kept. Source: domain dossier 3.1.1 and 3.1.4.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local cotation = require "bilan.cotation"
local grille = require "bilan.grille"
local indicators = require "bilan.indicators"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field
local asked = indicators.asked

local grille_tables = {}

--- The criteria of the grid, answer by answer; « sans objet » is out of the base.
function grille_tables.criteria(run, actions, grid)
  local lines = {}
  for _, criterion in ipairs(grid.criteria) do
    if absences.has(actions, criterion.field) then
      local field = f[criterion.field]
      local line = { criterion.words }
      for _, answer in ipairs { "oui", "partiel", "non" } do line[#line + 1] = counted.things(actions:where(field:eq(answer))) end
      line[#line + 1] = counted.things(actions:where(field:known()))
      line[#line + 1] = asked(actions:figure(bilan.ratio(field:eq("oui"), 1)))
      line[#line + 1] = counted.things(actions:where(field:in_state { "so" }))
      line[#line + 1] = counted.things(actions:where(field:in_state { "vide", "nc", "nd", "nsp", "err", "secret", "abs" }))
      lines[#lines + 1] = line
    end
  end
  if #lines == 0 then return end
  run:table {
    id = "bie_criteres", sheet = { fr = "Critères de la grille", en = "Criteria" },
    title = { fr = "Réponses aux critères de la grille, en actions", en = "Answers to the criteria, in actions" },
    base = { fr = "Une part est calculée sur les réponses connues ; « sans objet » n'y entre pas.",
      en = "A share rests on known answers; not applicable is left out." },
    columns = { columns.text("Critère", "Criterion"), columns.integer("Oui", "Yes"), columns.integer("Partiel", "Partly"),
      columns.integer("Non", "No"), columns.integer("Réponses (N)", "Answers (N)"),
      columns.rate("Part de oui", "Share of yes", { ratio_of = { 2, 5 } }), columns.integer("Sans objet", "Not applicable"),
      columns.integer("Sans réponse", "No answer") },
    rows = lines,
    chart = { type = "share_bars", category = 1, series = { 2, 3, 4 },
      title = { fr = "Réponses aux critères de la grille", en = "Answers to the criteria" }, note = counted.note(counted.things(actions)),
      alt = { fr = "Barres à 100 % : part de oui, partiel et non parmi les réponses à chaque critère.",
        en = "100% bars: share of yes, partly and no among the answers to each criterion." } },
  }
end

--- The score that the user's grid gives, against the score that was kept: where they differ, somebody must look (B09). `page`:
--- the sheet that it shares.
function grille_tables.scores(run, actions, grid, page)
  local scored = grille.rows(actions, grid)
  local lines = {}
  for _, state in ipairs(cotation.states) do
    local kept = scored:where { cotation = state }
    local line = { cotation.short(run, state) }
    for _, score in ipairs(cotation.scores) do
      line[#line + 1] = kept:figure(bilan.count(f.grille_cotation:eq(score)))
    end
    line[#line + 1] = counted.things(kept:where { grille_cotation = "incomplète" })
    line[#line + 1] = counted.things(kept)
    lines[#lines + 1] = line
  end
  local points = {}
  for index = #grid.rule, 1, -1 do
    points[#points + 1] = grid.rule[index].score .. " ≥ " .. bilan.number.text(grid.rule[index].points)
  end
  local sheet, below = shared_sheet.place(page, "bie_grille")
  run:table {
    id = "bie_grille", sheet = sheet, below = below,
    title = { fr = "Cotation retenue (lignes) et cotation que donne la grille (colonnes), en actions",
      en = "Score kept (lines) and score that the grid gives (columns), in actions" },
    base = { fr = "Grille « " .. run.params.grille .. " » : " .. #grid.criteria .. " critères ; règle en points : "
      .. bilan.text.join(points, ", ") .. ". Un critère sans réponse laisse l'action sans cotation par la grille.",
      en = "Grid “" .. run.params.grille .. "”: " .. #grid.criteria .. " criteria; rule in points: "
      .. bilan.text.join(points, ", ") .. ". A criterion without an answer leaves the action without a score by the grid." },
    notes = { { fr = "La grille aide à discuter une cotation ; elle ne la remplace pas.",
      en = "The grid helps to discuss a score; it does not replace it." } },
    columns = { columns.label("Cotation retenue", "Score kept"), columns.added("integer", "Grille : G0", "Grid: G0"),
      columns.added("integer", "Grille : G1", "Grid: G1"), columns.added("integer", "Grille : G2", "Grid: G2"),
      columns.added("integer", "Grille incomplète", "Grid not complete"), columns.added("integer", "Actions", "Actions") },
    rows = lines,
  }
end

return grille_tables
