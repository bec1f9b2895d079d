// SPDX-License-Identifier: MPL-2.0
#include "run/known_schema.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <optional>
#include <vector>

namespace bilan::run {

std::shared_ptr<const data::Schema> known_schema(const data::Domain& domain, const std::string& id,
                                                 const std::string& named_by)
{
    if (auto schema = domain.schema(id)) return schema;
    std::vector<std::string> known;
    for (const auto& schema : domain.schemas) known.push_back(schema->id);
    const std::string all = base::join(known, ", ");
    const std::optional<std::string> near = base::nearest(id, known);
    throw base::Error(base::ExitCode::usage, named_by + base::for_display(id),
                      near ? base::Message{"BIL-182", {*near, all}} : base::Message{"BIL-107", {all}});
}

} // namespace bilan::run
