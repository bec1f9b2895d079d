-- SPDX-License-Identifier: MPL-2.0
-- « x of N »: a count, the base it is counted in, and the share, side by side. Each line has its own base, so that two
-- lines are never read on the same one in silence; and of nested counts, how many stand outside of what holds them.
-- Source: domain dossier 3.9.2 (SYN01 to SYN03, S01).
local bilan = require "bilan"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local counts = {}

--- What stands in place of a number: why there is none.
local function absent(figure)
  if figure.base + figure.unknown == 0 then return bilan.state "so" end
  return bilan.state(figure.cause or "nc")
end

--- Rows of the base where the field says nothing; « sans objet » is no missing answer.
local function silent(rows, line, figure)
  if not line.field then return figure.unknown end
  local base = line.within and rows:where(line.within) or rows
  local open = base:where(bilan.no(f[line.field]:known()))
  return open:count() - open:where(f[line.field]:in_state { "so" }):count()
end

--- How far the figure holds. Where « non » is one of the answers, a blank that counts in the base is an answer that is missing,
--- though a report that does not say so is counted with those that say no.
local function reliability(run, figure, line, blanks, threshold)
  local is_fragile = line.has_no and threshold and blanks > figure.denominator * (1 - threshold)
  return is_fragile and run:text { fr = "fragile", en = "fragile" } or run:reliability(figure)
end

local function line_of(run, rows, line, threshold)
  local label = run:indicator_label(line[1])
  if line.field and not rows:has(line.field) then
    local missing = bilan.state "abs"
    return { label, missing, missing, missing, missing, "" }
  end
  local figure = run:indicator(line[1], rows)
  if not figure.denominator or figure.denominator == 0 then
    local missing = absent(figure)
    return { label, missing, 0, missing, figure.unknown, run:reliability(figure) }
  end
  local blanks = silent(rows, line, figure)
  return { label, figure.numerator, figure.denominator, figure, blanks, reliability(run, figure, line, blanks, threshold) }
end

--- Puts the table on its sheet. `options`: `id`, `sheet`, `title`, `base`, `notes`, `chart`; `counted` (header of what is
--- counted: « Rapports ») and `lines`: `{ "SYN_bie" }`, or `{ "SYN_bie_consequences", field =, within = }` where a blank
--- counts in the base: `field` is what may be blank, `within` the condition on the base, `has_no` where « non » is an answer; and
--- `threshold`, the coverage below which such a line is fragile.
function counts.table(run, rows, options)
  local lines = {}
  for _, line in ipairs(options.lines) do lines[#lines + 1] = line_of(run, rows, line, options.threshold) end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base, notes = options.notes,
    chart = options.chart,
    columns = {
      { header = { fr = "Ce qui est compté", en = "What is counted" }, kind = "text" },
      { header = options.counted, kind = "integer" },
      { header = { fr = "Sur (base N)", en = "Of (base N)" }, kind = "integer" },
      { header = { fr = "Part", en = "Share" }, kind = "rate", ratio_of = { 2, 3 } },
      { header = { fr = "Sans réponse", en = "No answer" }, kind = "integer" },
      { header = { fr = "Solidité", en = "Reliability" }, kind = "text" },
    },
    rows = lines,
  }
end

--- One table of counts that hold one another. `options.pairs`: `{ part = words, whole = words, is_part =, is_whole = }`,
--- the last two conditions on a row. Gives the number of rows that are in a part and not in its whole.
function counts.nested(run, rows, options)
  local lines, outside_all = {}, 0
  for _, pair in ipairs(options.pairs) do
    local whole = rows:where(pair.is_whole):count()
    local inside = rows:where(bilan.all { pair.is_part, pair.is_whole }):count()
    local outside = rows:where(pair.is_part):count() - inside
    outside_all = outside_all + outside
    lines[#lines + 1] = { run:text(pair.part), run:text(pair.whole), inside, whole, outside,
      run:text(outside == 0 and { fr = "emboîté", en = "nested" } or { fr = "à corriger", en = "to be corrected" }) }
  end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base, notes = options.notes,
    columns = {
      { header = { fr = "Ceux qui…", en = "Those that…" }, kind = "text" },
      { header = { fr = "parmi ceux qui…", en = "of those that…" }, kind = "text" },
      { header = options.counted, kind = "integer" },
      { header = { fr = "Sur (base N)", en = "Of (base N)" }, kind = "integer" },
      { header = { fr = "Hors de la base", en = "Outside the base" }, kind = "integer" },
      { header = { fr = "Contrôle", en = "Check" }, kind = "text" },
    },
    rows = lines,
  }
  return outside_all
end

--- The same counts by a field: a line for each of its values, with N, and the count and share of each item. `options`:
--- `field`, `vocabulary`, `header` (of the first column), `kind` (of the first column), `page` (of `bilan.shared_sheet`,
--- where it shares its sheet), `items`: `{ words =, is = }`, the
--- condition on a row. A share rests on the rows where its condition is known.
function counts.by(run, rows, options)
  local columns = { { header = options.header, kind = options.kind or "text", total = "label" },
    { header = run:text(options.counted) .. " (N)", kind = "integer", total = "sum" } }
  for _, item in ipairs(options.items) do
    local whole = rows:figure(bilan.ratio(item.is, 1))
    columns[#columns + 1] = { header = run:text(item.words) .. run:text { fr = " : nombre", en = ": number" },
      kind = "integer", total = "sum" }
    columns[#columns + 1] = { header = run:text(item.words) .. run:text { fr = " : part", en = ": share" }, kind = "rate",
      ratio_of = { #columns, 2 }, total = whole }
  end
  local lines = {}
  local function add(words, some)
    local line = { words, some:count() }
    for _, item in ipairs(options.items) do
      local share = some:figure(bilan.ratio(item.is, 1))
      local is_based = share.denominator and share.denominator > 0
      line[#line + 1] = is_based and share.numerator or absent(share)
      line[#line + 1] = is_based and share or absent(share)
    end
    lines[#lines + 1] = line
  end
  for _, key in ipairs(rows:distinct(options.field)) do
    add(options.vocabulary and run:label(options.vocabulary, key) or key, rows:where { [options.field] = key })
  end
  local unstated = rows:where(bilan.no(f[options.field]:known()))
  if unstated:count() > 0 then add(run:text { fr = "non renseigné", en = "not stated" }, unstated) end
  local sheet, below = shared_sheet.place(options.page, options.id, options.sheet)
  run:table { id = options.id, sheet = sheet, below = below, title = options.title, base = options.base, notes = options.notes,
    columns = columns, rows = lines }
end

return counts
