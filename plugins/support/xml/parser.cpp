// SPDX-License-Identifier: MPL-2.0
#include "xml/parser.hpp"

#include "xml/single_byte.hpp"

#include <expat.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <new>
#include <random>
#include <vector>

namespace bilan::xml {
namespace {

constexpr std::int64_t longest_tag = std::int64_t{4} << 20U;
constexpr std::size_t piece_bytes = std::size_t{64} << 10U;

/// What keeps names from being chosen to collide in expat's tables: drawn once, where expat would ask the system for
/// each part. No order of anything depends on it; 0 would mean that none was given.
unsigned long hash_salt()
{
    static const unsigned long salt = std::random_device()() | 1UL;
    return salt;
}

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using OwnedParser = std::unique_ptr<XML_ParserStruct, Free>;

/// A workbook has half a dozen small parts, and what expat sets up for one serves the next: one parser that is at rest
/// is kept, for whichever thread asks first. Not one of each thread: a plugin that is unloaded must leave nothing
/// there.
class ParserAtRest {
public:
    ParserAtRest() = default;
    ParserAtRest(const ParserAtRest&) = delete;
    ParserAtRest& operator=(const ParserAtRest&) = delete;
    ~ParserAtRest() { XML_ParserFree(kept_); }

    [[nodiscard]] OwnedParser take() { return OwnedParser(kept_.exchange(nullptr)); }
    void keep(OwnedParser parser) { OwnedParser(kept_.exchange(parser.release())); }

private:
    std::atomic<XML_Parser> kept_ = nullptr;
};

/// Made when it is first asked for: nothing of a plugin runs while it is loaded.
ParserAtRest& parser_at_rest()
{
    static ParserAtRest parser;
    return parser;
}

OwnedParser take_parser()
{
    OwnedParser parser = parser_at_rest().take();
    if (parser == nullptr || XML_ParserReset(parser.get(), nullptr) == XML_FALSE)
        parser.reset(XML_ParserCreateNS(nullptr, '|'));
    if (parser == nullptr) throw std::bad_alloc();
    return parser;
}

} // namespace

struct Parser::State {
    State(Handler& its_handler, std::string its_part, const archive::ReadGuard& its_guard)
        : handler(its_handler), part(std::move(its_part)), guard(its_guard), owned(take_parser()), parser(owned.get())
    {
        XML_SetHashSalt(parser, hash_salt());
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartNamespaceDeclHandler(parser, on_prefix);
        XML_SetStartDoctypeDeclHandler(parser, on_document_type);
        XML_SetXmlDeclHandler(parser, on_declaration);
        XML_SetUnknownEncodingHandler(parser, on_other_encoding, nullptr);
    }
    ~State() { parser_at_rest().keep(std::move(owned)); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// Nothing may be thrown through expat's own frames: trouble is kept, expat is stopped, `feed` throws.
    template <typename Work>
    static void guarded(void* data, Work work)
    {
        State& state = *static_cast<State*>(data);
        if (state.trouble) return;
        try {
            work(state);
        } catch (...) {
            state.trouble = std::current_exception();
            XML_StopParser(state.parser, XML_FALSE);
        }
    }

    static void on_start(void* data, const char* name, const char** attributes)
    {
        guarded(data, [&](State& state) {
            const ReadLimits& limits = state.guard.limits();
            state.has_root = true;
            if (++state.depth > limits.depth) state.guard.refuse_limit("depth", limits.depth, state.part);
            const int count = XML_GetSpecifiedAttributeCount(state.parser) / 2;
            if (static_cast<std::uint32_t>(count) > limits.attributes)
                state.guard.refuse_limit("attributes", limits.attributes, state.part);
            state.handler.start(Name::of(name), Attributes(attributes));
        });
    }
    static void on_end(void* data, const char* name)
    {
        guarded(data, [&](State& state) {
            --state.depth;
            state.handler.end(Name::of(name));
        });
    }
    static void on_text(void* data, const char* text, int size)
    {
        guarded(data, [&](State& state) { state.handler.text({text, static_cast<std::size_t>(size)}); });
    }
    static void on_prefix(void* data, const char* prefix, const char* space)
    {
        guarded(data, [&](State& state) {
            state.handler.bind_prefix(prefix == nullptr ? "" : prefix, space == nullptr ? "" : space);
        });
    }
    static void on_document_type(void* data, const char*, const char*, const char*, int)
    {
        guarded(data, [&](State& state) { state.guard.refuse(code::document_type, {state.part}); });
    }
    static void on_declaration(void* data, const char*, const char* encoding, int)
    {
        guarded(data, [&](State& state) {
            if (encoding == nullptr) return;
            state.encoding = encoding;
            std::string lower = state.encoding;
            for (char& letter : lower) letter = static_cast<char>(letter | 0x20);
            state.is_utf8 = lower == "utf-8";
        });
    }

    static int on_other_encoding(void*, const char* name, XML_Encoding* encoding)
    {
        const auto characters = single_byte_characters(name);
        if (!characters) return XML_STATUS_ERROR;
        std::ranges::copy(*characters, encoding->map);
        return XML_STATUS_OK; // nothing to release, nothing of several bytes: the other members stay null
    }

    void give(std::string_view piece, bool is_last)
    {
        const XML_Status status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), is_last ? 1 : 0);
        if (trouble) std::rethrow_exception(trouble);
        if (status == XML_STATUS_OK) {
            given += static_cast<std::int64_t>(piece.size());
            if (!is_last && given - static_cast<std::int64_t>(XML_GetCurrentByteIndex(parser)) > longest_tag)
                guard.refuse_limit("tag_bytes", static_cast<std::uint64_t>(longest_tag), part);
            return;
        }
        const XML_Error error = XML_GetErrorCode(parser);
        if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        if (error == XML_ERROR_UNKNOWN_ENCODING) guard.refuse(code::encoding, {part, encoding});
        guard.refuse(code::malformed, {part});
    }

    Handler& handler;
    std::string part;
    const archive::ReadGuard& guard;
    OwnedParser owned;
    XML_Parser parser;
    std::exception_ptr trouble;
    std::string encoding;
    std::int64_t given = 0;
    std::uint32_t depth = 0;
    bool is_utf8 = true;
    bool has_root = false;
};

Parser::Parser(Handler& handler, std::string part, const archive::ReadGuard& guard)
    : state_(std::make_unique<State>(handler, std::move(part), guard))
{
}

Parser::~Parser() = default;

void Parser::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.size(), piece_bytes);
        state_->give(bytes.substr(0, size), false);
        bytes.remove_prefix(size);
    }
}

void Parser::finish()
{
    state_->give("", true);
}

bool Parser::is_utf8() const
{
    return state_->is_utf8;
}

bool Parser::has_root() const
{
    return state_->has_root;
}

void parse(archive::ByteSource& source, Handler& handler, const std::string& part, const archive::ReadGuard& guard)
{
    Parser parser(handler, part, guard);
    std::vector<char> buffer(std::min(piece_bytes, source.expected() + 1));
    for (;;) {
        const std::size_t size = source.read(buffer);
        parser.feed({buffer.data(), size});
        if (size < buffer.size()) break;
    }
    parser.finish();
}

} // namespace bilan::xml
