-- SPDX-License-Identifier: MPL-2.0
-- Conditions that are never unknown: true where the field is known and says so, false everywhere else, « sans objet » included.
-- `known_or(false)` leaves « sans objet » as it is; a row of which it was then asked that the condition is not true was in neither
-- set, and left every figure without being counted anywhere. Source: domain dossier 2.2.
local bilan = require "bilan"

local surely = {}

--- The field, one text or a list, is or holds one of `terms`.
function surely.one_of(field, terms) return bilan.all { field:known(), field:one_of(terms) } end

--- The field is `term`.
function surely.is(field, term) return bilan.all { field:known(), field:eq(term) } end

--- The number is above `least`.
function surely.above(field, least) return bilan.all { field:known(), field:gt(least) } end

return surely
