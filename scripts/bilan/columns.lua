-- SPDX-License-Identifier: MPL-2.0
-- Columns of tables in a word each: `columns.euro("Accordé (€)", "Awarded (€)", { total = "sum" })`. What may follow the
-- two headers is what a column of `run:table` may hold.
local columns = {}

local function column(kind)
  return function(fr, en, options)
    local made = { header = { fr = fr, en = en }, kind = kind }
    for name, value in pairs(options or {}) do made[name] = value end
    return made
  end
end

for _, kind in ipairs { "text", "long_text", "code", "integer", "decimal", "rate", "euro", "points", "date", "figure" } do
  columns[kind] = column(kind)
end

--- The column that names the lines, with the words of the total row.
function columns.label(fr, en) return { header = { fr = fr, en = en }, kind = "text", total = "label" } end

--- A column of numbers that is added up.
function columns.added(kind, fr, en) return { header = { fr = fr, en = en }, kind = kind, total = "sum" } end

return columns
