-- SPDX-License-Identifier: MPL-2.0
-- Outcomes that the exits cannot hold, exits that the entries cannot, positive exits that may be all dynamic ones: the rates of such
-- actions may be wrong, and the first page says so. The controls M01 and M02 name the cells. Source: domain dossier 3.4.5, 3.4.6.
local bilan = require "bilan"
local counted = require "bilan.counted"
local exits = require "bilan.exits"
local f = bilan.field

local emploi_coherence = {}

local MOST_NAMES = 3

--- The names of the first actions, and how many more there are.
local function names_of(run, rows)
  local names = {}
  for _, name in ipairs(rows:distinct "intitule") do
    if #names == MOST_NAMES then
      names[#names + 1] = "…"
      break
    end
    names[#names + 1] = name
  end
  return #names == 0 and "" or " (" .. bilan.text.join(names, run:text { fr = " ; ", en = "; " }) .. ")"
end

--- Warns of the actions whose steps contradict each other.
function emploi_coherence.warn(run, actions)
  local beyond = actions:where(exits.dynamic(f):gt(exits.counted(f)))
  local n = beyond:count()
  if n > 0 then
    local names = names_of(run, beyond)
    run:warning { fr = "Plus de sorties dynamiques que de sorties pour " .. counted.actions(n).fr .. names
        .. " : les taux qui les comptent sont faux. Demandez la correction au partenaire (contrôle M01).",
      en = "More dynamic exits than exits for " .. counted.actions(n).en .. names
        .. ": the rates that count them are wrong. Ask the partner for a correction (control M01)." }
  end
  local early = actions:where((f.nb_sorties + f.nb_abandons:known_or(0)):gt(f.nb_entrees))
  n = early:count()
  if n > 0 then
    local names = names_of(run, early)
    run:warning { fr = "Plus de sorties et d'abandons que d'entrées pour " .. counted.actions(n).fr .. names
        .. " : à vérifier, sauf si des personnes étaient déjà présentes au 1er janvier (contrôle M02).",
      en = "More exits and drop-outs than entries for " .. counted.actions(n).en .. names
        .. ": to be checked, unless people were present on 1 January (control M02)." }
  end
  -- « Sorties positives » is often written for all dynamic exits; beside no employment at all nothing tells which it is.
  local alone = actions:where(bilan.all { f.nb_sortie_positive:gt(0), bilan.no(f.nb_emploi_durable:known()),
    bilan.no(f.nb_emploi_transition:known()) })
  n = alone:count()
  if n > 0 then
    local names = names_of(run, alone)
    run:warning { fr = "« Sorties positives » sans emploi durable ni de transition pour " .. counted.actions(n).fr .. names
        .. " : lues comme formation ou SIAE. Si c'est le total des sorties dynamiques, écrivez « Sorties dynamiques » en tête de colonne.",
      en = "\"Positive exits\" without lasting or transitional employment for " .. counted.actions(n).en .. names
        .. ": read as training or work integration. If it is the total of dynamic exits, write \"Sorties dynamiques\" as the header." }
  end
end

return emploi_coherence
