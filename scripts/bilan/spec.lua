-- SPDX-License-Identifier: MPL-2.0
-- The words of tests: `describe`, `it`, `expect`, and fixtures. A spec file is run by `bilan test`, in the same sandbox
-- as reports:
--
--   local spec = require "bilan.spec"
--   spec.it("counts women", function()
--     local actions = spec.rows("emploi", "Porteur;Femmes\nAvenir;12\n")
--     spec.expect(actions:figure(bilan.sum(f.benef_f))):to_be(12, { base = 1, unknown = 0 })
--   end)
local bilan = require "bilan"

local spec = {
  describe = bilan.spec.describe,
  it = bilan.spec.it,
  rows = bilan.spec.rows,
  file = bilan.spec.file,
  run = bilan.spec.run,
}

local PARTS = { "base", "unknown", "not_applicable", "numerator", "denominator", "unit", "cause", "lower_bound" }
local KNOWN = { base = true, unknown = true, not_applicable = true, numerator = true, denominator = true, unit = true,
  cause = true, lower_bound = true }

local function shown(value)
  if type(value) == "string" then return "\"" .. value .. "\"" end
  return tostring(value)
end

--- What a figure is worth, or the value as it is.
local function worth(value)
  if type(value) == "userdata" then
    local is_figure, number = pcall(function() return { value.value } end)
    if is_figure then return number[1] end
  end
  return value
end

local function same(left, right)
  if type(left) ~= "table" or type(right) ~= "table" then return left == right end
  for key, value in pairs(left) do
    if not same(value, right[key]) then return false end
  end
  for key in pairs(right) do
    if left[key] == nil then return false end
  end
  return true
end

local Expectation = {}
Expectation.__index = Expectation

--- The value, or the number of a figure. `parts` compares what a figure knows of itself: `{ base = 3, unknown = 1 }`.
function Expectation:to_be(wanted, parts)
  local found = worth(self.value)
  if found ~= wanted then error("expected " .. shown(wanted) .. ", found " .. shown(found), 2) end
  for name in pairs(parts or {}) do
    if not KNOWN[name] then error("a figure has no part \"" .. name .. "\"; it has " .. table.concat(PARTS, ", "), 2) end
  end
  for _, name in ipairs(PARTS) do
    if parts and parts[name] ~= nil and self.value[name] ~= parts[name] then
      error(name .. ": expected " .. shown(parts[name]) .. ", found " .. shown(self.value[name]), 2)
    end
  end
end

--- A number within a tolerance (a millionth when left out).
function Expectation:to_be_near(wanted, tolerance)
  local found = worth(self.value)
  if type(found) ~= "number" or math.abs(found - wanted) > (tolerance or 1e-6) then
    error("expected about " .. shown(wanted) .. ", found " .. shown(found), 2)
  end
end

--- Tables with the same keys and values, all the way down.
function Expectation:to_equal(wanted)
  if not same(self.value, wanted) then error("the tables differ", 2) end
end

--- A figure without a value; `cause` is the code of its state.
function Expectation:to_be_unknown(cause)
  local found = worth(self.value)
  if found ~= nil then error("expected no value, found " .. shown(found), 2) end
  if cause and self.value.cause ~= cause then
    error("expected the cause " .. shown(cause) .. ", found " .. shown(self.value.cause), 2)
  end
end

--- A function that ends with an error whose text holds `words`.
function Expectation:to_fail(words)
  local text = bilan.spec.failure(self.value)
  if text == nil then error("expected an error, and there is none", 2) end
  if words and not string.find(text, words, 1, true) then
    error("expected an error with " .. shown(words) .. ", found: " .. text, 2)
  end
end

--- What is compared next: a figure, a value, or a function that should fail.
function spec.expect(value)
  return setmetatable({ value = value }, Expectation)
end

return spec
