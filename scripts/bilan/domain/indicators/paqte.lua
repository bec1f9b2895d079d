-- SPDX-License-Identifier: MPL-2.0
-- PaQte. Source: domain dossier 3.8.3. The return rate comes first: without it, totals mean nothing.

local paqte = require "bilan.paqte"

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

--- A figure over companies, of which each speaks once, whatever the number of its rows.
local function by_company(id, fr, en, formula, unknowns, field, condition)
  return { id = id, dataset = "paqte", unit = "rate", label = { fr = fr, en = en }, formula = formula,
    unknowns = unknowns,
    figure = function(_, rows)
      local bilan = require "bilan"
      local said = bilan.field[field]
      return paqte.by_company(rows):figure(bilan.share(condition and condition(said) or said))
    end }
end

local list = {
  by_company("PAQ09", "Taux de retour", "Return rate",
    { fr = "bilans reçus / signataires", en = "reports received / signatories" },
    { fr = "sans réponse à « retour », un signataire qui donne un chiffre au moins compte comme un retour ; « NC » "
      .. "sans aucun chiffre est inconnu, comme tout signataire quand aucun fichier ne demande de bilan ; « sans objet » sort de la base", en = "where \"report\" is not answered, a signatory that gives a figure counts as a "
      .. "return; \"NC\" without any figure is unknown, as is every signatory where no file asks for a report; \"not applicable\" is out of the base" }, "a_repondu"),
  { id = "PAQ01", dataset = "paqte", unit = "number",
    label = { fr = "Signataires", en = "Signatories" },
    formula = { fr = "nombre d'entreprises et de réseaux différents", en = "different companies and networks" },
    unknowns = { fr = "aucune", en = "none" },
    figure = function(_, rows)
      local bilan = require "bilan"
      return paqte.by_company(rows):figure(bilan.count(bilan.field.est_signataire))
    end },
  by_company("PAQ02", "Part des TPE et PME", "Share of small and medium companies",
    { fr = "TPE et PME / signataires de taille connue", en = "small and medium / size known" },
    { fr = "signataires dont la taille est connue", en = "signatories whose size is known" }, "est_petite"),
  by_company("PAQ03", "Renouvellement de la charte en PaQte", "Charter renewed as a PaQte",
    { fr = "signataires de la charte qui ont aussi signé un PaQte ou une convention / signataires de la charte",
      en = "charter signatories that also signed a PaQte or a convention / charter signatories" },
    { fr = "toutes les années lues ; les signataires sans charte sont hors de la base",
      en = "all years read; signatories without a charter are out of the base" }, "a_renouvele"),
  ratio("PAQ04", "Part pourvue des stages de 3e offerts", "Share filled of the placements offered",
    { fr = "stages pourvus / stages offerts", en = "filled / offered" }, "stages3_pourvus", "stages3_offerts"),
  ratio("PAQ04r", "Part de REP et REP+ dans les stages de 3e", "Share of REP",
    { fr = "collégiens de REP / stages pourvus", en = "from REP / filled" }, "stages3_rep", "stages3_pourvus"),
  ratio("PAQ04q", "Part des QPV dans les stages de 3e", "Share of the quarters",
    { fr = "collégiens des QPV / stages pourvus",
      en = "from the quarters / filled" }, "stages3_qpv", "stages3_pourvus"),
  ratio("PAQ05", "Part des QPV parmi les alternants", "Share of the quarters among apprentices",
    { fr = "alternants des QPV / alternants", en = "from the quarters / apprentices" }, "alternants_qpv", "alternants"),
  ratio("PAQ06", "Part des QPV parmi les embauches", "Share of the quarters among hires",
    { fr = "embauches QPV / embauches", en = "from the quarters / hires" }, "embauches_qpv", "embauches"),
  sum("PAQ07", "euro", "Achats inclusifs", "Inclusive purchases", "achats_inclusifs"),
  ratio("PAQ07p", "Part des achats inclusifs", "Share of inclusive purchases",
    { fr = "achats inclusifs / total des achats",
      en = "inclusive / total purchases" }, "achats_inclusifs", "achats_total"),
  sum("PAQ10", "people", "Recruteurs formés", "Recruiters trained", "recruteurs_formes"),
}

for axes = 1, 4 do
  list[#list + 1] = by_company("PAQ08_" .. axes, "Signataires actifs sur " .. axes .. (axes > 1 and " axes" or " axe"),
    "Signatories active on " .. axes .. (axes > 1 and " axes" or " axis"),
    { fr = "signataires dont " .. axes .. " des 4 axes ont un chiffre supérieur à zéro / signataires qui donnent un chiffre",
      en = "signatories of which " .. axes .. " of the 4 axes have a figure above zero / signatories that give a figure" },
    { fr = "signataires qui ne donnent aucun chiffre, ou dont un axe n'est pas connu (« NC », et aucun chiffre de l'axe "
      .. "supérieur à zéro) ; un axe laissé vide à côté d'autres est inactif", en = "signatories that give no figure, or of which an "
      .. "axis is not known (\"NC\", and no figure of the axis above zero); an axis left empty beside others is not active" },
    "nb_axes",
    function(said) return said:eq(axes) end)
end

return list
