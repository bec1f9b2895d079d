-- SPDX-License-Identifier: MPL-2.0
-- Scale of an offer of services. Source: domain dossier 3.5.
return {
  id = "echelle_offre",
  terms = {
    { id = "métropole", label = { fr = "métropole", en = "metropolitan area" },
      spellings = { "métropolitain", "métropolitaine", "agglomération", "EPCI", "intercommunal" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "communal", "ville" } },
    { id = "quartier", label = { fr = "quartier", en = "quarter" },
      spellings = { "QPV", "quartiers", "QP" } },
  },
}
