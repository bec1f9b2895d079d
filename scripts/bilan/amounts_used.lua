-- SPDX-License-Identifier: MPL-2.0
-- Which amounts the shares of ordinary policy rest on: a line counts what was realised, else foreseen, else granted, and a sum
-- of the three looks like money spent. Source: domain dossier 3.6.2 and 2.5.9.
local bilan = require "bilan"
local counted = require "bilan.counted"
local financeurs = require "bilan.financeurs"
local f = bilan.field

local amounts_used = {}

--- « 3 lignes, 6 000 € ».
local function words(rows)
  local n, sum = counted.things(rows), rows:figure(bilan.sum(financeurs.amount(f), { unit = "euro" })).text
  return { fr = counted.fr(n, "ligne", "lignes") .. ", " .. sum, en = counted.en(n, "line", "lines") .. ", " .. sum }
end

--- What stands under the shares of perimeter P1, as a note; nil where no line has an amount. A mixture is said on the first page.
function amounts_used.say(run, lines)
  local known = lines:where(bilan.all { financeurs.lines_without(f, financeurs.not_public), financeurs.amount(f):known() })
  if known:count() == 0 then return nil end
  local realised = known:where(f.montant_realise:known())
  local others = known:where(bilan.no(f.montant_realise:known()))
  if others:count() == 0 then
    return { fr = "Tous les montants de P1 sont réalisés.", en = "All amounts of P1 were realised." }
  end
  if realised:count() == 0 then
    return { fr = "Aucun montant de P1 n'est réalisé : tous sont prévus ou accordés.",
      en = "No amount of P1 was realised: all were foreseen or granted." }
  end
  local left, right = words(others), words(realised)
  local said = { fr = "Montants prévus ou accordés, faute de réalisé (P1) : " .. left.fr .. " ; montants réalisés : " .. right.fr .. ".",
    en = "Amounts foreseen or granted, none being realised (P1): " .. left.en .. "; amounts realised: " .. right.en .. "." }
  run:warning(said)
  return said
end

return amounts_used
