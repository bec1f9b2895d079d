// SPDX-License-Identifier: MPL-2.0
//
// A field that a column may be: one of a schema, looked at where it stands, or one that was made for the column.
// Copying it copies no field: ten schemas weigh every column of every table, and a field holds all spellings of its
// header. Value type. The lexicon outlives it.
#pragma once

#include "data/schema.hpp"

#include <memory>
#include <utility>

namespace bilan::intake {

class FieldRef {
public:
    FieldRef() = default;
    /// One of its own.
    FieldRef(data::Field field) // NOLINT(google-explicit-constructor): as an optional takes one
        : own_(std::make_shared<const data::Field>(std::move(field))), field_(own_.get())
    {
    }
    /// One that stands in a schema of the lexicon.
    [[nodiscard]] static FieldRef in_schema(const data::Field& field)
    {
        FieldRef ref;
        ref.field_ = &field;
        return ref;
    }

    [[nodiscard]] const data::Field& operator*() const { return *field_; }
    [[nodiscard]] const data::Field* operator->() const { return field_; }
    [[nodiscard]] bool has_value() const { return field_ != nullptr; }
    [[nodiscard]] explicit operator bool() const { return has_value(); }
    void reset() { *this = {}; }

private:
    std::shared_ptr<const data::Field> own_;
    const data::Field* field_ = nullptr; ///< of `own_`, or of the schema
};

} // namespace bilan::intake
