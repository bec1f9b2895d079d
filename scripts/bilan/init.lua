-- SPDX-License-Identifier: MPL-2.0
-- What `require "bilan"` gives: the interface of the program itself. Conveniences written in Lua are modules beside
-- this one (`require "bilan.…"`), so that a report names what it uses.
return require "bilan.host"
