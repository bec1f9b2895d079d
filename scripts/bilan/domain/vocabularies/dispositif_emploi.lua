-- SPDX-License-Identifier: MPL-2.0
-- Ordinary-policy employment schemes. Source: domain dossier 3.4.6, EMP15.
return {
  id = "dispositif_emploi", open = true,
  terms = {
    { id = "PEC", label = { fr = "PEC", en = "PEC" }, spellings = { "parcours emploi compétences" } },
    { id = "emplois francs", label = { fr = "emplois francs", en = "emplois francs" },
      spellings = { "emploi franc" } },
    { id = "CEJ", label = { fr = "CEJ", en = "CEJ" },
      spellings = { "contrat d'engagement jeune", "garantie jeunes" } },
    { id = "IAE", label = { fr = "IAE", en = "IAE" },
      spellings = { "insertion par l'activité économique", "SIAE", "ACI" } },
    { id = "formation", label = { fr = "formation", en = "training" }, spellings = { "formation professionnelle" } },
    { id = "PLIE", label = { fr = "PLIE", en = "PLIE" } },
  },
}
