// SPDX-License-Identifier: MPL-2.0
#include "run/pack.hpp"

#include "base/mapped_file.hpp"
#include "base/system_answer.hpp"
#include "base/text.hpp"
#include "run/digest.hpp"
#include "run/pack_manifest.hpp"
#include "run/script_files.hpp"
#include "script/module_search.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <set>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_pack = std::size_t{16} << 20U;
constexpr std::size_t largest_manifest = std::size_t{256} << 10U;

std::string text_of(const base::MappedFile& file)
{
    std::string text(file.bytes().size(), '\0');
    if (!text.empty()) std::memcpy(text.data(), file.bytes().data(), text.size());
    return text;
}

/// One line without control characters.
std::string one_line(const std::string& words)
{
    return base::for_display(base::trim(words), 200);
}

std::string title_of(const script::ReportCard& card)
{
    return one_line(card.title.french.empty() ? card.title.english : card.title.french);
}

std::string digest_of(std::string_view manifest, std::string_view bytes)
{
    std::string all(manifest);
    all += bytes;
    return sha256(std::as_bytes(std::span(all)));
}

std::string bytes_of(const Pack& pack)
{
    std::string bytes;
    for (const PackedFile& file : pack.files) bytes += file.bytes;
    return bytes;
}

/// The report comes first, a file name stands once, and none is the folder of another.
void check_names(const Pack& pack, const std::string& shown)
{
    std::set<std::string> names;
    bool is_sound = pack.files.front().name.ends_with(".lua"); // the report's own
    for (const PackedFile& file : pack.files) is_sound = names.insert(file.name).second && is_sound;
    for (const std::string& name : names) {
        const auto inside = names.lower_bound(name + '/');
        is_sound = is_sound && (inside == names.end() || !inside->starts_with(name + '/'));
    }
    if (!is_sound) throw base::Error(base::ExitCode::unreadable, shown, {"BIL-172", {}});
}

/// What leaves here can be read back.
void check_takeable(const Pack& pack)
{
    std::size_t all = 0;
    for (const PackedFile& file : pack.files) {
        all += file.bytes.size();
        if (!is_packed_name(file.name) || all > largest_pack - largest_manifest)
            throw base::Error(base::ExitCode::script, file.name, {"BIL-196", {std::to_string(largest_pack >> 20U)}});
    }
}

/// A module that no pack can hold would be found missing by the officer.
void refuse_computed_modules(const std::vector<fs::path>& files)
{
    for (const fs::path& file : files) {
        if (file.extension() != ".lua") continue;
        const std::string code = text_of(base::MappedFile(file));
        const std::optional<std::size_t> at = computed_require(code);
        if (!at) continue;
        const auto line = 1 + std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
        throw base::Error(base::ExitCode::script, file.string() + ':' + std::to_string(line), {"BIL-439", {}});
    }
}

struct AskedModule {
    std::string name;
    std::string file; ///< that asks for it
    std::size_t at;   ///< where in its code
};

/// Modules that no file of the pack is; the report's own name asks for the standard one of that name.
std::vector<AskedModule> modules_elsewhere(const std::vector<PackedFile>& files)
{
    std::vector<AskedModule> asked;
    for (const PackedFile& file : files) {
        if (!file.name.ends_with(".lua")) continue;
        for (const auto& [name, at] : text_places_after(file.bytes, "require")) {
            if (script::is_of_library(name)) continue;
            const std::string wanted = base::replace_all(name, ".", "/") + ".lua";
            const auto found = std::ranges::find(files, wanted, &PackedFile::name);
            if (found == files.end() || found == files.begin()) asked.push_back({name, file.name, at});
        }
    }
    return asked;
}

/// What neither the pack nor bilan has would be found missing by the officer.
void refuse_missing_modules(const Pack& pack, const script::SearchPath& path, const fs::path& folder)
{
    for (const AskedModule& module : modules_elsewhere(pack.files)) {
        const fs::path standard = base::replace_all(module.name, ".", "/") + ".lua";
        std::error_code none;
        if (!path.reports.empty() && fs::is_regular_file(path.reports.back() / standard, none)) continue;
        const auto file = std::ranges::find(pack.files, module.file, &PackedFile::name);
        const auto line =
            1 + std::count(file->bytes.begin(), file->bytes.begin() + static_cast<std::ptrdiff_t>(module.at), '\n');
        throw base::Error(base::ExitCode::script, (folder / module.file).string() + ':' + std::to_string(line),
                          {"BIL-638", {module.name}});
    }
}

/// `run:read("../hors.csv")`: the officer who has no such file is told by the author, not by an error.
std::vector<std::string> tables_left_out(const std::vector<fs::path>& files, const std::vector<fs::path>& packed)
{
    std::set<std::string> names;
    for (const fs::path& file : files) {
        if (file.extension() != ".lua") continue;
        for (const std::string& name : texts_after(text_of(base::MappedFile(file)), "read")) {
            const auto is_packed = [&](const fs::path& data) {
                return data.generic_string().ends_with('/' + name) || data.generic_string() == name;
            };
            if (is_table_name(name) && std::ranges::none_of(packed, is_packed)) names.insert(name);
        }
    }
    return {names.begin(), names.end()};
}

} // namespace

