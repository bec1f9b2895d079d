-- SPDX-License-Identifier: MPL-2.0
-- Axes of the cités de l'emploi. Source: domain dossier 3.7.1.
return {
  id = "axe_cite",
  terms = {
    { id = "1", label = { fr = "Recenser et fédérer", en = "Take stock and bring together" },
      spellings = { "axe 1", "axe 1 …", "recenser", "fédérer" } },
    { id = "2", label = { fr = "Aller-vers et raccrocher", en = "Reach out" },
      spellings = { "axe 2", "axe 2 …", "aller-vers", "aller vers et raccrocher", "aller vers", "raccrocher" } },
    { id = "3", label = { fr = "Innover", en = "Innovate" },
      spellings = { "axe 3", "axe 3 …", "innovation", "innovover" } },
  },
}
