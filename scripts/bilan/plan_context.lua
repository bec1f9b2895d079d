-- SPDX-License-Identifier: MPL-2.0
-- Funding plans that say neither pillar nor contract, beside a programming that does: their lines take those of their action.
-- What a plan says of itself stands. Source: domain dossier 2.1 (Financement hangs on an action).
local bilan = require "bilan"

local plan_context = {}

local TAKEN = { "pilier", "contrat" }

--- What is known of each action, by each of its keys; false where two actions of one key disagree.
local function context_of(actions, keys_of)
  local known = {}
  for row in actions:each() do
    for _, key in ipairs(keys_of(row)) do
      known[key] = known[key] or {}
      for _, field in ipairs(TAKEN) do
        local value = row[field]
        if value and known[key][field] == nil then known[key][field] = value end
        if value and known[key][field] ~= value then known[key][field] = false end
      end
    end
  end
  return known
end

--- The value that a line takes of its action; nil where it has its own, or no action has one.
local function taken(known, keys_of, row, field)
  if row[field] then return nil end
  for _, key in ipairs(keys_of(row)) do
    if known[key] and known[key][field] then return known[key][field] end
  end
  return nil
end

--- Whether some line takes the field of its action.
local function is_taken(plans, known, keys_of, field)
  for row in plans:each() do
    if taken(known, keys_of, row, field) then return true end
  end
  return false
end

--- The lines of the plans with the pillar and contract of their actions. `keys_of`: a function of a row that gives the keys by
--- which a line and an action are one, the surest first.
function plan_context.of(plans, actions, keys_of)
  local known, fields, made, renamed = context_of(actions, keys_of), {}, {}, {}
  for _, field in ipairs(TAKEN) do
    if actions:has(field) and is_taken(plans, known, keys_of, field) then
      made[field .. "_repris"] = function(row, state)
        local value = row[field] or taken(known, keys_of, row, field)
        return value or bilan.state(state[field] == "abs" and "vide" or state[field])
      end
      renamed[field] = bilan.field[field .. "_repris"]
    end
  end
  if not next(renamed) then return plans end
  local read = plans:derive(made)
  for _, field in ipairs(read:fields()) do
    if not renamed[field] then fields[#fields + 1] = field end
  end
  return read:select(fields):derive(renamed)
end

return plan_context
