-- SPDX-License-Identifier: MPL-2.0
-- Kinds of equality actions. Source: domain dossier 3.1.3.
return {
  id = "type_action_fh",
  terms = {
    { id = "lutte contre les violences", label = { fr = "lutte contre les violences", en = "against violence" },
      spellings = { "violences", "violences faites aux femmes" } },
    { id = "insertion professionnelle et employabilité", label = { fr = "insertion professionnelle et employabilité", en = "work integration" },
      spellings = { "insertion professionnelle", "emploi" } },
    { id = "création d'activité", label = { fr = "création d'activité", en = "business creation" },
      spellings = { "entrepreneuriat" } },
    { id = "accès aux droits et santé", label = { fr = "accès aux droits et santé", en = "rights and health" },
      spellings = { "accès aux droits", "santé" } },
    { id = "sport, culture, loisirs", label = { fr = "sport, culture, loisirs", en = "sport, culture, leisure" },
      spellings = { "sport", "culture", "loisirs" } },
    { id = "espace public et marches exploratoires", label = { fr = "espace public et marches exploratoires", en = "public space" },
      spellings = { "marche exploratoire", "marches exploratoires", "espace public" } },
    { id = "éducation à l'égalité, stéréotypes", label = { fr = "éducation à l'égalité, stéréotypes", en = "education" },
      spellings = { "éducation à l'égalité", "stéréotypes" } },
    { id = "parentalité, garde d'enfants", label = { fr = "parentalité, garde d'enfants", en = "parenthood, child care" },
      spellings = { "parentalité", "garde d'enfants" } },
    { id = "participation citoyenne", label = { fr = "participation citoyenne", en = "citizen participation" } },
    { id = "formation des acteurs", label = { fr = "formation des acteurs", en = "training of professionals" },
      spellings = { "formation" } },
    { id = "autre", label = { fr = "autre", en = "other" }, spellings = { "autres" } },
  },
}
