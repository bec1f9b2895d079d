-- SPDX-License-Identifier: MPL-2.0
-- The table of indicators that opens every report: each figure with its counts, base, unknowns and coverage.
local bilan = require "bilan"
local secret = require "bilan.secret"

local indicators = {}

--- A rate for a cell: over nothing it does not apply, which is no reading error; over what nobody knows it is not available.
function indicators.rate(figure)
  if figure.denominator == 0 then return bilan.state(figure.unknown > 0 and "nd" or "so") end
  return figure
end

--- A figure for a cell, here and in every other table of the report: one that concerns no row is « sans objet », never zero. A
--- perimeter of which nothing was read has no row either, and says « nd » as its card does.
function indicators.asked(figure)
  if figure.base + figure.unknown > 0 then return indicators.rate(figure) end
  return bilan.state(figure.cause == "nd" and "nd" or "so")
end

--- A line of the table; one that rests on few persons says nothing of them.
local function line(run, id, rows, persons)
  local figure = run:indicator(id, rows)
  local asked = figure.base + figure.unknown > 0
  if persons[id] == "secret" or persons[id] and secret.hides(figure.denominator or figure.value or 0) then
    local hidden = bilan.state "secret"
    return { id, run:indicator_label(id), hidden, hidden, hidden, figure.base, figure.unknown, figure.coverage, "", "" }
  end
  local is_out = not asked and figure.cause ~= "nd"
  return { id, run:indicator_label(id), indicators.asked(figure), figure.numerator,
    figure.denominator, figure.base, figure.unknown, asked and figure.coverage or bilan.state "so",
    is_out and run:text { fr = "sans objet", en = "does not apply" } or run:reliability(figure, id),
    run:supposition(id, rows) }
end

--- The line of a figure that a report made itself, of a parameter for instance.
local function given_line(run, given)
  local figure = given.figure
  return { given.id, run:text(given.label), indicators.rate(figure), figure.numerator, figure.denominator, figure.base, figure.unknown,
    figure.coverage, run:reliability(figure, given.id), given.supposed and run:text(given.supposed) or "" }
end

--- Puts the table on its sheet. `options`: `id` and `title` of the table, `indicators` (ids, in order), `base` (what a
--- rate is here; a default when left out), `persons` (ids whose small counts are secret: `{ LCD08 = true }`; "secret" for
--- one that is so whatever its own count), `rows_known`
--- and `rows_unknown` (headers that name what a row is), `subtitle` (a function; the years that its figures are of, when left
--- out), `given` (figures of the first page that are no indicators: `{ id, label, figure, supposed }`, before the others; `also`:
--- after them), `rows_of` (a function of the id, where indicators look at
--- different rows).
function indicators.table(run, rows, options)
  local lines = {}
  for _, given in ipairs(options.given or {}) do lines[#lines + 1] = given_line(run, given) end
  for _, id in ipairs(options.indicators) do
    lines[#lines + 1] = line(run, id, options.rows_of and options.rows_of(id) or rows, options.persons or {})
  end
  for _, given in ipairs(options.also or {}) do lines[#lines + 1] = given_line(run, given) end
  run:table {
    id = options.id,
    sheet = options.sheet or { fr = "Indicateurs", en = "Indicators" },
    title = options.title, subtitle = options.subtitle and options.subtitle() or nil,
    base = options.base or { fr = "Un taux est un rapport de sommes sur les lignes où ses deux termes sont connus.",
      en = "A rate is a ratio of sums over the rows where both terms are known." },
    notes = options.notes,
    columns = {
      { header = "Code", kind = "code" },
      { header = { fr = "Indicateur", en = "Indicator" }, kind = "text" },
      { header = { fr = "Valeur", en = "Value" }, kind = "figure" },
      { header = { fr = "Numérateur", en = "Numerator" }, kind = "integer" },
      { header = { fr = "Dénominateur", en = "Denominator" }, kind = "integer" },
      { header = options.rows_known or { fr = "Actions connues", en = "Known actions" }, kind = "integer" },
      { header = options.rows_unknown or { fr = "Actions inconnues", en = "Unknown actions" }, kind = "integer" },
      { header = { fr = "Couverture", en = "Coverage" }, kind = "rate" },
      { header = { fr = "Solidité", en = "Reliability" }, kind = "text" },
      { header = { fr = "Ce qui est supposé", en = "What is supposed" }, kind = "text" },
    },
    rows = lines,
  }
end

return indicators
