-- SPDX-License-Identifier: MPL-2.0
-- Place that a report gives to a theme, in order. Source: domain dossier 3.9.1.
return {
  id = "place_theme",
  terms = {
    { id = "0", label = { fr = "non évoqué", en = "not spoken of" },
      spellings = { "non évoquée", "non évoqués", "absent", "absente", "non", "non traité", "non traitée",
        "pas évoqué", "non mentionné", "aucune mention", "0 - non évoqué", "jamais évoqué" } },
    { id = "1", label = { fr = "seulement évoqué", en = "only mentioned" },
      spellings = { "seulement évoquée", "évoqué", "évoquée", "évoqué seulement", "évoquée seulement", "mention",
        "simple mention", "mentionné", "mentionnée", "1 - seulement évoqué", "seulement évoqués", "juste évoqué" } },
    { id = "2", label = { fr = "traité", en = "dealt with" },
      spellings = { "traitée", "traités", "2 - traité" } },
    { id = "3", label = { fr = "analyse approfondie", en = "analysed in depth" },
      spellings = { "approfondi", "approfondie", "analysé", "analyse", "traité de façon approfondie",
        "3 - analyse approfondie", "analyse détaillée", "traité en profondeur", "analysé en profondeur" } },
  },
}
