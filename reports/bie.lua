-- SPDX-License-Identifier: MPL-2.0
-- Gender budgeting (BIE) of a programming: how actions and credits are spread over the scores of the gender marker, what
-- the funders' committee changes, whom the actions reach. Indicators BIE01 to BIE19 are defined in
-- scripts/bilan/domain/indicators/bie.lua; what a score is, in scripts/bilan/cotation.lua. Source: domain dossier 3.1.
local bilan = require "bilan"
local absences = require "bilan.absences"
local action_list = require "bilan.action_list"
local columns = require "bilan.columns"
local comite = require "bilan.comite"
local cotation = require "bilan.cotation"
local cotation_compared = require "bilan.cotation_compared"
local exercice = require "bilan.exercice"
local grille = require "bilan.grille"
local grille_tables = require "bilan.grille_tables"
local indicators = require "bilan.indicators"
local named_places = require "bilan.named_places"
local programmed = require "bilan.programmed"
local public = require "bilan.public"
local refused_amounts = require "bilan.refused_amounts"
local same_action = require "bilan.same_action"
local shared_sheet = require "bilan.shared_sheet"
local simulation = require "bilan.simulation_bie"
local terms = require "bilan.terms"
local things_once = require "bilan.things_once"
local f = bilan.field

--- Indicators that rest on what was asked for.
local OF_ASKED = { BIE08 = true, BIE08r = true, BIE09 = true }

--- Scores by pillar, quarter, municipality, kind of holder and scheme: those that partners give.
local function breakdowns(run, actions)
  local whole = { fr = "Montants accordés. La part est celle de BIE05, sur les crédits cotés de la ligne.",
    en = "Amounts awarded. The share is that of BIE05, of the scored credits of the line." }
  for _, cut in ipairs {
    { "pilier", "pilier", { fr = "Pilier", en = "Pillar" }, { fr = "Piliers", en = "Pillars" }, { fr = "par pilier", en = "by pillar" } },
    { "territoire", "territoire", { fr = "Quartier", en = "Quarter" }, { fr = "Quartiers", en = "Quarters" },
      { fr = "par quartier de rattachement", en = "by quarter" } },
    { "commune", nil, { fr = "Commune", en = "Municipality" }, { fr = "Communes", en = "Municipalities" },
      { fr = "par commune", en = "by municipality" } },
    { "type_porteur", "type_porteur", { fr = "Statut du porteur", en = "Kind of holder" },
      { fr = "Statuts des porteurs", en = "Kinds of holders" }, { fr = "par statut du porteur", en = "by kind of holder" } },
    { "dispositif", "dispositif", { fr = "Dispositif", en = "Scheme" }, { fr = "Dispositifs", en = "Schemes" },
      { fr = "par dispositif", en = "by scheme" } },
  } do
    local field, vocabulary, header, sheet, words = table.unpack(cut)
    if absences.has(actions, field) then
      local several = field == "territoire"
      cotation.by(run, actions, { field = field, vocabulary = vocabulary, header = header, sheet = sheet, several = several,
        id = "bie_" .. field, notes = several and named_places.notes(actions) or nil, title = { fr = "Cotations " .. words.fr, en = "Scores " .. words.en },
        base = several and { fr = whole.fr .. " Une action sur plusieurs quartiers compte en entier dans chacun : ces lignes "
          .. "ne s'additionnent pas.", en = whole.en .. " An action on several quarters counts whole in each: these lines do "
          .. "not add up." } or whole,
        alt = { fr = "Barres à 100 % : part de G0, G1 et G2 dans les crédits cotés, " .. words.fr .. ".",
          en = "100% bars: share of G0, G1 and G2 in scored credits, " .. words.en .. "." } })
    end
  end
end

