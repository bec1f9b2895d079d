-- SPDX-License-Identifier: MPL-2.0
-- Small tables that share a sheet: alone, each would leave most of a printed page empty. The first that is made has the sheet,
-- those after it stand below it; which of them are made depends on what partners send.
local shared_sheet = {}

--- A sheet of this name, for the tables of one run.
function shared_sheet.new(words) return { words = words } end

--- `sheet` and `below` of the table `id`, for `run:table`: those of `page`, or a sheet of its own where there is none.
function shared_sheet.place(page, id, own)
  if not page then return own, nil end
  local above = page.last
  page.last = id
  if above then return nil, above end
  return page.words, nil
end

return shared_sheet
