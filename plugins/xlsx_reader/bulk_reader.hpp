// SPDX-License-Identifier: MPL-2.0
//
// Reads a part whose bulk is a long list of like units (rows, shared strings) twice as fast as its neighbours would
// allow: everything around the list goes through expat, the units through a scanner that knows their usual shapes.
// Whatever the scanner does not know, a single unit or all that follows, goes through expat too, in its place, with the
// same result. So the scanner may be strict, and expat judges all that is unusual. For one thread.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/read_guard.hpp"
#include "xml/parser.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace bilan::xlsx {

/// How the list and its units begin and end in bytes.
struct BulkShape {
    std::string_view open;  ///< `<sheetData`
    std::string_view unit;  ///< `<row`
    std::string_view close; ///< `</sheetData`
};

/// The handler of such a part; knows whether the parser is inside the list and between two units.
class BulkHandler : public xml::Handler {
public:
    [[nodiscard]] virtual bool is_between_units() const = 0;
};

class BulkScanner {
public:
    virtual ~BulkScanner() = default;
    /// Takes whole units from `from` on and returns the beginning of the first one that it leaves alone, or `to`, which
    /// is the beginning of a unit or of the list's end.
    [[nodiscard]] virtual const char* scan(const char* from, const char* to) = 0;
};

class BulkReader {
public:
    BulkReader(archive::ByteSource& source, xml::Parser& parser, BulkHandler& handler, BulkShape shape,
               const archive::ReadGuard& guard, std::string part);

    /// Without a scanner everything goes through expat.
    void read(BulkScanner* scanner);

private:
    enum class Phase : std::uint8_t { before, units, rest };

    bool fill();
    void feed(const char* to);
    void find_list();
    void scan_units(BulkScanner& scanner);
    void leave_unit(const char* end);
    [[nodiscard]] const char* last_unit() const;
    [[nodiscard]] bool starts_with(const char* at, std::string_view literal) const;

    archive::ByteSource& source_;
    xml::Parser& parser_;
    BulkHandler& handler_;
    BulkShape shape_;
    const archive::ReadGuard& guard_;
    std::string part_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    char* at_ = nullptr;  ///< first byte not yet taken
    char* end_ = nullptr; ///< after the last byte; 64 zeros follow
    Phase phase_ = Phase::before;
    bool is_complete_ = false; ///< the source has no more
};

} // namespace bilan::xlsx
