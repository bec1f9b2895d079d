-- SPDX-License-Identifier: MPL-2.0
-- Age bands and levels: labels, order, and sets of bands that partners use together.
local spec = require "bilan.spec"
local bands = require "bilan.bands"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("bands", function()
  it("says bands in words", function()
    expect((bands.label "age_16_25").fr):to_be "16-25 ans"
    expect((bands.label "age_0_25").fr):to_be "moins de 26 ans"
    expect((bands.label "age_50_p").en):to_be "50 and over"
    expect((bands.label "niv_4").en):to_be "4 (formerly IV)"
    expect((bands.label "f_age_16_25").fr):to_be "16-25 ans"
    expect(bands.scales("niv_7_8").old):to_be "I"
    expect(bands.scales("niv_5_8").new.fr):to_be "5-8"
    expect((bands.label "niv_5_p").fr):to_be "5 et plus"
    expect(bands.scales("niv_5_8").new.order):to_be(nil) -- which no text takes
  end)
  it("never mixes sets of bands", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;- de 26 ans;26 ans et plus;16-25 ans;26-49 ans;50 ans et +\n" ..
      "Avenir;Atelier;3;4;;;\nBoussole;Forum;;;1;2;3\n")
    local sets = bands.sets(rows, "age_")
    expect(#sets):to_be(2)
  end)
end)
