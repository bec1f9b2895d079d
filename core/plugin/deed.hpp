// SPDX-License-Identifier: MPL-2.0
//
// What the host asks of a plugin. Value type, any thread.
#pragma once

namespace bilan::plugin {

enum class Deed { registering, presenting, recognising, reading, writing, calling };

} // namespace bilan::plugin
