// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/commands/limits.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "run/grid_lines.hpp"
#include "run/inputs.hpp"
#include "run/reading.hpp"

#include <cstdint>
#include <string>

namespace bilan::app {

namespace {

struct GridWords {
    std::string file;
    std::string sheet;
    ReadLimits limits;
    std::uint64_t output_bytes = std::uint64_t{16} << 30U; ///< far beyond a million rows of twenty cells
};

base::ExitCode grid(Session& session, const GridWords& words)
{
    const std::filesystem::path path(words.file);
    run::check_no_mark(path);
    const run::OpenedBook opened = run::open_book(session.engine(), {path, path.filename().string(), ""}, words.limits);
    std::uint64_t bytes = 0;
    const std::size_t shown = run::grid_lines(*opened.book, words.sheet, [&](const std::string& line) {
        bytes += line.size() + 1;
        if (bytes > words.output_bytes)
            throw base::Error(base::ExitCode::unreadable, path.filename().string(),
                              {"BIL-144", {"output_bytes", std::to_string(words.output_bytes)}});
        session.out() << line << '\n';
    });
    for (const Problem& remark : opened.book->remarks) {
        session.errors() << path.filename().string();
        if (!remark.place.sheet.empty()) session.errors() << " › " << base::for_display(remark.place.sheet);
        if (remark.place.row && remark.place.column)
            session.errors() << " › " << cell_name({*remark.place.row, *remark.place.column});
        else if (remark.place.row)
            session.errors() << " › " << std::uint64_t{*remark.place.row} + 1;
        session.errors() << ": " << base::render({remark.code, remark.arguments}, session.language()) << '\n';
    }
    if (shown == 0 && !words.sheet.empty()) {
        std::vector<std::string> names;
        for (const Grid& sheet : opened.book->sheets) names.push_back(sheet.facts.name);
        throw base::Error(base::ExitCode::usage, words.file,
                          {"BIL-108", {base::for_display(words.sheet), base::join(names, ", ")}});
    }
    return base::ExitCode::done;
}

} // namespace

void add_grid(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(
        app, session, "grid", "grille",
        {"Cellules brutes d'un fichier, en JSON Lines\u00A0; toutes, aussi celles qui nomment des personnes",
         "Raw cells of a file as JSON Lines; all of them, those that name persons too"},
        {"  bilan grille classeur.xlsx --feuille Bilan", "  bilan grid book.xlsx --sheet Bilan"});
    auto words = std::make_shared<GridWords>();
    command->add_option(session.say({"FICHIER", "FILE"}), words->file, session.say({"fichier", "file"}))->required();
    command->add_option("--sheet,--feuille", words->sheet, session.say({"cette feuille seulement", "only this sheet"}));
    add_limits(*command, session, words->limits, &words->output_bytes);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return grid(session, *words); }; });
}

} // namespace bilan::app
