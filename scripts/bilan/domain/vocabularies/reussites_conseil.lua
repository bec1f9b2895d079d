-- SPDX-License-Identifier: MPL-2.0
-- What citizens' councils succeeded in. Source: domain dossier 3.3.4.
return {
  id = "reussites_conseil", open = true,
  terms = {
    { id = "implication dans les instances et avec les partenaires", label = { fr = "implication dans les instances et avec les partenaires", en = "involved in bodies and with partners" },
      spellings = { "implication dans les instances", "instances et partenaires", "implication instances", "instances", "partenaires" } },
    { id = "animation du quartier", label = { fr = "animation du quartier", en = "life of the quarter" },
      spellings = { "animation", "animation de quartier", "animation de la vie du quartier" } },
    { id = "relais de la parole des habitants", label = { fr = "relais de la parole des habitants", en = "relaying the residents" },
      spellings = { "relais de la parole", "relais", "parole des habitants", "relais de parole des habitants" } },
    { id = "lien habitants-institutions", label = { fr = "lien habitants-institutions", en = "link between residents and institutions" },
      spellings = { "lien habitants / institutions", "lien habitants", "lien avec les institutions", "lien habitants institutions" } },
  },
}
