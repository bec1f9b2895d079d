// SPDX-License-Identifier: MPL-2.0
//
// Makes the partner files of the fictitious campaign: `make_examples FOLDER`. People, organisations, quarters and
// figures are invented; the disorder is what real partners send: titles above the header, headers in two rows, numbers
// as text, unknowns in words, total rows, several quarters in a cell, other encodings, one error that blocks.
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

namespace {

using Value = std::variant<std::monostate, double, std::string>;
using Row = std::vector<Value>;

struct Merge {
    lxw_row_t first_row;
    lxw_col_t first_column;
    lxw_row_t last_row;
    lxw_col_t last_column;
    std::string text;
};

struct Sheet {
    std::string name;
    std::vector<Row> rows;
    std::vector<Merge> merges;
    std::vector<lxw_row_t> bold;
    bool hidden = false;
};

void check(lxw_error code)
{
    if (code != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(code));
}

void write_sheet(lxw_workbook* book, const Sheet& sheet)
{
    lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
    if (page == nullptr) throw std::runtime_error("sheet name refused: " + sheet.name);
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    for (const Merge& merge : sheet.merges)
        check(worksheet_merge_range(page, merge.first_row, merge.first_column, merge.last_row, merge.last_column,
                                    merge.text.c_str(), bold));
    for (lxw_row_t row = 0; row < sheet.rows.size(); ++row) {
        const bool is_bold = std::find(sheet.bold.begin(), sheet.bold.end(), row) != sheet.bold.end();
        for (lxw_col_t column = 0; column < sheet.rows[row].size(); ++column) {
            const Value& value = sheet.rows[row][column];
            lxw_format* format = is_bold ? bold : nullptr;
            if (const double* number = std::get_if<double>(&value))
                check(worksheet_write_number(page, row, column, *number, format));
            else if (const std::string* text = std::get_if<std::string>(&value))
                check(worksheet_write_string(page, row, column, text->c_str(), format));
        }
    }
    check(worksheet_set_column(page, 0, 1, 34, nullptr));
    check(worksheet_set_column(page, 2, 30, 13, nullptr));
    if (sheet.hidden) worksheet_hide(page);
}

void write_book(const std::filesystem::path& file, const std::vector<Sheet>& sheets)
{
    lxw_workbook* book = workbook_new(file.c_str());
    if (book == nullptr) throw std::runtime_error("cannot write " + file.string());
    lxw_doc_properties properties{};
    char author[] = "partenaire fictif";
    properties.author = author;
    properties.created = 1767225600; // 1 January 2026: the same bytes at every run
    check(workbook_set_properties(book, &properties));
    for (const Sheet& sheet : sheets) write_sheet(book, sheet);
    check(workbook_close(book));
}

/// ISO-8859-1 is enough for these texts; the euro sign is the one that Windows-1252 adds.
std::string windows_1252(const std::string& utf8)
{
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        if (lead < 0x80) {
            bytes += static_cast<char>(lead);
        } else if (utf8.compare(at, 3, "€") == 0) {
            bytes += '\x80';
            at += 2;
        } else if (utf8.compare(at, 3, "’") == 0) {
            bytes += '\x92';
            at += 2;
        } else {
            const auto next = static_cast<unsigned char>(utf8.at(++at));
            bytes += static_cast<char>((lead & 3U) << 6U | (next & 0x3FU));
        }
    }
    return bytes;
}

void write_text(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    if (!stream) throw std::runtime_error("cannot write " + file.string());
}

Row titles(std::initializer_list<const char*> texts)
{
    Row row;
    for (const char* text : texts) row.push_back(*text == '\0' ? Value() : Value(std::string(text)));
    return row;
}

std::string text(const char* words)
{
    return words;
}

