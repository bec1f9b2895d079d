-- SPDX-License-Identifier: MPL-2.0
-- What the coding grid of evaluation reports holds, as data: its themes, what reports state of each, the questions with
-- several answers, what two coders are compared on, and which counts hold one another. Source: domain dossier 3.9.
local bilan = require "bilan"
local f = bilan.field

local grid = {}

local TREATED = { "2", "3" }

--- Successes and difficulties are read side by side.
local COUNCILS = { fr = "Réussites, difficultés conseils", en = "Councils: what helps, hinders" }
local EMPLOYMENT = { fr = "Réussites, difficultés emploi", en = "Jobs: what helps, hinders" }

--- Levels of place that mention a theme at least.
grid.EVOKED = { "1", "2", "3" }

local CONCLUDED = { "positif", "mitigé", "non atteint", "négatif" }
local MENTIONS_BIE = f.bie:one_of { "sensibilisation", "mise en œuvre" }

--- Each theme: what reports state of it (indicators, with the field they need and the word that some report has to say, where the
--- dossier does not ask for it: `says`; `field`, `within` and `has_no` as in bilan.counts), and the questions with several answers (SYN04); those with one `sheet` share it.
grid.themes = {
  { id = "efh", words = { fr = "Égalité femmes-hommes", en = "Equality" }, short = { fr = "EFH", en = "Equality" },
    stated = { { "SYN_bie", needs = "bie" }, { "SYN_bie_sensibilisation", needs = "bie" },
      { "SYN_bie_mise_en_oeuvre", needs = "bie" },
      { "SYN_bie_consequences", needs = "bie_consequence", field = "bie_consequence", within = MENTIONS_BIE, has_no = true } },
    questions = { { field = "type_actions_efh", vocabulary = "type_action_fh",
      sheet = { fr = "Actions égalité", en = "Equality actions" },
      title = { fr = "Types d'actions pour l'égalité", en = "Kinds of equality actions" } } } },
  { id = "lcd", words = { fr = "Lutte contre les discriminations", en = "Anti-discrimination" },
    sheet = { fr = "Discriminations (LCD)", en = "Anti-discrimination" }, -- a sheet has 31 characters at most
    short = { fr = "LCD", en = "Anti-discrimination" }, stated = {},
    questions = { { field = "type_actions_lcd", vocabulary = "type_action_lcd",
      sheet = { fr = "Actions LCD", en = "Anti-discrimination actions" },
      title = { fr = "Types d'actions contre les discriminations", en = "Kinds of anti-discrimination actions" } } } },
  { id = "cc", words = { fr = "Conseils citoyens", en = "Citizens' councils" }, short = { fr = "Conseils", en = "Councils" },
    stated = { { "SYN_cc_accompagnement", needs = "cc_accompagnement", field = "cc_accompagnement", has_no = true } },
    questions = {
      { field = "cc_reussites", vocabulary = "reussites_conseil",
        sheet = COUNCILS,
        title = { fr = "Réussites des conseils citoyens", en = "Successes of citizens' councils" } },
      { field = "cc_difficultes", vocabulary = "difficultes_conseil",
        sheet = COUNCILS,
        title = { fr = "Difficultés des conseils citoyens", en = "Difficulties of citizens' councils" } } } },
  { id = "dc", words = { fr = "Droit commun", en = "Ordinary policy" }, short = { fr = "Droit commun", en = "Ordinary" },
    stated = { { "SYN_dc_chiffre", needs = "dc_part", field = "dc_part" },
      { "SYN_dc_conclut", needs = "dc_conclusion", field = "dc_conclusion", has_no = true },
      { "SYN_dc_positive", needs = "dc_conclusion" }, { "SYN_dc_mixed", needs = "dc_conclusion" },
      { "SYN_dc_not_reached", needs = "dc_conclusion" }, { "SYN_dc_negative", needs = "dc_conclusion", says = "négatif" } },
    questions = {} },
  { id = "emploi", words = { fr = "Emploi", en = "Employment" }, short = { fr = "Emploi", en = "Employment" },
    stated = {
      { "SYN_emploi_conclut", needs = "emp_conclusion", field = "emp_conclusion", within = f.place_emploi:eq "3", has_no = true },
      { "SYN_emploi_positive", needs = "emp_conclusion" }, { "SYN_emploi_mixed", needs = "emp_conclusion" },
      { "SYN_emploi_not_reached", needs = "emp_conclusion" }, { "SYN_emploi_negative", needs = "emp_conclusion", says = "négatif" } },
    questions = {
      { field = "actions_emploi", sheet = { fr = "Actions emploi", en = "Employment actions" },
        title = { fr = "Actions emploi valorisées", en = "Employment actions put forward" } },
      { field = "emp_reussites", vocabulary = "reussites_emploi",
        sheet = EMPLOYMENT,
        title = { fr = "Réussites en matière d'emploi", en = "Successes in employment" } },
      { field = "emp_difficultes", vocabulary = "difficultes_emploi",
        sheet = EMPLOYMENT,
        title = { fr = "Difficultés en matière d'emploi", en = "Difficulties in employment" } } } },
}
for _, theme in ipairs(grid.themes) do theme.place = "place_" .. theme.id end

