-- SPDX-License-Identifier: MPL-2.0
-- Context data of the priority quarters: each quarter against its territory of reference (its EPCI unless another level is
-- asked for), ranks, one card a quarter. A rate is compared by a gap in points, an amount or a count by a ratio. Quarters of
-- 2015 and of 2024, two years or two sources are never put into one comparison: each series stands alone, and what cannot be
-- compared says why. Indicators: scripts/bilan/context_indicators.lua; comparisons: scripts/bilan/context_series.lua.
-- Source: domain dossier 3.11.
local bilan = require "bilan"
local absences = require "bilan.absences"
local context_series = require "bilan.context_series"
local counted = require "bilan.counted"
local entites = require "bilan.entites"
local exercice = require "bilan.exercice"
local secret = require "bilan.secret"
local territory_cards = require "bilan.territory_cards"
local territory_identity = require "bilan.territory_identity"
local territory_tables = require "bilan.territory_tables"
local words_of = require "bilan.territory_words"
local f = bilan.field

--- The rows that count, with their year as the comparisons take them.
local function read_rows(run)
  local given, rows = run.params.annee_donnees, run:dataset "territoire"
  rows = rows:derive { annee = given and exercice.year_or(given) or f.exercice * 1 }
  local later = run.year and rows:where(bilan.when(f.annee:known(), f.annee, 0):gt(run.year)):count() or 0
  if later > 0 then
    run:warning { fr = "Lignes d'une année postérieure à " .. run.year .. ", non comptées : " .. later .. ".",
      en = "Rows of a year after " .. run.year .. ", not counted: " .. later .. "." }
  end
  if run.year then rows = rows:where(bilan.no(bilan.when(f.annee:known(), f.annee, 0):gt(run.year))) end
  return territory_identity.read(rows)
end

