-- SPDX-License-Identifier: MPL-2.0
-- A grid of criteria as the user gives it: a file with a sheet « Critères » (code, criterion, answer, points) and a sheet
-- « Règle » (score, least points). No official grid is public: bilan holds none, and reads any. Source: domain dossier
-- 3.1.1 (EgalITER, annex 4: unseen).
local bilan = require "bilan"

local grille = {}

--- The grid of a file: `criteria`, in the order of the file, each with its words and the points of each answer; `rule`,
--- scores with their least points, the highest first.
function grille.read(run, file)
  local grid, known = { criteria = {}, rule = {} }, {}
  for row in run:read(file, { sheet = "Critères", as = "grille_criteres" }):each() do
    local field = "crit_" .. row.code
    if not known[field] then
      known[field] = { field = field, words = row.critere, points = {} }
      grid.criteria[#grid.criteria + 1] = known[field]
    end
    known[field].points[bilan.text.fold(row.reponse)] = row.points
  end
  for row in run:read(file, { sheet = "Règle", as = "grille_regle" }):each() do
    grid.rule[#grid.rule + 1] = { score = row.cotation, points = row.points_minimum }
  end
  table.sort(grid.rule, function(a, b) return a.points > b.points end)
  return grid
end

--- The criteria that partners answer, when no grid is given: their words, and no points.
function grille.of_columns(rows)
  local grid = { criteria = {}, rule = {} }
  for _, field in ipairs(rows:fields()) do
    if field:sub(1, 5) == "crit_" then grid.criteria[#grid.criteria + 1] = { field = field, words = rows:label(field) } end
  end
  return grid
end

--- The rows with two further fields: `grille_points`, unknown as soon as an answer that counts is, and `grille_cotation`,
--- the score that these points give, or « incomplète ». A criterion « sans objet » gives and takes nothing.
function grille.rows(rows, grid)
  local function points(row, state)
    local sum, answered = 0, false
    for _, criterion in ipairs(grid.criteria) do
      local answer = row[criterion.field]
      local given = answer and criterion.points[bilan.text.fold(answer)]
      if given then
        sum, answered = sum + given, true
      elseif state[criterion.field] ~= "so" then
        return bilan.state(state[criterion.field] == "val" and "err" or state[criterion.field])
      end
    end
    return answered and sum or bilan.state "so"
  end
  return rows:derive { grille_points = points }:derive {
    grille_cotation = function(row)
      if not row.grille_points then return "incomplète" end
      for _, step in ipairs(grid.rule) do
        if row.grille_points >= step.points then return step.score end
      end
      return "incomplète" -- under the least points of the rule
    end }
end

return grille