/// Title rows above the header, women and men, unknowns in words, a total row, a footer.
Sheet mission_locale()
{
    return {"Bilan 2025",
            {titles({"Mission locale de Valmont"}),
             titles({"Bilan des actions du pilier emploi - exercice 2025"}),
             {},
             titles({"Intitulé de l'action",
                     "Opérateur",
                     "QPV concerné(s)",
                     "Nb de bénéficiaires",
                     "Femmes",
                     "Hommes",
                     "dont QPV",
                     "- de 26 ans",
                     "26-45 ans",
                     "+ de 45 ans",
                     "Entrées",
                     "Sorties",
                     "Abandons",
                     "En cours au 31/12",
                     "Emploi durable",
                     "Emploi de transition",
                     "Sorties positives",
                     "Autres sorties",
                     "Sans nouvelles",
                     "Montant accordé P147 (€)"}),
             {text("Parcours Tremplin vers l'emploi"),
              text("Mission locale de Valmont"),
              text("QN02397I ; QN02398M"),
              120.0,
              64.0,
              56.0,
              78.0,
              98.0,
              22.0,
              0.0,
              120.0,
              88.0,
              14.0,
              18.0,
              26.0,
              22.0,
              18.0,
              14.0,
              8.0,
              24000.0},
             {text("Atelier code et numérique"),
              text("Mission locale de Valmont"),
              text("QN02397I"),
              36.0,
              12.0,
              24.0,
              21.0,
              36.0,
              0.0,
              0.0,
              36.0,
              30.0,
              4.0,
              2.0,
              6.0,
              8.0,
              10.0,
              6.0,
              text("NC"),
              9500.0},
             {text("Parrainage par des salariés"),
              text("Mission locale de Valmont"),
              text("tous QPV"),
              58.0,
              31.0,
              27.0,
              text("NC"),
              50.0,
              8.0,
              0.0,
              58.0,
              41.0,
              7.0,
              10.0,
              12.0,
              11.0,
              9.0,
              9.0,
              0.0,
              7800.0},
             {text("TOTAL"), {},    {},   214.0, 107.0, 107.0, 99.0, 184.0, 30.0, 0.0,
              214.0,         159.0, 25.0, 30.0,  44.0,  41.0,  37.0, 29.0,  8.0,  41300.0},
             {},
             titles({"Source : logiciel de suivi de la mission locale, extraction du 15 janvier 2026"})},
            {},
            {0, 1, 3, 7}};
}

/// Headers in two rows, the first merged by group.
Sheet plie()
{
    return {"Suivi PLIE",
            {titles({"", "", "", "Public", "", "", "", "Parcours", "", "", "", "Issues", "", "", "", "",
                     "Financement (€)", ""}),
             titles({"Action", "Structure", "Quartier", "Total", "F", "H", "dont QPV", "Entrées", "Sorties", "Abandons",
                     "En cours", "Emploi durable", "Emploi de transition", "Sorties positives", "Autres sorties",
                     "Suite inconnue", "Demandé P147", "Accordé P147"}),
             {text("Référent de parcours renforcé"), text("PLIE du Valmontois"), text("QN02398M"), 85.0, 51.0, 34.0,
              60.0, 85.0, 60.0, 9.0, 16.0, 20.0, 14.0, 9.0, 12.0, 5.0, 20000.0, 16000.0},
             {text("Clauses d'insertion : accompagnement"), text("PLIE du Valmontois"), text("QN02399N"), 42.0, 15.0,
              27.0, 30.0, 42.0, 33.0, 3.0, 6.0, 15.0, 8.0, 4.0, 6.0, 0.0, 12000.0, 12000.0}},
            {{0, 3, 0, 6, "Public"},
             {0, 7, 0, 10, "Parcours"},
             {0, 11, 0, 15, "Issues"},
             {0, 16, 0, 17, "Financement (€)"}},
            {1}};
}

