// SPDX-License-Identifier: MPL-2.0
//
// In order until it is used: the name of the file or function says how it fails.
#include <bilan/plugin.hpp>

#include <limits>
#include <new>
#include <stdexcept>

namespace {

struct Surprise {};

void fail(const std::string& how)
{
    if (how == "exception") throw std::runtime_error("the first sheet is upside down");
    if (how == "surprise") throw Surprise();
    if (how == "memory") throw std::bad_alloc();
    if (how == "refusal") throw bilan::Refusal({"BIL-383", {how, "", {}, {}}, {how}});
}

class UnrulyReader final : public bilan::Reader {
public:
    [[nodiscard]] bilan::ReaderCard card() const override { return {"unruly", {}, "Reads, and fails."}; }
    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& source) const override
    {
        if (source.extension == "doubt") fail(source.name);
        return 10;
    }
    void read(const bilan::Source& source, const bilan::ReadLimits& /*limits*/, bilan::Book& book) const override
    {
        book.format = "half-read";
        fail(source.name);
    }
};

class UnrulyWriter final : public bilan::Writer {
public:
    [[nodiscard]] bilan::WriterCard card() const override { return {"unruly", "Unruly", "Writes, and fails."}; }
    void write(const bilan::Workbook& /*workbook*/, const std::filesystem::path& target) const override
    {
        fail(target.filename().string());
    }
};

class UnrulyFunctions final : public bilan::FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "unruly"; }
    [[nodiscard]] std::span<const bilan::FunctionCard> functions() const override { return cards_; }
    [[nodiscard]] bilan::FunctionValue call(std::size_t function,
                                            std::span<const bilan::FunctionValue> /*arguments*/) override
    {
        fail(cards_[function].name);
        if (cards_[function].name == "infinite") return std::numeric_limits<double>::infinity();
        return std::string("a text where a number was promised");
    }

private:
    const std::vector<bilan::FunctionCard> cards_ = {
        {"exception", "Throws.", {}, bilan::ValueType::number},
        {"surprise", "Throws something else.", {}, bilan::ValueType::number},
        {"text", "Answers with another type.", {}, bilan::ValueType::number},
        {"infinite", "Answers with no number.", {}, bilan::ValueType::number},
    };
};

} // namespace

BILAN_PLUGIN("unruly", "0.3.1")
{
    registry.add(std::make_unique<UnrulyReader>());
    registry.add(std::make_unique<UnrulyWriter>());
    registry.add(std::make_unique<UnrulyFunctions>());
}
