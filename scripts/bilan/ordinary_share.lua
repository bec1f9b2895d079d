-- SPDX-License-Identifier: MPL-2.0
-- The share of ordinary policy in a perimeter: what stands above its bar and below it, and when it is no share at all. A line
-- with a known amount tells nothing of the other side: 6 000 € of P147 beside an ordinary « NC » are not 0 % of ordinary policy.
-- Source: domain dossier 2.2, 2.5.1, 3.6.3 and 3.6.4.
local bilan = require "bilan"
local financeurs = require "bilan.financeurs"
local f = bilan.field

local ordinary_share = {}

local DC1, DC2, OWN_FUNDS = financeurs.ordinary[1], financeurs.ordinary[2], "autofinancement"

--- Natures above the bar beside the specific ones below it, those left out, and the lines that a perimeter adds to P1: where no
--- file gives one, its share would be P1 under another name, as if somebody had said that there is nothing more.
local PERIMETERS = {
  DC01_P1 = { ordinary = { DC1, DC2 }, out = financeurs.not_public },
  DC01_P1v = { ordinary = { DC1, DC2 }, out = financeurs.not_public, is_variant = true },
  DC01_P2 = { ordinary = { DC1, DC2, "européen", "privé" }, out = { OWN_FUNDS, financeurs.valued },
    adds = f.nature_credit:one_of { "européen", "privé" } },
  DC01_P3 = { ordinary = { DC1, DC2, financeurs.valued }, out = { "européen", "privé", OWN_FUNDS },
    adds = f.nature_credit:eq(financeurs.valued) },
  DC01_P4 = { ordinary = { DC1, DC2 }, out = financeurs.not_public, everywhere = true, adds = financeurs.outside(f) },
}

--- Of the share of a perimeter, as conditions: lines above the bar, lines below it only, and the lines that it looks at.
local function sides(id)
  local one = PERIMETERS[id]
  local lines = financeurs.lines_without(f, one.out, one.everywhere)
  if one.is_variant then return f.financeur:ne "p147", f.financeur:eq "p147", lines end
  return f.nature_credit:one_of(one.ordinary), f.nature_credit:eq(financeurs.specific), lines
end

--- What stands above the bar, what stands below it, and the lines of both.
local function terms(id)
  local above, _, lines = sides(id)
  local below = financeurs.amount_with_plan(f) * f.nature_credit:one_of { financeurs.specific, table.unpack(PERIMETERS[id].ordinary) }
  return PERIMETERS[id].is_variant and below * above or financeurs.amount_with_plan(f) * above, below, lines
end

--- Both terms as sums over the lines where both are known, so that a line without an amount makes them minimums.
function ordinary_share.sums(id)
  local above, below, lines = terms(id)
  return bilan.sum(above + 0 * below, { unit = "euro", where = lines }), bilan.sum(below + 0 * above, { unit = "euro", where = lines })
end

--- How many lines with an amount are of what a perimeter adds to P1; all lines where it adds nothing.
local function added(id)
  local adds = PERIMETERS[id].adds
  return adds and bilan.count(bilan.all { adds:known_or(false), financeurs.amount(f):known() }) or bilan.count()
end

--- Measures of a share, for `group`, under four names that begin with `name`: `ordinary_share.of` makes the share of them.
function ordinary_share.measures(id, name)
  local above, below, lines = terms(id)
  local is_above, is_below, _ = sides(id)
  local function alone(condition) return bilan.sum(financeurs.amount_with_plan(f), { unit = "euro", where = bilan.all { lines, condition } }) end
  return { { name, bilan.ratio(above, below, { where = lines }) }, { name .. "_above", alone(is_above) },
    { name .. "_below", alone(is_below) }, { name .. "_added", added(id) } }
end

--- True of a sum whose lines are all unknown.
function ordinary_share.is_silent(sum) return sum.base == 0 and sum.unknown > 0 end

--- The share that `group` holds under `name`; without a value where one of its sides is unknown altogether, where amounts below
--- zero (corrections) leave no part of a whole, and in a perimeter of which nothing was read but what P1 has.
function ordinary_share.of(group, name)
  local share, above, below = group[name], group[name .. "_above"], group[name .. "_below"]
  if group[name .. "_added"].value == 0 then return bilan.given(bilan.state "nd", "rate", { base = 0, unknown = 0 }) end
  local is_none = ordinary_share.is_silent(above) or ordinary_share.is_silent(below)
  if not share.value or not (is_none or share.value < 0 or share.value > 1) then return share end
  return bilan.given(bilan.state "nd", "rate", { base = share.base, unknown = share.unknown })
end

