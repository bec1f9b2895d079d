-- SPDX-License-Identifier: MPL-2.0
-- What citizens' councils struggled with. Source: domain dossier 3.3.4.
return {
  id = "difficultes_conseil", open = true,
  terms = {
    { id = "mobilisation des membres dans la durée", label = { fr = "mobilisation des membres dans la durée", en = "keeping members mobilised" },
      spellings = { "mobilisation", "mobilisation des membres", "maintien de la mobilisation", "essoufflement" } },
    { id = "Covid", label = { fr = "Covid", en = "Covid" },
      spellings = { "covid-19", "crise sanitaire", "crise covid", "covid 19" } },
    { id = "définition initiale peu claire", label = { fr = "définition initiale peu claire", en = "unclear definition at the start" },
      spellings = { "définition", "définition initiale", "cadre peu clair", "définition peu claire", "manque de clarté", "rôle peu clair" } },
    { id = "déception, absence d'effets", label = { fr = "déception, absence d'effets", en = "disappointment, no effect" },
      spellings = { "déception", "absence d'effet", "absence d'effets" } },
    { id = "illégitimité", label = { fr = "illégitimité", en = "illegitimacy" },
      spellings = { "manque de légitimité", "légitimité", "problème de légitimité" } },
    { id = "manque de visibilité", label = { fr = "manque de visibilité", en = "lack of visibility" },
      spellings = { "visibilité" } },
    { id = "conflits", label = { fr = "conflits", en = "conflicts" },
      spellings = { "conflit", "conflits internes", "manque de soutien, conflits" } },
  },
}
