-- SPDX-License-Identifier: MPL-2.0
-- Cités de l'emploi. Source: domain dossier 3.7.3. Beneficiaries of axes 2 and 3 are participations, not persons;
-- « non concerné » is out of every base.

local cofinancements = require "bilan.cofinancements"
local echelles = require "bilan.echelles"
local parts = require "bilan.parts"

local known = { fr = "cités où la réponse est connue", en = "cités whose answer is known" }
local added = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
  en = "unknown rows are not added: the sum is a minimum" }

local function share(id, fr, en, field)
  return { id = id, dataset = "cite", unit = "rate", label = { fr = fr, en = en },
    formula = { fr = "oui / (oui + non)", en = "yes / (yes + no)" }, unknowns = known,
    measure = function(f, bilan) return bilan.share(f[field]) end }
end

local function over(id, how, unit, fr, en, field)
  return { id = id, dataset = "cite", unit = unit, label = { fr = fr, en = en },
    formula = how == "sum" and { fr = "somme des cités", en = "sum of the cités" }
      or { fr = "sur les cités où la valeur est connue", en = "over the cités where it is known" },
    unknowns = how == "sum" and added or known,
    measure = function(f, bilan) return bilan[how](f[field]) end }
end

local SPENDING = { "depense_coordination", "depense_actions", "depense_ingenierie", "depense_autre" }

local COFUNDED = { fr = "une cité qui ne donne aucun cofinancement, ou dont un est inconnu (« NC »), est inconnue ; une cellule "
  .. "vide, ou une colonne absente, à côté d'autres compte zéro", en = "a cité that gives no co-funding, or of which one is unknown "
  .. "(“NC”), is unknown; an empty cell, or a missing column, beside others counts 0" }
local ALL_GIVEN = { fr = "ce qu'une cité donne à côté d'un « NC » est ajouté : la somme est alors un minimum, et la cité inconnue",
  en = "what a cité gives beside an “NC” is added: the sum is a minimum then, and the cité unknown" }

local list = {
  over("CIT01a", "sum", "number", "Actions", "Actions", "nb_actions"),
  over("CIT01b", "sum", "people", "Bénéficiaires cumulés (doubles comptes possibles)",
    "Beneficiaries, added up (people may be counted twice)", "nb_benef"),
  over("CIT02r", "sum", "people", "Référents COPIL", "Members of the steering committees", "nb_referents"),
  over("CIT02", "mean", "number", "Partenaires par cité, moyenne", "Partners, mean", "nb_partenaires"),
  over("CIT02m", "median", "number", "Partenaires par cité, médiane", "Partners, median", "nb_partenaires"),
  over("CIT02x", "max", "number", "Partenaires par cité, maximum", "Partners, most", "nb_partenaires"),
  share("CIT03", "Cités avec un public cible identifié", "Cités with a target public", "public_cible"),
  share("CIT04", "Feuilles de route actualisées", "Roadmaps updated", "feuille_route_actualisee"),
  share("CIT05", "Cités avec une cohorte", "Cités with a cohort", "cohorte"),
  over("CIT05m", "mean", "number", "Effectif moyen de la cohorte", "Mean size of the cohort", "cohorte_effectif"),
  over("CIT06", "mean", "number", "ETP de coordination, moyenne", "Full-time equivalents, mean", "etp_coord"),
  share("CIT07", "Coordonnateurs restés en poste", "Coordinators still in post", "coord_reste"),
  share("CIT08", "Postes financés en totalité par les crédits délégués", "Posts fully funded", "finance_total_credits"),
  { id = "CIT09", dataset = "cite", unit = "rate",
    label = { fr = "Taux de cofinancement", en = "Co-funding rate" },
    formula = { fr = "cofinancements / (enveloppe + cofinancements)", en = "co-funding / (envelope + co-funding)" },
    unknowns = COFUNDED,
    measure = function(f, bilan)
      local funds = parts.sum(f, bilan, cofinancements.fields)
      return bilan.ratio(funds, f.enveloppe + funds)
    end },
  { id = "CIT09s", dataset = "cite", unit = "euro",
    label = { fr = "Cofinancements", en = "Co-funding" },
    formula = { fr = "somme des cofinancements donnés", en = "sum of the co-funding given" },
    unknowns = ALL_GIVEN,
    figure = function(_, rows) return cofinancements.sum(rows) end },
  { id = "CIT10", dataset = "cite", unit = "rate",
    label = { fr = "Taux de consommation", en = "Share spent" },
    formula = { fr = "dépenses / enveloppe", en = "spent / envelope" },
    unknowns = { fr = "le total des dépenses, à défaut la somme des lignes, où une cellule vide compte zéro ; une cité qui ne "
      .. "donne ni l'un ni l'autre, ou dont une ligne est inconnue (« NC »), est inconnue", en = "the total spent, failing that the "
      .. "sum of the lines, where an empty cell counts 0; a cité that gives neither, or of which a line is unknown (“NC”), is "
      .. "unknown" },
    measure = function(f, bilan)
      return bilan.ratio(f.depense_total:known_or(parts.sum(f, bilan, SPENDING)), f.enveloppe)
    end },
  { id = "CIT13", dataset = "cite", unit = "number",
    label = { fr = "QPV couverts", en = "Quarters covered" },
    formula = { fr = "nombre de QPV différents ; « tous les quartiers » n'est pas un QPV",
      en = "different quarters; “all quarters” is none" }, unknowns = known,
    measure = function(f, bilan) return bilan.count_distinct(f.qpv, { where = bilan.no(f.qpv:one_of { "tous" }) }) end },
}

