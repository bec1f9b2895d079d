// SPDX-License-Identifier: MPL-2.0
//
// Gives the cells of one sheet their meaning and puts them into its grid: types as the XML names them, damage. Both
// ways of reading a sheet end here, so that they cannot differ in it. For one thread.
#pragma once

#include "cells/cell_store.hpp"

#include <optional>
#include <string_view>

namespace bilan::xlsx {

using cells::BookContext;
using cells::Remarks;

/// A cell as the XML says it, entities and escapes of texts resolved, nothing interpreted.
struct CellInput : cells::CellSpot {
    std::string_view type; ///< as written; empty is a number
    std::optional<std::string_view> value;
    std::optional<std::string_view> inline_text;
};

class CellBuilder : public cells::CellStore {
public:
    using CellStore::CellStore;

    /// Any cell.
    void put(const CellInput& cell);

    /// What was put since a mark can be put again without being counted or remarked upon twice.
    struct Mark {
        Remarks::Mark remarks;
        std::uint64_t cells = 0;
    };
    [[nodiscard]] Mark mark() { return {remarks().mark(), book().cells}; }
    void rewind(const Mark& mark);

private:
    void put_number_text(const CellInput& cell);
    void put_shared_text(const CellInput& cell);
    void put_boolean(const CellInput& cell);
    void put_error(const CellInput& cell);
    void put_iso_date(const CellInput& cell);
};

} // namespace bilan::xlsx
