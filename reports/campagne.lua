-- SPDX-License-Identifier: MPL-2.0
-- One contract, one year, every theme that the partners' files hold, in one workbook. Each theme is its own report,
-- included as it is: a figure here is the figure of that report's workbook, because the same lines compute it. What this
-- file adds are the tables where themes meet. Source: domain dossier 4.
local bilan = require "bilan"
local absences = require "bilan.absences"
local campaign_equality = require "bilan.campaign_equality"
local campaign_quarters = require "bilan.campaign_quarters"
local conseils = require "bilan.conseils"
local counted = require "bilan.counted"
local exercice = require "bilan.exercice"
local financeurs = require "bilan.financeurs"
local lcd_credits = require "bilan.lcd_credits"
local programmed = require "bilan.programmed"
local quiet_run = require "bilan.quiet_run"
local f = bilan.field

--- In the order of the first page; the name stands in front of the theme's sheets. `needs_rows`: left out without rows of its
--- own, though other themes' rows would give it a table. `fields`: what its rows must give for a sheet, where they are those of
--- another theme. `has_own_years`: its series are of the years they are published for.
local THEMES = {
  { report = require "emploi", name = { fr = "Emploi", en = "Employment" }, rows_of = "emploi", needs_rows = true },
  { report = require "bie", name = { fr = "BIE", en = "Gender" }, rows_of = "action" },
  { report = require "lcd", name = { fr = "LCD", en = "Discrimination" }, rows_of = "action",
    fields = { "specificite", "critere", "domaine", "type_action", "public_lcd", "nb_formes", "nb_situations", "etat_ptlcd",
      "formation_lcd" } },
  { report = require "conseils_citoyens", name = { fr = "Conseils", en = "Councils" }, rows_of = "conseil" },
  { report = require "droit_commun", name = { fr = "Droit commun", en = "Ordinary policy" }, rows_of = "financement" },
  { report = require "cites_emploi", name = { fr = "Cités", en = "Cités" }, rows_of = "cite" },
  { report = require "paqte", name = { fr = "PaQte", en = "PaQte" }, rows_of = "paqte" },
  { report = require "offre_services", name = { fr = "Offres", en = "Offers" }, rows_of = "offre" },
  { report = require "demarches", name = { fr = "Démarches", en = "Approaches" }, rows_of = "demarche" },
  { report = require "territoires", name = { fr = "Territoires", en = "Territories" }, rows_of = "territoire",
    has_own_years = true },
}

--- The rows of the year, as `exercice.rows` takes them; what it warns of is said by each theme.
local function of_the_year(run, id)
  local rows = run:dataset(id)
  return run.year and rows:where(exercice.year_or(run.year):eq(run.year)) or rows
end

--- The datasets of the run that have rows of its year, by id.
local function datasets_of(run)
  local rows = {}
  for _, id in ipairs { "action", "emploi", "conseil", "financement", "cite", "paqte", "offre", "demarche" } do
    if run:has_dataset(id) then rows[id] = of_the_year(run, id) end
  end
  if rows.conseil then rows.conseil = conseils.once(rows.conseil) end
  return rows
end

--- What each theme would say on a first page of its own: too much for this one, which says how much there is.
local function warnings_table(run, included)
  local lines, counts = {}, {}
  for _, theme in ipairs(THEMES) do
    local warnings = included[theme] or {}
    for _, warning in ipairs(warnings) do lines[#lines + 1] = { run:text(theme.name), warning } end
    if #warnings > 0 then counts[#counts + 1] = run:text(theme.name) .. " " .. #warnings end
  end
  if #lines == 0 then return end
  run:table {
    id = "camp_avertissements", sheet = { fr = "Avertissements", en = "Warnings" },
    title = { fr = "Avertissements de chaque thème", en = "Warnings of each theme" },
    columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
      { header = { fr = "Avertissement", en = "Warning" }, kind = "long_text" } },
    rows = lines,
  }
  local each = bilan.text.join(counts, ", ")
  run:warning { fr = "Avertissements des thèmes (" .. each .. "), à lire dans la feuille Avertissements.",
    en = "Warnings of the themes (" .. each .. "), to be read in the sheet Warnings." }
end

--- What of a theme was received, in words.
local function state_of(run, theme, is_there)
  if not is_there then return { fr = "aucune ligne reçue", en = "no row received" } end
  if not theme.fields then return { fr = "dans ce classeur", en = "in this workbook" } end
  local rows = run:has_dataset(theme.rows_of) and of_the_year(run, theme.rows_of)
  for _, field in ipairs(theme.fields) do
    if rows and absences.has(rows, field) then return { fr = "dans ce classeur", en = "in this workbook" } end
  end
  return { fr = "rien de ce thème dans les lignes reçues", en = "nothing of this theme in the rows received" }
end

local function themes_table(run, included)
  local lines = {}
  for _, theme in ipairs(THEMES) do
    local is_there = included[theme]
    lines[#lines + 1] = { run:text(theme.name),
      run:text(state_of(run, theme, is_there)),
      is_there and run:has_dataset(theme.rows_of) and run:dataset(theme.rows_of):count() or bilan.state "nd",
      theme.has_own_years and bilan.state "so"
        or is_there and run:has_dataset(theme.rows_of) and of_the_year(run, theme.rows_of):count() or bilan.state "nd" }
  end
  run:table {
    id = "camp_themes", sheet = { fr = "Thèmes", en = "Themes" },
    title = { fr = "Thèmes de la campagne : ce qui a été reçu", en = "Themes of the campaign: what was received" },
    base = { fr = "Un thème sans ligne est absent du classeur : il n'est pas à zéro. Deux thèmes peuvent lire les mêmes lignes : elles "
      .. "ne s'additionnent pas. Une ligne sans exercice compte dans celui du classeur.",
      en = "A theme without a row is missing from the workbook: it is not zero. Two themes may read the same rows, which do not add "
        .. "up. A row without a year counts in that of the workbook." },
    columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
      { header = { fr = "État", en = "State" }, kind = "text" },
      { header = { fr = "Lignes reçues", en = "Rows received" }, kind = "integer" },
      { header = { fr = "dont de l'exercice", en = "of which of the year" }, kind = "integer" } },
    rows = lines,
  }
