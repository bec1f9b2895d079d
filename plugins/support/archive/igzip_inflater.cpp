// SPDX-License-Identifier: MPL-2.0
#include "archive/inflater.hpp"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <limits>

namespace bilan::archive {
namespace {

class IgzipInflater final : public Inflater {
public:
    IgzipInflater() : state_(std::make_unique_for_overwrite<inflate_state>()) {}

    void start(std::string_view packed) override
    {
        isal_inflate_init(state_.get());
        state_->avail_in = 0;
        rest_ = packed;
    }

    Piece read(std::span<char> into) override
    {
        Piece piece;
        while (piece.size < into.size() && !piece.finished && !piece.damaged) step(into, piece);
        return piece;
    }

    /// The library reads ahead into a bit buffer; whole bytes of it were not part of the stream.
    [[nodiscard]] std::size_t unused() const override
    {
        return state_->avail_in + static_cast<std::size_t>(std::max(0, state_->read_in_length)) / 8 + rest_.size();
    }

private:
    static constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();

    void step(std::span<char> into, Piece& piece)
    {
        if (state_->avail_in == 0) {
            const std::size_t size = std::min(rest_.size(), most);
            state_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(rest_.data())); // never written to
            state_->avail_in = static_cast<std::uint32_t>(size);
            rest_.remove_prefix(size);
        }
        const std::size_t room = std::min(into.size() - piece.size, most);
        const std::uint32_t given = state_->avail_in;
        state_->next_out = reinterpret_cast<std::uint8_t*>(into.data() + piece.size);
        state_->avail_out = static_cast<std::uint32_t>(room);
        const int answer = isal_inflate(state_.get());
        const std::size_t written = room - state_->avail_out;
        piece.size += written;
        piece.finished = state_->block_state == ISAL_BLOCK_FINISH;
        const bool is_stuck = written == 0 && given == state_->avail_in && rest_.empty();
        piece.damaged = answer < ISAL_DECOMP_OK || (!piece.finished && is_stuck);
    }

    std::unique_ptr<inflate_state> state_; // some 100 KB, so it is made once for all parts of a file
    std::string_view rest_;
};

} // namespace

std::unique_ptr<Inflater> make_igzip_inflater()
{
    return std::make_unique<IgzipInflater>();
}

} // namespace bilan::archive
