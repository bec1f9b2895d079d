-- SPDX-License-Identifier: MPL-2.0
-- Sums of persons over sets of rows that overlap: « logement » 44 less « emploi » 42 gives back the 2 of the one row in which
-- they differ. A cell is masked when it is small, and others with it until no small count can be had by adding and taking away
-- what is printed, whatever the blocks of the table they stand in. Source: domain dossier 8.1 (complementary suppression).
local secret = require "bilan.secret"

local secret_sums = {}

--- Rows that stand in the same cells cannot be told apart: one atom, with the sum of their counts. Gives their counts and, for
--- each cell, its atoms (1 or 0 each).
local function atoms_of(counts, cells)
  local known, sums, vectors = {}, {}, {}
  for at in ipairs(cells) do vectors[at] = {} end
  for row, count in ipairs(counts) do
    local where = {}
    for at, cell in ipairs(cells) do where[at] = cell.of[row] and "1" or "0" end
    local key = table.concat(where)
    if count > 0 and not known[key] then
      known[key], sums[#sums + 1] = #sums + 1, 0
      for at in ipairs(cells) do vectors[at][#sums] = tonumber(where[at]) end
    end
    if count > 0 then sums[known[key]] = sums[known[key]] + count end
  end
  return sums, vectors
end

--- Takes out of `vector`, `size` atoms long and then how it is made of what is printed, what the basis has of it; gives the
--- place of the first atom left, nil when nothing is left, and the rest.
local function reduced(vector, basis, size)
  local rest = { table.unpack(vector) }
  for _, known in ipairs(basis) do
    local times = rest[known.lead]
    if times ~= 0 then
      for at = 1, #rest do rest[at] = rest[at] - times * known.vector[at] end
    end
  end
  for at = 1, size do
    if math.abs(rest[at]) > 1e-6 then return at, rest end
  end
  return nil, rest
end

--- A vector with its making behind it: nothing yet, or the printed sum `own` of `many`.
local function with_making(vector, many, own)
  local long = { table.unpack(vector) }
  for at = 1, many do long[#vector + at] = at == own and 1 or 0 end
  return long
end

--- What can be computed of the printed vectors, each with 1 at its lead.
local function basis_of(printed, size)
  local basis = {}
  for own, vector in ipairs(printed) do
    local lead, rest = reduced(with_making(vector, #printed, own), basis, size)
    if lead then
      local first = rest[lead]
      for at = 1, #rest do rest[at] = rest[at] / first end
      basis[#basis + 1] = { lead = lead, vector = rest }
    end
  end
  return basis
end

--- One printed vector less another that lies in it, where that leaves a small count; nil when it leaves none.
local function small_gap(sums, whole, part, threshold)
  local gap, count = {}, 0
  for at = 1, #sums do
    gap[at] = whole[at] - part[at]
    if gap[at] < 0 then return nil end
    count = count + gap[at] * sums[at]
  end
  return secret.hides(count, threshold) and gap or nil
end

--- Which of the printed sums give away a vector that must not be had, as `{ [place] = true }`: of a masked cell, of a small
--- atom, or between two printed sums. Nil when nothing is given away.
local function makers_of_leak(sums, printed, masked, threshold)
  local size = #sums
  local basis, wanted = basis_of(printed, size), { table.unpack(masked) }
  for at, count in ipairs(sums) do
    local unit = {}
    for other = 1, size do unit[other] = other == at and 1 or 0 end
    if secret.hides(count, threshold) then wanted[#wanted + 1] = unit end
  end
  for _, whole in ipairs(printed) do
    for _, part in ipairs(printed) do wanted[#wanted + 1] = small_gap(sums, whole, part, threshold) end
  end
  for _, vector in ipairs(wanted) do
    local left, rest = reduced(with_making(vector, #printed), basis, size)
    if not left then
      local makers = {}
      for at = 1, #printed do makers[at] = math.abs(rest[size + at]) > 1e-6 end
      return makers
    end
  end
  return nil
end

--- Which cells are to be masked: a boolean each, and how many are small by themselves.
---@param counts number[]  persons of each row
---@param cells table[]  `{ of = { [row] = true } }`, the rows that a cell adds up
---@param printed table[]  the same for sums that are printed in any case: the total
---@return boolean[], integer
function secret_sums.masked(counts, cells, printed, threshold)
  threshold = threshold or secret.threshold
  local all = { table.unpack(printed) } -- before the cells: what they repeat of it gives nothing more away
  for _, cell in ipairs(cells) do all[#all + 1] = cell end
  local sums, vectors = atoms_of(counts, all)
  local is_hidden, small, values = {}, 0, {}
  for at, vector in ipairs(vectors) do
    values[at] = 0
    for atom, part in ipairs(vector) do values[at] = values[at] + part * sums[atom] end
    if at > #printed and secret.hides(values[at], threshold) then is_hidden[at], small = true, small + 1 end
  end
  while true do
    local shown, places, masked = {}, {}, {}
    for at, vector in ipairs(vectors) do
      if is_hidden[at] then masked[#masked + 1] = vector else shown[#shown + 1], places[#places + 1] = vector, at end
    end
    local makers, least = makers_of_leak(sums, shown, masked, threshold), nil
    for at, place in ipairs(places) do
      local is_of_use = makers and makers[at] and place > #printed
      if is_of_use and (not least or values[place] < values[least]) then least = place end
    end
    if not least then break end
    is_hidden[least] = true
  end
  local hidden = {}
  for at in ipairs(cells) do hidden[at] = is_hidden[#printed + at] or false end
  return hidden, small
end

return secret_sums
