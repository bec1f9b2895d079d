-- SPDX-License-Identifier: MPL-2.0
-- Indicators of the employment pillar over rows as partners send them.
local spec = require "bilan.spec"
local bilan = require "bilan"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local ROWS = [[
Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable;Emploi de transition;Sorties positives
Avenir;Atelier;10;4;6;10;8;2;1;1
Boussole;Forum;20;15;5;20;NC;3;2;0
Cap;Permis;NC;;;5;4;1;0;1
]]

describe("emploi", function()
  local rows = spec.rows("emploi", ROWS)

  it("adds beneficiaries where they are known", function()
    expect(rows:figure(bilan.sum(f.benef_total))):to_be(30, { base = 2, unknown = 1, lower_bound = true })
  end)
  it("takes women over those whose sex is known", function()
    expect(spec.run():indicator("EMP03", rows)):to_be(19 / 30, { numerator = 19, denominator = 30 })
  end)
  it("leaves a rate out where one term is unknown", function()
    local rate = rows:figure(bilan.ratio(f.nb_emploi_durable, f.nb_sorties))
    expect(rate):to_be(3 / 12, { base = 2, unknown = 1, unit = "rate" })
  end)
  it("says what is wrong", function()
    expect(function() rows:where { porter = "x" } end):to_fail "porteur"
    expect(function() expect(1):to_be(2) end):to_fail "expected 2, found 1"
  end)
end)
