-- SPDX-License-Identifier: MPL-2.0
-- What a company signed. Source: domain dossier 3.8.2.
return {
  id = "engagement_paqte",
  terms = {
    { id = "charte", label = { fr = "charte", en = "charter" },
      spellings = { "charte entreprises et quartiers", "charte entreprises & quartiers" } },
    { id = "PaQte national", label = { fr = "PaQte national", en = "national PaQte" },
      spellings = { "national", "PACTE national" } },
    { id = "PaQte départemental", label = { fr = "PaQte départemental", en = "PaQte of the department" },
      spellings = { "départemental", "PaQte local", "PACTE départemental", "PACTE local" } },
    { id = "convention", label = { fr = "convention", en = "convention" } },
    { id = "intention", label = { fr = "intention", en = "intention" },
      spellings = { "lettre d'intention", "déclaration d'intention" } },
  },
}
