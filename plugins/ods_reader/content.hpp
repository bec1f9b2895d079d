// SPDX-License-Identifier: MPL-2.0
//
// The parts of a document from their bytes to styles and sheets. For one thread.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/read_guard.hpp"
#include "ods_reader/style_book.hpp"

#include <bilan/book.hpp>

#include <string>

namespace bilan::ods {

/// Which code reads the bulk of a part: the scanner with expat behind it, or expat alone (for tests).
enum class Way : std::uint8_t { fast, tolerant };

/// The common styles of a package, in a part of their own.
void read_styles_part(archive::ByteSource& source, const std::string& part, StyleBook& styles,
                      const archive::ReadGuard& guard);

/// The tables of a part whose root is `root`: "document-content" in a package, "document" in one file. Refuses a part
/// that is damaged or something else: nothing of it is then to be used.
void read_content_part(archive::ByteSource& source, const std::string& part, std::string_view root, StyleBook& styles,
                       const archive::ReadGuard& guard, Book& book, Way way = Way::fast);

} // namespace bilan::ods
