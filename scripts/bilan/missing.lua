-- SPDX-License-Identifier: MPL-2.0
-- What nobody gave, named on the first page: a reader must not take an absent table for a zero.
local bilan = require "bilan"

local missing = {}

--- One warning for all: `list` holds the words of what is not there.
function missing.warn(run, list)
  local names, is_named = {}, {}
  for _, words in ipairs(list) do
    local name = run:text(words)
    if not is_named[name] then names[#names + 1] = name end
    is_named[name] = true
  end
  if #names == 0 then return end
  local all = bilan.text.join(names, run:text { fr = " ; ", en = "; " })
  run:warning { fr = "Non renseigné par les fichiers lus, donc absent du classeur : " .. all .. ".",
    en = "Not given by the files that were read, hence not in this workbook: " .. all .. "." }
end

return missing
