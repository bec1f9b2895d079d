-- SPDX-License-Identifier: MPL-2.0
-- Schemes of ordinary policy: their public, the part of the quarters in it, what became of them. Source: domain dossier 3.6
-- (DC06).
local bilan = require "bilan"
local columns = require "bilan.columns"
local financeurs = require "bilan.financeurs"
local indicators = require "bilan.indicators"
local one_spelling = require "bilan.one_spelling"
local shared_sheet = require "bilan.shared_sheet"
local single_answers = require "bilan.single_answers"
local f = bilan.field

local amount = financeurs.amount(f)

local ordinary_schemes = {}

--- Schemes of ordinary policy: their public, the part of the quarters, what they became.
function ordinary_schemes.table(run, lines)
  local found = lines:where(f.dispositif_dc:known())
  if found:count() == 0 then return end
  local read, by = one_spelling.merged(found, "dispositif_dc")
  local groups = read:group { by = by, measures = {
    { "public", bilan.sum(f.benef_total) }, { "qpv", bilan.sum(f.benef_qpv) }, { "access", run:measure "DC06" },
    { "amount", bilan.sum(amount, { unit = "euro" }) } } }
  local rows = {}
  for _, group in ipairs(groups:sorted("access", "descending"):rows()) do
    local access = group.access
    local none = bilan.state(access.cause or "nd")
    rows[#rows + 1] = { group[by], group.public, group.qpv, indicators.rate(access),
      access.numerator or none, access.denominator or none, access.base, access.unknown,
      group.amount }
  end
  local page = shared_sheet.new { fr = "Dispositifs", en = "Schemes" }
  local sheet, below = shared_sheet.place(page, "dc_dispositifs")
  run:table {
    id = "dc_dispositifs", sheet = sheet, below = below,
    title = { fr = "Dispositifs de droit commun : part des habitants des QPV",
      en = "Schemes of ordinary policy: share of QPV residents" },
    base = { fr = "Part : DC06, sur les lignes où le public et sa part QPV sont connus ; bénéficiaires cumulés.",
      en = "Share: DC06, over rows where both are known; beneficiaries added up." },
    columns = {
      columns.label("Dispositif", "Scheme"),
      columns.added("integer", "Public", "Public"),
      columns.added("integer", "dont QPV", "of whom QPV"),
      columns.rate("Part des QPV", "Share of QPV", { ratio_of = { 5, 6 }, total = run:indicator("DC06", found) }),
      columns.integer("Numérateur", "Numerator"),
      columns.integer("Dénominateur", "Denominator"),
      columns.integer("Lignes connues", "Known lines"),
      columns.integer("Lignes inconnues", "Unknown lines"),
      columns.added("euro", "Montant (€)", "Amount (€)"),
    },
    rows = rows,
    chart = #rows > 1 and {
      type = "bars", category = 1, series = { 4 },
      title = { fr = "Part des habitants des QPV par dispositif", en = "Share of QPV residents by scheme" },
      note = { fr = "N = " .. #rows .. " dispositifs.", en = "N = " .. #rows .. " schemes." },
      alt = { fr = "Barres horizontales : part des habitants des QPV dans le public de chaque dispositif.",
        en = "Horizontal bars: share of QPV residents in the public of each scheme." },
    } or nil,
  }
  single_answers.table(run, found, { id = "dc_situations", field = "statut_dc", vocabulary = "statut_dc", page = page,
    sheet = { fr = "Situation", en = "Situation" }, counted = { fr = "Lignes", en = "Rows" },
    title = { fr = "Situation des dispositifs repérés", en = "Where the schemes found stand" } })
end

return ordinary_schemes
