-- SPDX-License-Identifier: MPL-2.0
-- What was asked and what was awarded, of the same actions: an action of which one of the two amounts is not known is known on neither
-- side; one that the committee refused was awarded nothing (scripts/bilan/refused_amounts.lua), and counts. Else the effect of the committee would compare two sets of actions, and one large amount alone could turn its sign. Source:
-- domain dossier 2.5.3 and 3.1.4 (BIE09).
local bilan = require "bilan"
local replaced = require "bilan.replaced"
local f = bilan.field

local both_amounts = {}

both_amounts.base = { fr = "Parts et effet : actions dont le montant demandé et le montant accordé sont tous deux connus.",
  en = "Shares and effect: actions of which both the amount asked and the amount awarded are known." }

function both_amounts.rows(rows)
  if not (rows:has "demande_p147" and rows:has "accorde_p147") then return rows end
  local are_known = bilan.all { f.demande_p147:known(), f.accorde_p147:known() }
  local unknown = bilan.when(f.demande_p147:known(), f.accorde_p147, f.demande_p147) -- with its own cause
  local both = rows:derive { demande_comparee = bilan.when(are_known, f.demande_p147, unknown),
    accorde_compare = bilan.when(are_known, f.accorde_p147, unknown) }
  return replaced.rows(replaced.rows(both, "demande_p147", f.demande_comparee), "accorde_p147", f.accorde_compare)
end

return both_amounts
