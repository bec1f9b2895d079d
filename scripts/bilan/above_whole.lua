-- SPDX-License-Identifier: MPL-2.0
-- Parts that are greater than their whole: 5 hires of residents among 3 hires. The values stay as they were read, for a person
-- has to say which is wrong; a share of more than 100 % is not printed, and the first page says which shares rest on such rows.
-- Source: domain dossier 2.6 (C04), 3.3.3 (K06), 3.8.3 (P03, P04).
local bilan = require "bilan"
local counted = require "bilan.counted"
local indicators = require "bilan.indicators"
local f = bilan.field

local above_whole = {}

--- A share for a cell: without a value where it is more than its whole.
function above_whole.share(figure)
  return figure.value and figure.value > 1 and bilan.state "nd" or indicators.rate(figure)
end

--- What stands under a table of such shares; nil where none is above 100 %.
function above_whole.note(figures)
  for _, figure in ipairs(figures) do
    if figure.value and figure.value > 1 then
      return { fr = "Une part de plus de 100 % n'est pas écrite : la partie lue dépasse son tout.",
        en = "A share of more than 100 % is not printed: the part that was read is greater than its whole." }
    end
  end
end

--- Says of each `{ part, whole, control, indicator }` how many rows have a part above its whole, and which share counts them.
function above_whole.warn(run, rows, pairs_of_fields)
  for _, pair in ipairs(pairs_of_fields) do
    local part, whole, control, id = pair[1], pair[2], pair[3], pair[4]
    local n = rows:has(part) and rows:has(whole) and rows:where(f[part]:gt(f[whole])):count() or 0
    if n > 0 then
      local words = rows:label(part) .. " > " .. rows:label(whole)
      run:warning { fr = words .. " (" .. control .. ") : " .. counted.fr(n, "ligne, comptée telle quelle", "lignes, comptées telles quelles")
        .. " dans « " .. run:indicator_label(id) .. " » ; à confirmer auprès du partenaire.",
        en = words .. " (" .. control .. "): " .. counted.en(n, "row", "rows") .. ", counted as written in \"" .. run:indicator_label(id)
          .. "\"; to be confirmed by the partner." }
    end
  end
end

return above_whole
