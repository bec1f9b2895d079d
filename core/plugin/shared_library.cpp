// SPDX-License-Identifier: MPL-2.0
#include "plugin/shared_library.hpp"

#include <stdexcept>
#include <string>

#include <dlfcn.h>

namespace bilan::plugin {

namespace {

/// What the dynamic linker says, without the path that it puts in front.
std::string linker_words(const std::filesystem::path& file)
{
    const char* const said = ::dlerror();
    std::string words = said == nullptr ? std::string() : said;
    const std::string prefix = file.native() + ": ";
    if (words.starts_with(prefix)) words.erase(0, prefix.size());
    return words;
}

} // namespace

SharedLibrary::SharedLibrary(const std::filesystem::path& file)
    : handle_(::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE))
{
    if (handle_ == nullptr) throw std::runtime_error(linker_words(file));
}

void* SharedLibrary::address(const char* name) const
{
    return ::dlsym(handle_, name);
}

} // namespace bilan::plugin
