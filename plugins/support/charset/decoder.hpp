// SPDX-License-Identifier: MPL-2.0
//
// Bytes of any encoding that the C library knows, as UTF-8. For one thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::charset {

class Decoder {
public:
    /// `name` as the C library spells it: "CP1252", "UTF-16LE".
    explicit Decoder(const std::string& name);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// False for a name that nobody knows: nothing beyond ASCII can be decoded then.
    [[nodiscard]] bool is_known() const { return converter_ != nullptr; }

    /// Appends a text as UTF-8; bytes that are no character become `�`. False when there were any.
    bool append(std::string& utf8, std::string_view bytes) const;

private:
    void* converter_; ///< of the C library; the null pointer when it has none
};

[[nodiscard]] bool is_ascii(std::string_view bytes);
[[nodiscard]] bool is_utf8(std::string_view bytes);

} // namespace bilan::charset
