// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/code_page.hpp"

#include "xls_reader/wide_text.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>

namespace bilan::xls {
namespace {

struct Named {
    unsigned number;
    const char* name;
};

/// The numbers that the C library does not call by `CPnumber`.
constexpr std::array other_names = {
    Named{0x016F, "ASCII"},
    Named{0x8000, "MACINTOSH"},
    Named{0x8001, "CP1252"},
    Named{10'000, "MACINTOSH"},
    Named{10'006, "MACGREEK"},
    Named{10'007, "MAC-CYRILLIC"},
    Named{10'029, "MACCENTRALEUROPE"},
    Named{10'081, "MACTURKISH"},
    Named{1200, "UTF-16LE"},
};

const iconv_t no_converter = reinterpret_cast<iconv_t>(-1);

iconv_t opened(unsigned number)
{
    const auto other = std::find_if(other_names.begin(), other_names.end(),
                                    [number](const Named& named) { return named.number == number; });
    const std::string name = other == other_names.end() ? "CP" + std::to_string(number) : other->name;
    return iconv_open("UTF-8", name.c_str());
}

} // namespace

CodePage::CodePage(unsigned number) : number_(number)
{
    iconv_t converter = opened(number);
    if (converter == no_converter) {
        is_known_ = false;
        converter = opened(western);
    }
    converter_ = converter == no_converter ? nullptr : converter;
}

CodePage::~CodePage()
{
    if (converter_ != nullptr) iconv_close(converter_);
}

std::string CodePage::name() const
{
    constexpr unsigned western_as_well = 0x8001;
    constexpr unsigned macintosh = 10'000;
    constexpr unsigned macintosh_as_well = 0x8000;
    if (!is_known_ || number_ == western_as_well) return "windows-" + std::to_string(western);
    if (number_ == macintosh || number_ == macintosh_as_well) return "macintosh";
    return (number_ >= 1250 && number_ <= 1258 ? "windows-" : "cp") + std::to_string(number_);
}

bool CodePage::append(std::string& utf8, std::string_view bytes) const
{
    if (is_ascii(bytes)) {
        utf8 += bytes;
        return true;
    }
    bool is_sound = true;
    if (converter_ != nullptr) iconv(converter_, nullptr, nullptr, nullptr, nullptr); // forgets the text before
    std::string source(bytes);
    char* from = source.data();
    std::size_t left = source.size();
    while (left > 0) {
        std::array<char, 1024> buffer{};
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t outcome =
            converter_ == nullptr ? static_cast<std::size_t>(-1) : iconv(converter_, &from, &left, &to, &room);
        utf8.append(buffer.data(), buffer.size() - room);
        if (outcome != static_cast<std::size_t>(-1) || room < buffer.size() / 2) continue;
        utf8 += "\uFFFD";
        is_sound = false;
        ++from;
        --left;
    }
    return is_sound;
}

} // namespace bilan::xls
