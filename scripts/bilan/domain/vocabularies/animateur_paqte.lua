-- SPDX-License-Identifier: MPL-2.0
-- Who leads the PaQte locally. Source: domain dossier 3.8.2.
return {
  id = "animateur_paqte",
  terms = {
    { id = "FACE", label = { fr = "FACE", en = "FACE" },
      spellings = { "fondation FACE", "fondation agir contre l'exclusion" } },
    { id = "Les entreprises pour la Cité", label = { fr = "Les entreprises pour la Cité", en = "Les entreprises pour la Cité" },
      spellings = { "LEPC", "entreprises pour la cité" } },
    { id = "CREPI", label = { fr = "CREPI", en = "CREPI" },
      spellings = { "crépi" } },
    { id = "autre", label = { fr = "autre", en = "other" },
      spellings = { "autres" } },
  },
}
