// SPDX-License-Identifier: MPL-2.0
//
// A finished workbook as a file: the writer that its name asks for, and what it says when it cannot. One thread.
#pragma once

#include "run/engine.hpp"

#include <bilan/writer.hpp>

#include <filesystem>

namespace bilan::run {

/// Throws base::Error (exit 2) when no writer makes files of that extension.
[[nodiscard]] const Writer& writer_for(const Engine& engine, const std::filesystem::path& output);

/// Whole or not at all. Throws base::Error (exit 4) when it cannot be written.
void write_workbook(const Writer& writer, const Workbook& workbook, const std::filesystem::path& output);

} // namespace bilan::run
