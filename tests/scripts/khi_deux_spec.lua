-- SPDX-License-Identifier: MPL-2.0
-- The chi-square test against values computed elsewhere (R: chisq.test(x, correct = FALSE)).
local spec = require "bilan.spec"
local khi_deux = require "bilan.khi_deux"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("khi_deux", function()
  it("gives the statistic, the degrees of freedom and the p-value", function()
    local test = khi_deux.of { { 10, 20 }, { 30, 5 } }
    expect(test.value):to_be_near(18.726190, 1e-6)
    expect(test.freedom):to_be(1)
    expect(test.p):to_be_near(1.50896e-5, 1e-9)
    expect(test.n):to_be(65)
    test = khi_deux.of { { 10, 20, 30 }, { 20, 20, 20 } }
    expect(test.value):to_be_near(5.333333, 1e-6)
    expect(test.freedom):to_be(2)
    expect(test.p):to_be_near(0.0694835, 1e-6)
    expect(test.least):to_be(15)
  end)
  it("leaves empty lines out and concludes nothing of one line", function()
    expect(khi_deux.of { { 10, 20 }, { 0, 0 }, { 30, 5 } }.freedom):to_be(1)
    expect(khi_deux.of { { 10, 20 }, { 0, 0 } }):to_be(nil)
    expect(khi_deux.of { { 10, 20 }, { 10, 20 } }.p):to_be(1)
  end)
end)