end

--- The people of the employment actions are not those of the whole campaign: their theme stands before each label.
--- Where few other themes were sent, what became of these people stands there too.
local function employment_key_figures(run, rows, is_alone)
  local list = {}
  for _, id in ipairs { "EMP01", "EMP02", "EMP03", is_alone and "EMP05" or nil, is_alone and "EMP06" or nil,
    is_alone and "EMP07" or nil } do
    local label, figure = run:indicator_label(id), run:indicator(id, rows)
    if figure.value or #list < 3 then
      list[#list + 1] = { id = id, label = { fr = "Emploi – " .. label, en = "Employment – " .. label }, figure = figure,
        note = run:supposition(id, rows) }
    end
  end
  run:key_figures(list)
end

--- Without employment actions the first page has room for what a head of service asks first, as the annual return says it.
local function programming_key_figures(run, rows)
  local actions = programmed.kept(rows)
  run:key_figures {
    { label = { fr = "Actions de la programmation", en = "Actions of the programming" }, figure = actions:figure(bilan.count()) },
    actions:count() > 0 and { label = { fr = "Accordé P147", en = "Awarded P147" }, figure = actions:figure(bilan.sum(f.accorde_p147)) } or nil,
    actions:count() > 0 and { label = { fr = "Bénéficiaires cumulés (doubles comptes possibles)",
      en = "Beneficiaries, added up (people may be counted twice)" }, figure = actions:figure(bilan.sum(f.benef_total)) } or nil }
end

--- Gender marker and fight against discrimination. « Non coté » holds the actions whose file asks for no score: said beside it.
local function action_key_figures(run, actions)
  local silent = counted.things(actions:where(bilan.all { bilan.no(f.cotation_finale:known()), bilan.no(f.cotation_instructeur:known()) }))
  run:key_figures { { id = "BIE01", label = { fr = run:indicator_label "BIE01", en = run:indicator_label "BIE01" },
    figure = run:indicator("BIE01", actions), note = silent > 0 and {
      fr = "Sans cotation du comité ni de l'instructeur : " .. counted.fr(silent, "action", "actions"),
      en = "Without a score of the committee or the examiner: " .. counted.en(silent, "action", "actions") } or nil } }
  run:key_figures({ "BIE05" }, actions)
  if absences.has(actions, "specificite") then lcd_credits.card(run, "LCD02", programmed.kept(actions)) end
end

--- DC01 over the lines of its theme, whose own pages warn of what was supposed and say why there is none.
local function ordinary_key_figure(run)
  local lines = financeurs.lines(quiet_run(run))
  if not lines then return end
  local share = run:indicator("DC01_P1", lines)
  if share.value then run:key_figures({ "DC01_P1" }, lines) end
end

--- Charts of the themes that fill up the first page, which has room for two: those that are there, in this order.
local function charts_of_themes(run, there)
  for _, id in ipairs { "emp_cascade", "emp_pyramide", "emp_sorties", "bie_cotation", "cc_composition", "dc_perimetres",
    "paq_parts_qpv" } do
    if there >= 2 then return end
    if run:has_chart(id) then -- a theme without its rows has none
      run:chart_on_first_page(id)
      there = there + 1
    end
  end
end

local reports = {}
for _, theme in ipairs(THEMES) do reports[#reports + 1] = theme.report end

return bilan.report {
  api = 1,
  id = "campagne",
  title = { fr = "Bilan de la campagne, tous thèmes", en = "The campaign, all themes" },
  datasets = { "action", "emploi", "conseil", "financement", "cite", "paqte", "offre", "demarche", "territoire" },
  includes = reports,
  build = function(run)
    local rows = datasets_of(run)
    local few = not (rows.action or rows.conseil)
    if rows.emploi then employment_key_figures(run, rows.emploi, few) end
    if rows.action and not rows.emploi then programming_key_figures(run, rows.action) end
    if rows.action then action_key_figures(run, rows.action) end
    if rows.conseil then
      run:key_figures { conseils.card(rows.conseil) }
    end
    ordinary_key_figure(run)
    if rows.action then programmed.say(run, rows.action, programmed.NOT_AWARDED) end
    local charts = 0
    if rows.action then
      run:part({ fr = "Égalité et LCD", en = "Equality, discrimination" }, function()
        charts = campaign_equality.by_pillar(run, rows.action) and 1 or 0
        campaign_equality.and_discrimination(run, rows.action)
      end)
    end
    run:part({ fr = "Quartiers", en = "Quarters" }, function()
      campaign_quarters.table(run, rows, run:has_dataset "territoire" and run:dataset "territoire" or nil)
    end)
    local included = {}
    for _, theme in ipairs(THEMES) do
      local is_there = not theme.needs_rows or run:has_dataset(theme.rows_of)
      included[theme] = is_there and run:include(theme.report, theme.name) or nil
    end
    charts_of_themes(run, charts)
    themes_table(run, included)
    warnings_table(run, included)
  end,
}
