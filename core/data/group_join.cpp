// SPDX-License-Identifier: MPL-2.0
#include "data/group_join.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/figure_arithmetic.hpp"

#include <algorithm>
#include <map>

namespace bilan::data {

namespace {

using Name = std::vector<Key>;

const KeyColumn& key_named(const Groups& groups, const std::string& name)
{
    return *std::ranges::find(groups.keys, name, &KeyColumn::field);
}

/// The keys of one group; nothing where one of them is unknown.
std::optional<Name> name_of(const std::vector<const KeyColumn*>& keys, std::size_t at, KeyMatch match)
{
    Name name;
    for (const KeyColumn* const key : keys) {
        Key value = key->values[at];
        if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
        if (auto* text = std::get_if<std::string>(&value); text != nullptr && match == KeyMatch::folded)
            *text = base::fold(*text);
        name.push_back(std::move(value));
    }
    return name;
}

State cause_of_no_key(const std::vector<const KeyColumn*>& keys, std::size_t at)
{
    for (const KeyColumn* const key : keys)
        if (std::holds_alternative<std::monostate>(key->values[at])) return key->states[at];
    return State::not_available;
}

std::string words_of(const Name& name)
{
    std::vector<std::string> parts;
    for (const Key& key : name)
        parts.push_back(std::holds_alternative<double>(key) ? base::shortest(std::get<double>(key))
                                                            : std::get<std::string>(key));
    return base::join(parts, " + ");
}

Figure figure_without(State cause, Unit unit)
{
    Figure figure;
    figure.cause = cause;
    figure.unit = unit;
    return figure;
}

/// What stands for the groups of one key.
Figure settled(const FigureColumn& column, const std::vector<std::size_t>& places, Repeated repeated)
{
    Figure figure = column.figures[places.front()];
    if (places.size() == 1 || repeated == Repeated::first) return figure;
    if (repeated == Repeated::unknown) return figure_without(State::error, column.measure.unit);
    for (std::size_t next = 1; next < places.size(); ++next)
        figure = sum_of({figure, false}, {column.figures[places[next]], false});
    return figure;
}

class Finder {
public:
    Finder(const Groups& others, const GroupJoin& options)
    {
        std::vector<const KeyColumn*> keys;
        for (const auto& [here, there] : options.on) keys.push_back(&key_named(others, there));
        for (std::size_t at = 0; at < others.size(); ++at)
            if (auto name = name_of(keys, at, options.match)) places_[std::move(*name)].push_back(at);
    }

    /// Nothing when no group has this key.
    [[nodiscard]] const std::vector<std::size_t>* find(const Name& name) const
    {
        const auto found = places_.find(name);
        return found == places_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const std::map<Name, std::vector<std::size_t>>& places() const { return places_; }

private:
    std::map<Name, std::vector<std::size_t>> places_;
};

Groups kept_of(const Groups& groups, const std::vector<std::size_t>& places)
{
    Groups kept = groups;
    for (KeyColumn& key : kept.keys) {
        const KeyColumn whole = std::move(key);
        key = {whole.field, {}, {}};
        for (const std::size_t place : places) {
            key.values.push_back(whole.values[place]);
            key.states.push_back(whole.states[place]);
        }
    }
    for (FigureColumn& column : kept.columns) {
        const std::vector<Figure> whole = std::move(column.figures);
        column.figures.clear();
        for (const std::size_t place : places) column.figures.push_back(whole[place]);
    }
    return kept;
}

} // namespace

JoinedGroups join(const Groups& groups, const Groups& others, const GroupJoin& options)
{
    const Finder finder(others, options);
    JoinedGroups joined;
    for (const auto& [name, places] : finder.places())
        if (places.size() > 1 && joined.repeated++ == 0) joined.first_repeated = words_of(name);

    std::vector<const KeyColumn*> keys;
    for (const auto& [here, there] : options.on) keys.push_back(&key_named(groups, here));
    std::vector<const std::vector<std::size_t>*> found;
    std::vector<std::size_t> kept;
    std::vector<std::size_t> uses(others.size()); // by groups that are kept
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto name = name_of(keys, at, options.match);
        found.push_back(name ? finder.find(*name) : nullptr);
        if (found.back() == nullptr) ++(name ? joined.without_match : joined.without_key);
        if (options.kept != KeptGroups::all && (found.back() != nullptr) != (options.kept == KeptGroups::found))
            continue;
        kept.push_back(at);
        if (found.back() != nullptr)
            for (const std::size_t other : *found.back()) ++uses[other];
    }

    joined.groups = groups;
    // Their total is that of the column where each of them is found once: not one found twice and another never.
    const bool is_whole = joined.repeated == 0 && std::ranges::all_of(uses, [](std::size_t use) { return use == 1; });
    for (const std::string& name : options.columns) {
        const FigureColumn& column = *std::ranges::find(others.columns, name, &FigureColumn::name);
        FigureColumn made = column;
        made.name = options.prefix + name;
        made.is_made = true;
        made.figures.clear();
        if (!is_whole) made.total.reset();
        for (std::size_t at = 0; at < groups.size(); ++at)
            made.figures.push_back(found[at] == nullptr ? figure_without(cause_of_no_key(keys, at), column.measure.unit)
                                                        : settled(column, *found[at], options.repeated));
        joined.groups.columns.push_back(std::move(made));
    }
    joined.groups = kept_of(joined.groups, kept);
    return joined;
}

} // namespace bilan::data
