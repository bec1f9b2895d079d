// SPDX-License-Identifier: MPL-2.0
#include "run/home.hpp"

#include "base/error.hpp"

#include <cstdlib>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

void add_if_there(std::vector<fs::path>& folders, const fs::path& folder)
{
    std::error_code none;
    if (fs::is_directory(folder, none)) folders.push_back(folder);
}

/// The user's own scripts and plugins, after a campaign's and before the system's.
fs::path user_folder()
{
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return fs::path(data) / "bilan";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".local" / "share" / "bilan";
    return {};
}

/// The folder above the program that holds both the Lua library and the reports: a checkout, or PREFIX/share/bilan.
fs::path shared_folder(const fs::path& program)
{
    std::error_code none;
    for (fs::path above = program.parent_path(); above.has_relative_path(); above = above.parent_path())
        for (const fs::path& candidate : {above, above / "share" / "bilan"})
            if (fs::exists(candidate / "scripts" / "bilan" / "init.lua", none)) return candidate;
    return {};
}

} // namespace

fs::path program_path()
{
    std::error_code none;
    return fs::read_symlink("/proc/self/exe", none);
}

Home find_home(const fs::path& program, const std::vector<fs::path>& campaigns)
{
    Home home;
    for (const fs::path& campaign : campaigns) {
        std::error_code none;
        if (!fs::is_directory(campaign, none))
            throw base::Error(base::ExitCode::usage, campaign.string(), {"BIL-181", {}});
        add_if_there(home.scripts.libraries, campaign / "scripts");
        add_if_there(home.scripts.reports, campaign / "reports");
    }
    if (const fs::path user = user_folder(); !user.empty()) {
        add_if_there(home.scripts.libraries, user / "scripts");
        add_if_there(home.scripts.reports, user / "reports");
        add_if_there(home.plugins, user / "plugins");
    }
    const fs::path shared = shared_folder(program);
    if (shared.empty()) throw base::Error(base::ExitCode::internal, program.string(), {"BIL-150", {}});
    add_if_there(home.scripts.libraries, shared / "scripts");
    add_if_there(home.scripts.reports, shared / "reports");

    const fs::path above = program.parent_path().parent_path();
    add_if_there(home.plugins, above / "plugins");
    add_if_there(home.plugins, above / "lib" / "bilan" / "plugins");
    std::error_code none;
    if (fs::is_directory(above / "lib", none))
        for (const fs::directory_entry& entry : fs::directory_iterator(above / "lib", none)) // multiarch folders
            if (entry.path().filename() != "bilan") add_if_there(home.plugins, entry.path() / "bilan" / "plugins");
    return home;
}

} // namespace bilan::run
