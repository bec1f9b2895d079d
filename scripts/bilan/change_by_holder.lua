-- SPDX-License-Identifier: MPL-2.0
-- The figures of two years side by side, and what their change comes from: holders that came, holders that went, and those of
-- both years. Source: domain dossier 5.
local bilan = require "bilan"
local exercice = require "bilan.exercice"
local counted = require "bilan.counted"
local movements = require "bilan.movements"
local programmed = require "bilan.programmed"
local f = bilan.field

local change_by_holder = {}

--- The holders of the rows, each as true.
local function holders(rows)
  local found = {}
  for _, key in ipairs(rows:distinct "porteur_cle") do found[key] = true end
  return found
end

--- The rows of the holders that are wanted; nil when there is none.
local function only(rows, found, wanted)
  local list = {}
  for key in pairs(found) do
    if wanted(key) then list[#list + 1] = key end
  end
  if #list == 0 then return nil end
  return rows:where(f.porteur_cle:one_of(list))
end

--- The rows that name no holder, or not which; nil when there is none.
local function unnamed(rows)
  local without = rows:where(bilan.no(f.porteur_cle:known()))
  return without:count() > 0 and without or nil
end

--- Below it on either side two figures do not compare: what is missing of one year may be as much as the change.
local LEAST_COVERAGE = 0.8

--- One figure less the other, where both are known well enough; a year without such rows has none of it.
local function difference(now, before)
  local is_known = now.value ~= nil and before.value ~= nil
  local function is_covered(figure) return figure.unknown == 0 or figure.coverage >= LEAST_COVERAGE end
  return is_known and is_covered(now) and is_covered(before) and now - before or bilan.state "nd"
end

--- Both years by today's definitions, over the rows of each: the change is split between holders that came, that went,
--- and those of both years.
local function change_table(run, rows, past, compared)
  local ours, theirs = holders(rows), holders(past)
  local came = only(rows, ours, function(key) return not theirs[key] end)
  local went = only(past, theirs, function(key) return not ours[key] end)
  local stayed_now = only(rows, ours, function(key) return theirs[key] end)
  local stayed_then = only(past, theirs, function(key) return ours[key] end)
  local nobody_now, nobody_then = unnamed(rows), unnamed(past)
  local lines, is_any = {}, rows:count() > 0
  for _, one in ipairs(compared) do
    local measure = one.measure
    local none = bilan.given(0, rows:figure(measure).unit)
    local figure = function(query) return query and query:figure(measure) or none end
    local now, before = rows:figure(measure), past:figure(measure)
    if is_any or one.is_count then
      lines[#lines + 1] = { run:text(one.label), now, before, difference(now, before), figure(came),
        figure(went), difference(figure(stayed_now), figure(stayed_then)),
        difference(figure(nobody_now), figure(nobody_then)), now.coverage, before.coverage }
    else -- no action, so nothing that an amount or a public could be of: neither is 0
      local nothing = bilan.state "so"
      lines[#lines + 1] = { run:text(one.label), nothing, before, nothing, nothing, figure(went), nothing, nothing, nothing,
        before.coverage }
    end
  end
  run:table {
    id = "ret_evolution", sheet = { fr = "Évolution", en = "Change" },
    title = { fr = "Évolution par rapport à l'exercice précédent", en = "Change since the year before" },
    base = { fr = "Les deux exercices sont calculés avec les définitions d'aujourd'hui, sur les lignes de chaque classeur : un écart n'est jamais dû à une définition.",
      en = "Both years are computed by today's definitions over the rows of each workbook: a change is never one of definition." },
    notes = { { fr = "Un porteur est reconnu par son SIRET (à défaut SIREN, RNA, puis nom, sans tenir compte de la casse ni des accents) ; sans "
      .. "numéro, un nom changé compte comme parti et venu. Pas d'écart quand moins de 80 % des lignes d'une des deux années donnent la valeur.",
      en = "A holder is known by its SIRET (failing that SIREN, RNA, then name, case and accents aside); without a number, one that "
        .. "changed its name counts as gone and come. No change where less than 80% of the rows of either year give the value." } },
    columns = {
      { header = { fr = "Mesure", en = "Measure" }, kind = "text" },
      { header = { fr = "Exercice (N)", en = "Year (N)" }, kind = "figure" },
      { header = { fr = "Précédent (N-1)", en = "Before (N-1)" }, kind = "figure" },
      { header = { fr = "Écart", en = "Change" }, kind = "figure" },
      { header = { fr = "Porteurs venus (N)", en = "Holders that came (N)" }, kind = "figure" },
      { header = { fr = "Porteurs partis (N-1)", en = "Holders that went (N-1)" }, kind = "figure" },
      { header = { fr = "Écart des porteurs présents les deux années", en = "Change of holders of both years" }, kind = "figure" },
      { header = { fr = "Écart des lignes sans porteur", en = "Change of rows without a holder" }, kind = "figure" },
      { header = { fr = "Couverture N", en = "Coverage N" }, kind = "rate" },
      { header = { fr = "Couverture N-1", en = "Coverage N-1" }, kind = "rate" },
    },
    rows = lines,
  }
  movements.table(run, came, went, "ret_evolution")
end

--- A workbook before without rows to compare: of the year before, or of the part that this workbook is of.
local function say_nothing_before(run)
  local fr, en = "", ""
  if run.limited_to ~= "" then fr, en = " de « " .. run.limited_to .. " »", " of \"" .. run.limited_to .. "\"" end
  if run.year then fr, en = fr .. " de l'exercice " .. run.year - 1, en .. " of the year " .. run.year - 1 end
  run:warning { fr = "Le classeur précédent ne contient aucune action" .. fr .. " : aucune évolution.",
    en = "The workbook before holds no action" .. en .. ": no change is shown." }
end

--- The rows of the workbook before that count: the programming of the year before that of the run.
local function of_the_year_before(run, past)
  if run.year then past = past:where(exercice.year_or(run.year - 1):eq(run.year - 1)) end
  return programmed.kept(past)
end

--- Without an action this year there is nothing to compare: what the year before held is said, so that nobody takes the silence
--- for no change.
function change_by_holder.say_nothing_now(run, past)
  local before = of_the_year_before(run, past)
  if before:count() == 0 then return say_nothing_before(run) end
  local count, awarded = counted.things(before), before:figure(bilan.sum(f.accorde_p147))
  local amount = awarded.value and awarded.text or nil
  run:warning { fr = "Actions du classeur précédent : " .. count .. (amount and " (accordé P147 : " .. amount .. ")" or "")
    .. " ; aucune cette année, aucune évolution.", en = "Actions of the workbook before: " .. count
    .. (amount and " (awarded P147: " .. amount .. ")" or "") .. "; none this year, no change is shown." }
end

--- Puts the comparison on its sheet. All have the holders of one registry (scripts/bilan/holders.lua). `rows`: `received`, all of the
--- year, and `counted`, those of the return. `past`: rows of the workbook before, of which only those of the year before count; a
--- workbook of another year is said, never compared. `compared`: a list of `label` and `measure`.
function change_by_holder.table(run, rows, past, compared)
  past = of_the_year_before(run, past)
  if past:count() == 0 then return say_nothing_before(run) end
  movements.warn_of_silent_contracts(run, rows.received, past)
  change_table(run, rows.counted, past, compared)
end

return change_by_holder
