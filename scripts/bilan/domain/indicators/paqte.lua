-- SPDX-License-Identifier: MPL-2.0
-- PaQte. Source: domain dossier 3.8.3. The return rate comes first: without it, totals mean nothing.

local known = { fr = "entreprises où les deux termes sont connus", en = "companies where both terms are known" }

local function ratio(id, fr, en, formula, part, whole)
  return { id = id, dataset = "paqte", unit = "rate", label = { fr = fr, en = en }, formula = formula, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(f[part], f[whole]) end }
end

local function sum(id, unit, fr, en, field)
  return { id = id, dataset = "paqte", unit = unit, label = { fr = fr, en = en },
    formula = { fr = "somme des entreprises qui ont répondu", en = "sum of the companies that answered" },
    unknowns = { fr = "les lignes inconnues ne sont pas ajoutées : la somme est un minimum",
      en = "unknown rows are not added: the sum is a minimum" },
    measure = function(f, bilan) return bilan.sum(f[field], { unit = unit }) end }
end

return {
  { id = "PAQ09", dataset = "paqte", unit = "rate",
    label = { fr = "Taux de retour", en = "Return rate" },
    formula = { fr = "bilans reçus / signataires", en = "reports received / signatories" },
    unknowns = { fr = "sans colonne « retour », une ligne avec un chiffre au moins compte comme un retour",
      en = "without such a column, a row with a figure counts as a return" },
    measure = function(f, bilan)
      local answered = bilan.any { f.embauches:known(), f.alternants:known(), f.stages3_pourvus:known(),
        f.jeunes_sensibilises:known(), f.achats_inclusifs:known() }
      return bilan.ratio(f.retour:known_or(answered), 1)
    end },
  { id = "PAQ01", dataset = "paqte", unit = "number",
    label = { fr = "Signataires", en = "Signatories" },
    formula = { fr = "nombre d'entreprises et de réseaux différents", en = "different companies and networks" },
    unknowns = { fr = "aucune", en = "none" },
    measure = function(f, bilan) return bilan.count_distinct(f.entreprise) end },
  { id = "PAQ02", dataset = "paqte", unit = "rate",
    label = { fr = "Part des TPE et PME", en = "Share of small and medium companies" },
    formula = { fr = "TPE et PME / entreprises de taille connue", en = "small and medium / size known" }, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(f.taille:one_of { "TPE", "PME" }, 1, { where = f.taille:known() }) end },
  ratio("PAQ04", "Stages de 3e pourvus", "Placements filled",
    { fr = "stages pourvus / stages offerts", en = "filled / offered" }, "stages3_pourvus", "stages3_offerts"),
  ratio("PAQ04r", "Part de REP et REP+ dans les stages de 3e", "Share of REP",
    { fr = "collégiens de REP / stages pourvus", en = "from REP / filled" }, "stages3_rep", "stages3_pourvus"),
  ratio("PAQ04q", "Part des QPV dans les stages de 3e", "Share of the quarters",
    { fr = "collégiens des QPV / stages pourvus", en = "from the quarters / filled" }, "stages3_qpv", "stages3_pourvus"),
  ratio("PAQ05", "Part des QPV parmi les alternants", "Share of the quarters among apprentices",
    { fr = "alternants des QPV / alternants", en = "from the quarters / apprentices" }, "alternants_qpv", "alternants"),
  ratio("PAQ06", "Part des QPV parmi les embauches", "Share of the quarters among hires",
    { fr = "embauches QPV / embauches", en = "from the quarters / hires" }, "embauches_qpv", "embauches"),
  sum("PAQ07", "euro", "Achats inclusifs", "Inclusive purchases", "achats_inclusifs"),
  ratio("PAQ07p", "Part des achats inclusifs", "Share of inclusive purchases",
    { fr = "achats inclusifs / total des achats", en = "inclusive / total purchases" }, "achats_inclusifs", "achats_total"),
  sum("PAQ10", "people", "Recruteurs formés", "Recruiters trained", "recruteurs_formes"),
}
