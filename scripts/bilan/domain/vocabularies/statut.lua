-- SPDX-License-Identifier: MPL-2.0
-- Status of an action. Source: domain dossier 2.3.
return {
  id = "statut",
  terms = {
    { id = "déposée", label = { fr = "déposée", en = "submitted" }, spellings = { "déposé", "dépôt" } },
    { id = "recevable", label = { fr = "recevable", en = "admissible" } },
    { id = "retenue", label = { fr = "retenue", en = "selected" },
      spellings = { "retenu", "accordée", "accordé", "acceptée", "accepté", "favorable", "avis favorable", "validée",
        "validé", "financée", "financé", "programmée", "oui" } },
    { id = "ajournée", label = { fr = "ajournée", en = "postponed by the committee" }, spellings = { "ajourné" } },
    { id = "refusée", label = { fr = "refusée", en = "refused" },
      spellings = { "refusé", "refus", "rejetée", "rejeté", "défavorable", "avis défavorable", "non retenue",
        "non retenu", "non recevable", "irrecevable", "non" } },
    { id = "abandonnée", label = { fr = "abandonnée", en = "given up" },
      spellings = { "abandonné", "abandon", "désistement" } },
    { id = "réalisée", label = { fr = "réalisée", en = "carried out" },
      spellings = { "réalisé", "action réalisée", "terminée", "terminé", "faite", "achevée" } },
    { id = "partiellement réalisée", label = { fr = "partiellement réalisée", en = "partly carried out" },
      spellings = { "partiellement réalisé", "réalisée partiellement", "partielle", "réalisé partiellement",
        "réalisée en partie", "réalisé en partie", "partiellement", "réalisation partielle" } },
    { id = "reportée", label = { fr = "reportée", en = "put off" }, spellings = { "reporté", "report" } },
    { id = "annulée", label = { fr = "annulée", en = "cancelled" }, spellings = { "annulé", "annulation" } },
  },
}
