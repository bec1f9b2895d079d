// SPDX-License-Identifier: MPL-2.0
//
// outside_loader FOLDER [FILE]: loads the plugins of the folder, says which, and prints the cells of the file.
#include "base/mapped_file.hpp"
#include "plugin/plugin_loader.hpp"

#include <iostream>

namespace {

namespace fs = std::filesystem;

void print_cells(const bilan::Book& book)
{
    for (const bilan::Grid& sheet : book.sheets)
        for (std::uint32_t row = 0; row < sheet.rows(); ++row)
            if (const bilan::Cell cell = sheet.at(row, 0); cell.is_filled())
                std::cout << bilan::cell_name({row, 0}) << ' ' << book.text(cell) << '\n';
}

int print_file(const bilan::plugin::PluginRegistry& registry, const fs::path& file)
{
    const bilan::base::MappedFile bytes(file);
    const bilan::Source source{file.filename().string(), file.extension().string().substr(1), bytes.bytes()};
    const bilan::plugin::ReaderChoice choice = registry.best_reader(source);
    if (choice.reader == nullptr) return 1;
    bilan::Book book;
    choice.reader->read(source, {}, book);
    print_cells(book);
    return 0;
}

} // namespace

int main(int count, char** words)
{
    if (count < 2) return 2;
    const fs::path folder = words[1];
    bilan::plugin::PluginRegistry registry;
    bilan::plugin::load_plugins({&folder, 1}, {}, registry);
    for (const auto& refused : registry.refused())
        std::cout << refused.file << ": " << bilan::base::render(refused.message, bilan::base::Language::english)
                  << '\n';
    for (const auto& offer : registry.plugins()) std::cout << offer.plugin.name << ' ' << offer.plugin.version << '\n';
    if (!registry.refused().empty() || registry.plugins().empty()) return 1;
    return count > 2 ? print_file(registry, words[2]) : 0;
}
