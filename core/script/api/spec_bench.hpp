// SPDX-License-Identifier: MPL-2.0
//
// What a spec file reports to: tests that passed and failed, and the run that its fixtures belong to. Owned by
// `run_specs` for the length of the file; one thread.
#pragma once

#include "script/api/session.hpp"
#include "script/report.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bilan::script {

class SpecBench {
public:
    explicit SpecBench(std::shared_ptr<Session> session) : session_(std::move(session)) {}

    [[nodiscard]] const std::shared_ptr<Session>& session() const { return session_; }
    /// Names of the `describe` blocks around, then the test's own.
    [[nodiscard]] std::string full_name(const std::string& test) const;
    void enter(std::string block) { blocks_.push_back(std::move(block)); }
    void leave() { blocks_.pop_back(); }
    void add(SpecResult result)
    {
        result.remarks = std::exchange(remarks_, {});
        results_.push_back(std::move(result));
    }
    /// A comparison that was made, met or not.
    void note_check() { ++checks_; }
    [[nodiscard]] std::size_t checks() const { return checks_; }
    void remark(std::string text) { remarks_.push_back(std::move(text)); }
    [[nodiscard]] std::vector<SpecResult> take_results() { return std::move(results_); }
    [[nodiscard]] bool is_empty() const { return results_.empty(); }
    /// After a test that exceeded a limit; false once too many did, for a file must end.
    [[nodiscard]] bool may_start_over() { return ++overruns_ <= most_overruns; }

private:
    std::shared_ptr<Session> session_;
    std::vector<std::string> blocks_;
    std::vector<SpecResult> results_;
    std::vector<std::string> remarks_; ///< of the test that runs, or before the first
    std::size_t checks_ = 0;
    static constexpr int most_overruns = 3;
    int overruns_ = 0;
};

} // namespace bilan::script