for _, scale in ipairs(echelles.list) do
  list[#list + 1] = { id = "CIT11_" .. scale.id, dataset = "cite", unit = "rate",
    label = { fr = "Réponses favorables par acteur ou question, échelle « " .. scale.name.fr .. " »",
      en = "Favourable answers by actor or question, scale of " .. scale.name.en },
    formula = { fr = "réponses « " .. scale.good.fr .. " » / réponses sur cette échelle",
      en = "answers \"" .. scale.good.en .. "\" / answers on this scale" },
    unknowns = { fr = "« non concerné », « ne sait pas » et les absences de réponse sont hors de la base",
      en = "\"not concerned\", \"does not know\" and missing answers are out of the base" },
    measure = function(f, bilan)
      return bilan.share(f.reponse:one_of(echelles.good_answers(scale)),
        { where = f.reponse:one_of(scale.answers):known_or(false) })
    end }
end

for _, stage in ipairs { { "d", "diagnostic", "diagnosis" }, { "p", "premières actions", "first actions" },
  { "a", "approfondissement", "deepening" } } do
  list[#list + 1] = { id = "CIT12" .. stage[1], dataset = "cite", unit = "rate",
    label = { fr = "Coopération au stade : " .. stage[2], en = "Cooperation at the stage: " .. stage[3] },
    formula = { fr = "cités à ce stade / cités dont le stade est connu", en = "cités at this stage / stage known" },
    unknowns = known,
    measure = function(f, bilan) return bilan.share(f.maturite:eq(stage[2])) end }
end

for _, one in ipairs {
  { "CIT14a", "sum", "Café-cités", "Café-cités held", "cafes_cites" },
  { "CIT14b", "mean", "Participants par café-cité, moyenne", "Participants of a café-cité, mean", "participants_cafe" },
  { "CIT14c", "sum", "Groupes de travail", "Working groups", "groupes_travail" },
  { "CIT14d", "sum", "Articles publiés", "Articles published", "articles" },
  { "CIT14e", "sum", "Actions recensées dans la base partagée", "Actions put into the shared base", "fiches_actions" },
  { "CIT14f", "sum", "Pactes plein emploi (objectif)", "Full employment pacts (objective)", "pactes" },
} do
  list[#list + 1] = over(one[1], one[2], "number", one[3], one[4], one[5])
end

return list
