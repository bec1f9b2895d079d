// SPDX-License-Identifier: MPL-2.0
//
// Reads a text file with one value a line into one column.
#include <bilan/plugin.hpp>

namespace {

class LinesReader final : public bilan::Reader {
public:
    [[nodiscard]] bilan::ReaderCard card() const override
    {
        return {"lines", {"lines"}, "Reads a text file with one value a line."};
    }

    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& source) const override
    {
        return source.extension == "lines" ? 50 : 0;
    }

    void read(const bilan::Source& source, const bilan::ReadLimits& limits, bilan::Book& book) const override
    {
        book.format = "lines";
        bilan::Grid& sheet = book.sheets.emplace_back();
        sheet.facts.name = source.name;
        std::string_view rest = source.text();
        for (std::uint32_t row = 0; !rest.empty(); ++row) {
            if (row >= limits.rows) refuse(source);
            const std::string_view line = rest.substr(0, rest.find('\n'));
            if (!line.empty()) sheet.put_text(row, 0, book.texts.intern(line));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        }
    }

private:
    /// The catalogue of the host has no codes for this house: the sentence is given in both languages.
    [[noreturn]] static void refuse(const bilan::Source& source)
    {
        throw bilan::Refusal(
            {"",
             {source.name, "", {}, {}},
             {"Ce fichier a trop de lignes. Découpez-le.", "This file has too many lines. Split it."}});
    }
};

} // namespace

BILAN_PLUGIN("outside-lines", "0.1.0")
{
    registry.add(std::make_unique<LinesReader>());
}
