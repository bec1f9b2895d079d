-- SPDX-License-Identifier: MPL-2.0
-- Kinds of innovation of the cités. Source: domain dossier 3.7.2.
return {
  id = "type_innovation",
  terms = {
    { id = "création d'une offre physique", label = { fr = "création d'une offre physique", en = "a place" },
      spellings = { "offre physique" } },
    { id = "création d'une offre d'accompagnement ou de formation", label = { fr = "création d'une offre d'accompagnement ou de formation", en = "an offer of support or training" },
      spellings = { "offre d'accompagnement ou de formation", "création d'une offre d'accompagnement",
        "offre d'accompagnement" } },
    { id = "ajustement du droit commun", label = { fr = "ajustement du droit commun", en = "ordinary policy adjusted" },
      spellings = { "ajustement" } },
    { id = "changement des pratiques", label = { fr = "changement des pratiques", en = "other practices" },
      spellings = { "changement de pratiques" } },
    { id = "élargissement des interactions", label = { fr = "élargissement des interactions", en = "more interactions" },
      spellings = { "élargissement" } },
    { id = "repérage, mobilisation des habitants, lien de confiance", label = { fr = "repérage, mobilisation des habitants, lien de confiance", en = "residents found and mobilised" },
      spellings = { "repérage", "mobilisation des habitants", "lien de confiance",
        "repérage et mobilisation des habitants" } },
  },
}
