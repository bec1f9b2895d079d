// SPDX-License-Identifier: MPL-2.0
//
// Lua patterns, matched with a step limit: Lua's own matcher can run for hours on forty characters, where no hook
// fires. Classes know ASCII only, as in Lua. Value type; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bilan::script {

class Pattern {
public:
    struct Capture {
        enum class Kind : std::uint8_t { open, text, position };
        std::size_t begin = 0;
        std::size_t length = 0;
        Kind kind = Kind::open;
    };
    struct Match {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::vector<Capture> captures;
    };

    /// The texts must outlive the pattern.
    Pattern(std::string_view subject, std::string_view pattern, std::uint64_t most_steps);

    /// The first match that begins at `from` or later. Throws Mistake when the pattern is malformed or too costly.
    [[nodiscard]] std::optional<Match> search(std::size_t from);
    /// The match that begins exactly there.
    [[nodiscard]] std::optional<Match> match_at(std::size_t at);
    [[nodiscard]] bool is_anchored() const { return anchored_; }
    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    using Place = std::optional<std::size_t>;
    Place match(std::size_t at, std::size_t item);
    Place repeat_most(std::size_t at, std::size_t item, std::size_t end);
    Place repeat_least(std::size_t at, std::size_t item, std::size_t end);
    Place open_capture(std::size_t at, std::size_t item, Capture::Kind kind);
    Place close_capture(std::size_t at, std::size_t item);
    Place balanced(std::size_t at, std::size_t item);
    Place frontier(std::size_t at, std::size_t item);
    Place back_reference(std::size_t at, std::size_t item);
    Place item_match(std::size_t at, std::size_t& item, bool& goes_on);
    [[nodiscard]] std::size_t item_end(std::size_t item) const;
    [[nodiscard]] bool fits(std::size_t at, std::size_t item, std::size_t end);
    [[nodiscard]] bool in_set(unsigned char letter, std::size_t item, std::size_t end) const;
    [[nodiscard]] bool has(std::size_t item) const { return item < pattern_.size(); }
    void step();
    [[noreturn]] void malformed() const;

    std::string_view subject_;
    std::string_view pattern_;
    bool anchored_ = false;
    std::uint64_t most_steps_;
    std::uint64_t steps_ = 0;
    int depth_ = 0;
    std::vector<Capture> captures_;
};

} // namespace bilan::script
