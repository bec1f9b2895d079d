// SPDX-License-Identifier: MPL-2.0
//
// What a reader is given beside the bytes of a file: the way to hand those back that it has passed. A workbook of 120
// MB would otherwise stay in memory beside its grid. Does not own the file.
#pragma once

#include "base/mapped_file.hpp"

#include <bilan/source.hpp>

namespace bilan::run {

class FileMemory final : public SourceMemory {
public:
    explicit FileMemory(const base::MappedFile& file) : file_(file) {}
    void pass(std::span<const std::byte> bytes) noexcept override { file_.give_back(bytes); }

private:
    const base::MappedFile& file_;
};

} // namespace bilan::run
