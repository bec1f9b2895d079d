// SPDX-License-Identifier: MPL-2.0
//
// The interface of a plugin that reads spreadsheets. One reader object serves many files and may be called from
// several threads at once, so it keeps no state between calls.
#pragma once

#include <bilan/book.hpp>
#include <bilan/limits.hpp>
#include <bilan/source.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace bilan {

struct ReaderCard {
    std::string name;                    ///< "xlsx"
    std::vector<std::string> extensions; ///< usual ones, lower case; only used to remark on a wrong one
    std::string sentence;                ///< for `bilan plugins`: in English, behind a line break in French
};

/// How sure a reader is that the bytes are its own. The host takes the surest; 0 means "not mine".
using Confidence = std::uint8_t;

class Reader {
public:
    virtual ~Reader() = default;
    [[nodiscard]] virtual ReaderCard card() const = 0;

    /// Looks at the bytes, at the extension only to settle a doubt. Cheap, never throws for odd bytes.
    [[nodiscard]] virtual Confidence recognises(const Source& source) const = 0;

    /// Fills `book`. Throws `Refusal` when the file cannot be read as a whole: nothing half-read is then used.
    virtual void read(const Source& source, const ReadLimits& limits, Book& book) const = 0;
};

} // namespace bilan
