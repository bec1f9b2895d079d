-- SPDX-License-Identifier: MPL-2.0
-- One contract, one year, every theme that the partners' files hold, in one workbook. Each theme is its own report,
-- included as it is: a figure here is the figure of that report's workbook, because the same lines compute it. What this
-- file adds are the tables where themes meet. Source: domain dossier 4.
local bilan = require "bilan"
local absences = require "bilan.absences"
local campaign_quarters = require "bilan.campaign_quarters"
local one_spelling = require "bilan.one_spelling"
local score = require "bilan.score"
local f = bilan.field

--- In the order of the first page; the name stands in front of the theme's sheets. `needs_rows`: left out without rows of its
--- own, though other themes' rows would give it a table. `has_own_years`: its series are of the years they are published for.
local THEMES = {
  { report = require "emploi", name = { fr = "Emploi", en = "Employment" }, rows_of = "emploi", needs_rows = true },
  { report = require "bie", name = { fr = "BIE", en = "Gender" }, rows_of = "action" },
  { report = require "lcd", name = { fr = "LCD", en = "Discrimination" }, rows_of = "action" },
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
  return run.year and rows:where(f.exercice:known_or(run.year):eq(run.year)) or rows
end

--- The datasets of the run that have rows of its year, by id.
local function datasets_of(run)
  local rows = {}
  for _, id in ipairs { "action", "emploi", "conseil", "financement", "cite", "paqte", "offre", "demarche" } do
    if run:has_dataset(id) then rows[id] = of_the_year(run, id) end
  end
  return rows
end

--- What each theme would say on a first page of its own: too much for this one, which says how much there is.
local function warnings_table(run, included)
  local lines = {}
  for _, theme in ipairs(THEMES) do
    for _, warning in ipairs(included[theme] or {}) do lines[#lines + 1] = { run:text(theme.name), warning } end
  end
  if #lines == 0 then return end
  run:table {
    id = "camp_avertissements", sheet = { fr = "Avertissements", en = "Warnings" },
    title = { fr = "Avertissements de chaque thème", en = "Warnings of each theme" },
    columns = { { header = { fr = "Thème", en = "Theme" }, kind = "text" },
      { header = { fr = "Avertissement", en = "Warning" }, kind = "long_text" } },
    rows = lines,
  }
  run:warning { fr = "Avertissements des thèmes : " .. #lines .. ", à lire dans la feuille Avertissements.",
    en = "Warnings of the themes: " .. #lines .. ", to be read in the sheet Warnings." }
end

local function themes_table(run, included)
  local lines = {}
  for _, theme in ipairs(THEMES) do
    local is_there = included[theme]
    lines[#lines + 1] = { run:text(theme.name),
      run:text(is_there and { fr = "dans ce classeur", en = "in this workbook" }
        or { fr = "aucune ligne reçue", en = "no row received" }),
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

--- Scores of the actions of each pillar: employment is the pillar that covers equality least (domain dossier 4).
local function equality_by_pillar(run, actions)
  local function scored(wanted) return score.is(f, bilan, { wanted }) end
  local is_scored = bilan.any { scored "G0", scored "G1", scored "G2" }
  local lines = {}
  local read, by = one_spelling.merged(actions, "pilier")
  for _, group in ipairs(read:group({ by = by, measures = {
    { "n", bilan.count() }, { "scored", bilan.count(is_scored) },
    { "equality", bilan.count(bilan.any { scored "G1", scored "G2" }) },
  } }):rows()) do
    lines[#lines + 1] = { group[by] and run:label("pilier", group[by])
      or run:text(absences.NOT_GIVEN), group.n, group.scored, group.equality,
      group.scored.value > 0 and group.equality / group.scored or bilan.state "so" }
  end
  run:table {
    id = "camp_bie_pilier", sheet = { fr = "Égalité et LCD", en = "Equality, discrimination" },
    title = { fr = "Actions qui contribuent à l'égalité, par pilier", en = "Actions that contribute to equality, by pillar" },
    base = { fr = "Cotation du comité, à défaut de l'instructeur ; la part est calculée sur les actions cotées.",
      en = "Score of the committee, else of the examiner; the share is over scored actions." },
    columns = { { header = { fr = "Pilier", en = "Pillar" }, kind = "text", total = "label" },
      { header = { fr = "Actions", en = "Actions" }, kind = "integer", total = "sum" },
      { header = { fr = "Actions cotées", en = "Scored" }, kind = "integer", total = "sum" },
      { header = { fr = "dont G1 ou G2", en = "of which G1 or G2" }, kind = "integer", total = "sum" },
      { header = { fr = "Part G1 ou G2", en = "Share of G1 or G2" }, kind = "rate", ratio_of = { 4, 3 },
        total = actions:figure(bilan.ratio(bilan.any { scored "G1", scored "G2" }, 1, { where = is_scored })) } },
    rows = lines,
  }
end

--- Credits of equality and of anti-discrimination: an action of both is counted once in the last line.
local function equality_and_discrimination(run, actions)
  local equality = score.is(f, bilan, { "G1", "G2" })
  local lcd = f.specificite:one_of { "spécifique LCD", "volet LCD d'une action" }
  local lines = {}
  for _, line in ipairs {
    { { fr = "Contribuent à l'égalité (G1, G2)", en = "Contribute to equality (G1, G2)" }, equality },
    { { fr = "Luttent contre les discriminations (LCD)", en = "Fight discrimination (LCD)" }, lcd },
    { { fr = "Les deux à la fois", en = "Both at once" }, bilan.all { equality, lcd } },
    { { fr = "L'un ou l'autre, comptées une fois", en = "Either, counted once" }, bilan.any { equality, lcd } },
  } do
    local amount = actions:figure(bilan.sum(f.accorde_p147, { where = line[2] }))
    lines[#lines + 1] = { run:text(line[1]), actions:figure(bilan.count(line[2])), amount, amount.unknown }
  end
  run:table {
    id = "camp_bie_lcd", below = "camp_bie_pilier",
    title = { fr = "Crédits pour l'égalité et contre les discriminations, sans double compte",
      en = "Credits for equality and against discrimination, without double counting" },
    base = { fr = "Les deux premières lignes ne s'additionnent pas : la troisième est dans chacune.",
      en = "The first two lines do not add up: the third is in each." },
    columns = { { header = { fr = "Actions qui…", en = "Actions that…" }, kind = "text" },
      { header = { fr = "Actions", en = "Actions" }, kind = "integer" },
      { header = { fr = "Accordé P147 (€)", en = "Awarded P147 (€)" }, kind = "euro" },
      { header = { fr = "Actions inconnues (montant, caractère LCD)", en = "Unknown actions (amount, character)" }, kind = "integer" } },
    rows = lines,
  }
end

--- The people of the employment actions are not those of the whole campaign: their theme stands before each label.
local function employment_key_figures(run, rows)
  local list = {}
  for at, id in ipairs { "EMP01", "EMP02", "EMP03" } do
    local label = run:indicator_label(id)
    list[at] = { id = id, label = { fr = "Emploi – " .. label, en = "Employment – " .. label }, figure = run:indicator(id, rows),
      note = run:supposition(id, rows) }
  end
  run:key_figures(list)
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
    if rows.emploi then employment_key_figures(run, rows.emploi) end
    if rows.action then run:key_figures({ "BIE01", "BIE05", "BIE06" }, rows.action) end
    if rows.conseil then
      run:key_figures { { label = { fr = "Conseils citoyens", en = "Citizens' councils" },
        figure = rows.conseil:figure(bilan.count()) } }
    end
    if rows.action then
      run:part({ fr = "Égalité et LCD", en = "Equality, discrimination" }, function()
        equality_by_pillar(run, rows.action)
        equality_and_discrimination(run, rows.action)
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
    themes_table(run, included)
    warnings_table(run, included)
  end,
}
