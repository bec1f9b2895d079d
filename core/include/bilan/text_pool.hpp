// SPDX-License-Identifier: MPL-2.0
//
// The texts of one file, each stored once and known by a dense number. Owns its bytes: a view returned by `at` lives
// as long as the pool. Not safe for writing from two threads; reading from many is fine.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bilan {

class TextPool {
public:
    using Id = std::uint32_t;

    /// Stores a text without looking whether it is there already. UTF-8 is the caller's promise.
    Id add(std::string_view text)
    {
        texts_.push_back(keep(text));
        return static_cast<Id>(texts_.size() - 1);
    }

    /// Stores a text unless an equal one went through `intern` before; returns its number.
    Id intern(std::string_view text)
    {
        if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
        const Id id = add(text);
        ids_.emplace(texts_[id], id);
        return id;
    }

    [[nodiscard]] std::string_view at(Id id) const { return texts_[id]; }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_ + texts_.capacity() * sizeof(std::string_view); }

private:
    static constexpr std::size_t chunk_bytes = std::size_t{1} << 18U;

    std::string_view keep(std::string_view text)
    {
        if (text.empty()) return {};
        if (text.size() > left_) {
            const std::size_t size = text.size() > chunk_bytes / 4 ? text.size() : chunk_bytes;
            chunks_.push_back(std::make_unique<char[]>(size));
            bytes_ += size;
            if (size != chunk_bytes) { // a giant gets a chunk of its own and leaves the current one open
                std::memcpy(chunks_.back().get(), text.data(), text.size());
                return {chunks_.back().get(), text.size()};
            }
            next_ = chunks_.back().get();
            left_ = size;
        }
        char* const start = next_;
        std::memcpy(start, text.data(), text.size());
        next_ += text.size();
        left_ -= text.size();
        return {start, text.size()};
    }

    std::vector<std::unique_ptr<char[]>> chunks_;
    std::vector<std::string_view> texts_;
    std::unordered_map<std::string_view, Id> ids_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace bilan
