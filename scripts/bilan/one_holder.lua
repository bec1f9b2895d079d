-- SPDX-License-Identifier: MPL-2.0
-- One holder that gets more than half of the money: no mistake, and something that whoever reads the totals should know. Source:
-- domain dossier 2.6 (C17).
local bilan = require "bilan"
local f = bilan.field

local one_holder = {}

--- The holder with more than half of what is known to be awarded, `{ name =, part =, whole = }`; nil where there is none, or only one
--- holder at all. `actions`: rows with `porteur_cle` and `porteur_lu`.
function one_holder.of(actions)
  local by_key, name_of, whole, holders = {}, {}, 0, 0
  for row in actions:where(f.accorde_p147:known()):each() do
    local key, amount = row.porteur_cle, row.accorde_p147
    whole = whole + amount
    if key then
      if not by_key[key] then holders = holders + 1 end
      by_key[key], name_of[key] = (by_key[key] or 0) + amount, name_of[key] or row.porteur_lu
    end
  end
  if holders < 2 then return nil end
  for key, part in pairs(by_key) do -- one at most has more than half
    if part > whole / 2 then return { name = name_of[key], part = part, whole = whole } end
  end
  return nil
end

--- First page: that holder, with its share.
function one_holder.warn(run, actions)
  local found = one_holder.of(actions)
  if not found then return end
  local share, part, whole = bilan.number.percent(found.part / found.whole), bilan.given(found.part, "euro").text,
    bilan.given(found.whole, "euro").text
  run:warning { fr = "Un porteur reçoit plus de la moitié des montants accordés connus (C17) : " .. found.name .. ", " .. share .. " (" .. part
      .. " sur " .. whole .. ").",
    en = "One holder gets more than half of the known amounts awarded (C17): " .. found.name .. ", " .. share .. " (" .. part .. " of "
      .. whole .. ")." }
end

return one_holder
