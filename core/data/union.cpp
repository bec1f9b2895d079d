// SPDX-License-Identifier: MPL-2.0
#include "data/union.hpp"

#include "data/reshape.hpp"

#include <span>

namespace bilan::data {

Union::Union(const Query& first) : parts_(std::make_shared<Parts>())
{
    add(*parts_, first);
    count_ = 1;
}

Union Union::with(const Query& next) const
{
    Union longer = *this;
    if (parts_->queries.size() != count_) { // somebody else went on from here
        longer.parts_ = std::make_shared<Parts>();
        for (std::size_t at = 0; at < count_; ++at) add(*longer.parts_, parts_->queries[at]);
    }
    add(*longer.parts_, next);
    ++longer.count_;
    return longer;
}

Query Union::made() const
{
    return unite(std::span(parts_->queries).first(count_));
}

void Union::add(Parts& parts, const Query& query)
{
    std::map<std::string, bool> numbers = numbers_of(query);
    for (const auto& [name, is_number] : numbers) {
        const auto known = parts.are_numbers.find(name);
        refuse_mixture(name, known != parts.are_numbers.end() && known->second != is_number);
    }
    parts.are_numbers.merge(numbers);
    parts.queries.push_back(query);
}

} // namespace bilan::data
