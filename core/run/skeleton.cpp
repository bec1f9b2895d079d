// SPDX-License-Identifier: MPL-2.0
#include "run/skeleton.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "run/text_file.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

bool is_id(const std::string& name)
{
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

fs::path templates_of(const Home& home, const std::string& kind)
{
    std::error_code none;
    for (const fs::path& library : home.scripts.libraries)
        if (fs::is_directory(library / "templates" / kind, none)) return library / "templates" / kind;
    throw base::Error(base::ExitCode::internal, "scripts/templates/" + kind, {"BIL-150", {}});
}

} // namespace

std::vector<fs::path> make_skeleton(const Home& home, const std::string& kind, const std::string& name,
                                    const fs::path& target)
{
    if (!is_id(name)) throw base::Error(base::ExitCode::usage, "", {"BIL-666", {base::for_display(name)}});
    const fs::path source = templates_of(home, kind);
    std::vector<std::pair<fs::path, fs::path>> files; // from, to
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
        if (!entry.is_regular_file()) continue;
        const std::string below = entry.path().lexically_relative(source).string();
        files.emplace_back(entry.path(), target / base::replace_all(below, "NAME", name));
    }
    std::ranges::sort(files);
    std::vector<fs::path> written;
    for (const auto& [from, to] : files)
        if (std::error_code none; fs::exists(to, none)) {
            if (kind == "campaign") throw base::Error(base::ExitCode::unwritable, "", {"BIL-944", {target.string()}});
            throw base::Error(base::ExitCode::unwritable, "", {"BIL-789", {to.string()}});
        }
    for (const auto& [from, to] : files) {
        make_folder(to.parent_path());
        write_text(to, base::replace_all(text_of(from), "@NAME@", name));
        written.push_back(to);
    }
    return written;
}

} // namespace bilan::run
