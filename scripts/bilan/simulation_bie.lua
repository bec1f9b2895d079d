-- SPDX-License-Identifier: MPL-2.0
-- What the programming would be if credits followed the scores: a bonus for G1 and G2, a reduction for G0, on actions from
-- a threshold on. The suppositions are cells of the workbook: whoever changes them sees what comes of it. A simulation to
-- discuss, never a sanction of an action; « non coté » is left as it is. Source: domain dossier 3.1.4.
local bilan = require "bilan"
local columns = require "bilan.columns"
local cotation = require "bilan.cotation"
local counted = require "bilan.counted"
local things_once = require "bilan.things_once"
local f = bilan.field

local simulation = {}

--- Of so many actions the sheet shows each one; of more, those of one score and one amount stand together.
simulation.most_lines = 500

--- The bonus or reduction of an action of that amount; nothing below the threshold.
local function rate_of(amount)
  return bilan.when(amount:ge(f.seuil), bilan.when(f.cotation:eq "G2", f.bonus_g2,
    bilan.when(f.cotation:eq "G1", f.bonus_g1, bilan.when(f.cotation:eq "G0", -f.malus_g0, 0))), 0)
end

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

local LIVE_COLUMNS = 8

--- A line with room for the columns that the sheet computes.
local function with_live(line)
  for _ = 1, LIVE_COLUMNS do line[#line + 1] = bilan.state "vide" end
  return line
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
  for _, line in ipairs(lines) do line.order = nil with_live(line) end
  return lines
end

--- Actions of one score and one amount are awarded the same whatever is supposed: one line for all of them, exact. Beyond
--- `most_lines` amounts of a score, the smallest stand together too: exact for every threshold above the largest of them,
--- which is the amount that the line is held against. Also gives the largest amount so summed, nil when none is.
local function groups_of(run, actions)
  local lines, summed = {}, nil
  for _, state in ipairs(cotation.states) do
    local short, rest = cotation.short(run, state), { count = 0, sum = 0 }
    local amounts = actions:where { cotation = state }:group { by = "accorde_p147", measures = { { "n", bilan.count() } } }:rows()
    for at = #amounts, 1, -1 do -- the largest first
      local group = amounts[at]
      local count = math.tointeger(group.n.value)
      if #amounts - at < simulation.most_lines then
        lines[#lines + 1] = with_live { run:text { fr = count .. (count > 1 and " actions" or " action"),
          en = count .. (count > 1 and " actions" or " action") }, short, count, group.accorde_p147, group.accorde_p147 * count }
      else
        rest.largest = rest.largest or group.accorde_p147
        rest.count, rest.sum = rest.count + count, rest.sum + group.accorde_p147 * count
      end
    end
    if rest.count > 0 then
      summed = math.max(summed or 0, rest.largest)
      lines[#lines + 1] = with_live { run:text { fr = rest.count .. " actions d'au plus " .. bilan.number.euro(rest.largest),
        en = rest.count .. " actions of at most " .. bilan.number.euro(rest.largest) }, short, rest.count, rest.largest, rest.sum }
    end
  end
  return lines, summed
end

--- The columns that follow from the amount of a line and from the suppositions.
local function live_columns(short, amount)
  return {
    columns.rate("Bonus ou malus", "Bonus or reduction", { name = "taux", formula = rate_of(amount) }),
    columns.euro("Simulé (€)", "Simulated (€)", { name = "simule", total = "sum", formula = f.accorde * (1 + f.taux) }),
    columns.euro("Écart (€)", "Difference (€)", { total = "sum", formula = f.simule - f.accorde }),
    of_score("G0 simulé (€)", "G0 simulated (€)", "G0"), of_score("G1 simulé (€)", "G1 simulated (€)", "G1"),
    of_score("G2 simulé (€)", "G2 simulated (€)", "G2"),
    of_score("Non coté (€)", "Not scored (€)", short),
    columns.euro("À enveloppe égale (€)", "Same envelope (€)", { total = "sum",
      formula = f.simule * bilan.column_sum(f.accorde) / bilan.column_sum(f.simule) }),
  }
end

local function grouped_words(count, summed)
  local words = { fr = "Les " .. count .. " actions sont réunies par cotation et montant : une ligne vaut pour toutes celles qui "
    .. "ont reçu le même montant, et le total est exact.", en = "The " .. count .. " actions stand together by score and "
    .. "amount: a line holds for all that were awarded the same, and the total is exact." }
  if not summed then return words end
  local largest = bilan.number.euro(summed)
  return { fr = words.fr .. " Les plus petits montants d'une cotation n'ont qu'une ligne : le seuil est à garder au-dessus de "
    .. largest .. ".", en = words.en .. " The smallest amounts of a score have one line: keep the threshold above "
    .. largest .. "." }
end

--- Puts the simulation on its sheet: cells to change above, an action a line (or a score and amount a line when there are
--- many), the totals of the scores in the last line.
function simulation.table(run, actions)
  local once = things_once.of(actions)
  local awarded = once:where(f.accorde_p147:gt(0))
  local count, unknown = awarded:count(), once:where(bilan.no(f.accorde_p147:known())):count()
  local notes = { { fr = "Changez les cellules du haut : la feuille se recalcule. « À enveloppe égale » ramène le total à celui qui a été "
      .. "accordé.", en = "Change the cells above: the sheet follows. The last column brings the total back to what was awarded." },
    { fr = "Une simulation pour discuter : elle ne propose de sanction pour aucune action.",
      en = "A simulation to discuss: it proposes no sanction of any action." }, cotation.qualitative }
  local shown = { columns.label(count > simulation.most_lines and "Actions réunies" or "Action",
    count > simulation.most_lines and "Actions together" or "Action"), columns.text("Cotation", "Score", { name = "cotation" }) }
  local lines, summed
  if count > simulation.most_lines then
    lines, summed = groups_of(run, awarded)
    table.insert(notes, 1, grouped_words(count, summed))
    shown[#shown + 1] = columns.added("integer", "Actions", "Actions")
    shown[#shown + 1] = columns.euro("Montant de chacune (€)", "Amount of each (€)", { name = "montant" })
  else
    lines = lines_of(run, awarded)
  end
  shown[#shown + 1] = columns.euro("Accordé (€)", "Awarded (€)", { name = "accorde", total = "sum" })
  local live = live_columns(cotation.short(run, "non_cote"), count > simulation.most_lines and f.montant or f.accorde)
  table.move(live, 1, #live, #shown + 1, shown)
  run:table {
    id = "bie_simulation", sheet = { fr = "Et si", en = "What if" },
    title = { fr = "Et si les crédits suivaient les cotations : simulation", en = "What if credits followed the scores: a simulation" },
    base = { fr = counted.actions(count).fr .. " au montant accordé connu et non nul ; montant inconnu : " .. unknown .. ".",
      en = counted.actions(count).en .. " awarded a known amount; amount unknown: " .. unknown .. "." },
    parameters = suppositions(run.params),
    notes = notes, columns = shown, rows = lines,
  }
end

return simulation
