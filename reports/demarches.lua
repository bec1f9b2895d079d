-- SPDX-License-Identifier: MPL-2.0
-- Needs and resources of territorial approaches: who takes part, who filled in what, which themes come up, and who needs
-- what another can give. Themes are read in the texts by the dictionary of bilan.themes, printed on a sheet of its own.
-- Source: domain dossier 3.10. Indicators MAT01 and MAT02 are defined in scripts/bilan/domain/indicators/demarches.lua.
local bilan = require "bilan"
local absences = require "bilan.absences"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local needs_and_resources = require "bilan.needs_and_resources"
local single_answers = require "bilan.single_answers"
local territory_kinds = require "bilan.territory_kinds"
local themes = require "bilan.themes"

local PARTICIPANTS = { fr = "Participants", en = "Participants" }
local COLUMNS = {
  { field = "demarches", words = { fr = "Démarches", en = "Approaches" } },
  { field = "defis", words = { fr = "Défis", en = "Challenges" } },
  { field = "besoins", words = { fr = "Besoins", en = "Needs" } },
  { field = "ressources", words = { fr = "Ressources", en = "Resources" } },
}

--- The columns that the files have.
local function given_columns(rows)
  local given = {}
  for _, column in ipairs(COLUMNS) do
    if rows:has(column.field) then given[#given + 1] = column end
  end
  return given
end

--- Each theme with the participants that speak of it, in any column and in each; those that nobody names are left out.
local function read_themes(rows, columns)
  local all, found = {}, {}
  for _, column in ipairs(columns) do all[#all + 1] = column.field end
  local listed = rows:has "themes" and "themes" or nil
  for _, theme in ipairs(themes.dictionary) do
    local is_named = themes.mentioned(all, theme, listed)
    local any = rows:where(is_named)
    if any:count() > 0 then
      local one = { theme = theme, is_named = is_named, any = any, by = {} }
      for _, column in ipairs(columns) do one.by[column.field] = any:where(themes.mentioned({ column.field }, theme)) end
      found[#found + 1] = one
    end
  end
  table.sort(found, function(a, b)
    if a.any:count() ~= b.any:count() then return a.any:count() > b.any:count() end
    return a.theme.id < b.theme.id
  end)
  return found
end

--- MAT02: how many filled in each column.
local function filled_table(run, rows, columns)
  local lines = {}
  for _, column in ipairs(columns) do
    local figure = run:indicator("MAT02_" .. column.field, rows)
    lines[#lines + 1] = { run:text(column.words), figure.numerator, figure.denominator, figure }
  end
  if #columns == #COLUMNS then
    local figure = run:indicator("MAT02", rows)
    lines[#lines + 1] = { run:text { fr = "Les quatre colonnes", en = "All four columns" }, figure.numerator,
      figure.denominator, figure }
  end
  run:table {
    id = "mat_remplissage", below = "mat_indicateurs",
    title = { fr = "Participants qui renseignent chaque colonne (MAT02)", en = "Participants who filled in each column (MAT02)" },
    base = { fr = "Une cellule vide compte comme non renseignée ; une cellule illisible est inconnue.",
      en = "An empty cell counts as not filled in; a cell that cannot be read is unknown." },
    columns = { { header = { fr = "Colonne", en = "Column" }, kind = "text" }, { header = PARTICIPANTS, kind = "integer" },
      { header = { fr = "Sur (base N)", en = "Of (base N)" }, kind = "integer" },
      { header = { fr = "Part", en = "Share" }, kind = "rate", ratio_of = { 2, 3 } } },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Participants qui renseignent (N = " .. rows:count() .. ")",
        en = "Participants who filled in (N = " .. rows:count() .. ")" },
      alt = { fr = "Barres horizontales : participants qui renseignent chaque colonne, dans l'ordre du tableau.",
        en = "Horizontal bars: participants who filled in each column, in the order of the table." } },
  }
end

--- MAT03: themes by column. A participant that speaks of a theme in two columns counts in both, and once in « l'une ou
--- l'autre ».
local function themes_table(run, rows, columns, found)
  local heads = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
    { header = { fr = "Une colonne au moins", en = "In one column at least" }, kind = "integer" } }
  for _, column in ipairs(columns) do heads[#heads + 1] = { header = column.words, kind = "integer" } end
  local lines = {}
  for _, one in ipairs(found) do
    local line = { run:label("theme_demarche", one.theme.id), one.any:figure(bilan.count()) }
    for _, column in ipairs(columns) do line[#line + 1] = one.by[column.field]:figure(bilan.count()) end
    lines[#lines + 1] = line
  end
  run:table {
    id = "mat_themes", sheet = { fr = "Thèmes", en = "Themes" },
    title = { fr = "Participants qui citent chaque thème, par colonne (MAT03)",
      en = "Participants who name each theme, by column (MAT03)" },
    base = { fr = "N = " .. rows:count() .. " ; plusieurs thèmes possibles : les lignes ne s'additionnent pas.",
      en = "N = " .. rows:count() .. "; several themes possible: the lines do not add up." },
    columns = heads, rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Thèmes cités (plusieurs réponses possibles, N = " .. rows:count() .. ")",
        en = "Themes named (several answers possible, N = " .. rows:count() .. ")" },
      alt = { fr = "Barres horizontales : participants qui citent chaque thème, du plus cité au moins cité.",
        en = "Horizontal bars: participants who name each theme, most named first." } },
  }
end

--- How often each expression of the dictionary was met: what the themes rest on.
local function expressions_table(run, rows, columns, found)
  local lines, all = {}, {}
  for _, column in ipairs(columns) do all[#all + 1] = column.field end
  for _, one in ipairs(found) do
    local function add(alone, expression)
      local n = rows:where(themes.mentioned(all, alone)):count()
      if n > 0 then lines[#lines + 1] = { run:text(expression), run:label("theme_demarche", one.theme.id), n } end
    end
    for _, expression in ipairs(one.theme) do add({ expression }, expression) end
    for _, name in ipairs(one.theme.capitals or {}) do add({ capitals = { name } }, name) end
  end
  run:table {
    id = "mat_expressions", sheet = { fr = "Dictionnaire", en = "Dictionary" },
    title = { fr = "Expressions rencontrées, et le thème qu'elles disent", en = "Expressions met, and the theme they tell" },
    base = { fr = "Mots entiers, sans accents ni majuscules ni ponctuation. Ce que le dictionnaire ne contient pas n'est pas vu.",
      en = "Whole words, without accents, capitals or punctuation. What the dictionary does not hold is not seen." },
    columns = { { header = { fr = "Expression", en = "Expression" }, kind = "text" },
      { header = { fr = "Thème", en = "Theme" }, kind = "text" }, { header = PARTICIPANTS, kind = "integer" } },
    rows = lines,
  }
end

--- One card per participant. Free texts stay inside: other profiles get the themes alone.
local function cards_table(run, rows, columns, found)
  local fields = { "participant" }
  rows = rows:derive { type_dit = function(row, state)
    return row.type_lu and run:label("type_territoire", row.type_lu) or bilan.state(state.type_lu)
  end }
  for _, field in ipairs { "type_dit", "departement", "region" } do
    if rows:has(field) then fields[#fields + 1] = field end
  end
  local cards = rows:derive { themes_lus = function(row)
    local names = {}
    for _, one in ipairs(found) do
      if one.is_named(row) then names[#names + 1] = run:label("theme_demarche", one.theme.id) end
    end
    return #names > 0 and bilan.text.join(names, ", ") or bilan.state "so"
  end }
  if run.profile == "interne" then
    for _, column in ipairs(columns) do fields[#fields + 1] = column.field end
  end
  fields[#fields + 1] = "themes_lus"
  run:table {
    id = "mat_fiches", sheet = { fr = "Fiches", en = "Cards" }, totals = false,
    title = { fr = "Une fiche par participant", en = "One card per participant" },
    base = { fr = "Les noms de personnes reconnus sont retirés ([…]) ; un texte libre peut encore en citer : à relire avant de diffuser.",
      en = "Names of persons that were recognised are taken out ([…]); a free text may still hold one: read it before you hand it out." },
    data = cards:select(fields), headers = { themes_lus = { fr = "Thèmes lus", en = "Themes read" },
      type_dit = { fr = "Type", en = "Kind" } },
  }
end

return bilan.report {
  api = 1,
  id = "demarches",
  title = { fr = "Démarches territoriales : besoins et ressources", en = "Territorial approaches: needs and resources" },
  datasets = { "demarche" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
  },
  build = function(run)
    local rows = exercice.rows(run, "demarche"):derive { type_lu = function(row)
      return row.type_territoire or territory_kinds.of(row.participant)
    end }
    local columns = given_columns(rows)
    local found, ids, missing = read_themes(rows, columns), { "MAT01" }, {}
    for _, column in ipairs(columns) do ids[#ids + 1] = "MAT02_" .. column.field end
    if #columns == #COLUMNS then ids[#ids + 1] = "MAT02" end
    for _, column in ipairs(COLUMNS) do
      if not rows:has(column.field) then missing[#missing + 1] = column.words end
    end
    run:key_figures(ids, rows)
    indicators.table(run, rows, { id = "mat_indicateurs", indicators = ids, rows_known = PARTICIPANTS,
      rows_unknown = { fr = "Participants inconnus", en = "Unknown participants" },
      title = { fr = "Indicateurs des démarches territoriales", en = "Indicators of territorial approaches" } })
    if #columns > 0 then filled_table(run, rows, columns) end
    local is_typed, is_drawn = single_answers.table(run, rows, { id = "mat_types", field = "type_lu", is_ranked = true,
      vocabulary = "type_territoire", counted = PARTICIPANTS,
      sheet = { fr = "Types de territoires", en = "Kinds of territories" },
      title = { fr = "Participants par type de territoire", en = "Participants by kind of territory" },
      notes = { { fr = "Type donné par le fichier, à défaut lu dans le nom (PETR, CC, agglo, ville…).",
        en = "Kind as given, failing that read in the name (PETR, CC, agglo, ville…)." } } })
    if is_drawn then run:chart_on_first_page "mat_types" end
    if not is_typed then missing[#missing + 1] = { fr = "type de territoire", en = "kind of territory" } end
    if #found > 0 then
      themes_table(run, rows, columns, found)
      if rows:has "besoins" and rows:has "ressources" then
        if needs_and_resources.matching(run, found) then needs_and_resources.contacts(run, found) end
      end
      if #columns > 0 then expressions_table(run, rows, columns, found) end
    else
      missing[#missing + 1] = { fr = "thèmes (aucun reconnu)", en = "themes (none recognised)" }
    end
    cards_table(run, rows, columns, found)
    absences.name(run, missing)
  end,
}