Pack pack_report(const script::SearchPath& path, const std::string& report, const std::string& author)
{
    const script::ReportCard card = script::describe_report(path, report);
    const fs::path folder = card.file.has_parent_path() ? card.file.parent_path() : fs::path(".");
    Pack pack;
    pack.id = card.id;
    pack.name = card.id + ".bilan";
    pack.title = title_of(card);
    pack.author = one_line(author);
    pack.api = card.api;
    pack.datasets = card.datasets;
    std::vector<fs::path> files = script_files(card.file);
    const std::vector<fs::path> data = data_files(files);
    files.insert(files.end(), data.begin(), data.end());
    refuse_computed_modules(files);
    for (const fs::path& file : files)
        pack.files.push_back({file.lexically_relative(folder).generic_string(), text_of(base::MappedFile(file))});
    pack.left_out = tables_left_out(files, data);
    refuse_missing_modules(pack, path, folder);
    pack.digest = digest_of(manifest_of(pack), bytes_of(pack));
    check_takeable(pack); // said to the author, not to the officer
    (void)read_manifest(packed(pack), card.file.filename().string());
    return pack;
}

std::vector<std::string> reports_asked_for(const Pack& pack)
{
    std::set<std::string> names;
    for (const AskedModule& module : modules_elsewhere(pack.files)) names.insert(module.name);
    return {names.begin(), names.end()};
}

std::string packed(const Pack& pack)
{
    return manifest_of(pack) + "digest " + pack.digest + "\n\n" + bytes_of(pack);
}

Pack unpacked(const fs::path& file)
{
    const std::string shown = base::to_utf8(file.filename().native());
    const base::MappedFile mapped(file);
    if (mapped.bytes().size() > largest_pack)
        throw base::Error(base::ExitCode::unreadable, shown, {"BIL-174", {std::to_string(largest_pack >> 20U)}});
    const std::string text = text_of(mapped);
    Manifest manifest = read_manifest(text, shown);
    Pack pack = std::move(manifest.pack);
    pack.name = shown;
    std::size_t at = manifest.end;
    const auto altered = [&]() { return base::Error(base::ExitCode::unreadable, shown, {"BIL-175", {}}); };
    for (const ManifestFile& expected : manifest.files) {
        if (expected.bytes > text.size() - at) throw altered();
        pack.files.push_back({expected.name, text.substr(at, expected.bytes)});
        at += expected.bytes;
        if (sha256(std::as_bytes(std::span(pack.files.back().bytes))) != expected.digest) throw altered();
    }
    const std::string_view whole(text);
    if (at != text.size() || digest_of(whole.substr(0, manifest.digested), whole.substr(manifest.end)) != pack.digest)
        throw altered();
    check_names(pack, shown);
    return pack;
}

void check_replaced(const Pack& pack, const fs::path& file)
{
    std::error_code none;
    if (!fs::exists(file, none)) return;
    std::optional<Pack> old;
    try {
        old = unpacked(file);
    } catch (const base::Error&) {
        throw base::Error(base::ExitCode::usage, "", {"BIL-789", {file.string()}}); // whatever it is, it would be lost
    }
    const bool is_told_apart = !pack.author.empty() || old->title == pack.title; // without an author, by the title
    const bool is_same = old->id == pack.id && old->author == pack.author &&
                         old->files.front().name == pack.files.front().name && is_told_apart;
    if (is_same) return;
    const std::string author = old->author.empty() ? "–" : old->author;
    throw base::Error(base::ExitCode::usage, file.string(), {"BIL-193", {old->id, old->title, author}});
}

UnpackedReport::UnpackedReport(Pack pack) : pack_(std::move(pack))
{
    const auto refuse = [](const std::string& place, const std::string& why) {
        throw base::Error(base::ExitCode::unwritable, place, {"BIL-176", {why}});
    };
    try {
        folder_.emplace();
    } catch (const fs::filesystem_error& error) {
        refuse(error.path1().string(), base::system_answer(error.code().value()));
    }
    for (const PackedFile& file : pack_.files) {
        const fs::path target = folder_->path() / pack_.id / file.name;
        std::error_code problem;
        fs::create_directories(target.parent_path(), problem);
        std::ofstream stream(target, std::ios::binary);
        stream << file.bytes;
        stream.close();
        if (!stream.good()) refuse(folder_->path().string(), base::system_answer(errno));
    }
}

void check_manifest(const UnpackedReport& report, const script::SearchPath& path)
{
    const Pack& pack = report.pack();
    const script::ReportCard card = script::describe_report(path, report.script().string());
    const auto compare = [&](const char* key, const std::string& said, const std::string& found) {
        if (said != found)
            throw base::Error(base::ExitCode::unreadable, pack.name,
                              {"BIL-117", {key, said, base::for_display(found)}});
    };
    compare("id", pack.id, card.id);
    compare("title", pack.title, title_of(card));
    compare("api", std::to_string(pack.api), std::to_string(card.api));
    compare("reads", base::join(pack.datasets, " "), base::join(card.datasets, " "));
}

bool is_pack(const std::string& report)
{
    return report.ends_with(".bilan");
}

} // namespace bilan::run
