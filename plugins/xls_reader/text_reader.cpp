// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/text_reader.hpp"

#include "xls_reader/wide_text.hpp"

#include <algorithm>

namespace bilan::xls {
namespace {

constexpr unsigned wide_flag = 0x01;
constexpr unsigned phonetic_flag = 0x04;
constexpr unsigned rich_flag = 0x08;
constexpr std::size_t run_bytes = 4;

} // namespace

bool TextReader::advance()
{
    Record record;
    if (!records_.peek(record) || record.type != record::continued) return false;
    piece_ = record.data;
    return records_.next(record);
}

template <class Number>
bool TextReader::take(Number& number)
{
    number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        while (piece_.empty()) {
            if (!advance()) return false;
        }
        number = static_cast<Number>(number | Number{byte_at(piece_, 0)} << 8 * i);
        piece_.remove_prefix(1);
    }
    return true;
}

bool TextReader::skip(std::size_t bytes)
{
    while (bytes > piece_.size()) {
        bytes -= piece_.size();
        if (!advance()) return false;
    }
    piece_.remove_prefix(bytes);
    return true;
}

bool TextReader::is_at_end()
{
    while (piece_.empty()) {
        if (!advance()) return true;
    }
    return false;
}

/// What stands between the length of a text and its characters.
bool TextReader::shape(Shape& shape)
{
    if (!dialect_.is_unicode) return true;
    std::uint8_t flags = 0;
    if (!take(flags)) return false;
    shape.is_wide = (flags & wide_flag) != 0;
    if ((flags & rich_flag) != 0) {
        std::uint16_t runs = 0;
        if (!take(runs)) return false;
        shape.behind += runs * run_bytes;
    }
    if ((flags & phonetic_flag) != 0) {
        std::uint32_t bytes = 0;
        if (!take(bytes)) return false;
        shape.behind += bytes;
    }
    return true;
}

bool TextReader::characters(const Shape& shape, std::string& text)
{
    text.clear();
    if (!dialect_.is_unicode) return byte_characters(shape.characters, text);
    const std::size_t bytes = shape.is_wide ? 2 * shape.characters : shape.characters;
    if (bytes > piece_.size()) return cut_characters(shape, text);
    if (shape.is_wide)
        append_wide(text, piece_.substr(0, bytes));
    else
        append_narrow(text, piece_.substr(0, bytes));
    piece_.remove_prefix(bytes);
    return true;
}

/// Everything is made wide first, since the cut may part a surrogate pair.
bool TextReader::cut_characters(const Shape& shape, std::string& text)
{
    std::string wide;
    std::size_t left = shape.characters;
    bool is_wide = shape.is_wide;
    while (true) {
        const std::size_t width = is_wide ? 2 : 1;
        const std::size_t here = std::min(left, piece_.size() / width);
        for (std::size_t i = 0; i < here; ++i) {
            wide += piece_[i * width];
            wide += is_wide ? piece_[i * width + 1] : '\0';
        }
        piece_.remove_prefix(here * width);
        left -= here;
        if (left == 0) break;
        if (!advance()) return false;
        if (piece_.empty()) continue;
        is_wide = (byte_at(piece_, 0) & wide_flag) != 0;
        piece_.remove_prefix(1);
    }
    append_wide(text, wide);
    return true;
}

bool TextReader::byte_characters(std::size_t count, std::string& text)
{
    std::string bytes;
    while (true) {
        const std::size_t here = std::min(count - bytes.size(), piece_.size());
        bytes += piece_.substr(0, here);
        piece_.remove_prefix(here);
        if (bytes.size() == count) break;
        if (!advance()) return false;
    }
    if (!dialect_.page->append(text, bytes)) ++*dialect_.undecoded;
    return true;
}

bool TextReader::short_text(std::string& text)
{
    std::uint8_t size = 0;
    return take(size) && read(size, text);
}

bool TextReader::long_text(std::string& text)
{
    std::uint16_t size = 0;
    return take(size) && read(size, text);
}

bool TextReader::read(std::size_t size, std::string& text)
{
    Shape form;
    form.characters = size;
    return shape(form) && characters(form, text) && skip(form.behind);
}

bool TextReader::next(std::string_view& text, std::string& buffer)
{
    constexpr std::size_t head = 3;
    if (dialect_.is_unicode && piece_.size() >= head && byte_at(piece_, 2) == 0) {
        const std::size_t size = word_at(piece_, 0);
        if (piece_.size() - head >= size && charset::is_ascii(piece_.substr(head, size))) {
            text = piece_.substr(head, size);
            piece_.remove_prefix(head + size);
            return true;
        }
    }
    if (!long_text(buffer)) return false;
    text = buffer;
    return true;
}

} // namespace bilan::xls
