-- SPDX-License-Identifier: MPL-2.0
-- Small counts of persons are not printed: below the threshold a cell says `secret`, zero stays zero, and a masked cell
-- that stands alone takes a second one with it, or the rest of the table would give it away. Source: domain dossier 8.1.
local bilan = require "bilan"

local secret = {}

secret.threshold = 5

local function value_of(cell) return type(cell) == "number" and cell or cell.value end

--- True for a count of persons that is not to be printed.
function secret.hides(cell, threshold)
  local value = value_of(cell)
  return value ~= nil and value > 0 and value < (threshold or secret.threshold)
end

--- The list of counts with what is to be hidden replaced by the state `secret`. `alone`: the counts do not add up to
--- anything that is printed, and need no second one.
function secret.masked(counts, threshold, alone)
  local shown, hidden, smallest = {}, 0, nil
  for at, cell in ipairs(counts) do
    local value = value_of(cell)
    if secret.hides(cell, threshold) then
      shown[at], hidden = bilan.state "secret", hidden + 1
    else
      shown[at] = cell
      if value and value > 0 and (not smallest or value < value_of(counts[smallest])) then smallest = at end
    end
  end
  if hidden == 1 and smallest and not alone then shown[smallest] = bilan.state "secret" end
  return shown, hidden
end

return secret
