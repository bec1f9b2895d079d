-- SPDX-License-Identifier: MPL-2.0
-- The share of an amount that goes to some rows: to G1 actions, to the employment pillar. Where none of their amounts is known
-- the share is not known either, for 0 % would say that nothing was awarded to them. Source: domain dossier 2.2 and 2.5.1.
local amount_share = {}

--- The share of `amount` over `rows` that goes to those where `this` is true. `this` unknown: the row leaves both terms.
function amount_share.of(rows, amount, this)
  local bilan = require "bilan"
  local own = rows:where(this)
  local sum = own:figure(bilan.sum(amount))
  if sum.base == 0 and sum.unknown > 0 then return own:figure(bilan.ratio(amount, amount)) end
  return rows:figure(bilan.ratio(amount * this, amount))
end

--- The same of a group whose sum of `own` rows and share were measured together: the share, or the state of what is not known.
function amount_share.beside(own, share)
  local bilan = require "bilan"
  return own.base == 0 and own.unknown > 0 and bilan.state(own.cause) or share
end

return amount_share
