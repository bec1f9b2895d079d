-- SPDX-License-Identifier: MPL-2.0
-- One thing under two names, « CV Valoir » and « Contrat de ville du Valoir », « Port-Fictif » and « Cité de l'emploi de
-- Port-Fictif »: they stay apart, since nobody said that they are one, and the first page asks. Source: domain dossier 2.1 (Contrat
-- de ville: often only a label; a cité is known by its name alone).
local bilan = require "bilan"

local near_names = {}

--- What is so named, and the words that say what the thing is, not which.
local KINDS = {
  contrat = { fr = "Contrats", en = "Contracts",
    empty = { "contrat", "contrats", "ville", "cv", "cdv", "quartiers", "engagements", "urbain", "solidarites" } },
  cite = { fr = "Cités", en = "Cités", is_feminine = true,
    empty = { "cite", "cites", "emploi", "emplois", "cde", "projet", "label" } },
  nom_cc = { fr = "Conseils citoyens", en = "Citizens' councils", empty = { "conseil", "conseils", "citoyen", "citoyens", "cc" } },
}

local SMALL = { "de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en" }

local function set_of(lists)
  local set = {}
  for _, list in ipairs(lists) do
    for _, word in ipairs(list) do set[word] = true end
  end
  return set
end

--- What is left of a name without such words; nil when nothing is.
local function kernel(name, empty)
  local words = {}
  for word in bilan.text.fold(name):gmatch "[%w]+" do
    if not empty[word] then words[#words + 1] = word end
  end
  return #words > 0 and bilan.text.join(words, " ") or nil
end

--- Warns of the things whose names say the same but for such words. `field`: the one that names them, a key of KINDS.
function near_names.warn(run, rows, field)
  if not rows:has(field) then return end
  local kind = KINDS[field]
  local empty, groups, order, met = set_of { SMALL, kind.empty }, {}, {}, {}
  for _, name in ipairs(rows:distinct(field)) do
    local key, folded = kernel(name, empty), bilan.text.fold(name)
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
  local counted, the_same = kind.is_feminine and "comptées" or "comptés", kind.is_feminine and "la même" or "le même"
  run:warning { fr = kind.fr .. " aux noms voisins, " .. counted .. " à part : " .. list .. ". Si c'est " .. the_same
      .. ", écrivez un seul nom.",
    en = kind.en .. " with names alike, counted apart: " .. list .. ". If they are one, write one name." }
end

return near_names
