-- SPDX-License-Identifier: MPL-2.0
-- Gender budgeting: how actions and credits are spread over the scores. Source: domain dossier 3.1.4.
-- « Non coté » is a fourth state and never G0. The score is that of the committee, else of the examiner. An amount is not
-- weighted: a G1 action counts for its whole amount, as in the OECD marker, which is qualitative.
-- Scores, what was asked and what the committee does are of all that was submitted; amounts awarded and people are those of the
-- programming (scripts/bilan/programmed.lua), as in every other report.

local amount_share = require "bilan.amount_share"
local both_amounts = require "bilan.both_amounts"
local exercice = require("bilan").field.exercice
local holders = require "bilan.holders"
local marker = require "bilan.score"
local programmed = require "bilan.programmed"
local sexes = require "bilan.sexes"

local scores = { "G0", "G1", "G2" }
--- What shares of the amounts awarded by score rest on.
local AWARDED = { "accorde_p147", "cotation_finale", "cotation_instructeur", "statut", "paye_p147" }

local scored = marker.is

--- Whether an action has one of the scores: unknown where its file has no column of scores, false where the cell is empty.
local function is_asked_and(f, bilan, wanted)
  local is_not_asked = bilan.all { f.cotation_finale:in_state { "abs" }, f.cotation_instructeur:in_state { "abs" } }
  return bilan.when(is_not_asked, f.cotation_finale:one_of(wanted), scored(f, bilan, wanted))
end

local function is_scored(f, bilan) return is_asked_and(f, bilan, scores) end

--- Selected actions: those that the committee kept, whatever became of them; without a status, those with an amount.
local function retained(f, bilan)
  return bilan.any { bilan.all { f.statut:known(), f.statut:one_of { "retenue", "réalisée", "partiellement réalisée", "reportée" } },
    bilan.all { bilan.no(f.statut:known()), f.accorde_p147:known(), f.accorde_p147:gt(0) } }
end

local counted = { fr = "une action dont la cellule est vide est « non cotée » ; celles d'un fichier sans colonne de cotation sont inconnues",
  en = "an action with an empty cell is \"not scored\"; those of a file without a column of scores are unknown" }
local amounts = { fr = "les montants inconnus ne sont pas ajoutés et sont comptés ; montants accordés : actions de la programmation",
  en = "unknown amounts are not added, and are counted; amounts awarded: actions of the programming" }
local both = { fr = "lignes où les deux termes sont connus", en = "rows where both terms are known" }
local people = { fr = "actions de la programmation où les deux termes sont connus",
  en = "actions of the programming where both terms are known" }

