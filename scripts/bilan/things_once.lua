-- SPDX-License-Identifier: MPL-2.0
-- A table whose quarters are columns gives several rows of one action. Sums take each amount once; a list of actions, and what is
-- computed action by action, must too. Source: domain dossier 0.3 (9: one row is not one fact), 2.5.1 (7).
local counted = require "bilan.counted"

local things_once = {}

--- What the rows of one action have in common, and two actions do not.
local SAME = { "exercice", "contrat", "num_dossier", "num_action", "porteur", "intitule", "statut", "demande_p147", "accorde_p147" }

local function key_of(row)
  local said = {}
  for at, field in ipairs(SAME) do said[at] = tostring(row[field]) end
  return table.concat(said, "\0")
end

--- The first row of each thing, and by a row's key the quarters of all its rows; the rows as they are where each is a thing of its own,
--- or where the key would make of them more things or fewer than there are.
---@return bilan.Query, fun(row: bilan.Row): string[]?
function things_once.of(rows)
  local function own(row) return row.territoire end
  local things = counted.things(rows)
  if things == rows:count() then return rows, own end
  local quarters = {}
  local first = rows:where(function(row)
    local key = key_of(row)
    local is_first = quarters[key] == nil
    local all = quarters[key] or {}
    quarters[key] = all
    for _, quarter in ipairs(row.territoire or {}) do
      local is_met = false
      for _, other in ipairs(all) do is_met = is_met or other == quarter end
      if not is_met then all[#all + 1] = quarter end
    end
    return is_first
  end)
  if first:count() ~= things then return rows, own end
  return first, function(row)
    local all = quarters[key_of(row)]
    return all and #all > 0 and all or nil
  end
end

return things_once
