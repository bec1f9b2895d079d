-- SPDX-License-Identifier: MPL-2.0
-- Fields of public policy. Source: domain dossier 3.6.2. Open: the list ends with three dots there.
return {
  id = "champ_politique", open = true,
  terms = {
    { id = "emploi", label = { fr = "emploi", en = "employment" },
      spellings = { "insertion", "emploi et insertion" } },
    { id = "formation", label = { fr = "formation", en = "training" },
      spellings = { "formation professionnelle" } },
    { id = "éducation", label = { fr = "éducation", en = "education" },
      spellings = { "réussite éducative", "scolarité" } },
    { id = "santé", label = { fr = "santé", en = "health" } },
    { id = "logement", label = { fr = "logement", en = "housing" },
      spellings = { "habitat" } },
    { id = "sport", label = { fr = "sport", en = "sport" },
      spellings = { "sports" } },
    { id = "culture", label = { fr = "culture", en = "culture" } },
    { id = "prévention-sécurité", label = { fr = "prévention-sécurité", en = "prevention and safety" },
      spellings = { "prévention sécurité", "sécurité et prévention", "prévention", "tranquillité publique",
        "prévention et sécurité" } },
    { id = "mobilité", label = { fr = "mobilité", en = "mobility" },
      spellings = { "transport", "transports" } },
    { id = "numérique", label = { fr = "numérique", en = "digital" },
      spellings = { "inclusion numérique" } },
    { id = "parentalité", label = { fr = "parentalité", en = "parenthood" } },
    { id = "cadre de vie", label = { fr = "cadre de vie", en = "living environment" } },
  },
}
