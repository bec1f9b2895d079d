-- SPDX-License-Identifier: MPL-2.0
-- The rows of the run's year. Rows that are left out, only supposed to be of that year, or of several years added up
-- are said on the first page: a year never changes a figure in silence. Source: domain dossier 2.1 (exercice).
local bilan = require "bilan"
local f = bilan.field

local exercice = {}

--- What the rows of a dataset are, for a report that has several.
local NAMES = {
  action = { fr = "actions", en = "actions" }, emploi = { fr = "actions d'emploi", en = "employment actions" },
  conseil = { fr = "conseils citoyens", en = "citizens' councils" }, financement = { fr = "financements", en = "funding" },
  rapport = { fr = "rapports", en = "reports" }, cite = { fr = "cités de l'emploi", en = "cités de l'emploi" },
  paqte = { fr = "PaQte", en = "PaQte" }, demarche = { fr = "démarches", en = "approaches" },
  offre = { fr = "offres", en = "offers" }, territoire = { fr = "territoires", en = "territories" },
}

--- Expression: the year of a row, `year` where it says none, be it « sans objet », which `known_or` would leave: a year that does not
--- apply is as little known as one that nobody gives.
function exercice.year_or(year) return bilan.when(f.exercice:known(), f.exercice, year) end

local function of_the_year(run, rows, words)
  local name = NAMES[rows.schema] and run:text(words or NAMES[rows.schema]) or rows.schema
  local other = rows:where(f.exercice:ne(run.year)):count()
  local undated = rows:where(bilan.no(f.exercice:known())):count()
  if other > 0 then
    run:warning { fr = "Lignes d'un autre exercice (" .. name .. "), gardées dans les données, non comptées : " .. other .. ".",
      en = "Rows of another year (" .. name .. "), kept in the data, not counted: " .. other .. "." }
  end
  if undated > 0 then
    run:warning { fr = "Lignes sans exercice (" .. name .. "), supposées de " .. run.year .. " : " .. undated .. ".",
      en = "Rows without a year (" .. name .. "), supposed to be of " .. run.year .. ": " .. undated .. "." }
  end
  return rows:where(exercice.year_or(run.year):eq(run.year))
end

--- Rows of several years, or of a year that only some of them say. That none says one stands on the first page of every report.
local function warn_of_years(run, rows, words)
  local years = {}
  for _, year in ipairs(rows:distinct "exercice") do years[#years + 1] = string.format("%d", year) end
  if #years > 1 then
    local list = bilan.text.join(years, ", ")
    run:warning { fr = "Plusieurs exercices sont lus ensemble (" .. list .. ") : ce qui s'additionne l'est sur tous. Relancez avec --annee.",
      en = "Several years are read together (" .. list .. "): what adds up is added over all. Run again with --year." }
  end
  local undated = rows:where(bilan.no(f.exercice:known())):count()
  if #years > 0 and undated > 0 then
    local name = NAMES[rows.schema] and run:text(words or NAMES[rows.schema]) or rows.schema
    run:warning { fr = "Lignes sans exercice (" .. name .. "), comptées avec les autres : " .. undated .. ". Relancez avec --annee.",
      en = "Rows without a year (" .. name .. "), counted with the others: " .. undated .. ". Run again with --year." }
  end
end

--- The rows of the dataset that count: those of the run's year, or all of them with a warning when years are mixed. `words`: what
--- they are to this report, where another theme takes all of them.
function exercice.rows(run, dataset, words)
  local rows = run:dataset(dataset)
  if run.year then return of_the_year(run, rows, words) end
  warn_of_years(run, rows, words)
  return rows
end

--- All rows of the dataset, with a further field `annee`: their year, or that of the run when they do not say it, as
--- `rows` supposes.
function exercice.all(run, dataset)
  local rows = run:dataset(dataset)
  return rows:derive { annee = run.year and exercice.year_or(run.year) or f.exercice * 1 }
end

return exercice
