-- SPDX-License-Identifier: MPL-2.0
-- What actions cite in a list field (criteria, domains, kinds): one action may cite several things, so the counts add up to
-- more than the actions, and the base is printed on each line. Terms may be shown together.
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local citations = {}

--- The lines of a table: `{ terms =, words = }` for each term or group of terms that is cited, the most cited first.
function citations.lines(run, rows, field, vocabulary, groups)
  local home, lines = {}, {}
  for _, group in ipairs(groups or {}) do
    for _, term in ipairs(group.terms) do home[term] = group end
  end
  local by_home = {}
  for _, term in ipairs(rows:distinct(field)) do
    local group = home[term]
    if group == nil then
      lines[#lines + 1] = { terms = { term }, words = run:label(vocabulary, term) }
    elseif not by_home[group] then
      by_home[group] = true
      lines[#lines + 1] = { terms = group.terms, words = run:text(group.words) }
    end
  end
  for _, line in ipairs(lines) do line.count = counted.things(rows:where(f[field]:one_of(line.terms))) end
  table.sort(lines, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.words < b.words
  end)
  return lines
end

--- Puts the table on its sheet. `options`: `field`, `vocabulary`, `groups`, `id`, `sheet`, `title`, `header`, `notes`, `page`
--- (of `bilan.shared_sheet`, where it shares its sheet), and `further`: a column of one's own, `{ column =, of = function(line) … end }`.
function citations.table(run, rows, options)
  local known = rows:where(f[options.field]:known())
  local n, lines = counted.things(known), {}
  for _, line in ipairs(citations.lines(run, known, options.field, options.vocabulary, options.groups)) do
    local cites = f[options.field]:one_of(line.terms)
    -- Of the two counts: a ratio asks of an action whose quarters are columns that all of them be this one.
    local cells = { line.words, line.count, n, line.count / n, known:figure(bilan.sum(f.accorde_p147, { where = cites })) }
    if options.further then cells[#cells + 1] = options.further.of(line) end
    lines[#lines + 1] = cells
  end
  local size = { fr = "N = " .. counted.actions(n).fr .. " avec une réponse sur " .. counted.things(rows)
    .. " ; plusieurs réponses possibles.", en = "N = " .. counted.actions(n).en .. " with an answer of " .. counted.things(rows)
    .. "; several answers possible." }
  local made = { columns.text(options.header.fr, options.header.en), columns.integer("Actions qui citent", "Actions that cite it"),
    columns.integer("Actions avec une réponse (N)", "Actions with an answer (N)"),
    columns.rate("Part des actions", "Share of actions", { ratio_of = { 2, 3 } }),
    columns.euro("Accordé aux actions (€)", "Awarded to these actions (€)") }
  if options.further then made[#made + 1] = options.further.column end
  local sheet, below = shared_sheet.place(options.page, options.id, options.sheet)
  run:table {
    id = options.id, sheet = sheet, below = below, title = options.title, notes = options.notes, columns = made, rows = lines,
    base = { fr = size.fr .. " Les lignes ne s'additionnent pas.", en = size.en .. " The lines do not add up." },
    chart = #lines > 1 and { type = "bars", category = 1, series = { 2 }, note = size,
      title = { fr = options.title.fr .. " (plusieurs réponses possibles)", en = options.title.en .. " (several answers possible)" },
      alt = { fr = "Barres horizontales, du plus cité au moins cité : d'abord « " .. lines[1][1] .. " », "
        .. counted.actions(lines[1][2]).fr .. " sur " .. n .. ".", en = "Horizontal bars, most cited first: “" .. lines[1][1] .. "”, "
        .. counted.actions(lines[1][2]).en .. " of " .. n .. "." } } or nil,
  }
end

--- How often two things are cited together: rows of `options.rows`, columns of `options.columns`, each `{ field =,
--- vocabulary =, groups = }`. Counts of actions, not of persons.
function citations.matrix(run, rows, options)
  local both = rows:where(bilan.all { f[options.rows.field]:known(), f[options.columns.field]:known() })
  local across = citations.lines(run, both, options.columns.field, options.columns.vocabulary, options.columns.groups)
  local made, heat = { columns.text(options.header.fr, options.header.en) }, {}
  for at, column in ipairs(across) do made[at + 1], heat[at] = { header = column.words, kind = "integer" }, at + 1 end
  made[#made + 1] = columns.integer("Actions qui citent", "Actions that cite it")
  local lines = {}
  for _, line in ipairs(citations.lines(run, both, options.rows.field, options.rows.vocabulary, options.rows.groups)) do
    local some = both:where(f[options.rows.field]:one_of(line.terms))
    local cells = { line.words }
    for _, column in ipairs(across) do
      cells[#cells + 1] = counted.things(some:where(f[options.columns.field]:one_of(column.terms)))
    end
    cells[#cells + 1] = line.count
    lines[#lines + 1] = cells
  end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, notes = options.notes, columns = made, rows = lines,
    heat = heat, base = { fr = "N = " .. counted.actions(counted.things(both)).fr .. " dont les deux réponses sont connues ; une action compte dans chaque case "
      .. "qu'elle cite : rien ne s'additionne.", en = "N = " .. counted.actions(counted.things(both)).en .. " with both answers; an action counts "
      .. "in each cell that it cites: nothing adds up." },
  }
end

return citations