local list = {
  { id = "BIE01", dataset = "action", unit = "rate",
    label = { fr = "Taux de cotation (nombre)", en = "Share of scored actions" },
    formula = { fr = "actions cotées G0, G1 ou G2 / actions", en = "actions scored G0, G1 or G2 / actions" },
    unknowns = counted,
    measure = function(f, bilan) return bilan.ratio(is_scored(f, bilan), 1) end },
  { id = "BIE02", dataset = "action", unit = "rate",
    label = { fr = "Taux de cotation (montant)", en = "Share of scored credits" },
    formula = { fr = "montants accordés aux actions cotées / montants accordés", en = "awarded to scored actions / awarded" },
    unknowns = amounts,
    fields = AWARDED,
    figure = function(_, rows)
      local bilan = require "bilan"
      return amount_share.of(programmed.kept(rows), bilan.field.accorde_p147, is_scored(bilan.field, bilan))
    end },
  { id = "BIE05", dataset = "action", unit = "rate",
    label = { fr = "Part des crédits contribuant à l'égalité", en = "Share of credits that contribute to equality" },
    formula = { fr = "montants accordés G1 + G2 / montants accordés aux actions cotées",
      en = "awarded to G1 + G2 / awarded to scored actions" },
    unknowns = amounts,
    fields = AWARDED,
    figure = function(_, rows)
      local bilan = require "bilan"
      local f = bilan.field
      return amount_share.of(programmed.kept(rows):where(scored(f, bilan, scores)), f.accorde_p147, scored(f, bilan, { "G1", "G2" }))
    end },
  { id = "BIE06", dataset = "action", unit = "rate",
    label = { fr = "Part des crédits contribuant à l'égalité, sur le total", en = "The same, of all credits" },
    formula = { fr = "montants accordés G1 + G2 / montants accordés", en = "awarded to G1 + G2 / awarded" },
    unknowns = { fr = amounts.fr .. " ; ceux d'un fichier sans colonne de cotation sont inconnus", en = amounts.en
      .. "; those of a file without a column of scores are unknown" },
    note = { fr = "minimum quand des actions ne sont pas cotées", en = "a minimum when actions are not scored" },
    fields = AWARDED,
    figure = function(_, rows)
      local bilan = require "bilan"
      return amount_share.of(programmed.kept(rows), bilan.field.accorde_p147, is_asked_and(bilan.field, bilan, { "G1", "G2" }))
    end },
  { id = "BIE11", dataset = "action", unit = "rate",
    label = { fr = "Concordance porteur / instructeur", en = "Holder and examiner agree" },
    formula = { fr = "actions où les deux cotations sont égales / actions où les deux sont connues",
      en = "actions where both scores are equal / actions where both are known" },
    unknowns = both,
    measure = function(f, bilan)
      return bilan.ratio(f.cotation_porteur:eq(f.cotation_instructeur), 1,
        { where = bilan.all { f.cotation_porteur:one_of(scores), f.cotation_instructeur:one_of(scores) } })
    end },
  { id = "BIE12", dataset = "action", unit = "rate",
    label = { fr = "Part des femmes parmi les bénéficiaires", en = "Share of women among beneficiaries" },
    formula = { fr = "femmes / (femmes + hommes)", en = "women / (women + men)" },
    unknowns = people,
    measure = function(f, bilan) return sexes.share_of_women_where(f, bilan, programmed.is()) end },
  { id = "BIE14", dataset = "action", unit = "rate",
    label = { fr = "Actions à public très déséquilibré", en = "Actions with a very uneven public" },
    formula = { fr = "actions où un sexe atteint le seuil (70 %, sauf paramètre) / actions où femmes et hommes sont connus",
      en = "actions where one sex reaches the threshold (70%, or the parameter) / actions where both are known" },
    unknowns = people,
    measure = function(f, bilan, params)
      local threshold = params.seuil_desequilibre or 0.7
      local everybody = sexes.everybody(f, bilan)
      return bilan.ratio(bilan.any { f.benef_f:ge(everybody * threshold), f.benef_h:ge(everybody * threshold) }, 1,
        { where = bilan.all { programmed.is(), everybody:ne(0):known_or(true) } })
    end },
  { id = "BIE15", dataset = "action", unit = "rate",
    label = { fr = "Taux de données sexuées", en = "Share of actions with data by sex" },
    formula = { fr = "actions où femmes et hommes sont connus / actions de la programmation",
      en = "actions where both are known / actions of the programming" },
    unknowns = counted,
    measure = function(f, bilan)
      return bilan.ratio(bilan.all { f.benef_f:known(), f.benef_h:known() }, 1, { where = programmed.is() })
    end },
  { id = "BIE16", dataset = "action", unit = "rate",
    label = { fr = "Porteurs sensibilisés au BIE", en = "Holders trained" },
    formula = holders.SAY_YES.formula, unknowns = holders.SAY_YES.unknowns,
    figure = function(_, rows) return holders.share(rows, "formation_porteur") end },
  { id = "BIE17", dataset = "action", unit = "rate",
    label = { fr = "Actions sous éga-conditionnalité", en = "Actions under an equality condition" },
    formula = { fr = "engagement, condition, minoration ou refus / actions où la réponse est connue (« aucune » en est une)",
      en = "commitment, condition, reduction or refusal / actions whose answer is known (“none” is one)" },
    unknowns = { fr = "actions où la réponse est connue", en = "actions whose answer is known" },
    measure = function(f, bilan)
      return bilan.ratio(f.condition_ega:one_of { "engagement du porteur", "condition de versement", "minoration",
        "refus motivé" }, 1)
    end },
}

--- What the programme spends on each sex, each action's credits split as its public is.
local function credits_of(id, fr, en, formula, what)
  list[#list + 1] = { id = id, dataset = "action", unit = "euro", label = { fr = fr, en = en }, formula = formula,
    unknowns = { fr = "actions de la programmation où le montant, les femmes et les hommes sont connus ; indicatif, à ne jamais nommer " ..
      "« budget des femmes »", en = "actions of the programming where the amount, women and men are known; indicative" },
    measure = function(f, bilan) return what(f, bilan, f.accorde_p147 / sexes.everybody(f, bilan)) end }
