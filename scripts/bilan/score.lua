-- SPDX-License-Identifier: MPL-2.0
-- Whose score counts on the gender marker: that of the committee, else of the examiner, row by row. « Sans objet » and « NC »
-- of the committee leave it to the examiner. Source: domain dossier 3.1.4.
local score = {}

local function is_one_of(bilan, field, wanted) return bilan.all { field:known(), field:one_of(wanted) } end

--- True on rows whose score is one of `wanted`; never unknown: a row without any score is in no such set.
function score.is(f, bilan, wanted)
  return bilan.any { is_one_of(bilan, f.cotation_finale, wanted),
    bilan.all { bilan.no(f.cotation_finale:known()), is_one_of(bilan, f.cotation_instructeur, wanted) } }
end

--- The score as a text, unknown where nobody scored: an empty cell is no « non coté ».
function score.final(f, bilan)
  return bilan.when(f.cotation_finale:known(), f.cotation_finale, f.cotation_instructeur)
end

return score
