// SPDX-License-Identifier: MPL-2.0
//
// `bilan.spec`, the words of tests, which `require "bilan.spec"` gives as well.
#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/api/expectation.hpp"
#include "script/api/groups.hpp"
#include "script/api/spec_bench.hpp"
#include "script/api/trial.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/fault.hpp"
#include "script/function_reference.hpp"
#include "script/state.hpp"

namespace bilan::script {

std::string SpecBench::full_name(const std::string& test) const
{
    std::string name;
    for (const std::string& block : blocks_) name += block + " › ";
    return name + test;
}

namespace {

SpecBench& bench_of(const Caller& caller)
{
    if (caller.state.bench() == nullptr) throw Mistake("BIL-770", {}, "spec");
    return *caller.state.bench();
}

void call(const Caller& caller, const FunctionReference& function)
{
    caller.state.protect([&](lua_State* lua) {
        function.push(lua);
        lua_call(lua, 0, 0);
    });
}

void describe(const Caller& caller, const std::string& name, const std::shared_ptr<FunctionReference>& block)
{
    SpecBench& bench = bench_of(caller);
    bench.enter(name);
    call(caller, *block);
    bench.leave();
}

/// What the test printed, and where it failed what else was said of it.
void tell_journal(const Caller& caller, SpecBench& bench, std::size_t from, bool has_failed)
{
    const std::vector<JournalLine>& lines = caller.state.journal();
    for (std::size_t at = from; at < lines.size(); ++at) {
        if (lines[at].level == "warning" && !has_failed) continue;
        const std::string place = place_here({lines[at].file, lines[at].line}, caller.state.sources());
        bench.remark(place + (caller.state.language() == base::Language::french ? "\u00A0: " : ": ") + lines[at].text);
    }
}

/// A test that fails does not end the others, nor does one that loops: they have what a script may use anew, a few
/// times.
void it(const Caller& caller, const std::string& name, const std::shared_ptr<FunctionReference>& test)
{
    SpecBench& bench = bench_of(caller);
    SpecResult result{bench.full_name(name), std::nullopt};
    const std::size_t checks = bench.checks();
    const std::size_t written = caller.state.journal().size();
    try {
        call(caller, *test);
        if (bench.checks() == checks)
            throw ScriptError({{"BIL-436", {}}, "it", caller.file, caller.line, {}}, caller.state.sources());
    } catch (const base::Error& error) {
        result.failure = error;
    }
    tell_journal(caller, bench, written, result.failure.has_value());
    bench.add(std::move(result));
    if (caller.state.budget().ended() && bench.may_start_over()) caller.state.start_over();
}

std::shared_ptr<QueryObject> query_of(const SpecBench& bench, const TableRequest& request)
{
    const RunInputs& inputs = bench.session()->inputs;
    if (!inputs.read_table) throw Mistake("BIL-771", {request.file}, "rows");
    return std::make_shared<QueryObject>(
        QueryObject{data::Query(inputs.read_table(request), inputs.domain.get()), bench.session()});
}

/// A column that nobody reads, or a table that is none, is most likely a misspelt header.
std::shared_ptr<QueryObject> query_of(const Caller& caller, TableRequest request)
{
    SpecBench& bench = bench_of(caller);
    const data::Domain* const domain = bench.session()->inputs.domain.get();
    if (domain != nullptr && domain->schema(request.schema) == nullptr)
        throw unknown_schema(*domain, request.schema, "bilan.spec › schema");
    std::vector<std::string> unread;
    request.unread = &unread;
    std::vector<base::Message> why;
    request.why_no_row = &why;
    auto query = query_of(bench, request);
    const base::Language language = caller.state.language();
    const std::string place = place_here({caller.file, caller.line}, caller.state.sources());
    if (query->query().dataset().rows() == 0) {
        std::vector<std::string> reasons;
        reasons.reserve(why.size());
        for (const base::Message& reason : why) reasons.push_back(base::render(reason, language));
        bench.remark(place + (language == base::Language::french ? "\u00A0: " : ": ") +
                     base::render({"BIL-486", {request.schema, base::join(reasons, " ")}}, language));
    }
    if (!unread.empty())
        bench.remark(place + (language == base::Language::french ? "\u00A0: " : ": ") +
                     base::render({"BIL-437", {request.schema, base::join(unread, ", ")}}, language));
    return query;
}

/// Rows of a schema as a partner would send them.
std::shared_ptr<QueryObject> rows(const Caller& caller, const std::string& schema, const std::string& text)
{
    TableRequest request;
    request.file = caller.file + ':' + std::to_string(caller.line) + ".csv";
    request.schema = schema;
    request.text = text;
    return query_of(caller, std::move(request));
}

std::shared_ptr<QueryObject> file(const Caller& caller, const std::string& schema, const std::string& name)
{
    TableRequest request;
    request.file = name;
    request.schema = schema;
    return query_of(caller, std::move(request));
}

/// A run with which indicators can be asked for.
std::shared_ptr<Session> run(const Caller& caller, const std::optional<SpecRunOptions>& options)
{
    return options ? run_with(bench_of(caller), *options) : bench_of(caller).session();
}

Trial build(const Caller& caller, const std::string& report, const TrialRequest& options)
{
    const RunInputs& inputs = bench_of(caller).session()->inputs;
    if (!inputs.try_report) throw Mistake("BIL-771", {report}, "build");
    TrialRequest request = options;
    request.report = report;
    return {inputs.try_report(request), caller.state.language()};
}

std::optional<std::string> failure(const Caller& caller, const std::shared_ptr<FunctionReference>& function)
{
    const auto failed = failure_of(caller, *function);
    return failed ? std::optional(failed->sentence(caller.state.language())) : std::nullopt;
}

std::shared_ptr<Expectation> expect(const Sample& value)
{
    return std::make_shared<Expectation>(Expectation{value});
}

} // namespace

const GroupRecord& spec_group()
{
    static const GroupRecord record = group(
        "bilan.spec", "Words of tests, which `require \"bilan.spec\"` gives as well. Run by `bilan test`.",
        {bind<&describe>("describe", "Tests that belong together.",
                         {{"name", "what they are about"}, {"block", "a function that calls `it`"}}),
         bind<&it>("it", "One test.", {{"name", "what is expected, in words"}, {"test", "a function"}}),
         bind<&expect>("expect", "What is compared next: `expect(2 + 2):to_be(4)`.",
                       {{"value", "a figure, a value, or a function that should fail"}}),
         bind<&rows>("rows", "Rows of a schema, read as a partner's file from the text of a csv.",
                     {{"schema", "`emploi`"}, {"text", "headers and rows, `;` between cells"}}),
         bind<&file>("file", "Rows of a schema, read from a file beside the spec.",
                     {{"schema", "`emploi`"}, {"name", "name of the file"}}),
         bind<&run>("run", "A run without inputs, for indicators over rows of the test.",
                    {{"options", "`year`: `run.year`; `params`: what `run.params` holds"}}),
         bind<&build>("build",
                      "Makes a report as `bilan run` does, over files that the test writes: its tables, figures, "
                      "warnings and findings.",
                      {{"report", "name of a report, that of a file beside the spec first"},
                       {"options", "`files`: name and text of each partner's csv; `year`; `territory`; `params`"}}),
         bind<&failure>("failure", "The text of the error that a function ends with; nil when it ends well.",
                        {{"called", "a function"}})});
    return record;
}

} // namespace bilan::script
