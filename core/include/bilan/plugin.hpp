// SPDX-License-Identifier: MPL-2.0
//
// What a plugin includes to be one. It exports exactly two names, its card and its register function:
//
//     BILAN_PLUGIN("csv-reader", "1.0.0")
//     {
//         registry.add(std::make_unique<CsvReader>());
//     }
#pragma once

#include <bilan/abi.h>
#include <bilan/function.hpp>
#include <bilan/reader.hpp>
#include <bilan/writer.hpp>

#include <memory>

namespace bilan {

/// Takes what a plugin offers. Implemented by the host; lives only during the register call.
class Registry {
public:
    virtual ~Registry() = default;
    virtual void add(std::unique_ptr<Reader> reader) = 0;
    virtual void add(std::unique_ptr<Writer> writer) = 0;
    virtual void add(std::unique_ptr<FunctionProvider> provider) = 0;
};

} // namespace bilan

#define BILAN_EXPORT extern "C" __attribute__((visibility("default")))

#define BILAN_PLUGIN(plugin_name, plugin_version)                                                                      \
    BILAN_EXPORT const bilan_plugin_card bilan_plugin_card_v1;                                                         \
    BILAN_EXPORT const bilan_plugin_card bilan_plugin_card_v1 = {BILAN_PLUGIN_MAGIC,     sizeof(bilan_plugin_card),    \
                                                                 BILAN_PLUGIN_INTERFACE, __GXX_ABI_VERSION,            \
                                                                 _GLIBCXX_USE_CXX11_ABI, plugin_name,                  \
                                                                 plugin_version,         "" __VERSION__};              \
    BILAN_EXPORT void bilan_plugin_register_v1(::bilan::Registry& registry);                                           \
    void bilan_plugin_register_v1([[maybe_unused]] ::bilan::Registry& registry)
