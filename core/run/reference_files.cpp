// SPDX-License-Identifier: MPL-2.0
#include "run/reference_files.hpp"

#include "base/error.hpp"
#include "intake/territory/reference_tables.hpp"

namespace bilan::run {

namespace fs = std::filesystem;

std::shared_ptr<const intake::Reference> read_references(const std::vector<std::string>& given,
                                                         const std::vector<fs::path>& campaigns, const OpenFile& open)
{
    std::vector<std::string> places = given;
    for (const fs::path& campaign : campaigns) {
        const fs::path folder = campaign / "references";
        std::error_code none;
        if (fs::is_directory(folder, none) && !input_paths({folder.string()}).empty())
            places.push_back(folder.string());
    }
    if (places.empty()) return nullptr;
    auto reference = std::make_shared<intake::Reference>();
    for (const InputFile& file : find_inputs(places).files) {
        const std::unique_ptr<Book> book = open(file);
        if (!intake::read_reference(*book, file.name, file.digest, *reference))
            throw base::Error(base::ExitCode::usage, file.name, intake::why_no_reference(*book));
    }
    reference->finish();
    return reference;
}

} // namespace bilan::run
