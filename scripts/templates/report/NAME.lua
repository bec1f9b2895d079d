-- SPDX-License-Identifier: MPL-2.0
-- @NAME@: a first report. `bilan run @NAME@.lua FILES -o out.xlsx` makes its workbook, `bilan test` runs its tests.
-- The words of the interface, offline: `bilan doc`. Where to go from here: docs/guide
-- (of an installed bilan: share/doc/bilan/guide).
local bilan = require "bilan"
local f = bilan.field -- f.benef_total is the column of that name; `bilan inspect FILE` shows which there are

return bilan.report {
  api = 1, -- the version of the interface that this was written for
  id = "@NAME@",
  title = { fr = "Mon rapport", en = "My report" },
  datasets = { "emploi" }, -- the schemas whose rows it reads
  params = {
    seuil = bilan.param.integer(10, { label = {
      fr = "bénéficiaires à partir desquels une action est grande", en = "beneficiaries from which an action is large" } }),
  },
  build = function(run)
    local actions = run:dataset "emploi"
    if run.year then actions = actions:where { exercice = run.year } end

    -- A figure knows its base, its unknowns and the partners' cells it rests on.
    run:key_figures {
      { id = "benef", label = { fr = "Bénéficiaires", en = "Beneficiaries" },
        figure = actions:figure(bilan.sum(f.benef_total)) },
      { id = "grandes", label = { fr = "Part des grandes actions", en = "Share of large actions" },
        figure = actions:figure(bilan.share(f.benef_total:ge(run.params.seuil))) },
    }

    -- A part that fails says why on its own sheet; the others stand.
    run:part({ fr = "Porteurs", en = "Holders" }, function()
      local holders = actions:group { by = "porteur", measures = {
        { "benef", bilan.sum(f.benef_total) },
        { "femmes", run:measure "EMP03" }, -- an indicator of bilan, which no two reports compute apart
      } }
      run:table {
        id = "porteurs",
        title = { fr = "Bénéficiaires par porteur", en = "Beneficiaries by holder" },
        sheet = { fr = "Porteurs", en = "Holders" },
        data = holders:share("benef"):sorted("benef", "descending"),
        headers = {
          benef = { fr = "Bénéficiaires", en = "Beneficiaries" },
          femmes = { fr = "Part des femmes", en = "Share of women" },
          benef_share = { fr = "Part du total", en = "Share of the whole" },
        },
        totals = true,
        chart = {
          type = "bars", category = "porteur", series = { "benef" },
          title = { fr = "Bénéficiaires par porteur", en = "Beneficiaries by holder" },
          alt = { fr = "Barres : bénéficiaires par porteur, du plus grand au plus petit.",
            en = "Bars: beneficiaries by holder, largest first." },
        },
      }
    end)
  end,
}
