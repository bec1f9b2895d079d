// SPDX-License-Identifier: MPL-2.0
#include "run/digest.hpp"

#include <Poco/DigestEngine.h>
#include <Poco/SHA2Engine.h>

#include <algorithm>

namespace bilan::run {

std::string sha256(std::span<const std::byte> bytes)
{
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    constexpr std::size_t most = std::size_t{1} << 30U; // the engine counts in 32 bits
    while (!bytes.empty()) {
        const std::size_t part = std::min(bytes.size(), most);
        engine.update(bytes.data(), static_cast<unsigned>(part));
        bytes = bytes.subspan(part);
    }
    return Poco::DigestEngine::digestToHex(engine.digest());
}

} // namespace bilan::run
