-- SPDX-License-Identifier: MPL-2.0
-- The lines of a coding grid, as reports: which lines are evaluation reports (and not returns of other people), which
-- report was coded twice, which contract has no report. A report counts once, whoever coded it. Source: domain dossier
-- 3.9 (S04, S05, SYN07).
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local replaced = require "bilan.replaced"
local undisputed = require "bilan.undisputed"
local f = bilan.field

local coding = {}

--- Fields of which one at least is filled in when a report was coded.
coding.variables = { "place_efh", "place_lcd", "place_cc", "place_dc", "place_emploi", "bie", "cc_accompagnement", "cc_etat",
  "dc_part", "dc_conclusion", "emp_conclusion", "emp_part" }

local function is_coded(rows)
  local known = {}
  for _, field in ipairs(coding.variables) do
    if rows:has(field) then known[#known + 1] = f[field]:known() end
  end
  return #known > 0 and bilan.any(known) or nil
end

--- One key for a report: its contract and period, as people spell them. A line without a period is of the only period
--- of its contract, when there is one.
local function key_of(periods, row)
  local contract = bilan.text.fold(row.contrat or "")
  local period = row.periode and bilan.text.fold(row.periode)
  if not period and periods[contract] and periods[contract] ~= "" then period = periods[contract] end
  return contract .. "|" .. (period or "")
end

local function periods_of(rows)
  local periods = {}
  for row in rows:each() do
    if row.contrat and row.periode then
      local contract, period = bilan.text.fold(row.contrat), bilan.text.fold(row.periode)
      -- An empty text: several periods, so that none may be supposed.
      periods[contract] = (periods[contract] == nil or periods[contract] == period) and period or ""
    end
  end
  return periods
end

--- Coders by the number of their lines, most first; equals in the order of the alphabet.
local function coders_of(rows, wanted)
  local lines, coders = {}, {}
  for row in rows:each() do
    local coder = row.codeur_lu or ""
    if not lines[coder] then coders[#coders + 1] = coder end
    lines[coder] = (lines[coder] or 0) + 1
  end
  local folded = wanted and bilan.text.fold(wanted)
  table.sort(coders, function(a, b)
    local is_a, is_b = bilan.text.fold(a) == folded, bilan.text.fold(b) == folded
    if is_a ~= is_b then return is_a end
    if lines[a] ~= lines[b] then return lines[a] > lines[b] end
    return a < b
  end)
  return coders
end

--- What a line says beside the grid: two lines of one report may differ in it.
local BESIDE = { contrat = true, periode = true, codeur = true, codeur_lu = true, date_codage = true, page = true, cle = true,
  cle_codeur = true, type_source = true }

--- What a coder says of a report in several lines: what they say together, and what they contradict each other on is unknown.
---@return bilan.Query lines
---@return string[] named what is disputed
local function told_together(lines)
  lines = lines:derive { cle_codeur = function(row) return row.cle .. "|" .. (row.codeur_lu or "") end }
  local fields, count, repeats = {}, {}, false
  for _, field in ipairs(lines:fields()) do
    if not BESIDE[field] and not field:match "^verbatim" then fields[#fields + 1] = field end
  end
  for row in lines:each() do
    count[row.cle_codeur] = (count[row.cle_codeur] or 0) + 1
    repeats = repeats or count[row.cle_codeur] > 1
  end
  if not repeats then return lines, {} end
  local settled, named = undisputed.of(lines, "cle_codeur", fields, { named_by = "contrat" })
  for _, field in ipairs(fields) do
    local said, is_silent, is_list = {}, false, false
    for row in settled:each() do
      is_list = is_list or type(row[field]) == "table"
      if row[field] ~= nil then said[row.cle_codeur] = row[field] elseif count[row.cle_codeur] > 1 then is_silent = true end
    end
    if is_silent and not is_list and next(said) then
      settled = replaced.rows(settled, field, function(row, state)
        local value = row[field]
        if value == nil then value = said[row.cle_codeur] end
        if value == nil then return bilan.state(state[field]) end
        return value
      end)
    end
  end
  return settled, named
end

--- The answers of several choices that a line gives: how many, and each in one text, in an order that no file decides.
local function choices_of(row, fields)
  local answers = {}
  for _, field in ipairs(fields) do
    for _, answer in ipairs(type(row[field]) == "table" and row[field] or {}) do answers[#answers + 1] = field .. "|" .. answer end
  end
  table.sort(answers)
  return answers
end

--- Of several lines of a coder on a report, the one that gives most answers of several choices: a list cannot be put together from
--- two lines, so one line counts, and which one does not depend on the order of the files.
---@return table<string, integer> kept the place of that line among those of its `cle_codeur`
---@return string[] named the lists of which the other lines say more
local function fullest(lines)
  local count, by_key, keys, fields, named = {}, {}, {}, lines:fields(), {}
  for row in lines:each() do
    local key = row.cle_codeur
    if not count[key] then keys[#keys + 1] = key end
    count[key] = (count[key] or 0) + 1
    local of = by_key[key] or { union = {}, contract = row.contrat }
    by_key[key] = of
    local answers = choices_of(row, fields)
    local text = table.concat(answers, "\0")
    if not of.most or #answers > of.most or #answers == of.most and text < of.text then
      of.at, of.most, of.text, of.answers = count[key], #answers, text, answers
    end
    for _, answer in ipairs(answers) do of.union[answer] = true end
  end
  local kept = {}
  for _, key in ipairs(keys) do
    local of, is_there, missed = by_key[key], {}, {}
    kept[key] = of.at
    for _, answer in ipairs(of.answers) do is_there[answer] = true end
    for answer in pairs(of.union) do
      if not is_there[answer] then missed[answer:match "^[^|]*"] = true end
    end
    for _, field in ipairs(fields) do
      if missed[field] then named[#named + 1] = (of.contract or "?") .. " (" .. lines:label(field) .. ")" end
    end
  end
  return kept, named
end

--- What the lines hold. `reports`: one line for each report; `coders`: the order in which a coder's line is kept;
--- `lines`: all lines of reports, with their `cle` and `codeur_lu`; `double`: reports coded by several people, `repeated`: lines of the same
--- report and coder, left out; `disputed`: what such lines contradict each other on; `shorter`: lists of which those left out say more; `is_unknown_coder`: nobody is called `wanted`;
--- `without`: contracts without a coded report; `others`: lines of other sources.
---@param wanted? string  the coder whose line is kept
function coding.read(rows, wanted)
  local of_reports = rows:has "type_source" and rows:where(f.type_source:known_or("rapport"):eq("rapport")) or rows
  local condition = is_coded(of_reports)
  local coded = condition and of_reports:where(condition) or of_reports
  local periods = periods_of(coded)
  local lines = coded:derive { cle = function(row) return key_of(periods, row) end }
  local disputed
  lines, disputed = told_together(one_spelling.of(lines, "codeur", "codeur_lu"))
  local kept, shorter = fullest(lines)
  local coders = coders_of(lines, wanted)
  local rank, best, double, seen, repeated = {}, {}, {}, {}, 0
  for place, coder in ipairs(coders) do rank[coder] = place end
  for row in lines:each() do
    local of = rank[row.codeur_lu or ""]
    if best[row.cle] and best[row.cle] ~= of then double[row.cle] = true end
    best[row.cle] = math.min(best[row.cle] or of, of)
  end
  local reports = lines:where(function(row)
    local of = rank[row.codeur_lu or ""]
    local same = row.cle_codeur
    seen[same] = (seen[same] or 0) + 1
    if seen[same] > 1 then repeated = repeated + 1 end
    return seen[same] == kept[same] and of == best[row.cle]
  end)
  local doubles = 0
  for _ in pairs(double) do doubles = doubles + 1 end
  local first = coders[1] or ""
  return { reports = reports, lines = lines, coders = coders, double = doubles, repeated = repeated, disputed = disputed, shorter = shorter,
    is_unknown_coder = wanted ~= nil and bilan.text.fold(first) ~= bilan.text.fold(wanted),
    without = of_reports:count() - coded:count(), others = rows:count() - of_reports:count() }
end

--- Says on the first page what was left out of the bases, or counted once.
function coding.warn(run, grid)
  if grid.is_unknown_coder then
    run:warning { fr = "Aucune ligne n'est du codeur demandé « " .. run.params.codeur .. " » : paramètre sans effet.",
      en = "No line is by the coder asked for, “" .. run.params.codeur .. "”: the parameter has no effect." }
  end
  if grid.without > 0 then
    run:warning { fr = "Contrats sans rapport codé, hors de toutes les bases : " .. grid.without .. ".",
      en = "Contracts without a coded report, out of all bases: " .. grid.without .. "." }
  end
  if grid.repeated > 0 then
    run:warning { fr = "Lignes répétées d'un même rapport, comptées une seule fois : " .. grid.repeated .. ".",
      en = "Repeated lines of the same report, counted once: " .. grid.repeated .. "." }
  end
  undisputed.warn(run, grid.disputed)
  if #grid.shorter > 0 then
    local list = bilan.text.join(grid.shorter, run:text { fr = " ; ", en = "; " })
    run:warning { fr = "Listes données par plusieurs lignes d'un même rapport : seule compte la ligne qui en dit le plus, et des réponses des "
      .. "autres n'y sont pas : " .. list .. ". Réunissez ces réponses sur une ligne.",
      en = "Lists that several lines of one report give: the line that says most counts alone, and answers of the others are not in it: "
        .. list .. ". Put these answers on one line." }
  end
  if grid.double > 0 then
    run:warning { fr = "Rapports codés par plusieurs personnes : " .. grid.double .. ". Le codage retenu est celui de « "
      .. grid.coders[1] .. " », à défaut celui du suivant (--param codeur=NOM).",
      en = "Reports coded by several people: " .. grid.double .. ". The code kept is that of “" .. grid.coders[1]
        .. "”, failing that of the next (--param codeur=NAME)." }
  end
end

return coding
