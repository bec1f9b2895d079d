// SPDX-License-Identifier: MPL-2.0
//
// One workbook of the library, from opening to closing. Frees it when something throws in between. One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <string>

namespace bilan::xlsx {

/// Numbers are written with printf; this keeps the process's locale out of it, for this thread.
class PlainLocale {
public:
    PlainLocale();
    PlainLocale(const PlainLocale&) = delete;
    PlainLocale& operator=(const PlainLocale&) = delete;
    ~PlainLocale();

private:
    locale_t plain_;
    locale_t before_;
};

/// A folder that is there as long as this is.
class PartsFolder {
public:
    explicit PartsFolder(const std::filesystem::path& target);
    PartsFolder(const PartsFolder&) = delete;
    PartsFolder& operator=(const PartsFolder&) = delete;
    ~PartsFolder();
    /// The library takes a text that it could write to.
    [[nodiscard]] char* data() { return path_.data(); }

private:
    std::string path_;
};

class Session {
public:
    /// Temporary files go into a folder beside the target, which is where there must be room anyway.
    explicit Session(const std::filesystem::path& target);

    [[nodiscard]] lxw_workbook& workbook() { return *workbook_; }
    [[nodiscard]] lxw_worksheet& add_sheet(const std::string& name);
    void set_properties(const WorkbookProperties& properties);
    void define(const DefinedName& name);
    /// Writes the file. Nothing else may be called afterwards.
    void close();

private:
    struct Free {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };
    std::string path_;
    PartsFolder parts_; // outlives the workbook, whose temporary files are in it
    std::unique_ptr<lxw_workbook, Free> workbook_;
};

} // namespace bilan::xlsx
