// SPDX-License-Identifier: MPL-2.0
#include "plugin/loaded.hpp"

#include "plugin/border.hpp"

#include <cassert>
#include <cmath>
#include <stdexcept>

namespace bilan::plugin {

namespace {

struct TypeMatch {
    ValueType type;
    bool operator()(std::monostate) const { return true; } // "no answer" is an answer of every type
    bool operator()(bool) const { return type == ValueType::boolean; }
    bool operator()(double number) const { return type == ValueType::number && std::isfinite(number); }
    bool operator()(const std::string&) const { return type == ValueType::text; }
    bool operator()(const std::vector<double>& numbers) const
    {
        for (const double number : numbers)
            if (!std::isfinite(number)) return false;
        return type == ValueType::numbers;
    }
};

} // namespace

LoadedReader::LoadedReader(const Identity& plugin, std::unique_ptr<Reader> reader)
    : plugin_(plugin), reader_(std::move(reader)),
      card_(border(plugin_, Deed::presenting, "", [this] { return reader_->card(); }))
{
}

Confidence LoadedReader::recognises(const Source& source) const
{
    return border(plugin_, Deed::recognising, source.name, [&] { return reader_->recognises(source); });
}

void LoadedReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    border(plugin_, Deed::reading, source.name, [&] { reader_->read(source, limits, book); });
}

LoadedWriter::LoadedWriter(const Identity& plugin, std::unique_ptr<Writer> writer)
    : plugin_(plugin), writer_(std::move(writer)),
      card_(border(plugin_, Deed::presenting, "", [this] { return writer_->card(); }))
{
}

void LoadedWriter::write(const Workbook& workbook, const std::filesystem::path& target) const
{
    border(plugin_, Deed::writing, target.filename().native(), [&] { writer_->write(workbook, target); });
}

LoadedFunctions::LoadedFunctions(const Identity& plugin, std::unique_ptr<FunctionProvider> provider)
    : plugin_(plugin), provider_(std::move(provider)),
      name_(border(plugin_, Deed::presenting, "", [this] { return provider_->name(); }))
{
    const std::span<const FunctionCard> cards =
        border(plugin_, Deed::presenting, "", [this] { return provider_->functions(); });
    cards_.assign(cards.begin(), cards.end());
}

FunctionValue LoadedFunctions::call(std::size_t function, std::span<const FunctionValue> arguments)
{
    assert(function < cards_.size());
    const FunctionCard& card = cards_[function];
    FunctionValue answer =
        border(plugin_, Deed::calling, card.name, [&] { return provider_->call(function, arguments); });
    if (!std::visit(TypeMatch{card.result}, answer))
        throw base::Error(base::ExitCode::plugin, plugin_.file.native(),
                          {"BIL-479", {plugin_.name, plugin_.version, card.name}});
    return answer;
}

} // namespace bilan::plugin
