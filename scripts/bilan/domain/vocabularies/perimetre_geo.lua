-- SPDX-License-Identifier: MPL-2.0
-- Perimeter of a cité de l'emploi. Source: domain dossier 3.7.2.
return {
  id = "perimetre_geo",
  terms = {
    { id = "quartier(s)", label = { fr = "quartier(s)", en = "quarter(s)" },
      spellings = { "quartier", "quartiers", "QPV", "un quartier", "plusieurs quartiers" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "communal", "ville", "communes" } },
    { id = "EPCI", label = { fr = "EPCI", en = "inter-municipal body" },
      spellings = { "agglomération", "métropole", "intercommunal", "intercommunalité" } },
    { id = "département", label = { fr = "département", en = "department" },
      spellings = { "départemental" } },
  },
}
