-- SPDX-License-Identifier: MPL-2.0
-- One action in two files: both rows count, and the first page says what is at stake.
local same_action = require "bilan.same_action"
local spec = require "bilan.spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local HEADERS = "Exercice;N° de l'action;Porteur;Intitulé;Statut;Montant accordé\n"

local function found(lines) return same_action.found(spec.rows("action", HEADERS .. lines)) end

describe("one action on several rows", function()
  it("is told by its number and its amount in one year", function()
    local actions, euros = found("2025;00123456;A;a;retenue;4000\n2025;00123456;A;a (bis);retenue;4000\n2025;00123457;B;b;retenue;4000\n")
    expect(actions):to_be(1)
    expect(euros):to_be(4000)
  end)
  it("is not told by a number alone, in another year, or without an amount", function()
    expect((found "2025;00123456;A;a;retenue;4000\n2025;00123456;A;b;retenue;1500\n")):to_be(0)
    expect((found "2024;00123456;A;a;retenue;4000\n2025;00123456;A;a;retenue;4000\n")):to_be(0)
    expect((found "2025;00123456;A;a;retenue;NC\n2025;00123456;A;a;retenue;4000\n")):to_be(0)
    expect((found "2025;;A;a;retenue;4000\n2025;;B;b;retenue;4000\n")):to_be(0)
  end)
  it("stays in the sums, and is said on the first page", function()
    local trial = spec.build("bie", { year = 2025, files = {
      ["etat.csv"] = HEADERS .. "2025;00123456;A;a;retenue;4000\n", ["porteur.csv"] = HEADERS .. "2025;00123456;A;Atelier;retenue;4000\n",
    } })
    local said = false
    for _, warning in ipairs(trial.warnings) do
      said = said or warning:find("1 action sur plusieurs lignes (même numéro, même montant accordé", 1, true) ~= nil
    end
    expect(said):to_be(true)
  end)
end)
