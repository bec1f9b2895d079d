-- SPDX-License-Identifier: MPL-2.0
-- Mobilisation of ordinary policy: how much of the money is ordinary, in each of four perimeters; who pays; who
-- benefits; how the contracts judge it. Ten contracts published shares from 12 % to 68 %, « probably with different
-- methods »: here a share never stands without its perimeter, its two sums and the lines it rests on. Indicators DC01
-- to DC08: scripts/bilan/domain/indicators/droit_commun.lua; lines and natures: scripts/bilan/financeurs.lua.
local bilan = require "bilan"
local absences = require "bilan.absences"
local declared_shares = require "bilan.declared_shares"
local facettes = require "bilan.facettes"
local financeurs = require "bilan.financeurs"
local indicators = require "bilan.indicators"
local near_names = require "bilan.near_names"
local ordinary_money = require "bilan.ordinary_money"
local ordinary_schemes = require "bilan.ordinary_schemes"
local perimetres = require "bilan.perimetres"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local f = bilan.field

--- DC10: positive, mixed or not reached, over those that conclude; partners and reports on one sheet, never together.
local function judgements(run, rows, field, id, source, page)
  if not rows:has(field) then return end
  single_answers.table(run, rows:where(f[field]:known()), { id = id, field = field, vocabulary = "conclusion",
    unstated = { "sans conclusion" }, page = page,
    sheet = { fr = "Jugement (" .. source.fr .. ")", en = "Judgement (" .. source.en .. ")" },
    counted = { fr = "Jugements", en = "Judgements" },
    title = { fr = "Jugement global sur la mobilisation du droit commun, selon les " .. source.fr,
      en = "Overall judgement on ordinary policy, as in the " .. source.en } })
end

--- What evaluation reports declare: their shares, each with its perimeter, and their judgement.
local function declared(run, page)
  if not run:has_dataset "rapport" then return end
  local reports = run:dataset "rapport"
  declared_shares.tables(run, reports, { id = "dc_declarees",
    sheet = { fr = "Parts déclarées", en = "Declared shares" },
    field = "dc_part", perimeter = "dc_perimetre", vocabulary = "perimetre_dc", indicator = "SYN05_",
    title = { fr = "Part du droit commun", en = "Share of ordinary policy" } })
  judgements(run, reports, "dc_conclusion", "dc_conclusions", { fr = "rapports", en = "reports" }, page)
end

--- Why DC07 has no value; nil when it may have one.
local function no_index(run)
  if not (run.params.population_qpv and run.params.population_perimetre) then
    return { fr = "DC07 non calculé : populations non données. Relancez avec --param population_qpv=N --param population_perimetre=N.",
      en = "DC07 not computed: no populations. Run again with --param population_qpv=N --param population_perimetre=N." }
  end
  if run.limited_to == "" then return nil end
  return { fr = "DC07 non calculé : les populations sont données pour l'ensemble, pas pour « " .. run.limited_to .. " ».",
    en = "DC07 not computed: populations are given for the whole, not for \"" .. run.limited_to .. "\"." }
end

--- The key figures that some line could answer: of schemes or facets alone there is no share, and no amount, not even 0 €.
local function first_page(run, lines)
  local asked = {}
  for _, id in ipairs { "DC01_P1", "DC01_P2", "DC01_P3", "DC01_P4", "DC02", "DC03", "DC01_P1m" } do
    local figure = run:indicator(id, lines)
    if figure.base + figure.unknown > 0 then asked[#asked + 1] = id end
  end
  if asked[1] == "DC01_P1" then return run:key_figures(asked, lines) end
  run:warning { fr = "Aucune ligne de financement d'une action reçue : ni part ni montant de droit commun de la programmation.",
    en = "No funding line of an action received: neither share nor amount of ordinary policy in the programming." }
  for _, id in ipairs { "DC01_P4", "DC06" } do
    if run:indicator(id, lines).value then run:key_figures({ id }, lines) end
  end
end

--- Everything that rests on funding lines.
local function money(run, lines, page)
  local programmed = lines:where(bilan.no(financeurs.outside(f)))
  first_page(run, lines)
  perimetres.cards(run, lines)
  near_names.warn(run, lines, "contrat")
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
    notes = { no_index(run) },
    indicators = { "DC01_P1", "DC01_P1v", "DC01_P2", "DC01_P3", "DC01_P4", "DC01_P1m", "DC02", "DC03", "DC04", "DC06",
      "DC07", "DC08" },
  })
  ordinary_money.funders(run, lines)
  local has_pillars = ordinary_money.by_field(run, programmed, "pilier", { id = "dc_piliers", vocabulary = "pilier",
    header = { fr = "Pilier", en = "Pillar" },
    title = { fr = "Droit commun et spécifique par pilier", en = "Ordinary and specific by pillar" },
    alt = { fr = "Barres empilées : droit commun et spécifique de chaque pilier.",
      en = "Stacked bars: ordinary and specific, by pillar." } })
  if has_pillars then run:chart_on_first_page "dc_piliers" end
  ordinary_money.by_field(run, programmed, "champ", { id = "dc_champs", vocabulary = "champ_politique", header = { fr = "Champ",
    en = "Field" },
    title = { fr = "Droit commun et spécifique par champ de politique publique",
      en = "Ordinary and specific by field of policy" },
    alt = { fr = "Barres empilées : droit commun et spécifique de chaque champ.",
      en = "Stacked bars: ordinary and specific, by field." } })
  ordinary_money.contracts(run, lines)
  ordinary_schemes.table(run, lines)
  facettes.table(run, lines)
  judgements(run, lines, "jugement", "dc_jugements", { fr = "partenaires", en = "partners" }, page)
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
    local lines, page = financeurs.lines(run), shared_sheet.new { fr = "Jugements", en = "Judgements" }
    if lines then
      money(run, lines, page)
    else
      run:warning { fr = "Aucun plan de financement reçu : les parts ne sont pas calculées, seules les parts déclarées sont reprises.",
        en = "No funding plan received: shares are not computed, only those declared are shown." }
    end
    declared(run, page)
  end,
}
