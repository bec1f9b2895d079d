-- SPDX-License-Identifier: MPL-2.0
-- Prevention of and fight against discrimination (LCD): which actions, on which criteria, in which domains, of what kind;
-- who was trained, what was heard; where each contract stands with its plan. What is specific, what is a part of an action
-- and what is living together stand apart, and none of it is added to the credits of gender budgeting.
-- Indicators LCD01 to LCD12: scripts/bilan/domain/indicators/lcd.lua. Source: domain dossier 3.2.
local bilan = require "bilan"
local absences = require "bilan.absences"
local action_list = require "bilan.action_list"
local citations = require "bilan.citations"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local criteres = require "bilan.criteres_lcd"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local lcd_credits = require "bilan.lcd_credits"
local lcd_by_year = require "bilan.lcd_by_year"
local named_places = require "bilan.named_places"
local programmed = require "bilan.programmed"
local ptlcd = require "bilan.ptlcd"
local same_action = require "bilan.same_action"
local score = require "bilan.score"
local secret = require "bilan.secret"
local shared_sheet = require "bilan.shared_sheet"
local situations = require "bilan.situations"
local surely = require "bilan.surely"
local things_once = require "bilan.things_once"
local f = bilan.field

local DECLARED = { "spécifique LCD", "volet LCD d'une action" }
local TOGETHER = "vivre-ensemble sans objet LCD"
local OF_THE_TABLE = { LCD01n = true, LCD02c = true, LCD07h = true, LCD09 = true } -- no cards of the first page
local CRITERIA = { field = "critere", vocabulary = "critere_lcd", groups = criteres.groups }
local DOMAINS = { field = "domaine", vocabulary = "domaine_lcd" }

--- LCD01, LCD02, LCD11: the kinds of actions side by side; the total is that of the programming, not of LCD.
local function specificity_table(run, actions)
  local lines = {}
  local function line(words, some)
    local n, all = counted.things(some), counted.things(actions)
    lines[#lines + 1] = { words, n, all, all > 0 and n / all or bilan.state "so", some:figure(bilan.sum(f.accorde_p147)) }
  end
  for _, kind in ipairs { DECLARED[1], DECLARED[2], TOGETHER } do
    line(run:label("specificite_lcd", kind), actions:where { specificite = kind })
  end
  line(run:text { fr = "non renseigné", en = "not stated" }, actions:where(bilan.no(f.specificite:known())))
  run:table {
    id = "lcd_specificite", sheet = { fr = "Caractère des actions", en = "Kinds of actions" },
    title = { fr = "Actions et crédits P147 selon leur caractère LCD", en = "Actions and P147 credits by how specific they are" },
    base = { fr = "Le total est celui de toutes les actions lues. Les crédits d'une action avec un volet LCD valent pour toute "
      .. "l'action : ils ne s'ajoutent pas à ceux des actions spécifiques.", en = "The total is that of all actions read. The "
      .. "credits of an action with a part are those of the whole action: they are not added to those of specific actions." },
    columns = { columns.label("Caractère", "Kind"), columns.added("integer", "Actions", "Actions"),
      columns.integer("Toutes les actions (N)", "All actions (N)"), columns.rate("Part", "Share", { ratio_of = { 2, 3 } }),
      columns.added("euro", "Accordé (€)", "Awarded (€)") },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Actions selon leur caractère LCD", en = "Actions by how specific they are" },
      note = { fr = "N = " .. counted.actions(counted.things(actions)).fr .. ".",
        en = "N = " .. counted.actions(counted.things(actions)).en .. "." },
      alt = { fr = "Barres horizontales : actions spécifiques, avec un volet, de vivre-ensemble, non renseignées.",
        en = "Horizontal bars: specific actions, actions with a part, living together, not stated." } },
  }
  run:chart_on_first_page "lcd_specificite"
end

