-- SPDX-License-Identifier: MPL-2.0
-- How specific an anti-discrimination action is. « Caractère spécifique : oui » says it; « non » does not say which of the other
-- two it is, or none. Source: domain dossier 3.2.3.
return {
  id = "specificite_lcd",
  terms = {
    { id = "spécifique LCD", label = { fr = "spécifique LCD", en = "specific" },
      spellings = { "spécifique", "LCD", "action spécifique LCD : oui", "action spécifique : oui",
        "caractère spécifique LCD : oui", "caractère spécifique : oui" } },
    { id = "volet LCD d'une action", label = { fr = "volet LCD d'une action", en = "a part of an action" },
      spellings = { "volet LCD", "volet" } },
    { id = "vivre-ensemble sans objet LCD", label = { fr = "vivre-ensemble sans objet LCD", en = "living together, not LCD" },
      spellings = { "vivre-ensemble", "vivre ensemble" } },
  },
}
