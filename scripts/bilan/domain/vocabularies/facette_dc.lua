-- SPDX-License-Identifier: MPL-2.0
-- Five facets of a good mobilisation of ordinary policy. Source: domain dossier 3.6.1.
return {
  id = "facette_dc",
  terms = {
    { id = "crédits", label = { fr = "crédits", en = "credits" },
      spellings = { "crédit", "des cofinancements systématiques", "[CRÉDITS]" } },
    { id = "acteurs", label = { fr = "acteurs", en = "actors" },
      spellings = { "acteur", "[ACTEURS]" } },
    { id = "stratégie", label = { fr = "stratégie", en = "strategy" },
      spellings = { "stratégies", "[STRATÉGIE]" } },
    { id = "porteurs", label = { fr = "porteurs", en = "holders" },
      spellings = { "porteur", "[PORTEURS]" } },
    { id = "publics", label = { fr = "publics", en = "publics" },
      spellings = { "public", "[PUBLICS]" } },
  },
}
