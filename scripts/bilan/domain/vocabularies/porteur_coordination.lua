-- SPDX-License-Identifier: MPL-2.0
-- Who employs the coordinator. Source: domain dossier 3.7.2.
return {
  id = "porteur_coordination",
  terms = {
    { id = "EPCI", label = { fr = "EPCI", en = "inter-municipal body" },
      spellings = { "agglomération", "métropole", "communauté d'agglomération", "intercommunalité" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "ville", "mairie" } },
    { id = "État", label = { fr = "État", en = "State" },
      spellings = { "préfecture", "DDETS", "DEETS", "services de l'État" } },
    { id = "MDE/PLIE", label = { fr = "MDE/PLIE", en = "MDE/PLIE" },
      spellings = { "MDE", "PLIE", "maison de l'emploi", "maison de l'emploi / PLIE", "MDE - PLIE" } },
    { id = "mission locale", label = { fr = "mission locale", en = "mission locale" },
      spellings = { "ML" } },
    { id = "association", label = { fr = "association", en = "association" },
      spellings = { "asso", "associations" } },
    { id = "GIP", label = { fr = "GIP", en = "public interest group" },
      spellings = { "groupement d'intérêt public" } },
    { id = "autre", label = { fr = "autre", en = "other" },
      spellings = { "autres" } },
  },
}
