// SPDX-License-Identifier: MPL-2.0
//
// What a plugin offers, together with the plugin it came from. These are themselves a Reader, a Writer and a
// FunctionProvider: whoever calls them goes through the border without having to think of it. Cards are asked once,
// when the plugin is loaded. Owned by the registry; threads as the contract says.
#pragma once

#include "plugin/identity.hpp"

#include <bilan/function.hpp>
#include <bilan/reader.hpp>
#include <bilan/writer.hpp>

#include <memory>

namespace bilan::plugin {

class LoadedReader final : public Reader {
public:
    LoadedReader(const Identity& plugin, std::unique_ptr<Reader> reader);
    [[nodiscard]] const Identity& plugin() const { return plugin_; }
    [[nodiscard]] ReaderCard card() const override { return card_; }
    [[nodiscard]] Confidence recognises(const Source& source) const override;
    void read(const Source& source, const ReadLimits& limits, Book& book) const override;

private:
    Identity plugin_;
    std::unique_ptr<Reader> reader_;
    ReaderCard card_;
};

class LoadedWriter final : public Writer {
public:
    LoadedWriter(const Identity& plugin, std::unique_ptr<Writer> writer);
    [[nodiscard]] const Identity& plugin() const { return plugin_; }
    [[nodiscard]] WriterCard card() const override { return card_; }
    void write(const Workbook& workbook, const std::filesystem::path& target) const override;

private:
    Identity plugin_;
    std::unique_ptr<Writer> writer_;
    WriterCard card_;
};

class LoadedFunctions final : public FunctionProvider {
public:
    LoadedFunctions(const Identity& plugin, std::unique_ptr<FunctionProvider> provider);
    [[nodiscard]] const Identity& plugin() const { return plugin_; }
    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::span<const FunctionCard> functions() const override { return cards_; }
    /// Throws base::Error: exit 6 with the function's own sentence when it refuses its arguments, exit 7 when it
    /// throws something that is no std::exception or answers with another type than its card says.
    [[nodiscard]] FunctionValue call(std::size_t function, std::span<const FunctionValue> arguments) override;

private:
    Identity plugin_;
    std::unique_ptr<FunctionProvider> provider_;
    std::string name_;
    std::vector<FunctionCard> cards_;
};

} // namespace bilan::plugin
