-- SPDX-License-Identifier: MPL-2.0
-- Which actions are of the programming: the one rule of every report, so that no two workbooks of the same files disagree on who
-- counts. The status decides: an action that was refused, adjourned, given up or cancelled is none of them, and a request that
-- nobody has decided on is none yet. An amount that was awarded or paid all the same speaks against the status: that action
-- stays, so that no money is lost, and is said. Rows without a status stay. What partners asked for, and the scores of requests,
-- are of all that was submitted. Source: domain dossier 2.3 (statut), 2.6 (C18), 3.1.4 (A_d, A_r), 3.6.3, 4 and 5.
local bilan = require "bilan"
local counted = require "bilan.counted"
local surely = require "bilan.surely"
local f = bilan.field

local programmed = {}

--- The statuses of an action that is not in the programming.
programmed.OUTSIDE = { "refusée", "ajournée", "abandonnée", "annulée" }

--- Those of a request that waits for its decision.
programmed.PENDING = { "déposée", "recevable" }

local function has_status(wanted) return surely.one_of(f.statut, wanted) end

--- An amount that nobody knows speaks against no status.
local HAS_MONEY = bilan.any { surely.above(f.accorde_p147, 0), surely.above(f.paye_p147, 0) }

local IS_OUTSIDE, IS_PENDING = has_status(programmed.OUTSIDE), has_status(programmed.PENDING)

--- Expression: true on the rows of the programming. Never unknown.
function programmed.is()
  return bilan.any { bilan.no(bilan.any { IS_OUTSIDE, IS_PENDING }), HAS_MONEY }
end

--- The rows of the programming.
function programmed.kept(actions) return actions:where(programmed.is()) end

--- Words joined as a list: « a, b ».
local function listed(words) return bilan.text.join(words, ", ") end

--- How many rows are left out and why, in both languages; nil when none is.
local function left_out(actions)
  local out = actions:where(bilan.no(programmed.is()))
  local refused, pending = counted.things(out:where(IS_OUTSIDE)), counted.things(out:where(IS_PENDING))
  local hidden = counted.things(out:where(f.accorde_p147:in_state { "nc", "nd", "nsp", "secret", "err" }))
  local fr, en = {}, {}
  if refused > 0 then
    fr[1], en[1] = refused .. (refused > 1 and " refusées, ajournées, abandonnées ou annulées" or " refusée, ajournée, abandonnée ou annulée"),
      refused .. " refused, adjourned, given up or cancelled"
  end
  if pending > 0 then
    fr[#fr + 1] = pending .. (pending > 1 and " sans décision (déposées ou recevables)" or " sans décision (déposée ou recevable)")
    en[#en + 1] = pending .. " without a decision (submitted or admissible)"
  end
  if #fr == 0 then return nil end
  local tail_fr = hidden > 0 and " (montant accordé inconnu pour " .. hidden .. ")" or ""
  local tail_en = hidden > 0 and " (amount awarded unknown for " .. hidden .. ")" or ""
  return { fr = listed(fr) .. tail_fr, en = listed(en) .. tail_en }
end

--- What is said of them where the demand and its scores are shown beside: there they count.
programmed.NOT_AWARDED = { fr = "dans aucun montant accordé ni public (leurs demandes et cotations comptent)",
  en = "in no amount awarded and no public (what they ask and their scores count)" }

local NOT_COUNTED = { fr = "non comptées", en = "not counted" }

--- First page: how many actions are left out, and why; and those that count though their status is another. `what`: what is said of
--- those that are left out, where it is not that they are not counted at all.
function programmed.say(run, actions, what)
  local out, said = left_out(actions), what or NOT_COUNTED
  if out then
    run:warning { fr = "Actions hors de la programmation, " .. said.fr .. " : " .. out.fr .. ".",
      en = "Actions out of the programming, " .. said.en .. ": " .. out.en .. "." }
  end
  local rows = actions:where(bilan.all { bilan.any { IS_OUTSIDE, IS_PENDING }, HAS_MONEY })
  local against, awarded = counted.things(rows), rows:figure(bilan.sum(f.accorde_p147, { unit = "euro" }))
  if against > 0 then
    local amount = awarded.value and " (" .. awarded.text .. ")" or ""
    run:warning { fr = "Actions comptées malgré leur statut (refusée, annulée, sans décision…), un montant leur étant accordé ou payé : "
      .. against .. amount .. ". À vérifier.",
      en = "Actions counted though their status is another (refused, cancelled, without a decision…), an amount being awarded or paid: "
        .. against .. amount .. ". To be checked." }
  end
end

--- The rows of the programming; the first page says what is left out.
function programmed.rows(run, actions)
  programmed.say(run, actions)
  return programmed.kept(actions)
end

return programmed
