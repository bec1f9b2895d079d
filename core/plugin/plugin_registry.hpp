// SPDX-License-Identifier: MPL-2.0
//
// What is loaded, and what was refused and why. Filled by the loader before the run has threads; afterwards it is only
// read, from any thread. Owns readers, writers and functions, and so must go before `main` returns.
#pragma once

#include "base/error.hpp"
#include "plugin/loaded.hpp"

#include <deque>
#include <filesystem>
#include <string_view>
#include <vector>

namespace bilan::plugin {

/// A file or folder that was refused, or is warned about, and why.
struct Refused {
    std::filesystem::path file;
    base::Message message;
};

/// The reader that is surest of a file.
struct ReaderChoice {
    const LoadedReader* reader = nullptr; ///< null when no reader knows the bytes
    Confidence confidence = 0;
    std::vector<base::Error> failures; ///< readers that failed while they looked; the others were asked all the same
};

/// All that one plugin offers; goes into the registry whole or not at all.
struct Offer {
    Identity plugin;
    std::vector<std::unique_ptr<LoadedReader>> readers;
    std::vector<std::unique_ptr<LoadedWriter>> writers;
    std::vector<std::unique_ptr<LoadedFunctions>> functions;
};

class PluginRegistry {
public:
    /// Throws base::Error (exit 7) naming both files when a plugin, reader, writer, output extension or function of
    /// that name is there already; the registry is then as before.
    void take(Offer offer);
    void refuse(Refused refused) { refused_.push_back(std::move(refused)); }
    void warn(Refused warning) { warnings_.push_back(std::move(warning)); }

    /// In the order of loading, which is that of the folders and of the file names in each.
    [[nodiscard]] const std::deque<Offer>& plugins() const { return plugins_; }
    [[nodiscard]] const std::vector<Refused>& refused() const { return refused_; }
    [[nodiscard]] const std::vector<Refused>& warnings() const { return warnings_; }

    /// The reader with the highest confidence; the one loaded first of equals.
    [[nodiscard]] ReaderChoice best_reader(const Source& source) const;
    /// The writer for `xlsx`, in any case and without the dot; null when there is none.
    [[nodiscard]] const LoadedWriter* writer_for(std::string_view extension) const;
    /// What scripts get as `bilan.fn`.
    [[nodiscard]] std::vector<FunctionProvider*> function_providers() const;

private:
    std::deque<Offer> plugins_;
    std::vector<Refused> refused_;
    std::vector<Refused> warnings_;
};

} // namespace bilan::plugin