--- The years under the table of indicators: all are of the run's year, BIE18 compares it with the one before.
local function years(run, actions)
  if not run.year then return nil end
  local year = (run.territory ~= "" and run.territory .. " · " or "") .. run.year
  if not run:indicator("BIE18", actions).value then return { fr = year, en = year } end
  return { fr = year .. " ; BIE18 : évolution depuis " .. run.year - 1, en = year .. "; BIE18: change since " .. run.year - 1 }
end

--- Quarters in words.
local function quarters_of(run, quarters)
  local names = {}
  for at, quarter in ipairs(quarters) do names[at] = run:label("territoire", quarter) end
  return bilan.text.join(names, ", ")
end

--- Actions of a score, to be named to the committee.
local function list(run, actions, words)
  local told = action_list.with_causes(actions, { "intitule", "porteur", "pilier", "territoire", "demande_p147", "accorde_p147" })
  local lines, rows, quarters = {}, things_once.of(told)
  local cell = action_list.cell
  for row in rows:each() do
    local where = quarters(row)
    lines[#lines + 1] = { cell(row, "intitule"), cell(row, "porteur"),
      cell(row, "pilier", function(pillar) return run:label("pilier", pillar) end),
      where and quarters_of(run, where) or cell(row, "territoire"), cell(row, "demande_p147"), cell(row, "accorde_p147") }
  end
  words.columns = { columns.label("Action", "Action"), columns.text("Porteur", "Holder"), columns.text("Pilier", "Pillar"),
    columns.text("Quartier(s)", "Quarter(s)"), columns.added("euro", "Demandé (€)", "Asked (€)"),
    columns.added("euro", "Accordé (€)", "Awarded (€)") }
  action_list.table(run, lines, words)
end

local function tables(run, actions, grid)
  local kinds = shared_sheet.new { fr = "Conditions et types", en = "Conditions and kinds" }
  local compared = shared_sheet.new { fr = "Concordance", en = "Agreement" }
  cotation.table(run, actions)
  run:chart_on_first_page "bie_cotation"
  comite.effect(run, actions)
  if absences.has(actions, "demande_p147") then
    comite.entry_and_exit(run, actions)
    run:chart_on_first_page "bie_entree_sortie"
  end
  breakdowns(run, actions)
  if absences.has(actions, "benef_f") and absences.has(actions, "benef_h") then
    local reached = programmed.kept(actions) -- a request has no public yet, and one that was refused has none
    public.by_sex(run, reached, { field = "cotation", id = "bie_public_cotation",
      words = function(state) return cotation.short(run, state) end, header = { fr = "Cotation", en = "Score" },
      sheet = { fr = "Public par cotation", en = "Public by score" },
      title = { fr = "Femmes et hommes bénéficiaires par cotation", en = "Women and men by score" },
      by = { fr = "par cotation", en = "by score" } })
    if absences.has(actions, "pilier") then
      public.by_sex(run, reached, { field = "pilier", vocabulary = "pilier", id = "bie_public_pilier",
        header = { fr = "Pilier", en = "Pillar" }, sheet = { fr = "Public par pilier", en = "Public by pillar" },
        title = { fr = "Femmes et hommes bénéficiaires par pilier", en = "Women and men by pillar" },
        by = { fr = "par pilier", en = "by pillar" } })
    end
    public.credits_by_sex(run, reached)
  end
  if absences.has(actions, "cotation_porteur") then cotation_compared.with_holder(run, actions, compared) end
  if absences.has(actions, "condition_ega") then
    terms.table(run, actions, "condition_ega", { id = "bie_condition_ega", header = { fr = "Éga-conditionnalité", en = "Equality condition" },
      page = kinds,
      title = { fr = "Éga-conditionnalité : suites données aux actions", en = "Equality conditions set to actions" },
      base = { fr = "Comptage des conditions posées ; aucune sanction n'est calculée.",
        en = "Conditions are counted; no sanction is computed." } })
  end
  if absences.has(actions, "type_action_fh") then
    terms.table(run, actions, "type_action_fh", { id = "bie_type_action_fh", header = { fr = "Type d'action égalité", en = "Kind of equality action" },
      page = kinds,
      title = { fr = "Actions par type d'action égalité", en = "Actions by kind of equality action" },
      base = { fr = "Une action a un type au plus.", en = "An action has one kind at most." } })
  end
  simulation.table(run, programmed.kept(actions))
  cotation_compared.over_years(run)
  local least = bilan.number.euro(run.params.montant_g0)
  local principal = actions:where { cotation = "G2" }
  local blind = actions:where(bilan.all { f.cotation:eq("G0"), f.accorde_p147:ge(run.params.montant_g0) })
  local lists = action_list.share_a_sheet(principal, blind) and shared_sheet.new { fr = "Actions G2 et G0", en = "G2 and G0 actions" }
    or nil
  list(run, principal, { id = "bie_liste_g2", page = lists, sheet = { fr = "Actions G2", en = "G2 actions" },
    title = { fr = "Actions cotées G2", en = "Actions scored G2" },
    base = { fr = "L'égalité est leur objectif principal.", en = "Equality is their principal objective." } })
  list(run, blind, { id = "bie_liste_g0", page = lists, sheet = { fr = "Actions G0", en = "G0 actions" },
    title = { fr = "Actions cotées G0 d'au moins " .. least .. " accordés", en = "Actions scored G0 awarded at least " .. least },
    base = { fr = "Pour un accompagnement des porteurs ; seuil donné par le paramètre montant_g0.",
      en = "To support their holders; threshold of the parameter montant_g0." } })
  grille_tables.criteria(run, actions, grid or grille.of_columns(actions))
  if grid then grille_tables.scores(run, actions, grid, compared) end
