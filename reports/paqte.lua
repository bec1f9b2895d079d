-- SPDX-License-Identifier: MPL-2.0
-- PaQte: who signed, how many report, and what those that report did on the four axes. The return rate comes before
-- any total: the national balance sheet of 2021 rests on 53 companies for 2 200, and without that rate its totals
-- mean nothing. Indicators PAQ01 to PAQ10: scripts/bilan/domain/indicators/paqte.lua; axes and companies:
-- scripts/bilan/paqte.lua.
local bilan = require "bilan"
local above_whole = require "bilan.above_whole"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local double_entries = require "bilan.double_entries"
local entites = require "bilan.entites"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local key_cards = require "bilan.key_cards"
local one_name = require "bilan.one_name"
local paqte = require "bilan.paqte"
local paqte_tables = require "bilan.paqte_tables"
local quartiers = require "bilan.quartiers"
local shared_sheet = require "bilan.shared_sheet"
local signataires = require "bilan.signataires"
local signatories_by_quarter = require "bilan.signatories_by_quarter"
local signatory_list = require "bilan.signatory_list"
local single_answers = require "bilan.single_answers"
local undisputed = require "bilan.undisputed"
local f = bilan.field

local COUNTED = { fr = "Signataires", en = "Signatories" }

--- What each indicator asks a signatory for; the others speak of a signatory as a whole.
local ASKED = {
  PAQ04 = { "stages3_pourvus", "stages3_offerts" }, PAQ04r = { "stages3_rep", "stages3_pourvus" },
  PAQ04q = { "stages3_qpv", "stages3_pourvus" }, PAQ05 = { "alternants_qpv", "alternants" },
  PAQ06 = { "embauches_qpv", "embauches" }, PAQ07 = { "achats_inclusifs" },
  PAQ07p = { "achats_inclusifs", "achats_total" }, PAQ10 = { "recruteurs_formes" },
}

--- How many of the signatories stand behind the totals, in words that go with every one of them.
local function behind(run, rows, has_list)
  local rate = run:indicator("PAQ09", rows)
  local answered, all = string.format("%d", rate.numerator or 0), string.format("%d", rate.denominator or 0)
  if not has_list then
    return { fr = "Liste des signataires non reçue : taux de retour non calculé ; les totaux et le nombre de signataires sont ceux des "
      .. counted.fr(rate.numerator or 0, "entreprise qui a rendu", "entreprises qui ont rendu") .. " un bilan.",
      en = "No list of the signatories received: no return rate; totals and the number of signatories are those of the "
        .. counted.en(rate.numerator or 0, "company", "companies") .. " that reported." }
  end
  if (rate.denominator or 0) == 0 and rate.unknown > 0 then
    local n = rate.unknown
    return { fr = "Retours : on ne sait d'aucun des signataires (" .. n .. ") s'il a rendu un bilan.",
      en = "Reports: of none of the signatories (" .. n .. ") is it known whether it reported." }
  end
  local percent = rate.value and bilan.number.percent(rate.value) or "–"
  local untold = { fr = "", en = "" }
  if rate.unknown > 0 then
    untold = { fr = " ; " .. rate.unknown .. " dont le retour n'est pas connu", en = "; " .. rate.unknown .. " whose report is not known" }
  end
  -- Without the question, what counts as an answer is supposed: said beside the figure.
  local supposed = { fr = "", en = "" }
  if not rows:has "retour" and (rate.numerator or 0) > 0 then
    supposed = { fr = " « Bilan reçu » n'est demandé par aucun fichier : un signataire qui donne un chiffre compte comme un retour.",
      en = " No file asks whether the report was received: a signatory that gives a figure counts as a report." }
  end
  local others = (rate.numerator or 0) < (rate.denominator or 0) + rate.unknown
  return { fr = "Retours : " .. answered .. " sur " .. all .. " signataires (" .. percent .. ")" .. untold.fr
    .. (others and ". Les autres ne sont pas dans les totaux." or ".") .. supposed.fr,
    en = "Reports: " .. answered .. " of " .. all .. " signatories (" .. percent .. ")" .. untold.en
      .. (others and ". The others are not in the totals." or ".") .. supposed.en }
end

--- PAQ08: on how many of the four axes a signatory is active.
local function activity(run, rows)
  local companies = paqte.by_company(rows)
  single_answers.table(run, companies, { id = "paq_activite", field = "nb_axes", counted = COUNTED,
    sheet = { fr = "Nombre d'axes actifs", en = "Active axes" },
    title = { fr = "Signataires selon le nombre d'axes où ils agissent",
      en = "Signatories by number of axes they act on" },
    notes = { { fr = "Actif : un chiffre de l'axe au moins est supérieur à zéro. Les signataires sans aucun chiffre, ou dont un axe "
      .. "n'est pas connu (« NC »), sont hors de la base.",
      en = "Active: at least one figure of the axis is above zero. Signatories without any figure, or of which an axis is not known "
        .. "(“NC”), are out of the base." } } })
end