/// Numbers typed as text, with thousands and units; qualification levels, the old ones among them.
Sheet ccas()
{
    return {"Actions emploi",
            {titles({"Nom de l'action",
                     "Porteur",
                     "Territoire d'intervention",
                     "Nombre de participants",
                     "Filles",
                     "Garçons",
                     "Habitants QPV",
                     "Infra V",
                     "Niveau V",
                     "Niveau IV",
                     "Niveau III",
                     "Nb inscrits",
                     "Sortants",
                     "Ruptures",
                     "CDI / CDD + 6 mois",
                     "CDD - 6 mois / intérim",
                     "Sorties positives (formation, SIAE)",
                     "Autres sorties",
                     "Coût total",
                     "Subvention accordée"}),
             {text("Français à visée professionnelle"),
              text("CCAS de Valmont"),
              text("Les Tilleuls (QN02397I)"),
              text("1 024"),
              text("611"),
              text("413"),
              text("702"),
              text("640"),
              text("214"),
              text("110"),
              text("60"),
              text("1 024"),
              text("700"),
              text("98"),
              text("96"),
              text("130"),
              text("224"),
              text("250"),
              text("62 500,00 €"),
              text("18 000 €")},
             {text("Garde d'enfants pour l'emploi"),
              text("CCAS de Valmont"),
              text("QN02397I, QN02399N"),
              text("74"),
              text("70"),
              text("4"),
              text("51"),
              text("20"),
              text("24"),
              text("18"),
              text("12"),
              text("74"),
              text("52"),
              text("6"),
              text("14"),
              text("16"),
              text("10"),
              text("12"),
              text("31 200,50 €"),
              text("11 000 €")}},
            {},
            {0}};
}

/// A documentation sheet first, the table on the second one, a hidden list.
std::vector<Sheet> ecole_deuxieme_chance()
{
    return {{"LISEZ-MOI",
             {titles({"Comment remplir ce fichier"}),
              titles({"Une ligne par action. Laissez vide ce que vous ne connaissez pas."})},
             {},
             {0}},
            {"Données",
             {titles({"Exercice",
                      "Intitulé",
                      "Structure",
                      "QPV",
                      "Bénéficiaires prévus",
                      "Bénéficiaires",
                      "Femmes",
                      "Hommes",
                      "Sexe non précisé",
                      "Habitants QPV",
                      "Nb entrées",
                      "Nb sorties",
                      "Nb abandons",
                      "Présents au 31/12",
                      "Emploi durable",
                      "Emploi de transition",
                      "Sorties positives",
                      "Chômage",
                      "Sorties neutralisées",
                      "Entrées en formation",
                      "Orientations",
                      "Montant accordé"}),
              {2025.0,
               text("Parcours E2C : remise à niveau"),
               text("École de la 2e chance du Valmontois"),
               text("QN02398M"),
               60.0,
               54.0,
               25.0,
               27.0,
               2.0,
               40.0,
               54.0,
               38.0,
               8.0,
               8.0,
               6.0,
               9.0,
               15.0,
               7.0,
               1.0,
               14.0,
               6.0,
               15000.0},
              {2025.0,
               text("Stage long en entreprise"),
               text("École de la 2e chance du Valmontois"),
               text("QN02399N"),
               20.0,
               22.0,
               9.0,
               13.0,
               0.0,
               15.0,
               22.0,
               18.0,
               2.0,
               2.0,
               5.0,
               4.0,
               5.0,
               4.0,
               0.0,
               5.0,
               3.0,
               6000.0}},
             {},
             {0}},
            {"Listes", {titles({"QN02397I"}), titles({"QN02398M"}), titles({"QN02399N"})}, {}, {}, true}};
}

/// Subtotals by pillar, unknown amounts, an example line left in the template.
Sheet maison_emploi()
{
    return {"Tableau",
            {titles({"Maison de l'emploi de Valmont"}),
             titles({"Action", "Porteur", "QPV", "Bénéficiaires", "dont femmes", "dont hommes", "dont QPV", "Entrées",
                     "Sorties", "Abandons", "Emploi durable", "Emploi de transition", "Sorties positives",
                     "Autres sorties", "P147 accordé"}),
             titles({"ex : Atelier CV", "ex : Association X", "QN02300X", "10", "5", "5", "4", "10", "8", "1", "2", "2",
                     "2", "2", "1000"}),
             {text("Forum emploi des quartiers"), text("Maison de l'emploi de Valmont"), text("QN02397I et QN02398M"),
              310.0, 158.0, 152.0, 190.0, 310.0, 290.0, 20.0, 41.0, 63.0, 52.0, 134.0, 8000.0},
             {text("Créer dans son quartier"), text("Maison de l'emploi de Valmont"), text("QN02399N"), 27.0, 16.0,
              11.0, 18.0, 27.0, 21.0, 2.0, 9.0, 3.0, 4.0, 5.0, text("en attente")},
             {text("Sous-total"), {}, {}, 337.0, 174.0, 163.0, 208.0, 337.0, 311.0, 22.0, 50.0, 66.0, 56.0, 139.0, {}}},
            {{0, 0, 0, 5, "Maison de l'emploi de Valmont"}},
            {1}};
}

