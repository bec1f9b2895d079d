// SPDX-License-Identifier: MPL-2.0
#include "run/collection_template.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "data/collection.hpp"
#include "run/atomic_file.hpp"
#include "run/collection_columns.hpp"
#include "run/known_schema.hpp"
#include "run/version.hpp"
#include "run/workbook_file.hpp"
#include "workbook/layout.hpp"
#include "workbook/lint.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace bilan::run {

namespace {

using data::Field;
using workbook::ColumnKind;

// Names of the sheets in both languages: those that hold nothing filled in are left out of the reading.
const base::Words sheet_to_fill{"Saisie", "Data"};
const base::Words sheet_of_help{"Notice", "Guide"};
const base::Words title_of_help{"Notice\u00A0: comment remplir la feuille Saisie",
                                "Guide: how to fill in the sheet Data"};
const base::Words sheet_of_lists{"Listes", "Lists"};

/// As many columns as a form asks for cannot be read on one page: it is printed on as many side by side as it takes.
void spread_over_pages(SheetPart& sheet)
{
    constexpr double page_characters = 225; // of a landscape page, at the smallest size that is read with ease
    double characters = 0;
    for (const ColumnWidth& width : sheet.widths) characters += width.characters;
    // The first column comes back on each page.
    const double first = sheet.widths.empty() ? 0 : std::min(sheet.widths.front().characters, page_characters / 2);
    const double pages = characters <= page_characters ? 1 : (characters - first) / (page_characters - first);
    sheet.print.pages_wide = static_cast<std::uint16_t>(std::max(1.0, std::ceil(pages)));
}

/// What spreadsheet programs call the printed cells of a sheet, and the rows and columns that come back on each page.
constexpr std::string_view printed_cells = "_xlnm.Print_Area";
constexpr std::string_view repeated_cells = "_xlnm.Print_Titles";

/// On each of the pages side by side stands what the row is about, and the empty rows below the last answer are not
/// printed: how far that is only shows when the sheet has been filled in, so the printed cells are a formula.
void print_what_is_filled_in(Workbook& made)
{
    SheetPart& sheet = made.sheets.front();
    if (!sheet.print.area || !sheet.print.repeated_rows || !sheet.freeze) return;
    const CellRange area = *sheet.print.area;
    const Span rows = *sheet.print.repeated_rows;
    const std::string first = std::to_string(std::uint64_t{rows.first} + 1);
    const std::string last = std::to_string(std::uint64_t{rows.last} + 1);
    const std::string name = sheet.name + '!';
    const std::string cells = workbook::absolute_range(sheet.name, area);
    const std::string to_example = std::to_string(sheet.freeze->row);
    const std::string filled = "SUMPRODUCT(MAX((" + cells + "<>\"\")*ROW(" + cells + ")))";
    made.names.push_back({name + std::string(printed_cells),
                          "=OFFSET(" + workbook::absolute_range(sheet.name, {0, 0, 0, 0}) + ",0,0,MAX(" + to_example +
                              ',' + filled + ")," + std::to_string(area.last_column + 1) + ')'});
    const std::string quoted = cells.substr(0, cells.find('!') + 1);
    made.names.push_back(
        {name + std::string(repeated_cells), "=" + quoted + "$A:$A," + quoted + '$' + first + ":$" + last});
    sheet.print.area.reset();
    sheet.print.repeated_rows.reset();
}

class Collection {
public:
    Collection(const data::Domain& domain, const data::Schema& schema, const CollectionOrder& order)
        : domain_(domain), schema_(schema), order_(order), words_(domain, schema, order.language, order.year),
          asked_(data::asked_fields(schema))
    {
        // The column that names the row comes first: the example is marked there.
        const auto first = std::ranges::find_if(
            asked_, [](const Field& field) { return field.type == data::FieldType::text && field.required; });
        const auto text = std::ranges::find(asked_, data::FieldType::text, &Field::type);
        const auto naming = first != asked_.end() ? first : text;
        if (naming != asked_.end()) std::rotate(asked_.begin(), naming, naming + 1);
    }

