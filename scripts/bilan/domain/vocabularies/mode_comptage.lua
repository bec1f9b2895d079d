-- SPDX-License-Identifier: MPL-2.0
-- How beneficiaries are counted. Source: domain dossier 2.3.
return {
  id = "mode_comptage",
  terms = {
    { id = "personnes uniques", label = { fr = "personnes uniques", en = "distinct persons" },
      spellings = { "personnes", "personnes distinctes", "individus", "file active" } },
    { id = "participations", label = { fr = "participations", en = "participations" },
      spellings = { "participation", "participants cumulés" } },
    { id = "passages", label = { fr = "passages", en = "visits" }, spellings = { "passage", "fréquentation" } },
    { id = "foyers/familles", label = { fr = "foyers/familles", en = "households" },
      spellings = { "foyers", "familles", "ménages" } },
    { id = "estimation", label = { fr = "estimation", en = "estimate" }, spellings = { "estimé", "estimations" } },
    { id = "non précisé", label = { fr = "non précisé", en = "not stated" }, spellings = { "non renseigné" } },
  },
}
