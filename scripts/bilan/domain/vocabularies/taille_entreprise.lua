-- SPDX-License-Identifier: MPL-2.0
-- Sizes of companies. Source: domain dossier 3.8.2.
return {
  id = "taille_entreprise",
  terms = {
    { id = "TPE", label = { fr = "TPE (moins de 10)", en = "very small (under 10)" },
      spellings = { "TPE (<10)", "< 10", "moins de 10", "0-9", "1-9", "moins de 10 salariés",
        "très petite entreprise", "microentreprise", "0 à 9", "1 à 9" } },
    { id = "PME", label = { fr = "PME (10-249)", en = "small and medium (10-249)" },
      spellings = { "10-249", "10 à 249", "10-250", "petite et moyenne entreprise", "10 à 249 salariés" } },
    { id = "ETI", label = { fr = "ETI (250-4 999)", en = "middle (250-4,999)" },
      spellings = { "250-4999", "250-4 999", "250 à 4 999", "250 à 4999", "entreprise de taille intermédiaire" } },
    { id = "GE", label = { fr = "GE (5 000 et plus)", en = "large (5,000 and more)" },
      spellings = { "GE (5 000+)", "5000+", "5 000+", "grande entreprise", "grand groupe", "5 000 et plus",
        "5000 et plus", "> 5000" } },
  },
}
