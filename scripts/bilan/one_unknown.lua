-- SPDX-License-Identifier: MPL-2.0
-- Rows by the values of a field, with one group for all that give none, whatever the cause: « NC », an empty cell and « sans
-- objet » side by side would be three lines of one name, and counts of persons too small to print.
local bilan = require "bilan"
local one_spelling = require "bilan.one_spelling"
local f = bilan.field

local one_unknown = {}

--- What stands for all causes in the fields of `one_unknown.named`.
one_unknown.NONE = "?"

--- The rows with further texts, one for each field of `names` (`{ lieu = "region" }`): its value, or « ? » whatever the cause.
--- `known_or` would leave « sans objet » as it is.
function one_unknown.named(rows, names)
  local made = {}
  for as, field in pairs(names) do made[as] = bilan.when(f[field]:known(), f[field], one_unknown.NONE) end
  return rows:derive(made)
end

--- List of `{ key =, figures = }`: the known values, largest `sorted` first (in display order without it), then the group without one,
--- its key nil.
---@param rows bilan.Query
---@param options { by: string, measures: table, sorted?: string }
function one_unknown.groups(rows, options)
  local is_known = f[options.by]:known()
  local list = {}
  local known, by = one_spelling.merged(rows:where(is_known), options.by)
  local groups = known:group { by = by, measures = options.measures }
  if options.sorted then groups = groups:sorted(options.sorted, "descending") end
  for _, group in ipairs(groups:rows()) do
    list[#list + 1] = { key = group[by], figures = group }
  end
  local silent = rows:where(bilan.no(is_known))
  if silent:count() == 0 then return list end
  silent = silent:derive { sans_valeur = function() return "?" end }
  for _, group in ipairs(silent:group { by = "sans_valeur", measures = options.measures }:rows()) do
    list[#list + 1] = { figures = group }
  end
  return list
end

return one_unknown
