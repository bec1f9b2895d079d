-- SPDX-License-Identifier: MPL-2.0
-- Indicators of the employment pillar. Source: domain dossier 3.4.6.
-- A ratio is a ratio of sums over the rows where both parts are known (2.5.1); it is never a mean of ratios.
local exits = require "bilan.exits"
local residents = require "bilan.residents"
local sexes = require "bilan.sexes"

local known_rows = exits.KNOWN_ROWS

local indicators = {
  { id = "EMP01", dataset = "emploi", unit = "people",
    label = { fr = "Bénéficiaires cumulés (doubles comptes possibles)",
      en = "Beneficiaries, added up (people may be counted twice)" },
    formula = { fr = "somme des bénéficiaires des actions", en = "sum of the beneficiaries of the actions" },
    unknowns = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
      en = "unknown rows are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(f.benef_total) end },
  { id = "EMP02", dataset = "emploi", unit = "rate",
    label = { fr = "Taux d'habitants des QPV", en = "Share of QPV residents" },
    formula = residents.FORMULA, unknowns = residents.UNKNOWNS, supposes = residents.ALL_OTHERS_OUTSIDE,
    measure = function(f, bilan) return residents.share(f, bilan) end },
  { id = "EMP02e", dataset = "emploi", unit = "rate",
    label = { fr = "Taux d'habitants des QPV, estimé d'après les taux déclarés", en = "Share of QPV residents, estimated from the rates given" },
    formula = { fr = "(taux déclaré × bénéficiaires) / bénéficiaires, actions qui donnent un taux et pas de nombre d'habitants des QPV",
      en = "(rate given × beneficiaries) / beneficiaries, actions that give a rate and no number of residents" },
    unknowns = known_rows, note = { fr = "une estimation, jamais mêlée à EMP02", en = "an estimate, never part of EMP02" },
    measure = function(f, bilan)
      return bilan.ratio(f.taux_qpv * f.benef_total, f.benef_total,
        { where = bilan.all { f.taux_qpv:known(), bilan.no(f.benef_qpv:known()) } })
    end },
  { id = "EMP03", dataset = "emploi", unit = "rate",
    label = { fr = "Part des femmes", en = "Share of women" },
    formula = { fr = "femmes / (femmes + hommes)", en = "women / (women + men)" },
    unknowns = known_rows,
    measure = sexes.share_of_women },
}

exits.add_indicators(indicators, "emploi", { drop_out = "EMP05", dynamic = "EMP06", dynamic_of_known = "EMP06b", lasting = "EMP07",
  job = "EMP08", training = "EMP09", referral = "EMP10" })

--- The rows of both sides of EMP11, which are compared: all four numbers are known, and apply. A product, for in a sum « sans objet »
--- would be left out, and the dynamic exits of a row without its exits of residents would swell their rate.
local function tells_residents_apart(f)
  return (0 * exits.dynamic(f) * f.nb_sorties * f.nb_sorties_qpv * f.nb_sorties_dynamiques_qpv):eq(0)
end

-- Nobody says where those who left as neutralised live: taken off one side alone they would make a gap of their own.
for _, indicator in ipairs {
  { id = "EMP11q", dataset = "emploi", unit = "rate",
    label = { fr = "Taux de sorties dynamiques des habitants des QPV", en = "Dynamic exits of QPV residents" },
    formula = { fr = "sorties dynamiques QPV / sorties QPV, neutralisées comprises, lignes où les sorties hors QPV sont connues aussi",
      en = "dynamic QPV exits / QPV exits, neutralised ones included, rows where the exits outside are known too" },
    unknowns = known_rows,
    measure = function(f, bilan)
      return bilan.ratio(f.nb_sorties_dynamiques_qpv, f.nb_sorties_qpv, { where = tells_residents_apart(f) })
    end },
  { id = "EMP11h", dataset = "emploi", unit = "rate",
    label = { fr = "Taux de sorties dynamiques hors QPV", en = "Dynamic exits outside QPV" },
    formula = { fr = "(sorties dynamiques − QPV) / (sorties − QPV), neutralisées comprises, lignes où le détail QPV est connu",
      en = "(dynamic exits − QPV) / (exits − QPV), neutralised ones included, rows where the QPV part is known" },
    unknowns = known_rows,
    measure = function(f, bilan)
      return bilan.ratio(exits.dynamic(f) - f.nb_sorties_dynamiques_qpv, f.nb_sorties - f.nb_sorties_qpv,
        { where = tells_residents_apart(f) })
    end },
  { id = "EMP12", dataset = "emploi", unit = "rate", may_exceed = true,
    label = { fr = "Taux de réalisation", en = "Achievement rate" },
    formula = { fr = "bénéficiaires / bénéficiaires prévus", en = "beneficiaries / beneficiaries planned" },
    unknowns = known_rows,
    measure = function(f, bilan) -- nobody who was not asked is said not to have answered
      return bilan.ratio(bilan.when(f.benef_prevu:in_state { "abs" }, f.benef_prevu, f.benef_total), f.benef_prevu)
    end },
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
    measure = function(f, bilan) return bilan.ratio(f.accorde_p147, exits.dynamic(f), { unit = "euro" }) end },
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
} do indicators[#indicators + 1] = indicator end

return indicators
