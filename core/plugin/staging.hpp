// SPDX-License-Identifier: MPL-2.0
//
// The registry that a plugin sees while it registers. It keeps what is offered aside until all of it has been looked
// at, so that a plugin that fails half-way leaves nothing behind. One thread, one plugin.
#pragma once

#include "plugin/plugin_registry.hpp"

#include <bilan/plugin.hpp>

namespace bilan::plugin {

class Staging final : public Registry {
public:
    void add(std::unique_ptr<Reader> reader) override { readers_.push_back(std::move(reader)); }
    void add(std::unique_ptr<Writer> writer) override { writers_.push_back(std::move(writer)); }
    void add(std::unique_ptr<FunctionProvider> provider) override { providers_.push_back(std::move(provider)); }

    /// Asks each reader, writer and provider for its card and takes them over. Throws base::Error (exit 7) when
    /// nothing was offered or a card lacks a required field.
    [[nodiscard]] Offer offer(const Identity& plugin);

private:
    std::vector<std::unique_ptr<Reader>> readers_;
    std::vector<std::unique_ptr<Writer>> writers_;
    std::vector<std::unique_ptr<FunctionProvider>> providers_;
};

} // namespace bilan::plugin
