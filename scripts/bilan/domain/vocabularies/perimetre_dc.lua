-- SPDX-License-Identifier: MPL-2.0
-- Perimeters of a share of ordinary policy. Source: domain dossier 3.6.3.
return {
  id = "perimetre_dc",
  terms = {
    { id = "P1", label = { fr = "P1 : programmation, crédits", en = "P1: programming, cash" },
      spellings = { "périmètre 1", "programmation", "P1 programmation", "crédits de la programmation",
        "programmation (crédits)", "1" } },
    { id = "P2", label = { fr = "P2 : P1 + fonds européens et privés", en = "P2: P1 + European and private funds" },
      spellings = { "périmètre 2", "P1 + Europe et privé", "P1 + fonds européens", "programmation + Europe et privé",
        "2" } },
    { id = "P3", label = { fr = "P3 : P1 + moyens valorisés", en = "P3: P1 + valued means" },
      spellings = { "périmètre 3", "P1 + valorisation", "P1 + moyens valorisés", "programmation + valorisation", "3" } },
    { id = "P4", label = { fr = "P4 : ensemble du droit commun identifié sur les QPV", en = "P4: all ordinary schemes found in the quarters" },
      spellings = { "périmètre 4", "ensemble du droit commun", "tout le droit commun", "4" } },
  },
}
