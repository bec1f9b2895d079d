-- SPDX-License-Identifier: MPL-2.0
-- Who made an evaluation. Source: domain dossier 3.9.1.
return {
  id = "modalite_evaluation",
  terms = {
    { id = "interne", label = { fr = "interne", en = "internal" },
      spellings = { "en interne", "éval. interne", "évaluation interne", "régie", "int." } },
    { id = "externe", label = { fr = "externe", en = "external" },
      spellings = { "en externe", "éval. externe", "évaluation externe", "prestataire", "prestataire externe", "bureau d'études", "cabinet",
        "ext." } },
    { id = "mixte", label = { fr = "mixte", en = "mixed" },
      spellings = { "interne et externe", "interne/externe", "interne + externe", "évaluation mixte",
        "mixte (interne/externe)" } },
  },
}
