-- SPDX-License-Identifier: MPL-2.0
-- Actions as they are, one a line, the largest amounts first; those without an amount last.
local bilan = require "bilan"
local counted = require "bilan.counted"
local shared_sheet = require "bilan.shared_sheet"

local action_list = {}

--- A page of print holds so many. A workbook repeats one header line on the pages of a sheet: of two lists one below the other the
--- longer pages of the first would have none.
local MOST_TOGETHER = 25

--- Whether the lists of these actions may stand on one sheet.
---@param ... bilan.Query
function action_list.share_a_sheet(...)
  for _, rows in ipairs { ... } do
    if counted.things(rows) > MOST_TOGETHER then return false end
  end
  return true
end

--- The rows with why each of `fields` has no value where it has none: a cell that was left empty is not « non communiqué ».
function action_list.with_causes(rows, fields)
  local made = {}
  for _, field in ipairs(fields) do made[field .. "_cause"] = function(_, state) return state[field] end end
  return rows:derive(made)
end

--- What the row of `with_causes` says of the field: its value, in the words of `written` where there is one, or the cause.
---@param written? fun(value: any): any
function action_list.cell(row, field, written)
  local value = row[field]
  if value == nil then return bilan.state(row[field .. "_cause"]) end
  return written and written(value) or value
end

local function amount_of(line)
  local amount = line[#line]
  return type(amount) == "number" and amount or -1
end

--- Puts the lines on their sheet; the amount of a line is its last cell, its title the first. `words`: `id`, `title`, `base`,
--- `columns`, and `page` (of `bilan.shared_sheet`) or `sheet` or `below`.
function action_list.table(run, lines, words)
  table.sort(lines, function(a, b)
    local left, right = amount_of(a), amount_of(b)
    if left ~= right then return left > right end
    return tostring(a[1]) < tostring(b[1])
  end)
  local sheet, below = shared_sheet.place(words.page, words.id, words.sheet)
  run:table { id = words.id, sheet = sheet, below = below or words.below, title = words.title, base = words.base,
    columns = words.columns, rows = lines }
end

return action_list
