// SPDX-License-Identifier: MPL-2.0
#include "run/extra_table.hpp"

#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "intake/plain_table.hpp"
#include "run/digest.hpp"
#include "run/script_files.hpp"

#include <algorithm>
#include <fstream>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const char* code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, "", {code, std::move(arguments)});
}

/// Below the folder for good: no `..` and no link leads out.
bool is_below(const fs::path& folder, const fs::path& file)
{
    std::error_code none;
    const fs::path base = fs::weakly_canonical(folder, none);
    const fs::path real = fs::weakly_canonical(file, none);
    const auto [end, unused] = std::mismatch(base.begin(), base.end(), real.begin(), real.end());
    return !none && end == base.end();
}

/// Where a file that a script names may stand, below the folders of the campaign and the report.
constexpr std::string_view looked_into[] = {"", "entrees", "dictionnaire"};

/// The tables that a script could name.
std::vector<std::string> tables_in(const std::vector<fs::path>& folders)
{
    constexpr std::size_t most = 1000;
    std::vector<std::string> names;
    for (const fs::path& folder : folders)
        for (const std::string_view below : looked_into) {
            std::error_code none;
            for (fs::directory_iterator entry(folder / below, none), end; !none && entry != end; entry.increment(none))
                if (names.size() < most && is_table_name(entry->path().filename().string()))
                    names.push_back(entry->path().filename().string());
        }
    std::ranges::sort(names); // a folder has no order
    return names;
}

InputFile find(const std::string& name, const std::vector<fs::path>& folders, const std::vector<InputFile>& inputs)
{
    const auto input = std::ranges::find(inputs, name, &InputFile::name);
    if (input != inputs.end()) return *input;
    const auto is_it = [&](const InputFile& each) { // a path typed on the command line, from where it was typed
        std::error_code none;
        return fs::equivalent(each.path, name, none) && !none;
    };
    if (const auto typed = std::ranges::find_if(inputs, is_it); typed != inputs.end()) return *typed;
    const fs::path asked(name);
    constexpr std::size_t longest_shown = 200; // what a script asks for may be of any length
    const std::string shown = base::for_display(name, longest_shown);
    if (asked.is_absolute()) refuse("BIL-773", {shown});
    bool is_outside = false;
    for (const fs::path& folder : folders)
        for (const std::string_view below : looked_into) {
            const fs::path file = folder / below / asked;
            std::error_code none;
            if (!fs::is_regular_file(file, none)) continue;
            if (is_below(folder, file)) return {file, name, ""};
            is_outside = true;
        }
    if (is_outside) refuse("BIL-773", {shown});
    std::vector<std::string> names = tables_in(folders);
    for (const InputFile& each : inputs) names.push_back(each.name);
    const auto near = base::nearest(name, names);
    if (near) refuse("BIL-774", {name, *near});
    refuse("BIL-777", {shown});
}

OpenedBook open_text(const Engine& engine, const script::TableRequest& request)
{
    const Source source{request.file, "csv", std::as_bytes(std::span(request.text))};
    const plugin::ReaderChoice choice = engine.plugins().best_reader(source);
    if (choice.reader == nullptr) refuse("BIL-776", {});
    OpenedBook opened{std::make_unique<Book>(), choice.reader->card().name};
    choice.reader->read(source, {}, *opened.book);
    return opened;
}

/// What the reading said of a table that gave no row, and what the schema would have known.
void tell_why(const data::Schema& schema, const intake::FileReading& reading, std::vector<base::Message>& why)
{
    for (const intake::Finding& finding : reading.findings)
        if (!finding.message.code.empty()) why.push_back(finding.message);
    constexpr std::size_t most_named = 12;
    std::vector<std::string> headers;
    for (const data::Field& field : schema.fields) {
        if (headers.size() == most_named) break;
        headers.push_back(field.headers.empty() ? field.label.french : field.headers.front());
    }
    if (headers.size() < schema.fields.size()) headers.emplace_back("…");
    why.push_back({"BIL-488", {schema.id, base::join(headers, ", ")}});
}

/// A test's own table of a schema: its findings are what other tests are about, but for the headers that say nothing.
std::shared_ptr<const data::Dataset> of_schema(const Engine& engine, const Book& book,
                                               const script::TableRequest& request)
{
    const auto schema = engine.domain()->schema(request.schema);
    if (schema == nullptr) refuse("BIL-778", {request.schema});
    intake::Options options;
    options.domain = engine.domain().get();
    options.schema = request.schema;
    options.reference = engine.reference();
    options.lexicon = engine.lexicon();
    intake::FileReading reading = intake::take_in(book, request.file, options);
    if (request.unread != nullptr)
        for (const intake::TableReading& table : reading.tables)
            for (const intake::ColumnReading& column : table.columns)
                if (column.field.empty() && !column.header.empty()) request.unread->push_back(column.header);
    data::DatasetBuilder builder(schema);
    for (data::TableValues& values : reading.values) builder.append(std::move(values));
    auto made = builder.finish();
    if (made->rows() == 0 && request.why_no_row != nullptr) tell_why(*schema, reading, *request.why_no_row);
    return made;
}

intake::PlainTable of_columns(const Book& book, const script::TableRequest& request)
{
    intake::PlainOptions options;
    options.sheet = request.sheet;
    if (request.header) options.header = *request.header - 1;
    options.keeps_totals = request.keeps_totals;
    options.types = request.types;
    options.id = intake::field_id_of(fs::path(request.file).stem().string());
    return intake::read_plain_table(book, request.file, options);
}

} // namespace

std::function<std::shared_ptr<const data::Dataset>(const script::TableRequest&)>
table_reader(const Engine& engine, std::vector<fs::path> folders, std::vector<InputFile> inputs, ReadingOptions options,
             FurtherTables noted)
{
    return [&engine, folders = std::move(folders), inputs = std::move(inputs), options = std::move(options),
            noted = std::move(noted)](const script::TableRequest& request) {
        const bool is_file = request.text.empty();
        InputFile file = is_file ? find(request.file, folders, inputs) : InputFile{};
        const OpenedBook opened = is_file ? open_book(engine, file, options.limits) : open_text(engine, request);
        if (!request.schema.empty()) return of_schema(engine, *opened.book, request);
        intake::PlainTable table = of_columns(*opened.book, request);
        if (request.remarks != nullptr) *request.remarks = std::move(table.remarks);
        if (noted && is_file) {
            if (file.digest.empty()) file.digest = sha256(base::MappedFile(file.path).bytes());
            noted(
                {std::move(file), format_of(*opened.book), table.values.origin.sheet, table.values.source_rows.size()},
                std::move(table.findings));
        }
        data::DatasetBuilder builder(table.values.schema);
        builder.append(std::move(table.values));
        return builder.finish();
    };
}

} // namespace bilan::run
