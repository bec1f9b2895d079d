-- SPDX-License-Identifier: MPL-2.0
-- Women and men of one row, for every share of women: a row counts where both are known. Where only one is, it is as the
-- other says: unknown, or « sans objet », which leaves the rate. Source: domain dossier 2.2, 2.5.1 and 3.1.4 (BIE12).
local sexes = {}

--- True on rows that know both.
function sexes.are_known(f, bilan) return bilan.all { f.benef_f:known(), f.benef_h:known() } end

--- Expression: women + men, where both are known; `sans objet` beside a number is no zero.
function sexes.together(bilan, women, men)
  return bilan.when(bilan.all { women:known(), men:known() }, women + men, bilan.when(women:known(), men, women))
end

--- The same of the public of an action.
function sexes.everybody(f, bilan) return sexes.together(bilan, f.benef_f, f.benef_h) end

--- Measure of the share of women, for groups of rows.
function sexes.share_of_women(f, bilan) return bilan.ratio(f.benef_f, sexes.everybody(f, bilan)) end

--- The same over the rows where a condition holds.
function sexes.share_of_women_where(f, bilan, condition)
  return bilan.ratio(f.benef_f, sexes.everybody(f, bilan), { where = condition })
end

return sexes
