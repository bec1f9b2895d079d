-- SPDX-License-Identifier: MPL-2.0
-- How a cité changed. Its three answers are not readable in the source (domain dossier 3.7.2): kept as written.
return {
  id = "evolution_cite", open = true,
  terms = {
  },
}
