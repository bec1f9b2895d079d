// SPDX-License-Identifier: MPL-2.0
//
// The workbook that partners are handed to fill in, made from a schema: the sheet with its lists and example, the
// explanations, the lists. One thread.
#pragma once

#include "data/schema.hpp"
#include "run/engine.hpp"

#include <bilan/book.hpp>
#include <bilan/workbook.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace bilan::run {

struct CollectionOrder {
    std::string schema;
    std::string partner; ///< whom it is for; may be empty
    std::optional<int> year;
    base::Language language = base::Language::french;
};

/// Throws base::Error (exit 2) naming the schemas there are when there is no such schema.
[[nodiscard]] Workbook collection_workbook(const data::Domain& domain, const CollectionOrder& order);

/// Writes it whole or not at all. Throws base::Error: exit 2 for an output that no writer makes, 4 when it cannot be
/// written.
void write_collection(const Engine& engine, const CollectionOrder& order, const std::filesystem::path& target);

/// Takes the sheets of explanations and lists out of a filled-in workbook: they hold nothing that anybody filled in.
void drop_explanations(Book& book);

} // namespace bilan::run