end

credits_of("BIE19f", "Crédits au prorata des femmes bénéficiaires", "Credits in proportion to women",
  { fr = "somme de : montant accordé × femmes / (femmes + hommes)", en = "sum of: awarded × women / (women + men)" },
  function(f, bilan, per_person) return bilan.sum(per_person * f.benef_f, { where = programmed.is() }) end)
credits_of("BIE19h", "Crédits au prorata des hommes bénéficiaires", "Credits in proportion to men",
  { fr = "somme de : montant accordé × hommes / (femmes + hommes)", en = "sum of: awarded × men / (women + men)" },
  function(f, bilan, per_person) return bilan.sum(per_person * f.benef_h, { where = programmed.is() }) end)

list[#list + 1] = { id = "BIE19", dataset = "action", unit = "rate",
  label = { fr = "Part des crédits au prorata des femmes", en = "Share of credits in proportion to women" },
  formula = { fr = "crédits au prorata des femmes / crédits au prorata des femmes et des hommes",
    en = "credits in proportion to women / in proportion to women and men" },
  unknowns = { fr = "actions de la programmation où le montant, les femmes et les hommes sont connus ; indicatif",
    en = "actions of the programming where the amount, women and men are known; indicative" },
  measure = function(f, bilan)
    local everybody = sexes.everybody(f, bilan)
    local per_person = f.accorde_p147 / everybody
    return bilan.ratio(per_person * f.benef_f, per_person * everybody, { where = programmed.is() })
  end }

list[#list + 1] = { id = "BIE13", dataset = "action", unit = "points",
  label = { fr = "Écart de la part des femmes à la population de référence", en = "Share of women less that of residents" },
  formula = { fr = "part des femmes parmi les bénéficiaires (BIE12) − part des femmes dans les QPV (paramètre)",
    en = "share of women among beneficiaries (BIE12) − share of women in the QPV (parameter)" },
  unknowns = { fr = "ceux de BIE12 ; non calculé sans le paramètre part_femmes_reference",
    en = "those of BIE12; not computed without the parameter part_femmes_reference" },
  figure = function(run, rows, params)
    local reference = params.part_femmes_reference
    return reference and (run:indicator("BIE12", rows) - reference) * 100
  end }

list[#list + 1] = { id = "BIE18", dataset = "action", unit = "points",
  label = { fr = "Évolution de la part des crédits contribuant à l'égalité", en = "Change of the share of credits for equality" },
  formula = { fr = "BIE05 de l'exercice − BIE05 de l'exercice précédent", en = "BIE05 of the year − BIE05 of the year before" },
  unknowns = { fr = "non calculé si moins de 80 % des crédits (sauf paramètre) sont cotés l'une des deux années",
    en = "not computed when less than 80% of credits (or the parameter) are scored in either year" },
  figure = function(run, rows, params)
    if not run.year then return nil end
    -- A row without a year is of this one, as the rows of the report are.
    local before = run:dataset("action"):where(exercice:known_or(run.year):eq(run.year - 1))
    for _, year in ipairs { rows, before } do
      local scored_credits = run:indicator("BIE02", year).value
      if not scored_credits or scored_credits < (params.part_cotee_minimale or 0.8) then return nil end
    end
    return run:indicator("BIE05", rows) - run:indicator("BIE05", before)
  end }

--- The indicators that stand once for each score: BIE03 G0, BIE03 G1, …
local function by_score(id, unit, fr, en, formula, unknowns, measure)
  for _, score in ipairs(scores) do
    list[#list + 1] = { id = id .. "_" .. score, dataset = "action", unit = unit,
      label = { fr = fr .. " : " .. score, en = en .. ": " .. score }, formula = formula, unknowns = unknowns,
      measure = function(f, bilan)
        return measure(f, bilan, scored(f, bilan, { score }), scored(f, bilan, scores))
      end }
  end
end

by_score("BIE03", "rate", "Répartition du nombre par cotation", "Actions by score",
  { fr = "actions de cette cotation / actions cotées", en = "actions with this score / scored actions" }, counted,
  function(_, bilan, this, any) return bilan.ratio(this, 1, { where = any }) end)
