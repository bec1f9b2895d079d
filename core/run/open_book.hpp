// SPDX-License-Identifier: MPL-2.0
//
// One input file becomes a book: its reader is chosen by its bytes. Any thread.
#pragma once

#include "run/engine.hpp"
#include "run/inputs.hpp"

#include <bilan/book.hpp>
#include <bilan/limits.hpp>

#include <memory>
#include <string>

namespace bilan::run {

struct OpenedBook {
    std::unique_ptr<Book> book;
    std::string reader; ///< name of the reader that took it
};

/// What the bytes turned out to be: "xlsx", "csv, windows-1252, ;".
[[nodiscard]] std::string format_of(const Book& book);

/// Opens one file. Throws base::Error (exit 3), its place the shown name, when no reader takes it or its reader
/// refuses.
[[nodiscard]] OpenedBook open_book(const Engine& engine, const InputFile& file, const ReadLimits& limits);

/// A workbook of bilan's own, by the sheets that only it has. Left among the inputs it would be counted again.
[[nodiscard]] bool is_own_workbook(const Book& book);

} // namespace bilan::run
