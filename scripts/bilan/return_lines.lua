-- SPDX-License-Identifier: MPL-2.0
-- A rubric of the annual return whose lines stand one below the other: the value of each, what it rests on, whether it is solid,
-- the objective when there is one, and why there is no value. The lines are those of the layout
-- (scripts/bilan/retour_annuel_trame.lua). Source: domain dossier 2.5.1 and 5.
local bilan = require "bilan"
local amount_share = require "bilan.amount_share"

local return_lines = {}

local NOT_GIVEN = { fr = "paramètre non donné", en = "parameter not given" }
local NO_ROWS = { fr = "aucune ligne reçue", en = "no row received" }
local ZERO_BELOW = { fr = "dénominateur nul", en = "the denominator is 0" }
local NOTHING_COUNTED = { fr = "aucune ligne comptée", en = "no row that counts" }
local NO_VALUE = { fr = "aucune valeur connue", en = "no known value" }

--- Parameters are given for the whole: over the rows of one contract, an envelope of the department would be a false share.
local function only_for_the_whole(run)
  return run:text { fr = "donné pour l'ensemble, pas pour « " .. run.limited_to .. " »",
    en = "given for the whole, not for \"" .. run.limited_to .. "\"" }
end

--- True of a count of rows: zero where there is none. Amounts and people over no row at all are no « 0 € » that was paid.
local function is_count(figure) return figure.unit == "count" end

--- What stands above or below a bar; nil for a state, and for a figure that is unknown.
local function number_of(value) return bilan.is_figure(value) and value.value or nil end

local function is_above_zero(value) return (number_of(value) or 0) > 0 end

--- The figure of a ratio of two lines before it, and why there is none.
local function ratio(run, line, rows, before)
  local part, whole = before[line.ratio[1]], before[line.ratio[2]]
  if number_of(part) and is_above_zero(whole) then return run:share(line.id, part, whole), "" end
  if number_of(whole) == 0 then return bilan.state "so", run:text(ZERO_BELOW) end
  if number_of(whole) and rows and rows:count() == 0 then return bilan.state "so", run:text(NOTHING_COUNTED) end
  if number_of(whole) then return bilan.state "nd", run:text(NO_VALUE) end
  return bilan.state "nd", run.limited_to ~= "" and only_for_the_whole(run) or run:text(NOT_GIVEN)
end

--- The figure or value of a line, and why there is none. A line over no row is not one that the officer could fill in.
local function worth(run, line, rows, before)
  if line.param then
    local value = run.params[line.param]
    if value and run.limited_to == "" then return bilan.given(value, line.unit), "" end
    return bilan.state "nd", value and only_for_the_whole(run) or run:text(NOT_GIVEN) .. " (" .. line.param .. ")"
  end
  if line.ratio then return ratio(run, line, rows, before) end
  if not rows then return bilan.state "nd", run:text(NO_ROWS) end
  local figure = line.share and amount_share.of(rows, table.unpack(line.share)) or rows:figure(line.measure)
  if rows:count() == 0 and not is_count(figure) then return bilan.state "so", run:text(NOTHING_COUNTED) end
  if not figure.value and figure.denominator == 0 and figure.unknown == 0 then return figure, run:text(ZERO_BELOW) end
  return figure, figure.value and "" or run:text(NO_VALUE)
end

--- A column that is there when a line has something in it: `cells` by the place of the line, `otherwise`, or
--- an empty cell, where there is none.
local function add_column(columns, lines, cells, column, otherwise)
  if not next(cells) then return end
  columns[#columns + 1] = column
  for at, line in ipairs(lines) do line[#columns] = cells[at] == nil and otherwise or cells[at] end
end

--- The table's columns and lines, for `run:table`, and the labels of the lines that have no value though they could have one here.
--- `lines`: those of the layout; `rows`: nil when none was received.
function return_lines.made(run, lines, rows)
  local made, values, empty = {}, {}, {}
  local above, below, known, unknown, solidity, goals, remarks = {}, {}, {}, {}, {}, {}, {}
  for at, line in ipairs(lines) do
    local value, why = worth(run, line, rows, values)
    values[line.id] = value
    made[at], goals[at], remarks[at] = { run:text(line.label), value }, line.goal, why ~= "" and why or nil
    if bilan.is_figure(value) and (line.measure or line.share) then
      known[at], unknown[at], solidity[at] = value.base, value.unknown, run:reliability(value)
    end
    if why ~= "" and why ~= only_for_the_whole(run) and why ~= run:text(NOTHING_COUNTED) and why ~= run:text(ZERO_BELOW) then
      empty[#empty + 1] = line.label
    end
    if why == "" then above[at], below[at] = value.numerator, value.denominator end
  end
  local columns = {
    { header = { fr = "Ligne du retour", en = "Line" }, kind = "text" },
    { header = { fr = "Valeur", en = "Value" }, kind = "figure" },
  }
  local none = bilan.state "so"
  add_column(columns, made, above, { header = { fr = "Numérateur", en = "Numerator" }, kind = "integer" })
  add_column(columns, made, below, { header = { fr = "Dénominateur", en = "Denominator" }, kind = "integer" })
  add_column(columns, made, known, { header = { fr = "Lignes connues", en = "Known rows" }, kind = "integer" }, none)
  add_column(columns, made, unknown, { header = { fr = "Lignes inconnues", en = "Unknown rows" }, kind = "integer" }, none)
  add_column(columns, made, solidity, { header = { fr = "Solidité", en = "Reliability" }, kind = "text" }, "")
  add_column(columns, made, goals, { header = { fr = "Objectif cité", en = "Quoted objective" }, kind = "rate" }, none)
  add_column(columns, made, remarks, { header = { fr = "Remarque", en = "Remark" }, kind = "long_text" }, "")
  return columns, made, empty
end

return return_lines
