-- SPDX-License-Identifier: MPL-2.0
-- The three axes of the employment working group. Source: domain dossier 3.5.
return {
  id = "axe_strategique",
  terms = {
    { id = "1", label = { fr = "Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / chercheurs d'emploi", en = "Access to employment, companies and job seekers" },
      spellings = { "axe 1", "axe 1 - accès à l'emploi", "accès à l'emploi", "1 - accès à l'emploi" } },
    { id = "2", label = { fr = "Faciliter et accompagner la construction des parcours professionnels des habitants", en = "Career paths of residents" },
      spellings = { "axe 2", "parcours professionnels", "axe 2 - parcours professionnels",
        "2 - parcours professionnels" } },
    { id = "3", label = { fr = "Favoriser le développement économique des quartiers", en = "Economic development of the quarters" },
      spellings = { "axe 3", "développement économique des quartiers", "axe 3 - développement économique",
        "développement économique", "3 - développement économique" } },
  },
}
