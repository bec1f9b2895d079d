-- SPDX-License-Identifier: MPL-2.0
-- The actions of the programming: one that was refused, adjourned, given up or cancelled is none of them, and is said to be left
-- out. Source: domain dossier 2.3 (statut), 2.6 (C18).
local bilan = require "bilan"
local counted = require "bilan.counted"
local f = bilan.field

local programmed = {}

--- The statuses of an action that is not in the programming.
programmed.OUTSIDE = { "refusée", "ajournée", "abandonnée", "annulée" }

--- The rows of the programming. A row without a status stays.
function programmed.kept(actions)
  return actions:has "statut" and actions:where(bilan.no(f.statut:one_of(programmed.OUTSIDE):known_or(false))) or actions
end

--- The same; the first page counts those that are left out.
function programmed.rows(run, actions)
  local kept = programmed.kept(actions)
  local left_out = actions:count() - kept:count()
  if left_out > 0 then
    run:warning { fr = counted.fr(left_out, "action refusée, ajournée, abandonnée ou annulée, hors de la programmation : non comptée.",
      "actions refusées, ajournées, abandonnées ou annulées, hors de la programmation : non comptées."),
      en = counted.en(left_out, "action", "actions") .. " refused, adjourned, given up or cancelled, out of the programming: not counted." }
  end
  return kept
end

return programmed
