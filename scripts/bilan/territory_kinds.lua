-- SPDX-License-Identifier: MPL-2.0
-- The kind of a territory or organisation, read in its name where nobody says it: « CC des Deux Rives » is an EPCI. Whole
-- words only; a name that tells nothing has no kind. Source: domain dossier 3.10.
local bilan = require "bilan"

local territory_kinds = {}

--- In order: the first kind of which a word stands in the name.
local KINDS = {
  { "MDE/PLIE", "maison de l emploi", "mde", "plie" }, { "PETR", "petr", "pole d equilibre territorial" },
  { "syndicat mixte", "syndicat mixte" },
  { "EPCI", "metropole", "agglo", "agglomeration", "communaute de communes", "cc", "cdc", "ca" },
  { "région", "region" }, { "commune", "ville", "commune", "mairie" }, { "association", "association", "asso" },
  { "entreprise", "entreprise", "societe" },
}

--- The term of the vocabulary `type_territoire`, or nil.
---@param name string?
function territory_kinds.of(name)
  local words = {}
  for word in string.gmatch(bilan.text.fold(name or ""), "%w+") do words[#words + 1] = word end
  local text = " " .. table.concat(words, " ") .. " "
  for _, kind in ipairs(KINDS) do
    for index = 2, #kind do
      if string.find(text, " " .. kind[index] .. " ", 1, true) then return kind[1] end
    end
  end
  return nil
end

return territory_kinds
