-- SPDX-License-Identifier: MPL-2.0
-- Needs of participants held against the resources of others, theme by theme: what nobody offers, what nobody asks for, who
-- could be put in touch with whom. Source: domain dossier 3.10 (MAT04 to MAT06).
local bilan = require "bilan"

local needs_and_resources = {}

--- « CC du Lac » and « CC DU LAC » are one, who is not put in touch with itself; empty without a name.
local function key_of(row) return bilan.text.fold(row.participant or "") end

--- Is one in need whom another than itself could help? Two rows without a name may be two participants.
local function is_met(one)
  local givers = {}
  for row in one.by.ressources:each() do givers[#givers + 1] = key_of(row) end
  for row in one.by.besoins:each() do
    local own = key_of(row)
    for _, giver in ipairs(givers) do
      if own == "" or giver ~= own then return true end
    end
  end
  return false
end

--- MAT04 and MAT05: for each theme, who needs it and who can help; false when nobody does. `found`: the themes that were
--- met, each with `theme` and `by.besoins`, `by.ressources`, the rows of the participants that speak of it there.
function needs_and_resources.matching(run, found)
  local lines, unmet, unused = {}, 0, 0
  for _, one in ipairs(found) do
    local needs, gives = one.by.besoins:count(), one.by.ressources:count()
    if needs + gives > 0 then
      local is_unmet = needs > 0 and not is_met(one)
      if is_unmet then unmet = unmet + 1 end
      if needs == 0 then unused = unused + 1 end
      lines[#lines + 1] = { run:label("theme_demarche", one.theme.id), needs, gives,
        run:text(gives == 0 and { fr = "besoin sans ressource", en = "need without resource" }
          or is_unmet and { fr = "besoin sans ressource (offert par le seul demandeur)", en = "need without resource (offered by the one in need alone)" }
          or needs == 0 and { fr = "ressource sans besoin", en = "resource without need" }
          or { fr = "à mettre en relation", en = "to be put in touch" }) }
    end
  end
  if #lines == 0 then return false end
  table.sort(lines, function(a, b)
    if a[2] ~= b[2] then return a[2] > b[2] end
    if a[3] ~= b[3] then return a[3] > b[3] end
    return a[1] < b[1]
  end)
  run:table {
    id = "mat_appariement", sheet = { fr = "Besoins et ressources", en = "Needs and resources" },
    title = { fr = "Besoins et ressources, par thème (MAT04, MAT05)", en = "Needs and resources, by theme (MAT04, MAT05)" },
    base = { fr = "Besoins sans ressource : " .. unmet .. " ; ressources sans besoin : " .. unused .. ".",
      en = "Needs without resource: " .. unmet .. "; resources without need: " .. unused .. "." },
    columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
      { header = { fr = "Ont besoin", en = "Need it" }, kind = "integer" },
      { header = { fr = "Peuvent être ressource", en = "Can help" }, kind = "integer" },
      { header = { fr = "Constat", en = "Finding" }, kind = "text" } },
    rows = lines,
    chart = { type = "stacked_bars", category = 1, series = { 2, 3 },
      title = { fr = "Besoins et ressources par thème, en participants", en = "Needs and resources by theme, in participants" },
      alt = { fr = "Barres horizontales empilées : pour chaque thème, participants qui en ont besoin et participants qui peuvent "
        .. "être ressource.",
        en = "Stacked horizontal bars: for each theme, participants in need and participants that can help." } },
  }
  run:chart_on_first_page "mat_appariement"
  return true
end

--- MAT06: how near two participants are, as far as that is known.
local function proximity(run, a, b)
  if a.departement and b.departement and a.departement == b.departement then
    return run:text { fr = "même département", en = "same department" }
  elseif a.region and b.region and bilan.text.fold(a.region) == bilan.text.fold(b.region) then
    return run:text { fr = "même région", en = "same region" }
  elseif a.region and b.region then
    return run:text { fr = "autre région", en = "another region" }
  elseif a.departement and b.departement then
    return run:text { fr = "autre département", en = "another department" }
  end
  return bilan.state "nd"
end

--- Who could be put in touch with whom.
function needs_and_resources.contacts(run, found)
  local function participants(query)
    local list = {}
    for row in query:each() do
      list[#list + 1] = { name = row.participant or "?", key = key_of(row), departement = row.departement, region = row.region }
    end
    return list
  end
  local lines = {}
  for _, one in ipairs(found) do
    local gives = participants(one.by.ressources)
    for _, asks in ipairs(participants(one.by.besoins)) do
      for _, helps in ipairs(gives) do
        if asks.key == "" or asks.key ~= helps.key then
          lines[#lines + 1] = { run:label("theme_demarche", one.theme.id), asks.name, helps.name, proximity(run, asks, helps) }
        end
      end
    end
  end
  if #lines == 0 then return end
  run:table {
    id = "mat_contacts", below = "mat_appariement",
    title = { fr = "Qui a besoin de ce qu'un autre peut apporter", en = "Who needs what another can give" },
    base = { fr = "Une ligne par thème commun. Proximité : même département, à défaut même région, quand les deux sont connus.",
      en = "One line for each shared theme. Proximity: same department, failing that same region, when both are known." },
    columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
      { header = { fr = "A besoin", en = "In need" }, kind = "text" },
      { header = { fr = "Peut être ressource", en = "Can help" }, kind = "text" },
      { header = { fr = "Proximité", en = "Proximity" }, kind = "text" } },
    rows = lines,
  }
end

return needs_and_resources
