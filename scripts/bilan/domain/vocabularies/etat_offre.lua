-- SPDX-License-Identifier: MPL-2.0
-- How far an offer is. Source: domain dossier 3.5.
return {
  id = "etat_offre",
  terms = {
    { id = "prévu", label = { fr = "prévu", en = "planned" },
      spellings = { "prévue", "à venir", "programmé", "programmée" } },
    { id = "en cours", label = { fr = "en cours", en = "under way" },
      spellings = { "démarré", "en cours de réalisation", "en cours de mise en œuvre" } },
    { id = "réalisé", label = { fr = "réalisé", en = "done" },
      spellings = { "réalisée", "terminé", "terminée", "fait", "achevé" } },
    { id = "abandonné", label = { fr = "abandonné", en = "given up" },
      spellings = { "abandonnée", "annulé", "annulée" } },
  },
}
