// SPDX-License-Identifier: MPL-2.0
#include "run/mappings_file.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"

#include <toml++/toml.h>

#include <ranges>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

class MappingsReader {
public:
    MappingsReader(const fs::path& file, const data::Domain& domain, intake::Mappings& mappings)
        : file_(file), domain_(domain), mappings_(mappings)
    {
    }

    void read()
    {
        const base::MappedFile mapped(file_);
        const std::string_view text(reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size());
        try {
            for (const auto& [schema, answers] : toml::parse(text)) read_schema(schema.str(), answers);
        } catch (const toml::parse_error& error) {
            refuse(error.source(), {"BIL-161", {std::string(error.description())}});
        }
    }

private:
    [[noreturn]] void refuse(const toml::source_region& where, base::Message message) const
    {
        throw base::Error(base::ExitCode::usage, file_.string() + ":" + std::to_string(where.begin.line),
                          std::move(message));
    }

    void read_schema(std::string_view id, const toml::node& answers)
    {
        const std::shared_ptr<const data::Schema> schema = domain_.schema(id);
        if (!schema) {
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
            mappings_.add(id, header.str(), answer->get());
        }
    }

    void check_field(const data::Schema& schema, const std::string& id, const toml::source_region& where) const
    {
        if (id.empty() || schema.field(id) != nullptr || schema.family_of(id) != nullptr) return;
        std::vector<std::string> known;
        for (const data::Field& field : schema.fields) known.push_back(field.id);
        const std::string near = base::nearest(id, known).value_or(known.front());
        refuse(where, {"BIL-164", {base::for_display(id), schema.id, near}});
    }

    const fs::path& file_;
    const data::Domain& domain_;
    intake::Mappings& mappings_;
};

} // namespace

intake::Mappings read_mappings(const std::vector<fs::path>& campaigns, const data::Domain& domain)
{
    intake::Mappings mappings;
    for (auto campaign = campaigns.rbegin(); campaign != campaigns.rend(); ++campaign) {
        const fs::path file = *campaign / "mappings.toml";
        std::error_code none;
        if (fs::exists(file, none)) MappingsReader(file, domain, mappings).read();
    }
    return mappings;
}

} // namespace bilan::run
