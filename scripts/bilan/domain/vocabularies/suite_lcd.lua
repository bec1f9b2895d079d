-- SPDX-License-Identifier: MPL-2.0
-- What followed a situation of discrimination. Source: domain dossier 3.2.3.
return {
  id = "suite_lcd",
  terms = {
    { id = "information", label = { fr = "information", en = "information" } },
    { id = "médiation", label = { fr = "médiation", en = "mediation" } },
    { id = "saisine du Défenseur des droits", label = { fr = "saisine du Défenseur des droits", en = "Défenseur des droits" } },
    { id = "plainte", label = { fr = "plainte", en = "complaint" } },
    { id = "prud'hommes", label = { fr = "prud'hommes", en = "labour court" } },
    { id = "abandon", label = { fr = "abandon", en = "given up" } },
    { id = "en cours", label = { fr = "en cours", en = "in progress" } },
    { id = "inconnue", label = { fr = "inconnue", en = "unknown" } },
  },
}
