// SPDX-License-Identifier: MPL-2.0
#include "html_reader/page_parser.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <climits>
#include <exception>
#include <memory>
#include <mutex>
#include <new>

namespace bilan::html {
namespace {

struct Free {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

/// What the library calls back. No exception may cross its C code: it is kept, and the parser stopped.
struct Listener {
    PageHandler& handler;
    htmlParserCtxtPtr context = nullptr;
    std::exception_ptr failure;

    template <class Work>
    void guarded(const Work& work) noexcept
    {
        if (failure) return;
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
            xmlStopParser(context);
        }
    }
};

Listener& listener(void* data)
{
    return *static_cast<Listener*>(data);
}

std::string_view view(const xmlChar* text)
{
    return reinterpret_cast<const char*>(text);
}

std::string_view view(const xmlChar* text, int size)
{
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

void start_element(void* data, const xmlChar* name, const xmlChar** attributes)
{
    Listener& to = listener(data);
    to.guarded([&] { to.handler.start(view(name), Attributes(attributes)); });
}

void end_element(void* data, const xmlChar* name)
{
    Listener& to = listener(data);
    to.guarded([&] { to.handler.end(view(name)); });
}

void characters(void* data, const xmlChar* text, int size)
{
    Listener& to = listener(data);
    to.guarded([&] { to.handler.text(view(text, size)); });
}

void comment(void* data, const xmlChar* text)
{
    Listener& to = listener(data);
    to.guarded([&] { to.handler.comment(view(text)); });
}

} // namespace

void parse_page(const std::string& page, PageHandler& handler, const archive::ReadGuard& guard)
{
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    if (page.empty()) return handler.finish(); // the library knows no empty page
    if (page.size() > INT_MAX) guard.refuse_limit("part_bytes", INT_MAX, guard.file());
    const std::unique_ptr<htmlParserCtxt, Free> context(
        htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
    if (!context) throw std::bad_alloc();
    Listener to{handler, context.get(), {}};
    *context->sax = htmlSAXHandler{};
    context->sax->startElement = start_element;
    context->sax->endElement = end_element;
    context->sax->characters = characters;
    context->sax->ignorableWhitespace = characters;
    context->sax->cdataBlock = characters;
    context->sax->comment = comment;
    context->userData = &to;
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context.get());
    if (to.failure) std::rethrow_exception(to.failure);
    handler.finish();
}

} // namespace bilan::html
