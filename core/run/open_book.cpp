// SPDX-License-Identifier: MPL-2.0
#include "run/open_book.hpp"

#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "run/file_kind.hpp"
#include "run/file_memory.hpp"
#include "run/place_words.hpp"
#include "run/return_sheets.hpp"

#include <algorithm>
#include <cctype>

namespace bilan::run {

namespace {

std::string extension_of(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension;
}

/// A reader is chosen by the bytes; a name that promises something else is said.
void remark_on_extension(const Source& source, const Reader& reader, Book& book)
{
    const std::vector<std::string> usual = reader.card().extensions;
    if (source.extension.empty() || std::ranges::find(usual, source.extension) != usual.end()) return;
    book.remarks.push_back({"BIL-378", {source.name, {}, {}, {}}, {base::for_display(source.extension), book.format}});
}

} // namespace

bool is_own_workbook(const Book& book)
{
    const auto has = [&](std::string_view french, std::string_view english) {
        return std::ranges::any_of(
            book.sheets, [&](const Grid& sheet) { return sheet.facts.name == french || sheet.facts.name == english; });
    };
    if (has(return_sheet, return_sheet)) return true;
    return has("Sommaire", "Contents") && has("Contrôles", "Controls") && has("Sources", "Sources") &&
           has("Traçabilité", "Traceability") && has("Méthode", "Method");
}

std::string format_of(const Book& book)
{
    std::string words = book.format;
    for (const auto& [fact, value] : book.facts) words += ", " + value;
    return words;
}

OpenedBook open_book(const Engine& engine, const InputFile& file, const ReadLimits& limits)
{
    const base::MappedFile mapped(file.path);
    FileMemory memory(mapped);
    const Source source{file.name, extension_of(file.path), mapped.bytes(), &memory};
    const plugin::ReaderChoice choice = engine.plugins().best_reader(source);
    if (choice.reader == nullptr && !choice.failures.empty()) throw base::Error(choice.failures.front());
    if (choice.reader == nullptr)
        throw base::Error(base::ExitCode::unreadable, "", why_no_reader(source, engine.plugins().refused()));
    OpenedBook opened{std::make_unique<Book>(), choice.reader->card().name};
    engine.journal().note("reading", base::JsonLine().member("file", file.name).member("reader", opened.reader));
    try {
        choice.reader->read(source, limits, *opened.book);
        remark_on_extension(source, *choice.reader, *opened.book);
    } catch (const Refusal& refusal) {
        const Problem& problem = refusal.problem();
        Place place = problem.place;
        place.file = file.name;
        throw base::Error(base::ExitCode::unreadable, place_words(place), {problem.code, problem.arguments});
    }
    return opened;
}

} // namespace bilan::run