    Workbook run()
    {
        workbook::Layout layout({}, order_.language);
        (void)layout.add(page_to_fill());
        (void)layout.add(page_of_help());
        if (workbook::Page lists = page_of_lists(); !lists.blocks.empty()) (void)layout.add(std::move(lists));
        WorkbookProperties properties;
        properties.title = title();
        properties.subject = say(schema_.label);
        properties.author = "bilan";
        properties.created = std::to_string(order_.year.value_or(2000)) + "-01-01T00:00:00Z";
        properties.language = say({"fr-FR", "en-GB"});
        properties.custom = {{"bilan_version", std::string(version())}, {"bilan_schema", schema_.id}};
        Workbook made = layout.finish(properties);
        const std::vector<workbook::LintProblem> problems = workbook::lint(made);
        if (!problems.empty())
            throw base::Error(base::ExitCode::internal, problems.front().place, problems.front().message);
        spread_over_pages(made.sheets.front());
        print_what_is_filled_in(made);
        return made;
    }

private:
    [[nodiscard]] const std::string& say(const base::Words& words) const { return words.in(order_.language); }

    [[nodiscard]] std::string title() const
    {
        std::string text = say({"Collecte\u00A0: ", "Collection: "}) + say(schema_.label);
        if (order_.year) text += say({", exercice ", ", year "}) + std::to_string(*order_.year);
        return text;
    }

    [[nodiscard]] std::string row_words() const
    {
        const std::string& row = say(schema_.row);
        return row.empty() ? say({"une ligne par cas", "one row for each case"})
                           : say({"une ligne par ", "one row for each "}) + row;
    }

    [[nodiscard]] workbook::Page page_to_fill() const
    {
        workbook::Page page;
        page.id = "saisie";
        page.name = say(sheet_to_fill);
        page.title = title();
        page.subtitle = order_.partner;
        page.blocks.emplace_back(workbook::Paragraph{
            say({"À remplir sous la ligne d'exemple, ", "To be filled in below the example, "}) + row_words() +
                say({". Les colonnes marquées * sont nécessaires. NC\u00A0: vous ne savez pas\u00A0; SO\u00A0: ne "
                     "s'applique pas\u00A0; 0\u00A0: aucun. Aucun nom de personne. Tout est expliqué dans la feuille "
                     "Notice.",
                     ". Columns marked * are needed. NC: you do not know; SO: does not apply; 0: none. No names of "
                     "persons. All is explained in the sheet Guide."}),
            false});
        page.blocks.emplace_back(workbook::Paragraph{data::sheet_mark(schema_.id, order_.language), false});
        workbook::Form form;
        for (const Field& field : asked_) form.columns.push_back(words_.column(field));
        if (!form.columns.empty())
            if (const auto* text = std::get_if<std::string>(&form.columns.front().example))
                form.columns.front().example = std::string(data::example_mark(order_.language)) + *text;
        page.blocks.emplace_back(std::move(form));
        return page;
    }

    [[nodiscard]] workbook::Page page_of_help() const
    {
        workbook::Page page;
        page.id = "notice";
        page.name = say(sheet_of_help);
        page.title = say(title_of_help);
        page.subtitle = title();
        for (const base::Words& words : rules()) page.blocks.emplace_back(workbook::Paragraph{say(words), false});
        page.blocks.emplace_back(workbook::Paragraph{
            say({"Aucun nom de personne n'est demandé. N'en écrivez ni dans une colonne ajoutée, ni "
                 "dans un texte\u00A0: ces colonnes ne seraient pas lues.",
                 "No names of persons are asked. Write none in a column of your own, nor in a text: "
                 "such columns would not be read."}),
            true});
        page.blocks.emplace_back(table_of_fields());
        if (workbook::Table others = table_of_other_fields(); !others.rows.empty())
            page.blocks.emplace_back(std::move(others));
        return page;
    }

    static const std::vector<base::Words>& rules()
    {
        static const std::vector<base::Words> all{
            {"Une cellule vide, NC et 0 ne disent pas la même chose\u00A0: 0 est un nombre connu\u00A0; NC, que vous "
             "ne "
             "savez pas\u00A0; SO, que la question ne se pose pas.",
             "An empty cell, NC and 0 do not say the same: 0 is a known number; NC, that you do not know; SO, that the "
             "question does not apply."},
            {"Vous pouvez supprimer la ligne d'exemple, déplacer des colonnes, en supprimer ou en ajouter. Gardez la "
             "petite ligne grise sous les titres\u00A0: elle dit quelle colonne est laquelle.",
             "You may delete the example, move columns, delete some or add others. Keep the small grey row below the "
             "titles: it says which column is which."},
            {"N'écrivez qu'un nombre dans une cellule de nombre\u00A0; les explications vont dans la colonne de "
             "commentaire. Un total n'est pas nécessaire.",
             "Write nothing but a number in a cell for numbers; explanations go to the column for comments. No total "
             "is "
             "needed."}};
        return all;
    }

