-- SPDX-License-Identifier: MPL-2.0
-- Priority quarters: codes and labels as partners write them; special value for all quarters. Source: domain dossier 6 and 9.6.
return {
  id = "territoire", open = true,
  terms = {
    { id = "tous", label = { fr = "Tous les quartiers", en = "All quarters" },
      spellings = { "tous QPV", "tous les QPV", "l'ensemble des quartiers", "ensemble des quartiers",
        "tous les quartiers", "tous quartiers", "territoire métropolitain", "ensemble des QPV", "toutes les QPV",
        "tous les quartiers prioritaires" } },
  },
}
