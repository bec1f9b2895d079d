-- SPDX-License-Identifier: MPL-2.0
-- Whose figures a row of context data holds: the level (quarter, EPCI, department…), a key that is the same in every file,
-- and, for a quarter, the map its code belongs to: QP… is of 2015, QN… of 2024, and the two are never compared.
-- A level is read in the row, never supposed: a row that does not say it is left out and counted. Source: domain dossier
-- 3.11, 6.1, 6.2 and 6.5.
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local f = bilan.field

local territory_identity = {}

--- Fields that name a territory of a level: its code, its name.
local LEVELS = {
  { id = "EPCI", code = "siren_epci", name = "lib_epci" }, { id = "commune", code = "insee_com", name = "lib_com" },
  { id = "département", code = "insee_dep", name = "lib_dep" }, { id = "région", code = "insee_reg", name = "lib_reg" },
}

--- The map of a quarter's code, or nil when the text is no such code.
function territory_identity.vintage(code)
  if not code then return nil end
  if string.match(code, "^QP%w%w%w%d%d%d$") then return "2015" end
  return string.match(code, "^QN%w%w%w%d%d%u$") and "2024" or nil
end

--- The one name that a row gives in its list of territories; nil for several at once.
local function listed(row)
  local list = row.territoire or {}
  return #list == 1 and list[1] or nil
end

--- Code of the quarter that the row speaks of.
local function quarter_code(row)
  for _, text in ipairs { row.code_qp or "", listed(row) or "" } do
    if territory_identity.vintage(text) then return text end
  end
  return nil
end

--- Which code goes with which name, by level, as far as the rows agree.
local function read_aliases(rows)
  local aliases = {}
  for _, level in ipairs(LEVELS) do aliases[level.id] = {} end
  for row in rows:each() do
    for _, level in ipairs(LEVELS) do
      local code, name = row[level.code], row[level.name]
      if name then
        local folded = bilan.text.fold(name)
        local known = aliases[level.id][folded]
        local is_new = known == nil or known == "" or not code or known == code
        aliases[level.id][folded] = is_new and (code or known or "") or "?"
      end
    end
  end
  return aliases
end

--- Key of a territory above the quarters: its code, else the code that goes with its name, else the name.
local function key_above(aliases, level, code, name)
  if level == "France" then return "France" end
  if code then return level .. " " .. code end
  if not name then return nil end
  local folded = bilan.text.fold(name)
  local known = aliases[level] and aliases[level][folded]
  if known == "?" then return nil end -- two codes under one name: nobody can say which
  return level .. " " .. (known and known ~= "" and known or folded)
end

--- The level of a row that is no quarter's, and why: what it says, or what its only name is elsewhere.
local function level_above(row, aliases)
  if row.niveau then return row.niveau end
  local name = listed(row)
  if not name then
    local is_epci = (row.siren_epci or row.lib_epci) and not (row.insee_com or row.lib_com or row.territoire)
    return is_epci and "EPCI" or nil
  end
  for _, level in ipairs(LEVELS) do
    if aliases[level.id][bilan.text.fold(name)] then return level.id end
  end
  return row.lib_com and "QPV" or nil -- a name beside its municipality, and not the municipality's, is a quarter's
end

--- The name of the quarter of a row that also gives its code; nil where the only name is its code again, or may be that of the
--- territory around it.
local function name_beside_code(row, aliases)
  local name = listed(row)
  if not name or territory_identity.vintage(name) then return nil end
  if row.niveau then return row.niveau == "QPV" and name or nil end
  for _, level in ipairs(LEVELS) do
    if aliases[level.id][bilan.text.fold(name)] then return nil end
  end
  return name
end

local function identity_of(row, aliases)
  local code = quarter_code(row)
  local name = row.lib_qp
  if not name then name = code and name_beside_code(row, aliases) or not code and listed(row) or nil end
  if code then return { key = code, level = "QPV", vintage = territory_identity.vintage(code), code = code, name = name } end
  local level = level_above(row, aliases)
  if level == "QPV" or (not level and row.lib_qp) then
    return name and { key = "QPV " .. bilan.text.fold(name), level = "QPV", vintage = "?", name = name } or nil
  end
  if not level then return nil end
  local own = { }
  for _, fields in ipairs(LEVELS) do
    if fields.id == level then own = { code = row[fields.code], name = row[fields.name] } end
  end
  local label = own.name or listed(row)
  local key = key_above(aliases, level, own.code, label)
  return key and { key = key, level = level, name = label or own.code or level } or nil
end

--- « Lyon; Villeurbanne »: a quarter that lies in two territories of one level.
local function names_several(text) return text ~= nil and string.find(text, ";", 1, true) ~= nil end

--- What a quarter says of where it lies; two files that disagree on it leave it unknown, and so does one that names two.
local function add_places(territory, row, aliases)
  for _, level in ipairs(LEVELS) do
    local key = key_above(aliases, level.id, row[level.code], row[level.name])
    if key and (names_several(row[level.code]) or names_several(row[level.name])) then key = "?" end
    if key then
      local known = territory.within[level.id]
      territory.within[level.id] = (known == nil or known == key) and key or "?"
      territory.names[level.id] = territory.names[level.id] or row[level.name] or row[level.code]
    end
  end
  territory.within["France"] = "France"
end

--- Reads the rows of a dataset: gives the same rows with `cle` (key of the territory, "" when the row does not say whose it
--- is), `niveau_lu` and `decoupage`, and `source_lue` and `unite_lue`, which tell series apart ("" where none is said); and the territories by key: `{ key, level, vintage, code, name, within, names }`.
function territory_identity.read(rows)
  local aliases, territories = read_aliases(rows), {}
  for row in rows:each() do
    local identity = identity_of(row, aliases)
    if identity then
      local known = territories[identity.key]
      if not known then
        known = identity
        known.within, known.names = {}, {}
        territories[identity.key] = known
      end
      known.name = known.name or identity.name
      if known.level == "QPV" then add_places(known, row, aliases) end
    end
  end
  local function part(name)
    return function(row)
      local identity = identity_of(row, aliases)
      return identity and identity[name] or ""
    end
  end
  local named = one_spelling.of(rows, "source", "source_dite")
  return named:derive { cle = part "key", niveau_lu = part "level", decoupage = part "vintage",
    source_lue = bilan.when(f.source_dite:known(), f.source_dite, ""), unite_lue = function(row) return row.unite or "" end }, territories
end

return territory_identity
