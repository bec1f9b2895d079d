-- SPDX-License-Identifier: MPL-2.0
-- Bodies of a contract where a council sits. Source: domain dossier 3.3.2.
return {
  id = "instances", open = true,
  terms = {
    { id = "comité de pilotage", label = { fr = "comité de pilotage", en = "steering committee" },
      spellings = { "COPIL", "copil", "comités de pilotage" } },
    { id = "comité technique", label = { fr = "comité technique", en = "technical committee" },
      spellings = { "COTECH", "cotech", "CT", "comités techniques" } },
    { id = "comité des financeurs / programmation", label = { fr = "comité des financeurs / programmation", en = "committee of the funders" },
      spellings = { "comité des financeurs", "programmation", "comité de programmation", "financeurs",
        "comité financeurs" } },
    { id = "NPNRU", label = { fr = "NPNRU", en = "urban renewal" },
      spellings = { "ANRU", "PNRU", "renouvellement urbain" } },
    { id = "GUSP", label = { fr = "GUSP", en = "local management" },
      spellings = { "gestion urbaine et sociale de proximité", "GUP" } },
    { id = "évaluation", label = { fr = "évaluation", en = "evaluation" },
      spellings = { "comité d'évaluation", "instances d'évaluation" } },
    { id = "aucune", label = { fr = "aucune", en = "none" },
      spellings = { "aucun", "non", "ne siège pas", "aucune instance", "pas de participation" } },
    { id = "conseil municipal", label = { fr = "conseil municipal", en = "municipal council" },
      spellings = { "CM" } },
  },
}
