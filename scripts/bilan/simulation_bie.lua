-- SPDX-License-Identifier: MPL-2.0
-- What the programming would be if credits followed the scores: a bonus for G1 and G2, a reduction for G0, on actions from
-- a threshold on. The suppositions are cells of the workbook: whoever changes them sees what comes of it. A simulation to
-- discuss, never a sanction of an action; « non coté » is left as it is. Source: domain dossier 3.1.4.
local bilan = require "bilan"
local columns = require "bilan.columns"
local cotation = require "bilan.cotation"
local f = bilan.field

local simulation = {}

--- The bonus or reduction of an action; nothing below the threshold.
local RATE = bilan.when(f.accorde:ge(f.seuil), bilan.when(f.cotation:eq "G2", f.bonus_g2,
  bilan.when(f.cotation:eq "G1", f.bonus_g1, bilan.when(f.cotation:eq "G0", -f.malus_g0, 0))), 0)

--- The simulated credits of one score: its total is what the score would get.
local function of_score(fr, en, state)
  return columns.euro(fr, en, { total = "sum", formula = bilan.when(f.cotation:eq(state), f.simule, 0) })
end

local function suppositions(params)
  return {
    { name = "bonus_g1", kind = "rate", value = params.bonus_g1, label = { fr = "Bonus des actions G1", en = "Bonus of G1 actions" } },
    { name = "bonus_g2", kind = "rate", value = params.bonus_g2, label = { fr = "Bonus des actions G2", en = "Bonus of G2 actions" } },
    { name = "malus_g0", kind = "rate", value = params.malus_g0,
      label = { fr = "Minoration des actions G0", en = "Reduction of G0 actions" } },
    { name = "seuil", kind = "euro", value = params.seuil_simulation,
      label = { fr = "À partir de (€ accordés)", en = "From (€ awarded)" } },
  }
end

--- One line an action that was awarded something, by score, the largest amounts first.
local function lines_of(run, actions)
  local lines = {}
  for at, state in ipairs(cotation.states) do
    for row in actions:where { cotation = state }:each() do
      lines[#lines + 1] = { row.intitule or bilan.state "vide", cotation.short(run, state), row.accorde_p147, order = at }
    end
  end
  table.sort(lines, function(a, b)
    if a.order ~= b.order then return a.order < b.order end
    if a[3] ~= b[3] then return a[3] > b[3] end
    return tostring(a[1]) < tostring(b[1])
  end)
  for _, line in ipairs(lines) do
    line.order = nil
    for column = 4, 11 do line[column] = bilan.state "vide" end
  end
  return lines
end

--- Puts the simulation on its sheet: cells to change above, an action a line, the totals of the scores in the last line.
function simulation.table(run, actions)
  local awarded = actions:where(f.accorde_p147:gt(0))
  local unknown = actions:where(bilan.no(f.accorde_p147:known())):count()
  local short = cotation.short(run, "non_cote")
  run:table {
    id = "bie_simulation", sheet = { fr = "Et si", en = "What if" },
    title = { fr = "Et si les crédits suivaient les cotations : simulation", en = "What if credits followed the scores: a simulation" },
    base = { fr = awarded:count() .. " actions au montant accordé connu et non nul ; montant inconnu : " .. unknown .. ".",
      en = awarded:count() .. " actions awarded a known amount; amount unknown: " .. unknown .. "." },
    parameters = suppositions(run.params),
    notes = { { fr = "Changez les cellules du haut : la feuille se recalcule. « À enveloppe égale » ramène le total à celui qui a été "
      .. "accordé.", en = "Change the cells above: the sheet follows. The last column brings the total back to what was awarded." },
      { fr = "Une simulation pour discuter : elle ne propose de sanction pour aucune action.",
        en = "A simulation to discuss: it proposes no sanction of any action." }, cotation.qualitative },
    columns = {
      columns.label("Action", "Action"),
      columns.text("Cotation", "Score", { name = "cotation" }),
      columns.euro("Accordé (€)", "Awarded (€)", { name = "accorde", total = "sum" }),
      columns.rate("Bonus ou malus", "Bonus or reduction", { name = "taux", formula = RATE }),
      columns.euro("Simulé (€)", "Simulated (€)", { name = "simule", total = "sum", formula = f.accorde * (1 + f.taux) }),
      columns.euro("Écart (€)", "Difference (€)", { total = "sum", formula = f.simule - f.accorde }),
      of_score("G0 simulé (€)", "G0 simulated (€)", "G0"), of_score("G1 simulé (€)", "G1 simulated (€)", "G1"),
      of_score("G2 simulé (€)", "G2 simulated (€)", "G2"),
      of_score("Non coté (€)", "Not scored (€)", short),
      columns.euro("À enveloppe égale (€)", "Same envelope (€)", { total = "sum",
        formula = f.simule * bilan.column_sum(f.accorde) / bilan.column_sum(f.simule) }),
    },
    rows = lines_of(run, awarded),
  }
end

return simulation
