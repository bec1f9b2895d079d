// SPDX-License-Identifier: MPL-2.0
#include "run/pack_manifest.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "run/digest.hpp"
#include "run/script_files.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

constexpr std::string_view first_line = "bilan-report 1";
constexpr std::size_t most_files = 500;
constexpr std::size_t largest_file = std::size_t{16} << 20U; ///< the whole pack is no larger
constexpr std::size_t longest_words = 500;

[[noreturn]] void refuse(const std::string& shown, const char* code, std::vector<std::string> arguments = {})
{
    throw base::Error(base::ExitCode::unreadable, shown, {code, std::move(arguments)});
}

bool is_id(std::string_view text)
{
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

bool is_digest(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads the lines of a manifest one after the other.
class Lines {
public:
    Lines(std::string_view text, const std::string& shown) : text_(text), shown_(shown) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] std::string_view next()
    {
        const std::size_t end = text_.find('\n', at_);
        if (end == std::string_view::npos || end - at_ > 2 * longest_words) broken();
        const std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        return line;
    }
    /// What stands behind `key ` in the next line.
    [[nodiscard]] std::string_view value_of(std::string_view key)
    {
        const std::string_view line = next();
        if (line == key) return {};
        if (!line.starts_with(key) || line[key.size()] != ' ') broken();
        return line.substr(key.size() + 1);
    }
    [[nodiscard]] bool is_at(std::string_view key) const { return text_.substr(at_).starts_with(key); }
    [[noreturn]] void broken() const { refuse(shown_, "BIL-172"); }

private:
    std::string_view text_;
    const std::string& shown_;
    std::size_t at_ = 0;
};

ManifestFile file_of(std::string_view line, const Lines& lines)
{
    // A name may hold blanks: the size and the digest are what stands behind the last two.
    const std::size_t digest = line.rfind(' ');
    const std::size_t size = digest == std::string_view::npos ? digest : line.rfind(' ', digest - 1);
    if (size == std::string_view::npos || size == 0) lines.broken();
    const std::string_view name = line.substr(0, size);
    if (!is_packed_name(name) || !is_digest(line.substr(digest + 1))) lines.broken();
    const auto bytes = base::parse_integer(line.substr(size + 1, digest - size - 1));
    if (!bytes || *bytes < 0 || static_cast<std::size_t>(*bytes) > largest_file) lines.broken();
    return {std::string(name), static_cast<std::size_t>(*bytes), std::string(line.substr(digest + 1))};
}

std::string words_of(std::string_view text, const Lines& lines)
{
    if (text.size() > longest_words || !base::is_utf8(text)) lines.broken();
    return base::for_display(text); // anybody may have written it: nothing in it moves a terminal
}

} // namespace

bool is_packed_name(std::string_view name)
{
    if (name.size() > 200 || !base::is_utf8(name)) return false;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || (name.substr(dot) != ".lua" && !is_table_name(name))) return false;
    return std::ranges::all_of(base::split(name, '/'), [](std::string_view part) {
        return !part.empty() && part.front() != '.' && part.front() != ' ' &&
               std::ranges::none_of(part, [](char letter) {
                   return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f' || letter == '\\' ||
                          letter == ':';
               });
    });
}

std::string manifest_of(const Pack& pack)
{
    std::string text = std::string(first_line) + '\n';
    const auto line = [&](const char* key, const std::string& value) {
        text += key + (value.empty() ? "" : ' ' + value) + '\n';
    };
    line("id", pack.id);
    line("title", pack.title);
    line("author", pack.author);
    line("api", std::to_string(pack.api));
    line("reads", base::join(pack.datasets, " "));
    line("writes", "xlsx");
    for (const PackedFile& file : pack.files)
        line("file",
             file.name + ' ' + std::to_string(file.bytes.size()) + ' ' + sha256(std::as_bytes(std::span(file.bytes))));
    return text;
}

Manifest read_manifest(std::string_view text, const std::string& shown)
{
    Lines lines(text, shown);
    if (!text.starts_with("bilan-report ")) refuse(shown, "BIL-172");
    const std::string_view first = lines.next();
    if (first == std::string(first_line) + '\r')
        refuse(shown, "BIL-175"); // a program of mail changed the ends of lines
    if (first != first_line) refuse(shown, "BIL-173");
    Manifest manifest;
    manifest.pack.id = lines.value_of("id");
    if (!is_id(manifest.pack.id)) lines.broken();
    manifest.pack.title = words_of(lines.value_of("title"), lines);
    manifest.pack.author = words_of(lines.value_of("author"), lines);
    const auto api = base::parse_integer(lines.value_of("api"));
    if (!api || *api < 1 || *api > 1'000) lines.broken();
    manifest.pack.api = static_cast<int>(*api);
    for (const std::string_view schema : base::split(lines.value_of("reads"), ' ')) {
        if (schema.empty()) continue; // a report that reads its own tables alone
        if (!is_id(schema)) lines.broken();
        manifest.pack.datasets.emplace_back(schema);
    }
    if (lines.value_of("writes") != "xlsx") refuse(shown, "BIL-173");
    while (lines.is_at("file ")) {
        manifest.files.push_back(file_of(lines.value_of("file"), lines));
        if (manifest.files.size() > most_files) lines.broken();
    }
    if (manifest.files.empty()) lines.broken();
    manifest.digested = lines.at();
    manifest.pack.digest = lines.value_of("digest");
    if (!is_digest(manifest.pack.digest) || !lines.next().empty()) lines.broken();
    manifest.end = lines.at();
    return manifest;
}

} // namespace bilan::run
