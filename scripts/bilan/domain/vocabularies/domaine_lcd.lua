-- SPDX-License-Identifier: MPL-2.0
-- Domains of discrimination. Source: domain dossier 3.2.1.
return {
  id = "domaine_lcd",
  terms = {
    { id = "emploi", label = { fr = "emploi", en = "employment" },
      spellings = { "embauche", "carrière", "stage", "apprentissage" } },
    { id = "formation", label = { fr = "formation", en = "training" } },
    { id = "logement", label = { fr = "logement", en = "housing" } },
    { id = "education", label = { fr = "éducation", en = "education" },
      spellings = { "orientation scolaire", "école" } },
    { id = "sante", label = { fr = "santé", en = "health" } },
    { id = "protection_sociale", label = { fr = "protection sociale", en = "social protection" } },
    { id = "services_publics", label = { fr = "services publics", en = "public services" },
      spellings = { "service public" } },
    { id = "biens_services", label = { fr = "biens et services", en = "goods and services" },
      spellings = { "accès aux biens et services", "accès aux biens et aux services", "loisirs", "banque", "assurance",
        "commerce" } },
    { id = "police_justice", label = { fr = "police, justice", en = "police, justice" },
      spellings = { "police", "justice" } },
    { id = "sport_culture", label = { fr = "sport, culture", en = "sport, culture" },
      spellings = { "sport", "culture" } },
    { id = "espace_public", label = { fr = "espace public", en = "public space" } },
    { id = "vie_associative", label = { fr = "vie associative", en = "associations" } },
    { id = "transversal", label = { fr = "transversal", en = "cross-cutting" }, spellings = { "tous" } },
  },
}