--- What a reader must know before the first figure: what was told apart, what was left out.
local function warnings(run, rows, all, vintages, fractions)
  if #vintages > 1 then
    local names = {}
    for _, vintage in ipairs(vintages) do names[#names + 1] = run:text(words_of.map(vintage)) end
    local list = bilan.text.join(names, ", ")
    run:warning { fr = "Plusieurs découpages reçus (" .. list .. ") : jamais comparés entre eux, chacun a ses feuilles.",
      en = "Several maps of quarters received (" .. list .. "): never compared, each has its sheets." }
  end
  local nobody = rows:where(f.cle:eq "")
  if nobody:count() > 0 then
    run:warning { fr = "Lignes dont le territoire ou le niveau ne se lit pas, non comptées : " .. nobody:count() .. ".",
      en = "Rows whose territory or level cannot be read, not counted: " .. nobody:count() .. "." }
  end
  local undated, apart = 0, 0
  for _, series in ipairs(all) do
    if series.year == 0 then undated = undated + 1 end
    if not series.is_retained then apart = apart + 1 end
  end
  if undated > 0 then
    run:warning { fr = "Indicateurs sans année : " .. undated .. ", ni comparés ni classés. Si vous la connaissez : "
      .. "--param annee_donnees=ANNÉE.", en = "Indicators without a year: " .. undated .. ", neither compared nor ranked. If you "
      .. "know it: --param annee_donnees=YEAR." }
  end
  if #fractions > 0 then
    local names = {}
    for _, words in ipairs(fractions) do names[#names + 1] = run:text(words) end
    local list = bilan.text.join(names, ", ")
    run:warning { fr = "Taux en « % » dont aucune valeur ne dépasse 1, lus comme des fractions (0,4 = 40 %) : " .. list .. ".",
      en = "Rates in “%” of which no value exceeds 1, read as fractions (0.4 = 40%): " .. list .. "." }
  end
  if apart > 0 then
    run:warning { fr = "Séries d'une autre année ou d'une autre source : " .. apart .. ", montrées à part, sans évolution.",
      en = "Series of another year or source: " .. apart .. ", shown apart, without a change." }
  end
end

--- First page: that nothing could be compared, and why; the quarters then stand alone on their sheets.
local function warn_of_no_comparison(run, all, level)
  local causes, is_met = {}, {}
  for _, series in ipairs(all) do
    if series.compared > 0 then return end
    for _, line in ipairs(series.is_retained and series.lines or {}) do
      local why = line.why and run:text(line.why)
      if why and not is_met[why] then causes[#causes + 1], is_met[why] = why, true end
    end
  end
  local list, name = bilan.text.join(causes, run:text { fr = " ; ", en = "; " }), run:label("niveau_territoire", level)
  run:warning { fr = "Aucune valeur n'a pu être comparée à un territoire de référence (" .. name .. ") : " .. list .. ". Complétez ou corrigez ces valeurs, ou "
      .. "prenez un autre niveau : --param reference=NIVEAU.",
    en = "No value could be compared with a territory of reference (" .. name .. "): " .. list .. ". Complete or correct these values, or take another "
      .. "level: --param reference=LEVEL." }
end

--- True of a count of people: not of establishments or dwellings, whether an indicator of the list or one of its own.
local function is_of_people(indicator)
  return indicator.kind == "count" and indicator.id ~= "logements_sociaux" and indicator.id ~= "etablissements"
    and not indicator.id:match "|logements$" and not indicator.id:match "|etablissements$"
end

--- First page: counts of one to four people, which their sources do not publish. This workbook shows them to the service.
local function warn_of_small_counts(run, all)
  local n = 0
  for _, series in ipairs(all) do
    for _, line in ipairs(is_of_people(series.indicator) and series.lines or {}) do
      if line.is_known and secret.hides(line.figure) then n = n + 1 end
    end
  end
  if n == 0 then return end
  run:warning { fr = counted.fr(n, "effectif", "effectifs") .. " de 1 à " .. secret.threshold - 1 .. " personnes : à masquer avant toute "
    .. "diffusion (C20) ; ce classeur est à usage interne.", en = counted.en(n, "count", "counts") .. " of 1 to " .. secret.threshold - 1
    .. " people: to be masked before any publication (C20); this workbook is for internal use." }
end

--- The rows of a series' quarters with what each quarter says once: `ecart`, its gap in points or its ratio, and `depasse`,
--- whether it stands beyond its reference; unknown where it was not compared.
local function compared_rows(rows, series)
  local by_key, keys, is_of_series = {}, {}, {}
  for _, line in ipairs(series.lines) do by_key[bilan.text.fold(line.territory.key)], keys[#keys + 1] = line, line.territory.key end
  -- A quarter has rows of other years and sources too: what is said of this one stands on a row of it, and is dated as it is.
  local function is_row(row) return (row.annee or 0) == series.year and row.source_lue == series.source end
  rows = rows:where(f.cle:one_of(keys))
  for row in rows:each() do if is_row(row) then is_of_series[row.cle] = true end end
  rows = rows:where(function(row) return is_row(row) or not is_of_series[row.cle] end)
  local function of(line, answer)
    if not line.why then return answer(line) end
    return bilan.state(line.problem and "err" or line.figure.cause or "nd")
  end
  local function said(answer)
    return function(list) return of(by_key[bilan.text.fold(list[1].cle)], answer) end
  end
  return entites.say_once(rows, "cle", {
    ecart = said(function(line) return (line.gap or line.ratio).value end),
    depasse = said(function(line) return line.gap and line.gap.value > 0 or line.ratio and line.ratio.value < 1 or false end),
  })
end

--- Of one indicator: how many quarters stand above their reference (below, for an amount), and the widest gap. Both rest on
--- all quarters of the series: one that could not be compared could stand beyond too.
local function key_figures_of(run, rows, series, level, has_gap)
  if series.compared == 0 or series.indicator.kind == "count" then return end
  local words, label, note = series.indicator.words, run:label("niveau_territoire", level), words_of.dated(series)
  local side = series.indicator.kind == "rate" and { fr = "au-dessus", en = "above" } or { fr = "en dessous", en = "below" }
  local quarters, id = compared_rows(rows, series), "TER_" .. series.indicator.id
  local share = quarters:figure(bilan.share(f.depasse))
  run:share(id, share.numerator, series.compared) -- its line in the sheet Méthode
  run:key_figures { { id = id, figure = share, note = note,
    label = { fr = words.fr .. " : quartiers " .. side.fr .. " de leur " .. label,
      en = words.en .. ": quarters " .. side.en .. " their " .. label } } }
  local widest = has_gap and series.indicator.kind == "rate" and quarters:figure(bilan.max(f.ecart)):with_unit "points"
  if not (widest and widest.value > 0) then return end
  local names = {}
  for _, line in ipairs(series.lines) do -- equal gaps are named together
    if line.gap and line.gap.value == widest.value then names[#names + 1] = words_of.name(run, line.territory) end
  end
  local name = bilan.text.join(names, ", ")
  run:key_figures { { figure = widest, note = note,
    label = { fr = words.fr .. " : écart le plus grand, " .. name, en = words.en .. ": widest gap, " .. name } } }
end

--- The ids of the indicators that have a sheet of their own.
local function chosen(run)
  local ids, is_known = {}, {}
  for _, id in ipairs(bilan.text.split(run.params.indicateurs or "", ";")) do ids[#ids + 1] = bilan.text.trim(id) end
  for _, id in ipairs(ids) do is_known[id] = true end
  return ids, is_known
end

return bilan.report {
  api = 1,
  id = "territoires",
  title = { fr = "Territoires : les quartiers face à leur territoire", en = "Territories: the quarters against their area" },
  datasets = { "territoire" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    reference = bilan.param.choice("EPCI", { choices = { "EPCI", "commune", "département", "région", "France" },
      label = { fr = "niveau auquel chaque quartier est comparé", en = "level that each quarter is compared with" } }),
    annee_donnees = bilan.param.integer(nil, { label = {
      fr = "année des données dont les fichiers ne la disent pas", en = "year of the data where files do not say it" } }),
    indicateurs = bilan.param.text("taux_pauvrete;revenu_median;taux_chomage;part_moins_25", { label = {
      fr = "indicateurs qui ont leur feuille, séparés par des points-virgules",
      en = "indicators with a sheet of their own, between semicolons" } }),
  },
  build = function(run)
    local level, ids, is_chosen = run.params.reference, chosen(run)
    local rows, territories = read_rows(run)
    local all, fractions = context_series.read(rows, territories, level)
    local vintages = words_of.vintages(all)
    if #vintages == 0 then
      run:warning { fr = "Aucun indicateur d'un quartier dans les fichiers lus : rien à comparer.",
        en = "No indicator of a quarter in the files that were read: nothing to compare." }
      return territory_tables.received(run, territories, all)
    end
    warnings(run, rows, all, vintages, fractions)
    warn_of_no_comparison(run, all, level)
    warn_of_small_counts(run, all)
    run:key_figures { { label = words_of.map(vintages[1]), figure = rows:where { niveau_lu = "QPV",
      decoupage = vintages[1] }:figure(bilan.count_distinct(f.cle)) } }
    territory_tables.totals(run, rows, all)
    local missing = {}
    for at, id in ipairs(ids) do
      local series = words_of.retained(all, id, vintages[1])
      if series and at <= 4 then key_figures_of(run, rows, series, level, at == 1) end
      if not series then missing[#missing + 1] = words_of.indicator(id) end
    end
    absences.name(run, missing)
    for _, vintage in ipairs(vintages) do
      territory_cards.cards(run, all, vintage, is_chosen)
      territory_cards.gaps(run, all, vintage, level, is_chosen)
      local shown = 0
      for _, id in ipairs(ids) do
        local series = words_of.retained(all, id, vintage)
        local drawn = series and territory_cards.ranking(run, series, level)
        if series and vintage == vintages[1] and shown < 2 then
          drawn = territory_cards.worst(run, series, level) or drawn
          if drawn then
            run:chart_on_first_page(drawn)
            shown = shown + 1
          end
        end
      end
      territory_tables.profiles(run, all, vintage, level)
    end
    territory_tables.apart(run, all, level)
    territory_tables.causes(run, all)
    territory_tables.received(run, territories, all, "ter_comparaisons")
  end,
}
