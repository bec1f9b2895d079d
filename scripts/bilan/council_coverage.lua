-- SPDX-License-Identifier: MPL-2.0
-- Which quarters have a citizens' council: of the contract, one by one, and by place. A council that was never set up, or was
-- dissolved, covers nothing; one whose state is not known is counted as unknown. Source: domain dossier 3.3.3 (CC01, K07).
local bilan = require "bilan"
local conseils = require "bilan.conseils"
local of_the_whole = require "bilan.of_the_whole"
local one_spelling = require "bilan.one_spelling"
local f = bilan.field

local council_coverage = {}

local INSTALLED, ALIVE = conseils.is_in_place(), conseils.is_alive()

local function is_given(councils, field)
  return councils:has(field) and councils:where(f[field]:known()):count() > 0
end

--- CC01: quarters with a council, quarters of the contract (nil when nobody says), and the rate, nil when there is none.
--- One council for all quarters covers them all.
---@return number|bilan.Figure covered
---@return integer? whole
---@return bilan.Figure? rate
function council_coverage.rate(run, councils)
  local covered, whole = run:indicator("CC01q", councils), of_the_whole.param(run, "nb_qpv")
  if not whole or whole < 1 then return covered end
  if is_given(councils, "qpv") and councils:where(bilan.all { INSTALLED, f.qpv:one_of { "tous" } }):count() > 0 then
    return whole, whole, run:share("CC01", whole, whole)
  end
  if not covered.value or covered.value > whole then return covered, whole end
  return covered, whole, run:share("CC01", covered, whole)
end

local function contract_table(run, councils)
  local covered, whole, rate = council_coverage.rate(run, councils)
  run:table {
    id = "cc_couverture", sheet = { fr = "Couverture des QPV", en = "Coverage of quarters" },
    title = { fr = "QPV couverts par un conseil installé", en = "Quarters covered by a council that was set up" },
    base = whole and { fr = "CC01 : QPV couverts par un conseil installé / QPV du contrat (paramètre nb_qpv).",
      en = "CC01: quarters with a council that was set up / quarters of the contract (parameter nb_qpv)." }
      or of_the_whole.remark(run, "nb_qpv") or { fr = "Nombre de QPV du contrat non donné : taux non calculé. Relancez avec --param nb_qpv=NOMBRE.",
        en = "Number of quarters not given: no rate. Run again with --param nb_qpv=NUMBER." },
    columns = { { header = { fr = "Périmètre", en = "Perimeter" }, kind = "text" },
      { header = { fr = "QPV couverts", en = "Quarters covered" }, kind = "integer" },
      { header = { fr = "QPV du contrat", en = "Quarters of the contract" }, kind = "integer" },
      { header = { fr = "Taux de couverture (CC01)", en = "Coverage (CC01)" }, kind = "rate", ratio_of = { 2, 3 } } },
    rows = { { run:text { fr = "Contrat", en = "Contract" }, covered, whole or bilan.state "nd",
      rate or bilan.state "nd" } },
    notes = whole and not rate and { { fr = "Plus de QPV couverts que de QPV du contrat (nb_qpv) : taux non calculé.",
      en = "More quarters covered than in the contract (nb_qpv): no rate." } } or nil,
  }
end

local function quarters_table(run, councils)
  local lines = {}
  for _, group in ipairs(councils:group({ by = "qpv", measures = { { "n", bilan.count(INSTALLED) },
    { "alive", bilan.count(ALIVE) } } }):rows()) do
    if group.qpv then
      local n = group.n.value or 0
      lines[#lines + 1] = { run:label("territoire", group.qpv), group.n, group.alive,
        n == 0 and group.n.unknown == 0 and run:text { fr = "aucun conseil en place", en = "no council in place" }
          or n > 1 and run:text { fr = "plusieurs conseils (K07)", en = "several councils (K07)" } or "" }
    end
  end
  run:table {
    id = "cc_quartiers", sheet = { fr = "Quartiers", en = "Quarters" },
    title = { fr = "Conseils par quartier", en = "Councils by quarter" },
    base = { fr = "Un conseil sur plusieurs quartiers compte dans chacun : ces lignes ne s'additionnent pas.",
      en = "A council on several quarters counts in each: these lines do not add up." },
    columns = { { header = { fr = "Quartier", en = "Quarter" }, kind = "code" },
      { header = { fr = "Conseils en place", en = "Councils in place" }, kind = "integer" },
      { header = { fr = "dont actifs ou essoufflés", en = "of which active or weary" }, kind = "integer" },
      { header = { fr = "Remarque", en = "Remark" }, kind = "text" } },
    rows = lines,
  }
end

--- Coverage by commune, EPCI or department, where partners say it, below that of the contract. A quarter on two communes counts in each.
local function places_tables(run, councils)
  for _, place in ipairs { { "commune", "commune", "municipality" }, { "epci", "EPCI", "inter-municipal body" },
    { "departement", "département", "department" } } do
    local field = place[1]
    if is_given(councils, field) then
      local lines = {}
      local function add(words, rows)
        lines[#lines + 1] = { words, rows:figure(bilan.count(INSTALLED)), run:indicator("CC01q", rows),
          rows:figure(bilan.count(ALIVE)), rows:figure(bilan.sum(f.nb_membres, { where = INSTALLED })) }
      end
      for _, one in ipairs(one_spelling.names(councils, field)) do add(one.name, councils:where(f[field]:one_of(one.spellings))) end
      local unstated = councils:where(bilan.no(f[field]:known()))
      if unstated:count() > 0 then add(run:text { fr = "non renseigné", en = "not stated" }, unstated) end
      run:table {
        id = "cc_par_" .. field, below = "cc_couverture",
        title = { fr = "Conseils et QPV couverts, par " .. place[2], en = "Councils and quarters covered, by " .. place[3] },
        base = { fr = "QPV couverts : par un conseil installé ; minimum si l'état d'un conseil n'est pas connu. Un QPV peut compter "
          .. "dans deux lignes.", en = "Quarters covered by a council that was set up; a minimum where the state of a council is not "
          .. "known. A quarter may count in two lines." },
        columns = { { header = councils:label(field), kind = "text" },
          { header = { fr = "Conseils en place", en = "Councils in place" }, kind = "integer" },
          { header = { fr = "QPV couverts", en = "Quarters covered" }, kind = "integer" },
          { header = { fr = "Conseils actifs ou essoufflés", en = "Active or weary councils" }, kind = "integer" },
          { header = { fr = "Membres (conseils en place)", en = "Members (councils in place)" }, kind = "integer" } },
        rows = lines,
      }
    end
  end
end

--- Puts the coverage on its sheets. Gives the words of what is missing, if it is.
function council_coverage.tables(run, councils)
  contract_table(run, councils)
  places_tables(run, councils)
  if not is_given(councils, "qpv") then return { fr = "QPV couverts", en = "quarters covered" } end
  quarters_table(run, councils)
end

return council_coverage
