-- SPDX-License-Identifier: MPL-2.0
-- How far two coders agree (SYN07): the percentage of reports to which both gave the same code, and Cohen's kappa, which
-- takes away what chance alone would give:
--   kappa = (Po - Pe) / (1 - Pe),  Po = agreements / n,  Pe = sum over codes of  share of A × share of B
-- (J. Cohen, A coefficient of agreement for nominal scales, 1960). Where both use one code only, Pe is 1 and kappa is
-- not defined: nothing is printed. A report that one of them left blank is not compared.
local bilan = require "bilan"

local agreement = {}

--- Agreement of paired codes: `pairs` is a list of { code of A, code of B }. Gives n, agreements, and kappa or nil.
function agreement.kappa(pairs_of_codes)
  local n, same, of_a, of_b = #pairs_of_codes, 0, {}, {}
  for _, pair in ipairs(pairs_of_codes) do
    local a, b = pair[1], pair[2]
    if a == b then same = same + 1 end
    of_a[a], of_b[b] = (of_a[a] or 0) + 1, (of_b[b] or 0) + 1
  end
  if n == 0 then return 0, 0, nil end
  local chance = 0 -- times n squared, so that whole numbers are compared
  for code, count in pairs(of_a) do chance = chance + count * (of_b[code] or 0) end
  if chance == n * n then return n, same, nil end
  return n, same, (same * n - chance) / (n * n - chance)
end

--- The codes that two coders gave to the reports they share: `codes[key][coder]`, and the contract of each key.
local function codes_of(lines, field)
  local codes, names, keys = {}, {}, {}
  for row in lines:each() do
    if not codes[row.cle] then
      codes[row.cle] = {}
      keys[#keys + 1] = row.cle
      names[row.cle] = row.contrat
    end
    local coder = row.codeur_lu or ""
    if codes[row.cle][coder] == nil then codes[row.cle][coder] = row[field] end
  end
  return codes, keys, names
end

--- Compares two coders on each of `fields`, pairs of a field and the vocabulary of its codes. `lines`: rows with `cle`
--- (which report) and `codeur_lu`. Gives a list of { field =, n =, same =, kappa = } for the fields they share, and one of
--- { contract =, field =, vocabulary =, a =, b = } where they differ.
function agreement.compare(lines, fields, a, b)
  local compared, differences = {}, {}
  for _, each in ipairs(fields) do
    local field = each[1]
    if lines:has(field) then
      local codes, keys, names = codes_of(lines, field)
      local both = {}
      for _, key in ipairs(keys) do
        local of_a, of_b = codes[key][a], codes[key][b]
        if of_a ~= nil and of_b ~= nil then
          both[#both + 1] = { of_a, of_b }
          if of_a ~= of_b then
            differences[#differences + 1] = { contract = names[key], field = field, vocabulary = each[2], a = of_a, b = of_b }
          end
        end
      end
      local n, same, kappa = agreement.kappa(both)
      if n > 0 then compared[#compared + 1] = { field = field, n = n, same = same, kappa = kappa } end
    end
  end
  return compared, differences
end

--- Pairs of coders that share at least one report, in the order of `coders`.
function agreement.pairs(lines, coders)
  local by_key = {}
  for row in lines:each() do
    by_key[row.cle] = by_key[row.cle] or {}
    by_key[row.cle][row.codeur_lu or ""] = true
  end
  local found = {}
  for first = 1, #coders do
    for second = first + 1, #coders do
      local shared = 0
      for _, who in pairs(by_key) do
        if who[coders[first]] and who[coders[second]] then shared = shared + 1 end
      end
      if shared > 0 then found[#found + 1] = { coders[first], coders[second], shared } end
    end
  end
  return found
end

local function lines_of(run, grid, fields)
  local lines, differing = {}, {}
  for _, pair in ipairs(agreement.pairs(grid.lines, grid.coders)) do
    local a, b = pair[1], pair[2]
    local compared, differences = agreement.compare(grid.lines, fields, a, b)
    for _, of in ipairs(compared) do
      lines[#lines + 1] = { a .. " / " .. b, grid.lines:label(of.field), of.same, of.n, of.same / of.n,
        of.kappa and bilan.given(of.kappa, "number", { decimals = 2 }) or bilan.state "so" }
    end
    for _, one in ipairs(differences) do
      differing[#differing + 1] = { one.contract, grid.lines:label(one.field), a, run:label(one.vocabulary, one.a), b,
        run:label(one.vocabulary, one.b) }
    end
  end
  return lines, differing
end

--- Puts the agreement of every pair of coders on a sheet, by variable, and the codes to be settled on another. Nothing
--- when no report was coded twice. `grid`: what `bilan.coding` read.
function agreement.tables(run, grid, fields, prefix)
  local lines, differing = lines_of(run, grid, fields)
  if #lines == 0 then return end
  run:table {
    id = prefix .. "_accord", sheet = { fr = "Accord entre codeurs", en = "Agreement of coders" },
    title = { fr = "Accord entre codeurs, par variable", en = "Agreement of coders, by variable" },
    base = { fr = "Rapports codés par les deux personnes. Kappa de Cohen : (Po − Pe) / (1 − Pe), où Po est la part d'accords "
      .. "et Pe celle qu'on attendrait du hasard ; sans objet quand les deux n'emploient qu'un code.",
      en = "Reports coded by both. Cohen's kappa: (Po − Pe) / (1 − Pe), Po the share of agreements, Pe the share that chance "
        .. "would give; not applicable where both use one code only." },
    columns = {
      { header = { fr = "Codeurs", en = "Coders" }, kind = "text" },
      { header = { fr = "Variable", en = "Variable" }, kind = "text" },
      { header = { fr = "Accords", en = "Agreements" }, kind = "integer" },
      { header = { fr = "Rapports comparés", en = "Reports compared" }, kind = "integer" },
      { header = { fr = "Part d'accords", en = "Share of agreements" }, kind = "rate", ratio_of = { 3, 4 } },
      { header = { fr = "Kappa de Cohen", en = "Cohen's kappa" }, kind = "figure" }, -- two decimals: it is read by tenths
    },
    rows = lines,
  }
  run:table {
    id = prefix .. "_desaccords", sheet = { fr = "Désaccords", en = "Disagreements" },
    title = { fr = "Codages à reprendre ensemble", en = "Codes to be settled together" },
    columns = {
      { header = { fr = "Contrat", en = "Contract" }, kind = "text" },
      { header = { fr = "Variable", en = "Variable" }, kind = "text" },
      { header = { fr = "Premier codeur", en = "First coder" }, kind = "text" },
      { header = { fr = "Son code", en = "Their code" }, kind = "text" },
      { header = { fr = "Second codeur", en = "Second coder" }, kind = "text" },
      { header = { fr = "Son code (second)", en = "Their code (second)" }, kind = "text" },
    },
    rows = differing,
  }
end

return agreement
