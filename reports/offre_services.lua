-- SPDX-License-Identifier: MPL-2.0
-- The offers of services of an employment working group: the master table, which quarters they reach and which they do not,
-- and above all whether the common minimum set of indicators is filled in. Offers of axis 3 and offers to companies are
-- counted in companies: nothing on people is expected of them. Source: domain dossier 3.5.
-- Indicators OFF01 to OFF06 are defined in scripts/bilan/domain/indicators/offre.lua.
local bilan = require "bilan"
local absences = require "bilan.absences"
local completeness = require "bilan.completeness"
local exercice = require "bilan.exercice"
local grouped_indicators = require "bilan.grouped_indicators"
local minimum_set = require "bilan.minimum_set"
local offers_by_quarter = require "bilan.offers_by_quarter"
local f = bilan.field

local OFFERS = { fr = "Offres", en = "Offers" }
local ROWS = { fr = "Lignes (offre et quartier)", en = "Rows (offer and quarter)" }
local AXES = { "1", "2", "3" }
local RATE_OF = { OFF03_qpv = "taux_qpv", OFF03_abandon = "taux_abandon" } -- what some partners give instead of numbers

--- OFF02 by indicator and by operator: the real subject of the working group.
local function completeness_tables(run, sent)
  local offers = minimum_set.rows(sent)
  local set = minimum_set.of(offers)
  completeness.table(run, offers, { id = "off_completude", set = set,
    sheet = { fr = "Complétude", en = "Completeness" }, header = { fr = "Indicateur commun", en = "Common indicator" },
    title = { fr = "Complétude des indicateurs communs (OFF02)", en = "Completeness of the common indicators (OFF02)" },
    base = { fr = "Cellules connues / cellules attendues. « Sans objet » n'est pas attendu, ni les personnes des offres de l'axe 3 ou "
      .. "aux entreprises. Par QPV : le total d'une offre d'un seul quartier. Âge, niveau, emploi : aucune tranche « NC », ni vide quand les "
      .. "autres ne font pas le total.",
      en = "Known / expected cells. Not applicable is not expected, nor people of offers of axis 3 or to companies. By quarter: the total "
        .. "of an offer of one quarter. Age, level, job: no band \"NC\", nor blank where the others do not make up the total." } })
  run:chart_on_first_page "off_completude"
  local has_operators = completeness.by(run, offers, { id = "off_completude_operateur", set = set, field = "operateur",
    sheet = { fr = "Complétude par opérateur", en = "Completeness by operator" }, counted = ROWS,
    header = { fr = "Opérateur", en = "Operator" },
    title = { fr = "Complétude par opérateur et par indicateur (OFF02)", en = "Completeness by operator and indicator (OFF02)" } })
  return has_operators
end

