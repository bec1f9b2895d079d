-- SPDX-License-Identifier: MPL-2.0
-- Indicators of the employment pillar. Source: domain dossier 3.4.6.
-- A ratio is a ratio of sums over the rows where both parts are known (2.5.1); it is never a mean of ratios.
local residents = require "bilan.residents"
local sexes = require "bilan.sexes"

local known_rows = {
  fr = "lignes où le numérateur et le dénominateur sont connus ; les autres sont comptées comme inconnues",
  en = "rows where numerator and denominator are both known; the others count as unknown",
}

local no_neutralised = {
  fr = "neutralisées non renseignées : aucune n'est retirée ; les autres inconnues sortent du calcul et sont comptées",
  en = "neutralised exits not given: none is taken off; other unknowns leave the rate and are counted",
}

local none_taken_off = { field = "nb_neutralises", words = {
  fr = "sorties neutralisées inconnues : aucune n'est retirée", en = "neutralised exits unknown: none is taken off" } }

--- Exits that count: all exits less the neutralised ones, where they are given.
local function exits(f) return f.nb_sorties - f.nb_neutralises:known_or(0) end

--- Dynamic exits: lasting + transitional + positive; the declared total where the parts are not given.
local function dynamic(f)
  return (f.nb_emploi_durable + f.nb_emploi_transition + f.nb_sortie_positive):known_or(f.nb_sorties_dynamiques)
end

local no_entries = { field = "nb_entrees", words = {
  fr = "entrées inconnues : sorties + abandons", en = "entries unknown: exits + drop-outs" } }

