-- SPDX-License-Identifier: MPL-2.0
-- Do answers depend on the group? The chi-square of a table of counts (K. Pearson, 1900), without correction for continuity:
--   sum over cells of (count - expected)^2 / expected,  expected = line × column / all
-- and its p-value. Where an expected count is under 5 the test does not conclude: `least` says so.
local bilan = require "bilan"

local khi_deux = {}

--- Beyond x, for as many degrees of freedom: the recurrence of the incomplete gamma function.
local function beyond(x, freedom)
  local half, a, tail = x / 2, 1, math.exp(-x / 2)
  local term = tail * half -- half^a e^-half / gamma(a + 1)
  if freedom % 2 == 1 then
    local z = math.sqrt(half)
    local t = 1 / (1 + z / 2)
    tail = t * math.exp(-z * z - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806
      + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))))
    a, term = 0.5, 2 * z * math.exp(-half) / math.sqrt(math.pi)
  end
  while a < freedom / 2 do
    tail, a = tail + term, a + 1
    term = term * half / a
  end
  return math.min(tail, 1)
end

local function sums(counts)
  local by_row, by_column, total = {}, {}, 0
  for r, line in ipairs(counts) do
    for c, count in ipairs(line) do
      by_row[r], by_column[c] = (by_row[r] or 0) + count, (by_column[c] or 0) + count
      total = total + count
    end
  end
  return by_row, by_column, total
end

local function filled(list)
  local n = 0
  for _, sum in ipairs(list) do
    if sum > 0 then n = n + 1 end
  end
  return n
end

--- The test of `{ { 10, 20 }, { 30, 5 } }`: `value`, `freedom`, `p`, `least` (the smallest expected count) and `n`; nil where
--- fewer than two lines or two columns hold anything. Empty lines and columns are left out.
function khi_deux.of(counts)
  local by_row, by_column, total = sums(counts)
  local freedom = (filled(by_row) - 1) * (filled(by_column) - 1)
  if filled(by_row) < 2 or filled(by_column) < 2 then return nil end
  local value, least = 0, math.huge
  for r, line in ipairs(counts) do
    for c, count in ipairs(line) do
      local expected = by_row[r] * by_column[c] / total
      if expected > 0 then value, least = value + (count - expected) ^ 2 / expected, math.min(least, expected) end
    end
  end
  return { value = value, freedom = freedom, p = beyond(value, freedom), least = least, n = total }
end

--- The test of a crossing of `bilan.count()`: no row is no case here. Unknown keys stay outside of it.
function khi_deux.of_crossing(crossing)
  local counts = {}
  for r, row in ipairs(crossing.rows) do
    counts[r] = {}
    for c, column in ipairs(crossing.columns) do counts[r][c] = crossing:cell(row, column).value or 0 end
  end
  return khi_deux.of(counts)
end

--- Key figures of a test over `rows`, of which those outside the test count as unknown: the statistic and its p-value.
function khi_deux.figures(test, rows)
  local counted = { base = test.n, unknown = math.max(rows:count() - test.n, 0) }
  local function given(value, decimals)
    return bilan.given(value, "number", { base = counted.base, unknown = counted.unknown, decimals = decimals })
  end
  return {
    { label = { fr = ("Khi-deux (%d ddl)"):format(test.freedom), en = ("Chi-square (%d df)"):format(test.freedom) },
      figure = given(test.value, 2) },
    { label = { fr = "Valeur p", en = "p-value" }, figure = given(test.p, 4) },
  }
end

return khi_deux
