-- SPDX-License-Identifier: MPL-2.0
-- Levels of qualification on the scale of 2019. Roman numerals are the scale before it, whose level I is 7 or 8, nobody
-- can say which; that they were taken is said once for the column. Source: domain dossier 3.4.4.

--- « V », « niveau V », « niv. V » of each numeral.
local function written(numerals)
  local spellings = {}
  for _, numeral in ipairs(numerals) do
    for _, before in ipairs { "", "niveau ", "niv ", "niv. " } do table.insert(spellings, before .. numeral) end
  end
  return spellings
end

--- A level with the numerals of the old scale and those of today, and the diplomas that stand for it.
local function level(id, label, old, new, diplomas)
  local spellings = diplomas
  for _, numerals in ipairs { old, new } do
    for _, spelling in ipairs(written(numerals)) do table.insert(spellings, spelling) end
  end
  return { id = id, label = label, spellings = spellings }
end

return {
  id = "niveau_qualification",
  terms = {
    level("infra3", { fr = "infra 3 (sans diplôme)", en = "below level 3" },
      { "VI", "V bis", "Vbis", "VI et V bis", "V bis et VI", "VI / V bis", "V bis / VI", "VI bis", "infra V" },
      { "infra 3" }, { "sans diplôme", "sans qualification", "brevet", "DNB", "infra CAP", "CFG" }),
    level("3", { fr = "niveau 3 (CAP, BEP)", en = "level 3" }, { "V" }, { "3", "3 (ex V)" },
      { "CAP", "BEP", "CAP/BEP", "CAP, BEP", "CAP ou BEP" }),
    level("4", { fr = "niveau 4 (bac)", en = "level 4" }, { "IV" }, { "4", "4 (ex IV)" },
      { "bac", "baccalauréat", "bac pro", "BP" }),
    level("5", { fr = "niveau 5 (bac +2)", en = "level 5" }, { "III" }, { "5", "5 (ex III)" },
      { "bac+2", "bac +2", "BTS", "DUT", "BTS/DUT", "DEUG" }),
    level("6", { fr = "niveau 6 (bac +3)", en = "level 6" }, { "II" }, { "6", "6 (ex II)" },
      { "bac+3", "bac +3", "licence", "licence pro", "BUT", "maîtrise" }),
    level("7", { fr = "niveau 7 (bac +5)", en = "level 7" }, {}, { "7" },
      { "bac+5", "bac +5", "master", "DEA", "DESS", "ingénieur" }),
    level("8", { fr = "niveau 8 (doctorat)", en = "level 8" }, {}, { "8" }, { "bac+8", "bac +8", "doctorat", "HDR" }),
    level("7_8", { fr = "niveau 7 ou 8", en = "level 7 or 8" }, { "I" }, { "7-8", "7/8", "7 et 8", "7 ou 8", "7 (ex I)" },
      {}),
  },
}
