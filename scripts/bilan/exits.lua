-- SPDX-License-Identifier: MPL-2.0
-- What became of the people of an action or an offer: one set of rates for every report that says it, so that no two sheets
-- disagree. Source: domain dossier 3.4.5, 3.4.6 (EMP05 to EMP10) and 3.5 (OFF03).
local exits = {}

exits.KNOWN_ROWS = {
  fr = "lignes où le numérateur et le dénominateur sont connus ; les autres sont comptées comme inconnues",
  en = "rows where numerator and denominator are both known; the others count as unknown",
}

exits.NONE_TAKEN_OFF = { field = "nb_neutralises", words = {
  fr = "sorties neutralisées inconnues : aucune n'est retirée", en = "neutralised exits unknown: none is taken off" } }

local NO_ENTRIES = { field = "nb_entrees", words = {
  fr = "entrées inconnues : sorties + abandons", en = "entries unknown: exits + drop-outs" } }

local NO_NEUTRALISED = {
  fr = "neutralisées non renseignées : aucune n'est retirée ; les autres inconnues sortent du calcul et sont comptées",
  en = "neutralised exits not given: none is taken off; other unknowns leave the rate and are counted",
}

--- Expression: exits that count, all exits less the neutralised ones where they are given.
function exits.counted(f) return f.nb_sorties - f.nb_neutralises:known_or(0) end

--- Expression: dynamic exits, lasting + transitional + positive; the declared total where the parts are not given.
function exits.dynamic(f)
  return (f.nb_emploi_durable + f.nb_emploi_transition + f.nb_sortie_positive):known_or(f.nb_sorties_dynamiques)
end

local RATES = {
  { key = "drop_out", supposes = NO_ENTRIES,
    label = { fr = "Taux d'abandon", en = "Drop-out rate" },
    formula = { fr = "abandons / entrées de la même cohorte ; entrées inconnues : abandons / (sorties + abandons)",
      en = "drop-outs / entries of the same cohort; entries unknown: drop-outs / (exits + drop-outs)" },
    part = function(f) return f.nb_abandons end,
    whole = function(f) return f.nb_entrees:known_or(f.nb_sorties + f.nb_abandons) end },
  { key = "dynamic", supposes = exits.NONE_TAKEN_OFF,
    label = { fr = "Taux de sorties dynamiques", en = "Rate of dynamic exits" },
    formula = { fr = "(emploi durable + transition + sorties positives) / (sorties − neutralisées)",
      en = "(lasting + transitional + positive) / (exits − neutralised)" },
    unknowns = { fr = "les sorties « sans nouvelles » restent au dénominateur ; neutralisées non renseignées : aucune n'est retirée",
      en = "exits without news stay in the denominator; neutralised exits not given: none is taken off" },
    part = exits.dynamic, whole = exits.counted },
  { key = "dynamic_of_known", supposes = exits.NONE_TAKEN_OFF,
    label = { fr = "Taux de sorties dynamiques, issues connues seulement",
      en = "Rate of dynamic exits, known outcomes only" },
    formula = { fr = "sorties dynamiques / (sorties − neutralisées − suites inconnues)",
      en = "dynamic exits / (exits − neutralised − outcome unknown)" },
    part = exits.dynamic, whole = function(f) return exits.counted(f) - f.nb_suite_inconnue end },
  { key = "lasting", supposes = exits.NONE_TAKEN_OFF,
    label = { fr = "Taux d'emploi durable", en = "Rate of lasting employment" },
    formula = { fr = "emploi durable / (sorties − neutralisées)", en = "lasting employment / (exits − neutralised)" },
    unknowns = NO_NEUTRALISED,
    note = { fr = "durable : CDI, création, CDD ou intérim de 6 mois et plus",
      en = "lasting: open-ended, creation, 6 months or more" },
    part = function(f) return f.nb_emploi_durable end, whole = exits.counted },
  { key = "job", supposes = exits.NONE_TAKEN_OFF,
    label = { fr = "Taux d'accès à l'emploi", en = "Rate of access to employment" },
    formula = { fr = "(emploi durable + transition) / (sorties − neutralisées)",
      en = "(lasting + transitional) / (exits − neutralised)" },
    unknowns = NO_NEUTRALISED,
    part = function(f) return f.nb_emploi_durable + f.nb_emploi_transition end, whole = exits.counted },
  { key = "training", supposes = exits.NONE_TAKEN_OFF,
    label = { fr = "Taux d'accès à la formation", en = "Rate of access to training" },
    formula = { fr = "entrées en formation / (sorties − neutralisées)", en = "training / (exits − neutralised)" },
    unknowns = NO_NEUTRALISED,
    part = function(f) return f.nb_formation end, whole = exits.counted },
  { key = "referral", may_exceed = true, -- a person may be sent to two places
    label = { fr = "Taux d'orientation", en = "Referral rate" },
    formula = { fr = "orientations vers une structure / sorties", en = "referrals / exits" },
    part = function(f) return f.nb_orientation end, whole = function(f) return f.nb_sorties end },
}

--- Puts the rates behind the indicators of `list`, under the ids that `ids` gives them: `{ drop_out = "EMP05" }`. `where`: the rows
--- that are about people, where not all are.
function exits.add_indicators(list, dataset, ids, where)
  for _, rate in ipairs(RATES) do
    list[#list + 1] = { id = ids[rate.key], dataset = dataset, unit = "rate", label = rate.label, formula = rate.formula,
      supposes = rate.supposes, unknowns = rate.unknowns or exits.KNOWN_ROWS, note = rate.note, may_exceed = rate.may_exceed,
      measure = function(f, bilan) return bilan.ratio(rate.part(f), rate.whole(f), { where = where }) end }
  end
end

return exits
