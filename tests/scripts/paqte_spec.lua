-- SPDX-License-Identifier: MPL-2.0
-- PaQte: a signatory speaks once, whatever the number of its rows; without the return rate totals mean nothing.
local spec = require "bilan.spec"
local entites = require "bilan.entites"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function figure(id, rows) return spec.run():indicator(id, rows) end

describe("paqte", function()
  local rows = spec.rows("paqte", [[
Exercice;Entreprise;Type;Taille;Engagement;Bilan reçu;Alternants;Alternants QPV;Embauches;Embauches QPV;Achats inclusifs;Parrains
2022;Une;entreprise;PME;charte;oui;4;1;20;6;15000;2
2022;UNE;entreprise;;PaQte départemental;;;;;;;
2022;Deux;réseau;ETI;charte;;0;0;10;NC;;
2022;Trois;entreprise;TPE;convention;non;;;;;;
2022;Quatre;entreprise;;intention;;;;;;;
]])

  it("puts the return rate before any total", function()
    expect(figure("PAQ09", rows)):to_be(0.5, { numerator = 2, denominator = 4, base = 4 })
    expect(figure("PAQ01", rows)):to_be(4, { base = 4 })
  end)
  it("takes the size where one row gives it", function()
    expect(figure("PAQ02", rows)):to_be(2 / 3, { numerator = 2, denominator = 3, unknown = 1 })
  end)
  it("follows the charter into the PaQte", function()
    expect(figure("PAQ03", rows)):to_be(0.5, { numerator = 1, denominator = 2, not_applicable = 3 })
  end)
  it("counts the axes on which a signatory does something", function()
    expect(figure("PAQ08_4", rows)):to_be(0.5, { base = 2, unknown = 2 })
    expect(figure("PAQ08_1", rows)):to_be(0.5)
    expect(figure("PAQ08_2", rows)):to_be(0)
  end)
  it("relates the quarters to what is known of both", function()
    local asked = entites.rows_for(rows, "entreprise", { "embauches_qpv", "embauches" })
    expect(figure("PAQ06", asked)):to_be(0.3, { numerator = 6, denominator = 20, base = 1, unknown = 3 })
  end)
  it("takes « NC » for no « non » and for no axis without action", function()
    local said = spec.rows("paqte", "Exercice;Entreprise;Bilan reçu;Alternants;Embauches;Parrains;Achats inclusifs\n" ..
      "2025;Une;oui;NC;5;3;100\n2025;Deux;NC;NC;NC;NC;NC\n2025;Trois;NC;;4;;\n2025;Quatre;;;;;\n")
    expect(figure("PAQ09", said)):to_be(2 / 3, { numerator = 2, denominator = 3, unknown = 1 })
    expect(figure("PAQ01", said)):to_be(4)
    expect(figure("PAQ08_3", said)):to_be(0, { base = 1, unknown = 3 })
    expect(figure("PAQ08_1", said)):to_be(1, { base = 1, unknown = 3 })
  end)
  it("divides by nothing in silence nowhere", function()
    local none = spec.rows("paqte", "Exercice;Entreprise;Alternants;Alternants QPV;Type\n2022;Une;0;0;entreprise\n2022;Deux;0;0;réseau\n")
    expect(figure("PAQ05", none)):to_be_unknown()
    expect(figure("PAQ05", none).denominator):to_be(0)
    expect(figure("PAQ03", none)):to_be_unknown()
  end)
end)
