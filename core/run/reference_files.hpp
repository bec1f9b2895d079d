// SPDX-License-Identifier: MPL-2.0
//
// The lists of the territory that the user gives: files named on the command line, and those in the folder
// `references/` of a campaign, opened by the ordinary readers.
#pragma once

#include "intake/territory/reference.hpp"
#include "run/inputs.hpp"

#include <bilan/book.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bilan::run {

/// How a file becomes a book: `open_book` with the engine that is being made.
using OpenFile = std::function<std::unique_ptr<Book>(const InputFile&)>;

/// Null when there is no list at all. Throws base::Error: exit 3 for a file that is not there or cannot be read, exit 2
/// for one that holds no list that is known.
[[nodiscard]] std::shared_ptr<const intake::Reference>
read_references(const std::vector<std::string>& given, const std::vector<std::filesystem::path>& campaigns,
                const OpenFile& open);

} // namespace bilan::run
