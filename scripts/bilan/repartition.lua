-- SPDX-License-Identifier: MPL-2.0
-- How rows spread over the answers of one field: each answer with its count, the base and its share. Rows that do not
-- say stand under the table, never in the base. Source: domain dossier 2.5.1.
local bilan = require "bilan"
local columns = require "bilan.columns"

local repartition = {}

local function written(run, options, answer)
  if options.vocabulary then return run:label(options.vocabulary, answer) end
  if type(answer) == "boolean" then
    return run:text(answer and { fr = "oui", en = "yes" } or { fr = "non", en = "no" })
  end
  if type(answer) == "number" then return string.format("%g", answer) end
  return answer
end

--- Puts the table on its sheet; does nothing, and gives false, where no row answers. `options`: `id`, `title`, `field`,
--- `header` (what an answer is), `counted` (what a row is, plural), `vocabulary`, `alt`, and for a field with several
--- answers `several = true`: then the shares do not add up to 100 %. `order = "count"` puts the greatest first.
function repartition.table(run, rows, options)
  local field = bilan.field[options.field]
  if not rows:has(options.field) then return false end
  local known = rows:where(field:known())
  local base, silent = known:count(), rows:where(bilan.no(bilan.any { field:known(), field:in_state { "so" } })):count()
  if base == 0 then return false end
  local groups = known:group { by = options.field, measures = { { "n", bilan.count() } } }
  if options.order == "count" then groups = groups:sorted("n", "descending") end
  local lines = {}
  for _, group in ipairs(groups:rows()) do
    lines[#lines + 1] = { written(run, options, group[options.field]), group.n, base, group.n / base }
  end
  local counted = run:text(options.counted)
  local several = options.several and { fr = " Plusieurs réponses possibles : les parts ne s'additionnent pas.",
    en = " Several answers possible: shares do not add up." } or { fr = "", en = "" }
  run:table {
    id = options.id, sheet = options.sheet or options.header, title = options.title, notes = options.notes,
    base = { fr = "Base : " .. base .. " " .. counted .. " ; sans réponse : " .. silent .. "." .. several.fr,
      en = base .. " " .. counted .. "; without an answer: " .. silent .. "." .. several.en },
    columns = {
      { header = options.header, kind = "text", total = not options.several and "label" or nil },
      columns.integer("Nombre", "Number", { total = not options.several and "sum" or nil }),
      columns.integer("Base", "Base"),
      columns.rate("Part", "Share", { ratio_of = { 2, 3 } }),
    },
    rows = lines,
    chart = {
      type = "bars", category = 1, series = { 2 }, title = options.title,
      alt = options.alt or { fr = "Barres horizontales : nombre de réponses de chaque sorte.",
        en = "Horizontal bars: number of answers of each kind." },
    },
  }
  return true
end

return repartition
