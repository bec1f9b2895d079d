// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/shared_strings.hpp"

#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/rich_text.hpp"
#include "xlsx_reader/tags.hpp"
#include "xml/bulk_reader.hpp"

#include <optional>

namespace bilan::xlsx {

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

    void start(xml::Name name, xml::Attributes /*attributes*/) override
    {
        ++depth_;
        const bool is_main = is_main_namespace(name.space);
        if (depth_ == 1) is_list = is_main && name.local == "sst";
        if (depth_ > 2 && is_in_string_) rich_.start(is_main ? name.local : "");
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
    void bind_prefix(std::string_view prefix, std::string_view space) override
    {
        prefix_.bind(prefix, space, depth_ == 0);
    }
    [[nodiscard]] bool is_between_units() const override { return depth_ == 1 && is_list && prefix_.is_sure(); }
    [[nodiscard]] std::string_view prefix() const override { return prefix_.written(); }

    bool is_list = false;

private:
    StringKeeper& keeper_;
    RichText rich_;
    int depth_ = 0;
    bool is_in_string_ = false;
    TagPrefix prefix_;
};

/// Knows `<si><t>text</t></si>`, with `xml:space` or without, and the empty string.
class StringsScanner final : public xml::BulkScanner {
public:
    StringsScanner(StringKeeper& keeper, const StringsHandler& frame) : keeper_(keeper), frame_(frame) {}

    const char* scan(const char* from, const char* to) override
    {
        if (frame_.prefix().empty()) return scan(PlainTags(), from, to);
        if (!prefixed_) prefixed_.emplace(frame_.prefix());
        return scan(*prefixed_, from, to);
    }

private:
    template <class Tags>
    const char* scan(const Tags& tags, const char* from, const char* to)
    {
        while (from < to) {
            const char* const next = string(tags, skip_blanks(from));
            if (next == nullptr) break;
            from = skip_blanks(next);
        }
        return from;
    }

    template <class Tags>
    const char* string(const Tags& tags, const char* at)
    {
        if (const char* const end = tags.template after<Tag::empty_string>(at)) {
            keeper_.add({});
            return end;
        }
        const char* const begin = tags.template after<Tag::string>(at);
        if (begin == nullptr) return nullptr;
        std::string_view text;
        at = take_text(tags, skip_blanks(begin), scratch_, text);
        if (at == nullptr || (at = tags.template after<Tag::string_end>(skip_blanks(at))) == nullptr) return nullptr;
        add(text);
        return at;
    }

    void add(std::string_view text)
    {
        if (text.find("_x") == text.npos) return keeper_.add(text);
        decoded_ = text;
        decode_escapes(decoded_);
        keeper_.add(decoded_);
    }

    StringKeeper& keeper_;
    const StringsHandler& frame_;
    std::optional<PrefixedTags> prefixed_;
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
    StringsScanner scanner(keeper, handler);
    xml::BulkReader reader(source, parser, handler, {"<si", "</sst"}, guard, part);
    reader.read(way == Way::fast ? &scanner : nullptr);
    if (!handler.is_list) guard.refuse(code::unexpected_part, {part});
    return keeper.strings;
}

} // namespace bilan::xlsx
