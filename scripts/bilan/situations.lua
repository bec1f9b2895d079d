-- SPDX-License-Identifier: MPL-2.0
-- Situations of discrimination that were heard, by criterion, domain and what followed. These are counts of persons: small
-- ones are secret. Source: domain dossier 3.2 (LCD08).
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local one_unknown = require "bilan.one_unknown"
local secret = require "bilan.secret"
local secret_sums = require "bilan.secret_sums"
local things_once = require "bilan.things_once"
local f = bilan.field

local situations = {}

--- Of each row that says a number: the number, and the terms of its `fields`.
local function heard_of(rows, fields)
  local counts, terms = {}, {}
  for row in rows:each() do
    counts[#counts + 1] = row.nb_situations
    local said = { is_referred = row.nb_orientations ~= nil }
    for _, field in ipairs(fields) do
      local value = row[field]
      said[field] = {}
      for _, term in ipairs(type(value) == "table" and value or { value }) do said[field][term] = true end
    end
    terms[#terms + 1] = said
  end
  return counts, terms
end

--- The rows of which `is_of` holds, as sums take them.
local function sum_over(terms, is_of)
  local of = {}
  for at, said in ipairs(terms) do of[at] = is_of(said) or nil end
  return { of = of }
end

local CUTS = { { "critere", "critere_lcd", { fr = "critère", en = "criterion" }, true },
  { "domaine", "domaine_lcd", { fr = "domaine", en = "domain" }, true }, { "suite", "suite_lcd", { fr = "suite donnée", en = "follow-up" } } }

--- LCD08: what was heard, by criterion, domain and what followed. Counts of persons: secret under five, and so is what would
--- give such a count by subtraction, between all lines of the table, its total and the base of LCD09.
function situations.table(run, actions)
  local heard = actions:where(f.nb_situations:known())
  local total = actions:figure(bilan.sum(f.nb_situations))
  -- An action whose quarters are columns stands on several rows, and is heard of once: 3 situations are not 9, and are secret.
  local counts, terms = heard_of(things_once.of(heard), { "critere", "domaine", "suite" })
  local lines, cells = {}, {}
  for _, cut in ipairs(CUTS) do
    local field, vocabulary, words, several = table.unpack(cut)
    if absences.has(heard, field) then
      for _, group in ipairs(one_unknown.groups(actions, { by = field, measures = { { "n", bilan.sum(f.nb_situations) } },
        sorted = "n" })) do
        if group.figures.n.value then -- else no action of it says a number
          cells[#cells + 1] = sum_over(terms, function(said)
            if group.key then return said[field][group.key] end
            return next(said[field]) == nil
          end)
          lines[#lines + 1] = { run:text(words), group.key and run:label(vocabulary, group.key)
            or run:text { fr = "non renseigné ou sans objet", en = "not stated or not applicable" }, group.figures.n,
            run:text(several and { fr = "non : plusieurs réponses", en = "no: several answers" } or { fr = "oui", en = "yes" }) }
        end
      end
    end
  end
  local printed = { sum_over(terms, function() return true end), sum_over(terms, function(said) return said.is_referred end) }
  local is_hidden, hidden_all = secret_sums.masked(counts, cells, printed)
  for at, line in ipairs(lines) do
    if is_hidden[at] or secret.hides(line[3]) then line[3] = bilan.state "secret" end
  end
  if #lines == 0 then return end
  local people = secret.hides(total) and run:text { fr = "secret (moins de ", en = "secret (less than " } .. secret.threshold .. ")"
    or total.text
  run:table {
    id = "lcd_situations", sheet = { fr = "Situations", en = "Situations" },
    title = { fr = "Situations recueillies, par critère, domaine et suite donnée", en = "Situations, by criterion, domain and follow-up" },
    base = { fr = "Situations en tout : " .. people .. " ; actions qui en disent le nombre : " .. counted.things(heard)
      .. ", qui ne le disent pas : " .. total.unknown .. ". Un nombre de 1 à " .. secret.threshold - 1 .. " est secret, et avec lui ce qui le donnerait par soustraction : "
      .. counted.fr(hidden_all, "nombre trop petit", "nombres trop petits") .. ".", en = "Situations in all: " .. people .. "; actions that say how many: "
      .. counted.things(heard) .. ", that do not: " .. total.unknown .. ". A number from 1 to " .. secret.threshold - 1 .. " is secret, and with "
      .. "it what would give it by subtraction: " .. counted.en(hidden_all, "number", "numbers") .. " too small." },
    columns = { columns.text("Selon", "By"), columns.text("Modalité", "Value"), columns.integer("Situations", "Situations"),
      columns.text("S'additionne", "Adds up") },
    rows = lines,
  }
end

return situations
