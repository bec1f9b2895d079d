-- SPDX-License-Identifier: MPL-2.0
-- Scale of a citizens' council. Source: domain dossier 3.3.2.
return {
  id = "echelle_conseil",
  terms = {
    { id = "un QPV", label = { fr = "un QPV", en = "one quarter" },
      spellings = { "QPV", "quartier", "1 QPV", "un quartier", "mono-QPV", "1 quartier" } },
    { id = "plusieurs QPV", label = { fr = "plusieurs QPV", en = "several quarters" },
      spellings = { "multi-QPV", "inter-quartiers", "plusieurs quartiers", "interquartiers", "multi-quartiers",
        "2 QPV", "3 QPV" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "communal", "communale", "ville" } },
    { id = "intercommunal", label = { fr = "intercommunal", en = "inter-municipal" },
      spellings = { "intercommunale", "intercommunalité", "EPCI", "agglomération" } },
  },
}
