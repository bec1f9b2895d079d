-- SPDX-License-Identifier: MPL-2.0
-- Publics of anti-discrimination actions. Source: domain dossier 3.2.3.
return {
  id = "public_lcd",
  terms = {
    { id = "habitants", label = { fr = "habitants", en = "residents" } },
    { id = "jeunes", label = { fr = "jeunes", en = "young people" } },
    { id = "professionnels", label = { fr = "professionnels", en = "professionals" } },
    { id = "employeurs", label = { fr = "employeurs", en = "employers" } },
    { id = "bailleurs", label = { fr = "bailleurs", en = "landlords" } },
    { id = "élus", label = { fr = "élus", en = "elected officials" } },
    { id = "agents", label = { fr = "agents", en = "public agents" } },
    { id = "enseignants", label = { fr = "enseignants", en = "teachers" } },
    { id = "mixte", label = { fr = "mixte", en = "mixed" } },
  },
}
