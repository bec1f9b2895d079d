-- SPDX-License-Identifier: MPL-2.0
-- Prevention of and fight against discrimination. Source: domain dossier 3.2.4. What is specific and what is only a part
-- of an action stand apart: their credits are never added silently, nor to those of gender budgeting.
local amount_share = require "bilan.amount_share"
local holders = require "bilan.holders"
local ptlcd = require "bilan.ptlcd"
local surely = require "bilan.surely"

local declared = { "spécifique LCD", "volet LCD d'une action" }
local all_declared = { "spécifique LCD", "volet LCD d'une action", "vivre-ensemble sans objet LCD" }

--- What was done against discrimination: not what actions of living together did, which the report puts outside of it.
local function is_about(f, bilan) return bilan.no(surely.is(f.specificite, "vivre-ensemble sans objet LCD")) end

local known = { fr = "lignes où les deux termes sont connus", en = "rows where both terms are known" }
local amounts = { fr = "les actions sans montant ou sans caractère sortent du calcul et sont comptées",
  en = "actions without an amount or a character leave the rate and are counted" }

--- Credits of the actions of one kind, in all credits.
local function credits(id, fr, en, kind)
  return { id = id, dataset = "action", unit = "rate", label = { fr = fr, en = en },
    formula = { fr = "montants accordés (" .. kind .. ") / montants accordés", en = "awarded to these / awarded" },
    unknowns = amounts,
    fields = { "accorde_p147", "specificite" },
    figure = function(_, rows)
      local f = require("bilan").field
      return amount_share.of(rows, f.accorde_p147, f.specificite:eq(kind))
    end }
end

local function sum(id, fr, en, what, formula)
  return { id = id, dataset = "action", unit = "number", label = { fr = fr, en = en }, formula = formula,
    unknowns = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
      en = "unknown rows are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(what(f), { where = is_about(f, bilan) }) end }
end

return {
  { id = "LCD01n", dataset = "action", unit = "number",
    label = { fr = "Nombre d'actions LCD", en = "Anti-discrimination actions" },
    formula = { fr = "actions spécifiques ou avec un volet LCD", en = "specific actions, or with a part" },
    unknowns = { fr = "une action sans caractère spécifique n'est pas comptée", en = "no answer is not counted" },
    measure = function(f, bilan) return bilan.count(f.specificite:one_of(declared)) end },
  { id = "LCD01", dataset = "action", unit = "rate",
    label = { fr = "Part des actions LCD", en = "Share of anti-discrimination actions" },
    formula = { fr = "actions spécifiques ou avec un volet LCD / actions", en = "specific or with a part / actions" },
    unknowns = { fr = "les actions dont le caractère n'est pas connu sortent du calcul et sont comptées",
      en = "actions whose character is not known leave the rate and are counted" },
    measure = function(f, bilan) return bilan.share(f.specificite:one_of(declared)) end },
  credits("LCD02", "Part des crédits des actions spécifiques LCD", "Share of credits of specific actions", declared[1]),
  credits("LCD02v", "Part des crédits des actions avec un volet LCD", "Share of credits of actions with a part", declared[2]),
  { id = "LCD02c", dataset = "action", unit = "rate",
    label = { fr = "Part des crédits dont le caractère LCD est connu", en = "Share of credits of which it is known how specific they are" },
    formula = { fr = "montants accordés aux actions dont le caractère est connu / montants accordés",
      en = "awarded to actions whose character is known / awarded" },
    unknowns = { fr = "les actions sans montant sortent du calcul et sont comptées",
      en = "actions without an amount leave the rate and are counted" },
    measure = function(f, bilan) return bilan.ratio(f.accorde_p147 * f.specificite:known(), f.accorde_p147) end },
  sum("LCD07", "Professionnels formés", "Professionals trained", function(f) return f.nb_formes end,
    { fr = "somme des professionnels formés, hors actions de vivre-ensemble sans objet LCD",
      en = "sum of professionals trained, without actions of living together" }),
  sum("LCD07h", "Heures-stagiaires", "Hours of training", function(f) return f.nb_formes * f.duree_h end,
    { fr = "somme de : professionnels formés × durée, hors actions de vivre-ensemble sans objet LCD",
      en = "sum of: professionals × hours, without actions of living together" }),
  sum("LCD08", "Situations recueillies", "Situations", function(f) return f.nb_situations end,
    { fr = "somme des situations, hors actions de vivre-ensemble sans objet LCD ; secret en dessous de 5",
      en = "sum of the situations, without actions of living together; secret below 5" }),
  { id = "LCD09", dataset = "action", unit = "rate", may_exceed = true,
    label = { fr = "Taux d'orientation", en = "Referral rate" },
    formula = { fr = "orientations / situations recueillies, hors actions de vivre-ensemble sans objet LCD",
      en = "referrals / situations, without actions of living together" }, unknowns = known,
    measure = function(f, bilan)
      return bilan.ratio(f.nb_orientations, f.nb_situations, { where = is_about(f, bilan) })
    end },
  { id = "LCD10", dataset = "action", unit = "rate",
    label = { fr = "Contrats couverts par un PTLCD", en = "Contracts with a territorial plan" },
    formula = { fr = "contrats dont le plan est adopté, en cours ou évalué / contrats dont l'état est connu",
      en = "contracts whose plan is adopted, under way or evaluated / contracts whose state is known" },
    unknowns = { fr = "un contrat sans état, ou dont les fichiers se contredisent, est compté comme inconnu",
      en = "a contract without a state, or whose files disagree, counts as unknown" },
    figure = function(_, rows) return ptlcd.coverage(rows) end },
  { id = "LCD11", dataset = "action", unit = "rate",
    label = { fr = "Actions « vivre-ensemble » requalifiées", en = "Actions that turn out to be living together" },
    formula = { fr = "vivre-ensemble sans objet LCD / actions déclarées LCD", en = "living together / declared" },
    unknowns = known,
    measure = function(f, bilan)
      return bilan.ratio(f.specificite:eq("vivre-ensemble sans objet LCD"), 1,
        { where = f.specificite:one_of(all_declared) })
    end },
  { id = "LCD12", dataset = "action", unit = "rate",
    label = { fr = "Porteurs formés à la lutte contre les discriminations", en = "Holders trained against discrimination" },
    formula = holders.SAY_YES.formula, unknowns = holders.SAY_YES.unknowns,
    figure = function(_, rows) return holders.share(rows, "formation_lcd") end },
}
