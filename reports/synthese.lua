-- SPDX-License-Identifier: MPL-2.0
-- The regional synthesis of evaluation reports: what N reports say of five themes, counted from a coding grid (one line a
-- report). Every « x of N » has its own base, printed; a report counts once, whoever coded it; what was not coded is said
-- to be missing, never taken for zero. Source: domain dossier 3.9.
-- Counts are defined in scripts/bilan/domain/indicators/synthese.lua.
local bilan = require "bilan"
local agreement = require "bilan.agreement"
local coding = require "bilan.coding"
local counted = require "bilan.counted"
local counts = require "bilan.counts"
local declared_shares = require "bilan.declared_shares"
local employment_objective = require "bilan.employment_objective"
local grid_of = require "bilan.evaluation_grid"
local absences = require "bilan.absences"
local multiple_answers = require "bilan.multiple_answers"
local shared_sheet = require "bilan.shared_sheet"
local verbatims = require "bilan.verbatims"
local f = bilan.field

local REPORTS = { fr = "Rapports", en = "Reports" }
local EVOKED = grid_of.EVOKED

--- Three populations side by side, and how many themes: never added.
local function sources_table(run, rows, grid, themes)
  local lines = { { run:text { fr = "Rapports d'évaluation codés", en = "Evaluation reports coded" },
    grid.reports:figure(bilan.count()) } }
  if rows:has "type_source" then
    for _, source in ipairs { "chef de projet", "DDETS" } do
      lines[#lines + 1] = { run:label("type_source", source), rows:where { type_source = source }:figure(bilan.count()) }
    end
  end
  lines[#lines + 1] = { run:text { fr = "Thèmes codés", en = "Themes coded" }, #themes }
  lines[#lines + 1] = { run:text { fr = "Contrats sans rapport codé", en = "Contracts without a coded report" }, grid.without }
  lines[#lines + 1] = { run:text { fr = "Rapports codés par plusieurs personnes", en = "Reports coded by several people" }, grid.double }
  run:table {
    id = "syn_sources", sheet = { fr = "Place des thèmes", en = "Place of themes" },
    title = { fr = "Ce sur quoi repose la synthèse", en = "What the synthesis rests on" },
    base = { fr = "Ces populations ne s'additionnent pas : elles ne répondent pas aux mêmes questions.",
      en = "These populations are never added: they were not asked the same questions." },
    columns = { { header = { fr = "Source", en = "Source" }, kind = "text" },
      { header = { fr = "Nombre", en = "Number" }, kind = "integer" } },
    rows = lines,
  }
end

--- SYN01: the place of each theme, as the reports give it.
local function places_table(run, reports, themes)
  local columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" } }
  for level = 0, 3 do
    columns[#columns + 1] = { header = run:label("place_theme", tostring(level)), kind = "integer" }
  end
  columns[#columns + 1] = { header = { fr = "Rapports codés (N)", en = "Reports coded (N)" }, kind = "integer" }
  columns[#columns + 1] = { header = { fr = "Non codés", en = "Not coded" }, kind = "integer" }
  local lines = {}
  for _, theme in ipairs(themes) do
    local place = f[theme.place]
    local line = { run:text(theme.words) }
    for level = 0, 3 do line[#line + 1] = reports:figure(bilan.count(place:eq(tostring(level)))) end
    line[#line + 1] = reports:where(place:known()):count()
    line[#line + 1] = reports:where(bilan.no(place:known())):count() - reports:where(place:in_state { "so" }):count()
    lines[#lines + 1] = line
  end
  run:table {
    id = "syn_places", below = "syn_sources",
    title = { fr = "Place donnée à chaque thème par les rapports", en = "Place that reports give to each theme" },
    base = { fr = "Un rapport a une place et une seule par thème. Les thèmes ne s'additionnent pas.",
      en = "A report has one place for each theme. Themes do not add up." },
    columns = columns, rows = lines,
    chart = {
      type = "share_bars", category = 1, series = { 2, 3, 4, 5 },
      title = { fr = "Place des thèmes, en nombre de rapports (N = " .. reports:count() .. ")",
        en = "Place of themes, in reports (N = " .. reports:count() .. ")" },
      alt = { fr = "Barres à 100 % : pour chaque thème, nombre de rapports qui ne l'évoquent pas, l'évoquent seulement, le "
        .. "traitent, l'analysent en profondeur.",
        en = "100 % bars: for each theme, number of reports that do not mention it, only mention it, deal with it, analyse "
          .. "it in depth." },
    },
  }
  run:chart_on_first_page "syn_places"
end

--- SYN02 and SYN03 for one theme, with what reports state of it. Gives the id of the table, nil when there is none.
local function theme_table(run, reports, theme)
  local lines = {}
  if reports:has(theme.place) then
    for _, suffix in ipairs { "_evoque", "_traite", "_analyse", "_analyse_evoque", "_analyse_traite", "_absent" } do
      lines[#lines + 1] = { "SYN_" .. theme.id .. suffix }
    end
  end
  for _, line in ipairs(theme.stated) do
    if reports:has(line.needs) and (not line.says or reports:where { [line.needs] = line.says }:count() > 0) then lines[#lines + 1] = line end
  end
  if #lines == 0 then return nil end
  counts.table(run, reports, {
    id = "syn_" .. theme.id, sheet = theme.sheet or theme.words, counted = REPORTS, lines = lines,
    title = { fr = theme.words.fr .. " : ce que disent les rapports", en = theme.words.en .. ": what reports say" },
    base = { fr = "Chaque ligne a sa propre base, imprimée ; deux lignes ne se comparent que sur la même base. La place d'un thème et le BIE "
      .. "sont codés pour tout rapport : une case vide sort de la base. Une part, une conclusion, un accompagnement sont codés là où le "
      .. "rapport les donne : une case vide reste dans la base, et est comptée sans réponse.",
      en = "Each line has its own base, printed; two lines compare on the same base only. The place of a theme and gender budgeting are "
      .. "coded for every report: a blank leaves the base. A share, a conclusion, support are coded where the report gives them: a blank "
      .. "stays in the base, and is counted as no answer." },
    threshold = run.params.seuil_couverture,
  })
  return "syn_" .. theme.id
end

--- The questions of one theme, asked of the reports that mention it. Gives the titles of those without an answer.
local function question_tables(run, reports, theme)
  local unanswered, pages = {}, {}
  local is_placed = reports:has(theme.place)
  for _, question in ipairs(theme.questions) do
    pages[question.sheet] = pages[question.sheet] or shared_sheet.new(question.sheet)
    local is_done, is_drawn = multiple_answers.table(run, reports, { id = "syn_" .. question.field, page = pages[question.sheet],
      title = question.title, field = question.field, vocabulary = question.vocabulary, counted = REPORTS,
      asked = is_placed and f[theme.place]:one_of(EVOKED) or nil,
      asked_words = is_placed and { fr = "rapports qui évoquent le thème", en = "reports that mention the theme" }
        or { fr = "rapports", en = "reports" } })
    if not is_done then unanswered[#unanswered + 1] = question.title end
    if is_drawn and question.field == "cc_difficultes" then run:chart_on_first_page "syn_cc_difficultes" end
  end
  return unanswered
end

--- SYN06: how many reports mention each theme, by a field of the report.
local function cross_table(run, reports, themes, by, page)
  if not reports:has(by.field) or #themes == 0 then return end
  local items = {}
  for _, theme in ipairs(themes) do items[#items + 1] = { words = theme.short, is = f[theme.place]:one_of(EVOKED) } end
  counts.by(run, reports, {
    id = "syn_par_" .. by.field, field = by.field, vocabulary = by.vocabulary, kind = by.kind, header = by.header,
    page = page, counted = REPORTS, items = items,
    title = { fr = "Rapports qui évoquent chaque thème, par " .. by.fr, en = "Reports that mention each theme, by " .. by.en },
    base = { fr = "Évoqué ou plus. Sous 20 rapports, une part ne se lit pas sans son effectif. EFH : égalité femmes-hommes ; "
      .. "LCD : lutte contre les discriminations.",
      en = "Mentioned or more. Under 20 reports, no share is read without its count." },
  })
end

--- S01, S06: what a report states supposes the place that it gives to the theme.
local function nested_table(run, reports)
  local parts = {}
  for _, part in ipairs(grid_of.nested) do
    if reports:has(part.needs[1]) and reports:has(part.needs[2]) then parts[#parts + 1] = part end
  end
  if #parts == 0 then return end
  local outside = counts.nested(run, reports, { id = "syn_emboitement", counted = REPORTS, pairs = parts,
    sheet = { fr = "Comptages emboîtés", en = "Nested counts" },
    title = { fr = "Comptages emboîtés : chaque partie tient dans son ensemble", en = "Nested counts: each part in its whole" },
    base = { fr = "Analyse approfondie ≤ traité ≤ évoqué ≤ N ; ce qui dépasse est à relire dans la grille.",
      en = "In depth ≤ dealt with ≤ mentioned ≤ N; what stands outside is to be read again in the grid." } })
  if outside > 0 then
    run:warning { fr = "Comptages non emboîtés : " .. counted.fr(outside, "codage hors de sa base", "codages hors de leur base")
      .. " (feuille Comptages emboîtés).", en = "Counts that are not nested: " .. counted.en(outside, "code outside its base",
      "codes outside their base") .. " (sheet Nested counts)." }
  end
end

--- The figures of the first page: N, the themes with how many analyse them in depth, and what conclusions there are.
local function key_figures(run, reports, themes)
  local list = { { id = "SYN00", label = { fr = "Rapports d'évaluation lus", en = "Evaluation reports read" },
    figure = reports:figure(bilan.count()) } }
  for _, theme in ipairs(themes) do
    local evoked, analysed = "SYN_" .. theme.id .. "_evoque", run:indicator("SYN_" .. theme.id .. "_analyse", reports)
    local n = bilan.number.text(analysed.numerator)
    list[#list + 1] = { id = evoked, label = run:indicator_label(evoked), figure = run:indicator(evoked, reports),
      note = { fr = "dont analyse approfondie : " .. n, en = "of which in depth: " .. n } }
  end
  if reports:has "bie" and #themes > 0 then list[#list + 1] = "SYN_bie" end
  if reports:has "dc_conclusion" and #themes > 0 then list[#list + 1] = "SYN_dc_conclut" end
  run:key_figures(list, reports)
end

return bilan.report {
  api = 1,
  id = "synthese",
  title = { fr = "Synthèse régionale des évaluations", en = "Regional synthesis of evaluations" },
  datasets = { "rapport" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    codeur = bilan.param.text(nil, { label = {
      fr = "codeur dont le codage est retenu quand un rapport est codé deux fois", en = "coder kept for reports coded twice" } }),
    objectif_emploi = bilan.param.rate(0.20, { label = {
      fr = "objectif de part de l'emploi", en = "objective for the employment share" } }),
  },
  build = function(run)
    local rows = run:dataset "rapport"
    local grid = coding.read(rows, run.params.codeur)
    local reports, themes, missing = grid.reports, {}, {}
    for _, theme in ipairs(grid_of.themes) do
      local is_coded = reports:has(theme.place) and reports:where(f[theme.place]:known()):count() > 0
      local list = is_coded and themes or missing
      list[#list + 1] = is_coded and theme or theme.words
    end
    key_figures(run, reports, themes)
    sources_table(run, rows, grid, themes)
    if #themes > 0 then places_table(run, reports, themes) end
    local tables = {}
    for _, theme in ipairs(grid_of.themes) do
      tables[theme.id] = theme_table(run, reports, theme)
      for _, title in ipairs(question_tables(run, reports, theme)) do missing[#missing + 1] = title end
    end
    local share = { fr = "Part du droit commun", en = "Share of ordinary policy" }
    local has_shares = declared_shares.tables(run, reports, { id = "syn_dc_parts", title = share, field = "dc_part",
      perimeter = "dc_perimetre", vocabulary = "perimetre_dc", indicator = "SYN05_",
      sheet = { fr = "Parts de droit commun", en = "Shares of ordinary policy" } })
    if not has_shares then missing[#missing + 1] = share end
    if not employment_objective.table(run, reports, tables.emploi) then
      missing[#missing + 1] = { fr = "part de l'emploi dans l'enveloppe", en = "share of employment in the envelope" }
    end
    local crosses = shared_sheet.new { fr = "Thèmes croisés", en = "Themes crossed" }
    cross_table(run, reports, themes, { field = "modalite", vocabulary = "modalite_evaluation", fr = "modalité d'évaluation",
      en = "who made the evaluation", header = { fr = "Modalité", en = "Who made it" } }, crosses)
    cross_table(run, reports, themes, { field = "departement", kind = "code", fr = "département", en = "department",
      header = { fr = "Département", en = "Department" } }, crosses)
    nested_table(run, reports)
    agreement.tables(run, grid, grid_of.coded_twice, "syn")
    verbatims.table(run, rows, "syn_verbatims", grid_of.words)
    coding.warn(run, grid)
    absences.name(run, missing)
  end,
}
