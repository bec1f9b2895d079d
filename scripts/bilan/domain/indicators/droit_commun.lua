-- SPDX-License-Identifier: MPL-2.0
-- Mobilisation of ordinary policy, on one row a funder. Source: domain dossier 3.6.3 and 3.6.4.
-- A share has no meaning without its perimeter: each stands under its own id and label, and they are never averaged.

local specific = { "spécifique politique de la ville" }
local ordinary = { "droit commun", "droit commun renforcé QPV" }

--- The amount of a line: what was realised, else what was foreseen or granted.
local function amount(f)
  return f.montant_realise:known_or(f.montant_prevu):known_or(f.montant_accorde)
end

local unknowns = { fr = "les lignes sans montant ou sans nature ne sont pas ajoutées et sont comptées",
  en = "lines without an amount or a nature are not added, and are counted" }

--- Share of ordinary policy where the natures of `extra` stand beside it.
local function share(id, perimeter, extra)
  local natures = { ordinary[1], ordinary[2] }
  for _, nature in ipairs(extra) do natures[#natures + 1] = nature end
  local all = { specific[1] }
  for _, nature in ipairs(natures) do all[#all + 1] = nature end
  return { id = id, dataset = "financement", unit = "rate",
    label = { fr = "Part du droit commun, " .. perimeter.fr, en = "Share of ordinary policy, " .. perimeter.en },
    formula = { fr = "droit commun / (droit commun + spécifique), " .. perimeter.fr,
      en = "ordinary / (ordinary + specific), " .. perimeter.en },
    unknowns = unknowns,
    measure = function(f, bilan)
      return bilan.ratio(amount(f) * f.nature_credit:one_of(natures), amount(f),
        { where = f.nature_credit:one_of(all) })
    end }
end

return {
  share("DC01_P1", { fr = "P1 : programmation, crédits publics", en = "P1: programming, public credits" }, {}),
  share("DC01_P2", { fr = "P2 : P1, fonds européens et privés", en = "P2: P1, European and private funds" },
    { "européen", "privé" }),
  share("DC01_P3", { fr = "P3 : P1 et moyens valorisés", en = "P3: P1 and valued means" },
    { "valorisation (temps, locaux)" }),
  { id = "DC02", dataset = "financement", unit = "number",
    label = { fr = "Effet levier", en = "Leverage" },
    formula = { fr = "financements autres que P147 / P147, hors valorisation", en = "funding other than P147 / P147" },
    unknowns = unknowns,
    note = { fr = "x euros pour un euro de P147", en = "x euros for one euro of P147" },
    measure = function(f, bilan)
      return bilan.ratio(amount(f) * f.financeur:ne("p147"), amount(f) * f.financeur:eq("p147"),
        { where = f.nature_credit:ne("valorisation (temps, locaux)"), unit = "number" })
    end },
  { id = "DC06", dataset = "financement", unit = "rate",
    label = { fr = "Accès des habitants des QPV au droit commun", en = "Access of QPV residents to ordinary policy" },
    formula = { fr = "habitants des QPV / public du dispositif", en = "QPV residents / public of the scheme" },
    unknowns = { fr = "lignes où les deux termes sont connus", en = "rows where both terms are known" },
    measure = function(f, bilan) return bilan.ratio(f.benef_qpv, f.benef_total) end },
}