--- LCD03 to LCD06: what actions cite. `where`: the sheet of the quarters.
local function cited_tables(run, actions, where)
  local whom = shared_sheet.new { fr = "Domaines et publics", en = "Domains and publics" }
  local is_told = absences.has(actions, "specificite") -- else none is known to be of a kind, which is not none
  local together = counted.things(actions:where(bilan.all { f.critere:known(), surely.is(f.specificite, TOGETHER) }))
  for _, cited in ipairs {
    { field = "critere", vocabulary = "critere_lcd", groups = criteres.groups, id = "lcd_criteres",
      header = { fr = "Critère", en = "Criterion" }, sheet = { fr = "Critères", en = "Criteria" },
      title = { fr = "Critères de discrimination visés", en = "Criteria of discrimination" },
      notes = { criteres.source, is_told and { fr = "Dont actions de vivre-ensemble qui citent un critère : " .. together .. ".",
        en = "Of which living-together actions that cite a criterion: " .. together .. "." } or nil },
      further = { column = columns.text("Textes", "Law"), of = function(line) return criteres.law(line.terms[1]) end } },
    { field = "domaine", vocabulary = "domaine_lcd", id = "lcd_domaines", page = whom, header = { fr = "Domaine", en = "Domain" },
      sheet = { fr = "Domaines", en = "Domains" }, title = { fr = "Domaines des actions", en = "Domains of the actions" } },
    { field = "type_action", vocabulary = "type_action_lcd", id = "lcd_types", header = { fr = "Type d'action", en = "Kind" },
      sheet = { fr = "Types d'actions", en = "Kinds" }, title = { fr = "Types d'actions LCD", en = "Kinds of actions" } },
    { field = "public_lcd", vocabulary = "public_lcd", id = "lcd_publics", page = whom, header = { fr = "Public", en = "Public" },
      sheet = { fr = "Publics", en = "Publics" }, title = { fr = "Publics des actions", en = "Publics of the actions" } },
    { field = "territoire", vocabulary = "territoire", id = "lcd_quartiers", page = where, header = { fr = "Quartier", en = "Quarter" },
      sheet = { fr = "Quartiers", en = "Quarters" }, title = { fr = "Actions LCD par quartier de rattachement",
        en = "Anti-discrimination actions by quarter" }, declared = true, notes = named_places.notes(actions) },
  } do
    local rows = cited.declared and actions:where(surely.one_of(f.specificite, DECLARED)) or actions
    if absences.has(rows, cited.field) and (is_told or not cited.declared) then citations.table(run, rows, cited) end
  end
  local bars = absences.has(actions, "critere") and #citations.lines(run, actions, "critere", "critere_lcd", criteres.groups) or 0
  if bars > 1 and bars <= 10 then
    run:chart_on_first_page "lcd_criteres"
  elseif absences.has(actions, "domaine") and #actions:distinct "domaine" > 1 then
    run:chart_on_first_page "lcd_domaines"
  end
  if absences.has(actions, "critere") and absences.has(actions, "domaine") then
    citations.matrix(run, actions, { rows = CRITERIA, columns = DOMAINS, id = "lcd_matrice",
      header = { fr = "Critère", en = "Criterion" }, sheet = { fr = "Critère × domaine", en = "Criterion × domain" },
      title = { fr = "Critères par domaine, en actions", en = "Criteria by domain, in actions" }, notes = { criteres.source } })
  end
end

--- Actions as they are, largest amounts first.
local function list(run, actions, words)
  local cell = action_list.cell
  local function labels(row, field, vocabulary)
    return cell(row, field, function(given)
      local terms = {}
      for at, term in ipairs(given) do terms[at] = run:label(vocabulary, term) end
      return bilan.text.join(terms, run:text { fr = " ; ", en = "; " })
    end)
  end
  local lines = {}
  local told = action_list.with_causes(actions, { "intitule", "porteur", "specificite", "critere", "domaine", "type_action", "accorde_p147" })
  for row in (things_once.of(told)):each() do
    lines[#lines + 1] = { cell(row, "intitule"), cell(row, "porteur"),
      cell(row, "specificite", function(kind) return run:label("specificite_lcd", kind) end),
      labels(row, "critere", "critere_lcd"), labels(row, "domaine", "domaine_lcd"),
      labels(row, "type_action", "type_action_lcd"), cell(row, "accorde_p147") }
  end
  words.columns = { columns.text("Action", "Action"), columns.text("Porteur", "Holder"), columns.text("Caractère", "Kind"),
    columns.text("Critères", "Criteria"), columns.text("Domaines", "Domains"), columns.text("Types", "Kinds of action"),
    columns.euro("Accordé (€)", "Awarded (€)") }
  action_list.table(run, lines, words)
