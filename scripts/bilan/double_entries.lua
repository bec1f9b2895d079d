-- SPDX-License-Identifier: MPL-2.0
-- One signatory on several rows. Rows of the same year, axis and place with the same figures are one fact entered twice (a
-- charter, then the PaQte): sums take it once. Rows with other figures may be operations, which add up, or a correction, which does
-- not: nobody here can tell, so they are added and named. Source: domain dossier 3.8.1 and 3.8.3 (P05).
local bilan = require "bilan"
local paqte = require "bilan.paqte"

local double_entries = {}

local function text_of(value)
  if type(value) == "table" then return table.concat(value, ";") end
  return bilan.text.fold(tostring(value == nil and "" or value))
end

--- What makes two rows be about one thing.
local ABOUT = { "entreprise", "exercice", "axe", "departement", "territoire", "commune", "siret", "existant", "mis_en_oeuvre" }

local function joined(row, fields)
  local parts = {}
  for at, field in ipairs(fields) do parts[at] = text_of(row[field]) end
  return table.concat(parts, "\0")
end

--- The rows without what repeats another row, figure for figure; rows without any figure stay.
function double_entries.once(rows)
  local met = {}
  return rows:where(function(row)
    if not paqte.gives_figures(row) then return true end
    local words = joined(row, ABOUT) .. "\0" .. joined(row, paqte.fields)
    local is_first = not met[words]
    met[words] = true
    return is_first
  end)
end

--- The signatories of which several rows of one year give the same figure, in the order of the rows.
function double_entries.added(rows)
  local met, named, names = {}, {}, {}
  for row in rows:each() do
    local key = joined(row, { "entreprise", "exercice" })
    for _, field in ipairs(paqte.fields) do
      local is_again = row[field] ~= nil and met[key .. "\0" .. field]
      if row[field] ~= nil then met[key .. "\0" .. field] = true end
      if is_again and not named[key] then names[#names + 1], named[key] = row.entreprise or "?", true end
    end
  end
  return names
end

--- First page: what was taken once, and what was added.
function double_entries.warn(run, rows, once)
  local twice, added = rows:count() - once:count(), bilan.text.join(double_entries.added(once), ", ")
  if twice > 0 then
    local is_added, names = {}, {}
    for _, name in ipairs(double_entries.added(once)) do is_added[name] = true end
    for _, name in ipairs(double_entries.added(rows)) do names[#names + 1] = not is_added[name] and name or nil end
    local list = #names > 0 and " (" .. bilan.text.join(names, ", ") .. ")" or ""
    run:warning { fr = "Lignes d'un même signataire aux mêmes chiffres" .. list .. ", comptées une fois dans les totaux : " .. twice
      .. " en trop.", en = "Rows of one signatory with the same figures" .. list .. ", counted once in the totals: " .. twice .. " too many." }
  end
  if added ~= "" then
    run:warning { fr = "Signataires dont plusieurs lignes donnent un même chiffre, additionnées : " .. added .. ". Si l'une corrige l'autre, "
      .. "retirez-la.", en = "Signatories of which several rows give one figure, added up: " .. added .. ". If one corrects the other, take it "
      .. "out." }
  end
end

return double_entries
