-- SPDX-License-Identifier: MPL-2.0
-- A run whose warnings are not printed: for a first page that borrows one figure of a theme, whose own pages warn of what it
-- rests on.

--- What modules that choose rows ask of a run.
local function quiet_run(run)
  return { year = run.year, params = run.params, limited_to = run.limited_to,
    has_dataset = function(_, id) return run:has_dataset(id) end, dataset = function(_, id) return run:dataset(id) end,
    text = function(_, words) return run:text(words) end, warning = function() end }
end

return quiet_run
