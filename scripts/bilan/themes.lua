-- SPDX-License-Identifier: MPL-2.0
-- Themes read in free text by a dictionary: an expression counts where it stands as whole words, whatever its case, accents
-- and punctuation. A short name that is also a word (PACTE) counts in capitals only. Nothing is guessed beyond the list: a
-- text without any of its expressions has no theme. Source: domain dossier 3.10.
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

local known_words = {} -- by text: a theme is looked for in the same texts again and again

--- The words of a text between single spaces, with one at both ends: « Cités de l’emploi » is ` cites de l emploi `.
local function words_of(text)
  if not known_words[text] then
    local words = {}
    for word in string.gmatch(bilan.text.fold(text), "%w+") do words[#words + 1] = word end
    known_words[text] = " " .. table.concat(words, " ") .. " "
  end
  return known_words[text]
end

--- The expressions of a theme that stand in a text.
---@return string[]
function themes.expressions_in(text, theme)
  local found, words = {}, words_of(text)
  for _, expression in ipairs(theme) do
    if string.find(words, words_of(expression), 1, true) then found[#found + 1] = expression end
  end
  for _, name in ipairs(theme.capitals or {}) do
    local first, last = string.find(text, name, 1, true)
    local is_alone = first and not string.find(string.sub(text, first - 1, first - 1) .. string.sub(text, last + 1, last + 1),
      "%w")
    if is_alone then found[#found + 1] = name end
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
