-- SPDX-License-Identifier: MPL-2.0
-- Lists that members are drawn from. Source: domain dossier 3.3.2.
return {
  id = "listes_tirage", open = true,
  terms = {
    { id = "liste électorale", label = { fr = "liste électorale", en = "electoral list" },
      spellings = { "listes électorales", "électorale" } },
    { id = "fichier bailleurs", label = { fr = "fichier bailleurs", en = "list of the landlords" },
      spellings = { "bailleurs", "fichiers bailleurs", "fichier des bailleurs", "fichiers des bailleurs", "bailleur", "listes des bailleurs",
        "fichier bailleur" } },
    { id = "abonnés EDF", label = { fr = "abonnés EDF", en = "electricity customers" },
      spellings = { "EDF", "fichier EDF", "abonnés électricité" } },
    { id = "abonnés à l'eau", label = { fr = "abonnés à l'eau", en = "water customers" },
      spellings = { "eau", "abonnés eau", "fichier eau", "abonnés de l'eau" } },
    { id = "volontaires", label = { fr = "volontaires", en = "volunteers" },
      spellings = { "liste de volontaires", "volontariat", "appel à volontaires" } },
    { id = "annuaire", label = { fr = "annuaire", en = "directory" },
      spellings = { "annuaire téléphonique", "annuaires" } },
    { id = "porte-à-porte", label = { fr = "porte-à-porte", en = "door to door" },
      spellings = { "porte à porte", "PAP" } },
    { id = "tirage de familles", label = { fr = "tirage de familles", en = "draw of families" },
      spellings = { "familles", "tirage de **familles**" } },
  },
}
