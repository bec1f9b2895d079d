-- SPDX-License-Identifier: MPL-2.0
-- Where each contract stands with its territorial plan against discrimination. Files repeat the state on each action: a
-- contract counts once, and one whose actions disagree is not settled here. Source: domain dossier 3.2.2 (LCD10).
local bilan = require "bilan"
local f = bilan.field

local ptlcd = {}

ptlcd.adopted = { "plan adopté", "plan en cours", "plan évalué" }

--- One row a contract, with a further field `etat_contrat`. Where no row names a contract, all are of one: that of the
--- run. Where some do, a row that names none belongs to no contract that could be counted.
function ptlcd.contracts(rows)
  local states, known = {}, {}
  local named = rows:where(f.contrat:known())
  if named:count() > 0 then rows = named end
  for row in rows:each() do
    local contract, state = bilan.text.fold(row.contrat or ""), row.etat_ptlcd
    if state and states[contract] and states[contract] ~= state then
      states[contract] = "divergent"
    elseif state then
      states[contract] = state
    end
  end
  return rows:where(function(row)
    local contract = bilan.text.fold(row.contrat or "")
    local is_first = not known[contract]
    known[contract] = true
    return is_first
  end):derive {
    etat_contrat = function(row)
      local state = states[bilan.text.fold(row.contrat or "")]
      if state == "divergent" then return bilan.state "err" end
      return state or bilan.state "nc"
    end }
end

--- LCD10: contracts with a plan that was adopted, of those whose state is known.
function ptlcd.coverage(rows)
  return ptlcd.contracts(rows):figure(bilan.share(f.etat_contrat:one_of(ptlcd.adopted)))
end

return ptlcd
