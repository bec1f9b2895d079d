-- SPDX-License-Identifier: MPL-2.0
local spec = require "bilan.spec"
local bilan = require "bilan"
local f = bilan.field
local expect = spec.expect

spec.describe("a header with its unit", function()
  spec.it("is the field that writes this very unit", function()
    local rows = spec.rows("seance", "Atelier;Durée moy. (h)\nPermis;2\nCode;3,5\n")
    expect(rows:figure(bilan.mean(f.duree))):to_be(2.75, { base = 2, unknown = 0 })
    rows = spec.rows("seance", "Atelier;Durée moy. (heures)\nPermis;2\nCode;3,5\n")
    expect(rows:figure(bilan.mean(f.duree))):to_be(2.75, { base = 2, unknown = 0 })
  end)

  spec.it("is no field of another unit", function()
    local rows = spec.rows("seance", "Atelier;Durée moy. (h);Durée d'attente (h)\nPermis;2;30\nCode;3,5;40\n")
    expect(rows:has "delai"):to_be(false)
  end)
end)
