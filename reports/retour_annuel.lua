-- SPDX-License-Identifier: MPL-2.0
-- The annual return of a DDETS over its contracts. Which sheets, lines and cells it has stands in the layout
-- (scripts/bilan/retour_annuel_trame.lua, or a campaign's own copy), because every region has its own; this file only
-- knows how a line, a group and a comparison become a table. Source: domain dossier 5.
--
--   bilan run retour_annuel FOLDER -o retour_2025.xlsx --year 2025 --split contrat --previous retour_2024.xlsx
--
-- Without a settled file no return: blocking findings refuse it, unless --force gives a reason, printed on page one.
local bilan = require "bilan"
local absences = require "bilan.absences"
local bands = require "bilan.bands"
local change_by_holder = require "bilan.change_by_holder"
local conseils = require "bilan.conseils"
local departments = require "bilan.departments"
local exercice = require "bilan.exercice"
local holders = require "bilan.holders"
local near_names = require "bilan.near_names"
local one_holder = require "bilan.one_holder"
local one_unknown = require "bilan.one_unknown"
local programmed = require "bilan.programmed"
local return_first_page = require "bilan.return_first_page"
local return_lines = require "bilan.return_lines"
local same_action = require "bilan.same_action"
local shared_sheet = require "bilan.shared_sheet"
local trame = require "bilan.retour_annuel_trame"
local f = bilan.field

local MOST_ON_FIRST_PAGE = 14 -- bars of a chart of half a page whose names can be read

--- Where a table of a rubric stands: on the sheet that its rubric shares, else on its own.
local function placed(sheet, id, pages)
  return shared_sheet.place(pages[sheet.page], id, sheet.name)
end

--- One line below the other: the value, what is known, the objective when there is one. Lines without a value go to `empty`, or
--- their rubric when none of its lines has one.
local function lines_table(run, sheet, rows, pages, empty)
  local columns, lines, without = return_lines.made(run, sheet.lines, rows)
  if #without == #lines then without = { sheet.name } end
  for _, words in ipairs(without) do empty[#empty + 1] = run:text(words) end
  local name, below = placed(sheet, "ret_" .. sheet.id, pages)
  run:table {
    id = "ret_" .. sheet.id, sheet = name, below = below, title = sheet.title, base = sheet.base, notes = sheet.notes,
    columns = columns, rows = lines,
  }
end

--- A measure's column; holders of several groups are counted in each, so their column has its own total.
local function column_of(name, rows)
  local measure = trame.measures[name]
  return { header = measure.label, kind = measure.unit,
    total = measure.adds_up == false and rows:figure(measure.measure) or "sum" }
end

--- What the bars show: the measure, and by what it is told apart.
local function chart_title(sheet)
  if sheet.chart_title then return sheet.chart_title end
  local label = trame.measures[sheet.chart].label
  return { fr = label.fr .. " – " .. sheet.name.fr, en = label.en .. " – " .. sheet.name.en }
end

--- Rows by the values of a field, unknown ones last and named as such.
local function groups_table(run, sheet, rows, pages)
  local measures, columns = {}, { { header = sheet.one or sheet.name, kind = "text", total = "label" } }
  for at, name in ipairs(sheet.columns) do
    measures[at] = { name, trame.measures[name].measure }
    columns[at + 1] = column_of(name, rows)
  end
  local lines = {}
  for _, one in ipairs(one_unknown.groups(rows, { by = sheet.groups, measures = measures, sorted = sheet.chart or sheet.columns[1] })) do
    local key, group = one.key, one.figures
    local line = { key and (sheet.vocabulary and run:label(sheet.vocabulary, key) or key)
      or run:text { fr = "(non renseigné)", en = "(not given)" } }
    for at, name in ipairs(sheet.columns) do line[at + 1] = group[name] end
    lines[#lines + 1] = line
  end
  local charted
  for at, name in ipairs(sheet.columns) do if name == sheet.chart then charted = at + 1 end end
  local name, below = placed(sheet, "ret_" .. sheet.id, pages)
  run:table {
    id = "ret_" .. sheet.id, sheet = name, below = below, title = sheet.title, base = sheet.base, notes = sheet.notes,
    columns = columns, rows = lines,
    chart = charted and #lines > 1 and {
      type = "bars", category = 1, series = { charted }, title = chart_title(sheet),
      alt = { fr = "Barres horizontales : une barre par ligne du tableau, la plus grande en haut.",
        en = "Horizontal bars: one bar for each line of the table, the largest on top." },
    } or nil,
  }
  if charted and sheet.on_first_page and #lines > 1 and #lines <= MOST_ON_FIRST_PAGE then run:chart_on_first_page("ret_" .. sheet.id) end
end

local function fill_table(run, sheet, pages)
  local lines = {}
  for at, words in ipairs(sheet.to_fill) do lines[at] = { run:text(words), "" } end
  local name, below = placed(sheet, "ret_" .. sheet.id, pages)
  run:table {
    id = "ret_" .. sheet.id, sheet = name, below = below, title = sheet.title, base = sheet.base,
    columns = { { header = { fr = "Rubrique", en = "Item" }, kind = "text" },
      { header = { fr = "À compléter", en = "To be filled in" }, kind = "long_text" } },
    rows = lines,
  }
end

--- Age bands as partners cut them: a table for each set of bands that are filled in together, since none is ever split.
local function bands_tables(run, sheet, actions, pages)
  local sets = bands.sets(actions, sheet.bands)
  if #sets == 0 then absences.name(run, { sheet.name }) end
  for at, set in ipairs(sets) do
    local lines = {}
    for _, band in ipairs(set) do
      local figure = actions:figure(bilan.sum(f[band.field]))
      lines[#lines + 1] = { run:text(band.label), figure, figure.base, figure.unknown }
    end
    local id = "ret_" .. sheet.id .. (at > 1 and "_" .. at or "")
    local name, below = placed(sheet, id, pages)
    run:table {
      id = id, sheet = name, below = below, title = sheet.title, base = sheet.base,
      columns = { { header = sheet.name, kind = "text", total = "label" },
        { header = trame.measures.benef.label, kind = "integer", total = "sum" },
        { header = { fr = "Lignes connues", en = "Known rows" }, kind = "integer" },
        { header = { fr = "Lignes inconnues", en = "Unknown rows" }, kind = "integer" } },
      rows = lines,
      chart = #lines > 1 and { type = "columns", category = 1, series = { 2 }, title = sheet.title,
        alt = { fr = "Colonnes : bénéficiaires cumulés de chaque tranche d'âge, des plus jeunes aux plus âgés.",
          en = "Columns: beneficiaries of each age band, youngest first." } } or nil,
    }
  end
end

--- A workbook of one contract has no table of contracts, and one department no table of departments; a table of what became of
--- requests is of those whose status is told.
local function is_shown(run, sheet, received, actions)
  if sheet.of_several then return #actions:distinct(sheet.groups) > 1 end
  if sheet.of_all_received then return absences.has(received, sheet.groups) end
  return run.limited_to == "" or sheet.groups ~= "contrat"
end

--- The measures that the layout wants compared with the year before.
local function compared()
  local measures = {}
  for at, name in ipairs(trame.compared) do measures[at] = trame.measures[name] end
  return measures
end

--- Councils are a part of the return; without an action there is nothing else to say but that none was received.
local function councils_only(run, rows, past, pages)
  run:warning { fr = "Aucune action dans les fichiers lus : le retour ne porte que sur les conseils citoyens.",
    en = "No action in the files that were read: the return speaks of citizens' councils only." }
  if past then change_by_holder.say_nothing_now(run, past) end
  run:key_figures { conseils.card(rows.conseil) }
  for _, sheet in ipairs(trame.sheets) do
    if sheet.dataset == "conseil" then lines_table(run, sheet, rows.conseil, pages, {})
    elseif sheet.to_fill then fill_table(run, sheet, pages) end
  end
end

return bilan.report {
  api = 1,
  id = "retour_annuel",
  title = { fr = "Retour annuel de la DDETS", en = "Annual return of the DDETS" },
  datasets = { "action", "conseil" },
  blocking = "refuse",
  params = {
    enveloppe_notifiee = bilan.param.euro(nil, { label = {
      fr = "enveloppe P147 notifiée (€)", en = "P147 envelope notified (€)" } }),
    montant_engage = bilan.param.euro(nil, { label = {
      fr = "montant engagé (€), tel que Chorus le donne", en = "amount committed (€)" } }),
  },
  build = function(run)
    local rows, pages = {}, {}
    for id, words in pairs(trame.pages or {}) do pages[id] = shared_sheet.new(words) end
    if run:has_dataset "conseil" then rows.conseil = conseils.once(exercice.rows(run, "conseil")) end
    local past = run:previous "action"
    if not run:has_dataset "action" then return councils_only(run, rows, past, pages) end
    local of_the_year = exercice.rows(run, "action")
    local registry = holders.registry { of_the_year, past }
    local received = departments.of(registry:of(of_the_year))
    rows.action = programmed.kept(received)
    local actions = rows.action
    return_first_page.figures(run, received, actions)
    near_names.warn(run, received, "contrat")
    same_action.warn(run, actions)
    one_holder.warn(run, actions)
    local empty = {}
    for _, sheet in ipairs(trame.sheets) do
      local page = pages[sheet.page] or {}
      local above, is_done = page.last, false
      run:part(sheet.name, function()
        if sheet.lines then lines_table(run, sheet, rows[sheet.dataset or "action"], pages, empty)
        elseif sheet.to_fill then fill_table(run, sheet, pages)
        elseif sheet.bands then bands_tables(run, sheet, actions, pages)
        elseif is_shown(run, sheet, received, actions) then
          groups_table(run, sheet, sheet.of_all_received and received or actions, pages)
        end
        is_done = true
      end)
      if not is_done then page.last = above end -- its table is not there for the next to stand below
    end
    return_first_page.warn_of_empty(run, empty)
    if past then
      change_by_holder.table(run, { received = received, counted = actions }, registry:of(past), compared())
    end
  end,
}