--- The columns of a table of offers that some file gives; the axis by its number, since its words are a sentence.
local function chosen(run, offers, fields)
  local given = {}
  for _, field in ipairs(fields) do
    if offers:has(field) then given[#given + 1] = field == "axe" and "numero_axe" or field end
  end
  if not offers:has "axe" then return offers:select(given) end
  return offers:derive({ numero_axe = function(row, state)
    return row.axe and run:text { fr = "axe ", en = "axis " } .. row.axe or bilan.state(state.axe)
  end }):select(given)
end

--- The master table, one line per offer and territory: who is reached, then what was aimed at.
local function master_tables(run, offers)
  local axis = offers:has "axe" and { fr = "Axe", en = "Axis" } or nil
  run:table {
    id = "off_tableau", sheet = { fr = "Tableau des indicateurs", en = "Table of indicators" }, totals = false,
    title = { fr = "Tableau des indicateurs : une ligne par offre", en = "Table of indicators: one line per offer" },
    base = { fr = "Axe 1 : accès à l'emploi et entreprises ; axe 2 : parcours professionnels ; axe 3 : développement économique des "
      .. "quartiers. Bénéficiaires cumulés (doubles comptes possibles).",
      en = "Axis 1: access to employment, companies; axis 2: career paths; axis 3: economic development of the quarters. "
        .. "Beneficiaries added up (a person may count several times)." },
    data = chosen(run, offers, { "axe", "offre", "operateur", "territoires", "benef_total", "benef_qpv", "taux_qpv", "benef_f",
      "benef_h", "nb_abandons", "taux_abandon", "nb_formation", "nb_orientation" }),
    headers = { numero_axe = axis, benef_total = { fr = "Bénéficiaires", en = "Beneficiaries" },
      benef_qpv = { fr = "dont QPV", en = "of which quarters" }, taux_qpv = { fr = "Taux QPV déclaré", en = "Share, as declared" },
      taux_abandon = { fr = "Taux d'abandon déclaré", en = "Drop-out rate, as declared" },
      benef_f = { fr = "Femmes", en = "Women" }, benef_h = { fr = "Hommes", en = "Men" },
      nb_formation = { fr = "Formations", en = "Training" }, nb_orientation = { fr = "Orientations", en = "Referrals" } },
  }
  if not (offers:has "cible" or offers:has "realise" or offers:has "entreprises_accompagnees") then return end
  run:table {
    id = "off_realisation", sheet = { fr = "Cible et réalisé", en = "Target and achieved" }, totals = false,
    title = { fr = "Cible, réalisé et mise en œuvre de chaque offre", en = "Target, achieved and state of each offer" },
    base = { fr = "La cible et le réalisé sont dans l'unité de l'offre (personnes, entreprises…) : leur somme ne compte rien ; OFF06 ne "
      .. "fait que rapporter l'une à l'autre.",
      en = "Target and achieved are in the unit of the offer (people, companies…): their sum counts nothing; OFF06 only relates one "
        .. "to the other." },
    data = chosen(run, offers, { "axe", "offre", "operateur", "public", "entreprises_accompagnees", "nb_creation", "locaux", "emplois",
      "cible", "realise", "etat" }),
    headers = { numero_axe = axis, entreprises_accompagnees = { fr = "Entreprises", en = "Companies" } },
  }
end

--- True where offers to people and offers to companies both have a target: their sum counts nothing.
local function has_two_units(offers)
  local aimed = offers:where(bilan.all { f.cible:gt(0), f.realise:known() })
  local to_people = aimed:where(minimum_set.TO_PEOPLE):count()
  return to_people > 0 and to_people < aimed:count()
end

--- Groups of which none adds people to companies: one that has a target of both becomes two.
local function of_one_unit(groups)
  local made = {}
  for _, group in ipairs(groups) do
    if has_two_units(group.rows) then
      made[#made + 1] = { words = { fr = group.words.fr .. ", offres aux personnes", en = group.words.en .. ", offers to people" },
        rows = group.rows:where(minimum_set.TO_PEOPLE) }
      made[#made + 1] = { words = { fr = group.words.fr .. ", offres aux entreprises", en = group.words.en .. ", offers to companies" },
        rows = group.rows:where(bilan.no(minimum_set.TO_PEOPLE)) }
    else
      made[#made + 1] = group
    end
  end
  return made
end

--- OFF01, OFF03 and OFF06 by axis. What names no axis is a group of its own.
local function axes_tables(run, offers)
  if not offers:has "axe" then return false end
  local groups, lines = {}, {}
  for _, axis in ipairs(AXES) do
    groups[#groups + 1] = { words = { fr = "axe " .. axis, en = "axis " .. axis }, rows = offers:where { axe = axis },
      title = axis .. ". " .. run:label("axe_strategique", axis) }
  end
  groups[#groups + 1] = { words = { fr = "axe non renseigné", en = "axis not stated" },
    rows = offers:where(bilan.no(f.axe:known())) }
  for _, group in ipairs(groups) do
    lines[#lines + 1] = { group.title or run:text(group.words), run:indicator("OFF01", group.rows),
      group.rows:count() > 0 and group.rows:figure(bilan.sum(f.benef_total)) or bilan.state "so" }
  end
  run:table {
    id = "off_axes", sheet = { fr = "Axes", en = "Axes" },
    title = { fr = "Offres par axe stratégique (OFF01)", en = "Offers by strategic axis (OFF01)" },
    base = { fr = "Offres différentes. Bénéficiaires cumulés (doubles comptes possibles).",
      en = "Different offers. Beneficiaries added up (a person may count several times)." },
    columns = { { header = { fr = "Axe", en = "Axis" }, kind = "text" }, { header = OFFERS, kind = "integer" },
      { header = { fr = "Bénéficiaires cumulés", en = "Beneficiaries, added up" }, kind = "integer" } },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Offres par axe stratégique", en = "Offers by strategic axis" },
      alt = { fr = "Barres horizontales : nombre d'offres de chaque axe, dans l'ordre des axes.",
        en = "Horizontal bars: offers of each axis, in the order of the axes." } },
  }
  grouped_indicators.table(run, groups, { id = "off_axes_indicateurs", groups_of = { OFF06 = of_one_unit(groups) },
    sheet = { fr = "Indicateurs par axe", en = "Indicators by axis" }, header = { fr = "Axe", en = "Axis" },
    title = { fr = "Indicateurs par axe stratégique (OFF03, OFF06)", en = "Indicators by strategic axis (OFF03, OFF06)" },
    base = { fr = "Un taux est un rapport de sommes sur les offres où ses deux termes sont connus.",
      en = "A rate is a ratio of sums over the offers where both terms are known." },
    indicators = { "OFF03_qpv", "OFF03_f", "OFF03_abandon", "OFF03_dynamique", "OFF03_dynamique_connue", "OFF03_durable",
      "OFF03_emploi", "OFF03_formation", "OFF03_orientation", "OFF06" },
    rows_known = { fr = "Lignes connues", en = "Known rows" }, rows_unknown = { fr = "Lignes inconnues", en = "Unknown rows" } })
  return true
end

--- O04: an offer of which two operators tell on the same quarters has its people in both rows.
local function warn_of_several_operators(run, offers)
  if not offers:has "operateur" then return end
  local operators, names = {}, {}
  for row in offers:each() do
    local place = bilan.text.fold(row.offre or "") .. "|" .. table.concat(row.territoires or {}, ";")
    local operator = row.operateur and bilan.text.fold(row.operateur)
    if operator and row.offre then
      operators[place] = operators[place] or operator
      if operators[place] ~= operator and operators[place] ~= "" then
        names[#names + 1], operators[place] = row.offre, ""
      end
    end
  end
  if #names == 0 then return end
  local list = bilan.text.join(names, ", ")
  run:warning { fr = "Offres déclarées par plusieurs opérateurs sur les mêmes quartiers (O04), leurs bénéficiaires sont additionnés : " .. list .. ".",
    en = "Offers that several operators declare on the same quarters (O04), their beneficiaries are added up: " .. list .. "." }
end

return bilan.report {
  api = 1,
  id = "offre_services",
  title = { fr = "Offre de services : tableau des indicateurs", en = "Offers of services: table of indicators" },
  datasets = { "offre" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile", en = "coverage below which a figure is called fragile" } }),
    qpv = bilan.param.text(nil, { label = {
      fr = "codes des QPV du contrat, séparés par des points-virgules", en = "codes of the contract's quarters, between semicolons" } }),
  },
  build = function(run)
    local offers, missing, rates_only, over_zero = exercice.rows(run, "offre"), {}, {}, {}
    local has_quarters = offers:has "territoires" and offers:where(f.territoires:known()):count() > 0
    warn_of_several_operators(run, offers)
    master_tables(run, offers)
    local has_operators = completeness_tables(run, offers)
    if not has_operators then missing[#missing + 1] = { fr = "opérateurs", en = "operators" } end
    if not axes_tables(run, offers) then missing[#missing + 1] = { fr = "axes stratégiques", en = "strategic axes" } end
    run:key_figures({ "OFF01" }, offers)
    if run:indicator("OFF02", offers).value then run:key_figures({ "OFF02" }, offers) end
    for _, id in ipairs { "OFF03_qpv", "OFF03_f", "OFF03_abandon", "OFF03_dynamique", "OFF06" } do
      local is_mixed = id == "OFF06" and has_two_units(offers)
      if is_mixed then
        run:warning { fr = "Réalisé sur cible : personnes et entreprises ne s'additionnent pas, pas de taux d'ensemble (feuilles Cible et "
          .. "réalisé, Indicateurs par axe).", en = "Achieved of target: people and companies do not add up, no rate of the whole (sheets "
          .. "Target and achieved, Indicators by axis)." }
      elseif run:indicator(id, offers).value then
        run:key_figures({ id }, offers)
      elseif RATE_OF[id] and absences.has(offers, RATE_OF[id]) then
        rates_only[#rates_only + 1] = run:indicator_label(id)
      elseif run:indicator(id, offers).denominator == 0 and run:indicator(id, offers).base > 0 then
        over_zero[#over_zero + 1] = run:indicator_label(id)
      else
        missing[#missing + 1] = { fr = run:indicator_label(id), en = run:indicator_label(id) }
      end
    end
    if has_quarters then
      local quarters = offers_by_quarter.quarters(run, offers)
      if #quarters > 0 and #quarters <= 30 then offers_by_quarter.matrix(run, offers, quarters) end
      local gaps = offers:has "axe" and offers_by_quarter.gaps(run, offers, quarters) or 0
      if gaps > 0 then
        run:warning { fr = "Axes sans offre dans un quartier : " .. gaps .. " (feuille Manques).",
          en = "Axes without an offer in a quarter: " .. gaps .. " (sheet Gaps)." }
      end
      offers_by_quarter.cards(run, offers, quarters)
    else
      missing[#missing + 1] = { fr = "quartiers des offres", en = "quarters of the offers" }
    end
    if #over_zero > 0 then
      local list = bilan.text.join(over_zero, run:text { fr = " ; ", en = "; " })
      run:warning { fr = "Taux sans valeur, leur dénominateur étant nul : " .. list .. ".",
        en = "Rates without a value, their denominator being 0: " .. list .. "." }
    end
    if #rates_only > 0 then
      local list = bilan.text.join(rates_only, run:text { fr = " ; ", en = "; " })
      run:warning { fr = "Donné en taux seulement, sans les nombres, donc ni additionné ni résumé (feuille Tableau des indicateurs) : " .. list .. ".",
        en = "Given as rates only, without the numbers, hence neither added nor summed up (sheet Table of indicators): " .. list .. "." }
    end
    absences.name(run, missing)
  end,
}
