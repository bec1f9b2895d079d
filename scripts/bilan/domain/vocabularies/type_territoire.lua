-- SPDX-License-Identifier: MPL-2.0
-- Kinds of participants of territorial approaches. Source: domain dossier 3.10.
return {
  id = "type_territoire",
  terms = {
    { id = "PETR", label = { fr = "PETR", en = "PETR" },
      spellings = { "pôle d'équilibre territorial et rural" } },
    { id = "EPCI", label = { fr = "EPCI", en = "inter-municipal body" },
      spellings = { "CA", "CC", "CdC", "métropole", "communauté d'agglomération", "communauté de communes",
        "agglomération", "EPCI (CA)", "EPCI (CC)" } },
    { id = "commune", label = { fr = "commune", en = "municipality" },
      spellings = { "ville", "mairie" } },
    { id = "syndicat mixte", label = { fr = "syndicat mixte", en = "joint board" },
      spellings = { "syndicat" } },
    { id = "région", label = { fr = "région", en = "region" },
      spellings = { "conseil régional" } },
    { id = "MDE/PLIE", label = { fr = "MDE/PLIE", en = "MDE/PLIE" },
      spellings = { "MDE", "PLIE", "maison de l'emploi" } },
    { id = "association", label = { fr = "association", en = "association" },
      spellings = { "asso" } },
    { id = "entreprise", label = { fr = "entreprise", en = "company" },
      spellings = { "société" } },
    { id = "personne", label = { fr = "personne", en = "person" },
      spellings = { "particulier" } },
  },
}
