// SPDX-License-Identifier: MPL-2.0
//
// What an XML part says, element by element. Views live only during the call. For one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bilan::xml {

/// A name without its prefix, beside the namespace that the prefix stood for.
struct Name {
    std::string_view space;
    std::string_view local;

    /// `text` is "namespace|local" or "local".
    static Name of(std::string_view text)
    {
        const std::size_t bar = text.rfind('|');
        if (bar == text.npos) return {{}, text};
        return {text.substr(0, bar), text.substr(bar + 1)};
    }
};

class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}

    /// The attribute of that name without a namespace.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const
    {
        for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
            if (local == *pair) return std::string_view(pair[1]);
        }
        return std::nullopt;
    }
    /// The attribute of that name in a namespace that ends with `space_end`.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view space_end, std::string_view local) const
    {
        for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
            const Name name = Name::of(*pair);
            if (name.local == local && name.space.ends_with(space_end)) return std::string_view(pair[1]);
        }
        return std::nullopt;
    }
    /// Calls `visit(name, value)` for every attribute.
    template <typename Visit>
    void each(Visit visit) const
    {
        for (const char** pair = pairs_; *pair != nullptr; pair += 2) visit(Name::of(*pair), std::string_view(pair[1]));
    }

private:
    const char** pairs_;
};

class Handler {
public:
    virtual ~Handler() = default;
    virtual void start(Name name, Attributes attributes) = 0;
    virtual void end(Name name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// A prefix was bound; empty for the default namespace.
    virtual void bind_prefix(std::string_view /*prefix*/, std::string_view /*space*/) {}
};

} // namespace bilan::xml