--- Words of a theme by its id.
grid.words = {}
for _, theme in ipairs(grid.themes) do grid.words[theme.id] = theme.words end

--- What two coders are compared on (SYN07): the fields and the vocabularies of their codes.
grid.coded_twice = { { "modalite", "modalite_evaluation" }, { "place_efh", "place_theme" }, { "bie", "bie_rapport" },
  { "place_lcd", "place_theme" }, { "place_cc", "place_theme" }, { "cc_accompagnement", "accompagnement" },
  { "place_dc", "place_theme" }, { "dc_conclusion", "conclusion" }, { "place_emploi", "place_theme" },
  { "emp_conclusion", "conclusion" } }

--- Counts that hold one another (S01, S06): conditions on a report, and the two fields that they need.
grid.nested = {}

local function add(needs, fr, whole_fr, en, whole_en, is_part, is_whole)
  grid.nested[#grid.nested + 1] = { needs = needs, part = { fr = fr, en = en }, whole = { fr = whole_fr, en = whole_en },
    is_part = is_part, is_whole = is_whole }
end

for _, theme in ipairs(grid.themes) do
  local needs, place = { theme.place, theme.place }, f[theme.place]
  add(needs, theme.words.fr .. " : traitent", "évoquent", theme.words.en .. ": deal with it", "mention it",
    place:one_of(TREATED), place:one_of(grid.EVOKED))
  add(needs, theme.words.fr .. " : analysent en profondeur", "traitent", theme.words.en .. ": analyse it in depth",
    "deal with it", place:eq "3", place:one_of(TREATED))
end
add({ "cc_accompagnement", "place_cc" }, "Conseils accompagnés", "évoquent les conseils", "Councils with support",
  "mention councils", f.cc_accompagnement:one_of { "oui", "oui en cours", "oui terminé" }, f.place_cc:one_of(grid.EVOKED))
add({ "dc_part", "place_dc" }, "Chiffrent le droit commun", "évoquent le droit commun", "Give a share of ordinary policy",
  "mention it", bilan.all { f.dc_part:ge(0), f.dc_part:le(1) }, f.place_dc:one_of(grid.EVOKED))
add({ "dc_conclusion", "place_dc" }, "Concluent sur le droit commun", "traitent le droit commun",
  "Conclude on ordinary policy", "deal with it", f.dc_conclusion:one_of(CONCLUDED), f.place_dc:one_of(TREATED))
add({ "emp_conclusion", "place_emploi" }, "Concluent sur l'emploi", "analysent l'emploi en profondeur",
  "Conclude on employment", "analyse it in depth", f.emp_conclusion:one_of(CONCLUDED), f.place_emploi:eq "3")
add({ "bie_consequence", "bie" }, "Précisent les conséquences du BIE", "mentionnent le BIE",
  "State consequences of gender budgeting", "mention it", f.bie_consequence, MENTIONS_BIE)

return grid
