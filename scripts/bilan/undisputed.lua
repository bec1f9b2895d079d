-- SPDX-License-Identifier: MPL-2.0
-- Several rows of one thing that contradict each other: which of them is right is a question to the partner. Until it is answered
-- what they dispute is unknown, for the row that is read first depends on the names of the files. Source: domain dossier 2.2.
local bilan = require "bilan"
local entites = require "bilan.entites"
local replaced = require "bilan.replaced"

local undisputed = {}

--- The rows with the disputed values unknown, and what is disputed in words. `key`: the field that names the thing; `fields`: what it
--- has one answer to, lists left out; `options`: `is_of_years` where that is one a year, `named_by` the field that names it to people.
---@return bilan.Query rows
---@return string[] named
function undisputed.of(rows, key, fields, options)
  local function place_of(row) return (options.is_of_years and tostring(row.exercice) or "") .. "\0" .. entites.name_of(row, key) end
  local first, disputed, named = {}, {}, {}
  local given = entites.known_fields(rows, fields)
  for row in rows:each() do
    for _, field in ipairs(given) do
      local value, place = row[field], place_of(row)
      local words = value ~= nil and type(value) ~= "table" and bilan.text.fold(tostring(value)) -- no report asks for one list of all rows
      local of_field = first[field] or {}
      first[field] = of_field
      if words and of_field[place] == nil then of_field[place] = words end
      if words and of_field[place] ~= words and not (disputed[field] and disputed[field][place]) then
        disputed[field] = disputed[field] or {}
        disputed[field][place] = true
        named[#named + 1] = (row[options.named_by or key] or "?") .. " (" .. rows:label(field) .. ")"
      end
    end
  end
  for _, field in ipairs(given) do
    local places = disputed[field]
    if places then
      rows = replaced.rows(rows, field, function(row, state)
        if places[place_of(row)] then return bilan.state "nd" end
        local value = row[field]
        if value == nil then return bilan.state(state[field]) end
        return value
      end)
    end
  end
  return rows, named
end

--- Says on the first page what is disputed.
function undisputed.warn(run, named)
  if #named == 0 then return end
  local list = bilan.text.join(named, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Réponses contradictoires, comptées comme inconnues : " .. list .. ". Demandez au partenaire laquelle est la bonne.",
    en = "Contradictory answers, counted as unknown: " .. list .. ". Ask the partner which is right." }
end

--- The rows with the disputed values unknown; the first page names them.
function undisputed.rows(run, rows, key, fields, is_of_years)
  local settled, named = undisputed.of(rows, key, fields, { is_of_years = is_of_years })
  undisputed.warn(run, named)
  return settled
end

return undisputed
