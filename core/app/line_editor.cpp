// SPDX-License-Identifier: MPL-2.0
#include "app/line_editor.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <fstream>

#include <fcntl.h>
#include <histedit.h>
#include <poll.h>
#include <unistd.h>

namespace bilan::app {

namespace {

namespace fs = std::filesystem;

constexpr int most_lines = 1000;           ///< of the history
constexpr std::size_t longest_line = 4000; ///< that is remembered
constexpr std::uintmax_t largest_history = 512U << 10U;

/// The last lines of a history file; what is no text is left out.
std::deque<std::string> lines_of(const fs::path& file)
{
    std::deque<std::string> lines;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.size() > longest_line || !base::is_utf8(line)) continue;
        lines.push_back(line);
        if (lines.size() > most_lines) lines.pop_front();
    }
    return lines;
}

/// What is typed may name partners: nobody else reads it.
void append_line(const fs::path& file, const std::string& line, bool anew)
{
    const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (anew ? O_TRUNC : O_APPEND);
    const int descriptor = ::open(file.c_str(), flags, 0600);
    if (descriptor < 0) return;
    const ssize_t written = ::write(descriptor, line.data(), line.size());
    (void)written; // a history that is not written is no error
    ::close(descriptor);
}

void shorten(const fs::path& file, const std::deque<std::string>& lines)
{
    std::error_code none;
    if (fs::file_size(file, none) <= largest_history || none) return;
    std::string all;
    for (const std::string& line : lines) all += line + '\n';
    append_line(file, all, true);
}

std::string common_beginning(const std::vector<std::string>& words)
{
    std::string common = words.front();
    for (const std::string& word : words)
        common.resize(static_cast<std::size_t>(std::ranges::mismatch(common, word).in1 - common.begin()));
    return common;
}

} // namespace

struct LineEditor::Work {
    fs::path file;
    Completer completer;
    std::atomic<bool>& interrupted;
    EditLine* editor = nullptr;
    History* history = nullptr;
    std::string prompt;
    sigset_t without{}; ///< the signals that are held back while nobody waits: without Ctrl-C

    static Work& of(EditLine* editor)
    {
        void* work = nullptr;
        el_get(editor, EL_CLIENTDATA, &work);
        return *static_cast<Work*>(work);
    }
    static char* prompt_of(EditLine* editor) { return of(editor).prompt.data(); }
    static int next_letter(EditLine* editor, wchar_t* letter);
    static unsigned char complete(EditLine* editor, int key);
    void enter(const std::string& line)
    {
        HistEvent event;
        ::history(history, &event, H_ENTER, line.c_str());
    }
};

/// libedit's own would begin to read again after a signal; here Ctrl-C ends the line. It is let in only while this
/// waits, so that none comes between the look and the wait.
int LineEditor::Work::next_letter(EditLine* editor, wchar_t* letter)
{
    Work& work = of(editor);
    std::string bytes;
    while (bytes.size() < 4) {
        pollfd key{STDIN_FILENO, POLLIN, 0};
        if (::ppoll(&key, 1, nullptr, &work.without) < 0) {
            if (errno != EINTR || work.interrupted) return -1;
            el_resize(editor); // the window has another size
            continue;
        }
        char byte = 0;
        const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
        if (got <= 0) return static_cast<int>(got);
        bytes += byte;
        const base::CodePoint point = base::first_code_point(bytes);
        if (!point.valid && bytes.size() < 4) continue;
        *letter = static_cast<wchar_t>(point.value);
        return 1;
    }
    *letter = static_cast<wchar_t>(base::replacement);
    return 1;
}

unsigned char LineEditor::Work::complete(EditLine* editor, int /*key*/)
{
    const LineInfo* const line = el_line(editor);
    const std::string_view before(line->buffer, static_cast<std::size_t>(line->cursor - line->buffer));
    const script::Completion completion = of(editor).completer(before);
    if (completion.words.empty()) return CC_REFRESH_BEEP;
    const std::string written(before.substr(completion.from));
    const std::string common = common_beginning(completion.words);
    if (common.size() > written.size()) {
        el_insertstr(editor, common.c_str() + written.size());
        return CC_REFRESH;
    }
    if (completion.words.size() == 1) return CC_REFRESH;
    constexpr std::size_t most_shown = 80;
    std::string shown = "\n";
    for (std::size_t at = 0; at < std::min(completion.words.size(), most_shown); ++at)
        shown += completion.words[at] + "  ";
    shown += completion.words.size() > most_shown ? "…\n" : "\n";
    const ssize_t written_bytes = ::write(STDOUT_FILENO, shown.data(), shown.size());
    (void)written_bytes;
    return CC_REDISPLAY;
}

LineEditor::LineEditor(fs::path history, Completer completer, std::atomic<bool>& interrupted)
    : work_(
          std::make_unique<Work>(Work{std::move(history), std::move(completer), interrupted, nullptr, nullptr, {}, {}}))
{
    std::setlocale(LC_CTYPE, "C.UTF-8"); // NOLINT(concurrency-mt-unsafe): libedit asks it how wide a letter is
    Work& work = *work_;
    work.editor = el_init("bilan", stdin, stdout, stderr);
    work.history = history_init();
    HistEvent event;
    ::history(work.history, &event, H_SETSIZE, most_lines);
    ::history(work.history, &event, H_SETUNIQUE, 1);
    el_set(work.editor, EL_CLIENTDATA, &work);
    el_set(work.editor, EL_EDITOR, "emacs");
    el_set(work.editor, EL_SIGNAL, 0);
    el_set(work.editor, EL_PROMPT, &Work::prompt_of);
    el_set(work.editor, EL_GETCFN, &Work::next_letter);
    el_set(work.editor, EL_HIST, ::history, work.history);
    el_set(work.editor, EL_ADDFN, "bilan-complete", "complete a name", &Work::complete);
    el_set(work.editor, EL_BIND, "^I", "bilan-complete", nullptr);
    el_set(work.editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(work.editor, nullptr); // the person's own settings of libedit, ~/.editrc
    if (work.file.empty()) return;
    std::error_code none;
    fs::create_directories(work.file.parent_path(), none);
    const std::deque<std::string> lines = lines_of(work.file);
    for (const std::string& line : lines) work.enter(line);
    shorten(work.file, lines);
}

LineEditor::~LineEditor()
{
    el_end(work_->editor);
    history_end(work_->history);
}

TypedLine LineEditor::read(const std::string& prompt)
{
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &interrupt, &work_->without);
    work_->prompt = prompt;
    work_->interrupted = false;
    int count = 0;
    const char* const line = el_gets(work_->editor, &count);
    const bool was_interrupted = line == nullptr && work_->interrupted;
    ::pthread_sigmask(SIG_SETMASK, &work_->without, nullptr);
    if (was_interrupted) return {{}, LineEnd::interrupted};
    if (line == nullptr || count <= 0) return {};
    std::string_view text(line, static_cast<std::size_t>(count));
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    return {std::string(text), LineEnd::entered};
}

void LineEditor::remember(const std::string& line)
{
    if (base::trim(line).empty() || line.size() > longest_line) return;
    work_->enter(line);
    if (!work_->file.empty()) append_line(work_->file, line + '\n', false);
}

fs::path state_file(std::string_view name)
{
    if (const char* state = std::getenv("XDG_STATE_HOME");
        state != nullptr && *state == '/') // NOLINT(concurrency-mt-unsafe)
        return fs::path(state) / "bilan" / name;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') // NOLINT(concurrency-mt-unsafe)
        return fs::path(home) / ".local" / "state" / "bilan" / name;
    return {};
}

} // namespace bilan::app
