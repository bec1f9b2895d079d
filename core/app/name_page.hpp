// SPDX-License-Identifier: MPL-2.0
//
// What is known of a name that somebody asks about: of the script interface, of a control, or of a word that a plugin
// brings. For the thread of the session.
#pragma once

#include <string>

namespace bilan::app {

class Session;

/// Throws base::Error (exit 2) for a name that nobody has, with the nearest one. The list of names when it is empty.
[[nodiscard]] std::string name_page(Session& session, const std::string& name);

} // namespace bilan::app
