-- SPDX-License-Identifier: MPL-2.0
-- How alive a citizens' council is, the most alive first. Source: domain dossier 3.3.2.
return {
  id = "etat_conseil",
  terms = {
    { id = "actif", label = { fr = "actif", en = "active" },
      spellings = { "active", "en activité", "dynamique", "actifs", "fonctionne" } },
    { id = "actif mais essoufflé", label = { fr = "actif mais essoufflé", en = "active but weary" },
      spellings = { "essoufflé", "essoufflement", "actif essoufflé", "en perte de vitesse", "actif, essoufflé",
        "actif mais en essoufflement" } },
    { id = "en sommeil", label = { fr = "en sommeil", en = "dormant" },
      spellings = { "sommeil", "en veille", "mis en sommeil" } },
    { id = "inactif", label = { fr = "inactif", en = "inactive" },
      spellings = { "inactive", "plus actif", "non actif", "plus d'activité" } },
    { id = "dissous", label = { fr = "dissous", en = "dissolved" },
      spellings = { "dissolution", "dissoute", "dissout" } },
    { id = "fusionné ou transformé", label = { fr = "fusionné ou transformé", en = "merged or changed" },
      spellings = { "fusionné", "transformé", "fusion", "fusionnés", "transformé en association" } },
    { id = "jamais installé", label = { fr = "jamais installé", en = "never set up" },
      spellings = { "non installé", "pas installé", "jamais mis en place" } },
    { id = "non précisé", label = { fr = "non précisé", en = "not stated" },
      spellings = { "non précisée" } },
  },
}
