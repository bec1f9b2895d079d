-- SPDX-License-Identifier: MPL-2.0
-- Tests of @NAME@: `bilan test`. Each starts from rows as a partner would send them.
local bilan = require "bilan"
local spec = require "bilan.spec"
local f = bilan.field

spec.describe("@NAME@", function()
  spec.it("counts people where they are known", function()
    local actions = spec.file("emploi", "exemple.csv")
    spec.expect(actions:figure(bilan.sum(f.benef_total))):to_be(62, { base = 3, unknown = 1, lower_bound = true })
  end)

  spec.it("does not take an unknown for a zero", function()
    local actions = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires\nAvenir;Atelier;NC\nBoussole;Forum;NC\n")
    spec.expect(actions:figure(bilan.sum(f.benef_total))):to_be_unknown "nc"
  end)
end)