end

return bilan.report {
  api = 1,
  id = "bie",
  title = { fr = "Budget intégrant l'égalité femmes-hommes", en = "Gender budgeting" },
  datasets = { "action" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    seuil_desequilibre = bilan.param.rate(0.70, { label = {
      fr = "part d'un sexe à partir de laquelle un public est très déséquilibré (BIE14)",
      en = "share of one sex from which a public is very uneven (BIE14)" } }),
    part_femmes_reference = bilan.param.rate(nil, { label = {
      fr = "part des femmes dans la population des QPV (BIE13)", en = "share of women among QPV residents (BIE13)" } }),
    part_cotee_minimale = bilan.param.rate(0.80, { label = {
      fr = "part cotée des crédits sous laquelle aucune évolution n'est calculée (BIE18)",
      en = "scored share of credits below which no change is computed (BIE18)" } }),
    montant_g0 = bilan.param.euro(10000, { label = {
      fr = "montant accordé à partir duquel une action G0 est listée (€)", en = "amount from which a G0 action is listed (€)" } }),
    bonus_g1 = bilan.param.rate(0, { label = {
      fr = "simulation : bonus des actions G1", en = "simulation: bonus of G1 actions" } }),
    bonus_g2 = bilan.param.rate(0.10, { label = {
      fr = "simulation : bonus des actions G2", en = "simulation: bonus of G2 actions" } }),
    malus_g0 = bilan.param.rate(0.10, { label = {
      fr = "simulation : minoration des actions G0", en = "simulation: reduction of G0 actions" } }),
    programmation = bilan.param.euro(nil, { label = {
      fr = "total de la programmation P147 (€), pour le contrôle B10", en = "whole P147 programming (€), for the control B10" } }),
    seuil_simulation = bilan.param.euro(5000, { label = {
      fr = "simulation : montant accordé à partir duquel elle joue (€)", en = "simulation: amount from which it applies (€)" } }),
    grille = bilan.param.text(nil, { label = {
      fr = "fichier de la grille de critères (feuilles « Critères » et « Règle »)", en = "file of the grid of criteria" } }),
  },
  build = function(run)
    local grid = run.params.grille and grille.read(run, run.params.grille) -- a wrong name ends the run before there is any page
    local actions = cotation.rows(refused_amounts.rows(run, refused_amounts.asked(run, exercice.rows(run, "action"))))
    -- Without a score anywhere nothing is known of them: no action is G0 for it, nor « 0 action » G1.
    local is_scored = actions:count() == 0 or absences.has(actions, "cotation_finale")
      or absences.has(actions, "cotation_instructeur")
    local scores = is_scored and { "BIE01", "BIE02", "BIE05", "BIE06", { "BIE09", "demande_p147" } } or {}
    for _, want in ipairs { { "BIE12", "benef_f" }, { "BIE15", "benef_f" }, { "BIE17", "condition_ega" } } do
      scores[#scores + 1] = want
    end
    local first = absences.answered(actions, scores)
    if #first > 0 then run:key_figures(first, actions) end
    if not is_scored then
      run:warning { fr = "Aucune cotation du comité ni de l'instructeur dans les fichiers lus : rien n'est dit des actions G0, G1 "
        .. "et G2. Demandez la colonne de cotation.", en = "No score of the committee or the examiner in the files that were "
        .. "read: nothing is said of G0, G1 and G2 actions. Ask for the column of scores." }
    end
    run:warning(cotation.qualitative)
    programmed.say(run, actions, programmed.NOT_AWARDED)
    same_action.warn(run, actions)
    cotation.check_programming(run, actions)
    absences.warn(run, actions, {
      { field = "demande_p147", words = { fr = "montant demandé", en = "amount asked" } },
      { field = "cotation_porteur", words = { fr = "cotation du porteur", en = "score of the holder" } },
      { field = "pilier", words = { fr = "pilier", en = "pillar" } },
      { field = "territoire", words = { fr = "quartiers", en = "quarters" } },
      { field = "commune", words = { fr = "commune", en = "municipality" } },
      { field = "type_porteur", words = { fr = "statut du porteur", en = "kind of holder" } },
      { fields = { "benef_f", "benef_h" }, words = { fr = "femmes et hommes bénéficiaires", en = "women and men reached" } },
      { field = "condition_ega", words = { fr = "éga-conditionnalité", en = "equality condition" } },
      { field = "formation_porteur", words = { fr = "sensibilisation des porteurs", en = "training of holders" } },
    })
    local ids = is_scored and { "BIE01", "BIE02" } or {}
    for _, stem in ipairs(not is_scored and {} or { "BIE03", "BIE04", "BIE05", "BIE06", "BIE07", "BIE08", "BIE08r", "BIE09", "BIE10" }) do
      local is_whole = stem == "BIE05" or stem == "BIE06"
      for _, score in ipairs(OF_ASKED[stem] and not absences.has(actions, "demande_p147") and {} or is_whole and { "" } or { "_G0", "_G1", "_G2" }) do ids[#ids + 1] = stem .. score end
    end
    for _, id in ipairs(absences.answered(actions, { { "BIE11", "cotation_porteur" }, { "BIE12", "benef_f" },
      { "BIE13", "benef_f" }, { "BIE14", "benef_f" }, "BIE15", { "BIE16", "formation_porteur" },
      { "BIE17", "condition_ega" }, is_scored and "BIE18" or { "BIE18", "cotation_finale" },
      { "BIE19", "benef_f" } })) do ids[#ids + 1] = id end
    indicators.table(run, actions, {
      id = "bie_indicateurs", title = { fr = "Indicateurs du budget intégrant l'égalité", en = "Indicators of gender budgeting" },
      rows_known = { fr = "Connus (actions ; BIE16 : porteurs)", en = "Known (actions; BIE16: holders)" },
      rows_unknown = { fr = "Inconnus", en = "Unknown" }, subtitle = function() return years(run, actions) end,
      notes = { cotation.qualitative }, indicators = ids })
    if actions:count() > 0 and is_scored then tables(run, actions, grid) else cotation_compared.over_years(run) end
  end,
}
