// SPDX-License-Identifier: MPL-2.0
//
// Reads bilan/domain/ of every library, the system's first, so that a campaign's own files speak last.
#include "script/domain/included_fields.hpp"
#include "script/domain/own_controls.hpp"
#include "script/domain/read_domain.hpp"
#include "script/domain/twice.hpp"
#include "script/excerpt.hpp"
#include "script/modules.hpp"
#include "script/report_file.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace bilan::script {

namespace {

/// A rule that a report adds, and the file of that report as it is shown.
struct Added {
    std::string shown;
    AddedControl rule;
};

class Loader {
public:
    explicit Loader(const SearchPath& path) : path_(path), state_(settings(path)) {}

    std::shared_ptr<const data::Domain> load(const std::vector<std::filesystem::path>& reports)
    {
        // Libraries come first match first: the last one is the system's.
        for (auto library = path_.libraries.rbegin(); library != path_.libraries.rend(); ++library)
            load_library(*library, *library / "bilan" / "domain");
        for (const std::filesystem::path& report : reports) load_declared(report);
        for (const Added& added : added_) check_added(added);
        for (const auto& [id, schema] : schemas_) add_schema(schema);
        for (const auto& [name, control] : controls_)
            if (control.kind == "elsewhere") domain_->other_controls.push_back(control);
        for (auto& [id, vocabulary] : vocabularies_)
            domain_->vocabularies.push_back(std::make_shared<const data::Vocabulary>(std::move(vocabulary)));
        for (const auto& [id, schema] : schemas_) check_rules(schema);
        for (const Added& added : added_)
            at_border(added.shown,
                      [&] { check_judged(*domain_, domain_->schema(added.rule.schema), added.rule.control); });
        return domain_;
    }

private:
    static State::Settings settings(const SearchPath& path)
    {
        State::Settings settings;
        settings.path = path;
        settings.seed = "domain";
        return settings;
    }

    void load_library(const std::filesystem::path& library, const std::filesystem::path& domain)
    {
        for (const auto& file : lua_files(domain / "fields"))
            read(library, file, [&](lua_State* lua, int at, const Where& where) {
                fields_[file.stem().string()] = read_fields(lua, at, where);
            });
        for (const auto& file : lua_files(domain / "controls"))
            read(library, file, [&](lua_State* lua, int at, const Where& where) {
                for (auto& [name, control] : read_shared_controls(lua, at, where)) {
                    controls_[name] = control;
                    control_files_[name] = shown_name(library, file);
                }
            });
        for (const auto& file : lua_files(domain / "vocabularies"))
            read(library, file, [&](lua_State* lua, int at, const Where& where) {
                data::Vocabulary vocabulary = read_vocabulary(lua, at, where);
                if (library != path_.libraries.back()) refuse_terms_that_stand_twice(vocabulary);
                std::string id = vocabulary.id;
                vocabularies_.insert_or_assign(std::move(id), std::move(vocabulary));
            });
        for (const auto& file : lua_files(domain / "schemas"))
            read(library, file, [&](lua_State* lua, int at, const Where& where) {
                SchemaFile schema = read_schema(lua, at, where);
                schema.is_of_bilan = library == path_.libraries.back();
                if (!schema.is_of_bilan) {
                    refuse_headers_that_stand_twice(schema.schema);
                    name_required(schema.schema);
                }
                std::string id = schema.schema.id;
                schemas_.insert_or_assign(std::move(id), std::pair(shown_name(library, file), std::move(schema)));
            });
    }

    /// Of a schema of the user's own, what it says itself, not what it takes over.
    static void name_required(data::Schema& schema)
    {
        for (const data::Field& field : schema.fields)
            if (field.required) schema.must_have.push_back(field.id);
    }

