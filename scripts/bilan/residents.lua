-- SPDX-License-Identifier: MPL-2.0
-- Where beneficiaries live, for every rate of QPV residents: one denominator in all reports, so that no two sheets disagree.
-- Source: domain dossier 3.4.6 (EMP02).
local residents = {}

--- People in pockets of poverty: none where no file asks for them or the cell is left blank; unknown where it says so.
local function pockets(f, bilan)
  return bilan.when(f.benef_poche:in_state { "abs", "vide", "so" }, 0, f.benef_poche)
end

--- What is taken for given where no file asks who lives elsewhere.
residents.ALL_OTHERS_OUTSIDE = { field = "benef_hors_qpv", words = {
  fr = "hors QPV non demandé par le fichier : le reste du public", en = "people outside not asked for: the rest of the public" } }

residents.FORMULA = {
  fr = "habitants des QPV / (QPV + hors QPV + poches de pauvreté) ; hors QPV non demandé par le fichier : / total des bénéficiaires",
  en = "QPV residents / (QPV + outside + poverty pockets); where no file asks for those outside: / total of beneficiaries" }

residents.UNKNOWNS = {
  fr = "une résidence inconnue sort la ligne du taux ; des poches laissées vides ou non demandées comptent zéro",
  en = "an unknown residence takes the row out of the rate; pockets left blank or not asked for count 0" }

--- Expression: people whose residence is known, QPV + outside + pockets of poverty. Where no file asks for those outside, all
--- others live there; where it asks and nobody answered, the row leaves the rate.
function residents.known(f, bilan)
  return bilan.when(f.benef_hors_qpv:in_state { "abs" }, f.benef_total, f.benef_qpv + f.benef_hors_qpv + pockets(f, bilan))
end

--- Measure of EMP02, for groups of rows.
function residents.share(f, bilan)
  return bilan.ratio(f.benef_qpv, residents.known(f, bilan))
end

return residents
