-- SPDX-License-Identifier: MPL-2.0
-- Schemes of programme 147. Source: domain dossier 2.3.
return {
  id = "dispositif",
  terms = {
    { id = "contrat de ville (AAP)", label = { fr = "contrat de ville (AAP)", en = "contrat de ville (call for projects)" },
      spellings = { "contrat de ville", "AAP", "CV", "CDV", "appel à projets", "AAP contrat de ville",
        "contrat de ville AAP", "appel à projets contrat de ville" } },
    { id = "PRE", label = { fr = "PRE", en = "PRE" },
      spellings = { "programme de réussite éducative", "réussite éducative" } },
    { id = "VVV", label = { fr = "VVV", en = "VVV" }, spellings = { "ville vie vacances" } },
    { id = "adultes-relais", label = { fr = "adultes-relais", en = "adultes-relais" },
      spellings = { "adulte-relais", "adultes relais", "adulte relais" } },
    { id = "FONJEP", label = { fr = "FONJEP", en = "FONJEP" }, spellings = { "poste fonjep", "postes fonjep" } },
    { id = "cité éducative", label = { fr = "cité éducative", en = "cité éducative" },
      spellings = { "cités éducatives" } },
    { id = "cité de l'emploi", label = { fr = "cité de l'emploi", en = "cité de l'emploi" },
      spellings = { "cités de l'emploi" } },
    { id = "autre", label = { fr = "autre", en = "other" }, spellings = { "autres" } },
  },
}
