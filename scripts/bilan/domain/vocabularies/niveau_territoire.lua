-- SPDX-License-Identifier: MPL-2.0
-- Geographic levels that are compared. Source: domain dossier 3.11.
return {
  id = "niveau_territoire",
  terms = {
    { id = "QPV", label = { fr = "QPV", en = "quarter" },
      spellings = { "quartier", "QP", "quartier prioritaire" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "ville" } },
    { id = "EPCI", label = { fr = "EPCI", en = "inter-municipal body" },
      spellings = { "intercommunalité", "agglomération", "métropole" } },
    { id = "unité urbaine", label = { fr = "unité urbaine", en = "urban unit" },
      spellings = { "UU" } },
    { id = "département", label = { fr = "département", en = "department" },
      spellings = { "dép." } },
    { id = "région", label = { fr = "région", en = "region" } },
    { id = "France", label = { fr = "France", en = "France" },
      spellings = { "France métropolitaine", "national" } },
  },
}
