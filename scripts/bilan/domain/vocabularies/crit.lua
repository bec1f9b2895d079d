-- SPDX-License-Identifier: MPL-2.0
-- Answers to a criterion of a grid; « sans objet » and « nc » are states. Source: domain dossier 3.1.3.
return {
  id = "crit",
  terms = {
    { id = "oui", label = { fr = "oui", en = "yes" },
      spellings = { "o", "x", "1", "yes" } },
    { id = "partiel", label = { fr = "partiel", en = "partly" },
      spellings = { "partiellement", "en partie", "partielle", "+/-" } },
    { id = "non", label = { fr = "non", en = "no" },
      spellings = { "n", "0", "no" } },
  },
}
