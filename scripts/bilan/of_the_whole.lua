-- SPDX-License-Identifier: MPL-2.0
-- Parameters that hold for all rows: an envelope, a number of quarters, the total of a programming. A workbook that is limited
-- to a part of the rows (`--split`) has no use for them, and says so.
local of_the_whole = {}

--- The value of the parameter; nil in a workbook of a part.
function of_the_whole.param(run, name)
  if (run.limited_to or "") ~= "" then return nil end
  return run.params[name]
end

--- What a table of a part says instead of asking for the parameter; nil where the workbook is of everything.
function of_the_whole.remark(run, name)
  if (run.limited_to or "") == "" or run.params[name] == nil then return nil end
  return { fr = "Le paramètre " .. name .. " vaut pour l'ensemble, pas pour « " .. run.limited_to .. " » : il ne sert pas ici.",
    en = "The parameter " .. name .. " is of the whole, not of \"" .. run.limited_to .. "\": it is not used here." }
end

return of_the_whole
