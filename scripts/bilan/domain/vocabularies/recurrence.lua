-- SPDX-License-Identifier: MPL-2.0
-- Kind of request. Source: domain dossier 2.3.
return {
  id = "recurrence",
  terms = {
    { id = "première demande", label = { fr = "première demande", en = "first request" },
      spellings = { "nouvelle action", "nouvelle", "nouveau", "N", "1ère demande", "1re demande", "premiere demande",
        "création", "première" } },
    { id = "renouvellement", label = { fr = "renouvellement", en = "renewal" },
      spellings = { "reconduction", "R", "reconduite", "renouvelée", "renouvelé", "reconduite à l'identique" } },
    { id = "CPO (pluriannuelle)", label = { fr = "CPO (pluriannuelle)", en = "multi-year agreement" },
      spellings = { "CPO", "pluriannuelle", "pluriannuel", "convention pluriannuelle",
        "convention pluriannuelle d'objectifs" } },
  },
}