/// One line blocks: women and men do not add up to the total.
Sheet regie_de_quartier()
{
    return {"Bilan",
            {titles({"Intitulé de l'action", "Porteur", "Quartier", "Total bénéficiaires", "F", "H", "Nb hab. QPV",
                     "Entrées", "Sorties", "Abandons", "Emploi durable", "Emploi de transition", "Sorties positives",
                     "Autres sorties", "Déménagement", "Subvention P147"}),
             {text("Chantier d'entretien des pieds d'immeuble"), text("Régie de quartier Bellefontaine"),
              text("QN02398M"), 40.0, 18.0, 22.0, 36.0, 40.0, 30.0, 6.0, 10.0, 8.0, 5.0, 6.0, 1.0, 10000.0},
             {text("Chantier peinture"), text("Régie de quartier Bellefontaine"), text("QN02398M"), 22.0, 12.0, 8.0,
              20.0, 22.0, 15.0, 3.0, 4.0, 4.0, 3.0, 4.0, 0.0, 5500.0}},
            {},
            {0}};
}

std::string association_csv()
{
    return windows_1252(
        "Intitulé de l’action;Association;QPV;Nb de bénéficiaires;Femmes;Hommes;dont QPV;Entrées;Sorties;"
        "Abandons;Emploi durable;Emploi de transition;Sorties positives;Autres sorties;Durée moyenne "
        "(mois);Taux de satisfaction;Subvention accordée\r\n"
        "Auto-école solidaire;Association Tremplin;QN02397I / QN02399N;48;29;19;33;48;35;5;9;11;6;9;"
        "7,5;86 %;6 500,00 €\r\n"
        "Vélo-école vers l'emploi;Association Tremplin;QN02399N;31;27;4;n.d.;31;25;2;5;6;7;7;"
        "3,2;91 %;4 200,00 €\r\n"
        ";;;;;;;;;;;;;;;;\r\n");
}

std::string insertion_csv()
{
    return "\xEF\xBB\xBF"
           "Action;Structure;Quartiers;Effectif;F;H;dont QPV;dont BRSA;dont DELD;Entrées;Sorties;Abandons;En cours;"
           "Emploi durable;Emploi de transition;Sorties positives;Autres sorties;Montant accordé\n"
           "\"Atelier couture, retouche et remise en rayon\";SIAE L'Atelier du Pont;\"QN02398M, "
           "QN02399N\";26;24;2;19;15;"
           "11;26;17;3;6;4;5;5;3;9000\n"
           "Chantier maraîchage;SIAE L'Atelier du Pont;QN02399N;19;6;13;12;9;s.o.;19;12;2;5;2;4;3;3;7500\n"
           "Total;;;45;30;15;31;24;11;45;29;5;11;6;9;8;6;16500\n";
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "make_examples FOLDER: writes the partner files of the fictitious campaign into FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path folder(words[1]);
        std::filesystem::create_directories(folder);
        write_book(folder / "mission_locale_valmont.xlsx", {mission_locale()});
        write_book(folder / "plie_valmontois.xlsx", {plie()});
        write_book(folder / "ccas_valmont.xlsx", {ccas()});
        write_book(folder / "e2c_valmontois.xlsx", ecole_deuxieme_chance());
        write_book(folder / "maison_emploi_valmont.xlsx", {maison_emploi()});
        write_book(folder / "regie_bellefontaine.xlsx", {regie_de_quartier()});
        write_text(folder / "association_tremplin.csv", association_csv());
        write_text(folder / "siae_atelier_du_pont.csv", insertion_csv());
    } catch (const std::exception& error) {
        std::cerr << "make_examples: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
