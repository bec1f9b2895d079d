-- SPDX-License-Identifier: MPL-2.0
-- Themes read in free text by a dictionary: an expression counts where it stands as whole words, whatever its case, accents
-- and punctuation. A short name that is also a word (PACTE) counts in capitals only, and not as the law of that name. What a
-- text says it does not need is no theme of it. Nothing is guessed beyond the list: a text without any of its expressions has
-- no theme. Source: domain dossier 3.10.
local bilan = require "bilan"

local themes = {}

--- Theme, and its expressions.
themes.dictionary = {
  { id = "GPECT", "GPECT", "GPEC territoriale", "GPEC" },
  { id = "PLIE", "PLIE" },
  { id = "TZCLD", "TZCLD", "territoire zéro chômeur", "territoires zéro chômeur", "zéro chômeur de longue durée" },
  { id = "cité de l'emploi", "cité de l'emploi", "cités de l'emploi" },
  { id = "PaQte/club d'entreprises", "PaQte", "pacte avec les quartiers", "club d'entreprises", "clubs d'entreprises",
    capitals = { "PACTE" } },
  { id = "clauses d'insertion", "clauses d'insertion", "clause d'insertion", "clauses sociales", "clause sociale", "clauses" },
  { id = "ESS", "ESS", "économie sociale et solidaire" },
  { id = "plateforme/numérique", "plateforme", "plateformes", "numérique" },
  { id = "aller-vers", "aller-vers" },
  { id = "mobilité", "mobilité", "mobilités" },
  { id = "formation/campus", "formation", "formations", "campus" },
  { id = "saisonnier/tourisme", "saisonnier", "saisonniers", "saisonnalité", "tourisme" },
  { id = "agriculture", "agriculture", "agricole", "agricoles" },
  { id = "TPE", "TPE" },
  { id = "attractivité", "attractivité" },
  { id = "coordination des acteurs", "coordination", "mise en réseau" },
  { id = "financement", "financement", "financements" },
  { id = "diagnostic/observatoire", "diagnostic", "diagnostics", "observatoire", "observatoires" },
  { id = "SPIE/100 % inclusion", "SPIE", "100 % inclusion" },
  { id = "QPV", "QPV", "quartier prioritaire", "quartiers prioritaires" },
}

--- What denies the rest of its part of a text: « pas besoin de GPECT ».
local DENIALS = { " pas besoin ", " pas de besoin ", " plus besoin ", " aucun besoin ", " pas de ressource ", " aucune ressource ",
  " pas concerne " }

local known_words = {} -- by text: a theme is looked for in the same texts again and again

--- The words between single spaces, with one at both ends: « Cités de l’emploi » is ` cites de l emploi `.
local function plain_words(text)
  local words = {}
  for word in string.gmatch(bilan.text.fold(text), "%w+") do words[#words + 1] = word end
  return " " .. table.concat(words, " ") .. " "
end

--- The parts of a text, without those that deny what they name.
local function affirmed(text)
  local parts = {}
  for _, mark in ipairs { " - ", "=>", ">>", "•" } do text = bilan.text.replace(text, mark, ";") end
  for part in string.gmatch(text, "[^\n;.,]+") do
    local words, is_denied = plain_words(part), false
    for _, denial in ipairs(DENIALS) do is_denied = is_denied or string.find(words, denial, 1, true) ~= nil end
    if not is_denied then parts[#parts + 1] = part end
  end
  return parts
end

--- The words of a text as `plain_words` gives them; of one that denies something, only those of its other parts.
local function words_of(text)
  if not known_words[text] then
    local words = plain_words(text)
    for _, denial in ipairs(DENIALS) do
      if string.find(words, denial, 1, true) then
        words = plain_words(table.concat(affirmed(text), " | "))
        break
      end
    end
    known_words[text] = words
  end
  return known_words[text]
end

--- True where a name in capitals stands alone, and is not « loi PACTE ».
local function names_in_capitals(text, name)
  local first, last = string.find(text, name, 1, true)
  while first do
    local is_alone = not string.find(string.sub(text, first - 1, first - 1) .. string.sub(text, last + 1, last + 1), "%w")
    if is_alone and string.sub(plain_words(string.sub(text, 1, first - 1)), -5) ~= " loi " then return true end
    first, last = string.find(text, name, last + 1, true)
  end
  return false
end

--- The expressions of a theme that stand in a text.
---@return string[]
function themes.expressions_in(text, theme)
  local found, words = {}, words_of(text)
  for _, expression in ipairs(theme) do
    if string.find(words, words_of(expression), 1, true) then found[#found + 1] = expression end
  end
  for _, name in ipairs(theme.capitals or {}) do
    if names_in_capitals(text, name) then found[#found + 1] = name end
  end
  return found
end

--- True when the text speaks of the theme.
function themes.is_in(text, theme)
  return text ~= nil and #themes.expressions_in(text, theme) > 0
end

--- A condition for `where`: rows of which one of these fields at least speaks of the theme; or whose list field `listed`
--- names it.
function themes.mentioned(fields, theme, listed)
  return function(row)
    for _, field in ipairs(fields) do
      if themes.is_in(row[field], theme) then return true end
    end
    for _, item in ipairs(listed and row[listed] or {}) do
      if item == theme.id then return true end
    end
    return false
  end
end

return themes
