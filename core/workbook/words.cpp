// SPDX-License-Identifier: MPL-2.0
#include "workbook/words.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

namespace bilan::workbook {

namespace {

constexpr LayoutWords french = {
    .total = "Total",
    .yes = "Oui",
    .no = "Non",
    .base = "Base\u00A0: ",
    .source = "Source\u00A0: ",
    .shorthand = "Abréviations\u00A0: ",
    .at_least = "≥\u00A0: somme partielle, des lignes ne donnent pas cette valeur",
    .partial = "*\u00A0: calculé sans les lignes où une valeur manque (base et inconnues\u00A0: feuille Traçabilité)",
    .minima = "Au moins (≥)\u00A0: ",
    .without_value = "Valeurs manquantes\u00A0: ",
    .rows = " lignes du tableau",
    .warning = "Attention\u00A0: ",
    .warning_stem = "attention",
    .fragile = "Fragile\u00A0: trop de valeurs manquent",
    .no_row = "aucune ligne",
    .column = "Colonne",
    .page = "Feuille",
    .back = "Retour au sommaire",
    .threshold = "Seuil",
    .parameters = "Paramètres (cellules à modifier\u00A0: tout ce qui en dépend se recalcule)",
    .to_the_left = " (côté gauche)",
    .with_gaps = " (ligne)",
    .aside = "Pour le graphique seulement\u00A0; non imprimé.",
    .offset = "Décalage (centre l'échelle)",
    .offset_apart = "Décalage (neutres à part)",
    .waterfall_base = "Socle (invisible)",
    .waterfall_level = "Niveau",
    .waterfall_up = "Hausse",
    .waterfall_down = "Baisse",
    .page_of = "Page &P sur &N",
    .date_format = "dd/mm/yyyy",
};

constexpr LayoutWords english = {
    .total = "Total",
    .yes = "Yes",
    .no = "No",
    .base = "Base: ",
    .source = "Source: ",
    .shorthand = "Shorthand: ",
    .at_least = "≥: partial sum, some rows do not give this value",
    .partial = "*: computed without the rows where a value is missing (base and unknowns: sheet Traceability)",
    .minima = "At least (≥): ",
    .without_value = "Missing values: ",
    .rows = " rows of the table",
    .warning = "Warning: ",
    .warning_stem = "warning",
    .fragile = "Fragile: too many values are missing",
    .no_row = "no row",
    .column = "Column",
    .page = "Sheet",
    .back = "Back to contents",
    .threshold = "Threshold",
    .parameters = "Parameters (cells to change: all that depends on them is computed again)",
    .to_the_left = " (left side)",
    .with_gaps = " (line)",
    .aside = "For the chart only; not printed.",
    .offset = "Offset (centres the scale)",
    .offset_apart = "Offset (neutral apart)",
    .waterfall_base = "Base (invisible)",
    .waterfall_level = "Level",
    .waterfall_up = "Rise",
    .waterfall_down = "Fall",
    .page_of = "Page &P of &N",
    .date_format = "yyyy-mm-dd",
};

} // namespace

const LayoutWords& layout_words(base::Language language)
{
    return language == base::Language::french ? french : english;
}

std::string labelled(std::string_view label, const std::string& text)
{
    // An author who writes « Base : » himself does not get it twice.
    const std::string stem = base::fold(label.substr(0, label.find_first_of(" :\u00A0")));
    return base::fold(text).starts_with(stem) ? text : std::string(label) + text;
}

std::string base_words(const data::Figure& figure, std::string_view given, base::Language language)
{
    const bool is_french = language == base::Language::french;
    const std::uint64_t all = figure.base + figure.unknown;
    std::string words(given);
    if (words.empty() && all > 0)
        words = std::string(layout_words(language).base) +
                base::for_people(static_cast<double>(figure.base), 0, language) + (is_french ? " sur " : " of ") +
                base::for_people(static_cast<double>(all), 0, language);
    if (all == 0) return words;
    return words + (is_french ? " · couverture\u00A0" : " · coverage ") +
           base::percent_for_people(figure.coverage(), 0, language);
}

} // namespace bilan::workbook
