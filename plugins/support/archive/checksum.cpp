// SPDX-License-Identifier: MPL-2.0
#include "archive/checksum.hpp"

#ifdef BILAN_HAS_ISAL
#include <isa-l/crc.h>
#else
#include <zlib.h>
#endif

namespace bilan::archive {

std::uint32_t checksum(std::uint32_t so_far, std::string_view bytes)
{
#ifdef BILAN_HAS_ISAL
    return crc32_gzip_refl(so_far, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
#else
    return static_cast<std::uint32_t>(
        crc32_z(so_far, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
#endif
}

} // namespace bilan::archive
