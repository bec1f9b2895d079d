-- SPDX-License-Identifier: MPL-2.0
-- A field with one term an action: how many actions and which credits each term has, the most frequent first, over those that
-- give an answer. Source: domain dossier 3.1.4 (BIE17), 3.1.5.
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local programmed = require "bilan.programmed"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local terms = {}

--- Puts the table on the sheet that it shares. `words`: `id`, `page` (of `bilan.shared_sheet`), `header`, `title`, `base`.
function terms.table(run, actions, field, words)
  local sheet, below = shared_sheet.place(words.page, words.id)
  local lines = {}
  local known = actions:where(f[field]:known())
  for _, group in ipairs(known:group { by = field, measures = { { "n", bilan.count() },
    { "m", bilan.sum(f.accorde_p147, { where = programmed.is() }) } } }
    :sorted("n", "descending"):rows()) do
    lines[#lines + 1] = { run:label(field, group[field]), group.n, counted.things(known),
      known:figure(bilan.ratio(f[field]:eq(group[field]), 1)), group.m }
  end
  run:table {
    id = words.id, sheet = sheet, below = below, title = words.title,
    base = { fr = words.base.fr .. " Sans réponse : " .. counted.actions(counted.things(actions) - counted.things(known)).fr .. ".",
      en = words.base.en .. " No answer: " .. counted.actions(counted.things(actions) - counted.things(known)).en .. "." },
    columns = { columns.label(words.header.fr, words.header.en), columns.added("integer", "Actions", "Actions"),
      columns.integer("Actions avec une réponse (N)", "Actions with an answer (N)"),
      columns.rate("Part", "Share", { ratio_of = { 2, 3 } }), columns.added("euro", "Accordé (€)", "Awarded (€)") },
    rows = lines,
    chart = #lines > 1 and { type = "bars", category = 1, series = { 2 }, title = words.title,
      note = { fr = "N = " .. counted.actions(counted.things(known)).fr .. " avec une réponse.",
        en = "N = " .. counted.actions(counted.things(known)).en .. " with an answer." },
      alt = { fr = "Barres horizontales : nombre d'actions, du plus grand au plus petit.",
        en = "Horizontal bars: number of actions, largest first." } } or nil,
  }
end

return terms
