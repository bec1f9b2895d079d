-- SPDX-License-Identifier: MPL-2.0
-- What the partners' files do not say. A table that would rest on a column nobody sent is left out, and the first page
-- names what is missing: an absence is never a zero.
local bilan = require "bilan"
local f = bilan.field

local absences = {}

--- The line of the rows whose key nobody gave.
absences.NOT_GIVEN = { fr = "(non renseigné)", en = "(not given)" }

--- One warning for all: `list` holds the words of what is not there.
function absences.name(run, list)
  local names, is_named = {}, {}
  for _, words in ipairs(list) do
    local name = run:text(words)
    if not is_named[name] then names[#names + 1] = name end
    is_named[name] = true
  end
  if #names == 0 then return end
  local all = bilan.text.join(names, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Aucune valeur lue dans les fichiers, donc absent du classeur : " .. all .. ".",
    en = "No value read in the files, hence not in this workbook: " .. all .. "." }
end

--- True when at least one row has a value of the field.
function absences.has(rows, field)
  return rows:has(field) and rows:where(f[field]:known()):count() > 0
end

--- The indicators that somebody answers: of `{ "BIE01", { "BIE17", "condition_ega" } }`, those without a field, and those
--- whose field has a value somewhere. A question that nobody was asked has no rate, not even 0 %.
function absences.answered(rows, wanted)
  local ids = {}
  for _, want in ipairs(wanted) do
    local id, field = want, nil
    if type(want) == "table" then id, field = want[1], want[2] end
    if not field or absences.has(rows, field) then ids[#ids + 1] = id end
  end
  return ids
end

--- Warns of the fields that no row has a value of. `wanted`: list of { field =, words = { fr =, en = } }; several fields
--- of one entry, as `{ fields = { "benef_f", "benef_h" } }`, must all be there.
function absences.warn(run, rows, wanted)
  local silent = {}
  for _, want in ipairs(wanted) do
    local all = true
    for _, field in ipairs(want.fields or { want.field }) do all = all and absences.has(rows, field) end
    if not all then silent[#silent + 1] = want.words end
  end
  absences.name(run, silent)
end

return absences
