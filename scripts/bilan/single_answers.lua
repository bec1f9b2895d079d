-- SPDX-License-Identifier: MPL-2.0
-- A question with one answer: how many rows gave each, over those whose answer is known: in the order of its scale, or the
-- most frequent first where the order says nothing.
-- A term that says « not stated » is no answer: it counts with the unknown ones. Source: domain dossier 2.5, 3.3.2.
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local single_answers = {}

--- An answer in words: the term of a vocabulary, or a year or number as it is.
local function written(run, vocabulary, answer)
  if vocabulary then return run:label(vocabulary, answer) end
  return type(answer) == "number" and string.format("%g", answer) or answer
end

--- Puts the table on its sheet, with its bars when there are several answers; false when no row gave an answer;
--- the second result says whether there are bars. `options`: `id`, `sheet`, `title`, `field`,
--- `vocabulary` (none for years and numbers), `unstated` (terms that are no answer), `is_ranked` (no scale), `counted`
--- (header: « Conseils »), `page` (of `bilan.shared_sheet`, where it shares its sheet). Rows that the question does not concern are in neither count.
function single_answers.table(run, rows, options)
  if not rows:has(options.field) then return false end
  local field = f[options.field]
  local is_answer = field:known()
  if options.unstated then is_answer = bilan.all { is_answer, bilan.no(field:one_of(options.unstated)) } end
  local known = rows:where(is_answer)
  local n, lines = known:count(), {}
  if n == 0 then return false end
  local read, by = one_spelling.merged(known, options.field)
  local groups = read:group { by = by, measures = { { "n", bilan.count() } } }
  if options.is_ranked then groups = groups:sorted("n", "descending") end
  for _, group in ipairs(groups:rows()) do
    lines[#lines + 1] = { written(run, options.vocabulary, group[by]), group.n, n, group.n.value / n }
  end
  local counted = run:text(options.counted)
  local silent = rows:count() - n - rows:where(field:in_state { "so" }):count()
  local sheet, below = shared_sheet.place(options.page, options.id, options.sheet)
  run:table {
    id = options.id, sheet = sheet, below = below, title = options.title, notes = options.notes,
    base = { fr = counted .. " dont la réponse est connue : N = " .. n .. " ; inconnue : " .. silent .. ".",
      en = counted .. " whose answer is known: N = " .. n .. "; unknown: " .. silent .. "." },
    columns = { { header = options.sheet, kind = "text", total = "label" },
      { header = counted, kind = "integer", total = "sum" }, { header = { fr = "Base N", en = "Base N" }, kind = "integer" },
      { header = { fr = "Part", en = "Share" }, kind = "rate", ratio_of = { 2, 3 } } },
    rows = lines,
    chart = #lines > 1 and { type = "bars", category = 1, series = { 2 },
      title = run:text(options.title) .. " (N\u{A0}=\u{A0}" .. n .. ")",
      alt = { fr = "Barres horizontales, une par réponse. La première : « " .. lines[1][1] .. " », " .. lines[1][2].text
        .. " sur " .. n .. ".",
        en = "Horizontal bars, one for each answer. The first: “" .. lines[1][1] .. "”, " .. lines[1][2].text .. " of " .. n
          .. "." } } or nil,
  }
  return true, #lines > 1
end

return single_answers
