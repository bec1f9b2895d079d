-- SPDX-License-Identifier: MPL-2.0
-- What a report concludes. Source: domain dossier 3.9.1.
return {
  id = "conclusion",
  terms = {
    { id = "positif", label = { fr = "positif", en = "positive" },
      spellings = { "positive", "plutôt positif", "favorable", "bilan positif" } },
    { id = "mitigé", label = { fr = "mitigé", en = "mixed" },
      spellings = { "mitigée", "moyen", "contrasté", "nuancé", "bilan mitigé" } },
    { id = "non atteint", label = { fr = "non atteint", en = "not reached" },
      spellings = { "objectifs non atteints", "objectif non atteint", "non atteints", "non atteinte" } },
    { id = "négatif", label = { fr = "négatif", en = "negative" },
      spellings = { "négative", "plutôt négatif", "défavorable", "bilan négatif" } },
    { id = "sans conclusion", label = { fr = "sans conclusion", en = "no conclusion" },
      spellings = { "pas de conclusion", "aucune", "ne conclut pas", "aucune conclusion", "non conclusif" } },
  },
}
