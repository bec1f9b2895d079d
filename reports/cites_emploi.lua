-- SPDX-License-Identifier: MPL-2.0
-- Cités de l'emploi: how they are steered and staffed, what they did by axis, how far the cooperation is, what the
-- partners say of it, who pays. Beneficiaries of two axes are participations and are never added as persons.
-- Indicators CIT01 to CIT14: scripts/bilan/domain/indicators/cites.lua; answer scales: scripts/bilan/echelles.lua.
local bilan = require "bilan"
local absences = require "bilan.absences"
local cite_axes = require "bilan.cite_axes"
local cite_cards = require "bilan.cite_cards"
local cofinancements = require "bilan.cofinancements"
local columns = require "bilan.columns"
local depenses = require "bilan.depenses_cites"
local echelles = require "bilan.echelles"
local entites = require "bilan.entites"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local key_cards = require "bilan.key_cards"
local multiple_answers = require "bilan.multiple_answers"
local near_names = require "bilan.near_names"
local one_spelling = require "bilan.one_spelling"
local one_unknown = require "bilan.one_unknown"
local repeated_amounts = require "bilan.repeated_amounts"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local two_tables = require "bilan.two_tables"
local undisputed = require "bilan.undisputed"
local f = bilan.field

--- The fields that each indicator asks a cité for.
local ASKED = {
  CIT02 = { "nb_partenaires" }, CIT02m = { "nb_partenaires" }, CIT02x = { "nb_partenaires" },
  CIT02r = { "nb_referents" }, CIT03 = { "public_cible" }, CIT04 = { "feuille_route_actualisee" },
  CIT05 = { "cohorte" }, CIT05m = { "cohorte_effectif" }, CIT06 = { "etp_coord" }, CIT07 = { "coord_reste" },
  CIT08 = { "finance_total_credits" },
  CIT09 = { "enveloppe", table.unpack(cofinancements.fields) },
  CIT09s = cofinancements.fields,
  CIT10 = depenses.asked,
  CIT12d = { "maturite" }, CIT12p = { "maturite" }, CIT12a = { "maturite" }, CIT13 = { "qpv" },
  CIT14a = { "cafes_cites" }, CIT14b = { "participants_cafe" }, CIT14c = { "groupes_travail" },
  CIT14d = { "articles" }, CIT14e = { "fiches_actions" }, CIT14f = { "pactes" },
}
--- What a cité has one answer to, in whatever number of rows.
local ANSWERED_ONCE = { "nb_partenaires", "nb_referents", "etp_coord", "maturite", "copilotage", "public_cible", "cohorte",
  "cohorte_effectif", "feuille_route_actualisee", "coord_reste", "finance_total_credits", "annee_label", "region" }
local SUMS = { CIT09 = true, CIT09s = true, CIT10 = true, CIT13 = true }
local ORDER = { "CIT02", "CIT02m", "CIT02x", "CIT02r", "CIT03", "CIT04", "CIT05", "CIT05m", "CIT06", "CIT07", "CIT08",
  "CIT09s", "CIT09", "CIT10", "CIT12d", "CIT12p", "CIT12a", "CIT13" }
local NETWORK = { "CIT14a", "CIT14b", "CIT14c", "CIT14d", "CIT14e", "CIT14f" }

local KNOWN_CITES = { fr = "Cités connues", en = "Known cités" }
local UNKNOWN_CITES = { fr = "Cités inconnues", en = "Unknown cités" }
--- Money of several years is counted by cité and year.
local KNOWN_OF_YEARS = { fr = "Connus (cités ; CIT09, CIT10 : cités et années)", en = "Known (cités; CIT09, CIT10: cités and years)" }
local UNKNOWN_OF_YEARS = { fr = "Inconnus", en = "Unknown" }
local UNKNOWN = { fr = "(non renseigné)", en = "(not given)" }