return {
  { id = "EMP01", dataset = "emploi", unit = "people",
    label = { fr = "Bénéficiaires cumulés (doubles comptes possibles)",
      en = "Beneficiaries, added up (people may be counted twice)" },
    formula = { fr = "somme des bénéficiaires des actions", en = "sum of the beneficiaries of the actions" },
    unknowns = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
      en = "unknown rows are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(f.benef_total) end },
  { id = "EMP02", dataset = "emploi", unit = "rate",
    label = { fr = "Taux d'habitants des QPV", en = "Share of QPV residents" },
    formula = { fr = "habitants des QPV / (QPV + hors QPV + poches de pauvreté) ; à défaut, / total des bénéficiaires",
      en = "QPV residents / (QPV + outside + poverty pockets); failing that, / total of beneficiaries" },
    unknowns = {
      fr = "lignes où QPV et public sont connus ; des poches que le fichier ne demande pas comptent zéro, inconnues elles "
        .. "renvoient au total des bénéficiaires",
      en = "rows where QPV and people are known; pockets that the file does not ask for count 0, unknown ones lead back to "
        .. "all beneficiaries" },
    measure = function(f, bilan) return residents.share(f, bilan) end },
  { id = "EMP03", dataset = "emploi", unit = "rate",
    label = { fr = "Part des femmes", en = "Share of women" },
    formula = { fr = "femmes / (femmes + hommes)", en = "women / (women + men)" },
    unknowns = known_rows,
    measure = sexes.share_of_women },
  { id = "EMP05", dataset = "emploi", unit = "rate",
    supposes = no_entries,
    label = { fr = "Taux d'abandon", en = "Drop-out rate" },
    formula = { fr = "abandons / entrées de la même cohorte ; entrées inconnues : abandons / (sorties + abandons)",
      en = "drop-outs / entries of the same cohort; entries unknown: drop-outs / (exits + drop-outs)" },
    unknowns = known_rows,
    measure = function(f, bilan)
      return bilan.ratio(f.nb_abandons, f.nb_entrees:known_or(f.nb_sorties + f.nb_abandons))
    end },
  { id = "EMP06", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux de sorties dynamiques", en = "Rate of dynamic exits" },
    formula = { fr = "(emploi durable + transition + sorties positives) / (sorties − neutralisées)",
      en = "(lasting + transitional + positive) / (exits − neutralised)" },
    unknowns = { fr = "les sorties « sans nouvelles » restent au dénominateur ; neutralisées non renseignées : aucune n'est retirée",
      en = "exits without news stay in the denominator; neutralised exits not given: none is taken off" },
    measure = function(f, bilan) return bilan.ratio(dynamic(f), exits(f)) end },
  { id = "EMP06b", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux de sorties dynamiques, issues connues seulement",
      en = "Rate of dynamic exits, known outcomes only" },
    formula = { fr = "sorties dynamiques / (sorties − neutralisées − suites inconnues)",
      en = "dynamic exits / (exits − neutralised − outcome unknown)" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(dynamic(f), exits(f) - f.nb_suite_inconnue) end },
  { id = "EMP07", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux d'emploi durable", en = "Rate of lasting employment" },
    formula = { fr = "emploi durable / (sorties − neutralisées)", en = "lasting employment / (exits − neutralised)" },
    unknowns = no_neutralised,
    note = { fr = "durable : CDI, création, CDD ou intérim de 6 mois et plus",
      en = "lasting: open-ended, creation, 6 months or more" },
    measure = function(f, bilan) return bilan.ratio(f.nb_emploi_durable, exits(f)) end },
  { id = "EMP08", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux d'accès à l'emploi", en = "Rate of access to employment" },
    formula = { fr = "(emploi durable + transition) / (sorties − neutralisées)",
      en = "(lasting + transitional) / (exits − neutralised)" },
    unknowns = no_neutralised,
    measure = function(f, bilan) return bilan.ratio(f.nb_emploi_durable + f.nb_emploi_transition, exits(f)) end },
  { id = "EMP09", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux d'accès à la formation", en = "Rate of access to training" },
    formula = { fr = "entrées en formation / (sorties − neutralisées)", en = "training / (exits − neutralised)" },
    unknowns = no_neutralised,
    measure = function(f, bilan) return bilan.ratio(f.nb_formation, exits(f)) end },
  { id = "EMP10", dataset = "emploi", unit = "rate",
    label = { fr = "Taux d'orientation", en = "Referral rate" },
    formula = { fr = "orientations vers une structure / sorties", en = "referrals / exits" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(f.nb_orientation, f.nb_sorties) end },
  { id = "EMP11q", dataset = "emploi", unit = "rate",
    label = { fr = "Taux de sorties dynamiques des habitants des QPV", en = "Dynamic exits of QPV residents" },
    formula = { fr = "sorties dynamiques QPV / sorties QPV", en = "dynamic QPV exits / QPV exits" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(f.nb_sorties_dynamiques_qpv, f.nb_sorties_qpv) end },
  { id = "EMP11h", dataset = "emploi", unit = "rate",
    supposes = none_taken_off,
    label = { fr = "Taux de sorties dynamiques hors QPV", en = "Dynamic exits outside QPV" },
    formula = { fr = "(sorties dynamiques − QPV) / (sorties − neutralisées − QPV), lignes où le détail QPV est connu",
      en = "(dynamic exits − QPV) / (exits − neutralised − QPV), rows where the QPV part is known" },
    unknowns = known_rows,
    measure = function(f, bilan)
      return bilan.ratio(dynamic(f) - f.nb_sorties_dynamiques_qpv, exits(f) - f.nb_sorties_qpv)
    end },
  { id = "EMP12", dataset = "emploi", unit = "rate",
    label = { fr = "Taux de réalisation", en = "Achievement rate" },
    formula = { fr = "bénéficiaires / bénéficiaires prévus", en = "beneficiaries / beneficiaries planned" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(f.benef_total, f.benef_prevu) end },
  { id = "EMP13", dataset = "emploi", unit = "euro",
    label = { fr = "Subvention P147 par bénéficiaire", en = "P147 grant per beneficiary" },
    formula = { fr = "montants accordés P147 / bénéficiaires", en = "P147 awarded / beneficiaries" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(f.accorde_p147, f.benef_total, { unit = "euro" }) end },
  { id = "EMP13m", dataset = "emploi", unit = "euro",
    label = { fr = "Subvention P147 par bénéficiaire, médiane des actions",
      en = "P147 grant per beneficiary, median of the actions" },
    formula = { fr = "médiane de : montant accordé P147 / bénéficiaires de l'action",
      en = "median of: P147 awarded / beneficiaries of the action" },
    unknowns = { fr = "actions dont le montant et le public sont connus", en = "actions where both are known" },
    measure = function(f, bilan) return bilan.median(f.accorde_p147 / f.benef_total, { unit = "euro" }) end },
  { id = "EMP13s", dataset = "emploi", unit = "euro",
    label = { fr = "Subvention P147 par sortie dynamique", en = "P147 grant per dynamic exit" },
    formula = { fr = "montants accordés P147 / sorties dynamiques", en = "P147 awarded / dynamic exits" },
    unknowns = known_rows,
    measure = function(f, bilan) return bilan.ratio(f.accorde_p147, dynamic(f), { unit = "euro" }) end },
  { id = "EMP14n", dataset = "emploi", unit = "euro",
    label = { fr = "Crédits P147 accordés aux actions emploi", en = "P147 awarded to employment actions" },
    formula = { fr = "somme des montants accordés P147", en = "sum of P147 awarded" },
    unknowns = { fr = "les montants inconnus ne sont pas ajoutés : la somme est un minimum",
      en = "unknown amounts are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(f.accorde_p147, { unit = "euro" }) end },
  { id = "EMP15", dataset = "emploi", unit = "rate",
    label = { fr = "Poids des QPV dans les dispositifs de droit commun", en = "QPV weight in ordinary schemes" },
    formula = { fr = "habitants des QPV / bénéficiaires, actions d'un dispositif de droit commun (PEC, CEJ, IAE…)",
      en = "QPV residents / beneficiaries, actions of an ordinary scheme" },
    unknowns = known_rows,
    measure = function(f, bilan)
      return bilan.ratio(f.benef_qpv, f.benef_total, { where = f.dispositif_dc:known() })
    end },
}
