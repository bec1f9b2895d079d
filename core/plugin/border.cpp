// SPDX-License-Identifier: MPL-2.0
#include "plugin/border.hpp"

#include "base/text.hpp"

#include <bilan/problem.hpp>

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <new>
#include <typeinfo>

namespace bilan::plugin {

namespace {

const char* code_of(Deed deed)
{
    switch (deed) {
    case Deed::registering: return "BIL-472";
    case Deed::presenting: return "BIL-473";
    case Deed::recognising: return "BIL-474";
    case Deed::reading: return "BIL-475";
    case Deed::writing: return "BIL-476";
    case Deed::calling: break;
    }
    return "BIL-478";
}

/// The type of a thrown thing that is no std::exception: all that can be said about it in any language.
std::string type_in_flight()
{
    const std::type_info* const type = abi::__cxa_current_exception_type();
    if (type == nullptr) return "?";
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> readable(
        abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? readable.get() : type->name();
}

[[noreturn]] void end_run(const Identity& plugin, Deed deed, std::string_view object, std::string reason)
{
    base::Message message{code_of(deed), {plugin.name, plugin.version}};
    if (deed != Deed::registering && deed != Deed::presenting) message.arguments.emplace_back(object);
    message.arguments.push_back(std::move(reason));
    throw base::Error(base::ExitCode::plugin, base::to_utf8(plugin.file.native()), std::move(message));
}

} // namespace

void blame(const Identity& plugin, Deed deed, std::string_view object)
{
    try {
        throw;
    } catch (const Refusal&) {
        throw;
    } catch (const base::Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& failure) {
        // A function answers its script's author: the script is at fault, and the host adds where.
        if (deed == Deed::calling)
            throw base::Error(base::ExitCode::script, "",
                              {"BIL-477", {std::string(object), plugin.name, plugin.version, failure.what()}});
        end_run(plugin, deed, object, failure.what());
    } catch (...) {
        end_run(plugin, deed, object, type_in_flight());
    }
}

} // namespace bilan::plugin
