-- SPDX-License-Identifier: MPL-2.0
-- Who speaks in a line of the synthesis: three populations that are never added. Source: domain dossier 3.9.1.
return {
  id = "type_source",
  terms = {
    { id = "rapport", label = { fr = "Rapport d'évaluation", en = "Evaluation report" },
      spellings = { "extrait d'un rapport", "rapport d'évaluation", "rapport local", "évaluation locale" } },
    { id = "chef de projet", label = { fr = "Chef·fe de projet politique de la ville", en = "Project manager" },
      spellings = { "chef·fe de projet PV", "chef-fe de projet PV", "chef de projet PV", "chef·fe de projet", "chef-fe de projet",
        "cheffe de projet", "chef(fe) de projet", "chef/fe de projet", "chef de projet politique de la ville",
        "retour chef de projet", "chefs de projet", "CPPV" } },
    { id = "DDETS", label = { fr = "DDETS", en = "DDETS (State, department)" },
      spellings = { "DDETS-PP", "DDETSPP", "enquête DDETS", "DDCS", "services de l'État" } },
  },
}
