// SPDX-License-Identifier: MPL-2.0
//
// What scripts hold: thin shells around the types of data/. Shared, so that nothing dangles; one thread.
#pragma once

#include "data/query.hpp"
#include "data/row_order.hpp"
#include "data/union.hpp"
#include "script/object.hpp"
#include "script/report.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bilan::script {

class Session;

/// `bilan.field`: gives `f.benef_f`.
struct FieldSource {};

struct MeasureObject {
    data::Measure measure;
    bool has_unit = false; ///< else the unit is that of the fields
    bool is_share = false; ///< of the rows where its expression, a condition, is true
};

struct FigureObject {
    data::Figure figure;
};

/// Rows of a dataset; those of a union are put together when they are first asked for, so that a loop of unions copies
/// every row once.
class QueryObject {
public:
    QueryObject(data::Query query, std::shared_ptr<Session> of) : session(std::move(of)), made_(std::move(query)) {}
    QueryObject(data::Union parts, std::shared_ptr<Session> of) : session(std::move(of)), parts_(std::move(parts)) {}

    [[nodiscard]] const data::Query& query() const
    {
        if (!made_) {
            made_ = parts_->made();
            parts_.reset();
        }
        return *made_;
    }
    /// What stands for these rows in a further union, and whether they are in hand already.
    [[nodiscard]] data::Union parts() const { return made_ ? data::Union(*made_) : *parts_; }
    [[nodiscard]] bool is_made() const { return made_.has_value(); }

    /// Rows that `head` left of more.
    struct Head {
        std::size_t shown = 0;
        std::size_t of = 0;
        std::size_t ties = 0; ///< left out, though equal to the last one shown
    };

    std::shared_ptr<Session> session;
    std::vector<data::RowOrder> order{}; ///< in which they are listed; none: as they were read
    std::optional<Head> head{};

private:
    mutable std::optional<data::Query> made_;
    mutable std::optional<data::Union> parts_;
};

/// Words behind the header of a measure: `femmes_before` is « Femmes 2024 ».
struct SideLabel {
    std::string measure;
    base::Words words;
};

struct GroupsObject {
    std::shared_ptr<QueryObject> query;
    data::Groups groups;
    std::map<std::string, SideLabel> labels{}; ///< by column
    std::size_t left_out = 0;                  ///< groups that `head` took away
    bool is_pivot = false;                     ///< its columns are what the rows hold
    std::size_t lone = 0;                      ///< of a comparison: groups with rows on one side only
    bool has_two_maps = false;                 ///< its groups are quarters of 2015 and of 2024
    std::size_t on_both_sides = 0;             ///< of a comparison: rows that stand now and before
};

struct CrossingObject {
    std::shared_ptr<QueryObject> query;
    data::Crossing crossing;
    data::Measure measure;
};

struct StateObject {
    data::State state = data::State::empty;
};

struct ParameterObject {
    ParameterCard card;
};

/// What a report file returns.
struct ReportObject {
    ReportCard card;
    int build = 0;        ///< reference of the function in the registry
    int module_scope = 0; ///< of the modules that `require` gives it; 0: those of the report that is run
    /// References of tables that say what the report's own domain is; those of included reports come first.
    std::vector<int> vocabularies{};
    std::vector<int> schemas{};
    std::vector<int> indicators{};
    std::vector<int> controls{}; ///< further rules of schemas that are there already
};

using ExpressionObject = const data::Expression;

/// Bytes of a figure with its sources; the rows behind it are shared.
[[nodiscard]] std::size_t weight_of(const data::Figure& figure);

template <>
struct ObjectWeight<ExpressionObject> {
    static std::size_t of(const ExpressionObject& expression);
};
template <>
struct ObjectWeight<MeasureObject> {
    static std::size_t of(const MeasureObject& measure);
};
template <>
struct ObjectWeight<FigureObject> {
    static std::size_t of(const FigureObject& figure);
};
template <>
struct ObjectWeight<QueryObject> {
    static std::size_t of(const QueryObject& query);
};
template <>
struct ObjectWeight<GroupsObject> {
    static std::size_t of(const GroupsObject& groups);
};
template <>
struct ObjectWeight<CrossingObject> {
    static std::size_t of(const CrossingObject& crossing);
};

template <>
struct ObjectName<FieldSource> {
    static constexpr const char* value = "bilan.Fields";
};
template <>
struct ObjectName<ExpressionObject> {
    static constexpr const char* value = "bilan.Expression";
};
template <>
struct ObjectName<MeasureObject> {
    static constexpr const char* value = "bilan.Measure";
};
template <>
struct ObjectName<FigureObject> {
    static constexpr const char* value = "bilan.Figure";
};
template <>
struct ObjectName<QueryObject> {
    static constexpr const char* value = "bilan.Query";
};
template <>
struct ObjectName<GroupsObject> {
    static constexpr const char* value = "bilan.Groups";
};
template <>
struct ObjectName<CrossingObject> {
    static constexpr const char* value = "bilan.Crossing";
};
template <>
struct ObjectName<StateObject> {
    static constexpr const char* value = "bilan.State";
};
template <>
struct ObjectName<ParameterObject> {
    static constexpr const char* value = "bilan.Parameter";
};
template <>
struct ObjectName<ReportObject> {
    static constexpr const char* value = "bilan.Report";
};
template <>
struct ObjectName<Session> {
    static constexpr const char* value = "bilan.Run";
};

} // namespace bilan::script
