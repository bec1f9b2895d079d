-- SPDX-License-Identifier: MPL-2.0
-- What a committee granted to an action that it refused or adjourned: nothing, where the cell was left empty. An empty cell is no zero
-- elsewhere; here the status says what it is, and the selection of the committee is lost without it. Source: domain dossier 2.2,
-- 3.1.4 (BIE08, BIE09) and 3.1.7.
local bilan = require "bilan"
local counted = require "bilan.counted"
local f = bilan.field

local refused_amounts = {}

local IS_EMPTY = bilan.all { f.statut:one_of { "refusée", "ajournée" }, f.accorde_p147:in_state { "vide" } }

--- The rows with 0 € granted where an action was refused or adjourned and its amount left empty; the first page counts them.
function refused_amounts.rows(run, rows)
  if not (rows:has "statut" and rows:has "accorde_p147") then return rows end
  local n = rows:where(IS_EMPTY):count()
  if n == 0 then return rows end
  run:warning { fr = counted.fr(n, "action refusée ou ajournée au montant accordé vide : comptée à 0 € accordé.",
    "actions refusées ou ajournées au montant accordé vide : comptées à 0 € accordé."),
    en = counted.en(n, "refused or adjourned action whose amount awarded is empty: counted as 0 € awarded.",
      "refused or adjourned actions whose amount awarded is empty: counted as 0 € awarded.") }
  local others = {}
  for _, field in ipairs(rows:fields()) do
    if field ~= "accorde_p147" then others[#others + 1] = field end
  end
  return rows:derive { accorde_dit = bilan.when(IS_EMPTY, 0, f.accorde_p147) }:select { "accorde_dit", table.unpack(others) }
    :derive { accorde_p147 = f.accorde_dit }
end

return refused_amounts
