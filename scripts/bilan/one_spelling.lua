-- SPDX-License-Identifier: MPL-2.0
-- Names that differ by case, accents or blanks only are one name, written as it is met first: « CV Nord » and « cv nord ».
-- `--split` tells its parts apart in the same way.
local bilan = require "bilan"

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

return one_spelling
