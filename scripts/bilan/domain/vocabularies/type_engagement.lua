-- SPDX-License-Identifier: MPL-2.0
-- What happens to an ordinary scheme. Source: domain dossier 3.6.2.
return {
  id = "type_engagement",
  terms = {
    { id = "maintenu", label = { fr = "maintenu", en = "kept" },
      spellings = { "maintien", "maintenue" } },
    { id = "renforcé", label = { fr = "renforcé", en = "reinforced" },
      spellings = { "renforcement", "renforcée" } },
    { id = "adapté", label = { fr = "adapté", en = "adapted" },
      spellings = { "adaptation", "adaptée" } },
    { id = "territorialisé", label = { fr = "territorialisé", en = "made local" },
      spellings = { "territorialisation", "territorialisée" } },
    { id = "expérimenté", label = { fr = "expérimenté", en = "tried" },
      spellings = { "expérimentation", "expérimental", "expérimentée" } },
    { id = "pérennisé", label = { fr = "pérennisé", en = "made lasting" },
      spellings = { "pérennisation", "pérenne", "pérennisée" } },
    { id = "nouveau", label = { fr = "nouveau", en = "new" },
      spellings = { "création", "nouvelle", "nouvel engagement" } },
  },
}
