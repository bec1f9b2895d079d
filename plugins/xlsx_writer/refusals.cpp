// SPDX-License-Identifier: MPL-2.0
#include "refusals.hpp"

#include <utility>

namespace bilan::xlsx {

void refuse(std::string_view code, Place place, std::vector<std::string> arguments)
{
    throw Refusal({std::string(code), std::move(place), std::move(arguments)});
}

void check(lxw_error error, std::string_view code, const Place& place, std::vector<std::string> arguments)
{
    switch (error) {
    case LXW_NO_ERROR: return;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: refuse(codes::memory, place, {});
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE: refuse(codes::temporary_files, place, {});
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE: refuse(codes::not_written, place, {});
    default: break;
    }
    arguments.emplace_back(lxw_strerror(error));
    refuse(code, place, std::move(arguments));
}

} // namespace bilan::xlsx
