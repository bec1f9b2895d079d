-- SPDX-License-Identifier: MPL-2.0
-- Kinds of actions against discrimination, year by year. Source: domain dossier 3.2 (LCD05).
local bilan = require "bilan"
local citations = require "bilan.citations"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local exercice = require "bilan.exercice"
local programmed = require "bilan.programmed"
local f = bilan.field

local lcd_by_year = {}

--- Kinds of actions over the years that the files hold.
function lcd_by_year.table(run)
  local all = programmed.kept(exercice.all(run, "action"))
  all = all:where(f.type_action:known())
  local years = all:distinct "annee"
  if #years < 2 then return end
  local made, lines, series = { columns.text("Type d'action", "Kind") }, {}, {}
  for at, year in ipairs(years) do
    made[at + 1], series[at] = { header = string.format("%d", year), kind = "integer" }, at + 1
  end
  for _, kind in ipairs(citations.lines(run, all, "type_action", "type_action_lcd")) do
    local line = { kind.words }
    for _, year in ipairs(years) do
      line[#line + 1] = all:where(bilan.all { f.annee:eq(year), f.type_action:one_of(kind.terms) }):figure(bilan.count())
    end
    lines[#lines + 1] = line
  end
  local sizes, colon = {}, run:text { fr = "%d : %d", en = "%d: %d" }
  for at, year in ipairs(years) do sizes[at] = string.format(colon, year, counted.things(all:where(f.annee:eq(year)))) end
  local size = bilan.text.join(sizes, run:text { fr = " ; ", en = "; " })
  run:table {
    id = "lcd_evolution", sheet = { fr = "Types par exercice", en = "Kinds by year" },
    title = { fr = "Types d'actions LCD par exercice, en actions", en = "Kinds of actions by year, in actions" },
    base = { fr = "Actions dont le type est connu : " .. size .. ". Plusieurs types possibles ; les partenaires qui ont répondu "
      .. "peuvent différer d'une année à l'autre.", en = "Actions whose kind is known: " .. size .. ". Several kinds possible; the "
      .. "partners who answered may differ from year to year." },
    columns = made, rows = lines,
    chart = { type = "bars", category = 1, series = series,
      title = { fr = "Types d'actions par exercice (plusieurs réponses possibles)", en = "Kinds by year (several answers possible)" },
      note = { fr = "Actions dont le type est connu : " .. size .. ".", en = "Actions whose kind is known: " .. size .. "." },
      alt = { fr = "Barres horizontales groupées : actions de chaque type, une barre par exercice.",
        en = "Grouped horizontal bars: actions of each kind, a bar a year." } },
  }
end

return lcd_by_year
