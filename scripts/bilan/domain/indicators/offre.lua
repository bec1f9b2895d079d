-- SPDX-License-Identifier: MPL-2.0
-- Offers of services: is the common minimum set filled in, and what does it say? Source: domain dossier 3.5 and 3.4.1.

local one_spelling = require "bilan.one_spelling"
local completeness = require "bilan.completeness"
local exits = require "bilan.exits"
local minimum_set = require "bilan.minimum_set"
local residents = require "bilan.residents"
local sexes = require "bilan.sexes"

local known = { fr = "offres aux personnes où les deux termes sont connus", en = "offers to people where both terms are known" }

--- Known cells of expected cells: « sans objet » is not expected, and nothing on people of an offer to companies.
local function complete(id, fr, en, field)
  return { id = id, dataset = "offre", unit = "rate",
    label = { fr = "Complétude : " .. fr, en = "Completeness: " .. en },
    formula = { fr = "valeurs connues / valeurs attendues des offres aux personnes (« sans objet » n'est pas attendu)",
      en = "known / expected values of offers to people (not applicable is not expected)" },
    unknowns = { fr = "c'est ce qui est mesuré", en = "that is what is measured" },
    measure = function(f, bilan) return bilan.completeness(f[field], { where = minimum_set.TO_PEOPLE }) end }
end

local function ratio(id, fr, en, formula, part, whole)
  return { id = id, dataset = "offre", unit = "rate", label = { fr = fr, en = en }, formula = formula, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(part(f, bilan), whole(f, bilan), { where = minimum_set.WITH_PEOPLE }) end }
end

local indicators = {
  { id = "OFF01", dataset = "offre", unit = "number",
    label = { fr = "Offres de services", en = "Offers of services" },
    formula = { fr = "nombre d'offres différentes ; « FORUM » et « Forum » sont une offre",
      en = "different offers; \"FORUM\" and \"Forum\" are one offer" }, unknowns = { fr = "aucune", en = "none" },
    fields = { "offre" },
    figure = function(_, rows)
      local bilan = require "bilan"
      local read, by = one_spelling.merged(rows, "offre")
      return read:figure(bilan.count_distinct(bilan.field[by]))
    end },
  { id = "OFF02", dataset = "offre", unit = "rate",
    label = { fr = "Complétude des indicateurs communs", en = "Completeness of the common indicators" },
    formula = { fr = "cellules connues / cellules attendues du jeu commun : total, QPV, par QPV, femmes et hommes, âge, niveau, abandon, "
      .. "suites ; entreprises pour l'axe 3 et les offres aux entreprises",
      en = "known / expected cells of the common set: total, quarters, by quarter, women and men, age, level, drop-outs, what came "
        .. "next; companies for axis 3 and offers to companies" },
    unknowns = { fr = "c'est ce qui est mesuré ; « sans objet » n'est pas attendu ; un taux vaut un nombre ; par QPV : le total d'une offre d'un "
      .. "seul quartier ; âge, niveau, suite emploi : aucune tranche « NC », ni vide quand les autres ne font pas le total",
      en = "that is what is measured; not applicable is not expected; a rate is as good as a number; by quarter: the total of an offer of "
        .. "one quarter; age, level, job: no band \"NC\", nor blank where the others do not make up the total" },
    fields = { "axe", "public", "benef_total", "benef_qpv", "taux_qpv", "territoires", "benef_f", "benef_h", "age_*", "niv_*",
      "nb_abandons", "taux_abandon", "nb_emploi_durable", "nb_emploi_transition", "nb_formation", "nb_orientation",
      "entreprises_accompagnees" },
    figure = function(run, rows)
      local asked = minimum_set.rows(rows)
      local found, expected = completeness.of(asked, minimum_set.of(asked))
      return expected > 0 and run:share("OFF02", found, expected) or nil
    end },
  complete("OFF02_total", "bénéficiaires", "beneficiaries", "benef_total"),
  complete("OFF02_qpv", "habitants des QPV", "QPV residents", "benef_qpv"),
  complete("OFF02_f", "femmes", "women", "benef_f"),
  complete("OFF02_h", "hommes", "men", "benef_h"),
  complete("OFF02_abandons", "abandons", "drop-outs", "nb_abandons"),
  complete("OFF02_formation", "entrées en formation", "training", "nb_formation"),
  complete("OFF02_orientation", "orientations", "referrals", "nb_orientation"),
  -- As EMP02: the reports on one offer may not disagree.
  ratio("OFF03_qpv", "Taux d'habitants des QPV", "Share of QPV residents",
    residents.FORMULA, function(f) return f.benef_qpv end, residents.known),
  ratio("OFF03_f", "Part des femmes", "Share of women", { fr = "femmes / (femmes + hommes)", en = "women / (women + men)" },
    function(f) return f.benef_f end, sexes.everybody),
  { id = "OFF06", dataset = "offre", unit = "rate", may_exceed = true,
    label = { fr = "Réalisé sur cible", en = "Achieved of target" },
    formula = { fr = "réalisé / cible, hors cibles de 0", en = "achieved / target, without targets of 0" },
    unknowns = { fr = "offres où les deux termes sont connus ; une cible de 0 est sans objet", en = "offers where both terms are known; a target of 0 does not apply" },
    measure = function(f, bilan)
      return bilan.ratio(f.realise, f.cible, { where = bilan.no(f.cible:eq(0):known_or(false)) })
    end },
}

-- OFF03: as those of the report on employment, whose rules they share.
exits.add_indicators(indicators, "offre", { drop_out = "OFF03_abandon", dynamic = "OFF03_dynamique",
  dynamic_of_known = "OFF03_dynamique_connue", lasting = "OFF03_durable", job = "OFF03_emploi", training = "OFF03_formation",
  referral = "OFF03_orientation" }, minimum_set.WITH_PEOPLE)

return indicators
