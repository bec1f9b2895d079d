// SPDX-License-Identifier: MPL-2.0
//
// A zip archive open for reading: its checked directory and one inflater that serves its parts one after the other.
// Nothing is ever unpacked to disk. Owned by the call that reads the file; for one thread.
#pragma once

#include "archive/part_stream.hpp"

#include <bilan/source.hpp>

namespace bilan::archive {

class Archive {
public:
    /// `source` and `guard` must outlive the archive. Refuses an unsafe or damaged directory.
    Archive(const Source& source, const ReadGuard& guard);

    [[nodiscard]] const ZipDirectory& directory() const { return directory_; }
    [[nodiscard]] const ZipEntry* find(std::string_view name) const { return directory_.find(name); }
    /// One part at a time: opening the next ends the one before.
    [[nodiscard]] PartStream open(const ZipEntry& entry);
    [[nodiscard]] const ReadGuard& guard() const { return guard_; }

private:
    std::string_view file_;
    const ReadGuard& guard_;
    ZipDirectory directory_;
    std::unique_ptr<Inflater> inflater_;
};

} // namespace bilan::archive
