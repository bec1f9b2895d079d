-- SPDX-License-Identifier: MPL-2.0
-- What the state of a citizens' council says: is it there, is it alive? « Non précisé » and an empty cell say nothing. Source:
-- domain dossier 3.3.2 and 3.3.3 (CC01, CC02).
local conseils = {}

--- Is one of `terms` the state? Unknown where the state is; « non précisé » is not given, as an empty answer is.
local function is_one_of(f, bilan, terms)
  return bilan.when(f.etat:ne("non précisé"), f.etat:one_of(terms), bilan.state "nc"):eq(1)
end

--- Set up, and not dissolved. Where a file does not ask for the state, its councils are supposed to be.
function conseils.is_in_place(f, bilan)
  return bilan.any { f.etat:in_state { "abs" }, bilan.no(is_one_of(f, bilan, { "jamais installé", "dissous" })) }
end

--- Active, weary or not.
function conseils.is_alive(f, bilan)
  return is_one_of(f, bilan, { "actif", "actif mais essoufflé" })
end

return conseils
