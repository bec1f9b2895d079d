// SPDX-License-Identifier: MPL-2.0
#include "run/inputs.hpp"

#include "base/error.hpp"
#include "base/system_answer.hpp"
#include "base/text.hpp"
#include "run/digest.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <unistd.h>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_files = 10'000;
constexpr int most_levels = 16;

/// A name that a spreadsheet program, a file manager or `bilan new campaign` left there, not a partner.
bool is_no_input(const std::string& name)
{
    return name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || name == "Thumbs.db" ||
           name == "desktop.ini" || name == "LISEZMOI.md" || name == "README.md";
}

/// Excel's `~$mission.xlsx`, LibreOffice's `.~lock.mission.ods#`.
bool is_mark_of_open_workbook(const std::string& name)
{
    return name.starts_with("~$") || name.starts_with(".~lock.");
}

struct Found {
    fs::path path;
    std::string below; ///< path below the argument, for telling equal names apart
};

void walk(const fs::path& folder, const std::string& below, int level, std::vector<Found>& found, Inputs& inputs)
{
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) entries.push_back(entry);
    if (failed)
        throw base::Error(base::ExitCode::unreadable, folder.string(),
                          {"BIL-187", {base::system_answer(failed.value())}});
    if (!entries.empty() && ::access(folder.c_str(), X_OK) != 0)
        throw base::Error(base::ExitCode::unreadable, folder.string(), {"BIL-186", {}});
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().filename().string(); });
    for (const fs::directory_entry& entry : entries) {
        const std::string name = entry.path().filename().string();
        const std::string shown = below + name;
        std::error_code none;
        // A link to a folder is not followed: it may lead back.
        if (is_no_input(name) || (entry.is_directory(none) && entry.is_symlink(none)) ||
            (entry.is_directory(none) && level >= most_levels))
            inputs.passed_over.push_back(base::for_display(shown));
        else if (entry.is_directory(none))
            walk(entry.path(), shown + "/", level + 1, found, inputs);
        else
            found.push_back({entry.path(), shown});
        if (found.size() > most_files)
            throw base::Error(base::ExitCode::unreadable, folder.string(), {"BIL-151", {std::to_string(most_files)}});
    }
}

std::vector<Found> look(const std::vector<std::string>& arguments, Inputs& inputs)
{
    std::vector<Found> found;
    for (const std::string& argument : arguments) {
        const fs::path path(argument);
        std::error_code none;
        check_no_mark(path);
        if (fs::is_directory(path, none))
            walk(path, "", 0, found, inputs);
        else
            found.push_back({path, path.filename().string()});
    }
    // As a folder lists them: what is written may not depend on the order of the command line.
    std::ranges::sort(found, {}, [](const Found& file) { return std::pair(fs::path(file.below), file.path); });
    return found;
}

/// The last `parts` of a path: « valmont/bilan.csv ». Where a folder lies on this machine is nobody's business.
std::string tail_of(const fs::path& path, std::size_t parts)
{
    const std::vector<fs::path> all(path.begin(), path.end());
    fs::path tail;
    for (std::size_t at = all.size() - std::min(parts, all.size()); at < all.size(); ++at) tail /= all[at];
    return tail.generic_string();
}

/// The shortest tail of more than one part that no other file has.
std::string own_tail(const fs::path& path, const std::vector<Found>& found)
{
    const auto length = static_cast<std::size_t>(std::distance(path.begin(), path.end()));
    for (std::size_t parts = 2; parts < length; ++parts) {
        std::string tail = tail_of(path, parts);
        const auto has_it = [&](const Found& other) { return tail_of(other.path, parts) == tail; };
        if (std::ranges::count_if(found, has_it) == 1) return tail;
    }
    return path.generic_string();
}

/// Base names where they tell files apart, else the path below the argument, else as much more of it as it takes.
std::vector<std::string> names_of(const std::vector<Found>& found)
{
    std::map<std::string, int> base_names;
    std::map<std::string, int> below;
    for (const Found& file : found) {
        ++base_names[file.path.filename().string()];
        ++below[file.below];
    }
    std::vector<std::string> names;
    for (const Found& file : found) {
        const std::string base_name = file.path.filename().string();
        const std::string name = base_names[base_name] == 1 ? base_name
                                 : below[file.below] == 1   ? file.below
                                                            : own_tail(file.path, found);
        names.push_back(base::for_display(name, 200));
    }
    return names;
}

} // namespace

void check_no_mark(const fs::path& file)
{
    std::error_code none;
    if (is_mark_of_open_workbook(file.filename().string()) && !fs::is_directory(file, none))
        throw base::Error(base::ExitCode::unreadable, file.string(), {"BIL-188", {}});
}

std::vector<fs::path> input_paths(const std::vector<std::string>& arguments)
{
    Inputs unused;
    std::vector<fs::path> paths;
    for (Found& file : look(arguments, unused)) paths.push_back(std::move(file.path));
    return paths;
}

Inputs find_inputs(const std::vector<std::string>& arguments)
{
    Inputs inputs;
    std::vector<Found> found = look(arguments, inputs);
    std::set<fs::path> seen; // the same file named twice is one input
    std::erase_if(found, [&](const Found& file) {
        std::error_code none;
        const fs::path canonical = fs::weakly_canonical(file.path, none);
        return !seen.insert(none ? file.path : canonical).second;
    });
    const std::vector<std::string> names = names_of(found);
    std::map<std::string, std::string> by_digest;
    for (std::size_t at = 0; at < found.size(); ++at) {
        InputFile file{found[at].path, names[at], ""};
        std::error_code unknown; // set where nobody may look: reading the file says why
        if (!fs::exists(file.path, unknown) && !unknown)
            throw base::Error(base::ExitCode::unreadable, file.path.string(), {"BIL-390", {}});
        bool is_empty = false; // two of them say nothing about each other
        try {
            const base::MappedFile mapped(file.path);
            is_empty = mapped.bytes().empty();
            file.digest = sha256(mapped.bytes());
        } catch (const base::Error&) {
            inputs.files.push_back(std::move(file)); // reading it says why
            continue;
        }
        if (is_empty || by_digest.emplace(file.digest, file.name).second)
            inputs.files.push_back(std::move(file));
        else
            inputs.copies.emplace_back(file.name, by_digest.at(file.digest));
    }
    if (inputs.files.empty())
        throw base::Error(base::ExitCode::findings, arguments.empty() ? "" : arguments.front(), {"BIL-152", {}});
    return inputs;
}

} // namespace bilan::run
