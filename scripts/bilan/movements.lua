-- SPDX-License-Identifier: MPL-2.0
-- Who came and who went between two years, by name: holders, for those who ask why an amount changed, and contracts that sent
-- nothing this year, of which the first page speaks. Source: domain dossier 5 (comparison with the year before).
local bilan = require "bilan"
local f = bilan.field

local movements = {}

--- The names of a text field by their folded form.
local function names(rows, field)
  local found = {}
  for _, name in ipairs(rows:has(field) and rows:distinct(field) or {}) do found[bilan.text.fold(name)] = name end
  return found
end

--- Warns of the contracts of the year before that have no row this year, each with what it was awarded. `rows`: all that was
--- received, refused actions too: a contract whose actions were all refused did answer.
function movements.warn_of_silent_contracts(run, rows, past)
  if not past:has "contrat" then return end
  local here, silent = names(rows, "contrat"), {}
  for _, name in ipairs(past:distinct "contrat") do
    if not here[bilan.text.fold(name)] then
      local amount = past:where(f.contrat:eq(name)):figure(bilan.sum(f.accorde_p147))
      silent[#silent + 1] = name .. (amount.value and " (" .. amount.text .. ")" or "")
    end
  end
  if #silent == 0 then return end
  local all = bilan.text.join(silent, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Contrats du classeur précédent sans ligne cette année (accordé P147 d'alors) : " .. all .. ".",
    en = "Contracts of the workbook before without a row this year (P147 awarded then): " .. all .. "." }
end

--- The lines of the holders that `rows` hold, the largest award first.
local function lines_of(run, rows, what, into)
  if not rows then return end
  local groups = rows:group { by = "porteur_cle", measures = { { "n", bilan.count() },
    { "accorde", bilan.sum(f.accorde_p147) }, { "benef", bilan.sum(f.benef_total) } } }
  for _, group in ipairs(groups:sorted("accorde", "descending"):rows()) do
    local own = rows:where(f.porteur_cle:eq(group.porteur_cle))
    into[#into + 1] = { own:distinct("porteur_lu")[1] or group.porteur_cle, run:text(what),
      own:has "contrat" and bilan.text.join(own:distinct "contrat", ", ") or bilan.state "abs", group.n, group.accorde, group.benef }
  end
end

--- The holders that went and those that came, below the table `below`. `came`, `went`: their rows, nil when there are none.
function movements.table(run, came, went, below)
  local lines = {}
  lines_of(run, went, { fr = "parti (N-1)", en = "went (N-1)" }, lines)
  lines_of(run, came, { fr = "venu (N)", en = "came (N)" }, lines)
  if #lines == 0 then return end
  run:table {
    id = "ret_mouvements", below = below,
    title = { fr = "Porteurs partis et venus", en = "Holders that went and that came" },
    base = { fr = "Montants et publics de N-1 pour un porteur parti, de N pour un porteur venu.",
      en = "Amounts and people of N-1 for a holder that went, of N for one that came." },
    columns = {
      { header = { fr = "Porteur", en = "Holder" }, kind = "text" },
      { header = { fr = "Mouvement", en = "Movement" }, kind = "text" },
      { header = { fr = "Contrat", en = "Contract" }, kind = "text" },
      { header = { fr = "Actions", en = "Actions" }, kind = "integer" },
      { header = { fr = "Accordé P147 (€)", en = "Awarded P147 (€)" }, kind = "euro" },
      { header = { fr = "Bénéficiaires cumulés", en = "Beneficiaries, added up" }, kind = "integer" },
    },
    rows = lines,
  }
end

return movements
