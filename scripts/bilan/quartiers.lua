-- SPDX-License-Identifier: MPL-2.0
-- The quarters that a theme acts in: how many, their inhabitants, schools and renewal, by agglomeration. Rates stand
-- alone and are never added. Source: domain dossier 3.8.4 and 3.11.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local exercice = require "bilan.exercice"
local quarters_once = require "bilan.quarters_once"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local f = bilan.field

local quartiers = {}

--- What adds up over quarters; the renewed ones are counted.
local ADDED = { "population", "colleges_rep_p", "colleges_rep", "npnru", "defm_abc" }

--- « Habitants : INSEE 2024. », where the files say it.
local function sources_told(series_of)
  local people, seekers = series_of "population", series_of "defm_abc"
  return {
    fr = (people ~= "" and " Habitants : " .. people .. "." or "") .. (seekers ~= "" and " Demandeurs d'emploi : " .. seekers .. "." or ""),
    en = (people ~= "" and " Inhabitants: " .. people .. "." or "") .. (seekers ~= "" and " Job seekers: " .. seekers .. "." or "") }
end

--- Where the PaQte acts: quarters, inhabitants and schools by agglomeration; rates stand alone and are never added. Gives false
--- when there is nothing of it.
function quartiers.tables(run)
  if not run:has_dataset "territoire" then return false end
  local rows = exercice.rows(run, "territoire", { fr = "contexte des quartiers du PaQte", en = "context of the quarters of the PaQte" })
  local quarters, series_of = quarters_once.read(run, rows, "lib_epci", ADDED)
  local measures = { { "qpv", bilan.count_distinct(f.code_qp) } }
  for _, field in ipairs(ADDED) do
    local once = f[rows:has(field) and field .. "_retenu" or field]
    measures[#measures + 1] = { field, field == "npnru" and bilan.count(once:known()) or bilan.sum(once) }
  end
  local lines = {}
  for _, group in ipairs(quarters:group { by = "lieu", measures = measures }:sorted("qpv", "descending"):rows()) do
    lines[#lines + 1] = { group.lieu == "?" and run:text { fr = "(non renseigné)",
      en = "(not given)" } or group.lieu, group.qpv,
      group.population, group.colleges_rep_p, group.colleges_rep, group.npnru, group.defm_abc }
  end
  if #lines > 0 then
    local told = sources_told(series_of)
    local page = shared_sheet.new { fr = "Quartiers", en = "Quarters" }
    local sheet, below = shared_sheet.place(page, "paq_contexte")
    run:table {
      id = "paq_contexte", sheet = sheet, below = below,
      title = { fr = "Les quartiers du PaQte par agglomération", en = "The quarters of the PaQte by agglomeration" },
      base = { fr = "Lignes qui portent un code de quartier ; un quartier compte une fois." .. told.fr,
        en = "Rows with a code of a quarter; a quarter counts once." .. told.en },
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
    single_answers.table(run, quarters, { id = "paq_anru", field = rows:has "npnru" and "npnru_retenu" or "npnru", vocabulary = "npnru", page = page,
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
    line[#line + 1] = row.exercice or bilan.state "nd"
    line[#line + 1] = row.source or bilan.state "nd"
    rates[#rates + 1] = line
  end
  if #rates == 0 then return #lines > 0 end
  local made = { columns.text("Territoire", "Territory") }
  if has_level then made[2] = columns.text("Niveau", "Level") end
  made[#made + 1] = columns.rate("Taux de chômage", "Unemployment rate")
  local of_rate = #made
  made[#made + 1] = { header = { fr = "Année", en = "Year" }, kind = "year" }
  made[#made + 1] = columns.text("Source", "Source")
  run:table {
    id = "paq_chomage", sheet = { fr = "Chômage", en = "Unemployment" },
    title = { fr = "Taux de chômage", en = "Unemployment rate" },
    base = { fr = "Taux donnés par la source, comparés un à un ; un taux ne s'additionne pas.",
      en = "Rates of the source, compared one by one; never added." },
    columns = made, rows = rates,
    chart = #rates > 1 and { type = "bars", category = 1, series = { of_rate }, title = { fr = "Taux de chômage par territoire",
      en = "Unemployment rate by territory" },
      alt = { fr = "Barres horizontales : taux de chômage de chaque territoire.",
        en = "Horizontal bars: unemployment rate of each territory." } } or nil,
  }
  return true
end

return quartiers
