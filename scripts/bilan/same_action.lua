-- SPDX-License-Identifier: MPL-2.0
-- One action on several rows, often in the file of the State and in that of its holder: the same number and the same amount in one
-- year. Both rows count, for nobody here can tell a row too many from two quarters or two payments of the same size, and each may
-- say what the other does not. The first page says what is at stake. Source: domain dossier 2.1 (Action), 2.6 (C13, an alert).
local bilan = require "bilan"
local counted = require "bilan.counted"
local f = bilan.field

local same_action = {}

--- How many actions stand on several rows with the same amount, and what their further rows add to the sum of amounts.
---@return integer, number
function same_action.found(rows)
  if not rows:has "num_action" or not rows:has "accorde_p147" then return 0, 0 end
  local given = rows:where(bilan.all { f.num_action:known(), f.accorde_p147:gt(0) })
  local groups = given:group { by = { "exercice", "num_action" }, measures = { { "lignes", bilan.count() },
    { "moindre", bilan.min(f.accorde_p147) }, { "plus_grand", bilan.max(f.accorde_p147) } } }
  local actions, euros = 0, 0
  for _, group in ipairs(groups:rows()) do
    local least, rows_of = group.moindre.value, group.lignes.value
    if group.num_action and rows_of > 1 and least == group.plus_grand.value then
      actions, euros = actions + 1, euros + (rows_of - 1) * least
    end
  end
  return actions, euros
end

--- First page: what is perhaps added up twice.
function same_action.warn(run, rows)
  local actions, euros = same_action.found(rows)
  if actions == 0 then return end
  local amount = bilan.number.euro(euros)
  run:warning { fr = counted.fr(actions, "action", "actions") .. " sur plusieurs lignes (même numéro, même montant accordé ; C13) : "
    .. amount .. " sont peut-être comptés en trop. Retirez l'une des lignes s'il s'agit du même dossier.",
    en = counted.en(actions, "action", "actions") .. " on several rows (same number, same amount awarded; C13): " .. amount
      .. " may be counted too often. Take one of the rows out if it is the same file." }
end

return same_action
