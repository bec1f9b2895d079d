-- SPDX-License-Identifier: MPL-2.0
-- Indicators side by side for several groups of rows (years, axes): each value with its counts, its known and unknown rows and
-- how far it can be trusted, so that two groups are never compared on their rates alone. Source: domain dossier 2.5.
local bilan = require "bilan"

local grouped_indicators = {}

local function line_of(run, id, group)
  local figure = run:indicator(id, group.rows)
  local is_asked = figure.base + figure.unknown > 0
  local value = is_asked and figure or bilan.state "so"
  if figure.denominator == 0 then value = bilan.state "so" end
  return { run:indicator_label(id), run:text(group.words), value, figure.numerator, figure.denominator, figure.base,
    figure.unknown, run:reliability(figure) }
end

--- Puts the table on its sheet. `groups`: `{ words =, rows = }` in order; `options`: `id`, `sheet`, `title`, `base`,
--- `indicators` (ids), `header` (what a group is), `rows_known` and `rows_unknown` (what a row is).
function grouped_indicators.table(run, groups, options)
  local lines = {}
  for _, id in ipairs(options.indicators) do
    for _, group in ipairs(groups) do lines[#lines + 1] = line_of(run, id, group) end
  end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base, notes = options.notes,
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
