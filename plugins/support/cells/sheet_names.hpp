// SPDX-License-Identifier: MPL-2.0
//
// Names of the sheets of one file, each once: places and remarks name a sheet by it. For one thread.
#pragma once

#include "cells/codes.hpp"

#include <bilan/book.hpp>

#include <set>
#include <string>

namespace bilan::cells {

class SheetNames {
public:
    /// The name, with a number behind it where another sheet has it already; that is said in the book.
    [[nodiscard]] std::string take(const std::string& name, Book& book, const std::string& file)
    {
        if (taken_.insert(name).second) return name;
        std::string unique;
        for (int number = 2; unique.empty() || !taken_.insert(unique).second; ++number)
            unique = name + " (" + std::to_string(number) + ")";
        book.remarks.push_back({std::string(code::sheets_alike), {file, unique, {}, {}}, {name, unique}});
        return unique;
    }

private:
    std::set<std::string> taken_;
};

} // namespace bilan::cells
