-- SPDX-License-Identifier: MPL-2.0
-- Context of the quarters. Source: domain dossier 3.11. Rates are compared one by one; only counts are added.

--- A count added over the rows of a query, with what is not known beside it.
local function sum(id, fr, en, field)
  return { id = id, dataset = "territoire", unit = "people", label = { fr = fr, en = en },
    formula = { fr = "somme des territoires connus", en = "sum of the known territories" },
    unknowns = { fr = "les valeurs inconnues ou secrètes ne sont pas ajoutées : la somme est un minimum",
      en = "unknown or secret values are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(f[field]) end }
end

--- A part of the job seekers.
local function part(id, fr, en, field)
  return { id = id, dataset = "territoire", unit = "rate", label = { fr = fr, en = en },
    formula = { fr = "somme / demandeurs d'emploi A, B, C", en = "sum / job seekers A, B, C" },
    unknowns = { fr = "territoires où les deux termes sont connus", en = "territories where both terms are known" },
    measure = function(f, bilan) return bilan.ratio(f[field], f.defm_abc) end }
end

return {
  sum("TER01", "Population municipale", "Population", "population"),
  sum("EMP16a", "Demandeurs d'emploi, catégorie A", "Job seekers, category A", "defm_a"),
  sum("EMP16", "Demandeurs d'emploi, catégories A, B, C", "Job seekers, categories A, B, C", "defm_abc"),
  part("EMP16f", "Part des femmes parmi les demandeurs d'emploi", "Share of women among job seekers", "defm_f"),
  part("EMP16j", "Part des moins de 26 ans parmi les demandeurs d'emploi", "Share under 26 among job seekers", "defm_0_25"),
  part("EMP16s", "Part des 50 ans et plus parmi les demandeurs d'emploi", "Share of 50 and over", "defm_50_p"),
  part("EMP16d", "Part de la longue durée parmi les demandeurs d'emploi", "Share of long-term job seekers", "defm_deld"),
  part("EMP16r", "Part des bénéficiaires du RSA parmi les demandeurs d'emploi", "Share on RSA", "defm_brsa"),
  part("EMP16n", "Part sous le baccalauréat parmi les demandeurs d'emploi", "Share below the baccalauréat", "defm_infra4"),
}
