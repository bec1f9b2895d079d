// SPDX-License-Identifier: MPL-2.0
#include "script/domain/included_fields.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

std::map<std::string, bool> ids_in_file(const std::string& file, const std::vector<data::Field>& fields)
{
    std::map<std::string, bool> ids;
    for (const data::Field& field : fields) ids[file + '.' + field.id] = true;
    return ids;
}

} // namespace

void include_fields(data::Schema& schema, const std::vector<std::string>& include, const SharedFields& fields)
{
    std::vector<data::Field> all;
    for (const std::string& name : include) {
        const std::size_t dot = name.find('.');
        const auto found = fields.find(name.substr(0, dot));
        if (found == fields.end()) throw unknown_entry("include", name, fields);
        if (dot == std::string::npos) {
            all.insert(all.end(), found->second.begin(), found->second.end());
            continue;
        }
        const auto one = std::ranges::find(found->second, name.substr(dot + 1), &data::Field::id);
        if (one == found->second.end()) throw unknown_entry("include", name, ids_in_file(found->first, found->second));
        all.push_back(*one);
    }
    std::erase_if(all, [&](const data::Field& shared) {
        const auto own = std::ranges::find(schema.fields, shared.id, &data::Field::id);
        if (own == schema.fields.end()) return false;
        own->headers.insert(own->headers.end(), shared.headers.begin(), shared.headers.end());
        own->parts.insert(own->parts.end(), shared.parts.begin(), shared.parts.end());
        own->not_headers.insert(own->not_headers.end(), shared.not_headers.begin(), shared.not_headers.end());
        return true;
    });
    all.insert(all.end(), schema.fields.begin(), schema.fields.end());
    schema.fields = std::move(all);
}

} // namespace bilan::script
