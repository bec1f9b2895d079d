// SPDX-License-Identifier: MPL-2.0
//
// Which value of a script is being read: `bilan.table › columns[2] › kind`. A chain on the stack that costs nothing
// until a message needs its text. One thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::script {

class Where {
public:
    explicit Where(std::string_view name) : name_(name) {}
    Where(const Where& parent, std::string_view name) : parent_(&parent), name_(name) {}
    Where(const Where& parent, std::size_t item) : parent_(&parent), item_(item) {}

    [[nodiscard]] std::string text() const
    {
        if (parent_ == nullptr) return std::string(name_);
        if (item_ > 0) return parent_->text() + '[' + std::to_string(item_) + ']';
        return parent_->text() + " › " + std::string(name_);
    }
    /// The last name, which stands in the author's line.
    [[nodiscard]] std::string subject() const
    {
        if (item_ > 0 && parent_ != nullptr) return parent_->subject();
        return parent_ == nullptr ? std::string() : std::string(name_);
    }

private:
    const Where* parent_ = nullptr;
    std::string_view name_;
    std::size_t item_ = 0; ///< counts from 1, as Lua does
};

} // namespace bilan::script