--- True where no line with an amount is of what the perimeter adds to P1.
function ordinary_share.adds_nothing(id, rows)
  return PERIMETERS[id].adds ~= nil and rows:figure(added(id)).value == 0
end

--- What a perimeter adds to P1, as people name the columns of it.
local ADDED = {
  DC01_P2 = { fr = "fonds européens (FSE, FEDER) et privés (fondations, entreprises)",
    en = "European (FSE, FEDER) and private funds (foundations, companies)" },
  DC01_P3 = { fr = "moyens valorisés (bénévolat, temps, locaux)", en = "valued means (volunteers, time, premises)" },
  DC01_P4 = { fr = "dispositifs de droit commun hors programmation", en = "ordinary schemes outside the programming" },
}

--- Why the share of a perimeter has no value, and what to ask partners for; nil where it has one.
function ordinary_share.why_none(id, rows)
  if ordinary_share.adds_nothing(id, rows) then
    local what = ADDED[id]
    return { fr = "Non calculé : aucun montant de ce que ce périmètre ajoute n'a été lu. À demander : " .. what.fr .. ".",
      en = "Not computed: no amount was read of what this perimeter adds. To be asked for: " .. what.en .. "." }
  end
  rows = financeurs.with_plans(rows)
  local found = {}
  for _, measure in ipairs(ordinary_share.measures(id, "share")) do found[measure[1]] = rows:figure(measure[2]) end
  local share, above, below = found.share, found.share_above, found.share_below
  if ordinary_share.of(found, "share").value then return nil end
  if share.base + share.unknown == 0 then
    return { fr = "Non calculé : aucun financement de ce périmètre n'a été lu. Demandez le plan de financement des actions.",
      en = "Not computed: no funding of this perimeter was read. Ask for the funding plan of the actions." }
  end
  if above.base == 0 and share.base == 0 and above.unknown == 0 then
    return { fr = "Non calculé : aucun montant d'un financeur de droit commun n'a été lu (État hors P147, Région, Département, EPCI, commune, "
      .. "CAF, bailleurs). Demandez le plan de financement des actions.",
      en = "Not computed: no amount of an ordinary funder was read (State outside P147, Région, Département, EPCI, municipality, CAF, "
        .. "landlords). Ask for the funding plan of the actions." }
  end
  local names = { fr = ordinary_share.is_silent(below) and "spécifiques (P147, enveloppe politique de la ville)" or "de droit commun",
    en = ordinary_share.is_silent(below) and "specific amounts (P147, city-policy envelope)" or "ordinary amounts" }
  if ordinary_share.is_silent(above) or ordinary_share.is_silent(below) then
    local n = (ordinary_share.is_silent(below) and below or above).unknown
    return { fr = "Non calculé : aucun des montants " .. names.fr .. " n'est connu (lignes : " .. n .. "). Demandez-les aux partenaires.",
      en = "Not computed: none of the " .. names.en .. " is known (lines: " .. n .. "). Ask the partners for them." }
  end
  if share.value then
    return { fr = "Non calculé : des montants négatifs (corrections) ne laissent pas de part d'un tout. Vérifiez-les.",
      en = "Not computed: amounts below zero (corrections) leave no part of a whole. Check them." }
  end
  if share.base > 0 then
    return { fr = "Non calculé : les montants connus sont tous à 0 €.", en = "Not computed: all known amounts are €0." }
  end
  return { fr = "Non calculé : aucun montant dont le financeur et la nature du crédit soient connus. Demandez-les aux partenaires.",
    en = "Not computed: no amount of which funder and nature of the credit are known. Ask the partners for them." }
end

--- The share over all of the rows.
function ordinary_share.figure(id, rows)
  local found = {}
  rows = financeurs.with_plans(rows)
  for _, measure in ipairs(ordinary_share.measures(id, "share")) do found[measure[1]] = rows:figure(measure[2]) end
  return ordinary_share.of(found, "share")
end

--- DC02: euros of others for one euro of P147, by the same rule.
function ordinary_share.leverage(rows)
  rows = financeurs.with_plans(rows)
  local amount, lines = financeurs.amount_with_plan(f), financeurs.lines_without(f, { financeurs.valued })
  local function alone(whose) return rows:figure(bilan.sum(amount, { unit = "euro", where = bilan.all { lines, whose } })) end
  local is_none = ordinary_share.is_silent(alone(f.financeur:ne "p147")) or ordinary_share.is_silent(alone(f.financeur:eq "p147"))
  local figure = rows:figure(bilan.ratio(amount * f.financeur:ne "p147", amount * f.financeur:eq "p147",
    { unit = "number", where = lines }))
  if not is_none then return figure end
  return bilan.given(bilan.state "nd", "number", { base = figure.base, unknown = figure.unknown })
end

return ordinary_share
