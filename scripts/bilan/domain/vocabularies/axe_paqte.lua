-- SPDX-License-Identifier: MPL-2.0
-- Axes of the PaQte, national then local names. Source: domain dossier 3.8.1.
return {
  id = "axe_paqte",
  terms = {
    { id = "sensibiliser", label = { fr = "Sensibiliser", en = "Raise awareness" },
      spellings = { "découverte des métiers", "la découverte des métiers", "1", "axe 1",
        "1 - la découverte des métiers" } },
    { id = "former", label = { fr = "Former", en = "Train" },
      spellings = { "la formation", "formation", "2", "axe 2", "2 - la formation" } },
    { id = "recruter", label = { fr = "Recruter", en = "Hire" },
      spellings = { "le recrutement", "recrutement", "3", "axe 3", "3 - le recrutement" } },
    { id = "acheter", label = { fr = "Acheter", en = "Buy" },
      spellings = { "les achats responsables", "achats responsables", "achats", "4", "axe 4",
        "4 - les achats responsables" } },
  },
}
