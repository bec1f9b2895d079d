// SPDX-License-Identifier: MPL-2.0
#include "script/api/row_order.hpp"

#include "base/number.hpp"
#include "script/api/check.hpp"
#include "script/api/session.hpp"
#include "script/mistake.hpp"
#include "script/table_reader.hpp"
#include "script/where.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using base::Language;

std::string counted(std::size_t rows, Language language)
{
    return base::for_people(static_cast<double>(rows), 0, language);
}

/// A condition that is true on these rows of the dataset alone.
data::ExpressionPointer these_rows(const QueryObject& self, std::span<const std::uint32_t> places)
{
    const std::size_t rows = self.query().dataset().rows();
    self.session->take_bytes(rows * (sizeof(double) + sizeof(data::State)), "head");
    auto column = std::make_shared<data::Column>();
    column->field.id = "head";
    column->field.label = {"head", "head"};
    column->field.type = data::FieldType::boolean;
    column->numbers.assign(rows, 0.0);
    column->states.assign(rows, data::State::value);
    for (const std::uint32_t place : places) column->numbers[(*self.query().rows())[place]] = 1.0;
    return data::stored(std::move(column));
}

/// How many rows that are left out stand where the last one kept does.
std::size_t ties_behind(const data::OrderedRows& all, std::size_t kept)
{
    if (all.ranks.empty() || kept == 0) return 0;
    std::size_t ties = 0;
    while (kept + ties < all.places.size() && all.are_equal(all.places[kept - 1], all.places[kept + ties])) ++ties;
    return ties;
}

/// « par « Accordé » décroissant, puis par « Porteur » ».
std::string words_of_keys(const QueryObject& rows, Language language)
{
    const bool is_french = language == Language::french;
    std::string words;
    for (const data::RowOrder& key : rows.order) {
        const data::Field* const field = rows.query().field(key.field);
        const std::string label = field == nullptr ? std::string() : field->label.in(language);
        const std::string name = label.empty() ? key.field : label;
        words += words.empty() ? ", " : is_french ? ", puis " : ", then ";
        words += is_french ? "par «\u00A0" + name + "\u00A0»" : "by \"" + name + '"';
        if (key.is_descending) words += is_french ? " décroissant" : ", descending";
    }
    if (words.empty()) return is_french ? ", dans l'ordre des fichiers" : ", in the order of the files";
    return words;
}

std::string words_of_head(const QueryObject& rows, Language language)
{
    const bool is_french = language == Language::french;
    const QueryObject::Head& head = *rows.head;
    const std::string shown = counted(head.shown, language);
    const std::string all = counted(head.of, language);
    const std::size_t now = rows.query().rows()->size();
    std::string words;
    if (now < head.shown)
        words = is_french ? counted(now, language) + (now < 2 ? " ligne" : " lignes") + " parmi les " + shown +
                                " premières sur " + all
                          : counted(now, language) + (now == 1 ? " row" : " rows") + " among the first " + shown +
                                " of " + all;
    else if (head.shown == 1)
        words = is_french ? "Première ligne sur " + all : "First row of " + all;
    else
        words = is_french ? shown + " premières lignes sur " + all : "First " + shown + " rows of " + all;
    words += words_of_keys(rows, language);
    if (head.ties == 0) return words;
    const std::string ties = counted(head.ties, language);
    if (is_french)
        return words + " ; " + ties +
               (head.ties == 1 ? " ligne non affichée est à égalité avec la dernière"
                               : " lignes non affichées sont à égalité avec la dernière");
    return words + "; " + ties + (head.ties == 1 ? " row not shown equals the last" : " rows not shown equal the last");
}

std::string words_in(const QueryObject& rows, Language language)
{
    if (rows.head) return words_of_head(rows, language);
    const std::string all = counted(rows.query().rows()->size(), language);
    return (language == Language::french ? all + " lignes" : all + " rows") + words_of_keys(rows, language);
}

} // namespace

std::shared_ptr<QueryObject> sorted_rows(const std::shared_ptr<QueryObject>& self, const std::string& field,
                                         const std::optional<std::string>& direction)
{
    static const std::vector<std::string> directions = {"ascending", "descending"};
    check_field(self->query(), field);
    const bool is_descending =
        direction && choice_of(*direction, directions, Where(Where("Query:sorted"), "direction")) == 1;
    auto sorted = std::make_shared<QueryObject>(self->query(), self->session);
    sorted->head = self->head;
    sorted->order.push_back({field, self->query().expanded(data::field(field)), is_descending});
    std::ranges::copy_if(self->order, std::back_inserter(sorted->order),
                         [&](const data::RowOrder& before) { return before.field != field; });
    return sorted;
}

std::shared_ptr<QueryObject> head_of_rows(const std::shared_ptr<QueryObject>& self, std::int64_t most)
{
    if (most < 0) throw Mistake("BIL-446", {std::to_string(most)}, "head");
    const data::OrderedRows all = data::ordered(self->query(), self->order);
    const std::size_t kept = std::min(all.places.size(), static_cast<std::size_t>(most));
    auto first = std::make_shared<QueryObject>(
        self->query().where(these_rows(*self, std::span(all.places).first(kept))), self->session);
    first->order = self->order;
    first->head = self->head;
    if (kept < all.places.size()) {
        const std::size_t of = self->head ? self->head->of : all.places.size();
        first->head = QueryObject::Head{kept, of, ties_behind(all, kept)};
    }
    return first;
}

std::vector<std::uint32_t> places_in_order(const QueryObject& rows)
{
    if (rows.order.empty()) return {};
    return data::ordered(rows.query(), rows.order).places;
}

base::Words words_of_order(const QueryObject& rows)
{
    if (rows.order.empty() && !rows.head) return {};
    return {words_in(rows, Language::french), words_in(rows, Language::english)};
}

} // namespace bilan::script
