// SPDX-License-Identifier: MPL-2.0
#include <bilan/plugin.hpp>

#include <stdexcept>

namespace {

class Shy final : public bilan::Writer {
public:
    [[nodiscard]] bilan::WriterCard card() const override { throw std::runtime_error("who am I"); }
    void write(const bilan::Workbook& /*workbook*/, const std::filesystem::path& /*target*/) const override {}
};

} // namespace

BILAN_PLUGIN("throws-on-card", "1.0.0")
{
    registry.add(std::make_unique<Shy>());
}
