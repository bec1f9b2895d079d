-- SPDX-License-Identifier: MPL-2.0
-- What people wrote, as they wrote it, in the fields `verbatim_*`: free texts stay in the internal profile.
local bilan = require "bilan"
local columns = require "bilan.columns"
local f = bilan.field

local verbatims = {}

--- The free texts of the rows. `id`: of the table; `words`: what the fields are about, by what follows `verbatim_`.
function verbatims.table(run, rows, id, words)
  if run.profile ~= "interne" then return end
  local has_source, lines = rows:has "type_source", {}
  for _, field in ipairs(rows:fields()) do
    local about = field:match "^verbatim_(.+)$"
    if about then
      for row in rows:where(f[field]:known()):each() do
        local source = has_source and row.type_source or "rapport"
        lines[#lines + 1] = { row.contrat or bilan.state "vide", run:label("type_source", source),
          run:text(words[about] or about), row[field] }
      end
    end
  end
  if #lines == 0 then return end
  run:table {
    id = id, sheet = "Verbatims", title = { fr = "Ce qu'ils en disent", en = "What they say" },
    base = { fr = "Textes libres, tels qu'ils ont été saisis : à relire avant toute diffusion.",
      en = "Free texts as they were typed: to be read again before any release." },
    columns = { columns.text("Contrat ou répondant", "Contract or respondent"), columns.text("Source", "Source"),
      columns.text("Sujet", "About"), columns.long_text("Verbatim", "Quotation") },
    rows = lines,
  }
end

return verbatims