    /// What a report file declares for itself.
    void load_declared(const std::filesystem::path& file)
    {
        const std::shared_ptr<ReportObject> report = load_report(state_, file);
        const std::string shown = shown_name(file);
        const auto each = [&](const std::vector<int>& tables, const char* key, const auto& take) {
            for (const int table : tables)
                at_border(shown, [&] {
                    state_.protect([&](lua_State* lua) {
                        lua_rawgeti(lua, LUA_REGISTRYINDEX, table);
                        take(lua, lua_gettop(lua), Where(std::string_view(key)));
                    });
                });
        };
        each(report->vocabularies, "vocabularies", [&](lua_State* lua, int at, const Where& where) {
            data::Vocabulary vocabulary = read_vocabulary(lua, at, where);
            refuse_terms_that_stand_twice(vocabulary);
            std::string id = vocabulary.id;
            vocabularies_.insert_or_assign(std::move(id), std::move(vocabulary));
        });
        each(report->schemas, "schemas", [&](lua_State* lua, int at, const Where& where) {
            SchemaFile schema = read_schema(lua, at, where);
            refuse_headers_that_stand_twice(schema.schema);
            name_required(schema.schema);
            std::string id = schema.schema.id;
            schemas_.insert_or_assign(std::move(id), std::pair(shown, std::move(schema)));
        });
        each(report->controls, "controls", [&](lua_State* lua, int at, const Where& where) {
            added_.push_back({shown, read_added_control(lua, at, where)});
        });
    }

    /// The schema is there, and the id of the rule names no rule of bilan's: two of one name would be taken for one.
    void check_added(const Added& added)
    {
        at_border(added.shown, [&] {
            const data::Control& rule = added.rule.control;
            Mistake unknown_schema = unknown_entry("schema", added.rule.schema, schemas_);
            unknown_schema.set_near('"' + rule.id + '"');
            if (!schemas_.contains(added.rule.schema)) throw unknown_schema;
            const auto is_it = [&](const data::Control& other) { return other.id == rule.id; };
            const bool is_shared =
                std::ranges::any_of(controls_, [&](const auto& other) { return is_it(other.second); });
            const bool is_of_schema = std::ranges::any_of(schemas_, [&](const auto& entry) {
                return std::ranges::any_of(entry.second.second.controls, [&](const auto& item) {
                    const auto* const own = std::get_if<data::Control>(&item);
                    return own != nullptr && is_it(*own);
                });
            });
            if (is_shared || is_of_schema) throw Mistake("BIL-684", {rule.id}, rule.id);
        });
    }

    /// Runs a file and hands the table it returned to `take`.
    void read(const std::filesystem::path& library, const std::filesystem::path& file,
              const std::function<void(lua_State*, int, const Where&)>& take)
    {
        const std::string shown = shown_name(library, file);
        at_border(shown, [&] {
            state_.protect([&](lua_State* lua) {
                push_chunk(lua, file, shown);
                lua_call(lua, 0, 1);
                take(lua, lua_gettop(lua), Where(std::string_view("domain")));
            });
        });
    }

    /// A mistake in a data file gets the file and the line as well as it can be told.
    void at_border(const std::string& shown, const std::function<void()>& work)
    {
        try {
            work();
        } catch (const IdTwice& twice) {
            const IdTwice::Located at = twice.in(state_.sources()[shown].text);
            const int line = at.line > 0 ? at.line : line_of(twice, state_.sources()[shown].text);
            throw ScriptError({at.message, twice.subject(), shown, line, {}}, state_.sources());
        } catch (const Mistake& mistake) {
            const int line = line_of(mistake, state_.sources()[shown].text);
            throw ScriptError({mistake.message(), mistake.subject(), shown, line, {}}, state_.sources());
        }
    }

    void add_schema(const std::pair<std::string, SchemaFile>& read_from)
    {
        const auto& [shown, file] = read_from;
        auto schema = std::make_shared<data::Schema>(file.schema);
        at_border(shown, [&, &file = file] {
            include_fields(*schema, file.include, fields_);
            add_controls(*schema, file);
            check_fields(*schema);
        });
        for (const Added& added : added_)
            if (added.rule.schema == schema->id)
                at_border(added.shown, [&] {
                    check_named_fields(*schema, added.rule.control);
                    schema->controls.push_back(added.rule.control);
                });
        domain_->schemas.push_back(std::move(schema));
    }

    /// After the vocabularies: a rule may name their terms.
    void check_rules(const std::pair<std::string, SchemaFile>& read_from)
    {
        const auto& [shown, file] = read_from;
        const std::shared_ptr<const data::Schema> schema = domain_->schema(file.schema.id);
        at_border(shown, [&, &file = file] {
            for (const auto& item : file.controls)
                if (const auto* own = std::get_if<data::Control>(&item)) check_judged(*domain_, schema, *own);
        });
        for (const auto& item : file.controls)
            if (const auto* name = std::get_if<std::string>(&item); name != nullptr && has_fields(*schema, *name))
                at_border(control_files_.at(*name), [&] { check_judged(*domain_, schema, controls_.at(*name)); });
    }

