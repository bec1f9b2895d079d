// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/manifest.hpp"

#include "ods_reader/names.hpp"
#include "xml/parser.hpp"

namespace bilan::ods {
namespace {

class ManifestHandler final : public xml::Handler {
public:
    void start(xml::Name name, xml::Attributes /*attributes*/) override
    {
        if (space_of(name.space) == Space::manifest && name.local == "encryption-data") is_encrypted = true;
    }
    void end(xml::Name /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    bool is_encrypted = false;
};

} // namespace

bool is_encrypted(archive::ByteSource& manifest, const std::string& part, const archive::ReadGuard& guard)
{
    ManifestHandler handler;
    xml::parse(manifest, handler, part, guard);
    return handler.is_encrypted;
}

} // namespace bilan::ods
