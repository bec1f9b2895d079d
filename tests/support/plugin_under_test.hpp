// SPDX-License-Identifier: MPL-2.0
//
// Opens a built plugin as the host would and hands out what it registers, without the host. For tests, one thread.
#pragma once

#include <bilan/plugin.hpp>

#include <dlfcn.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace bilan::test {

class PluginUnderTest final : public Registry {
public:
    /// `name` without folder and ending: "xlsx_reader". The library stays open until the process ends.
    explicit PluginUnderTest(const std::string& name)
    {
        const std::string file = BILAN_PLUGIN_DIR "/" + name + ".so";
        void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) throw std::runtime_error(dlerror());
        card = static_cast<const bilan_plugin_card*>(dlsym(library, BILAN_CARD_SYMBOL));
        void* const symbol = dlsym(library, BILAN_REGISTER_SYMBOL);
        if (card == nullptr || symbol == nullptr)
            throw std::runtime_error(file + " exports no card or register function");
        reinterpret_cast<void (*)(Registry&)>(symbol)(*this);
    }
    void add(std::unique_ptr<Reader> reader) override { readers.push_back(std::move(reader)); }
    void add(std::unique_ptr<Writer> writer) override { writers.push_back(std::move(writer)); }
    void add(std::unique_ptr<FunctionProvider> provider) override { providers.push_back(std::move(provider)); }

    const bilan_plugin_card* card = nullptr;
    std::vector<std::unique_ptr<Reader>> readers;
    std::vector<std::unique_ptr<Writer>> writers;
    std::vector<std::unique_ptr<FunctionProvider>> providers;
};

} // namespace bilan::test
