// SPDX-License-Identifier: MPL-2.0
#include "archive/inflater.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace bilan::archive {
namespace {

class ZlibInflater final : public Inflater {
public:
    ZlibInflater()
    {
        if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    }
    ~ZlibInflater() override { inflateEnd(&stream_); }
    ZlibInflater(const ZlibInflater&) = delete;
    ZlibInflater& operator=(const ZlibInflater&) = delete;

    void start(std::string_view packed) override
    {
        inflateReset(&stream_);
        stream_.avail_in = 0;
        rest_ = packed;
    }

    Piece read(std::span<char> into) override
    {
        Piece piece;
        while (piece.size < into.size() && !piece.finished && !piece.damaged) step(into, piece);
        return piece;
    }

    [[nodiscard]] std::size_t unused() const override { return stream_.avail_in + rest_.size(); }

private:
    static constexpr std::size_t most = std::numeric_limits<uInt>::max();

    void step(std::span<char> into, Piece& piece)
    {
        if (stream_.avail_in == 0) {
            const std::size_t size = std::min(rest_.size(), most);
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data())); // zlib never writes to it
            stream_.avail_in = static_cast<uInt>(size);
            rest_.remove_prefix(size);
        }
        const std::size_t room = std::min(into.size() - piece.size, most);
        stream_.next_out = reinterpret_cast<Bytef*>(into.data() + piece.size);
        stream_.avail_out = static_cast<uInt>(room);
        const int answer = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t written = room - stream_.avail_out;
        piece.size += written;
        piece.finished = answer == Z_STREAM_END;
        piece.damaged = answer != Z_STREAM_END && answer != Z_OK;
    }

    z_stream stream_{};
    std::string_view rest_;
};

} // namespace

std::unique_ptr<Inflater> make_zlib_inflater()
{
    return std::make_unique<ZlibInflater>();
}

} // namespace bilan::archive
