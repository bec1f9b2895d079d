// SPDX-License-Identifier: MPL-2.0
#include "script/api/failure.hpp"

#include "base/text.hpp"

namespace bilan::script {

void add_failure(BuiltReport& built, const std::string& name, const base::Error& error, base::Language language)
{
    built.failures.push_back(error);
    const std::string number = std::to_string(built.failures.size());
    const bool is_french = language == base::Language::french;
    workbook::Page page;
    page.id = "erreur_" + number;
    page.name = name;
    page.title = name;
    page.blocks.emplace_back(workbook::Paragraph{
        is_french
            ? "Cette partie n'a pas pu être calculée. Ses chiffres manquent\u00A0; les autres feuilles sont justes."
            : "This part could not be computed. Its figures are missing; the other sheets are right.",
        true});
    const std::string sentence = error.sentence(language);
    for (const std::string_view line : base::split(sentence, '\n'))
        page.blocks.emplace_back(workbook::Paragraph{std::string(line), false});
    built.pages.push_back(std::move(page));
    built.warnings.push_back((is_french ? "Partie non calculée\u00A0: " : "Part not computed: ") + name + ".");
}

} // namespace bilan::script
