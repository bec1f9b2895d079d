-- SPDX-License-Identifier: MPL-2.0
-- The gender marker of the BIE. Source: domain dossier 3.1. Not scored is a fourth state and is not G0.
return {
  id = "cotation_bie",
  terms = {
    { id = "G0", label = { fr = "G0 : égalité non prise en compte", en = "G0: equality not taken into account" },
      spellings = { "0", "score 0", "G 0", "G-0", "non ciblé", "cotation 0", "niveau 0" } },
    { id = "G1", label = { fr = "G1 : égalité objectif secondaire", en = "G1: equality a significant objective" },
      spellings = { "1", "score 1", "G 1", "G-1", "significatif", "secondaire", "objectif secondaire", "cotation 1",
        "niveau 1" } },
    { id = "G2", label = { fr = "G2 : égalité objectif principal", en = "G2: equality the principal objective" },
      spellings = { "2", "score 2", "G 2", "G-2", "principal", "objectif principal", "cotation 2", "niveau 2" } },
    { id = "non_cote", label = { fr = "non coté", en = "not scored" },
      spellings = { "non coté", "non cotée", "non cote", "pas de cotation", "à coter" } },
  },
}
