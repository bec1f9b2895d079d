-- SPDX-License-Identifier: MPL-2.0
-- Where an ordinary scheme stands. Source: domain dossier 3.6.2, wording of 3.7.2.
return {
  id = "statut_dc",
  terms = {
    { id = "identifié, action en cours", label = { fr = "identifié, action en cours", en = "found, action under way" },
      spellings = { "action en cours", "en cours" } },
    { id = "identifié, action achevée, résultats faibles", label = { fr = "identifié, action achevée, résultats faibles", en = "found, action ended, weak results" },
      spellings = { "achevée, résultats faibles", "action achevée, résultats faibles", "résultats faibles" } },
    { id = "identifié, action achevée, résultats satisfaisants", label = { fr = "identifié, action achevée, résultats satisfaisants", en = "found, action ended, good results" },
      spellings = { "achevée, résultats satisfaisants", "action achevée, résultats satisfaisants",
        "résultats satisfaisants" } },
    -- Of the action of a funding plan (2.3): what was refused or given up is in no programming.
    { id = "retenue", label = { fr = "action retenue", en = "selected action" },
      spellings = { "retenu", "accordée", "accordé", "acceptée", "accepté", "validée", "validé", "programmée", "réalisée", "réalisé" } },
    { id = "ajournée", label = { fr = "action ajournée", en = "postponed action" }, spellings = { "ajourné" } },
    { id = "refusée", label = { fr = "action refusée", en = "refused action" },
      spellings = { "refusé", "refus", "rejetée", "rejeté", "non retenue", "non retenu" } },
    { id = "abandonnée", label = { fr = "action abandonnée", en = "action given up" },
      spellings = { "abandonné", "abandon", "désistement" } },
    { id = "annulée", label = { fr = "action annulée", en = "cancelled action" }, spellings = { "annulé", "annulation" } },
  },
}
