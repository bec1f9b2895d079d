-- SPDX-License-Identifier: MPL-2.0
-- The cards of a first page: an indicator without a value gives its place to the next one that has one, and is named. Source: domain
-- dossier 2.7.
local bilan = require "bilan"

local key_cards = {}

--- Puts the cards. `wanted`: ids in their order, `further`: ids that may take their places,
--- in order; `rows_of`: a function of the id. Gives the labels of those without a value.
---@return string[]
function key_cards.put(run, wanted, further, rows_of)
  local silent, free = {}, 0
  for _, id in ipairs(wanted) do
    if run:indicator(id, rows_of(id)).value ~= nil then
      run:key_figures({ id }, rows_of(id))
    else
      silent[#silent + 1], free = run:indicator_label(id), free + 1
    end
  end
  for _, id in ipairs(further) do
    if free > 0 and run:indicator(id, rows_of(id)).value ~= nil then
      run:key_figures({ id }, rows_of(id))
      free = free - 1
    end
  end
  if #silent == #wanted then run:key_figures({ wanted[1] }, rows_of(wanted[1])) end -- a page without any card would say nothing of why
  return silent
end

--- Names the indicators without a card, those that `put` gave.
function key_cards.warn(run, silent)
  if #silent == 0 then return end
  local list = bilan.text.join(silent, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Chiffres clés sans valeur (cause : feuille Indicateurs) : " .. list .. ".",
    en = "Key figures without a value (cause: sheet Indicators): " .. list .. "." }
end

return key_cards
