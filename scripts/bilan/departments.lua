-- SPDX-License-Identifier: MPL-2.0
-- In which department an action is. Partners do not write it: the codes of its quarters and municipalities hold it, and a contract
-- of which all other actions are in one department is there. Source: domain dossier 6.1, 6.2 and 5.
local bilan = require "bilan"

local departments = {}

--- « 044 » of a code of a quarter is « 44 », « 02A » is « 2A », « 974 » stays.
local function of_quarter(code)
  local three = code:upper():match "^Q[PN](%d%d%w)"
  if not three then return nil end
  return three:match "^0(%w%w)$" or three
end

--- « 44109 » and « 2A004 » are of « 44 » and « 2A », « 97411 » of « 974 ».
local function of_municipality(code)
  local insee = code:upper():match "^%d[%dAB]%d%d%d$"
  if not insee then return nil end
  return insee:match "^97%d" or insee:sub(1, 2)
end

--- The only department that the codes of the row name; nil when they name none, false when they name several.
local function own(row)
  local found
  local function add(code)
    if not code then return end
    found = found == nil and code or found == code and code or false
  end
  for _, code in ipairs(row.territoire or {}) do add(of_quarter(code)) end
  if row.commune then add(of_municipality(row.commune)) end
  return found
end

local function contract_of(row) return row.contrat and bilan.text.fold(row.contrat) end

--- The rows with `departement_lu`: unknown where the codes name none or several; of a row without codes, that of all the others of
--- its contract.
---@return bilan.Query
function departments.of(rows)
  local of_contract = {}
  for row in rows:each() do
    local contract, code = contract_of(row), own(row)
    if contract and code ~= nil then
      of_contract[contract] = of_contract[contract] == nil and code or of_contract[contract] == code and code or false
    end
  end
  return rows:derive { departement_lu = function(row)
    local code = own(row)
    if code == nil then code = of_contract[contract_of(row) or ""] end
    return code or bilan.state "nd"
  end }
end

return departments