end

--- L05: credits that both this workbook and that of gender budgeting would count.
local function warn_of_overlap(run, actions)
  local shared = actions:where(bilan.all { f.critere:eq("sexe"), score.is(f, bilan, { "G1", "G2" }) })
  if shared:count() == 0 then return end
  local credits = shared:figure(bilan.sum(f.accorde_p147)).text
  run:warning { fr = "Actions au critère « sexe » et cotées G1 ou G2 au BIE : " .. counted.things(shared) .. " (" .. credits
    .. "). Leurs crédits ne s'ajoutent pas d'un classeur à l'autre.", en = "Actions with the criterion sex and scored G1 or G2: "
    .. counted.things(shared) .. " (" .. credits .. "). Their credits are not added from one workbook to the other." }
end

--- Criteria and domains where no file says which actions are against discrimination: counted over all that cite one, which is said.
local function cited_alone(run, actions, where)
  run:warning { fr = "Aucun fichier ne dit quelles actions luttent contre les discriminations (spécifique, volet ou vivre-ensemble) : "
      .. "critères, domaines et types sont comptés sur toutes les actions qui en citent, sans taux ni crédits LCD.",
    en = "No file says which actions are against discrimination (specific, a part, or living together): criteria, domains and "
      .. "kinds are counted over all actions that cite one, without LCD rates or credits." }
  cited_tables(run, actions, where)
end

--- True when some action cites a criterion, a domain, a kind or a public.
local function is_any_cited(actions)
  for _, field in ipairs { "critere", "domaine", "type_action", "public_lcd" } do
    if absences.has(actions, field) then return true end
  end
  return false
end

--- Nothing of LCD was sent: no workbook is made of it, and what to ask for is said.
local function warn_of_nothing(run, actions)
  run:warning { fr = "Actions lues : " .. actions:count() .. ". Aucune ne dit rien de la lutte contre les discriminations. "
      .. "Demandez aux partenaires leur caractère (spécifique, volet, vivre-ensemble), leurs critères et leurs domaines.",
    en = "Actions read: " .. actions:count() .. ". None says anything of the fight against discrimination. Ask "
      .. "the partners how specific they are (specific, a part, living together), for their criteria and their domains." }
end

--- What LCD12 lacks. A column that does not say of what holders were trained is read as gender budgeting, and is named.
local function training_words(actions)
  local header = absences.has(actions, "formation_porteur") and actions:header "formation_porteur"
  if not header then return { fr = "formation des porteurs", en = "training of holders" } end
  return { fr = "formation des porteurs à la LCD (la colonne « " .. header .. " » est lue comme une formation à l'égalité, BIE16 ; "
    .. "écrivez « Formation LCD » si c'en est une)", en = "training of holders against discrimination (the column \"" .. header
    .. "\" is read as training in equality, BIE16; write \"Formation LCD\" if it is one)" }
end

