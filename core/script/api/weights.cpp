// SPDX-License-Identifier: MPL-2.0
//
// What the objects of scripts take outside Lua, as far as it is theirs alone: datasets and rows are shared.
#include "script/api/objects.hpp"

namespace bilan::script {

namespace {

constexpr std::size_t bytes_of_allocation = 32; ///< a control block, and what the allocator adds

constexpr std::size_t bytes_of_condition = 640; ///< of a query: a small tree, and the names in it

std::size_t weight_of_node(const data::Expression& expression)
{
    return sizeof(data::Expression) + 3 * bytes_of_allocation + expression.name.capacity() +
           expression.constants.size() * sizeof(data::Constant) +
           expression.operands.size() * sizeof(data::ExpressionPointer);
}

std::size_t weight_of(const std::vector<data::Figure>& figures)
{
    std::size_t bytes = 0;
    for (const data::Figure& figure : figures) bytes += script::weight_of(figure);
    return bytes;
}

} // namespace

std::size_t weight_of(const data::Figure& figure)
{
    std::size_t bytes = sizeof(data::Figure) + bytes_of_allocation;
    for (const data::Sources& sources : figure.sources)
        bytes += sizeof(data::Sources) + sizeof(data::Reading) + bytes_of_allocation +
                 sources->fields.size() * sizeof(data::SourceField) +
                 sources->lookups.size() * sizeof(data::ExpressionPointer);
    return bytes;
}

std::size_t ObjectWeight<ExpressionObject>::of(const ExpressionObject& expression)
{
    std::size_t bytes = weight_of_node(expression);
    for (const data::ExpressionPointer& operand : expression.operands) // a field or a number is let go with its name
        if (operand->operands.empty()) bytes += weight_of_node(*operand);
    return bytes;
}

std::size_t ObjectWeight<MeasureObject>::of(const MeasureObject& /*measure*/)
{
    return sizeof(MeasureObject) + bytes_of_allocation;
}

std::size_t ObjectWeight<FigureObject>::of(const FigureObject& figure)
{
    return weight_of(figure.figure);
}

std::size_t ObjectWeight<QueryObject>::of(const QueryObject& /*query*/)
{
    return sizeof(QueryObject) + bytes_of_allocation + bytes_of_condition;
}

std::size_t ObjectWeight<GroupsObject>::of(const GroupsObject& groups)
{
    std::size_t bytes = sizeof(GroupsObject);
    for (const data::KeyColumn& key : groups.groups.keys)
        bytes += key.values.size() * (sizeof(data::Key) + sizeof(data::State));
    for (const data::FigureColumn& column : groups.groups.columns) bytes += weight_of(column.figures);
    return bytes;
}

std::size_t ObjectWeight<CrossingObject>::of(const CrossingObject& crossing)
{
    std::size_t bytes = sizeof(CrossingObject);
    for (const std::vector<data::Figure>& line : crossing.crossing.cells) bytes += weight_of(line);
    return bytes + weight_of(crossing.crossing.row_totals) + weight_of(crossing.crossing.column_totals);
}

} // namespace bilan::script
