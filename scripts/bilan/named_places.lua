-- SPDX-License-Identifier: MPL-2.0
-- What stands in a partner's column of quarters and is no code of one: a municipality, or a name beside the codes of others. It is
-- counted as it is written, and said under the table. Source: domain dossier 6.1 to 6.3.
local bilan = require "bilan"
local territory_identity = require "bilan.territory_identity"

local named_places = {}

local MOST_NAMED = 12

local function listed(names)
  local shown = {}
  for at = 1, math.min(#names, MOST_NAMED) do shown[at] = names[at] end
  if #names > MOST_NAMED then shown[#shown + 1] = "…" end
  return bilan.text.join(shown, ", ")
end

--- Notes for a table by `territoire`; none where all are codes, or all are names of which none is a municipality of the rows.
function named_places.notes(rows)
  if not rows:has "territoire" then return {} end
  local is_town, towns, names, has_code = {}, {}, {}, false
  for _, town in ipairs(rows:has "commune" and rows:distinct "commune" or {}) do is_town[bilan.text.fold(town)] = true end
  for _, place in ipairs(rows:distinct "territoire") do
    if territory_identity.vintage(place) then
      has_code = true
    elseif place ~= "tous" then
      local list = is_town[bilan.text.fold(place)] and towns or names
      list[#list + 1] = place
    end
  end
  local notes = {}
  if #towns > 0 then
    notes[1] = { fr = "Communes écrites dans la colonne des quartiers, comptées telles quelles : " .. listed(towns) .. ".",
      en = "Municipalities written in the column of quarters, counted as written: " .. listed(towns) .. "." }
  end
  if #names > 0 and has_code then
    notes[#notes + 1] = { fr = "Écrits par un nom, à côté d'autres par leur code : " .. listed(names)
      .. ". Un quartier peut avoir deux lignes : demandez les codes.",
      en = "Written as a name, beside others as a code: " .. listed(names) .. ". A quarter may have two lines: ask for the codes." }
  end
  return notes
end

return named_places
