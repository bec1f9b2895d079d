-- SPDX-License-Identifier: MPL-2.0
-- Who carries a citizens' council. Source: domain dossier 3.3.2.
return {
  id = "portage_conseil",
  terms = {
    { id = "association propre", label = { fr = "association propre", en = "association of its own" },
      spellings = { "association", "association dédiée", "association loi 1901", "asso", "en association",
        "association du conseil citoyen" } },
    { id = "structure porteuse", label = { fr = "structure porteuse (centre social, association)", en = "another structure" },
      spellings = { "centre social", "structure porteuse (centre social)",
        "structure porteuse (association)", "centre social (structure porteuse)",
        "association (structure porteuse)", "portage par un centre social", "portage associatif" } },
    { id = "collectivité", label = { fr = "collectivité", en = "local authority" },
      spellings = { "commune", "ville", "EPCI", "mairie", "portage par la collectivité", "agglomération" } },
    { id = "informel", label = { fr = "informel", en = "informal" },
      spellings = { "aucun", "collectif informel", "sans statut", "pas de portage", "groupe informel" } },
  },
}
