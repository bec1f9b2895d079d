-- SPDX-License-Identifier: MPL-2.0
-- Kinds of anti-discrimination actions. Source: domain dossier 3.2.3.
return {
  id = "type_action_lcd",
  terms = {
    { id = "diagnostic/observation", label = { fr = "diagnostic/observation", en = "diagnostic/observation" },
      spellings = { "diagnostic", "observation" } },
    { id = "testing", label = { fr = "testing", en = "testing" } },
    { id = "formation des professionnels", label = { fr = "formation des professionnels", en = "formation des professionnels" },
      spellings = { "formation" } },
    { id = "sensibilisation du public", label = { fr = "sensibilisation du public", en = "sensibilisation du public" },
      spellings = { "sensibilisation" } },
    { id = "accès aux droits, permanence, accompagnement des victimes", label = { fr = "accès aux droits, permanence, accompagnement des victimes", en = "accès aux droits, permanence, accompagnement des victimes" },
      spellings = { "accès aux droits", "permanence", "accompagnement des victimes" } },
    { id = "recueil de la parole", label = { fr = "recueil de la parole", en = "recueil de la parole" } },
    { id = "recrutement non discriminant, engagement des employeurs", label = { fr = "recrutement non discriminant, engagement des employeurs", en = "recrutement non discriminant, engagement des employeurs" },
      spellings = { "recrutement non discriminant" } },
    { id = "médiation", label = { fr = "médiation", en = "médiation" } },
    { id = "animation du réseau, pilotage du PTLCD", label = { fr = "animation du réseau, pilotage du PTLCD", en = "animation du réseau, pilotage du PTLCD" },
      spellings = { "animation du réseau", "pilotage du PTLCD" } },
    { id = "valorisation, mémoire", label = { fr = "valorisation, mémoire", en = "valorisation, mémoire" },
      spellings = { "valorisation", "mémoire" } },
    { id = "vivre-ensemble / laïcité", label = { fr = "vivre-ensemble / laïcité", en = "vivre-ensemble / laïcité" },
      spellings = { "vivre-ensemble", "laïcité", "vivre ensemble" } },
  },
}
