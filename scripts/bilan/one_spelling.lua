-- SPDX-License-Identifier: MPL-2.0
-- Names that differ by case, accents or blanks only are one name, written as it is met first: « CV Nord » and « cv nord ».
-- `--split` tells its parts apart in the same way.
local bilan = require "bilan"
local f = bilan.field

local one_spelling = {}

--- The rows with a further text `as`, which holds the first spelling of the field's value.
function one_spelling.of(rows, field, as)
  local first = {}
  return rows:derive { [as] = function(row, state)
    local name = row[field]
    if not name then return bilan.state(state[field]) end
    local folded = bilan.text.fold(name)
    first[folded] = first[folded] or name
    return first[folded]
  end }
end

--- The names of a field, a list of texts or a text, with their spellings, in display order: `{ name =, spellings = { … } }`.
--- The name is the spelling of most rows.
function one_spelling.names(rows, field)
  local names, known = {}, {}
  for _, spelling in ipairs(rows:distinct(field)) do
    local folded = bilan.text.fold(spelling)
    local name = known[folded]
    if not name then
      name = { name = spelling, spellings = {} }
      known[folded], names[#names + 1] = name, name
    end
    name.spellings[#name.spellings + 1] = spelling
  end
  for _, name in ipairs(names) do
    local most = 0
    for _, spelling in ipairs(#name.spellings > 1 and name.spellings or {}) do
      local n = rows:where(f[field]:one_of { spelling }):count()
      if n >= most then name.name, most = spelling, n end
    end
  end
  return names
end

--- The names of a field with the number of their rows, in `n`: the most frequent first, equals in display order.
function one_spelling.counted(rows, field)
  local names = one_spelling.names(rows, field)
  for at, one in ipairs(names) do one.at, one.n = at, rows:where(f[field]:one_of(one.spellings)):figure(bilan.count()) end
  table.sort(names, function(a, b)
    if a.n.value ~= b.n.value then return a.n.value > b.n.value end
    return a.at < b.at
  end)
  return names
end

--- Rows and the field to group them by: themselves, unless a name of the field, a text, is spelled in two ways.
---@return bilan.Query, string
function one_spelling.merged(rows, field)
  local met = {}
  for _, value in ipairs(rows:has(field) and rows:distinct(field) or {}) do
    if type(value) ~= "string" then return rows, field end
    local folded = bilan.text.fold(value)
    if met[folded] then return one_spelling.of(rows, field, field .. "_lu"), field .. "_lu" end
    met[folded] = true
  end
  return rows, field
end

return one_spelling
