-- SPDX-License-Identifier: MPL-2.0
-- What the signatories of the PaQte did: the figures of the four axes, and the part of the quarters in them. Source: domain
-- dossier 3.8.3.
local bilan = require "bilan"
local above_whole = require "bilan.above_whole"
local columns = require "bilan.columns"
local double_entries = require "bilan.double_entries"
local entites = require "bilan.entites"
local paqte = require "bilan.paqte"
local f = bilan.field

local paqte_tables = {}

--- What is counted beside a total: signatories, or their rows where one of them has several that give one figure.
function paqte_tables.known_of(rows)
  if #double_entries.added(rows) == 0 then return { fr = "Signataires connus", en = "Known signatories" } end
  return { fr = "Lignes de signataires connues", en = "Known rows of signatories" }
end

function paqte_tables.unknown_of(rows)
  if #double_entries.added(rows) == 0 then return { fr = "Signataires inconnus", en = "Unknown signatories" } end
  return { fr = "Lignes de signataires inconnues", en = "Unknown rows of signatories" }
end

--- The four axes: what was done, and by how many; false when nobody sent a figure of any.
function paqte_tables.axes(run, rows, note)
  local lines, is_any = {}, false
  for _, axis in ipairs(paqte.axes) do
    for _, item in ipairs(axis.figures) do
      local figure = entites.rows_for(rows, "entreprise", { item[1] }):figure(bilan.sum(f[item[1]]))
      is_any = is_any or figure.value ~= nil
      lines[#lines + 1] = { run:label("axe_paqte", axis.id), run:text(item.words), figure, figure.base,
        figure.unknown }
    end
  end
  if not is_any then return false end
  run:table {
    id = "paq_axes", sheet = { fr = "Quatre axes", en = "Four axes" },
    title = { fr = "Ce que les signataires ont fait sur les quatre axes",
      en = "What signatories did on the four axes" },
    base = note,
    notes = { { fr = "Bénéficiaires cumulés : une personne peut être comptée par plusieurs entreprises. Définitions : feuille Méthode.",
      en = "Added up: several companies may count one person. Definitions: sheet Method." } },
    columns = {
      columns.text("Axe", "Axis"),
      columns.text("Indicateur", "Indicator"),
      columns.figure("Total", "Total"),
      { header = paqte_tables.known_of(rows), kind = "integer" },
      { header = paqte_tables.unknown_of(rows), kind = "integer" },
    },
    rows = lines,
  }
  return true
end

--- What part of it went to the residents of the quarters, where both terms are known.
function paqte_tables.quarters_share(run, rows, note)
  local lines, shares = {}, {}
  for _, axis in ipairs(paqte.axes) do
    for _, item in ipairs(axis.figures) do
      local share = item.quarters and entites.rows_for(rows, "entreprise", { item.quarters, item[1] })
        :figure(bilan.ratio(f[item.quarters], f[item[1]]))
      if share and share.denominator then
        shares[#shares + 1] = share
        lines[#lines + 1] = { run:text(item.words), share.numerator, share.denominator, above_whole.share(share),
          share.base, share.unknown }
      end
    end
  end
  if #lines == 0 then return end
  run:table {
    id = "paq_parts_qpv", sheet = { fr = "Part des QPV", en = "Share of QPV" },
    title = { fr = "Part des habitants des QPV dans ce qui a été fait",
      en = "Share of QPV residents in what was done" }, base = note, notes = { above_whole.note(shares) },
    columns = {
      columns.text("Indicateur", "Indicator"),
      columns.integer("dont QPV", "of whom QPV"),
      columns.integer("Total (où les deux sont connus)", "Total (where both are known)"),
      columns.rate("Part des QPV", "Share of QPV", { ratio_of = { 2, 3 } }),
      { header = paqte_tables.known_of(rows), kind = "integer" },
      { header = paqte_tables.unknown_of(rows), kind = "integer" },
    },
    rows = lines,
    chart = #lines > 1 and { type = "bars", category = 1, series = { 4 },
      title = { fr = "Part des habitants des QPV par indicateur", en = "Share of QPV residents by indicator" },
      alt = { fr = "Barres horizontales : part des QPV dans chaque indicateur qui la donne.",
        en = "Horizontal bars: share of the quarters in each indicator that gives it." } } or nil,
  }
  if #lines > 1 then run:chart_on_first_page "paq_parts_qpv" end
end

return paqte_tables