--- The share of each score in the amounts of the scored actions of `rows_of(rows)`.
local function shares_of_amounts(id, fr, en, formula, fields, field, rows_of)
  for _, score in ipairs(scores) do
    list[#list + 1] = { id = id .. "_" .. score, dataset = "action", unit = "rate",
      label = { fr = fr .. " : " .. score, en = en .. ": " .. score }, formula = formula, unknowns = amounts, fields = fields,
      figure = function(_, rows)
        local bilan = require "bilan"
        local f = bilan.field
        return amount_share.of(rows_of(rows):where(scored(f, bilan, scores)), f[field], scored(f, bilan, { score }))
      end }
  end
end
shares_of_amounts("BIE04", "Répartition des crédits par cotation", "Credits by score",
  { fr = "montants accordés de cette cotation / montants accordés aux actions cotées",
    en = "awarded with this score / awarded to scored actions" }, AWARDED, "accorde_p147", programmed.kept)
by_score("BIE07", "rate", "Taux de sélection", "Share selected",
  { fr = "actions retenues (statut retenue, réalisée, partiellement réalisée ou reportée ; sans statut : montant accordé non nul) / actions "
    .. "déposées, de cette cotation",
    en = "selected (by status: selected, carried out, partly carried out or put off; without a status: an amount awarded) / submitted, with "
      .. "this score" }, counted,
  function(f, bilan, this) return bilan.ratio(retained(f, bilan), 1, { where = this }) end)
by_score("BIE08", "rate", "Taux de couverture de la demande", "Awarded of what was asked",
  { fr = "montants accordés / montants demandés, toutes les actions déposées de cette cotation",
    en = "awarded / asked, all submitted actions with this score" }, both,
  function(f, bilan, this) return bilan.ratio(f.accorde_p147, f.demande_p147, { where = this }) end)
by_score("BIE08r", "rate", "Taux de couverture de la demande, actions retenues", "Awarded of what was asked, selected actions",
  { fr = "montants accordés / montants demandés, actions retenues de cette cotation",
    en = "awarded / asked, selected actions with this score" }, both,
  function(f, bilan, this)
    return bilan.ratio(f.accorde_p147, f.demande_p147, { where = bilan.all { this, retained(f, bilan) } })
  end)
shares_of_amounts("BIE09e", "Part des crédits demandés à l'entrée du comité", "Share of credits asked, before the committee",
  { fr = "montants demandés de cette cotation / montants demandés par les actions cotées",
    en = "asked with this score / asked by scored actions" }, { "demande_p147", "cotation_finale", "cotation_instructeur" },
  "demande_p147", function(rows) return rows end)
by_score("BIE10", "euro", "Montant moyen accordé", "Mean amount awarded",
  { fr = "montants accordés / actions au montant non nul, de cette cotation", en = "awarded / actions with an amount" },
  amounts,
  function(f, bilan, this)
    return bilan.ratio(f.accorde_p147, 1, { where = bilan.all { programmed.is(), this, f.accorde_p147:gt(0) }, unit = "euro" })
  end)

list[#list + 1] = { id = "BIE09", dataset = "action", unit = "points",
  label = { fr = "Effet du comité sur la part des crédits G1 + G2", en = "Effect of the committee on the share of G1 + G2" },
  formula = { fr = "part G1 + G2 des crédits accordés − part G1 + G2 des crédits demandés, actions cotées dont les deux montants sont connus",
    en = "G1 + G2 share of credits awarded − G1 + G2 share of credits asked, scored actions of which both amounts are known" },
  unknowns = amounts,
  figure = function(run, rows)
    local same = both_amounts.rows(rows)
    return run:indicator("BIE05", same) - (run:indicator("BIE09e_G1", same) + run:indicator("BIE09e_G2", same))
  end }
for _, score in ipairs(scores) do
  list[#list + 1] = { id = "BIE09_" .. score, dataset = "action", unit = "points",
    label = { fr = "Effet du comité : " .. score, en = "Effect of the committee: " .. score },
    formula = { fr = "part des crédits accordés (sortie) − part des crédits demandés (entrée), actions cotées dont les deux montants sont connus",
      en = "share of credits awarded (exit) − share of credits asked (entry), scored actions of which both amounts are known" },
    unknowns = amounts,
    figure = function(run, rows)
      local same = both_amounts.rows(rows)
      return run:indicator("BIE04_" .. score, same) - run:indicator("BIE09e_" .. score, same)
    end }
end

return list
