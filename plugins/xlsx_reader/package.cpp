// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/package.hpp"

#include "xlsx_reader/codes.hpp"
#include "xml/parser.hpp"

#include <algorithm>
#include <charconv>

namespace bilan::xlsx {
namespace {

std::string last_word(std::string_view type)
{
    return std::string(type.substr(type.rfind('/') + 1));
}

std::string percent_decoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && text.size() - i > 2 &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3) {
            decoded += static_cast<char>(static_cast<unsigned char>(value));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

/// The name of the part at `path`, seen from a part; folders may be parted the Windows way.
std::string joined(std::string_view part, std::string path)
{
    std::ranges::replace(path, '\\', '/');
    if (!path.starts_with('/')) path.insert(0, part.substr(0, part.rfind('/') + 1));
    std::vector<std::string_view> folders;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view folder = rest.substr(0, slash);
        if (folder == "..") {
            if (!folders.empty()) folders.pop_back();
        } else if (!folder.empty() && folder != ".") {
            folders.push_back(folder);
        }
        rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    std::string name;
    for (const std::string_view folder : folders) name.append(name.empty() ? "" : "/").append(folder);
    return name;
}

class RelationshipsHandler final : public xml::Handler {
public:
    RelationshipsHandler(std::string_view part, const archive::Archive& archive)
        : part_(part), guard_(archive.guard()), archive_(archive)
    {
    }

    void start(xml::Name name, xml::Attributes attributes) override
    {
        if (name.local != "Relationship") return;
        if (found.size() >= guard_.limits().entries) guard_.refuse_limit("entries", guard_.limits().entries, part_);
        Relationship relationship;
        relationship.id = attributes.find("Id").value_or("");
        relationship.type = last_word(attributes.find("Type").value_or(""));
        relationship.is_external = attributes.find("TargetMode").value_or("") == "External";
        const std::string_view target = attributes.find("Target").value_or("");
        relationship.target = relationship.is_external ? std::string(target) : found_target(target);
        found.add(std::move(relationship));
    }
    void end(xml::Name /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    Relationships found;

private:
    /// A part may carry the `%20` of its name in the archive too, which is what the standard wants (ECMA-376 part 2),
    /// or be decoded there.
    [[nodiscard]] std::string found_target(std::string_view target) const
    {
        const std::string plain(target.substr(0, target.find('#')));
        const std::string written = joined(part_, plain);
        return plain.find('%') != plain.npos && archive_.find(written) != nullptr ? written
                                                                                  : resolved_target(part_, target);
    }

    std::string_view part_;
    const archive::ReadGuard& guard_;
    const archive::Archive& archive_;
};

} // namespace

bool is_main_namespace(std::string_view space)
{
    return space.empty() || space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
           space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

const Relationship* Relationships::by_id(std::string_view id) const
{
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& one) { return one.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

const Relationship* Relationships::by_type(std::string_view type) const
{
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Relationship& one) { return one.type == type; });
    return found == all_.end() ? nullptr : &*found;
}

std::string Package::workbook_name()
{
    if (!has("[Content_Types].xml")) guard().refuse(code::missing_part, {"[Content_Types].xml"});
    const Relationships roots = relationships_of("");
    const Relationship* const workbook = roots.by_type("officeDocument");
    if (workbook == nullptr || workbook->is_external) guard().refuse(code::missing_part, {"xl/workbook.xml"});
    if (archive::lower_case(workbook->target).ends_with(".bin")) guard().refuse(code::binary_workbook);
    return workbook->target;
}

Relationships Package::relationships_of(std::string_view part)
{
    const std::size_t slash = part.rfind('/');
    const std::size_t folder = slash == part.npos ? 0 : slash + 1;
    const std::string name =
        std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
    RelationshipsHandler handler(part, archive_);
    parse(name, handler);
    return std::move(handler.found);
}

archive::PartStream Package::open(const std::string& part)
{
    const archive::ZipEntry* const entry = archive_.find(part);
    if (entry == nullptr) guard().refuse(code::missing_part, {part});
    return archive_.open(*entry);
}

void Package::parse(const std::string& part, xml::Handler& handler)
{
    archive::PartStream stream = open(part);
    xml::parse(stream, handler, part, guard());
}

std::string resolved_target(std::string_view part, std::string_view target)
{
    return joined(part, percent_decoded(target.substr(0, target.find('#'))));
}

} // namespace bilan::xlsx
