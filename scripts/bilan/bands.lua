-- SPDX-License-Identifier: MPL-2.0
-- Age bands and qualification levels: fields made as partners use them (`age_16_25`, `f_age_16_25`, `niv_4`). Partners cut
-- ages differently, and a band is never split: fields that are filled together form a set, and each set is a table of
-- its own. Source: domain dossier 3.4.3 and 3.4.4.
local bilan = require "bilan"

local bands = {}

--- The scale of 2019, that before it, and what they hold. The former level I is not told apart into 7 and 8.
local function scale(order, new, old, content)
  return { order = order, new = type(new) == "table" and new or { fr = new, en = new }, old = old, content = content }
end

local LEVELS = {
  infra3 = scale(2, { fr = "infra 3", en = "below 3" }, "VI, V bis", { fr = "sans diplôme, DNB", en = "none, DNB" }),
  ["3"] = scale(3, "3", "V", { fr = "CAP, BEP", en = "CAP, BEP" }),
  ["4"] = scale(4, "4", "IV", { fr = "bac, BP", en = "baccalauréat, BP" }),
  ["5"] = scale(5, "5", "III", { fr = "bac+2, BTS, DUT", en = "two years after, BTS" }),
  ["6"] = scale(6, "6", "II", { fr = "licence, maîtrise", en = "bachelor" }),
  ["7"] = scale(7, "7", "I", { fr = "master, ingénieur", en = "master" }),
  ["7_8"] = scale(8, { fr = "7 ou 8", en = "7 or 8" }, "I", { fr = "bac+5 et plus", en = "master and above" }),
  ["8"] = scale(9, "8", "I", { fr = "doctorat", en = "doctorate" }),
}

local function age_band(field)
  local low, high = field:match "age_(%d+)_(%w+)$"
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
  local known = LEVELS[field:match "^niv_(.+)$"]
  if known then
    return { order = known.order, fr = known.new.fr .. " (ex " .. known.old .. ")",
      en = known.new.en .. " (formerly " .. known.old .. ")" }
  end
  local written = string.gsub(field:match "^niv_(.+)$" or field, "_", "-")
  local low, high = field:match "^niv_(%d)_([%dp])$" -- several levels in one column: right behind the first of them
  if high == "p" then return { order = tonumber(low) + 0.6, fr = low .. " et plus", en = low .. " and above" } end
  if low then return { order = tonumber(low) + 0.5, fr = written, en = written } end
  return { order = 1e6, fr = written, en = written }
end

--- A level in both scales: `{ new = words, old = text, content = words }`.
function bands.scales(field)
  local known = LEVELS[field:match "^niv_(.+)$"]
  if known then return known end
  local words = level(field)
  return { new = { fr = words.fr, en = words.en }, old = "", content = { fr = "", en = "" } }
end

--- Words and rank of a band or level field.
---@param field string  `age_16_25`, `niv_4`
function bands.label(field)
  local words = field:match "age_%d" and age_band(field) or level(field)
  return { fr = words.fr, en = words.en }, words.order
end

--- Sets of fields of one prefix that at least one action fills together, each in the order of its bands.
---@param actions bilan.Query
---@param prefix string  `age_`, `f_age_` or `niv_`
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
