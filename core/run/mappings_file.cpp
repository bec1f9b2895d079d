// SPDX-License-Identifier: MPL-2.0
#include "run/mappings_file.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"

#include <toml++/toml.h>

#include <optional>
#include <ranges>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

/// Fields whose id begins with the same word: « benef_femmes » finds benef_total, benef_f, benef_h.
std::vector<std::string> beginning_alike(const std::string& id, const std::vector<std::string>& known)
{
    constexpr std::size_t most = 12;
    const std::string word = base::fold(id.substr(0, id.find('_'))) + '_';
    std::vector<std::string> alike;
    for (const std::string& field : known)
        if (word.size() > 1 && field.starts_with(word) && alike.size() < most) alike.push_back(field);
    return alike;
}

class MappingsReader {
public:
    MappingsReader(const fs::path& file, const data::Domain& domain, const IsElsewhere& is_elsewhere, Answers& answers)
        : file_(file), domain_(domain), is_elsewhere_(is_elsewhere), answers_(answers)
    {
    }

    void read()
    {
        const base::MappedFile mapped(file_);
        const std::string_view text(reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size());
        try {
            for (const auto& [schema, answers] : toml::parse(text)) read_schema(schema.str(), answers);
        } catch (const toml::parse_error& error) {
            // The parser's own words are English and of TOML; the line says more to whoever wrote it.
            const bool is_second = error.description().find("redefine") != std::string_view::npos;
            refuse(error.source(), {is_second ? "BIL-950" : "BIL-161", {line_of(text, error.source().begin.line)}});
        }
    }

private:
    static std::string line_of(std::string_view text, std::size_t number)
    {
        constexpr std::size_t longest = 120;
        for (std::size_t at = 1; at < number; ++at) {
            const std::size_t end = text.find('\n');
            if (end == std::string_view::npos) break;
            text.remove_prefix(end + 1);
        }
        return base::for_display(base::trim(text.substr(0, text.find('\n'))), longest);
    }

    [[noreturn]] void refuse(const toml::source_region& where, base::Message message) const
    {
        throw base::Error(base::ExitCode::usage, file_.string() + ":" + std::to_string(where.begin.line),
                          std::move(message));
    }

    void read_schema(std::string_view id, const toml::node& answers)
    {
        const std::shared_ptr<const data::Schema> schema = domain_.schema(id);
        if (!schema) {
            if (is_elsewhere_(file_.parent_path(), id)) return;
            std::vector<std::string> known;
            for (const auto& one : domain_.schemas) known.push_back(one->id);
            refuse(answers.source(), {"BIL-162", {base::for_display(id), base::join(known, ", ")}});
        }
        const toml::table* table = answers.as_table();
        if (table == nullptr) refuse(answers.source(), {"BIL-163", {base::for_display(id)}});
        for (const auto& [header, field] : *table) {
            const toml::value<std::string>* answer = field.as_string();
            if (answer == nullptr) refuse(field.source(), {"BIL-163", {base::for_display(header.str())}});
            check_field(*schema, answer->get(), field.source());
            answers_.mappings.add(id, header.str(), answer->get());
            answers_.given.push_back({std::string(id), std::string(header.str())});
        }
    }

    void check_field(const data::Schema& schema, const std::string& id, const toml::source_region& where) const
    {
        if (id.empty() || schema.field(id) != nullptr || schema.family_of(id) != nullptr) return;
        std::vector<std::string> known;
        for (const data::Field& field : schema.fields) known.push_back(field.id);
        if (const std::optional<std::string> near = base::nearest(id, known))
            refuse(where, {"BIL-164", {base::for_display(id), schema.id, *near}});
        const std::vector<std::string> alike = beginning_alike(id, known);
        if (alike.empty()) refuse(where, {"BIL-180", {base::for_display(id), schema.id}});
        refuse(where, {"BIL-184", {base::for_display(id), schema.id, base::join(alike, ", ")}});
    }

    const fs::path& file_;
    const data::Domain& domain_;
    const IsElsewhere& is_elsewhere_;
    Answers& answers_;
};

} // namespace

Answers read_mappings(const std::vector<fs::path>& campaigns, const data::Domain& domain,
                      const IsElsewhere& is_elsewhere)
{
    Answers answers;
    for (auto campaign = campaigns.rbegin(); campaign != campaigns.rend(); ++campaign) {
        const fs::path file = *campaign / "mappings.toml";
        std::error_code none;
        if (fs::exists(file, none)) MappingsReader(file, domain, is_elsewhere, answers).read();
    }
    return answers;
}

} // namespace bilan::run
