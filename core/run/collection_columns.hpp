// SPDX-License-Identifier: MPL-2.0
//
// The columns of a sheet for partners: what each asks, what it takes, and how that is said. Inner header of
// collection_template. Pure functions, any thread.
#pragma once

#include "base/language.hpp"
#include "data/schema.hpp"
#include "workbook/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

/// Speaks of fields in one language.
class CollectionWords {
public:
    CollectionWords(const data::Domain& domain, const data::Schema& schema, base::Language language,
                    std::optional<int> year = std::nullopt)
        : domain_(domain), schema_(schema), language_(language), year_(year)
    {
    }

    /// « Montant accordé (€) * »
    [[nodiscard]] std::string header(const data::Field& field) const;
    /// What is asked, in a sentence.
    [[nodiscard]] std::string meaning(const data::Field& field) const;
    /// What is accepted: the terms of a list, or the form of a value.
    [[nodiscard]] std::string accepted(const data::Field& field) const;
    /// The example as people read it.
    [[nodiscard]] workbook::Value example(const data::Field& field) const;
    /// The answers offered for the field; empty where it is free.
    [[nodiscard]] std::vector<std::string> choices(const data::Field& field) const;
    [[nodiscard]] workbook::FormColumn column(const data::Field& field) const;
    /// The table of the page of lists that holds the answers of the field.
    [[nodiscard]] static std::string list_id(const data::Field& field);

private:
    [[nodiscard]] const std::string& say(const base::Words& words) const { return words.in(language_); }

    const data::Domain& domain_;
    const data::Schema& schema_;
    base::Language language_;
    std::optional<int> year_; ///< of the examples
};

} // namespace bilan::run
