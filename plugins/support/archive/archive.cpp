// SPDX-License-Identifier: MPL-2.0
#include "archive/archive.hpp"

namespace bilan::archive {

Archive::Archive(const Source& source, const ReadGuard& guard)
    : file_(source.text()), guard_(guard), directory_(source.text(), guard), inflater_(make_inflater())
{
}

PartStream Archive::open(const ZipEntry& entry)
{
    return PartStream(file_, entry, *inflater_, guard_);
}

} // namespace bilan::archive
