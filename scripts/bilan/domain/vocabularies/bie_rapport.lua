-- SPDX-License-Identifier: MPL-2.0
-- What a report says of gender budgeting. Source: domain dossier 3.9.1.
return {
  id = "bie_rapport",
  terms = {
    { id = "non évoqué", label = { fr = "non évoqué", en = "not spoken of" },
      spellings = { "non", "non évoquée", "absent", "non mentionné", "0" } },
    { id = "sensibilisation", label = { fr = "sensibilisation", en = "awareness" },
      spellings = { "sensibilisations", "sensibilisation des porteurs", "sensibilisation seulement",
        "sensibilisation des porteurs et instructeurs" } },
    { id = "mise en œuvre", label = { fr = "mise en œuvre", en = "put into practice" },
      spellings = { "mise en oeuvre", "mis en œuvre", "mis en oeuvre", "mise en œuvre effective", "appliqué" } },
  },
}