    /// A shared rule may name fields that this schema does not have; it is then not judged here.
    [[nodiscard]] bool has_fields(const data::Schema& schema, const std::string& control) const
    {
        return !unknown_field_of(schema, controls_.at(control));
    }

    /// Two rules of one id would be taken for one: in the schema, or one of those that all schemas share. Schemas of
    /// bilan say one anew, or in two ways.
    void refuse_rule_twice(const data::Schema& schema, const data::Control& rule) const
    {
        const auto is_it = [&](const data::Control& other) { return other.id == rule.id; };
        if (std::ranges::any_of(schema.controls, is_it))
            throw IdTwice(Mistake("BIL-019", {rule.id, schema.id}, rule.id), schema.id, "controls");
        const auto is_shared = [&](const auto& shared) { return is_it(shared.second); };
        if (std::ranges::none_of(controls_, is_shared)) return;
        Mistake mistake("BIL-020", {rule.id}, rule.id);
        mistake.set_near('"' + rule.id + '"');
        throw mistake;
    }

    void add_controls(data::Schema& schema, const SchemaFile& file) const
    {
        for (const auto& item : file.controls) {
            if (const auto* own = std::get_if<data::Control>(&item)) {
                check_named_fields(schema, *own);
                if (!file.is_of_bilan) refuse_rule_twice(schema, *own);
                schema.controls.push_back(*own);
                continue;
            }
            const auto& name = std::get<std::string>(item);
            const auto found = controls_.find(name);
            if (found == controls_.end()) throw unknown_entry("controls", name, controls_);
            schema.controls.push_back(found->second);
        }
    }

    /// What the sheet for partners asks are fields, or belong to a family.
    static void check_asked(const data::Schema& schema)
    {
        for (const data::Asked& asked : schema.asked)
            if (schema.field(asked.field) == nullptr && schema.family_of(asked.field) == nullptr)
                throw unknown_name("BIL-612", "BIL-613", asked.field, "asked", ids_of(schema));
    }

    /// Ids stand once; vocabularies and parents exist.
    void check_fields(const data::Schema& schema) const
    {
        check_asked(schema);
        std::set<std::string> seen;
        for (const data::FieldFamily& family : schema.families) {
            const std::string answers = family.prefix.substr(0, family.prefix.find('_')); // `crit_mixite` takes `crit`
            if (family.type == data::FieldType::choice && !vocabularies_.contains(answers))
                throw unknown_entry("vocabulary", answers, vocabularies_);
        }
        for (const data::Field& field : schema.fields) {
            if (!seen.insert(field.id).second)
                throw IdTwice(Mistake("BIL-684", {field.id}, field.id), schema.id, "fields");
            if (!field.vocabulary.empty() && !vocabularies_.contains(field.vocabulary))
                throw unknown_entry("vocabulary", field.vocabulary, vocabularies_);
            if (field.parent == field.id) {
                Mistake mistake("BIL-021", {field.id}, "parent");
                mistake.set_near('"' + field.id + '"');
                throw mistake;
            }
            if (!field.parent.empty() && schema.field(field.parent) == nullptr)
                throw unknown_name("BIL-612", "BIL-613", field.parent, "parent", ids_of(schema));
            if (!field.part_of.empty() && schema.field(field.part_of) == nullptr)
                throw unknown_name("BIL-612", "BIL-613", field.part_of, "part_of", ids_of(schema));
        }
    }

    const SearchPath& path_;
    State state_;
    std::vector<Added> added_; ///< rules of reports for schemas that are there
    std::shared_ptr<data::Domain> domain_ = std::make_shared<data::Domain>();
    std::map<std::string, std::vector<data::Field>> fields_;
    SharedControls controls_;
    std::map<std::string, std::string> control_files_; ///< shown names, by what the control is called
    std::map<std::string, data::Vocabulary> vocabularies_;
    std::map<std::string, std::pair<std::string, SchemaFile>> schemas_; ///< by id: the file's shown name and content
};

} // namespace

std::shared_ptr<const data::Domain> load_domain(const SearchPath& path,
                                                const std::vector<std::filesystem::path>& reports)
{
    return Loader(path).load(reports);
}

} // namespace bilan::script
