// SPDX-License-Identifier: MPL-2.0
#include "html_reader/page_tags.hpp"

#include <algorithm>
#include <string>

namespace bilan::html {
namespace {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_name(char letter)
{
    return (lower(letter) >= 'a' && lower(letter) <= 'z') || (letter >= '0' && letter <= '9');
}

/// A `/` parts attributes as a blank does.
bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f' || letter == '/';
}

class Tags {
public:
    explicit Tags(std::string_view page) : page_(page) {}

    TagSurvey survey()
    {
        for (at_ = page_.find('<'); at_ < page_.size(); at_ = page_.find('<', at_)) {
            ++at_;
            if (page_.substr(at_).starts_with("!--")) {
                at_ = page_.find("-->", at_);
            } else if (at_ < page_.size() && (page_[at_] == '/' || is_name(page_[at_]))) {
                take_tag();
            }
        }
        found_.is_cut = open_tables_ > 0;
        return found_;
    }

private:
    void take_tag()
    {
        const bool is_end = page_[at_] == '/';
        if (is_end) ++at_;
        std::string name;
        for (; at_ < page_.size() && is_name(page_[at_]) && name.size() < 16; ++at_) name += lower(page_[at_]);
        found_.most_attributes = std::max(found_.most_attributes, pass_attributes());
        const bool is_complete = at_ < page_.size();
        if (name == "table") {
            if (!is_end) ++open_tables_;
            if (is_end && open_tables_ > 0) --open_tables_;
        } else if (is_end && (name == "body" || name == "html")) {
            open_tables_ = 0;
        } else if (!is_end && is_complete && (name == "script" || name == "style")) {
            pass_text_of(name);
        }
    }

    /// Up to the `>` outside quotes. Only a value may be quoted: a lone apostrophe elsewhere is one.
    std::size_t pass_attributes()
    {
        std::size_t count = 0;
        bool is_in_word = true; // what is left of the name
        for (; at_ < page_.size() && page_[at_] != '>'; ++at_) {
            if (is_blank(page_[at_])) {
                is_in_word = false;
                continue;
            }
            if (!is_in_word && page_[at_] != '=') ++count;
            is_in_word = true;
            if (page_[at_] != '=') continue;
            while (at_ + 1 < page_.size() && is_blank(page_[at_ + 1])) ++at_;
            if (at_ + 1 >= page_.size() || (page_[at_ + 1] != '"' && page_[at_ + 1] != '\'')) continue;
            at_ = std::min(page_.find(page_[at_ + 1], at_ + 2), page_.size() - 1);
            is_in_word = false;
        }
        return count;
    }

    /// Up to the end tag of an element whose text is none of the page's.
    void pass_text_of(std::string_view name)
    {
        const auto is_same = [](char letter, char small) { return lower(letter) == small; };
        for (at_ = page_.find("</", at_); at_ < page_.size(); at_ = page_.find("</", at_ + 2)) {
            const std::string_view ending = page_.substr(at_ + 2, name.size());
            if (std::equal(ending.begin(), ending.end(), name.begin(), name.end(), is_same)) return;
        }
    }

    std::string_view page_;
    std::size_t at_ = 0;
    std::size_t open_tables_ = 0;
    TagSurvey found_;
};

} // namespace

TagSurvey survey_tags(std::string_view page)
{
    return Tags(page).survey();
}

} // namespace bilan::html
