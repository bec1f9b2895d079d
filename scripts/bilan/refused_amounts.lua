-- SPDX-License-Identifier: MPL-2.0
-- Amounts that the committee's effect rests on. What it granted to an action that it refused or adjourned is nothing, where the cell
-- was left empty. An empty cell is no zero
-- elsewhere; here the status says what it is, and the selection of the committee is lost without it. Source: domain dossier 2.2,
-- 3.1.4 (BIE08, BIE09) and 3.1.7.
local bilan = require "bilan"
local counted = require "bilan.counted"
local replaced = require "bilan.replaced"
local f = bilan.field

local refused_amounts = {}

local IS_EMPTY = bilan.all { f.statut:one_of { "refusée", "ajournée" }, f.accorde_p147:in_state { "vide" } }

--- The rows without the amounts asked that are below zero: nobody asks for less than nothing, and one of them turns the shares at
--- the entry upside down. They are unknown, and the first page counts them.
function refused_amounts.asked(run, rows)
  if not rows:has "demande_p147" then return rows end
  local n = counted.things(rows:where(f.demande_p147:lt(0)))
  if n == 0 then return rows end
  run:warning { fr = counted.fr(n, "montant demandé est négatif : il n'est pas compté. Demandez le bon au partenaire.",
    "montants demandés sont négatifs : ils ne sont pas comptés. Demandez les bons aux partenaires."),
    en = counted.en(n, "amount asked is below zero: it is not counted. Ask the partner for the right one.",
      "amounts asked are below zero: they are not counted. Ask the partners for the right ones.") }
  return replaced.rows(rows:derive { inconnu = function() return bilan.state "err" end }, "demande_p147",
    bilan.when(f.demande_p147:lt(0), f.inconnu, f.demande_p147))
end

--- The rows with 0 € granted where an action was refused or adjourned and its amount left empty; the first page counts them.
function refused_amounts.rows(run, rows)
  if not (rows:has "statut" and rows:has "accorde_p147") then return rows end
  local n = counted.things(rows:where(IS_EMPTY))
  if n == 0 then return rows end
  run:warning { fr = counted.fr(n, "action refusée ou ajournée au montant accordé vide : comptée à 0 € accordé.",
    "actions refusées ou ajournées au montant accordé vide : comptées à 0 € accordé."),
    en = counted.en(n, "refused or adjourned action whose amount awarded is empty: counted as 0 € awarded.",
      "refused or adjourned actions whose amount awarded is empty: counted as 0 € awarded.") }
  return replaced.rows(rows, "accorde_p147", bilan.when(IS_EMPTY, 0, f.accorde_p147))
end

return refused_amounts
