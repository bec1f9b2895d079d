-- SPDX-License-Identifier: MPL-2.0
-- What employment policies succeeded in. Source: domain dossier 3.4.8.
return {
  id = "reussites_emploi", open = true,
  terms = {
    { id = "coordination", label = { fr = "coordination", en = "coordination" },
      spellings = { "coordination des acteurs" } },
    { id = "mobilisation d'acteurs de droit commun", label = { fr = "mobilisation d'acteurs de droit commun", en = "ordinary actors mobilised" },
      spellings = { "mobilisation des acteurs de droit commun", "mobilisation du droit commun" } },
    { id = "aller-vers", label = { fr = "aller-vers", en = "outreach" },
      spellings = { "aller vers", "démarches aller-vers" } },
  },
}
