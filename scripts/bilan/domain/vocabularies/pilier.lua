-- SPDX-License-Identifier: MPL-2.0
-- Pillars of the contracts. Source: domain dossier 2.4. Keyed on the label, never on the number.
-- Open: the 2024-2030 contracts have their own axes, kept as written.
return {
  id = "pilier", open = true,
  terms = {
    { id = "cohesion_sociale", label = { fr = "Cohésion sociale", en = "Social cohesion" },
      spellings = { "pilier cohésion sociale", "cohésion", "axe cohésion sociale", "volet cohésion sociale" } },
    { id = "cadre_de_vie", label = { fr = "Renouvellement urbain et cadre de vie", en = "Urban renewal and living environment" },
      spellings = { "cadre de vie", "cadre de vie et renouvellement urbain", "renouvellement urbain",
        "pilier cadre de vie", "cadre de vie - renouvellement urbain", "cadre de vie et rénovation urbaine" } },
    { id = "emploi", label = { fr = "Développement économique et emploi", en = "Economic development and employment" },
      spellings = { "emploi", "développement économique", "emploi et développement économique", "pilier emploi",
        "développement de l'activité économique et de l'emploi", "emploi et insertion", "emploi - insertion",
        "emploi insertion", "développement économique emploi", "insertion professionnelle",
        "développement économique et l'emploi", "emploi / développement économique",
        "développement économique, emploi", "dév éco et emploi", "dév éco emploi", "dév éco", "dev eco / emploi" } },
    { id = "valeurs", label = { fr = "Valeurs de la République et citoyenneté", en = "Values of the Republic and citizenship" },
      spellings = { "valeurs", "valeurs de la république", "citoyenneté",
        "laïcité, valeurs de la république et lutte contre les discriminations",
        "valeurs de la république et de la citoyenneté" } },
    { id = "transversal", label = { fr = "Transversal", en = "Cross-cutting" },
      spellings = { "axe transversal", "axes transversaux", "transverse", "transversalité" } },
    { id = "ingenierie", label = { fr = "Ingénierie et pilotage", en = "Engineering and steering" },
      spellings = { "ingénierie", "pilotage", "équipe projet", "pilotage et ingénierie",
        "ingénierie et pilotage du contrat" } },
    { id = "autre", label = { fr = "Autre", en = "Other" }, spellings = { "autres" } },
  },
}
