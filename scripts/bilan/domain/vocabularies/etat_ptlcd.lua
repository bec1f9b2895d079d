-- SPDX-License-Identifier: MPL-2.0
-- Where a territorial plan against discrimination stands. Source: domain dossier 3.2.2.
return {
  id = "etat_ptlcd",
  terms = {
    { id = "inexistant", label = { fr = "inexistant", en = "none" },
      spellings = { "aucun", "inexistante", "non" } },
    { id = "en réflexion", label = { fr = "en réflexion", en = "being thought of" },
      spellings = { "réflexion" } },
    { id = "diagnostic en cours", label = { fr = "diagnostic en cours", en = "diagnosis under way" } },
    { id = "diagnostic réalisé, sans suite", label = { fr = "diagnostic réalisé, sans suite", en = "diagnosis without follow-up" },
      spellings = { "diagnostic sans suite", "diagnostic réalisé" } },
    { id = "plan adopté", label = { fr = "plan adopté", en = "plan adopted" },
      spellings = { "adopté" } },
    { id = "plan en cours", label = { fr = "plan en cours", en = "plan under way" },
      spellings = { "en cours" } },
    { id = "plan évalué", label = { fr = "plan évalué", en = "plan evaluated" },
      spellings = { "évalué" } },
    { id = "abandonné", label = { fr = "abandonné", en = "given up" },
      spellings = { "abandon" } },
  },
}
