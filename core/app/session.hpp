// SPDX-License-Identifier: MPL-2.0
//
// What every command shares: language, streams, how much to say, and the engine, made when it is first needed.
#pragma once

#include "base/error.hpp"
#include "run/engine.hpp"
#include "run/pack.hpp"
#include "run/progress.hpp"
#include "script/report.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace bilan::app {

class Session {
public:
    Session(base::Language language, std::ostream& out, std::ostream& errors);

    [[nodiscard]] base::Language language() const { return language_; }
    [[nodiscard]] const std::string& say(const base::Words& words) const { return words.in(language_); }
    /// Results go here.
    [[nodiscard]] std::ostream& out() { return out_; }
    /// Progress and messages go here.
    [[nodiscard]] std::ostream& errors() { return errors_; }

    bool json = false;
    bool quiet = false;
    bool plain = false;         ///< no colour, whatever the terminal
    bool packed_report = false; ///< the script came out of a pack: where it stands now is of no use to anybody
    std::vector<std::filesystem::path> campaigns;
    bool stands_in_campaign = false;     ///< nobody named it: the folder that the command is typed in
    std::string journal_file;            ///< where the journal of this run goes; empty: no journal
    std::vector<std::string> references; ///< lists of quarters and communes: files and folders
    /// Report files whose own schemas and vocabularies are known to the engine.
    std::vector<std::filesystem::path> reports;
    /// The same as a person names them: `--report`. A name, a .lua file or a .bilan file.
    std::vector<std::string> themes;

    /// Throws base::Error when a theme that was asked for is not there or not well formed.
    [[nodiscard]] run::Engine& engine();
    /// A new one in place of the old, which stays when the new one cannot be made.
    run::Engine& renew_engine();
    /// Opened when it is first needed.
    [[nodiscard]] run::Journal& journal();
    /// A progress line when the error stream is a terminal and neither --quiet nor --json was asked for.
    [[nodiscard]] std::unique_ptr<run::Progress> progress();
    /// `text` in bold or colour on a terminal that wants it.
    [[nodiscard]] std::string bold(const std::string& text) const;
    [[nodiscard]] std::string red(const std::string& text) const;

    /// In the language of the session, with the place as it was typed.
    [[nodiscard]] std::string sentence_of(const base::Error& error) const;
    /// `../jardins.lua:14`, named as in the position of an error.
    [[nodiscard]] std::string place_of(const script::JournalLine& line) const;
    /// Says what ended the command and gives its exit code.
    base::ExitCode fail(const base::Error& error);
    /// Says what is probably a slip; the command goes on.
    void warn(const std::string& place, const base::Message& message);
    /// A whole number for people.
    [[nodiscard]] std::string number(std::uint64_t count) const;
    /// « 1 fichier », « 3 fichiers »: French counts 0 and 1 as one, English only 1.
    [[nodiscard]] std::string counted(std::uint64_t count, const base::Words& one, const base::Words& many) const;

private:
    [[nodiscard]] bool colours() const;
    /// The report files of `themes`.
    [[nodiscard]] std::vector<std::filesystem::path> find_themes(const run::Home& home);

    base::Language language_;
    std::ostream& out_;
    std::ostream& errors_;
    std::unique_ptr<run::Journal> journal_; // before the engine, which holds on to it
    std::vector<std::unique_ptr<run::UnpackedReport>> unpacked_;
    std::unique_ptr<run::Engine> engine_;
};

} // namespace bilan::app