    [[nodiscard]] workbook::Table table_of_fields() const
    {
        workbook::Table table;
        table.id = "champs";
        table.title = say({"Colonnes de la feuille Saisie", "Columns of the sheet Data"});
        table.columns = {{say({"Colonne", "Column"}), ColumnKind::text},
                         {say({"Ce qui est demandé", "What is asked"}), ColumnKind::long_text},
                         {say({"Réponses acceptées", "Accepted answers"}), ColumnKind::long_text},
                         {say({"Nécessaire", "Needed"}), ColumnKind::text}};
        for (const Field& field : asked_)
            table.rows.push_back({words_.header(field), words_.meaning(field), words_.accepted(field),
                                  field.required ? say({"oui", "yes"}) : std::string()});
        return table;
    }

    /// What may be added: columns with these titles are understood too.
    [[nodiscard]] workbook::Table table_of_other_fields() const
    {
        workbook::Table table;
        table.id = "autres_champs";
        table.title = say({"Colonnes que vous pouvez ajouter", "Columns that you may add"});
        table.columns = {{say({"Colonne", "Column"}), ColumnKind::text},
                         {say({"Ce qui est lu", "What is read"}), ColumnKind::long_text},
                         {say({"Réponses acceptées", "Accepted answers"}), ColumnKind::long_text}};
        for (const Field& field : schema_.fields) {
            const bool is_asked = std::ranges::find(asked_, field.id, &Field::id) != asked_.end();
            if (!is_asked && !field.personal)
                table.rows.push_back({words_.header(field), words_.meaning(field), words_.accepted(field)});
        }
        return table;
    }

    [[nodiscard]] workbook::Page page_of_lists() const
    {
        workbook::Page page;
        page.id = "listes";
        page.name = say(sheet_of_lists);
        page.title = say({"Listes\u00A0: les réponses à choisir", "Lists: answers to choose from"});
        page.subtitle = title();
        std::set<std::string> made;
        for (const Field& field : asked_) {
            const std::vector<std::string> choices = words_.choices(field);
            if (choices.empty() || !made.insert(CollectionWords::list_id(field)).second) continue;
            workbook::Table table;
            table.id = CollectionWords::list_id(field);
            table.columns = {
                {field.type == data::FieldType::boolean ? say({"Oui ou non", "Yes or no"}) : say(field.label),
                 ColumnKind::text}};
            for (const std::string& choice : choices) table.rows.push_back({choice});
            page.blocks.emplace_back(std::move(table));
        }
        return page;
    }

    const data::Domain& domain_;
    const data::Schema& schema_;
    const CollectionOrder& order_;
    CollectionWords words_;
    std::vector<Field> asked_;
};

/// The first column of the first rows says that bilan made the sheet, to fill in or to help.
bool is_marked(const Book& book, const Grid& grid)
{
    constexpr std::uint32_t searched_rows = 20;
    for (std::uint32_t row = 0; row < std::min(grid.rows(), searched_rows); ++row) {
        const Cell cell = grid.at(row, 0);
        if (cell.type() != CellType::text) continue;
        const std::string_view text = book.text(cell);
        const bool is_help = text == title_of_help.french || text == title_of_help.english;
        if (is_help || !data::schema_of_mark(text).empty()) return true;
    }
    return false;
}

} // namespace

Workbook collection_workbook(const data::Domain& domain, const CollectionOrder& order)
{
    const std::shared_ptr<const data::Schema> schema = known_schema(domain, order.schema, {});
    return Collection(domain, *schema, order).run();
}

void write_collection(const Engine& engine, const CollectionOrder& order, const std::filesystem::path& target)
{
    const Writer& writer = writer_for(engine, target);
    check_target(target);
    std::error_code none;
    if (std::filesystem::exists(target, none) && !std::filesystem::is_empty(target, none))
        throw base::Error(base::ExitCode::unwritable, target.string(), {"BIL-942", {}});
    write_workbook(writer, collection_workbook(*engine.domain(), order), target);
}

void drop_explanations(Book& book)
{
    const bool is_ours = std::ranges::any_of(book.sheets, [&](const Grid& grid) { return is_marked(book, grid); });
    if (!is_ours) return;
    std::erase_if(book.sheets, [](const Grid& grid) {
        const auto is = [&](const base::Words& name) {
            return grid.facts.name == name.french || grid.facts.name == name.english;
        };
        return grid.facts.visibility == Visibility::visible && (is(sheet_of_help) || is(sheet_of_lists));
    });
}

} // namespace bilan::run
