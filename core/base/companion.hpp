// SPDX-License-Identifier: MPL-2.0
//
// What another room derives from a value that no longer changes, kept with the value: an index over the spellings of a
// vocabulary. Made at the first asking, by whichever thread comes first; a copy of the value starts without one, and is
// free to change.
#pragma once

#include <cassert>
#include <memory>
#include <mutex>
#include <typeinfo>
#include <utility>

namespace bilan::base {

class Companion {
public:
    Companion() = default;
    Companion(const Companion&) {}
    Companion& operator=(const Companion&) // NOLINT(bugprone-unhandled-self-assignment): nothing is taken of it
    {
        made_.reset();
        return *this;
    }
    ~Companion() = default;

    /// What `make` gives, the first time; a value has companions of one type only.
    template <typename Made, typename Make>
    [[nodiscard]] std::shared_ptr<const Made> get(Make make) const
    {
        const std::lock_guard lock(making_);
        if (made_ == nullptr) {
            made_ = std::make_shared<const Made>(make());
            type_ = &typeid(Made);
        }
        assert(*type_ == typeid(Made));
        return std::static_pointer_cast<const Made>(made_);
    }

private:
    mutable std::mutex making_;
    mutable std::shared_ptr<const void> made_;
    mutable const std::type_info* type_ = nullptr;
};

} // namespace bilan::base
