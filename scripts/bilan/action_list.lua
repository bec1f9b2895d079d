-- SPDX-License-Identifier: MPL-2.0
-- Actions as they are, one a line, the largest amounts first; those without an amount last.
local shared_sheet = require "bilan.shared_sheet"

local action_list = {}

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