return bilan.report {
  api = 1,
  id = "lcd",
  title = { fr = "Prévention et lutte contre les discriminations", en = "Prevention of and fight against discrimination" },
  datasets = { "action" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
  },
  build = function(run)
    local all = exercice.rows(run, "action") -- where contracts stand is told by every action, refused or not
    local actions = programmed.rows(run, all)
    local function rows_of(id) return id == "LCD10" and all or actions end
    local wanted = { { "LCD01n", "specificite" }, { "LCD01", "specificite" }, { "LCD02", "specificite" },
      { "LCD02v", "specificite" }, { "LCD02c", "specificite" }, { "LCD07", "nb_formes" }, { "LCD07h", "nb_formes" }, { "LCD08", "nb_situations" },
      { "LCD09", "nb_situations" }, { "LCD10", "etat_ptlcd" }, { "LCD11", "specificite" }, { "LCD12", "formation_lcd" } }
    local first, answered = {}, absences.answered(all, wanted)
    for _, id in ipairs(answered) do
      local figure = run:indicator(id, rows_of(id))
      local is_small = (id == "LCD08" or id == "LCD09") and secret.hides(figure.denominator or figure)
      if not OF_THE_TABLE[id] and not is_small then first[#first + 1] = id end
    end
    if #first > 0 then
      for _, id in ipairs(first) do
        if id == "LCD02" or id == "LCD02v" then
          lcd_credits.card(run, id, actions)
        else
          run:key_figures({ id }, rows_of(id))
        end
      end
    end
    local is_empty = #answered == 0 and not is_any_cited(actions)
    if is_empty then warn_of_nothing(run, actions) end
    absences.warn(run, actions, {
      { field = "specificite", words = { fr = "caractère spécifique", en = "how specific actions are" } },
      { field = "critere", words = { fr = "critères", en = "criteria" } },
      { field = "domaine", words = { fr = "domaines", en = "domains" } },
      { field = "type_action", words = { fr = "types d'actions", en = "kinds of actions" } },
      { field = "public_lcd", words = { fr = "publics", en = "publics" } },
      { field = "nb_formes", words = { fr = "professionnels formés", en = "professionals trained" } },
      { field = "nb_situations", words = { fr = "situations recueillies", en = "situations" } },
      { field = "etat_ptlcd", words = { fr = "état du PTLCD", en = "state of the plan" } },
      { field = "formation_lcd", words = training_words(actions) } })
    warn_of_overlap(run, actions)
    same_action.warn(run, actions)
    local where = shared_sheet.new { fr = "Quartiers et PTLCD", en = "Quarters and plans" }
    if is_empty then return end
    if #answered == 0 then return cited_alone(run, actions, where) end
    indicators.table(run, actions, { id = "lcd_indicateurs", indicators = answered, persons = { LCD08 = true, LCD09 = true },
      rows_of = rows_of, rows_known = { fr = "Connus (actions ; LCD10 : contrats ; LCD12 : porteurs)",
        en = "Known (actions; LCD10: contracts; LCD12: holders)" }, rows_unknown = { fr = "Inconnus", en = "Unknown" },
      title = { fr = "Indicateurs de la lutte contre les discriminations", en = "Indicators of the fight against discrimination" },
      notes = { { fr = "Ces crédits ne s'ajoutent jamais à ceux du BIE.", en = "These credits are never added to those of the BIE." } } })
    if absences.has(actions, "specificite") then specificity_table(run, actions) end
    cited_tables(run, actions, where)
    lcd_by_year.table(run)
    local about = actions:where(bilan.no(surely.is(f.specificite, TOGETHER))) -- those that LCD08 counts
    if absences.has(about, "nb_situations") then situations.table(run, about) end
    if absences.has(all, "etat_ptlcd") then ptlcd.table(run, all, where) end
    if not absences.has(actions, "specificite") then return end -- no list of none
    local of_lcd, together = actions:where(surely.one_of(f.specificite, DECLARED)), actions:where(surely.is(f.specificite, TOGETHER))
    local is_one_sheet = action_list.share_a_sheet(of_lcd, together)
    list(run, of_lcd, { id = "lcd_liste",
      sheet = { fr = "Actions LCD", en = "LCD actions" }, title = { fr = "Actions spécifiques ou avec un volet LCD",
        en = "Specific actions, or with a part" }, base = { fr = "Du plus grand montant au plus petit.", en = "Largest amounts first." } })
    list(run, together, { id = "lcd_vivre_ensemble", below = is_one_sheet and "lcd_liste" or nil,
      sheet = not is_one_sheet and { fr = "Vivre-ensemble", en = "Living together" } or nil, title = { fr = "Actions requalifiées « vivre-ensemble »",
        en = "Actions that turn out to be living together" },
      base = { fr = "Déclarées LCD, sans objet LCD : hors des actions et crédits LCD.", en = "Declared, without such an object: "
        .. "outside of LCD actions and credits." } })
  end,
}
