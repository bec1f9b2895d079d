-- SPDX-License-Identifier: MPL-2.0
-- What councils are asked beside their figures: their state, who supports them, what succeeds and what hinders, where they sit
-- and how members are chosen. Source: domain dossier 3.3.2.
local bilan = require "bilan"
local conseils = require "bilan.conseils"
local multiple_answers = require "bilan.multiple_answers"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local f = bilan.field

local council_questions = {}

local COUNCILS = { fr = "Conseils", en = "Councils" }

--- Questions with several answers: asked of all councils of the year, or of those that `asked` says (when `needs` is there).
local QUESTIONS = {
  { field = "reussites", vocabulary = "reussites_conseil", page = "heard", sheet = { fr = "Réussites", en = "Successes" },
    title = { fr = "Réussites des conseils citoyens", en = "Successes of citizens' councils" } },
  { field = "difficultes", vocabulary = "difficultes_conseil", page = "heard", sheet = { fr = "Difficultés", en = "Difficulties" },
    title = { fr = "Difficultés des conseils citoyens", en = "Difficulties of citizens' councils" } },
  { field = "participation_instances", vocabulary = "instances", page = "seats", sheet = { fr = "Instances", en = "Bodies" },
    title = { fr = "Instances où siègent les conseils", en = "Bodies where councils sit" } },
  { field = "mode_designation", vocabulary = "mode_designation", page = "seats", sheet = { fr = "Désignation", en = "How members are chosen" },
    title = { fr = "Modes de désignation", en = "How members are chosen" } },
  { field = "listes_tirage", vocabulary = "listes_tirage", sheet = { fr = "Listes du tirage", en = "Lists drawn from" },
    title = { fr = "Listes utilisées pour le tirage au sort", en = "Lists drawn from" },
    needs = "mode_designation", asked = f.mode_designation:one_of { "tirage au sort", "mixte" },
    asked_words = { fr = "conseils tirés au sort", en = "councils drawn by lot" } },
  { field = "accompagnateur", vocabulary = "accompagnateur", page = "support", sheet = { fr = "Accompagnateurs", en = "Who supports" },
    title = { fr = "Qui accompagne les conseils", en = "Who supports councils" },
    needs = "accompagnement", asked = f.accompagnement:one_of { "oui", "oui en cours", "oui terminé" },
    asked_words = { fr = "conseils accompagnés", en = "councils with support" } },
}
local SCALES = {
  { id = "cc_etat", field = "etat", vocabulary = "etat_conseil", page = "state", unstated = { "non précisé" }, sheet = { fr = "État", en = "State" },
    title = { fr = "État et activité des conseils", en = "State of councils" } },
  { id = "cc_portage", field = "statut_juridique", vocabulary = "portage_conseil", is_ranked = true, page = "state",
    sheet = { fr = "Portage", en = "Legal support" }, title = { fr = "Portage des conseils", en = "Legal support of councils" } },
  { id = "cc_accompagnement", field = "accompagnement", vocabulary = "accompagnement", page = "support",
    sheet = { fr = "Accompagnement", en = "Support" }, title = { fr = "Conseils accompagnés", en = "Councils with support" } },
}

--- The sheets that two small tables share.
local function pages()
  return { heard = shared_sheet.new { fr = "Réussites et difficultés", en = "Successes and difficulties" },
    seats = shared_sheet.new { fr = "Instances et désignation", en = "Bodies and choice" },
    state = shared_sheet.new { fr = "État et portage", en = "State and legal support" },
    support = shared_sheet.new { fr = "Accompagnement", en = "Support" } }
end

--- A question with the sheet that it shares in this run.
local function on_page(question, shared)
  local placed = {}
  for name, value in pairs(question) do placed[name] = value end
  placed.page = shared[question.page]
  return placed
end

--- Puts the answers on their sheets; the titles of questions that nobody answered go to `missing`. All councils have a state; the
--- rest is asked of those that were set up.
function council_questions.tables(run, all, missing)
  local councils = conseils.asked(all)
  local shared = pages()
  for _, question in ipairs(SCALES) do
    question.counted = COUNCILS
    if not single_answers.table(run, question.field == "etat" and all or councils, on_page(question, shared)) then missing[#missing + 1] = question.title end
  end
  local everybody = councils:count() == all:count() and { fr = "conseils de l'exercice", en = "councils of the year" }
    or { fr = "conseils mis en place", en = "councils that were set up" }
  for _, question in ipairs(QUESTIONS) do
    local needs = question.needs and councils:has(question.needs) and question or {}
    local is_done, is_drawn = multiple_answers.table(run, councils, { id = "cc_" .. question.field, sheet = question.sheet,
      title = question.title, field = question.field, vocabulary = question.vocabulary, counted = COUNCILS,
      page = shared[question.page],
      asked = needs.asked, asked_words = needs.asked_words or everybody })
    if not is_done then missing[#missing + 1] = question.title end
    if is_drawn and question.field == "difficultes" then run:chart_on_first_page "cc_difficultes" end
  end
end

return council_questions
