-- SPDX-License-Identifier: MPL-2.0
-- Where each contract stands with its territorial plan against discrimination. Files repeat the state on each action: a
-- contract counts once, and one whose actions disagree is not settled here. Source: domain dossier 3.2.2 (LCD10).
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local shared_sheet = require "bilan.shared_sheet"
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

--- LCD10: one line a contract. `where`: the sheet that it shares.
function ptlcd.table(run, actions, where)
  local lines = {}
  local unnamed = actions:where(f.contrat:known()):count() > 0 and actions:where(bilan.no(f.contrat:known())):count() or 0
  for row in ptlcd.contracts(actions):each() do
    local contract = row.contrat or (run.territory ~= "" and run.territory) or run:text { fr = "non renseigné", en = "not stated" }
    local name = row.contrat and bilan.text.fold(row.contrat)
    local own = actions:where(function(action)
      return (action.contrat and bilan.text.fold(action.contrat)) == name
    end)
    lines[#lines + 1] = { contract, row.etat_contrat and run:label("etat_ptlcd", row.etat_contrat) or bilan.state "nc",
      counted.things(own), own:figure(bilan.count(f.ptlcd)) }
  end
  table.sort(lines, function(a, b) return a[1] < b[1] end)
  local sheet, below = shared_sheet.place(where, "lcd_ptlcd")
  run:table {
    id = "lcd_ptlcd", sheet = sheet, below = below,
    title = { fr = "État du plan territorial de lutte contre les discriminations, par contrat",
      en = "State of the territorial plan against discrimination, by contract" },
    base = { fr = "Contrats couverts (LCD10) : " .. run:indicator("LCD10", actions).text .. ". Un contrat dont les lignes se "
      .. "contredisent est inconnu. Lignes sans contrat : " .. unnamed .. ".", en = "Contracts covered (LCD10): " .. run:indicator("LCD10", actions).text .. ". A contract "
      .. "whose rows disagree is unknown. Rows without a contract: " .. unnamed .. "." },
    columns = { columns.label("Contrat", "Contract"), columns.text("État du PTLCD", "State of the plan"),
      columns.added("integer", "Actions lues", "Actions read"),
      columns.added("integer", "Actions rattachées au PTLCD", "Actions of the plan") },
    rows = lines,
  }
end

return ptlcd
