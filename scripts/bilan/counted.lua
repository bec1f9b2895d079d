-- SPDX-License-Identifier: MPL-2.0
-- A number before what it counts, in the right number: « 1 action », « 12 actions ». French has no plural below two.
local bilan = require "bilan"

local counted = {}

--- How many things the rows are: a table whose quarters are columns gives several rows of one action, which is one action.
function counted.things(rows) return rows:figure(bilan.count()).value or 0 end

function counted.fr(n, one, several) return n .. " " .. (n < 2 and one or several) end

function counted.en(n, one, several) return n .. " " .. (n == 1 and one or several) end

--- The words that agree with the number, alone: `counted.verb(n, "nomme", "nomment")`.
function counted.verb(n, one, several) return n < 2 and one or several end

--- « 3 actions », in both languages.
function counted.actions(n) return { fr = counted.fr(n, "action", "actions"), en = counted.en(n, "action", "actions") } end

--- « N = 3 actions. », « N = 3 actions sur 5. »: what stands under the title of a chart.
function counted.note(n, whole)
  local of = whole and { fr = " sur " .. whole, en = " of " .. whole } or { fr = "", en = "" }
  local words = counted.actions(n)
  return { fr = "N = " .. words.fr .. of.fr .. ".", en = "N = " .. words.en .. of.en .. "." }
end

return counted
