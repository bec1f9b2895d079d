-- SPDX-License-Identifier: MPL-2.0
-- What funding lines say of each action: whether ordinary policy pays for it, and how many funders it has. Source: domain dossier
-- 3.6.4 (DC03, DC04).
local bilan = require "bilan"
local financeurs = require "bilan.financeurs"
local f = bilan.field

local funded_actions = {}

--- What is known of each action of the programming, by its `cle_action`: has it money of ordinary policy, and how many
--- funders.
local function gathered(lines)
  local actions = {}
  for row in lines:where(bilan.all { financeurs.is_funding(f), bilan.no(financeurs.outside(f)) }):each() do
    local id = row.cle_action
    if id then
      local action = actions[id] or { funders = {}, count = 0, doubts = {} }
      actions[id] = action
      local amount = row.montant_realise or row.montant_prevu or row.montant_accorde
      if row.sans_plan then action.may_be_cofunded, action.unsure = true, true end
      local funder, nature = financeurs.OF_ENVELOPE[row.financeur] or row.financeur, row.nature_credit
      local is_ordinary = nature == financeurs.ordinary[1] or nature == financeurs.ordinary[2]
      if amount and amount > 0 then
        action.cofunded = action.cofunded or is_ordinary
        action.may_be_cofunded = action.may_be_cofunded or not nature
        if not funder then
          action.unsure = true
        elseif not financeurs.own[funder] and not action.funders[funder] then
          action.funders[funder] = true
          action.count = action.count + 1
        end
      elseif not amount and not (funder and financeurs.own[funder]) then
        action.doubts[funder or ""] = true
        action.may_be_cofunded = action.may_be_cofunded or is_ordinary or not nature
      end
    end
  end
  return actions
end

--- A funder whose amount is missing, and who is not counted for another amount.
local function are_funders_in_doubt(action)
  if action.unsure then return true end
  for funder in pairs(action.doubts) do
    if not action.funders[funder] then return true end
  end
  return false
end

local DOES_NOT_APPLY, NOT_KNOWN = bilan.state "so", bilan.state "nd"

--- The lines with a further field that each action says once, on its first line; elsewhere it does not apply. `answer`
--- tells it from what is known of the action. A missing amount makes unknown what it could change.
local function said_once(lines, field, answer)
  local named = financeurs.with_plans(lines):derive { cle_action = function(row) return financeurs.action_of(row) or DOES_NOT_APPLY end }
  local actions, said = gathered(named), {}
  return named:derive { [field] = function(row)
    local id = row.cle_action
    if not id or not actions[id] or said[id] then return DOES_NOT_APPLY end
    said[id] = true
    return answer(actions[id])
  end }
end

--- `cofinancee`: the action has money of ordinary policy.
function funded_actions.with_cofunding(lines)
  return said_once(lines, "cofinancee", function(action)
    if action.cofunded then return true end
    return action.may_be_cofunded and NOT_KNOWN or false
  end)
end

--- `nb_financeurs`: how many different funders the action has.
function funded_actions.with_funders(lines)
  return said_once(lines, "nb_financeurs", function(action) return are_funders_in_doubt(action) and NOT_KNOWN or action.count end)
end

return funded_actions
