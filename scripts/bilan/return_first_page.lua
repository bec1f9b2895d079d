-- SPDX-License-Identifier: MPL-2.0
-- The first page of the annual return: five to eight figures, and what its reader must know. Source: domain dossier 2.7 and 5.
local bilan = require "bilan"
local amount_share = require "bilan.amount_share"
local programmed = require "bilan.programmed"
local trame = require "bilan.retour_annuel_trame"
local f = bilan.field

local return_first_page = {}

--- What a prefect asks first: how many, how much, how much of the envelope, and the shares that have an objective. `received`: refused requests too.
function return_first_page.figures(run, received, actions)
  local awarded = actions:figure(bilan.sum(f.accorde_p147))
  local function of_awards(condition) return amount_share.of(actions, f.accorde_p147, condition) end
  local list = {
    { label = { fr = "Actions", en = "Actions" }, figure = actions:figure(bilan.count()) },
    { label = { fr = "Porteurs", en = "Holders" }, figure = actions:figure(trame.measures.porteurs.measure) },
    { label = { fr = "Accordé P147", en = "Awarded P147" }, figure = awarded },
    { label = { fr = "Payé", en = "Paid" }, figure = actions:figure(bilan.sum(f.paye_p147)) },
    { label = { fr = "Part de l'emploi", en = "Employment share" }, figure = of_awards(f.pilier:eq "emploi") },
    { label = { fr = "Part du pluriannuel", en = "Multi-year share" }, figure = of_awards(f.recurrence:eq "CPO (pluriannuelle)") },
    { label = { fr = "Bénéficiaires cumulés", en = "Beneficiaries" }, figure = actions:figure(bilan.sum(f.benef_total)) },
  }
  if actions:count() == 0 then list = { list[1] } end -- nothing was awarded or paid, and no share is of anything
  local notified = run.limited_to == "" and run.params.enveloppe_notifiee
  if #list > 1 and notified and notified > 0 and awarded.value then
    table.insert(list, 5, { label = { fr = "Accordé / notifié", en = "Awarded / notified" },
      figure = run:share("taux_accord", awarded, bilan.given(notified, "euro")) })
  end
  run:key_figures(list)
  programmed.say(run, received)
end

--- What a reader of the first page alone must know: lines that the officer still has to find elsewhere.
function return_first_page.warn_of_empty(run, empty)
  if #empty == 0 then return end
  local list = bilan.text.join(empty, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Lignes du retour sans valeur, à compléter : " .. list .. ".",
    en = "Lines of the return without a value, to be filled in: " .. list .. "." }
end

return return_first_page
