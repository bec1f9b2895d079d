-- SPDX-License-Identifier: MPL-2.0
-- What is counted agrees with its number.
local spec = require "bilan.spec"
local counted = require "bilan.counted"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("what is counted", function()
  it("has no plural below two in French, and one for all but one in English", function()
    expect(counted.actions(0)):to_equal { fr = "0 action", en = "0 actions" }
    expect(counted.actions(1)):to_equal { fr = "1 action", en = "1 action" }
    expect(counted.actions(2)):to_equal { fr = "2 actions", en = "2 actions" }
  end)
  it("has a verb that agrees", function()
    expect(counted.verb(1, "nomme", "nomment")):to_be "nomme"
    expect(counted.verb(5, "nomme", "nomment")):to_be "nomment"
  end)
end)
