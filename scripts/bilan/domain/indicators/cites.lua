-- SPDX-License-Identifier: MPL-2.0
-- Cités de l'emploi. Source: domain dossier 3.7.3. Beneficiaries of axes 2 and 3 are participations, not persons;
-- « non concerné » is out of every base.

local known = { fr = "cités où la réponse est connue", en = "cités whose answer is known" }
local added = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
  en = "unknown rows are not added: the sum is a minimum" }

local function share(id, fr, en, field)
  return { id = id, dataset = "cite", unit = "rate", label = { fr = fr, en = en },
    formula = { fr = "oui / (oui + non)", en = "yes / (yes + no)" }, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(f[field], 1, { where = f[field]:known() }) end }
end

local function over(id, how, unit, fr, en, field)
  return { id = id, dataset = "cite", unit = unit, label = { fr = fr, en = en },
    formula = how == "sum" and { fr = "somme des cités", en = "sum of the cités" }
      or { fr = "sur les cités où la valeur est connue", en = "over the cités where it is known" },
    unknowns = how == "sum" and added or known,
    measure = function(f, bilan) return bilan[how](f[field]) end }
end

local function spent(f)
  return (f.depense_coordination:known_or(0) + f.depense_actions:known_or(0) + f.depense_ingenierie:known_or(0)
    + f.depense_autre:known_or(0))
end

local function cofunded(f)
  return f.cofin_p147:known_or(0) + f.cofin_etat_autre:known_or(0) + f.cofin_collectivites:known_or(0)
    + f.cofin_autres:known_or(0)
end

return {
  over("CIT01a", "sum", "number", "Actions", "Actions", "nb_actions"),
  over("CIT01b", "sum", "people", "Bénéficiaires cumulés (doubles comptes possibles)",
    "Beneficiaries, added up (people may be counted twice)", "nb_benef"),
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
    unknowns = { fr = "un cofinancement non renseigné compte zéro ; il faut l'enveloppe", en = "no co-funding counts 0" },
    measure = function(f, bilan) return bilan.ratio(cofunded(f), f.enveloppe + cofunded(f)) end },
  { id = "CIT10", dataset = "cite", unit = "rate",
    label = { fr = "Taux de consommation", en = "Share spent" },
    formula = { fr = "dépenses / enveloppe", en = "spent / envelope" },
    unknowns = { fr = "une ligne de dépense non renseignée compte zéro ; à défaut de détail, le total des dépenses",
      en = "no line of spending counts 0; failing that, the total" },
    measure = function(f, bilan)
      return bilan.ratio(f.depense_total:known_or(spent(f)), f.enveloppe)
    end },
  { id = "CIT13", dataset = "cite", unit = "number",
    label = { fr = "QPV couverts", en = "Quarters covered" },
    formula = { fr = "nombre de QPV différents", en = "different quarters" }, unknowns = known,
    measure = function(f, bilan) return bilan.count_distinct(f.qpv) end },
}
