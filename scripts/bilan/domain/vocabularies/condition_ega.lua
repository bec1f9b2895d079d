-- SPDX-License-Identifier: MPL-2.0
-- Equality conditions. Source: domain dossier 3.1.3.
return {
  id = "condition_ega",
  terms = {
    { id = "aucune", label = { fr = "aucune", en = "none" }, spellings = { "non", "néant" } },
    { id = "recommandation", label = { fr = "recommandation", en = "recommendation" } },
    { id = "engagement du porteur", label = { fr = "engagement du porteur", en = "commitment of the holder" },
      spellings = { "engagement" } },
    { id = "condition de versement", label = { fr = "condition de versement", en = "condition of payment" },
      spellings = { "condition" } },
    { id = "minoration", label = { fr = "minoration", en = "reduction" } },
    { id = "refus motivé", label = { fr = "refus motivé", en = "reasoned refusal" }, spellings = { "refus" } },
    { id = "bonification", label = { fr = "bonification", en = "bonus" }, spellings = { "bonus" } },
  },
}
