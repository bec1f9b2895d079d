-- SPDX-License-Identifier: MPL-2.0
-- Contracts under two names, « CV Valoir » and « Contrat de ville du Valoir »: they stay apart, since nobody said that they are one,
-- and the first page asks. Source: domain dossier 2.1 (Contrat de ville: often only a label).
local bilan = require "bilan"

local near_names = {}

--- Words that say what the thing is, not which.
local EMPTY = { contrat = true, contrats = true, de = true, ville = true, cv = true, cdv = true, du = true, des = true, la = true,
  le = true, les = true, l = true, d = true, et = true, quartiers = true, engagements = true, urbain = true, solidarites = true }

--- What is left of a name without such words; nil when nothing is.
local function kernel(name)
  local words = {}
  for word in bilan.text.fold(name):gmatch "[%w]+" do
    if not EMPTY[word] then words[#words + 1] = word end
  end
  return #words > 0 and bilan.text.join(words, " ") or nil
end

--- Warns of the contracts whose names say the same but for such words.
function near_names.warn(run, rows)
  if not rows:has "contrat" then return end
  local groups, order, met = {}, {}, {}
  for _, name in ipairs(rows:distinct "contrat") do
    local key, folded = kernel(name), bilan.text.fold(name)
    if key and not met[folded] then
      met[folded] = true
      if not groups[key] then groups[key], order[#order + 1] = {}, key end
      groups[key][#groups[key] + 1] = bilan.text.quoted(name)
    end
  end
  local near = {}
  for _, key in ipairs(order) do
    if #groups[key] > 1 then near[#near + 1] = bilan.text.join(groups[key], ", ") end
  end
  if #near == 0 then return end
  local list = bilan.text.join(near, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Contrats aux noms voisins, comptés à part : " .. list .. ". Si c'est le même, écrivez un seul nom.",
    en = "Contracts with names alike, counted apart: " .. list .. ". If they are one, write one name." }
end

return near_names
