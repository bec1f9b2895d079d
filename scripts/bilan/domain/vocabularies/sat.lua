-- SPDX-License-Identifier: MPL-2.0
-- Answers of the questionnaire on the cités, exact wording. Each scale has its own terms, the best first; a report takes
-- one scale at a time. « Non concerné par la cité » and « Ne sait pas » are states, not answers. Source: domain dossier
-- 3.7.2.
return {
  id = "sat",
  terms = {
    { id = "Très forte", label = { fr = "Très forte", en = "very strong" },
      spellings = { "très fort" } },
    { id = "Forte", label = { fr = "Forte", en = "strong" },
      spellings = { "fort" } },
    { id = "Moyenne", label = { fr = "Moyenne", en = "middling" },
      spellings = { "moyen" } },
    { id = "Faible", label = { fr = "Faible", en = "weak" } },
    { id = "Très satisfaisante", label = { fr = "Très satisfaisante", en = "very satisfactory" },
      spellings = { "très satisfaisant", "très satisfait", "très satisfaite", "très satisfaits" } },
    { id = "Plutôt satisfaisante", label = { fr = "Plutôt satisfaisante", en = "rather satisfactory" },
      spellings = { "plutôt satisfaisant", "plutôt satisfait", "plutôt satisfaite", "satisfaisante", "satisfaisant" } },
    { id = "Pas très satisfaisante", label = { fr = "Pas très satisfaisante", en = "not very satisfactory" },
      spellings = { "pas très satisfaisant", "peu satisfaisante", "peu satisfaisant", "plutôt pas satisfaisante" } },
    { id = "Pas du tout satisfaisante", label = { fr = "Pas du tout satisfaisante", en = "not at all satisfactory" },
      spellings = { "pas du tout satisfaisant", "insatisfaisante" } },
    { id = "Tout à fait d'accord à d'accord", label = { fr = "Tout à fait d'accord à d'accord", en = "agree" },
      spellings = { "tout à fait d'accord à d’accord" } },
    { id = "Plutôt pas d'accord", label = { fr = "Plutôt pas d'accord", en = "rather disagree" } },
    { id = "Pas du tout d'accord", label = { fr = "Pas du tout d'accord", en = "disagree" } },
    { id = "Elle ne s'en saisit pas", label = { fr = "Elle ne s'en saisit pas", en = "does not use it" },
      spellings = { "ne s'en saisit pas" } },
    { id = "Elle commence à s'en saisir", label = { fr = "Elle commence à s'en saisir", en = "begins to use it" },
      spellings = { "commence à s'en saisir" } },
    { id = "Elle a développé une stratégie spécifique", label = { fr = "Elle a développé une stratégie spécifique", en = "has a strategy of its own" },
      spellings = { "a développé une stratégie spécifique", "stratégie spécifique" } },
  },
}
