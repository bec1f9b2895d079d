-- SPDX-License-Identifier: MPL-2.0
-- A question with several possible answers (SYN04): how often each was given, the most frequent first, over two bases
-- that are both printed: all rows asked, and those that gave an answer. The counts add up to more than either.
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local multiple_answers = {}

local several = { fr = "plusieurs réponses possibles", en = "several answers possible" }

--- The answers of a list field over the rows asked: `{ label, count }` in falling order, and how many rows answered.
---@param vocabulary? string  gives the words of an answer
function multiple_answers.ranked(run, asked, field, vocabulary)
  local answered = asked:where(f[field]:known())
  local ranked = {}
  for _, one in ipairs(one_spelling.counted(answered, field)) do
    ranked[#ranked + 1] = { vocabulary and run:label(vocabulary, one.name) or one.name, one.n }
  end
  return ranked, answered:count()
end

--- Puts the table on its sheet, with its bars when there are several answers. Nothing when no row gave an answer: the
--- result is then false, for the report to say so; the second result says whether there are bars. `options`: `id`, `sheet`, `title`, `field`, `vocabulary`, `asked` (condition on the rows asked),
--- `asked_words` (who is asked: « rapports qui évoquent l'emploi ») `counted` (header: « Rapports »), `page` (of
--- `bilan.shared_sheet`, where it shares its sheet).
function multiple_answers.table(run, rows, options)
  if not rows:has(options.field) then return false end
  local asked = options.asked and rows:where(options.asked) or rows
  local ranked, answered = multiple_answers.ranked(run, asked, options.field, options.vocabulary)
  if answered == 0 then return false end
  local whole = asked:count()
  local outside = rows:where(f[options.field]:known()):count() - answered
  local lines = {}
  for _, answer in ipairs(ranked) do
    local n = answer[2].value
    lines[#lines + 1] = { answer[1], answer[2], whole, n / whole, answered, n / answered }
  end
  local title, who = run:text(options.title) .. " (" .. run:text(several), run:text(options.asked_words)
  local size = "N = " .. whole .. " " .. who .. run:text { fr = " ; ", en = "; " } .. answered
    .. run:text { fr = " avec une réponse", en = " with an answer" }
  local sheet, below = shared_sheet.place(options.page, options.id, options.sheet)
  run:table {
    id = options.id, sheet = sheet, below = below,
    title = title .. ")",
    base = size .. run:text { fr = ". Les lignes ne s'additionnent pas.", en = ". The lines do not add up." },
    notes = outside > 0 and { { fr = "Réponses codées hors de la base, non comptées : " .. outside .. " (voir Contrôles).",
      en = "Answers coded outside the base, not counted: " .. outside .. " (see sheet Controls)." } } or nil,
    columns = {
      { header = { fr = "Réponse", en = "Answer" }, kind = "text" },
      { header = options.counted, kind = "integer" },
      { header = { fr = "Base N", en = "Base N" }, kind = "integer" },
      { header = run:text { fr = "Part des ", en = "Share of the " } .. who, kind = "rate", ratio_of = { 2, 3 } },
      { header = { fr = "Avec une réponse", en = "With an answer" }, kind = "integer" },
      { header = { fr = "Part de ceux qui répondent", en = "Share of those that answer" }, kind = "rate",
        ratio_of = { 2, 5 } },
    },
    rows = lines,
    chart = #lines > 1 and {
      type = "bars", category = 1, series = { 2 },
      title = title .. ", N\u{A0}=\u{A0}" .. whole .. ")",
      alt = { fr = "Barres horizontales, de la réponse la plus fréquente à la plus rare : « " .. ranked[1][1] .. " », "
          .. ranked[1][2].text .. " sur " .. whole .. ".",
        en = "Horizontal bars, most frequent answer first: “" .. ranked[1][1] .. "”, " .. ranked[1][2].text .. " of "
          .. whole .. "." },
    } or nil,
  }
  return true, #lines > 1
end

return multiple_answers
