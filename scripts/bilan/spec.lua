-- SPDX-License-Identifier: MPL-2.0
-- The words of tests: `describe`, `it`, `expect`, and fixtures. A spec file is run by `bilan test`, in the same sandbox
-- as reports:
--
--   local spec = require "bilan.spec"
--   spec.it("counts women", function()
--     local actions = spec.rows("emploi", "Porteur;Femmes\nAvenir;12\n")
--     spec.expect(actions:figure(bilan.sum(f.benef_f))):to_be(12, { base = 1, unknown = 0 })
--   end)
local bilan = require "bilan"

return bilan.spec
