// SPDX-License-Identifier: MPL-2.0
//
// The interface of a plugin that writes finished workbooks. Called from one thread at a time.
#pragma once

#include <bilan/workbook.hpp>

#include <filesystem>
#include <string>

namespace bilan {

struct WriterCard {
    std::string name;      ///< "xlsx"
    std::string extension; ///< "xlsx": chosen by the extension of the output
    std::string sentence;  ///< for `bilan plugins`: in English, behind a line break in French
};

/// Where a writer may keep files while it writes `target`.
[[nodiscard]] inline std::filesystem::path parts_folder(std::filesystem::path target)
{
    return target += ".parts";
}

class Writer {
public:
    virtual ~Writer() = default;
    [[nodiscard]] virtual WriterCard card() const = 0;

    /// Writes `target`, a temporary file that the host made and will rename. The bytes depend on the workbook alone:
    /// no clock, no locale, no environment. A writer that needs files of its own keeps them in `parts_folder(target)`,
    /// which it makes; the host removes it when the run ends, whatever way. Throws `Refusal` when the file cannot be
    /// written.
    virtual void write(const Workbook& workbook, const std::filesystem::path& target) const = 0;
};

} // namespace bilan
