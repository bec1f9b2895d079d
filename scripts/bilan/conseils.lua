-- SPDX-License-Identifier: MPL-2.0
-- What the state of a citizens' council says: is it there, is it alive? « Non précisé » and an empty cell say nothing. Source:
-- domain dossier 3.3.2 and 3.3.3 (CC01, CC02). And which rows tell of one council: name, quarters and year (2.1).
local bilan = require "bilan"
local counted = require "bilan.counted"
local surely = require "bilan.surely"
local f = bilan.field

local conseils = {}

--- Is one of `terms` the state? Unknown where the state is; « non précisé » is not given, as an empty answer is.
local function is_one_of(terms)
  return bilan.when(f.etat:ne("non précisé"), f.etat:one_of(terms), bilan.state "nc"):eq(1)
end

--- Set up, and not dissolved. Where a file does not ask for the state, its councils are supposed to be.
function conseils.is_in_place()
  return bilan.any { f.etat:in_state { "abs" }, bilan.no(is_one_of { "jamais installé", "dissous" }) }
end

--- Active, weary or not.
function conseils.is_alive()
  return is_one_of { "actif", "actif mais essoufflé" }
end

--- The councils that are asked for members, meetings, support: one that was never set up is not concerned, which is not unknown.
function conseils.asked(rows)
  return rows:where(bilan.no(surely.is(f.etat, "jamais installé")))
end

--- Dissolved councils cover no quarter, and are in the base of what is asked of those that were ever set up; nil where there is none.
function conseils.dissolved_note(rows)
  local n = rows:where(surely.is(f.etat, "dissous")):count()
  if n == 0 then return nil end
  return { fr = counted.fr(n, "conseil dissous", "conseils dissous") .. " : hors de la couverture des QPV (CC01), dans la base de CC02 à CC12 : "
    .. counted.verb(n, "il a été installé.", "ils ont été installés."),
    en = counted.en(n, "dissolved council", "dissolved councils") .. ": out of the coverage (CC01), in the base of CC02 to CC12, having been "
      .. "set up." }
end

--- The card of a first page: how many councils were described, and how many of them were never set up.
function conseils.card(councils)
  local never = councils:count() - conseils.asked(councils):count()
  local gone = councils:where(surely.is(f.etat, "dissous")):count()
  local fr, en = {}, {}
  if never > 0 then fr[1], en[1] = "jamais installés : " .. never, "never set up: " .. never end
  if gone > 0 then fr[#fr + 1], en[#en + 1] = "dissous : " .. gone, "dissolved: " .. gone end
  return { id = "CC00", label = { fr = "Conseils citoyens décrits", en = "Citizens' councils described" },
    figure = councils:figure(bilan.count()),
    note = #fr > 0 and { fr = "dont " .. bilan.text.join(fr, ", "), en = "of which " .. bilan.text.join(en, ", ") } or nil }
end

--- CC10 where no council writes « aucune »: an empty cell is unknown, so that the share could not be but 100 %. True, and said on the
--- first page, where that is so.
function conseils.warn_of_certain_answer(run, councils)
  if not councils:has "participation_instances" then return false end
  local told = councils:where(f.participation_instances:known())
  local n, all = told:count(), councils:count()
  if n == 0 or told:where(f.participation_instances:one_of { "aucune" }):count() > 0 then return false end
  run:warning { fr = "Participation aux instances (CC10) : " .. counted.fr(n, "conseil en cite", "conseils en citent") .. " sur " .. all
    .. " ; aucun n'écrit « aucune » et une cellule vide est inconnue : la part de 100 % n'est pas un résultat.",
    en = "Seats in bodies (CC10): " .. counted.en(n, "council names", "councils name") .. " some, of " .. all
      .. "; none writes \"none\" and an empty cell is unknown: the share of 100 % is no result." }
  return true
end

local function text_of(value)
  if type(value) ~= "table" then return bilan.text.fold(tostring(value)) end
  local items = {}
  for at, item in ipairs(value) do items[at] = bilan.text.fold(item) end
  table.sort(items)
  return table.concat(items, ";")
end

--- Whether `row` says all that `other` says, in the same words.
local function says_all_of(row, other, fields)
  for _, field in ipairs(fields) do
    if other[field] ~= nil and other[field] ~= row[field] then return false end
  end
  return true
end

--- The rows without those that say nothing more of a council than another row of it: a list of its members has a row for each. Which
--- file comes first does not matter: of rows that say the same, one is kept.
function conseils.once(rows)
  local fields, told, row_at = rows:fields(), {}, {}
  for row in rows:each() do
    local said = { at = #row_at + 1 }
    for _, field in ipairs(fields) do said[field] = row[field] ~= nil and text_of(row[field]) or nil end
    row_at[said.at] = said
    if row.nom_cc then
      said.key = bilan.text.fold(row.nom_cc) .. "\0" .. tostring(row.exercice)
      told[said.key] = told[said.key] or {}
      table.insert(told[said.key], said)
    end
  end
  local at = 0
  return rows:where(function()
    at = at + 1
    local this = row_at[at]
    for _, other in ipairs(this.key and told[this.key] or {}) do
      local is_repeat = other.at ~= this.at and says_all_of(other, this, fields)
      if is_repeat and (other.at < this.at or not says_all_of(this, other, fields)) then return false end
    end
    return true
  end)
end

--- First page: rows that told of a council again, and quarters that several councils in place cover: two, or one under two names.
function conseils.warn(run, sent, councils)
  local again = sent:count() - councils:count()
  if again > 0 then
    run:warning { fr = "Lignes qui ne font que redire un conseil (une par membre ?), non comptées : " .. again .. ".",
      en = "Rows that only tell of a council again (one a member?), not counted: " .. again .. "." }
  end
  if not councils:has "qpv" then return end
  local names, quarters, lists = {}, {}, {}
  local in_place = councils:where(bilan.all { f.qpv:known(), conseils.is_in_place():known_or(true) })
  for row in in_place:each() do
    for _, quarter in ipairs(row.qpv) do
      local at = run:label("territoire", quarter) .. (row.exercice and string.format("\0%d", row.exercice) or "")
      if not names[at] then names[at], quarters[#quarters + 1] = {}, at end
      table.insert(names[at], row.nom_cc or "?")
    end
  end
  for _, at in ipairs(quarters) do
    if #names[at] > 1 then lists[#lists + 1] = at:gsub("\0.*", "") .. " (" .. bilan.text.join(names[at], ", ") .. ")" end
  end
  if #lists == 0 then return end
  local list = bilan.text.join(lists, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Quartiers couverts par plusieurs conseils, comptés chacun (K07) : " .. list .. ". Si c'est le même sous deux noms, "
    .. "retirez une ligne : ses membres sont comptés deux fois.", en = "Quarters covered by several councils, each counted (K07): " .. list
    .. ". If it is one under two names, take a row out: its members are counted twice." }
end

return conseils
