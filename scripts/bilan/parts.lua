-- SPDX-License-Identifier: MPL-2.0
-- Several fields of a row that make one whole: lines of spending, bands of ages. Partners leave a cell empty beside others
-- where there is nothing, and write « NC » where they do not know. Source: domain dossier 2.2 and 2.5.1.
local parts = {}

local SAID_TO_BE_UNKNOWN = { "nc", "nd", "nsp", "secret", "err" }

--- A field beside others that are given.
local function beside_others(f, bilan, field)
  return bilan.when(f[field]:in_state(SAID_TO_BE_UNKNOWN), f[field], f[field]:known_or(0))
end

local function any_given(f, bilan, fields)
  local given = {}
  for at, field in ipairs(fields) do given[at] = f[field]:known() end
  return bilan.any(given)
end

--- Expression: the sum of the fields, an empty one beside others being zero. Unknown where one is said to be unknown, and
--- where none is given: as unknown as the last of them then, and not zero. `fields`: ids, one at least.
function parts.sum(f, bilan, fields)
  local sum
  for _, field in ipairs(fields) do
    local part = beside_others(f, bilan, field)
    sum = sum and sum + part or part
  end
  return bilan.when(any_given(f, bilan, fields), sum, f[fields[#fields]])
end

--- Expression: the same, where a whole says more: blank cells beside others are zero unless the known ones do not make up a whole that
--- is known. Then somebody is in one of them, and the sum is as unknown as that cell.
function parts.sum_within(f, bilan, fields, whole)
  local sum, blank, any_blank = parts.sum(f, bilan, fields), nil, {}
  for at, field in ipairs(fields) do any_blank[at] = f[field]:in_state { "vide" } end
  for _, field in ipairs(fields) do blank = blank and bilan.when(f[field]:known(), blank, f[field]) or f[field] end
  return bilan.when(bilan.all { bilan.any(any_blank), sum:lt(whole):known_or(false) }, blank, sum)
end

--- Expression: one of the fields, by the same rule: zero where it is empty beside others.
function parts.one(f, bilan, fields, field)
  return bilan.when(any_given(f, bilan, fields), beside_others(f, bilan, field), f[field])
end

return parts
