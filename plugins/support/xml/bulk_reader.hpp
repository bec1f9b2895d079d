// SPDX-License-Identifier: MPL-2.0
//
// Reads a part whose bulk are long lists of like units (rows, shared strings) several times as fast as expat alone
// would: everything around the lists goes through expat, the units through a scanner that knows their usual shapes.
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

namespace bilan::xml {

/// How a unit begins and a list ends in bytes, without a prefix of the part's own.
struct BulkShape {
    std::string_view unit;  ///< `<row`
    std::string_view close; ///< `</sheetData`
};

/// The handler of such a part; knows whether the parser is inside a list and not inside a unit.
class BulkHandler : public Handler {
public:
    [[nodiscard]] virtual bool is_between_units() const = 0;
    /// What stands before every name of the part, with its colon; known once the root is.
    [[nodiscard]] virtual std::string_view prefix() const { return {}; }
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
    BulkReader(archive::ByteSource& source, Parser& parser, BulkHandler& handler, BulkShape shape,
               const archive::ReadGuard& guard, std::string part);

    /// Without a scanner everything goes through expat.
    void read(BulkScanner* scanner);

private:
    bool fill();
    [[nodiscard]] bool pass_root();
    void advance(BulkScanner& scanner);
    [[nodiscard]] bool take_units(BulkScanner& scanner);
    [[nodiscard]] bool seek();
    [[nodiscard]] bool leave_list();
    void leave_unit(const char* end);
    void give(const char* to);
    void feed(const char* to);
    [[nodiscard]] const char* last_unit() const;
    [[nodiscard]] bool starts_with(const char* at, std::string_view literal) const;

    archive::ByteSource& source_;
    Parser& parser_;
    BulkHandler& handler_;
    BulkShape shape_;
    std::string unit_; ///< with the part's prefix
    std::string close_;
    const archive::ReadGuard& guard_;
    std::string part_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    char* at_ = nullptr;       ///< first byte not yet taken
    char* end_ = nullptr;      ///< after the last byte; 64 zeros follow
    bool is_complete_ = false; ///< the source has no more
    bool is_trusted_ = true;   ///< what looks like a tag is one
};

} // namespace bilan::xml
