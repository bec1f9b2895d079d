-- SPDX-License-Identifier: MPL-2.0
-- Is a set of fields filled in? Known cells over expected cells, by field of the set and by a field of the rows. « Sans
-- objet » is not expected, nor a field where `where` does not hold. Source: domain dossier 3.5 (OFF02).
local bilan = require "bilan"
local counted = require "bilan.counted"
local one_spelling = require "bilan.one_spelling"
local f = bilan.field

local completeness = {}

--- Known and expected cells of one item, and their share; nothing is known of a field that no file has.
local function of_item(rows, item)
  local expected = rows:where(item.where):count()
  if not item.is then return 0, expected, expected > 0 and 0 or bilan.state "so" end
  local figure = rows:figure(bilan.completeness(item.is, { where = item.where }))
  local is_expected = (figure.denominator or 0) > 0
  return figure.numerator or 0, figure.denominator or 0, is_expected and figure or bilan.state "so"
end

local function of_set(rows, set)
  local known_all, expected_all, shares = 0, 0, {}
  for at, item in ipairs(set) do
    local known, expected, share = of_item(rows, item)
    known_all, expected_all, shares[at] = known_all + known, expected_all + expected, share
  end
  return known_all, expected_all, shares
end

--- Known and expected cells of the whole set: OFF02.
function completeness.of(rows, set)
  local known, expected = of_set(rows, set)
  return known, expected
end

local function heads(first, further)
  local columns = { { header = first, kind = "text", total = "label" } }
  for _, column in ipairs(further or {}) do columns[#columns + 1] = column end
  local known = #columns + 1
  columns[known] = { header = { fr = "Cellules connues", en = "Known cells" }, kind = "integer", total = "sum" }
  columns[known + 1] = { header = { fr = "Cellules attendues", en = "Expected cells" }, kind = "integer", total = "sum" }
  columns[known + 2] = { header = { fr = "Complétude", en = "Completeness" }, kind = "rate", ratio_of = { known, known + 1 } }
  return columns
end

--- One line for each item of `options.set`: `{ words =, is =, where = }`, the expression that should be known and the rows of
--- which it is expected. Further `options`: `id`, `sheet`, `title`, `base`, `header`. Gives the known and expected cells.
function completeness.table(run, rows, options)
  local lines, known_all, expected_all = {}, 0, 0
  for _, item in ipairs(options.set) do
    local known, expected, share = of_item(rows, item)
    known_all, expected_all = known_all + known, expected_all + expected
    lines[#lines + 1] = { run:text(item.words), known, expected, share }
  end
  local columns = heads(options.header)
  columns[1].total_value = run:text { fr = "Tous les indicateurs", en = "All indicators" } -- one of them may be called « Total »
  if expected_all > 0 then columns[4].total = known_all / expected_all end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base, columns = columns, rows = lines,
    chart = { type = "bars", category = 1, series = { 4 }, title = options.title,
      note = { fr = "N = " .. counted.fr(rows:count(), "ligne", "lignes") .. ".",
        en = "N = " .. counted.en(rows:count(), "row", "rows") .. "." },
      alt = { fr = "Barres horizontales : part des cellules connues de chaque indicateur, dans l'ordre du jeu.",
        en = "Horizontal bars: share of known cells of each indicator, in the order of the set." } },
  }
  return known_all, expected_all
end

--- One line for each value of `options.field`, with the share of each item; false when no file has the field.
function completeness.by(run, rows, options)
  if not rows:has(options.field) then return false end
  local lines, known_all, expected_all = {}, 0, 0
  local function add(words, some)
    local known, expected, shares = of_set(some, options.set)
    known_all, expected_all = known_all + known, expected_all + expected
    lines[#lines + 1] = { words, some:count(), known, expected, expected > 0 and known / expected or bilan.state "so",
      table.unpack(shares) }
  end
  local read = one_spelling.of(rows, options.field, "valeur_lue")
  for _, value in ipairs(read:distinct "valeur_lue") do add(value, read:where { valeur_lue = value }) end
  local unstated = rows:where(bilan.no(f[options.field]:known()))
  if unstated:count() > 0 then add(run:text { fr = "non renseigné", en = "not stated" }, unstated) end
  local columns = heads(options.header, { { header = options.counted, kind = "integer", total = "sum" } })
  if expected_all > 0 then columns[5].total = known_all / expected_all end
  for _, item in ipairs(options.set) do columns[#columns + 1] = { header = item.words, kind = "rate" } end
  run:table { id = options.id, sheet = options.sheet, title = options.title,
    base = { fr = "Une part par indicateur : cellules connues / attendues.", en = "One share for each indicator: known / expected cells." },
    columns = columns, rows = lines }
  return true
end

return completeness
