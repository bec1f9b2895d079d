-- SPDX-License-Identifier: MPL-2.0
-- Kinds of urban renewal projects. Open: a document says PRIP, which no source explains; kept as written. Source: domain
-- dossier 3.8.4.
return {
  id = "npnru", open = true,
  terms = {
    { id = "PRIN", label = { fr = "intérêt national (PRIN)", en = "of national interest (PRIN)" },
      spellings = { "national", "intérêt national" } },
    { id = "PRIR", label = { fr = "intérêt régional (PRIR)", en = "of regional interest (PRIR)" },
      spellings = { "régional", "intérêt régional" } },
  },
}
