-- SPDX-License-Identifier: MPL-2.0
-- Regional synthesis of evaluation reports: every « x of N » with its own base. Source: domain dossier 3.9.2.
-- Levels of place: 0 not spoken of, 1 only mentioned, 2 dealt with, 3 analysed in depth.

local coded = { fr = "rapports où la variable est codée", en = "reports where the variable is coded" }
local list = {}

local function add(id, fr, en, formula, measure)
  list[#list + 1] = { id = id, dataset = "rapport", unit = "rate", label = { fr = fr, en = en }, formula = formula,
    unknowns = coded, measure = measure }
end

local themes = {
  { "efh", "égalité femmes-hommes", "equality" }, { "lcd", "lutte contre les discriminations", "anti-discrimination" },
  { "cc", "conseils citoyens", "citizens' councils" }, { "dc", "droit commun", "ordinary policy" },
  { "emploi", "emploi", "employment" } }

for _, theme in ipairs(themes) do
  local id, fr, en = theme[1], theme[2], theme[3]
  local field = "place_" .. id
  local function at_least(suffix, levels, fr_words, en_words, base)
    add("SYN_" .. id .. suffix, fr .. " : " .. fr_words, en .. ": " .. en_words,
      { fr = "rapports / rapports " .. (base and "qui l'évoquent" or "codés"),
        en = "reports / reports " .. (base and "that speak of it" or "coded") },
      function(f, bilan)
        return bilan.ratio(f[field]:one_of(levels), 1, base and { where = f[field]:one_of(base) } or nil)
      end)
  end
  at_least("_evoque", { "1", "2", "3" }, "évoqué ou plus", "mentioned or more")
  at_least("_traite", { "2", "3" }, "traité ou plus", "dealt with or more")
  at_least("_analyse", { "3" }, "analyse approfondie", "analysed in depth")
  at_least("_analyse_evoque", { "3" }, "analyse approfondie, parmi ceux qui l'évoquent",
    "analysed in depth, of those that speak of it", { "1", "2", "3" })
  at_least("_absent", { "0" }, "non évoqué", "not spoken of")
end

for _, answer in ipairs { { "sensibilisation", "awareness" }, { "mise en œuvre", "put into practice" } } do
  add("SYN_bie_" .. (answer[1] == "sensibilisation" and "sensibilisation" or "mise_en_oeuvre"), "BIE : " .. answer[1],
    "gender budgeting: " .. answer[2], { fr = "rapports / rapports codés", en = "reports / reports coded" },
    function(f, bilan) return bilan.ratio(f.bie:eq(answer[1]), 1) end)
end
add("SYN_bie", "BIE mentionné", "gender budgeting mentioned",
  { fr = "rapports / rapports codés", en = "reports / reports coded" },
  function(f, bilan) return bilan.ratio(f.bie:one_of { "sensibilisation", "mise en œuvre" }, 1) end)
add("SYN_cc_accompagnement", "Conseils citoyens accompagnés", "councils with support",
  { fr = "rapports / rapports codés", en = "reports / reports coded" },
  function(f, bilan)
    return bilan.ratio(f.cc_accompagnement:one_of { "oui", "oui en cours", "oui terminé" }:known_or(false), 1)
  end)
for _, conclusion in ipairs { { "positif", "positive" }, { "mitigé", "mixed" }, { "non atteint", "not reached" } } do
  add("SYN_dc_" .. conclusion[2]:gsub(" ", "_"), "Droit commun, conclusion : " .. conclusion[1],
    "ordinary policy, conclusion: " .. conclusion[2],
    { fr = "rapports / rapports qui concluent", en = "reports / reports that conclude" },
    function(f, bilan)
      return bilan.ratio(f.dc_conclusion:eq(conclusion[1]), 1,
        { where = f.dc_conclusion:one_of { "positif", "mitigé", "non atteint", "négatif" } })
    end)
end
for _, one in ipairs { { "min", "minimum", "smallest" }, { "median", "médiane", "median" },
  { "max", "maximum", "largest" } } do
  list[#list + 1] = { id = "SYN05_" .. one[1], dataset = "rapport", unit = "rate",
    label = { fr = "Part du droit commun déclarée, " .. one[2], en = "Share of ordinary policy as declared, " .. one[3] },
    formula = { fr = "sur les rapports qui donnent une part, périmètres différents",
      en = "over the reports that give a share, perimeters differ" },
    unknowns = coded, measure = function(f, bilan) return bilan[one[1]](f.dc_part, { unit = "rate" }) end }
end

return list
