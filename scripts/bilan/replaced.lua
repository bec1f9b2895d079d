-- SPDX-License-Identifier: MPL-2.0
-- Rows with one field in place of another of the same name: what was read, put right by a rule that the report tells.
local f = require("bilan").field

local replaced = {}

--- `by`: an expression or a function of the row, as `derive` takes them.
function replaced.rows(rows, field, by)
  local others = {}
  for _, other in ipairs(rows:fields()) do
    if other ~= field then others[#others + 1] = other end
  end
  local without = rows:derive { en_place = by }:select { "en_place", table.unpack(others) }
  return without:derive { [field] = f.en_place }:select { field, table.unpack(others) }
end

return replaced
