-- SPDX-License-Identifier: MPL-2.0
-- Who supports a citizens' council. Source: domain dossier 3.3.2.
return {
  id = "accompagnateur", open = true,
  terms = {
    { id = "centre social", label = { fr = "centre social", en = "community centre" },
      spellings = { "centres sociaux", "CS", "centre socioculturel" } },
    { id = "association d'éducation populaire", label = { fr = "association d'éducation populaire", en = "popular education association" },
      spellings = { "éducation populaire", "MJC", "ligue de l'enseignement", "association éducation populaire" } },
    { id = "bureau d'études", label = { fr = "bureau d'études", en = "consultancy" },
      spellings = { "BE", "bureau études", "cabinet", "consultant", "prestataire" } },
    { id = "collectivité", label = { fr = "collectivité", en = "local authority" },
      spellings = { "ville", "commune", "EPCI", "service politique de la ville", "mairie", "agglomération" } },
    { id = "délégué du préfet", label = { fr = "délégué du préfet", en = "delegate of the prefect" },
      spellings = { "déléguée du préfet", "délégués du préfet", "DP", "délégué·e du préfet" } },
    { id = "adulte-relais", label = { fr = "adulte-relais", en = "adulte-relais" },
      spellings = { "adulte relais", "adultes-relais", "médiateur adulte-relais" } },
    { id = "centre de ressources", label = { fr = "centre de ressources", en = "resource centre" },
      spellings = { "Labo Cités", "CRPV", "centre de ressource" } },
    { id = "autre", label = { fr = "autre", en = "other" },
      spellings = { "autres" } },
  },
}
