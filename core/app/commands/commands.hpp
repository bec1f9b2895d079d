// SPDX-License-Identifier: MPL-2.0
//
// One function a command: it declares the command and its options, and puts the work to do into `Chosen` when the user
// asks for it. The work runs after the whole command line was understood.
#pragma once

#include "app/session.hpp"
#include "base/error.hpp"
#include "run/reading.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bilan::app {

using Work = std::function<base::ExitCode()>;

struct Chosen {
    Work work;
};

void add_run(CLI::App& app, Session& session, Chosen& chosen);
void add_check(CLI::App& app, Session& session, Chosen& chosen);
void add_read(CLI::App& app, Session& session, Chosen& chosen);
void add_inspect(CLI::App& app, Session& session, Chosen& chosen);
void add_grid(CLI::App& app, Session& session, Chosen& chosen);
void add_reports(CLI::App& app, Session& session, Chosen& chosen);
void add_plugins(CLI::App& app, Session& session, Chosen& chosen);
void add_doctor(CLI::App& app, Session& session, Chosen& chosen);
void add_meta(CLI::App& app, Session& session, Chosen& chosen);
void add_test(CLI::App& app, Session& session, Chosen& chosen);
void add_doc(CLI::App& app, Session& session, Chosen& chosen);
void add_new(CLI::App& app, Session& session, Chosen& chosen);
void add_console(CLI::App& app, Session& session, Chosen& chosen);
void add_pack(CLI::App& app, Session& session, Chosen& chosen);
void add_template(CLI::App& app, Session& session, Chosen& chosen);
void add_watch(CLI::App& app, Session& session, Chosen& chosen);

/// A subcommand with its French alias, its sentence and its examples.
CLI::App* add_command(CLI::App& app, const Session& session, const std::string& name, const std::string& french,
                      const base::Words& sentence, const base::Words& examples);

/// Which report file is used, where others of the same id stand further back on the search path.
void show_hidden(Session& session, const std::filesystem::path& file, std::span<const std::filesystem::path> hidden);

/// `--year`.
CLI::Option* add_year(CLI::App& command, const Session& session, std::optional<int>& year);

/// `--report`: reports whose own theme is known, beside what bilan has.
void add_theme_option(CLI::App& command, Session& session);

/// What every command that reads partner files takes: the inputs, `--schema`, `--year`, `--territory`, `--report`.
void add_reading_options(CLI::App& command, Session& session, std::vector<std::string>& inputs,
                         run::ReadingOptions& options);

} // namespace bilan::app
