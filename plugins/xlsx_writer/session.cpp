// SPDX-License-Identifier: MPL-2.0
#include "session.hpp"

#include <bilan/writer.hpp>

#include "refusals.hpp"

#include <charconv>
#include <clocale>
#include <ctime>
#include <fstream>
#include <new>
#include <string_view>

namespace bilan::xlsx {

namespace {

int number_at(std::string_view text, std::size_t at, std::size_t length)
{
    int number = -1;
    if (at + length > text.size()) return number;
    const char* const end = text.data() + at + length;
    const auto [rest, error] = std::from_chars(text.data() + at, end, number);
    return error == std::errc() && rest == end ? number : -1;
}

/// `2025-01-01T00:00:00Z` as the library wants it. Zero means "now" to the library, so it is refused like nonsense.
std::time_t instant(const std::string& text)
{
    std::tm parts = {};
    parts.tm_year = number_at(text, 0, 4) - 1900;
    parts.tm_mon = number_at(text, 5, 2) - 1;
    parts.tm_mday = number_at(text, 8, 2);
    parts.tm_hour = number_at(text, 11, 2);
    parts.tm_min = number_at(text, 14, 2);
    parts.tm_sec = number_at(text, 17, 2);
    const std::time_t seconds = ::timegm(&parts);
    if (text.size() != 20 || text.back() != 'Z' || seconds <= 0) refuse(codes::property, {}, {"created", text});
    return seconds;
}

} // namespace

PlainLocale::PlainLocale() : plain_(::newlocale(LC_ALL_MASK, "C", nullptr)), before_(nullptr)
{
    if (plain_ == nullptr) throw std::bad_alloc();
    before_ = ::uselocale(plain_);
}

PlainLocale::~PlainLocale()
{
    ::uselocale(before_);
    ::freelocale(plain_);
}

PartsFolder::PartsFolder(const std::filesystem::path& target) : path_(parts_folder(target).string())
{
    std::error_code failure;
    std::filesystem::create_directory(path_, failure);
    if (failure) refuse(codes::not_written, {target.string(), {}, {}, {}}, {});
}

PartsFolder::~PartsFolder()
{
    std::error_code none;
    std::filesystem::remove_all(path_, none);
}

Session::Session(const std::filesystem::path& target) : path_(target.string()), parts_(target)
{
    // The library complains on the error stream, where nobody looks; so the commonest fault is found before it.
    if (!std::ofstream(target, std::ios::binary)) refuse(codes::not_written, {path_, {}, {}, {}}, {});
    lxw_workbook_options options = {};
    options.tmpdir = parts_.data();
    options.use_zip64 = LXW_FALSE;
    workbook_.reset(workbook_new_opt(path_.c_str(), &options));
    if (!workbook_) refuse(codes::memory, {}, {});
}

lxw_worksheet& Session::add_sheet(const std::string& name)
{
    // Asked first: a refused name makes the library hand out a null sheet, an empty one reads out of bounds.
    if (name.empty()) refuse(codes::sheet, {}, {name, ""});
    check(workbook_validate_sheet_name(workbook_.get(), name.c_str()), codes::sheet, {}, {name});
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (sheet == nullptr) refuse(codes::memory, {}, {});
    return *sheet;
}

void Session::set_properties(const WorkbookProperties& properties)
{
    WorkbookProperties texts = properties; // the library takes texts that it could write to
    lxw_doc_properties document = {};
    document.title = texts.title.data();
    document.subject = texts.subject.data();
    document.author = texts.author.data();
    document.company = texts.company.data();
    document.keywords = texts.keywords.data();
    document.comments = texts.comments.data();
    document.created = instant(texts.created);
    check(workbook_set_properties(workbook_.get(), &document), codes::property, {}, {"title"});
    for (const auto& [name, value] : properties.custom)
        check(workbook_set_custom_property_string(workbook_.get(), name.c_str(), value.c_str()), codes::property, {},
              {name});
}

void Session::define(const DefinedName& name)
{
    check(workbook_define_name(workbook_.get(), name.name.c_str(), name.formula.c_str()), codes::name, {}, {name.name});
}

void Session::close()
{
    check(workbook_close(workbook_.release()), codes::not_written, {path_, {}, {}, {}});
}

} // namespace bilan::xlsx
