-- SPDX-License-Identifier: MPL-2.0
-- Regional synthesis of evaluation reports: every « x of N » with its own base. Source: domain dossier 3.9.2.
-- Levels of place: 0 not spoken of, 1 only mentioned, 2 dealt with, 3 analysed in depth. A place or a mention of the
-- gender budget is coded for every report, so a blank leaves the base. What a report states (a share, a conclusion,
-- consequences) is coded where it states it, so a blank says that it does not.

local coded = { fr = "hors de la base : rapports où la variable n'est pas codée", en = "out of the base: not coded" }
local stated = { fr = "dans la base : le rapport ne le dit pas", en = "in the base: the report does not say so" }
local list = {}

local function add(id, fr, en, formula, measure, unknowns)
  list[#list + 1] = { id = id, dataset = "rapport", unit = "rate", label = { fr = fr, en = en }, formula = formula,
    unknowns = unknowns or coded, measure = measure }
end

local themes = {
  { "efh", "Égalité femmes-hommes", "Equality" }, { "lcd", "Lutte contre les discriminations", "Anti-discrimination" },
  { "cc", "Conseils citoyens", "Citizens' councils" }, { "dc", "Droit commun", "Ordinary policy" },
  { "emploi", "Emploi", "Employment" } }
local EVOKED, TREATED = { "1", "2", "3" }, { "2", "3" }
local CONCLUDED = { "positif", "mitigé", "non atteint", "négatif" }

for _, theme in ipairs(themes) do
  local id, fr, en = theme[1], theme[2], theme[3]
  local field = "place_" .. id
  local function at_least(suffix, levels, fr_words, en_words, base, fr_base, en_base)
    add("SYN_" .. id .. suffix, fr .. " : " .. fr_words, en .. ": " .. en_words,
      { fr = "rapports / rapports " .. (fr_base or "codés"), en = "reports / reports " .. (en_base or "coded") },
      function(f, bilan)
        return bilan.ratio(f[field]:one_of(levels), 1, base and { where = f[field]:one_of(base) } or nil)
      end)
  end
  at_least("_evoque", EVOKED, "évoqué ou plus", "mentioned or more")
  at_least("_traite", TREATED, "traité ou plus", "dealt with or more")
  at_least("_analyse", { "3" }, "analyse approfondie", "analysed in depth")
  at_least("_analyse_evoque", { "3" }, "analyse approfondie, parmi ceux qui l'évoquent",
    "analysed in depth, of those that mention it", EVOKED, "qui l'évoquent", "that mention it")
  at_least("_analyse_traite", { "3" }, "analyse approfondie, parmi ceux qui le traitent",
    "analysed in depth, of those that deal with it", TREATED, "qui le traitent", "that deal with it")
  at_least("_absent", { "0" }, "non évoqué", "not spoken of")
end

--- Reports that state something, of those that could: `within` is a condition on the base, none for all reports.
local function add_stated(id, fr, en, of_fr, of_en, condition, within, supposes)
  add(id, fr, en, { fr = "rapports / " .. of_fr, en = "reports / " .. of_en },
    function(f, bilan)
      return bilan.ratio(condition(f, bilan):known_or(false), 1, within and { where = within(f, bilan) } or nil)
    end, stated)
  list[#list].supposes = supposes
end

--- A conclusion that is not coded is counted with « sans conclusion », and said.
local function no_conclusion(field)
  return { field = field, words = { fr = "non codé, compté comme ne concluant pas", en = "not coded, counted as no conclusion" } }
end

--- A share is a number from 0 to 100 %; what stands outside is said (S03) and is none.
local function is_share(field)
  return function(f, bilan) return bilan.all { f[field]:ge(0), f[field]:le(1) } end
end

add("SYN_bie", "BIE : mentionné", "Gender budgeting: mentioned",
  { fr = "rapports / rapports codés", en = "reports / reports coded" },
  function(f, bilan) return bilan.ratio(f.bie:one_of { "sensibilisation", "mise en œuvre" }, 1) end)
for _, answer in ipairs { { "_sensibilisation", "sensibilisation", "awareness" },
  { "_mise_en_oeuvre", "mise en œuvre", "put into practice" } } do
  add("SYN_bie" .. answer[1], "BIE : " .. answer[2], "Gender budgeting: " .. answer[3],
    { fr = "rapports / rapports codés", en = "reports / reports coded" },
    function(f, bilan) return bilan.ratio(f.bie:eq(answer[2]), 1) end)
end
add_stated("SYN_bie_consequences", "BIE : conséquences sur la programmation, parmi ceux qui le mentionnent",
  "Gender budgeting: consequences on the programming, of those that mention it",
  "rapports qui mentionnent le BIE", "reports that mention it",
  function(f) return f.bie_consequence end, function(f) return f.bie:one_of { "sensibilisation", "mise en œuvre" } end)

add_stated("SYN_cc_accompagnement", "Conseils citoyens : accompagnés ou l'ayant été", "Councils: with support, now or before",
  "ensemble des rapports", "all reports",
  function(f) return f.cc_accompagnement:one_of { "oui", "oui en cours", "oui terminé" } end)

add_stated("SYN_dc_chiffre", "Droit commun : part chiffrée", "Ordinary policy: share given", "ensemble des rapports",
  "all reports", is_share "dc_part", function(f, bilan) return bilan.no(f.dc_part:in_state { "so" }) end)
add_stated("SYN_dc_conclut", "Droit commun : conclusion donnée", "Ordinary policy: conclusion given",
  "ensemble des rapports", "all reports", function(f) return f.dc_conclusion:one_of(CONCLUDED) end, nil, no_conclusion "dc_conclusion")
add_stated("SYN_emploi_conclut", "Emploi : conclusion donnée, parmi les analyses approfondies",
  "Employment: conclusion given, of the analyses in depth", "rapports qui analysent l'emploi en profondeur",
  "reports that analyse it in depth",
  function(f) return f.emp_conclusion:one_of(CONCLUDED) end, function(f) return f.place_emploi:eq("3") end, no_conclusion "emp_conclusion")
add_stated("SYN_emploi_part", "Emploi : part de l'enveloppe donnée", "Employment: share of the envelope given",
  "ensemble des rapports", "all reports", is_share "emp_part",
  function(f, bilan) return bilan.no(f.emp_part:in_state { "so" }) end)

for _, one in ipairs { { "positif", "positive" }, { "mitigé", "mixed" }, { "non atteint", "not reached" },
  { "négatif", "negative" } } do
  for _, of in ipairs { { "SYN_dc_", "dc_conclusion", "Droit commun", "Ordinary policy" },
    { "SYN_emploi_", "emp_conclusion", "Emploi", "Employment" } } do
    add(of[1] .. one[2]:gsub(" ", "_"), of[3] .. " : conclusion « " .. one[1] .. " », parmi ceux qui concluent",
      of[4] .. ": conclusion “" .. one[2] .. "”, of those that conclude",
      { fr = "rapports / rapports qui concluent", en = "reports / reports that conclude" },
      function(f, bilan) return bilan.ratio(f[of[2]]:eq(one[1]), 1, { where = f[of[2]]:one_of(CONCLUDED):known_or(false) }) end)
  end
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
