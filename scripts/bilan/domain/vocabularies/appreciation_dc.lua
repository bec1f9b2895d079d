-- SPDX-License-Identifier: MPL-2.0
-- Score of a facet of the mobilisation, from 0 to 3; the words are the scale of satisfaction of the cités. Source:
-- domain dossier 3.6.4 (DC09) and 3.6.5.
return {
  id = "appreciation_dc",
  terms = {
    { id = "0", label = { fr = "0", en = "0" }, spellings = { "pas du tout satisfaisante", "0/3" } },
    { id = "1", label = { fr = "1", en = "1" }, spellings = { "pas très satisfaisante", "peu satisfaisante", "1/3" } },
    { id = "2", label = { fr = "2", en = "2" }, spellings = { "plutôt satisfaisante", "satisfaisante", "2/3" } },
    { id = "3", label = { fr = "3", en = "3" }, spellings = { "très satisfaisante", "3/3" } },
  },
}
