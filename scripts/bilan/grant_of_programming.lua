-- SPDX-License-Identifier: MPL-2.0
-- The P147 grant of an employment action whose own table does not ask for it, from the programming that was sent beside it: same
-- year, same holder, same title. An action that the programming holds twice stays unknown. Source: domain dossier 2.1, 3.4.6 (EMP13).
local bilan = require "bilan"
local counted = require "bilan.counted"
local programmed = require "bilan.programmed"
local things_once = require "bilan.things_once"
local f = bilan.field

local grant_of_programming = {}

local function can_be_told(rows) return rows:has "porteur" and rows:has "intitule" end

--- The employment actions with the grants that the programming gives; the first page says of how many they were taken.
---@param actions bilan.Query
---@param programming bilan.Query?  of the same year
function grant_of_programming.rows(run, actions, programming)
  if not programming or not programming:has "accorde_p147" or not (can_be_told(actions) and can_be_told(programming)) then return actions end
  local told = things_once.of(programmed.kept(programming):where(bilan.all { f.porteur:known(), f.intitule:known() }))
  local joined = actions:join(told, {
    on = { "porteur", "intitule" }, fields = "accorde_p147", prefix = "programme_", match = "folded", repeated = "unknown", quiet = true })
  local is_taken = bilan.all { f.accorde_p147:in_state { "abs" }, f.programme_accorde_p147:known() }
  local n = counted.things(joined:where(is_taken))
  if n == 0 then return actions end
  run:warning { fr = "Subvention P147 prise dans la programmation (même porteur, même intitulé) : " .. counted.actions(n).fr .. ".",
    en = "P147 grant taken from the programming (same holder, same title): " .. counted.actions(n).en .. "." }
  local others = {}
  for _, field in ipairs(joined:fields()) do
    if field ~= "accorde_p147" and field ~= "programme_accorde_p147" then others[#others + 1] = field end
  end
  return joined:derive { accorde_lu = bilan.when(is_taken, f.programme_accorde_p147, f.accorde_p147) }
    :select { "accorde_lu", table.unpack(others) }:derive { accorde_p147 = f.accorde_lu }
end

return grant_of_programming
