// SPDX-License-Identifier: MPL-2.0
#include "script/api/key_figures.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/figure_text.hpp"
#include "data/undecided.hpp"
#include "script/api/check.hpp"
#include "script/api/counted_twice.hpp"
#include "script/api/limit_met.hpp"
#include "script/api/meaning.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/part_of_whole.hpp"
#include "script/api/table_options.hpp"
#include "script/api/units.hpp"
#include "script/api/values.hpp"
#include "script/api/yearless_rows.hpp"
#include "script/excerpt.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"
#include "script/years_named.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace bilan::script {

namespace {

constexpr double usual_threshold = 0.80; ///< coverage below which a figure is fragile (domain.md 2.5.1)

/// A report may declare another under this very name. « seuil » alone is any threshold: of people, of euros.
double threshold(const Session& session)
{
    if (const auto found = session.parameters.find("seuil_couverture"); found != session.parameters.end())
        if (const auto* rate = std::get_if<double>(&found->second)) return *rate;
    return usual_threshold;
}

/// The rows of the run's year. Those whose year is unknown are left out, and the first page says so.
data::Query rows_of_year(Session& session, const std::string& id)
{
    const auto found = session.inputs.datasets.find(id);
    if (found == session.inputs.datasets.end()) throw Mistake("BIL-683", {id}, id);
    data::Query all(found->second, session.inputs.domain.get());
    if (!session.inputs.year || !all.has_field(year_field)) return all;
    const auto field = data::field(std::string(year_field));
    const auto is_of_year =
        data::apply(data::Operation::equal, {field, data::constant(static_cast<double>(*session.inputs.year))});
    say_yearless(nullptr, session, all, is_of_year);
    return all.where(is_of_year);
}

void add_method_line(Session& session, const Indicator& indicator, const data::Measure& measure)
{
    const auto is_same = [&](const MethodLine& line) { return line.id == indicator.id; };
    if (std::ranges::any_of(session.built.method, is_same)) return;
    MethodLine line;
    line.id = indicator.id;
    line.label = session.in_language(indicator.label);
    line.formula = session.in_language(indicator.formula);
    line.unit = indicator.unit_name;
    line.unknowns = session.in_language(indicator.unknowns);
    line.fields = indicator.fields;
    for (const auto& part : {measure.expression, measure.denominator, measure.where}) {
        if (part == nullptr) continue;
        for (const std::string& field : part->fields())
            if (std::ranges::find(line.fields, field) == line.fields.end()) line.fields.push_back(field);
    }
    session.built.method.push_back(std::move(line));
}

/// What is wrong with the measure of the author's own indicator is told where it is written.
template <class Check>
void check_at_its_line(const Session& session, const Indicator& indicator, const Check& check)
{
    try {
        check();
    } catch (const Mistake& mistake) {
        if (indicator.line == 0 || session.state.is_library(indicator.file)) throw;
        const Sources& sources = session.state.sources();
        int line = indicator.line;
        if (const auto source = sources.find(indicator.file); source != sources.end())
            while (line <= indicator.last_line && !is_on_line(source->second.text, line, mistake.subject())) ++line;
        throw ScriptError({mistake.message(),
                           mistake.subject(),
                           indicator.file,
                           line > indicator.last_line ? indicator.line : line,
                           {}},
                          sources);
    }
}

/// Where the author of an indicator says another unit than that of the fields behind it.
void warn_of_other_unit(const Session& session, const Indicator& indicator, data::Unit computed)
{
    if (!are_apart(indicator.unit, computed) || session.state.is_library(indicator.file)) return;
    const std::string text =
        base::render({"BIL-014", {indicator.id, indicator.unit_name, unit_names()[static_cast<std::size_t>(computed)]}},
                     session.inputs.language);
    const auto is_said = [&](const JournalLine& line) { return line.text == text; };
    if (std::ranges::none_of(session.state.journal(), is_said))
        write_line(session.state, {"warning", text, indicator.file, indicator.line});
}

data::Figure compute(const std::shared_ptr<Session>& session, const Indicator& indicator, const data::Query& rows)
{
    if (rows.dataset().schema().id != indicator.dataset)
        throw Mistake("BIL-608", {indicator.id, indicator.dataset, rows.dataset().schema().id}, indicator.id);
    if (indicator.is_made) {
        add_method_line(*session, indicator, {});
        data::Figure figure =
            made_figure(session, indicator, std::make_shared<QueryObject>(QueryObject{rows, session}));
        if (figure.value) warn_of_other_unit(*session, indicator, figure.unit);
        figure.unit = indicator.unit;
        return figure;
    }
    const MeasureObject object = measure_of(*session, indicator);
    const data::Measure& measure = object.measure;
    check_at_its_line(*session, indicator, [&] {
        check_measure(*session, rows, measure);
        check_meaning(rows, object);
    });
    warn_of_other_unit(*session, indicator, unit_of(rows, measure));
    add_method_line(*session, indicator, measure);
    return rows.figure(measure);
}

/// The figure of a query that a script holds in hand and asks again is that of the first time.
data::Figure compute(const std::shared_ptr<Session>& session, const Indicator& indicator,
                     const std::shared_ptr<QueryObject>& query)
{
    constexpr std::size_t most_known = 200;
    if (query == nullptr) return compute(session, indicator, rows_of_year(*session, indicator.dataset));
    const auto is_known = [&](const KnownFigure& known) {
        return known.indicator == indicator.id && known.rows.is_same_as(query->query());
    };
    std::deque<KnownFigure>& all = session->known_figures;
    if (const auto known = std::ranges::find_if(all, is_known); known != all.end()) return known->figure;
    (void)query->query().rows(); // found once for all that is asked of them
    data::Figure figure = compute(session, indicator, query->query());
    if (all.size() == most_known) all.pop_front();
    all.push_back({indicator.id, query->query(), figure});
    return figure;
}

/// « 23 sur 29 · 4 lignes connues sur 5 ».
std::string base_of(const data::Figure& figure, base::Language language)
{
    const auto shown = [&](double number) { return base::for_people(number, 0, language); };
    const bool is_french = language == base::Language::french;
    std::string text;
    if (figure.numerator && figure.denominator)
        text = shown(*figure.numerator) + (is_french ? " sur " : " of ") + shown(*figure.denominator);
    // Of numbers that a script counted or gave: no row is behind it.
    if (figure.base + figure.unknown == 0 && (!text.empty() || figure.sources.empty())) return text;
    if (!text.empty()) text += " · ";
    if (figure.base + figure.unknown + figure.not_applicable == 0) return is_french ? "aucune ligne" : "no row";
    const bool is_one = is_french ? figure.base < 2 : figure.base == 1;
    const char* const rows = is_french ? (is_one ? " ligne connue sur " : " lignes connues sur ")
                                       : (is_one ? " known row of " : " known rows of ");
    return text + shown(static_cast<double>(figure.base)) + rows +
           shown(static_cast<double>(figure.base + figure.unknown));
}

/// « 2024, 2025 » where rows of other years than the one that heads the page are behind the figure: chosen by the
/// script they may be, and told apart from the others they must be. Empty where all are of that year.
std::string other_years(const Session& session, const data::Figure& figure)
{
    if (!session.inputs.year) return {};
    std::set<int> years;
    data::ChosenRows chosen;
    for (const data::Sources& sources : figure.sources)
        if (sources->dataset != nullptr && sources->rows != nullptr)
            add_years(*sources->dataset, chosen.of(sources), years);
    if (years.empty() || years == std::set<int>{*session.inputs.year}) return {};
    return words_of_years(years, session.inputs.language);
}

} // namespace

