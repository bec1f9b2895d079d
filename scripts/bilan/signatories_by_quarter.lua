-- SPDX-License-Identifier: MPL-2.0
-- What the signatories of the PaQte did in each priority quarter, whichever of their rows names it. Source: domain dossier
-- 3.8.
local bilan = require "bilan"
local absences = require "bilan.absences"
local above_whole = require "bilan.above_whole"
local columns = require "bilan.columns"
local entites = require "bilan.entites"
local f = bilan.field

local signatories_by_quarter = {}

local function name_of(row) return bilan.text.fold(row.entreprise or "") end

--- Where: what the signatories of each quarter did, whichever of their rows names it. `figures`: the rows that sums are of.
function signatories_by_quarter.table(run, rows, figures, note)
  if not rows:has "territoire" then return end
  local members, has_quarter, nowhere = {}, {}, {}
  for row in rows:where(f.territoire:known()):each() do
    for _, quarter in ipairs(row.territoire) do
      members[quarter] = members[quarter] or {}
      members[quarter][name_of(row)], has_quarter[name_of(row)] = true, true
    end
  end
  for row in rows:each() do
    if not has_quarter[name_of(row)] then nowhere[name_of(row)] = true end
  end
  local lines, shares = {}, {}
  local function line_of(words, names)
    local function is_of_quarter(row) return names[name_of(row)] == true end
    local of_quarter, figures_of = rows:where(is_of_quarter), figures:where(is_of_quarter)
    local function asked(fields) return entites.rows_for(figures_of, "entreprise", fields) end
    local share = run:indicator("PAQ06", asked { "embauches_qpv", "embauches" })
    shares[#shares + 1] = share
    return { words, run:indicator("PAQ01", of_quarter),
      asked { "alternants" }:figure(bilan.sum(f.alternants)), asked { "embauches" }:figure(bilan.sum(f.embauches)),
      share.numerator or bilan.state(share.cause or "nd"), share.denominator or bilan.state(share.cause or "nd"),
        above_whole.share(share) }
  end
  for quarter, names in pairs(members) do lines[#lines + 1] = line_of(run:label("territoire", quarter), names) end
  if #lines == 0 then return end
  table.sort(lines, function(a, b)
    if a[2].value ~= b[2].value then return a[2].value > b[2].value end
    return a[1] < b[1]
  end)
  if next(nowhere) then lines[#lines + 1] = line_of(run:text(absences.NOT_GIVEN), nowhere) end -- last, as an unknown is
  run:table {
    id = "paq_territoires", sheet = { fr = "Territoires", en = "Territories" },
    title = { fr = "Signataires et embauches par quartier de rattachement", en = "Signatories and hires by quarter" },
    base = note,
      notes = { { fr = "Un signataire rattaché à plusieurs quartiers compte dans chacun : ces lignes ne s'additionnent pas.",
      en = "A signatory of several quarters counts in each: these lines do not add up." }, above_whole.note(shares) },
    columns = {
      columns.code("Quartier", "Quarter"), columns.integer("Signataires", "Signatories"),
      columns.integer("Alternants", "Apprentices"), columns.integer("Embauches", "Hires"),
      columns.integer("dont QPV (où les deux sont connus)", "of whom QPV (both known)"),
      columns.integer("sur", "of"),
      columns.rate("Part QPV des embauches", "Share of QPV in hires", { ratio_of = { 5, 6 } }),
    },
    rows = lines,
    chart = #lines > 1 and { type = "bars", category = 1, series = { 2 }, title = { fr = "Signataires par quartier",
      en = "Signatories by quarter" },
      alt = { fr = "Barres horizontales : signataires rattachés à chaque quartier.",
        en = "Horizontal bars: signatories of each quarter." } } or nil,
  }
end

return signatories_by_quarter
