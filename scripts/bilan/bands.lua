-- SPDX-License-Identifier: MPL-2.0
-- Age bands and qualification levels: fields that are made as partners use them (`age_16_25`, `niv_4`). Partners cut
-- ages differently, and a band is never split: fields that are filled together form a set, and each set is a table of
-- its own. Source: domain dossier 3.4.3 and 3.4.4.
local bilan = require "bilan"

local bands = {}

local LEVELS = {
  infra3 = { order = 2, fr = "infra 3 (ex VI, V bis)", en = "below 3" },
  ["3"] = { order = 3, fr = "3 (CAP, BEP ; ex V)", en = "3" },
  ["4"] = { order = 4, fr = "4 (bac ; ex IV)", en = "4" },
  ["5"] = { order = 5, fr = "5 (bac+2 ; ex III)", en = "5" },
  ["6"] = { order = 6, fr = "6 (licence ; ex II)", en = "6" },
  ["7"] = { order = 7, fr = "7 (master)", en = "7" },
  ["8"] = { order = 9, fr = "8 (doctorat)", en = "8" },
}

local function age_band(field)
  local low, high = field:match "^age_(%d+)_(%w+)$"
  if not low then return { order = 1e6, fr = field, en = field } end
  low = tonumber(low)
  if high == "p" then
    return { order = low, fr = low .. " ans et plus", en = low .. " and over" }
  elseif low == 0 then
    return { order = low, fr = "moins de " .. (tonumber(high) + 1) .. " ans", en = "under " .. (tonumber(high) + 1) }
  end
  return { order = low, fr = low .. "-" .. high .. " ans", en = low .. "-" .. high }
end

local function level(field)
  local id = field:match "^niv_(.+)$"
  local written = string.gsub(id or field, "_", "-")
  return LEVELS[id] or { order = 1e6, fr = written, en = written }
end

--- Words and rank of a band or level field.
---@param field string  `age_16_25`, `niv_4`
function bands.label(field)
  local words = field:match "^age_" and age_band(field) or level(field)
  return { fr = words.fr, en = words.en }, words.order
end

--- Sets of fields of one prefix that at least one action fills together, each in the order of its bands.
---@param actions bilan.Query
---@param prefix string  `age_` or `niv_`
---@return table[]  lists of { field =, label = { fr =, en = } }
function bands.sets(actions, prefix)
  local fields = {}
  for _, field in ipairs(actions:fields()) do
    if field:sub(1, #prefix) == prefix and actions:where(bilan.field[field]:known()):count() > 0 then
      local label, order = bands.label(field)
      fields[#fields + 1] = { field = field, label = label, order = order }
    end
  end
  table.sort(fields, function(a, b)
    if a.order ~= b.order then return a.order < b.order end
    return a.field < b.field
  end)

  local sets = {}
  for _, band in ipairs(fields) do
    local home
    for _, set in ipairs(sets) do
      local other = set[1].field
      local together = bilan.all { bilan.field[band.field]:known(), bilan.field[other]:known() }
      if not home and actions:where(together):count() > 0 then home = set end
    end
    if not home then
      home = {}
      sets[#sets + 1] = home
    end
    home[#home + 1] = band
  end
  return sets
end

return bands
