-- SPDX-License-Identifier: MPL-2.0
-- What employment policies struggled with. Source: domain dossier 3.4.8.
return {
  id = "difficultes_emploi", open = true,
  terms = {
    { id = "coordination", label = { fr = "coordination", en = "coordination" },
      spellings = { "coordination des acteurs" } },
    { id = "mobilisation des habitants", label = { fr = "mobilisation des habitants", en = "mobilising residents" },
      spellings = { "mobilisation du public", "mobilisation des publics" } },
    { id = "moyens", label = { fr = "moyens", en = "means" },
      spellings = { "manque de moyens", "moyens insuffisants" } },
    { id = "inadéquation", label = { fr = "inadéquation", en = "mismatch" },
      spellings = { "inadéquation offre / demande", "inadéquation des offres" } },
    { id = "acteurs économiques", label = { fr = "acteurs économiques", en = "economic actors" },
      spellings = { "mobilisation des acteurs économiques", "entreprises" } },
  },
}
