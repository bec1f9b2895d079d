-- SPDX-License-Identifier: MPL-2.0
-- Mobilisation of ordinary policy: how much of the money is ordinary, in each of four perimeters; who pays; who
-- benefits; how the contracts judge it. Ten contracts published shares from 12 % to 68 %, « probably with different
-- methods »: here a share never stands without its perimeter, its two sums and the lines it rests on. Indicators DC01
-- to DC08: scripts/bilan/domain/indicators/droit_commun.lua; lines and natures: scripts/bilan/financeurs.lua.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local declared_shares = require "bilan.declared_shares"
local facettes = require "bilan.facettes"
local financeurs = require "bilan.financeurs"
local indicators = require "bilan.indicators"
local ordinary_schemes = require "bilan.ordinary_schemes"
local one_spelling = require "bilan.one_spelling"
local perimetres = require "bilan.perimetres"
local single_answers = require "bilan.single_answers"
local f = bilan.field

local amount = financeurs.amount(f)
local is_ordinary = f.nature_credit:one_of(financeurs.ordinary)
local is_specific = f.nature_credit:eq(financeurs.specific)

--- Groups of one field, the greatest first; all rows that do not give it stand together at the end.
local function groups_of(run, rows, field, vocabulary, measures)
  local list, last = {}, nil
  local groups = rows:derive { cle = f[field]:known_or "?" }:group { by = "cle", measures = measures }
  for _, group in ipairs(groups:sorted(measures[1][1], "descending"):rows()) do
    if group.cle == "?" then
      last, group.name = group, run:text { fr = "(non renseigné)", en = "(not given)" }
    else
      group.name = vocabulary and run:label(vocabulary, group.cle) or group.cle
      list[#list + 1] = group
    end
  end
  list[#list + 1] = last
  return list
end

--- DC05: ordinary and specific money by one field, P1.
local function by_field(run, programmed, field, words)
  if not programmed:has(field) then return end
  local groups = groups_of(run, programmed:where(financeurs.is_funding(f)), field, words.vocabulary, {
    { "ordinary", bilan.sum(amount, { unit = "euro", where = is_ordinary }) },
    { "specific", bilan.sum(amount, { unit = "euro", where = is_specific }) },
    { "both", bilan.sum(amount, { unit = "euro", where = bilan.any { is_ordinary, is_specific } }) },
    { "share", run:measure "DC01_P1" },
  })
  local rows = {}
  for _, group in ipairs(groups) do
    if group.share.base + group.share.unknown > 0 then
      rows[#rows + 1] = { group.name, group.ordinary, group.specific, group.both, indicators.rate(group.share),
        group.share.base, group.share.unknown }
    end
  end
  if #rows == 0 then return end
  run:table {
    id = words.id, sheet = words.header, title = words.title,
    base = { fr = "Périmètre P1 : programmation, crédits publics.", en = "Perimeter P1: programming, public credits." },
    columns = {
      { header = words.header, kind = "text", total = "label" },
      columns.added("euro", "Droit commun (€)", "Ordinary (€)"),
      columns.added("euro", "Spécifique (€)", "Specific (€)"),
      columns.added("euro", "Droit commun + spécifique (€)", "Ordinary + specific (€)"),
      columns.rate("Part du droit commun (P1)", "Share of ordinary policy (P1)", { ratio_of = { 2, 4 },
        total = run:indicator("DC01_P1", programmed) }),
      columns.added("integer", "Lignes connues", "Known lines"),
      columns.added("integer", "Lignes inconnues", "Unknown lines"),
    },
    rows = rows,
    chart = { type = "stacked_bars", category = 1, series = { 2, 3 }, labels = false, title = words.title,
      alt = words.alt },
  }
  return true
end

--- Who pays what: funders by nature of the credit.
local function funders(run, all)
  local lines = all:where(financeurs.is_funding(f)):derive {
    payeur = f.financeur:known_or "?", nature_dite = f.nature_credit:known_or "?" }
  local crossing = lines:cross { rows = "payeur", columns = "nature_dite",
    measure = bilan.sum(amount, { unit = "euro" }) }
  local unknown = { fr = "non dit", en = "not given" }
  local function name(vocabulary, term) return term == "?" and run:text(unknown) or run:label(vocabulary, term) end
  local shown = { columns.label("Financeur", "Funder") }
  for _, nature in ipairs(crossing.columns) do
    shown[#shown + 1] = { header = name("nature_credit", nature) .. " (€)", kind = "euro", total = "sum" }
  end
  shown[#shown + 1] = { header = "Total (€)", kind = "euro", total = "sum" }
  local rows = {}
  for _, funder in ipairs(crossing.rows) do
    local row = { name("financeur", funder) }
    for _, nature in ipairs(crossing.columns) do row[#row + 1] = crossing:cell(funder, nature) end
    row[#row + 1] = crossing:row_total(funder)
    rows[#rows + 1] = row
  end
  if #rows == 0 then return end
  table.sort(rows, function(a, b)
    local left, right = a[#a].value or -1, b[#b].value or -1
    if left ~= right then return left > right end
    return a[1] < b[1]
  end)
  run:table {
    id = "dc_financeurs",
    sheet = { fr = "Financeurs", en = "Funders" },
    title = { fr = "Qui finance quoi : financeurs et nature des crédits", en = "Who pays what: funders and natures" },
    base = perimetres.amount,
    columns = shown, rows = rows,
    chart = {
      type = "bars", category = 1, series = { #shown },
      title = { fr = "Financements par financeur (€)", en = "Funding by funder (€)" },
      alt = { fr = "Barres horizontales : montant total de chaque financeur.",
        en = "Horizontal bars: amount of each funder." },
    },
  }
end

--- DC01 of each contract, one column a perimeter; beside it what its own report declares, with its perimeter.
local function contracts(run, lines)
  if not lines:has "contrat" then return end
  local ordinary_p1, both_p1 = financeurs.sums "DC01_P1"
  local groups = groups_of(run, one_spelling.of(lines, "contrat", "contrat_lu"), "contrat_lu", nil, {
    { "p1", run:measure "DC01_P1" }, { "p2", run:measure "DC01_P2" }, { "p3", run:measure "DC01_P3" },
    { "p4", run:measure "DC01_P4" }, { "ordinary", ordinary_p1 }, { "both", both_p1 } })
  local rows = {}
  for _, group in ipairs(groups) do
    local p1 = group.p1
    if group.p4.base + group.p4.unknown > 0 then -- P4 looks at every line
      rows[#rows + 1] = { group.name, indicators.rate(p1), indicators.rate(group.p2), indicators.rate(group.p3),
        indicators.rate(group.p4), group.ordinary, group.both, p1.base, p1.unknown }
    end
  end
  run:table {
    id = "dc_contrats",
    sheet = { fr = "Contrats", en = "Contracts" },
    title = { fr = "Part du droit commun par contrat, chaque périmètre à part",
      en = "Share of ordinary policy by contract, each perimeter apart" },
    notes = { { fr = "Comparez les contrats dans une même colonne seulement.",
      en = "Compare contracts within one column only." } },
    columns = {
      columns.text("Contrat", "Contract"),
      { header = "P1", kind = "rate" }, { header = "P2", kind = "rate" }, { header = "P3", kind = "rate" },
      { header = "P4", kind = "rate" },
      columns.euro("Droit commun P1 (€)", "Ordinary P1 (€)"),
      columns.euro("Droit commun + spécifique P1 (€)", "Ordinary + specific P1 (€)"),
      columns.integer("Lignes connues (P1)", "Known lines (P1)"),
      columns.integer("Lignes inconnues (P1)", "Unknown lines (P1)"),
    },
    rows = rows,
    chart = {
      type = "dots", category = 1, series = { 2, 3, 4, 5 },
      title = { fr = "Part du droit commun par contrat et périmètre",
        en = "Share of ordinary policy by contract and perimeter" },
      alt = { fr = "Pour chaque contrat, une marque par périmètre P1 à P4.",
        en = "For each contract, a mark for each perimeter P1 to P4." },
    },
  }
end

--- DC10: positive, mixed or not reached, over those that conclude.
local function judgements(run, rows, field, id, source)
  if not rows:has(field) then return end
  single_answers.table(run, rows:where(f[field]:known()), { id = id, field = field, vocabulary = "conclusion",
    unstated = { "sans conclusion" },
    sheet = { fr = "Jugement (" .. source.fr .. ")", en = "Judgement (" .. source.en .. ")" },
    counted = { fr = "Jugements", en = "Judgements" },
    title = { fr = "Jugement global sur la mobilisation du droit commun, selon les " .. source.fr,
      en = "Overall judgement on ordinary policy, as in the " .. source.en } })
end

--- What evaluation reports declare: their shares, each with its perimeter, and their judgement.
local function declared(run)
  if not run:has_dataset "rapport" then return end
  local reports = run:dataset "rapport"
  declared_shares.tables(run, reports, { id = "dc_declarees",
    sheet = { fr = "Parts déclarées", en = "Declared shares" },
    range_sheet = { fr = "Étendue des parts", en = "Range of the shares" },
    field = "dc_part", perimeter = "dc_perimetre", vocabulary = "perimetre_dc", indicator = "SYN05_",
    title = { fr = "Part du droit commun", en = "Share of ordinary policy" } })
  judgements(run, reports, "dc_conclusion", "dc_conclusions", { fr = "rapports", en = "reports" })
end

--- Everything that rests on funding lines.
local function money(run, lines)
  local programmed = lines:where(bilan.no(financeurs.outside(f)))
  run:key_figures({ "DC01_P1", "DC01_P2", "DC01_P3", "DC01_P4", "DC02", "DC03", "DC05" }, lines)
  perimetres.cards(run, lines)
  absences.warn(run, lines, {
    { field = "pilier", words = { fr = "piliers", en = "pillars" } },
    { field = "champ", words = { fr = "champs de politique publique", en = "fields of policy" } },
    { field = "contrat", words = { fr = "contrats", en = "contracts" } },
    { field = "dispositif_dc", words = { fr = "dispositifs de droit commun", en = "ordinary schemes" } },
    { fields = { "facette", "appreciation" }, words = { fr = "appréciation des facettes",
      en = "scores of the facets" } } })
  indicators.table(run, lines, {
    id = "dc_indicateurs",
    title = { fr = "Indicateurs de la mobilisation du droit commun", en = "Indicators of ordinary policy" },
    rows_known = { fr = "Lignes connues (DC03 et DC04 : actions)", en = "Known lines (DC03, DC04: actions)" },
    rows_unknown = { fr = "Lignes inconnues (idem)", en = "Unknown lines (same)" },
    notes = not (run.params.population_qpv and run.params.population_perimetre) and { {
      fr = "DC07 non calculé : populations non données. Relancez avec --param population_qpv=N --param population_perimetre=N.",
      en = "DC07 not computed: no populations. Run again with --param population_qpv=N --param population_perimetre=N." } } or nil,
    indicators = { "DC01_P1", "DC01_P1v", "DC01_P2", "DC01_P3", "DC01_P4", "DC02", "DC03", "DC04", "DC05", "DC06",
      "DC07", "DC08" },
  })
  funders(run, lines)
  local has_pillars = by_field(run, programmed, "pilier", { id = "dc_piliers", vocabulary = "pilier",
    header = { fr = "Pilier", en = "Pillar" },
    title = { fr = "Droit commun et spécifique par pilier", en = "Ordinary and specific by pillar" },
    alt = { fr = "Barres empilées : droit commun et spécifique de chaque pilier.",
      en = "Stacked bars: ordinary and specific, by pillar." } })
  if has_pillars then run:chart_on_first_page "dc_piliers" end
  by_field(run, programmed, "champ", { id = "dc_champs", vocabulary = "champ_politique", header = { fr = "Champ",
    en = "Field" },
    title = { fr = "Droit commun et spécifique par champ de politique publique",
      en = "Ordinary and specific by field of policy" },
    alt = { fr = "Barres empilées : droit commun et spécifique de chaque champ.",
      en = "Stacked bars: ordinary and specific, by field." } })
  contracts(run, lines)
  ordinary_schemes.table(run, lines)
  facettes.table(run, lines)
  judgements(run, lines, "jugement", "dc_jugements", { fr = "partenaires", en = "partners" })
end

return bilan.report {
  api = 1,
  id = "droit_commun",
  title = { fr = "Mobilisation du droit commun", en = "Mobilisation of ordinary policy" },
  datasets = { "financement", "action", "rapport" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile",
        en = "coverage below which a figure is called fragile" } }),
    population_qpv = bilan.param.integer(nil, { label = {
      fr = "population des QPV, pour l'indice de représentation", en = "population of the quarters, for the index" } }),
    population_perimetre = bilan.param.integer(nil, { label = {
      fr = "population du périmètre, pour l'indice de représentation",
        en = "population of the perimeter, for the index" } }),
  },
  build = function(run)
    local lines = financeurs.lines(run)
    if lines then
      money(run, lines)
    else
      run:warning { fr = "Aucun plan de financement reçu : les parts ne sont pas calculées, seules les parts déclarées sont reprises.",
        en = "No funding plan received: shares are not computed, only those declared are shown." }
    end
    declared(run)
  end,
}
