-- SPDX-License-Identifier: MPL-2.0
-- Mobilisation of ordinary policy, on one row a funder. Source: domain dossier 3.6.3 and 3.6.4.
-- A share has no meaning without its perimeter: each stands under its own id and label, and they are never averaged.
local financeurs = require "bilan.financeurs"
local funded_actions = require "bilan.funded_actions"
local ordinary_share = require "bilan.ordinary_share"

local unknowns = { fr = "les lignes sans montant ou sans nature ne sont pas ajoutées et sont comptées, comme "
  .. "le P147 d'une action dont aucun fichier ne donne les autres financeurs",
  en = "lines without an amount or a nature are not added, and are counted, as is the P147 of an action of which no file gives the "
  .. "other funders" }

local share_unknowns = { fr = unknowns.fr .. " ; pas de part quand tout le droit commun, ou tout le spécifique, est inconnu, ni hors de 0 à 100 %",
  en = unknowns.en .. "; no share where all of the ordinary, or all of the specific, money is unknown, nor outside 0 to 100 %" }

--- What the shares read of a line: its amount, its nature, and whether it is of the programming.
local fields = { "montant_realise", "montant_prevu", "montant_accorde", "nature_credit", "financeur", "perimetre", "dispositif_dc",
  "intitule", "porteur", "num_action", "num_dossier" }

local lines_without = financeurs.lines_without

--- Share of ordinary policy in a perimeter of `ordinary_share`.
local function share(id, perimeter)
  return { id = id, dataset = "financement", unit = "rate",
    label = { fr = "Part du droit commun, " .. perimeter.fr, en = "Share of ordinary policy, " .. perimeter.en },
    formula = { fr = "droit commun / (droit commun + spécifique), " .. perimeter.fr,
      en = "ordinary / (ordinary + specific), " .. perimeter.en },
    unknowns = share_unknowns, fields = fields,
    figure = function(_, rows) return ordinary_share.figure(id, rows) end }
end

local DC1, DC2 = financeurs.ordinary[1], financeurs.ordinary[2]
local NOT_PUBLIC = financeurs.not_public

local function by_action(id, unit, fr, en, formula, said_once, measure)
  return { id = id, dataset = "financement", unit = unit, label = { fr = fr, en = en }, formula = formula,
    unknowns = { fr = "actions dont un montant manque et changerait la réponse",
      en = "actions of which a missing amount would change the answer" }, fields = fields,
    figure = function(_, lines)
      local bilan = require "bilan"
      return said_once(lines):figure(measure(bilan.field, bilan))
    end }
end

--- A report that does not declare these parameters has no populations.
local function populations(run)
  if not (run:has_param "population_qpv" and run:has_param "population_perimetre") then return nil, nil end
  return run.params.population_qpv, run.params.population_perimetre
end

--- QPV residents in the public of a scheme.
local function access(f, bilan)
  return bilan.ratio(f.benef_qpv, f.benef_total, { where = bilan.any { f.dispositif_dc:known(),
    f.benef_total:known() } })
end

