-- SPDX-License-Identifier: MPL-2.0
-- Where beneficiaries live, for every rate of QPV residents: one denominator in all reports, so that no two sheets disagree.
-- Source: domain dossier 3.4.6 (EMP02).
local residents = {}

--- People in pockets of poverty: none where no file asks for them or the cell is left blank; unknown where it says so.
local function pockets(f, bilan)
  return bilan.when(f.benef_poche:in_state { "abs", "vide", "so" }, 0, f.benef_poche)
end

--- Expression: people whose residence is known, QPV + outside + pockets of poverty; failing that, all beneficiaries.
function residents.known(f, bilan)
  return (f.benef_qpv + f.benef_hors_qpv + pockets(f, bilan)):known_or(f.benef_total)
end

--- Measure of EMP02, for groups of rows.
function residents.share(f, bilan)
  return bilan.ratio(f.benef_qpv, residents.known(f, bilan))
end

return residents