--- CIT12: how far the cooperation is, by who steers.
local function maturity(run, rows)
  local known = one_unknown.named(rows:where(f.maturite:known()), { pilote = "copilotage" })
  if known:count() == 0 then return end
  local crossing = known:cross { rows = "pilote", columns = "maturite", measure = bilan.count() }
  local shown = { columns.label("Pilotage", "Steering") }
  local size = #crossing.columns
  for _, stage in ipairs(crossing.columns) do
    shown[#shown + 1] = { header = run:label("maturite_cite", stage), kind = "integer", total = "sum" }
  end
  shown[#shown + 1] = columns.added("integer", "Base (cités)", "Base (cités)")
  for at, stage in ipairs(crossing.columns) do
    shown[#shown + 1] = { header = run:label("maturite_cite", stage) .. " (%)", kind = "rate",
      ratio_of = { 1 + at, 2 + size }, total = known:figure(bilan.share(f.maturite:eq(stage))) }
  end
  local lines = {}
  for _, steering in ipairs(crossing.rows) do
    local cells = { steering == "?" and run:text(UNKNOWN) or run:label("copilotage", steering) }
    local base = crossing:row_total(steering)
    for _, stage in ipairs(crossing.columns) do cells[#cells + 1] = crossing:cell(steering, stage).value or 0 end
    cells[#cells + 1] = base
    for at in ipairs(crossing.columns) do cells[#cells + 1] = cells[1 + at] / base.value end
    lines[#lines + 1] = cells
  end
  local series = {}
  for at = 1, size do series[at] = 1 + at end
  run:table {
    id = "cit_maturite", sheet = { fr = "Maturité", en = "Maturity" },
    title = { fr = "Cheminement de la coopération selon le pilotage", en = "How far the cooperation is, by steering" },
    base = { fr = "Base : cités dont le stade est connu ; stades dans l'ordre du cheminement.",
      en = "Base: cités whose stage is known; stages in their order." },
    columns = shown, rows = lines,
    chart = { type = "share_bars", category = 1, series = series,
      title = { fr = "Stades de coopération selon le pilotage", en = "Stages of cooperation by steering" },
      alt = { fr = "Barres à 100 % : stades de coopération, par type de pilotage.",
        en = "100 % bars: stages, by kind of steering." } },
  }
end

--- Instead of a map: what each region has. `page`: the sheet that it shares.
local function regions(run, rows, page)
  if not rows:has "region" then return end
  local lines = {}
  local read, by = one_spelling.merged(entites.rows_for(rows, "cite", { "region" }), "region")
  for _, group in ipairs(one_unknown.named(read, { lieu = by }):group { by = "lieu",
    measures = { { "cites", bilan.count_distinct(f.cite) }, { "qpv", bilan.count_distinct(f.qpv) },
      { "partners", run:measure "CIT02" }, { "etp", run:measure "CIT06" } } }:sorted("cites", "descending"):rows()) do
    lines[#lines + 1] = { group.lieu == "?" and run:text(UNKNOWN) or group.lieu, group.cites, group.qpv, group.partners,
      group.etp }
  end
  local sheet, below = shared_sheet.place(page, "cit_regions")
  run:table {
    id = "cit_regions", sheet = sheet, below = below,
    title = { fr = "Cités de l'emploi par région", en = "Cités de l'emploi by region" },
    base = { fr = "Lignes qui disent la région ; moyennes sur les cités connues.",
      en = "Rows that give the region; means over known cités." },
    columns = {
      columns.label("Région", "Region"),
      columns.added("integer", "Cités", "Cités"),
      columns.integer("QPV couverts", "Quarters covered"),
      columns.decimal("Partenaires par cité (moyenne)", "Partners by cité (mean)"),
      columns.decimal("ETP de coordination (moyenne)", "Full-time equivalents (mean)"),
    },
    rows = lines,
    chart = #lines > 1 and { type = "bars", category = 1, series = { 2 },
      title = { fr = "Cités par région", en = "Cités by region" },
      alt = { fr = "Barres horizontales : nombre de cités par région.", en = "Horizontal bars: cités by region." } } or nil,
  }
end

return bilan.report {
  api = 1,
  id = "cites_emploi",
  title = { fr = "Cités de l'emploi", en = "Cités de l'emploi" },
  datasets = { "cite" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile",
      en = "coverage below which a figure is called fragile" } }),
  },
  build = function(run)
    local rows = exercice.rows(run, "cite")
    local has_years = not run.year and rows:has "exercice" and #rows:distinct "exercice" > 1
    rows = undisputed.rows(run, rows, "cite", ANSWERED_ONCE, has_years)
    local function once(fields) return entites.once(has_years and entites.latest(rows, "cite", fields) or rows, "cite", fields) end
    local function rows_of(id)
      if id == "CIT09" then
        return entites.rows_for(two_tables.joined(rows, "cite", { "enveloppe" }, cofinancements.fields), "cite", ASKED[id])
      end
      if id == "CIT10" then
        return entites.rows_for(two_tables.joined(rows, "cite", { "enveloppe" }, depenses.spent), "cite", ASKED[id])
      end
      if SUMS[id] then return entites.rows_for(rows, "cite", ASKED[id]) end
      return once(ASKED[id])
    end
    if has_years then
      run:warning { fr = "Ce qui ne s'additionne pas (partenaires, stade, ETP…) est celui du dernier exercice où chaque cité le donne.",
        en = "What does not add up (partners, stage, staff…) is that of the latest year in which each cité gives it." }
    end
    run:key_figures { { id = "CIT00", label = { fr = "Cités de l'emploi lues", en = "Cités de l'emploi read" },
      figure = once { "cite" }:figure(bilan.count()) } }
    key_cards.warn(run, key_cards.put(run, { "CIT02", "CIT13", "CIT03", "CIT06", "CIT09", "CIT10", "CIT12a" },
      { "CIT04", "CIT05", "CIT07", "CIT08" }, rows_of))
    near_names.warn(run, rows, "cite")
    repeated_amounts.warn(run, rows, "cite", "enveloppe", { "depense_total", table.unpack(cofinancements.fields) },
      { fr = "Enveloppe", en = "Envelope" })
    depenses.warn(run, rows)
    absences.warn(run, rows, {
      { field = "axe", words = { fr = "axes des actions", en = "axes of the actions" } },
      { field = "maturite", words = { fr = "stade de coopération", en = "stage of cooperation" } },
      { field = "enveloppe", words = { fr = "enveloppe", en = "envelope" } },
      { field = "thematique", words = { fr = "thématiques", en = "themes" } },
      { field = "type_innovation", words = { fr = "types d'innovation", en = "kinds of innovation" } },
      { field = "region", words = { fr = "régions", en = "regions" } } })
    indicators.table(run, rows, {
      id = "cit_indicateurs",
      title = { fr = "Indicateurs des cités de l'emploi", en = "Indicators of the cités de l'emploi" },
      rows_known = has_years and KNOWN_OF_YEARS or KNOWN_CITES, rows_unknown = has_years and UNKNOWN_OF_YEARS or UNKNOWN_CITES,
      indicators = ORDER, rows_of = rows_of,
    })
    cite_axes.table(run, rows)
    maturity(run, once { "maturite" })
    echelles.tables(run, rows, "cit")
    local money = shared_sheet.new { fr = "Cofinancements et dépenses", en = "Co-funding and spending" }
    depenses.cofunding(run, rows_of "CIT09s", money)
    depenses.by_year(run, rows, money)
    multiple_answers.table(run, entites.rows_for(rows, "cite", { "thematique" }), { id = "cit_thematiques",
      field = "thematique", vocabulary = "thematique_cite", sheet = { fr = "Thématiques", en = "Themes" },
      counted = { fr = "Lignes", en = "Rows" }, asked_words = { fr = "lignes qui parlent d'une cité", en = "rows of a cité" },
      title = { fr = "Thématiques des actions", en = "Themes of the actions" } })
    single_answers.table(run, entites.rows_for(rows, "cite", { "type_innovation" }), { id = "cit_innovations",
      field = "type_innovation", vocabulary = "type_innovation", is_ranked = true,
      sheet = { fr = "Types d'innovation", en = "Kinds of innovation" }, counted = { fr = "Lignes", en = "Rows" },
      title = { fr = "Types d'innovation", en = "Kinds of innovation" } })
    local places = shared_sheet.new { fr = "Labellisation et régions", en = "Labels and regions" }
    single_answers.table(run, once { "annee_label" }, { id = "cit_labels", field = "annee_label", page = places,
      sheet = { fr = "Année de labellisation", en = "Year of the label" }, counted = { fr = "Cités", en = "Cités" },
      title = { fr = "Cités par année de labellisation", en = "Cités by year of the label" } })
    regions(run, rows, places)
    for _, id in ipairs { "cit_maturite", "cit_cofinancements", "cit_regions" } do -- beside the axes, the first that is there
      if run:has_chart(id) then
        run:chart_on_first_page(id)
        break
      end
    end
    cite_cards.table(run, rows)
    local network = rows:has "cafes_cites" or rows:has "groupes_travail" or rows:has "articles"
    if network then
      indicators.table(run, rows, { id = "cit_reseau", sheet = { fr = "Animation", en = "Network" },
        title = { fr = "Animation du réseau", en = "The network" }, indicators = NETWORK, rows_of = rows_of,
        rows_known = KNOWN_CITES, rows_unknown = UNKNOWN_CITES })
    end
  end,
}
