-- SPDX-License-Identifier: MPL-2.0
-- Publics of an offer of services. Source: domain dossier 3.5.
return {
  id = "public_offre",
  terms = {
    { id = "habitants", label = { fr = "habitants", en = "residents" },
      spellings = { "habitant", "habitants des QPV" } },
    { id = "jeunes", label = { fr = "jeunes", en = "young people" },
      spellings = { "jeune", "16-25 ans", "jeunes 16-25 ans" } },
    { id = "entreprises", label = { fr = "entreprises", en = "companies" },
      spellings = { "entreprise", "employeurs" } },
    { id = "créateurs", label = { fr = "créateurs", en = "founders" },
      spellings = { "créateurs d'entreprise", "créateurs d'entreprises", "porteurs de projet" } },
    { id = "professionnels", label = { fr = "professionnels", en = "professionals" },
      spellings = { "professionnel" } },
  },
}
