// SPDX-License-Identifier: MPL-2.0
//
// The package around a workbook (OPC): parts and the relationships between them. Follows no relationship by itself and
// never opens an external target. Owned by the call that reads the file; for one thread.
#pragma once

#include "archive/archive.hpp"
#include "xml/handler.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bilan::xlsx {

/// Namespaces of the two editions of the standard; files of careless programs name none.
[[nodiscard]] bool is_main_namespace(std::string_view space);

struct Relationship {
    std::string id;
    std::string type;   ///< the last word of the type: "worksheet", "styles"
    std::string target; ///< name of a part without the leading slash; as written when external
    bool is_external = false;
};

class Relationships {
public:
    void add(Relationship relationship) { all_.push_back(std::move(relationship)); }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    /// Null when there is none.
    [[nodiscard]] const Relationship* by_id(std::string_view id) const;
    [[nodiscard]] const Relationship* by_type(std::string_view type) const;

private:
    std::vector<Relationship> all_;
};

class Package {
public:
    explicit Package(archive::Archive& archive) : archive_(archive) {}

    /// Name of the workbook part. Refuses a package that does not say.
    [[nodiscard]] std::string workbook_name();
    /// The relationships of a part; refused when there are none.
    [[nodiscard]] Relationships relationships_of(std::string_view part);
    [[nodiscard]] bool has(std::string_view part) const { return archive_.find(part) != nullptr; }
    /// Refused when missing.
    [[nodiscard]] archive::PartStream open(const std::string& part);
    void parse(const std::string& part, xml::Handler& handler);
    [[nodiscard]] const archive::ReadGuard& guard() const { return archive_.guard(); }

private:
    archive::Archive& archive_;
};

/// Where a target written in the relationships of `part` points: absolute, relative, with `..`, backslashes or %20.
[[nodiscard]] std::string resolved_target(std::string_view part, std::string_view target);

} // namespace bilan::xlsx