--- L'existant, et mis en œuvre dans le PaQte: the two columns of the local sheets. Free text stays inside the service.
local function narrative(run, rows)
  if run.profile ~= "interne" then return end
  local lines = {}
  for row in rows:where(bilan.any { f.existant:known(), f.mis_en_oeuvre:known() }):each() do
    lines[#lines + 1] = { row.axe and run:label("axe_paqte", row.axe) or bilan.state "nd",
      row.entreprise or bilan.state "nd",
      row.existant or bilan.state "nd", row.mis_en_oeuvre or bilan.state "nd" }
  end
  if #lines == 0 then return end
  run:table {
    id = "paq_mis_en_oeuvre", sheet = { fr = "Existant et mis en œuvre", en = "Existing and done" },
    title = { fr = "L'existant et ce qui est mis en œuvre dans le PaQte",
      en = "What exists, and what is done in the PaQte" },
    base = { fr = "Textes des partenaires, tels quels ; usage interne.",
      en = "The partners' own words; internal use." },
    columns = {
      columns.text("Axe", "Axis"), columns.text("Entreprise", "Company"),
      columns.long_text("L'existant", "What exists"),
      columns.long_text("Mis en œuvre dans le PaQte", "Done in the PaQte"),
    },
    rows = lines,
  }
end

return bilan.report {
  api = 1,
  id = "paqte",
  title = { fr = "PaQte : Pacte avec les quartiers pour toutes les entreprises",
    en = "PaQte: companies and the priority quarters" },
  datasets = { "paqte", "territoire" },
  params = {
    seuil_couverture = bilan.param.rate(0.80, { label = {
      fr = "couverture sous laquelle un chiffre est dit fragile",
        en = "coverage below which a figure is called fragile" } }),
  },
  build = function(run)
    if not run:has_dataset "paqte" then
      local is_any = quartiers.tables(run)
      run:warning(is_any and { fr = "Aucune liste de signataires reçue : seul le contexte des quartiers est repris.",
        en = "No list of signatories received: only the context of the quarters is shown." }
        or { fr = "Aucune liste de signataires reçue, ni aucun quartier.", en = "No list of signatories received, nor any quarter." })
      return
    end
    local all, sent = one_name.of(run:dataset "paqte", "entreprise"), one_name.of(exercice.rows(run, "paqte"), "entreprise")
    sent = undisputed.rows(run, sent, "entreprise", { "type_signataire", "taille", "engagement" }, not run.year)
    if run.year then all = all:where(exercice.year_or(run.year):le(run.year)) end
    local rows, outside, has_list = signatory_list.read(sent)
    local figures = double_entries.once(rows) -- what sums are of
    local note = behind(run, rows, has_list)
    local function rows_of(id)
      if id == "PAQ03" then return all end
      return ASKED[id] and entites.rows_for(figures, "entreprise", ASKED[id]) or rows
    end
    local shown = { "PAQ01", "PAQ02", "PAQ03", "PAQ04", "PAQ04r", "PAQ04q", "PAQ05", "PAQ06", "PAQ07", "PAQ07p", "PAQ08_1",
      "PAQ08_2", "PAQ08_3", "PAQ08_4", "PAQ10" }
    if has_list then table.insert(shown, 1, "PAQ09") end
    local cards = { "PAQ01", "PAQ02", "PAQ05", "PAQ06", "PAQ04", "PAQ07", "PAQ10" }
    if has_list then table.insert(cards, 1, "PAQ09") end
    local silent = key_cards.put(run, cards, { "PAQ03", "PAQ04q", "PAQ07p", "PAQ08_4" }, rows_of)
    run:warning(note)
    key_cards.warn(run, silent)
    signatory_list.warn(run, outside)
    double_entries.warn(run, rows, figures)
    above_whole.warn(run, figures, { { "stages3_pourvus", "stages3_offerts", "P04", "PAQ04" },
      { "stages3_rep", "stages3_pourvus", "P03", "PAQ04r" }, { "stages3_qpv", "stages3_pourvus", "P03", "PAQ04q" },
      { "alternants_qpv", "alternants", "P03", "PAQ05" }, { "embauches_qpv", "embauches", "P03", "PAQ06" },
      { "achats_inclusifs", "achats_total", "P03", "PAQ07p" } })
    absences.warn(run, rows, {
      { field = "taille", words = { fr = "taille des signataires", en = "size of the signatories" } },
      { field = "engagement", words = { fr = "engagement signé", en = "commitment" } },
      { field = "type_signataire", words = { fr = "type de signataire", en = "kind of signatory" } },
      { field = "territoire", words = { fr = "quartiers des signataires", en = "quarters of the signatories" } } })
    indicators.table(run, rows, {
      id = "paq_indicateurs", title = { fr = "Indicateurs du PaQte", en = "Indicators of the PaQte" }, notes = { note },
      rows_known = paqte_tables.known_of(figures), rows_unknown = paqte_tables.unknown_of(figures), indicators = shown,
      rows_of = rows_of,
    })
    signataires.table(run, all)
    if not paqte_tables.axes(run, figures, note) then
      absences.name(run, { { fr = "actions sur les quatre axes", en = "actions on the four axes" } })
    end
    paqte_tables.quarters_share(run, figures, note)
    activity(run, rows)
    local kinds = shared_sheet.new { fr = "Taille et engagement", en = "Size and commitment" }
    single_answers.table(run, entites.once(rows, "entreprise", { "taille" }), { id = "paq_tailles", field = "taille",
      vocabulary = "taille_entreprise", page = kinds, sheet = { fr = "Taille", en = "Size" }, counted = COUNTED,
      title = { fr = "Signataires par taille", en = "Signatories by size" } })
    single_answers.table(run, entites.once(rows, "entreprise", { "engagement" }), { id = "paq_engagements",
      field = "engagement", vocabulary = "engagement_paqte", page = kinds, counted = COUNTED,
      sheet = { fr = "Engagement", en = "Commitment" },
      title = { fr = "Signataires par engagement", en = "Signatories by commitment" } })
    signatories_by_quarter.table(run, rows, figures, note)
    narrative(run, sent)
    quartiers.tables(run)
  end,
}
