-- SPDX-License-Identifier: MPL-2.0
-- Kind of request. Source: domain dossier 2.3.
return {
  id = "recurrence",
  terms = {
    { id = "première demande", label = { fr = "première demande", en = "first request" },
      spellings = { "nouvelle action", "nouvelle", "nouveau", "N", "1ère demande", "1re demande", "premiere demande",
        "création", "première", "première fois",
        "nouvelle action : oui", "reconduction : non", "renouvellement : non" } }, -- under such a header
    { id = "renouvellement", label = { fr = "renouvellement", en = "renewal" },
      spellings = { "reconduction", "R", "reconduite", "renouvelée", "renouvelé", "reconduite à l'identique",
        "renouvellement d'action",
        "reconduction : oui", "renouvellement : oui", "nouvelle action : non", "première demande : non" } },
    { id = "CPO (pluriannuelle)", label = { fr = "CPO (pluriannuelle)", en = "multi-year agreement" },
      spellings = { "CPO", "CPO …", "pluriannuelle", "pluriannuel", "pluriannualité", "convention pluriannuelle",
        "convention pluriannuelle d'objectifs", "pluriannualité : oui" } },
  },
}
