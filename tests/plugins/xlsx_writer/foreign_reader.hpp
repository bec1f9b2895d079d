// SPDX-License-Identifier: MPL-2.0
//
// Other people's programs as judges of our files: a shell, openpyxl under the system's Python, LibreOffice.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace bilan::test {

struct Answer {
    int status = -1;
    std::string output;
};

/// Both output streams of a shell command.
inline Answer ask(const std::string& command)
{
    Answer answer;
    FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return answer;
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) answer.output.append(buffer, count);
    answer.status = ::pclose(pipe);
    return answer;
}

inline bool has_openpyxl()
{
    return ask("/usr/bin/python3 -c 'import openpyxl'").status == 0;
}

/// What a Python program with `book` (values) and `formulas` (formulas) opened from `path` prints.
inline Answer ask_openpyxl(const std::filesystem::path& path, const std::string& program)
{
    const std::filesystem::path script = path.parent_path() / "ask.py";
    std::FILE* const file = std::fopen(script.c_str(), "w");
    if (file == nullptr) return {};
    const std::string start = "import openpyxl, zipfile\n"
                              "path = '" +
                              path.string() +
                              "'\n"
                              "book = openpyxl.load_workbook(path, data_only=True)\n"
                              "formulas = openpyxl.load_workbook(path)\n"
                              "part = lambda name: zipfile.ZipFile(path).read(name).decode('utf-8')\n";
    std::fputs((start + program).c_str(), file);
    std::fclose(file);
    return ask("PYTHONIOENCODING=utf-8 /usr/bin/python3 \"" + script.string() + "\"");
}

} // namespace bilan::test
