// SPDX-License-Identifier: MPL-2.0
//
// Whether the usual prefixes stand for what they usually stand for: the scanner compares bytes and sees no namespaces.
// A value, for one thread.
#pragma once

#include "ods_reader/names.hpp"

namespace bilan::ods {

class Prefixes {
public:
    /// `is_root`: on the outermost element, whose prefixes hold to the end.
    void bind(std::string_view prefix, std::string_view uri, bool is_root);

    [[nodiscard]] bool are_usual() const { return has_table_ && has_office_ && has_text_ && !is_rebound_; }
    [[nodiscard]] bool has_calc_extension() const { return has_calc_extension_; }

private:
    bool has_table_ = false;
    bool has_office_ = false;
    bool has_text_ = false;
    bool has_calc_extension_ = false;
    bool is_rebound_ = false;
};

inline void Prefixes::bind(std::string_view prefix, std::string_view uri, bool is_root)
{
    struct Usual {
        std::string_view prefix;
        Space space;
        bool Prefixes::*flag;
    };
    static constexpr Usual usual[] = {{"table", Space::table, &Prefixes::has_table_},
                                      {"office", Space::office, &Prefixes::has_office_},
                                      {"text", Space::text, &Prefixes::has_text_},
                                      {"calcext", Space::calc_extension, &Prefixes::has_calc_extension_}};
    for (const Usual& one : usual) {
        if (one.prefix != prefix) continue;
        const bool is_usual = space_of(uri) == one.space;
        if (is_root)
            this->*one.flag = is_usual;
        else if (!is_usual || !(this->*one.flag))
            is_rebound_ = true;
    }
}

} // namespace bilan::ods
