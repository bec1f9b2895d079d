-- SPDX-License-Identifier: MPL-2.0
-- Situations of discrimination that were heard, by criterion, domain and what followed. These are counts of persons: small
-- ones are secret. Source: domain dossier 3.2 (LCD08).
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local one_unknown = require "bilan.one_unknown"
local secret = require "bilan.secret"
local f = bilan.field

local situations = {}

--- LCD08: what was heard, by criterion, domain and what followed. Counts of persons: secret under five.
function situations.table(run, actions)
  local heard = actions:where(f.nb_situations:known())
  local total = actions:figure(bilan.sum(f.nb_situations))
  local lines, hidden_all = {}, 0
  for _, cut in ipairs { { "critere", "critere_lcd", { fr = "critère", en = "criterion" }, true },
    { "domaine", "domaine_lcd", { fr = "domaine", en = "domain" }, true }, { "suite", "suite_lcd", { fr = "suite donnée", en = "follow-up" } } } do
    local field, vocabulary, words, several = table.unpack(cut)
    if absences.has(heard, field) then
      local names, counts = {}, {}
      for _, group in ipairs(one_unknown.groups(actions, { by = field, measures = { { "n", bilan.sum(f.nb_situations) } },
        sorted = "n" })) do
        if group.figures.n.value then -- else no action of it says a number
          names[#names + 1] = group.key and run:label(vocabulary, group.key)
            or run:text { fr = "non renseigné ou sans objet", en = "not stated or not applicable" }
          counts[#counts + 1] = group.figures.n
        end
      end
      local shown, hidden = secret.masked(counts)
      hidden_all = hidden_all + hidden
      for at, name in ipairs(names) do
        lines[#lines + 1] = { run:text(words), name, shown[at],
          run:text(several and { fr = "non : plusieurs réponses", en = "no: several answers" } or { fr = "oui", en = "yes" }) }
      end
    end
  end
  if #lines == 0 then return end
  local people = secret.hides(total) and run:text { fr = "secret (moins de ", en = "secret (less than " } .. secret.threshold .. ")"
    or total.text
  run:table {
    id = "lcd_situations", sheet = { fr = "Situations", en = "Situations" },
    title = { fr = "Situations recueillies, par critère, domaine et suite donnée", en = "Situations, by criterion, domain and follow-up" },
    base = { fr = "Situations en tout : " .. people .. " ; actions qui en disent le nombre : " .. heard:count()
      .. ", qui ne le disent pas : " .. total.unknown .. ". Un nombre de 1 à " .. secret.threshold - 1 .. " est secret, et un second avec lui s'il était seul : "
      .. counted.fr(hidden_all, "nombre trop petit", "nombres trop petits") .. ".", en = "Situations in all: " .. people .. "; actions that say how many: "
      .. heard:count() .. ", that do not: " .. total.unknown .. ". A number from 1 to " .. secret.threshold - 1 .. " is secret, and a "
      .. "second one with it where it would stand alone: " .. counted.en(hidden_all, "number", "numbers") .. " too small." },
    columns = { columns.text("Selon", "By"), columns.text("Modalité", "Value"), columns.integer("Situations", "Situations"),
      columns.text("S'additionne", "Adds up") },
    rows = lines,
  }
end

return situations
