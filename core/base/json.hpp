// SPDX-License-Identifier: MPL-2.0
//
// JSON Lines as they leave bilan: one object a line, members in the order in which they are said. A writer of text,
// nothing more; reading JSON is Poco's work in run/ and store/. One line belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bilan::base {

class JsonLine {
public:
    JsonLine() { text_ = "{"; }
    JsonLine& member(std::string_view name, std::string_view text);
    JsonLine& member(std::string_view name, const char* text) { return member(name, std::string_view(text)); }
    JsonLine& member(std::string_view name, double number);
    JsonLine& member(std::string_view name, std::int64_t number);
    JsonLine& member(std::string_view name, bool yes);
    JsonLine& member(std::string_view name, std::span<const std::string> texts);
    JsonLine& null(std::string_view name);
    /// `json` is an object or array that is already JSON.
    JsonLine& raw(std::string_view name, std::string_view json);
    /// The members of `other` behind those that are here.
    JsonLine& followed_by(const JsonLine& other);
    /// The finished object, without a line end.
    [[nodiscard]] std::string text() const { return text_ + "}"; }

private:
    void name(std::string_view name);
    std::string text_;
};

/// `text` with quotes, everything JSON wants escaped; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_text(std::string_view text);

} // namespace bilan::base
