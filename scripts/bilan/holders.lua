-- SPDX-License-Identifier: MPL-2.0
-- Who holds an action: SIRET, else SIREN, else RNA, else the name without regard to case, accents and blanks. A row that gives
-- less than others of its holder is theirs, as long as only one fits. Source: domain dossier 2.1 (Structure) and 6.6.
local bilan = require "bilan"

local holders = {}

local Registry = {}
Registry.__index = Registry

local UNTOLD = "?" -- of a name that two numbers bear: nobody says which

local function note(index, from, to)
  index[from] = index[from] or { n = 0 }
  local known = index[from]
  if not known[to] then known[to], known.n, known.first = true, known.n + 1, known.first or to end
end

--- The only one that is known by `from`; nil when there is none, or several.
local function only(index, from)
  local known = index[from]
  return known and known.n == 1 and known.first or nil
end

local function is_siret(number) return number and #number == 14 end

--- The number of a row, by the best that its holder gives anywhere; nil when it has none.
function Registry:number_of(row)
  local siret, rna = row.siret, row.rna
  if is_siret(siret) then return siret end
  return siret and (only(self.sirets_of_siren, siret) or siret) or rna and (only(self.numbers_of_rna, rna) or rna)
end

--- What tells a holder from others; nil when the row says nothing, or a name of which it is not sure whose it is.
function Registry:key_of(row)
  local number = self:number_of(row)
  if number then return number end
  if not row.porteur then return nil end
  local name = bilan.text.fold(row.porteur)
  local known = self.numbers_of_name[name]
  if not known then return name end
  return known.n == 1 and known.first or nil
end

--- The name of a holder, as it is met first; with its number where another has the same name.
function Registry:name_of(row)
  local key = self:key_of(row)
  local written = key and self.names[key] or row.porteur
  if not written then return key end
  local known = self.numbers_of_name[bilan.text.fold(written)]
  if not known or known.n < 2 then return written end
  return written .. " (" .. (key or UNTOLD) .. ")"
end

--- The rows with `porteur_lu`, the name of the holder, by which tables group, and `porteur_cle`, by which holders are counted:
--- unknown for a row that names nobody, or two at once.
function Registry:of(rows)
  return rows:derive {
    porteur_lu = function(row, state) return self:name_of(row) or bilan.state(state.porteur) end,
    porteur_cle = function(row, state)
      return self:key_of(row) or bilan.state(row.porteur and "nd" or state.porteur)
    end,
  }
end

--- How holders are written in the rows, each way once, in the order in which they are met.
local function ways_of(queries)
  local ways, met = {}, {}
  for _, rows in ipairs(queries) do
    for row in rows:each() do
      local way = { porteur = row.porteur, siret = row.siret, rna = row.rna }
      local words = (way.porteur or "") .. "\n" .. (way.siret or "") .. "\n" .. (way.rna or "")
      if not met[words] then met[words], ways[#ways + 1] = true, way end
    end
  end
  return ways
end

--- What is known of the holders of all of `queries`, one year or several, so that they are told apart in the same way.
function holders.registry(queries)
  local self = setmetatable({ names = {}, sirets_of_siren = {}, numbers_of_rna = {}, numbers_of_name = {} }, Registry)
  local ways = ways_of(queries)
  for _, way in ipairs(ways) do
    if is_siret(way.siret) then note(self.sirets_of_siren, way.siret:sub(1, 9), way.siret) end
  end
  for _, way in ipairs(ways) do
    if way.siret and way.rna then note(self.numbers_of_rna, way.rna, self:number_of(way)) end
  end
  for _, way in ipairs(ways) do
    local number = self:number_of(way)
    if number and way.porteur then note(self.numbers_of_name, bilan.text.fold(way.porteur), number) end
  end
  for _, way in ipairs(ways) do
    local key = self:key_of(way)
    if key and way.porteur then self.names[key] = self.names[key] or way.porteur end
  end
  return self
end

--- What several rows of one holder say of a question: yes, no, or why nothing is known. A holder that says both is not settled
--- here.
local function settled(said)
  if said.yes and said.no then return bilan.state "err" end
  if said.yes or said.no then return said.yes == true end
  return bilan.state(said.why or "so")
end

--- One row a holder, with what it says of `field`, yes or no, over all its rows, as `dit`: an action is no holder. A row whose
--- holder cannot be told speaks for nobody, and is unknown.
---@param rows bilan.Query
---@param field string  a field of yes and no
function holders.say(rows, field)
  local told, of_holder, met = holders.of(rows), {}, {}
  told:where(function(row, state) -- one pass over all rows, before any answers
    local said = of_holder[row.porteur_cle or ""] or {}
    of_holder[row.porteur_cle or ""] = said
    if row[field] == true then said.yes = true end
    if row[field] == false then said.no = true end
    if row[field] == nil and state[field] ~= "so" then said.why = said.why or state[field] end
    return true
  end)
  return told:where(function(row)
    local is_first = row.porteur_cle == nil or not met[row.porteur_cle]
    if row.porteur_cle then met[row.porteur_cle] = true end
    return is_first
  end):derive { dit = function(row)
    if row.porteur_cle == nil then return bilan.state "nd" end
    return settled(of_holder[row.porteur_cle])
  end }
end

--- How a share of holders that say yes is told.
holders.SAY_YES = {
  formula = { fr = "porteurs qui disent oui / porteurs qui disent oui ou non ; un porteur compte une fois, quel que soit le nombre "
    .. "de ses actions", en = "holders that say yes / holders that say yes or no; a holder counts once, whatever the number of its "
    .. "actions" },
  unknowns = { fr = "un porteur qui ne répond pas, ou répond oui et non, est inconnu ; une action sans porteur aussi",
    en = "a holder that does not answer, or answers both, is unknown; so is an action without a holder" },
}

--- Of the holders that answer `field`, those that say yes.
function holders.share(rows, field)
  return holders.say(rows, field):figure(bilan.share(bilan.field.dit))
end

--- The rows of one query, with their holders.
function holders.of(rows) return holders.registry({ rows }):of(rows) end

return holders
