// SPDX-License-Identifier: MPL-2.0
#include "charset/decoder.hpp"

#include <iconv.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace bilan::charset {

Decoder::Decoder(const std::string& name)
{
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    const auto failed = reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr): what POSIX says it gives
    converter_ = converter == failed ? nullptr : converter;
}

Decoder::~Decoder()
{
    if (converter_ != nullptr) iconv_close(converter_);
}

bool Decoder::append(std::string& utf8, std::string_view bytes) const
{
    constexpr auto failed = static_cast<std::size_t>(-1);
    bool is_sound = true;
    if (converter_ != nullptr) iconv(converter_, nullptr, nullptr, nullptr, nullptr); // forgets the text before
    char* from = const_cast<char*>(bytes.data()); // the C library does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
        std::array<char, 4096> buffer; // filled by the C library
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t outcome = converter_ == nullptr ? failed : iconv(converter_, &from, &left, &to, &room);
        utf8.append(buffer.data(), buffer.size() - room);
        constexpr std::size_t longest_character = 8;
        if (outcome != failed || room < longest_character) continue;
        utf8 += "\uFFFD";
        is_sound = false;
        ++from;
        --left;
    }
    return is_sound;
}

bool is_ascii(std::string_view bytes)
{
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & 0x8080'8080'8080'8080) != 0) return false;
    }
    for (; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) >= 0x80) return false;
    }
    return true;
}

bool is_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || lead > 0xF4 || bytes.size() - at < length) return false;
        for (std::size_t index = 1; index < length; ++index) {
            if ((static_cast<unsigned char>(bytes[at + index]) & 0xC0U) != 0x80U) return false;
        }
        const auto second = static_cast<unsigned char>(bytes[at + (length > 1 ? 1 : 0)]);
        const bool is_overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
        const bool is_no_character = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
        if (is_overlong || is_no_character) return false;
        at += length;
    }
    return true;
}

} // namespace bilan::charset
