-- SPDX-License-Identifier: MPL-2.0
-- Actions of a return: one that was refused, put off, given up or cancelled is none of them, and nobody waits for its public; what
-- it was awarded or paid all the same stays, so that no amount is lost.
-- Source: domain dossier 3.1.4 (A_d, A_r) and 5.
local bilan = require "bilan"
local programmed = require "bilan.programmed"
local f = bilan.field

local retained = {}

local NO_AMOUNT = { "abs", "vide", "so" }

--- True on rows that say no amount in the field, or zero; « NC » may hide one.
local function is_without(field)
  return bilan.any { f[field]:in_state(NO_AMOUNT), bilan.all { f[field]:known(), f[field]:le(0) } }
end

--- Expression: true on rows that are said to be out of the programming, and have no amount. Never unknown.
function retained.is_left_out()
  return bilan.all { f.statut:one_of(programmed.OUTSIDE):known_or(false), is_without "accorde_p147", is_without "paye_p147" }
end

--- The rows of a programming.
function retained.of(rows) return rows:where(bilan.no(retained.is_left_out())) end

return retained
