-- SPDX-License-Identifier: MPL-2.0
-- How often an offer is there. Source: domain dossier 3.5.
return {
  id = "periodicite",
  terms = {
    { id = "permanente", label = { fr = "permanente", en = "all the time" },
      spellings = { "permanent", "continu", "continue", "toute l'année" } },
    { id = "annuelle", label = { fr = "annuelle", en = "once a year" },
      spellings = { "annuel", "chaque année", "par an" } },
    { id = "ponctuelle", label = { fr = "ponctuelle", en = "now and then" },
      spellings = { "ponctuel", "occasionnelle", "une fois" } },
  },
}
