-- SPDX-License-Identifier: MPL-2.0
-- The quarters that a theme acts in: how many, their inhabitants, schools and renewal, by agglomeration. Rates stand
-- alone and are never added. Source: domain dossier 3.8.4 and 3.11.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local exercice = require "bilan.exercice"
local one_spelling = require "bilan.one_spelling"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local f = bilan.field

local quartiers = {}

--- Where the PaQte acts: quarters, inhabitants and schools by agglomeration; rates stand alone and are never added. Gives false
--- when there is nothing of it.
function quartiers.tables(run)
  if not run:has_dataset "territoire" then return false end
  local rows = exercice.rows(run, "territoire")
  local read, by = one_spelling.merged(rows:where(f.code_qp:known()), "lib_epci")
  local quarters = read:derive { lieu = f[by]:known_or "?" }
  local measures = { { "qpv", bilan.count_distinct(f.code_qp) }, { "population", bilan.sum(f.population) }, { "rep_p",
    bilan.sum(f.colleges_rep_p) },
    { "rep", bilan.sum(f.colleges_rep) }, { "anru", bilan.count(f.npnru:known()) }, { "defm", bilan.sum(f.defm_abc) } }
  local lines = {}
  for _, group in ipairs(quarters:group { by = "lieu", measures = measures }:sorted("qpv", "descending"):rows()) do
    lines[#lines + 1] = { group.lieu == "?" and run:text { fr = "(non renseigné)",
      en = "(not given)" } or group.lieu, group.qpv,
      group.population, group.rep_p, group.rep, group.anru, group.defm }
  end
  if #lines > 0 then
    local page = shared_sheet.new { fr = "Quartiers", en = "Quarters" }
    local sheet, below = shared_sheet.place(page, "paq_contexte")
    run:table {
      id = "paq_contexte", sheet = sheet, below = below,
      title = { fr = "Les quartiers du PaQte par agglomération", en = "The quarters of the PaQte by agglomeration" },
      base = { fr = "Lignes qui portent un code de quartier.", en = "Rows with a code of a quarter." },
      columns = {
        columns.label("Agglomération", "Agglomeration"),
        columns.added("integer", "QPV", "Quarters"),
        columns.added("integer", "Habitants", "Inhabitants"),
        { header = "REP+", kind = "integer", total = "sum" }, { header = "REP", kind = "integer", total = "sum" },
        columns.added("integer", "QPV ANRU", "Renewed quarters"),
        columns.added("integer", "Demandeurs d'emploi (A, B, C)", "Job seekers (A, B, C)"),
      },
      rows = lines,
      chart = #lines > 1 and { type = "bars", category = 1, series = { 2 }, title = { fr = "QPV par agglomération",
        en = "Quarters by agglomeration" },
        alt = { fr = "Barres horizontales : nombre de QPV de chaque agglomération.",
          en = "Horizontal bars: quarters of each agglomeration." } } or nil,
    }
    single_answers.table(run, quarters, { id = "paq_anru", field = "npnru", vocabulary = "npnru", page = page,
      sheet = { fr = "Projets ANRU", en = "Renewal projects" }, counted = { fr = "Quartiers", en = "Quarters" },
      title = { fr = "Quartiers en renouvellement urbain, par sorte de projet",
        en = "Renewed quarters by kind of project" } })
  end
  local rates, has_level = {}, absences.has(rows:where(f.taux_chomage:known()), "niveau")
  for row in rows:where(f.taux_chomage:known()):each() do
    local line = { (row.territoire and run:label("territoire", table.concat(row.territoire,
      ", "))) or row.lib_qp or row.lib_dep or row.code_qp or bilan.state "nd" }
    if has_level then line[2] = row.niveau and run:label("niveau_territoire", row.niveau) or bilan.state "nd" end
    line[#line + 1] = row.taux_chomage
    rates[#rates + 1] = line
  end
  if #rates == 0 then return #lines > 0 end
  local made = { columns.text("Territoire", "Territory") }
  if has_level then made[2] = columns.text("Niveau", "Level") end
  made[#made + 1] = columns.rate("Taux de chômage", "Unemployment rate")
  run:table {
    id = "paq_chomage", sheet = { fr = "Chômage", en = "Unemployment" },
    title = { fr = "Taux de chômage", en = "Unemployment rate" },
    base = { fr = "Taux donnés par la source, comparés un à un ; un taux ne s'additionne pas.",
      en = "Rates of the source, compared one by one; never added." },
    columns = made, rows = rates,
    chart = #rates > 1 and { type = "bars", category = 1, series = { #made }, title = { fr = "Taux de chômage par territoire",
      en = "Unemployment rate by territory" },
      alt = { fr = "Barres horizontales : taux de chômage de chaque territoire.",
        en = "Horizontal bars: unemployment rate of each territory." } } or nil,
  }
  return true
end

return quartiers
