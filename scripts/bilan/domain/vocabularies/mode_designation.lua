-- SPDX-License-Identifier: MPL-2.0
-- How members of a citizens' council are chosen. Source: domain dossier 3.3.2.
return {
  id = "mode_designation",
  terms = {
    { id = "tirage au sort", label = { fr = "tirage au sort", en = "drawn by lot" },
      spellings = { "tirage", "TAS", "tirés au sort", "sort" } },
    { id = "volontariat", label = { fr = "volontariat", en = "volunteers" },
      spellings = { "volontaires", "volontaire", "appel à volontaires", "appel à volontariat" } },
    { id = "mixte", label = { fr = "mixte", en = "mixed" } },
    { id = "désignation", label = { fr = "désignation", en = "appointed" },
      spellings = { "désignés", "désigné", "cooptation", "nomination" } },
    { id = "élection", label = { fr = "élection", en = "elected" },
      spellings = { "élus", "vote", "élections" } },
  },
}
