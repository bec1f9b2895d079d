// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/shared_strings.hpp"

#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/rich_text.hpp"
#include "xml/bulk_reader.hpp"
#include "xml/scan_text.hpp"

namespace bilan::xlsx {

using xml::is_at;
using xml::scan_text;
using xml::skip_blanks;

namespace {

/// Adds strings in their order and holds them to the limits.
class StringKeeper {
public:
    StringKeeper(TextPool& texts, const archive::ReadGuard& guard, const std::string& part)
        : texts_(texts), guard_(guard), part_(part)
    {
        strings.first = static_cast<std::uint32_t>(texts.size());
    }
    void add(std::string_view text)
    {
        const ReadLimits& limits = guard_.limits();
        if (text.size() > limits.text_bytes) guard_.refuse_limit("text_bytes", limits.text_bytes, part_);
        if (texts_.add(text) >= limits.texts) guard_.refuse_limit("texts", limits.texts, part_);
        if (texts_.bytes() > limits.memory_bytes) guard_.refuse_limit("memory_bytes", limits.memory_bytes, part_);
        ++strings.count;
    }

    SharedStrings strings;

private:
    TextPool& texts_;
    const archive::ReadGuard& guard_;
    const std::string& part_;
};

class StringsHandler final : public xml::BulkHandler {
public:
    StringsHandler(StringKeeper& keeper, const archive::ReadGuard& guard, const std::string& part)
        : keeper_(keeper), rich_(guard, part)
    {
    }

    void start(xml::Name name, xml::Attributes attributes) override
    {
        ++depth_;
        const bool is_main = is_main_namespace(name.space);
        if (depth_ == 1) is_list = is_main && name.local == "sst";
        if (depth_ > 2 && is_in_string_) rich_.start(is_main ? name.local : "", attributes);
        if (depth_ != 2 || !is_list || !is_main || name.local != "si") return;
        is_in_string_ = true;
        rich_.clear();
    }
    void end(xml::Name /*name*/) override
    {
        if (depth_ > 2 && is_in_string_) rich_.end();
        if (depth_ == 2 && is_in_string_) {
            keeper_.add(rich_.joined());
            is_in_string_ = false;
        }
        --depth_;
    }
    void text(std::string_view piece) override
    {
        if (is_in_string_) rich_.text(piece);
    }
    /// The scanner sees no prefixes: a list under another default namespace is not for it.
    [[nodiscard]] bool is_between_units() const override { return depth_ == 1 && is_list && has_default_namespace_; }
    void bind_prefix(std::string_view prefix, std::string_view space) override
    {
        if (prefix.empty() && depth_ == 0) has_default_namespace_ = is_main_namespace(space);
    }

    bool is_list = false;

private:
    StringKeeper& keeper_;
    RichText rich_;
    int depth_ = 0;
    bool is_in_string_ = false;
    bool has_default_namespace_ = true;
};

/// Knows `<si><t>text</t></si>`, with `xml:space` or without, and the empty string.
class StringsScanner final : public xml::BulkScanner {
public:
    explicit StringsScanner(StringKeeper& keeper) : keeper_(keeper) {}

    const char* scan(const char* from, const char* to) override
    {
        while (from < to) {
            const char* const next = string(skip_blanks(from));
            if (next == nullptr) break;
            from = skip_blanks(next);
        }
        return from;
    }

private:
    const char* string(const char* at)
    {
        if (is_at(at, "<si/>")) {
            keeper_.add({});
            return at + 5;
        }
        if (!is_at(at, "<si>")) return nullptr;
        at = skip_blanks(at + 4);
        const bool is_preserved = is_at(at, "<t xml:space=\"preserve\">");
        if (is_preserved)
            at += 24;
        else if (is_at(at, "<t>"))
            at += 3;
        else
            return nullptr;
        std::string_view text;
        at = scan_text(at, scratch_, text);
        if (at == nullptr || !is_at(at, "</t>")) return nullptr;
        at = skip_blanks(at + 4);
        if (!is_at(at, "</si>")) return nullptr;
        add(text, is_preserved);
        return at + 5;
    }

    void add(std::string_view text, bool is_preserved)
    {
        if (!is_preserved) text = trim_blanks(text);
        if (text.find("_x") == text.npos) return keeper_.add(text);
        decoded_ = text;
        decode_escapes(decoded_);
        keeper_.add(decoded_);
    }

    StringKeeper& keeper_;
    std::string scratch_;
    std::string decoded_;
};

} // namespace

SharedStrings read_shared_strings(archive::ByteSource& source, const std::string& part, TextPool& texts,
                                  const archive::ReadGuard& guard, Way way)
{
    StringKeeper keeper(texts, guard, part);
    StringsHandler handler(keeper, guard, part);
    xml::Parser parser(handler, part, guard);
    StringsScanner scanner(keeper);
    xml::BulkReader reader(source, parser, handler, {"<si", "</sst"}, guard, part);
    reader.read(way == Way::fast ? &scanner : nullptr);
    if (!handler.is_list) guard.refuse(code::unexpected_part, {part});
    return keeper.strings;
}

} // namespace bilan::xlsx
