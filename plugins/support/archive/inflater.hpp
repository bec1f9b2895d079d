// SPDX-License-Identifier: MPL-2.0
//
// Unpacks one deflate stream piece by piece. Two makers behind one interface: ISA-L where it was found at configure
// time, zlib everywhere. An inflater serves many streams one after the other; it is for one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace bilan::archive {

class Inflater {
public:
    struct Piece {
        std::size_t size = 0;  ///< bytes written
        bool finished = false; ///< the stream ended as it should
        bool damaged = false;  ///< no further byte can be had
    };

    virtual ~Inflater() = default;
    /// Forgets the stream before. `packed` must outlive the reading.
    virtual void start(std::string_view packed) = 0;
    virtual Piece read(std::span<char> into) = 0;
    /// Packed bytes not needed so far; of a finished stream those after its end.
    [[nodiscard]] virtual std::size_t unused() const = 0;
};

[[nodiscard]] std::unique_ptr<Inflater> make_zlib_inflater();
#ifdef BILAN_HAS_ISAL
[[nodiscard]] std::unique_ptr<Inflater> make_igzip_inflater();
#endif

/// The faster one of this build.
[[nodiscard]] inline std::unique_ptr<Inflater> make_inflater()
{
#ifdef BILAN_HAS_ISAL
    return make_igzip_inflater();
#else
    return make_zlib_inflater();
#endif
}

} // namespace bilan::archive
