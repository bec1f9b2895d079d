-- SPDX-License-Identifier: MPL-2.0
-- Indicators side by side for several groups of rows (years, axes): each value with its counts, its known and unknown rows and
-- how far it can be trusted, so that two groups are never compared on their rates alone. Source: domain dossier 2.5.
local bilan = require "bilan"
local indicators = require "bilan.indicators"

local grouped_indicators = {}

--- Whether a figure of some group says something.
local function is_answered(run, id, groups)
  for _, group in ipairs(groups) do
    if run:indicator(id, group.rows).value then return true end
  end
  return false
end

local function line_of(run, id, group)
  local figure = run:indicator(id, group.rows)
  return { run:indicator_label(id), run:text(group.words), indicators.asked(figure), figure.numerator, figure.denominator, figure.base,
    figure.unknown, run:reliability(figure) }
end

--- Puts the table on its sheet; what no group answers is named below it, and without any answer there is no table. `groups`: `{ words =, rows = }` in order; `options`: `id`, `sheet`, `title`, `base`,
--- `indicators` (ids), `groups_of` (other groups of an id), `header` (what a group is), `rows_known` and `rows_unknown` (what a row is).
function grouped_indicators.table(run, groups, options)
  local lines, notes, silent = {}, { table.unpack(options.notes or {}) }, {}
  for _, id in ipairs(options.indicators) do
    local of = options.groups_of and options.groups_of[id] or groups
    if is_answered(run, id, of) then
      for _, group in ipairs(of) do lines[#lines + 1] = line_of(run, id, group) end
    else
      silent[#silent + 1] = run:indicator_label(id)
    end
  end
  if #lines == 0 then return end
  if #silent > 0 then
    local all = bilan.text.join(silent, run:text { fr = " ; ", en = "; " })
    notes[#notes + 1] = { fr = "Non calculable, faute de données : " .. all .. ".", en = "Not computable, no data: " .. all .. "." }
  end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base, notes = notes,
    columns = {
      { header = { fr = "Indicateur", en = "Indicator" }, kind = "text" }, { header = options.header, kind = "text" },
      { header = { fr = "Valeur", en = "Value" }, kind = "figure", ratio_of = { 4, 5 } },
      { header = { fr = "Numérateur", en = "Numerator" }, kind = "integer" },
      { header = { fr = "Dénominateur", en = "Denominator" }, kind = "integer" },
      { header = options.rows_known, kind = "integer" }, { header = options.rows_unknown, kind = "integer" },
      { header = { fr = "Solidité", en = "Reliability" }, kind = "text" },
    },
    rows = lines,
  }
end

return grouped_indicators
