-- SPDX-License-Identifier: MPL-2.0
-- Whether somebody supports a citizens' council. « oui » alone does not say whether it still goes on. Source: domain
-- dossier 3.3.2.
return {
  id = "accompagnement",
  terms = {
    { id = "oui en cours", label = { fr = "oui en cours", en = "yes, still" },
      spellings = { "en cours", "oui, en cours", "oui (en cours)", "oui - en cours" } },
    { id = "oui terminé", label = { fr = "oui terminé", en = "yes, ended" },
      spellings = { "terminé", "oui, terminé", "oui (terminé)", "achevé", "oui - terminé", "oui, achevé",
        "oui, mais terminé", "oui mais terminé" } },
    { id = "oui", label = { fr = "oui (moment non précisé)", en = "yes (when is not said)" },
      spellings = { "o", "accompagné", "x", "yes" } },
    { id = "non", label = { fr = "non", en = "no" },
      spellings = { "aucun", "pas d'accompagnement", "n", "non accompagné", "sans accompagnement" } },
  },
}