return {
  share("DC01_P1", { fr = "P1 : programmation, crédits publics", en = "P1: programming, public credits" }),
  { id = "DC01_P1v", dataset = "financement", unit = "rate",
    label = { fr = "Part du droit commun, P1 variante : enveloppe politique de la ville des collectivités en droit commun",
      en = "Share of ordinary policy, P1 variant: authorities' city-policy envelope taken as ordinary" },
    formula = { fr = "(droit commun + spécifique hors P147) / (droit commun + spécifique), P1",
      en = "(ordinary + specific other than P147) / (ordinary + specific), P1" },
    unknowns = share_unknowns, fields = fields,
    figure = function(_, rows) return ordinary_share.figure("DC01_P1v", rows) end },
  share("DC01_P2", { fr = "P2 : P1, fonds européens et privés", en = "P2: P1, European and private funds" }),
  share("DC01_P3", { fr = "P3 : P1 et moyens valorisés", en = "P3: P1 and valued means" }),
  share("DC01_P4", { fr = "P4 : tout le droit commun identifié sur les QPV, dans et hors programmation",
    en = "P4: all ordinary policy found in the quarters, programmed or not" }),
  { id = "DC02", dataset = "financement", unit = "number",
    label = { fr = "Effet levier", en = "Leverage" },
    formula = { fr = "financements autres que P147 / P147, programmation, hors valorisation",
      en = "funding other than P147 / P147, programming, without valued means" },
    unknowns = { fr = "les lignes sans montant ou sans financeur ne sont pas ajoutées et sont comptées",
      en = "lines without an amount or a funder are not added, and are counted" },
    note = { fr = "x euros pour un euro de P147", en = "x euros for one euro of P147" }, fields = fields,
    figure = function(_, rows) return ordinary_share.leverage(rows) end },
  by_action("DC03", "rate", "Taux de cofinancement", "Share of actions with ordinary funding",
    { fr = "actions avec un financeur de droit commun au moins (> 0 €) / actions de la programmation",
      en = "actions with at least one ordinary funder (> 0 €) / programmed actions" },
    funded_actions.with_cofunding, function(f, bilan) return bilan.share(f.cofinancee) end),
  by_action("DC04", "number", "Nombre moyen de financeurs par action", "Funders per action, mean",
    { fr = "moyenne des actions : financeurs différents (> 0 €), hors autofinancement, usagers et valorisation",
      en = "mean over actions: different funders (> 0 €), without own funds, users and valued means" },
    funded_actions.with_funders, function(f, bilan) return bilan.mean(f.nb_financeurs) end),
  { id = "DC01_P1m", dataset = "financement", unit = "euro",
    label = { fr = "Droit commun mobilisé (montant), P1", en = "Ordinary policy mobilised (amount), P1" },
    formula = { fr = "somme des montants de droit commun de la programmation",
      en = "sum of ordinary amounts, programming" },
    unknowns = unknowns, fields = fields,
    figure = function(_, rows)
      local bilan = require "bilan"
      local f = bilan.field
      return financeurs.with_plans(rows):figure(bilan.sum(financeurs.amount_with_plan(f) * f.nature_credit:one_of { DC1, DC2 },
        { unit = "euro", where = lines_without(f, NOT_PUBLIC) }))
    end },
  { id = "DC06", dataset = "financement", unit = "rate",
    label = { fr = "Accès des habitants des QPV au droit commun", en = "Access of QPV residents to ordinary policy" },
    formula = { fr = "habitants des QPV / public du dispositif", en = "QPV residents / public of the scheme" },
    unknowns = { fr = "lignes où les deux termes sont connus", en = "rows where both terms are known" },
    measure = access },
  { id = "DC07", dataset = "financement", unit = "number",
    label = { fr = "Indice de représentation", en = "Index of representation" },
    formula = { fr = "DC06 / (population des QPV / population du périmètre) ; 1 : proportionnel",
      en = "DC06 / (population of the quarters / population of the perimeter); 1: proportional" },
    unknowns = { fr = "lignes où le public et sa part QPV sont connus ; populations données en paramètres",
      en = "rows where the public and its QPV part are known; populations given as parameters" },
    figure = function(run, rows)
      if run.limited_to ~= "" then return nil end -- populations are given for the whole
      local quarters, all = populations(run)
      if not quarters or not all or quarters <= 0 or all <= 0 then return nil end
      local bilan = require "bilan"
      return rows:figure(access(bilan.field, bilan)) * (all / quarters)
    end },
  { id = "DC08", dataset = "financement", unit = "rate",
    label = { fr = "Expérimentations passées au droit commun", en = "Experiments that became ordinary policy" },
    formula = { fr = "dispositifs pérennisés / dispositifs expérimentés ou pérennisés, d'après le type d'engagement",
      en = "schemes made lasting / schemes tried or made lasting, by kind of commitment" },
    unknowns = { fr = "une ligne sans type d'engagement n'est pas un dispositif ; un type inconnu (« NC ») est compté",
      en = "a row without a kind is no scheme; a kind that is unknown (“NC”) is counted" },
    measure = function(f, bilan)
      return bilan.ratio(f.type_engagement:eq "pérennisé", 1,
        { where = bilan.all { bilan.no(f.type_engagement:in_state { "abs", "vide", "so" }),
          f.type_engagement:one_of { "expérimenté", "pérennisé" } } })
    end },
}
