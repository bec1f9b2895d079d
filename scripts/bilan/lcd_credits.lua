-- SPDX-License-Identifier: MPL-2.0
-- The credits of actions against discrimination on a first page, beside them how many euros they could be found among: the actions
-- that do not say what they are may be the large ones. Source: domain dossier 3.2.4 (LCD02), 2.5.1.
local bilan = require "bilan"

local lcd_credits = {}

--- « Caractère LCD connu pour 72,4 % des crédits accordés »; nil where no amount is known.
function lcd_credits.known(run, rows)
  local known = run:indicator("LCD02c", rows)
  if not known.value then return nil end
  local share = bilan.number.percent(known.value)
  return { fr = "Caractère LCD connu pour " .. share .. " des crédits accordés",
    en = "How specific they are is known of " .. share .. " of the credits awarded" }
end

--- The key figure `id`, LCD02 or LCD02v.
function lcd_credits.card(run, id, rows)
  local label = run:indicator_label(id)
  run:key_figures { { id = id, label = { fr = label, en = label }, figure = run:indicator(id, rows), note = lcd_credits.known(run, rows) } }
end

return lcd_credits
