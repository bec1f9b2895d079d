// SPDX-License-Identifier: MPL-2.0
//
// Sample files with bits turned over, cut short, and with parts put in each other's place: every reader plugin ends in
// a book or a refusal, in time and within its limits. The same changes at every run. Inputs that the fuzzers found are
// read again from tests/fuzz/regressions/PLUGIN/.
#include "archive/archive.hpp"
#include "support/plugin_under_test.hpp"
#include "support/temporary_folder.hpp"
#include "support/zip_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace bilan::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_sample = 300'000;
constexpr std::size_t samples_of_a_kind = 25;
constexpr int changes_of_a_sample = 40;

/// The reader plugins of this build.
std::vector<std::string> reader_plugins()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(BILAN_PLUGIN_DIR))
        if (entry.path().stem().string().ends_with("_reader")) names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

fs::path shared_data()
{
    fs::path folder = fs::path(BILAN_SOURCE_DIR).parent_path();
    while (folder.has_relative_path() && !fs::exists(folder / "shared/data")) folder = folder.parent_path();
    return folder / "shared/data";
}

/// Small files that the reader calls its own: the examples of the tree, what fuzzers begin with, and real ones where
/// they are at hand.
std::vector<fs::path> samples_of(const Reader& reader)
{
    std::vector<fs::path> files;
    const fs::path tree = BILAN_SOURCE_DIR;
    for (const fs::path& folder : {tree / "examples", tree / "tests/fuzz/seeds", shared_data()}) {
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && entry.file_size() <= largest_sample) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<fs::path> own;
    for (const fs::path& file : files) {
        const std::string bytes = support::bytes_of(file);
        const Source source{file.filename().string(), "", std::as_bytes(std::span(bytes))};
        if (reader.recognises(source) >= 60) own.push_back(file);
    }
    // Some of all folders rather than all of the first.
    std::shuffle(own.begin(), own.end(), std::mt19937(1));
    own.resize(std::min(own.size(), samples_of_a_kind));
    return own;
}

std::string changed(std::string bytes, std::mt19937& random)
{
    const auto place = [&] { return random() % bytes.size(); };
    switch (random() % 4) {
    case 0: // a few bits
        for (unsigned count = 1 + random() % 8; count > 0; --count)
            bytes[place()] ^= static_cast<char>(1U << random() % 8);
        break;
    case 1: bytes.resize(place()); break;
    case 2: { // two stretches change places
        const std::size_t length = 1 + random() % std::min<std::size_t>(bytes.size() / 2, 512);
        const std::size_t first = random() % (bytes.size() - length);
        const std::size_t second = random() % (bytes.size() - length);
        for (std::size_t at = 0; at < length; ++at) std::swap(bytes[first + at], bytes[second + at]);
        break;
    }
    default: { // a stretch of one value, or twice the same
        const std::size_t from = place();
        const std::size_t length = std::min<std::size_t>(1 + random() % 64, bytes.size() - from);
        if (random() % 2 == 0)
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), length, random() % 2 == 0 ? '\0' : '\xFF');
        else
            bytes.insert(from, bytes.substr(from, length));
    }
    }
    return bytes;
}

/// An archive with one of its parts changed, or two in each other's place, and all checksums as they should be: else no
/// change would ever get past them.
std::string with_changed_part(const std::string& bytes, std::mt19937& random)
{
    const archive::ReadGuard guard("essai", ReadLimits{});
    const Source source{"essai", "", std::as_bytes(std::span(bytes))};
    try {
        archive::Archive opened(source, guard);
        std::vector<std::pair<std::string, std::string>> parts;
        for (const archive::ZipEntry& entry : opened.directory().entries()) {
            std::string part(entry.size + 1, '\0');
            part.resize(opened.open(entry).read(part));
            parts.emplace_back(entry.name, std::move(part));
        }
        std::string& one = parts.at(random() % parts.size()).second;
        if (random() % 6 == 0)
            std::swap(one, parts.at(random() % parts.size()).second);
        else if (one.size() >= 4)
            one = changed(std::move(one), random);
        ZipBuilder builder;
        for (const auto& [name, part] : parts) builder.add(name, part);
        return builder.bytes();
    } catch (const Refusal&) {
        return changed(bytes, random);
    }
}

/// Reads within small limits. What matters is that it comes back, in time, with a book or a code of the catalogue.
void expect_an_end(const Reader& reader, const std::string& bytes, const std::string& name)
{
    ReadLimits limits;
    limits.memory_bytes = std::uint64_t{64} << 20U;
    limits.total_bytes = std::uint64_t{64} << 20U;
    limits.time = std::chrono::seconds(3);
    const Source source{name, fs::path(name).extension().string(), std::as_bytes(std::span(bytes))};
    const auto before = std::chrono::steady_clock::now();
    try {
        Book book;
        if (reader.recognises(source) > 0) reader.read(source, limits, book);
    } catch (const Refusal& refusal) {
        EXPECT_TRUE(refusal.problem().code.starts_with("BIL-")) << name << ": " << refusal.what();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10)) << name;
}

class Mutations : public testing::TestWithParam<std::string> {};

TEST_P(Mutations, EndInABookOrARefusal)
{
    const PluginUnderTest plugin(GetParam());
    const Reader& reader = *plugin.readers.at(0);
    std::mt19937 random(20);
    const std::vector<fs::path> samples = samples_of(reader);
    if (samples.empty()) GTEST_SKIP() << "no sample file for " << GetParam();
    for (const fs::path& file : samples) {
        const std::string bytes = support::bytes_of(file);
        if (bytes.size() < 4) continue;
        for (int change = 0; change < changes_of_a_sample; ++change)
            expect_an_end(reader,
                          bytes.starts_with("PK") && change % 4 != 0 ? with_changed_part(bytes, random)
                                                                     : changed(bytes, random),
                          file.filename().string());
    }
}

TEST_P(Mutations, InputsThatFuzzersFoundEnd)
{
    const PluginUnderTest plugin(GetParam());
    const fs::path folder = fs::path(BILAN_SOURCE_DIR) / "tests/fuzz/regressions" / GetParam();
    if (!fs::exists(folder)) GTEST_SKIP() << "nothing found yet for " << GetParam();
    for (const auto& entry : fs::directory_iterator(folder))
        expect_an_end(*plugin.readers.at(0), support::bytes_of(entry.path()), entry.path().filename().string());
}

INSTANTIATE_TEST_SUITE_P(Readers, Mutations, testing::ValuesIn(reader_plugins()),
                         [](const auto& plugin) { return plugin.param; });

} // namespace
} // namespace bilan::test
