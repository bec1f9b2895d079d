-- SPDX-License-Identifier: MPL-2.0
-- Natures of credits. Source: domain dossier 3.6.2.
return {
  id = "nature_credit",
  terms = {
    { id = "spécifique politique de la ville", label = { fr = "spécifique politique de la ville", en = "specific" },
      spellings = { "spécifique", "crédits spécifiques", "crédit spécifique", "CS", "politique de la ville", "PV",
        "spécifique PV", "spécifiques", "crédits politique de la ville", "spécifique PDV", "CPV",
        "enveloppe politique de la ville" } },
    { id = "droit commun", label = { fr = "droit commun", en = "ordinary" },
      spellings = { "DC", "crédits de droit commun", "hors PV", "hors politique de la ville", "crédit de droit commun" } },
    { id = "droit commun renforcé QPV", label = { fr = "droit commun renforcé QPV", en = "ordinary, reinforced in the quarters" },
      spellings = { "droit commun renforcé", "DC renforcé", "DC renforcé QPV", "droit commun renforcé (QPV)" } },
    { id = "européen", label = { fr = "européen", en = "European" },
      spellings = { "européens", "Europe", "fonds européens", "FSE", "FEDER", "européenne" } },
    { id = "privé", label = { fr = "privé", en = "private" },
      spellings = { "privés", "fonds privés", "mécénat", "fondation" } },
    { id = "autofinancement", label = { fr = "autofinancement", en = "own funds" },
      spellings = { "fonds propres", "auto-financement" } },
    { id = "valorisation (temps, locaux)", label = { fr = "valorisation (temps, locaux)", en = "valued means" },
      spellings = { "valorisation", "valorisé", "bénévolat", "mise à disposition", "valorisations",
        "contributions volontaires", "aide en nature" } },
  },
}
