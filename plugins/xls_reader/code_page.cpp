// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/code_page.hpp"

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

std::string library_name(unsigned number)
{
    const auto other = std::find_if(other_names.begin(), other_names.end(),
                                    [number](const Named& named) { return named.number == number; });
    return other == other_names.end() ? "CP" + std::to_string(number) : other->name;
}

} // namespace

CodePage::CodePage(unsigned number)
    : number_(number), decoder_(std::make_unique<charset::Decoder>(library_name(number))),
      is_known_(decoder_->is_known())
{
    if (!is_known_) decoder_ = std::make_unique<charset::Decoder>(library_name(western));
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
    if (!charset::is_ascii(bytes)) return decoder_->append(utf8, bytes);
    utf8 += bytes;
    return true;
}

} // namespace bilan::xls