KeyFigureItem Value<KeyFigureItem>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) return Value<std::string>::read(lua, at, where);
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    TableReader table(lua, at, where, "bilan.KeyFigure");
    OwnKeyFigure own;
    own.id = table.otherwise<std::string>("id", {});
    own.label = table.required<base::Words>("label");
    own.figure = table.required<data::Figure>("figure");
    own.note = table.otherwise<base::Words>("note", {});
    constexpr std::size_t longest_label = 255;
    check_length(own.label, longest_label, "label");
    check_length(own.note, most_characters, "note");
    table.finish();
    return own;
}

KeyFigureList Value<KeyFigureList>::read(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    KeyFigureList list;
    luaL_checkstack(lua, 3, "list");
    lua_getfield(lua, at, "query");
    if (!lua_isnil(lua, -1))
        list.query = Value<std::shared_ptr<QueryObject>>::read(lua, lua_gettop(lua), Where(where, "query"));
    lua_pop(lua, 1);
    for (lua_Integer item = 1; lua_rawgeti(lua, at, item) != LUA_TNIL; ++item) {
        list.items.push_back(
            Value<KeyFigureItem>::read(lua, lua_gettop(lua), Where(where, static_cast<std::size_t>(item))));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (list.items.empty()) throw Mistake("BIL-654", {where.text()}, "key_figures");
    return list;
}

bool is_fragile(const Session& session, const data::Figure& figure)
{
    return figure.coverage() < threshold(session);
}

std::string doubt(Session& session, const std::string& id, const data::Figure& figure)
{
    if (figure.unit != data::Unit::rate || !figure.value || (*figure.value >= 0 && *figure.value <= 1)) return {};
    if (*figure.value < 0)
        return session.in_language({"à vérifier\u00A0: moins de 0\u00A0%", "to be checked: less than 0%"});
    const Indicator* const indicator = find_indicator(session, id);
    if (indicator != nullptr && indicator->may_exceed) return {};
    return session.in_language({"à vérifier\u00A0: plus de 100\u00A0%", "to be checked: more than 100%"});
}

std::string reliability(Session& session, const data::Figure& figure, const std::optional<std::string>& id)
{
    if (id)
        if (std::string doubtful = doubt(session, *id, figure); !doubtful.empty()) return doubtful;
    if (!figure.value) return session.in_language({"non calculable", "not computable"});
    if (is_fragile(session, figure)) return session.in_language({"fragile", "fragile"});
    if (figure.lower_bound) return session.in_language({"minimum", "minimum"});
    return session.in_language({"solide", "solid"});
}

data::Figure share_of(const Caller& caller, Session& session, const std::string& id, const FigureOrNumber& part,
                      const FigureOrNumber& whole)
{
    warn_of_no_part(caller, id, part.figure, whole.figure);
    data::Figure figure = quotient_of(part, whole);
    figure.unit = data::Unit::rate;
    figure.numerator = part.figure.value;
    figure.denominator = whole.figure.value;
    const auto is_same = [&](const MethodLine& line) { return line.id == id; };
    if (std::ranges::any_of(session.built.method, is_same)) return figure;
    const base::Language language = session.inputs.language;
    MethodLine line;
    line.id = id;
    line.formula = marked_for_people(part.figure, language) + " / " + marked_for_people(whole.figure, language);
    line.unit = "rate";
    session.built.method.push_back(std::move(line));
    return figure;
}

data::Figure indicator_figure(const std::shared_ptr<Session>& session, const std::string& id,
                              const std::shared_ptr<QueryObject>& query)
{
    return compute(session, indicator_of(*session, id), query);
}

std::string supposition(const std::shared_ptr<Session>& session, const std::string& id,
                        const std::shared_ptr<QueryObject>& query)
{
    const Indicator& indicator = indicator_of(*session, id);
    if (!indicator.supposes) return {};
    const auto field = data::field(indicator.supposes->field);
    const data::Query rows = query != nullptr ? query->query() : rows_of_year(*session, indicator.dataset);
    const data::Query silent =
        rows.where(data::apply(data::Operation::no, {data::apply(data::Operation::known, {field})}));
    const std::uint64_t count = silent.figure(measure_of(*session, indicator).measure).base;
    if (count == 0) return {};
    const base::Language language = session->inputs.language;
    const std::string number = base::for_people(static_cast<double>(count), 0, language);
    const base::Words unit =
        count == 1 ? base::Words{"1 ligne", "1 row"} : base::Words{number + " lignes", number + " rows"};
    return session->in_language(indicator.supposes->words) + " (" + unit.in(language) + ")";
}

/// Who takes part in two actions counts in both: a sum over actions is never called « personnes » (domain.md 2.5.6).
void say_no_persons(const Caller& caller, const workbook::KeyFigure& key)
{
    const data::Figure& figure = key.figure;
    const bool is_sum = figure.sources.size() == 1 && figure.sources.front()->measure != nullptr &&
                        figure.sources.front()->measure->aggregate == data::Aggregate::sum;
    if (!is_sum || figure.unit != data::Unit::people || figure.base < 2 || !key.note.empty()) return;
    const std::string label = base::fold(key.label);
    const auto says = [&](std::string_view word) { return label.find(word) != std::string::npos; };
    if ((says("personne") || says("people") || says("persons")) && !says("cumul"))
        warn(caller,
             {"BIL-088", {key.label, base::for_people(static_cast<double>(figure.base), 0, caller.state.language())}});
}

data::Figure add_key_figure(const Caller& caller, const std::shared_ptr<Session>& session, const KeyFigureItem& item,
                            const std::shared_ptr<QueryObject>& query)
{
    workbook::KeyFigure key;
    if (const auto* id = std::get_if<std::string>(&item)) {
        const Indicator& indicator = indicator_of(*session, *id);
        key.id = *id;
        key.label = session->in_language(indicator.label);
        key.note = session->in_language(indicator.note);
        key.figure = compute(session, indicator, query);
        for (const std::string& further : {supposition(session, *id, query), doubt(*session, *id, key.figure)})
            if (!further.empty()) key.note += (key.note.empty() ? "" : " · ") + further;
    } else {
        const auto& own = std::get<OwnKeyFigure>(item);
        key.id = own.id;
        key.label = session->in_language(own.label);
        key.note = session->in_language(own.note);
        key.figure = own.figure;
        if (find_indicator(*session, own.id) != nullptr)
            if (const std::string doubtful = doubt(*session, own.id, own.figure); !doubtful.empty())
                key.note += (key.note.empty() ? "" : " · ") + doubtful;
        say_no_persons(caller, key);
    }
    const auto is_same = [&](const workbook::KeyFigure& known) { return !key.id.empty() && known.id == key.id; };
    if (!session->heading.empty()) return key.figure; // an included report has no first page of its own
    constexpr std::size_t most_key_figures = 500;     // a first page, not a table
    if (session->built.key_figures.size() >= most_key_figures)
        end_at_limit(caller, Mistake("BIL-796", {std::to_string(most_key_figures)}, "key_figures"));
    if (std::ranges::any_of(session->built.key_figures, is_same)) throw Mistake("BIL-680", {key.id}, key.id);
    data::Figure figure = key.figure;
    key.figure = data::with_undecided(std::move(key.figure));
    key.base = base_of(key.figure, session->inputs.language);
    if (const std::string others = other_years(*session, key.figure); !others.empty())
        key.base += (key.base.empty() ? "" : " · ") + others;
    key.fragile = is_fragile(*session, key.figure);
    YearsShown years(*session);
    years.take(key.figure);
    years.say(caller, *session, key.label);
    CountedTwice twice(*session);
    twice.take(key.figure);
    (void)twice.say(*session, key.label);
    session->built.key_figures.push_back(std::move(key));
    return figure;
}

} // namespace bilan::script
