// SPDX-License-Identifier: MPL-2.0
#include "intake_tables/generator.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <utility>

namespace bilan::intake::test {

namespace {

struct Spelling {
    std::string group; ///< of a header of two rows; empty: none
    std::string leaf;
};

struct Choice {
    std::string field;
    char kind; ///< what its cells hold: t text, n count, e euros, d date, q quarter, c code, s status
    std::vector<Spelling> spellings;
};

const std::vector<Choice>& common()
{
    static const std::vector<Choice> choices{
        {"num_dossier",
         'c',
         {{"", "N° dossier"}, {"", "Code projet"}, {"", "Réf. dossier *"}, {"", "NUMÉRO DE DOSSIER"}}},
        {"intitule",
         't',
         {{"", "Intitulé de l’action"},
          {"", "Action"},
          {"Action", "Intitulé"},
          {"", "Nom du projet :"},
          {"", "LIBELLE DE L'ACTION"},
          {"", "Intitulé\nprojet"}}},
        {"porteur",
         't',
         {{"", "Porteur"},
          {"", "Structure"},
          {"Porteur", "Raison sociale"},
          {"", "Opérateur"},
          {"", "Nom du bénéficiaire*"},
          {"", "Association (nom complet)"}}},
        {"territoire",
         'q',
         {{"", "QPV"},
          {"", "Quartier(s)"},
          {"", "Territoire(s) d'intervention"},
          {"", "Quartier prioritaire"},
          {"", "Quartiers  concernés"}}},
        {"pilier", 'p', {{"", "Pilier"}, {"", "Thème"}, {"", "Volet"}}},
        {"statut", 's', {{"", "Statut"}, {"", "Décision"}, {"", "État du dossier"}}},
        {"date_debut", 'd', {{"", "Date de début"}, {"Dates de réalisation", "Début"}, {"", "Date début"}}},
        {"cout_total",
         'e',
         {{"", "Coût total"}, {"", "Budget total (€)"}, {"Budget", "Coût total"}, {"", "Coût (total charges)"}}},
        {"demande_p147",
         'e',
         {{"", "Montant demandé"}, {"Montants", "Demandé"}, {"P147", "Demandé"}, {"", "Subvention sollicitée"}}},
        {"accorde_p147",
         'e',
         {{"", "Mt engagé"},
          {"Montants", "Accordé"},
          {"P147", "Accordé"},
          {"", "Subvention accordée (€)"},
          {"", "Montant attribué"}}},
        {"benef_total",
         'n',
         {{"", "Nb bénéf."},
          {"Bénéficiaires", "Total"},
          {"", "Nombre de bénéficiaires"},
          {"", "Public touché"},
          {"", "NB BENEF"},
          {"", "Nombre total de participants"}}},
        {"benef_f",
         'n',
         {{"", "Femmes"}, {"Bénéficiaires", "F"}, {"", "dont femmes"}, {"Public", "Femmes"}, {"", "Nb de femmes"}}},
        {"benef_h",
         'n',
         {{"", "Hommes"}, {"Bénéficiaires", "H"}, {"", "dont hommes"}, {"Public", "Hommes"}, {"", "Nb d'hommes"}}},
        {"benef_qpv",
         'n',
         {{"", "dont QPV"}, {"Bénéficiaires", "dont QPV"}, {"", "Nb hab. QPV"}, {"", "Habitants QPV"}}},
        {"age_0_25", 'n', {{"", "- de 26 ans"}, {"Âge", "< 26 ans"}, {"", "moins de 26 ans"}}},
        {"age_26_49", 'n', {{"", "26-49 ans"}, {"Âge", "26 à 49 ans"}, {"", "de 26 à 49"}}},
        {"age_50_p", 'n', {{"", "50 et +"}, {"Âge", "50 ans et plus"}, {"", "50 ans et +"}}},
        {"commentaire", 't', {{"", "Observations"}, {"", "Commentaires"}}},
    };
    return choices;
}

const std::vector<Choice>& of_schema(bool emploi)
{
    static const std::vector<Choice> action{
        {"cotation_instructeur", 'g', {{"", "Cotation BIE"}, {"", "Score BIE"}}},
        {"fin_region", 'e', {{"", "Fin. Région"}, {"Région", "Accordé"}, {"Cofinancements", "Région"}}},
        {"fin_caf", 'e', {{"", "CAF (€)"}, {"CAF", "Accordé"}, {"Cofinancements", "CAF"}}},
        {"realise", 'e', {{"", "Dépenses réelles"}, {"", "Coût réalisé"}}},
    };
    static const std::vector<Choice> employment{
        {"nb_entrees", 'n', {{"", "Nb entrées"}, {"", "Entrées"}, {"", "Nb d'inscrits"}}},
        {"nb_sorties", 'n', {{"", "Nb de sortants"}, {"", "Sorties"}, {"Sorties", "Total"}}},
        {"nb_abandons", 'n', {{"", "Abandons"}, {"", "Nb d'abandons"}}},
        {"nb_emploi_durable", 'n', {{"", "CDI"}, {"Sorties", "Emploi durable"}, {"", "CDD > 6 mois"}}},
        {"nb_emploi_transition", 'n', {{"", "Intérim"}, {"Sorties", "Emploi de transition"}, {"", "CDD < 6 mois"}}},
        {"niv_3", 'n', {{"", "Niveau V"}, {"", "CAP/BEP"}}},
    };
    return emploi ? employment : action;
}

struct Column {
    Choice choice;
    Spelling spelling;
    bool extra = false;
};

class Mess {
public:
    Mess(std::uint32_t seed, MessyBook& messy) : dice_(seed), messy_(&messy) {}

    void run()
    {
        choose_columns();
        put_titles();
        put_header();
        put_records();
        put_end();
        messy_->maker.sheet("Bilan", rows_);
        for (const std::string& range : merges_) merge(messy_->maker.book().sheets.front(), range);
    }

private:
    bool chance(int percent) { return std::uniform_int_distribution<int>(1, 100)(dice_) <= percent; }
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(dice_); }
    void did(const std::string& pattern) { messy_->truth.patterns.push_back(pattern); }

    void choose_columns()
    {
        const bool emploi = chance(50);
        messy_->truth.schema = emploi ? "emploi" : "action";
        grouped_ = chance(40);
        if (grouped_) did("groups");
        std::vector<Choice> chosen;
        for (const Choice& choice : common())
            if (choice.field == "intitule" || choice.field == "porteur" || choice.field == "benef_total" || chance(55))
                chosen.push_back(choice);
        const std::size_t own = pick(of_schema(emploi).size() - 2) + 2;
        for (std::size_t at = 0; at < own; ++at) chosen.push_back(of_schema(emploi)[at]);
        for (const Choice& choice : chosen) {
            std::vector<Spelling> fitting;
            for (const Spelling& spelling : choice.spellings)
                if (grouped_ || spelling.group.empty()) fitting.push_back(spelling);
            columns_.push_back({choice, fitting[pick(fitting.size())], false});
        }
        if (grouped_)
            std::stable_sort(columns_.begin() + 3, columns_.end(), [](const Column& left, const Column& right) {
                return left.spelling.group < right.spelling.group;
            });
        if (chance(25)) {
            columns_.push_back({{"", 't', {}}, {"", "Visa interne zz"}, true});
            did("unknown column");
        }
        if (chance(20)) {
            columns_.push_back({{"", 'm', {}}, {"", "E-mail"}, true});
            did("personal column");
        }
        offset_ = chance(20) ? 1 : 0;
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (!columns_[at].extra)
                messy_->truth.fields[static_cast<std::uint32_t>(at + offset_)] = columns_[at].choice.field;
    }

    void put(std::vector<std::string> cells)
    {
        if (offset_ == 1) cells.insert(cells.begin(), "");
        rows_.push_back(std::move(cells));
    }

    void put_titles()
    {
        if (chance(60)) {
            did("titles");
            put({"BILAN 2024 DU CONTRAT DE VILLE"});
            if (chance(50)) put({"Contrat de ville 2015-2023"});
            if (chance(50)) put({"Service : politique de la ville"});
            if (chance(70)) put({});
        }
    }

    /// Without a group over two columns nothing tells where a group of one ends.
    bool has_wide_group(const std::vector<std::string>& groups) const
    {
        for (std::size_t at = 1; at < columns_.size(); ++at)
            if (groups[at].empty() && !columns_[at].spelling.group.empty()) return true;
        return false;
    }

    /// « Porteur » carried over « Statut » by nothing but empty cells would change its meaning for anybody.
    bool has_name_group() const
    {
        return std::any_of(columns_.begin(), columns_.end(), [](const Column& column) {
            return column.spelling.group == "Porteur" || column.spelling.group == "Action";
        });
    }

    void put_header()
    {
        std::vector<std::string> groups;
        std::vector<std::string> leaves;
        for (const Column& column : columns_) {
            const bool repeats =
                !groups.empty() && last_group_ == column.spelling.group && !column.spelling.group.empty();
            groups.push_back(repeats ? "" : column.spelling.group);
            last_group_ = column.spelling.group;
            leaves.push_back(column.spelling.leaf);
        }
        const bool has_group =
            std::any_of(groups.begin(), groups.end(), [](const std::string& group) { return !group.empty(); });
        if (has_group) {
            // Labels without a group stand in the upper row, over the height of both.
            const bool no_merges = chance(40);
            if (chance(50) || !has_wide_group(groups) || (no_merges && has_name_group())) {
                did("tall labels");
                for (std::size_t at = 0; at < columns_.size(); ++at)
                    if (columns_[at].spelling.group.empty()) std::swap(groups[at], leaves[at]);
            }
            const std::size_t row = rows_.size() + 1;
            for (std::size_t at = 0; at < columns_.size(); ++at) {
                std::size_t end = at;
                while (end + 1 < columns_.size() && groups[end + 1].empty() &&
                       columns_[end + 1].spelling.group == columns_[at].spelling.group &&
                       !columns_[at].spelling.group.empty())
                    ++end;
                const auto first = static_cast<std::uint32_t>(at + offset_);
                const auto last = static_cast<std::uint32_t>(end + offset_);
                if (end > at)
                    merges_.push_back(column_letters(first) + std::to_string(row) + ':' + column_letters(last) +
                                      std::to_string(row));
                at = end;
            }
            if (no_merges) {
                did("no merges");
                merges_.clear();
            }
            put(groups);
        }
        header_ = leaves;
        put(leaves);
        if (chance(12)) {
            did("unit row");
            std::vector<std::string> units;
            for (const Column& column : columns_)
                units.push_back(column.choice.kind == 'n'   ? "nombre"
                                : column.choice.kind == 'e' ? "€"
                                : column.choice.kind == 'd' ? "date"
                                                            : "texte");
            put(units);
        }
        if (chance(15)) {
            did("example");
            std::vector<std::string> example;
            for (const Column& column : columns_) example.push_back(value(column.choice.kind, 0));
            example[first_text()] = "ex : Jardin partagé";
            put(example);
        }
    }

    std::size_t first_text() const
    {
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (columns_[at].choice.kind == 't') return at;
        return 0;
    }

    std::string value(char kind, std::size_t number)
    {
        constexpr std::array<const char*, 6> names{"Bellevue",   "Nord",     "Dervallières",
                                                   "Les Fleurs", "QN04401M", "QP044002"};
        constexpr std::array<const char*, 4> pillars{"Cohésion sociale", "Emploi", "Cadre de vie",
                                                     "Valeurs de la République"};
        constexpr std::array<const char*, 3> states{"retenue", "refusée", "réalisée"};
        switch (kind) {
        case 'n':
            if (chance(8)) return chance(50) ? "NC" : "";
            return std::to_string(pick(90) + 1);
        case 'e': return chance(10) ? "'" + std::to_string(pick(9) + 1) + " 500 €" : std::to_string(pick(9000) + 100);
        case 'd': return "'" + std::to_string(pick(27) + 1) + "/03/2024";
        case 'q': return names[pick(names.size())];
        case 'p': return pillars[pick(pillars.size())];
        case 's': return states[pick(states.size())];
        case 'g': return "G" + std::to_string(pick(3));
        case 'c': return "'" + std::to_string(10'000'000 + number * 37);
        case 'm': return "personne" + std::to_string(number) + "@example.org";
        default: return (chance(50) ? "Action de quartier n" : "Association des habitants ") + std::to_string(number);
        }
    }

    void put_record(std::size_t number)
    {
        std::vector<std::string> cells;
        for (const Column& column : columns_) cells.push_back(value(column.choice.kind, number));
        messy_->truth.rows.push_back(static_cast<std::uint32_t>(rows_.size()));
        put(cells);
    }

    void put_total(const std::string& label)
    {
        std::vector<std::string> cells(columns_.size());
        cells[chance(70) ? 0 : first_text()] = label;
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (cells[at].empty() && (columns_[at].choice.kind == 'n' || columns_[at].choice.kind == 'e'))
                cells[at] = "=1234";
        put(cells);
    }

    void put_records()
    {
        const std::size_t count = 4 + pick(25);
        const bool has_subtotals = chance(20);
        const bool repeats = chance(15);
        const bool has_gaps = chance(15);
        const bool has_fillers = chance(10);
        if (has_subtotals) did("subtotals");
        if (repeats) did("repeated header");
        if (has_gaps) did("blank rows");
        if (has_fillers) did("fillers");
        for (std::size_t number = 1; number <= count; ++number) {
            put_record(number);
            if (has_subtotals && number % 5 == 0) put_total("Sous-total");
            if (repeats && number % 9 == 0) put(header_);
            if (has_gaps && number % 4 == 0) put({});
            if (has_fillers && number % 6 == 0) put(std::vector<std::string>(columns_.size(), "--"));
        }
    }

    void put_end()
    {
        constexpr std::array<const char*, 5> totals{"TOTAL", "Total général", "Ensemble",
                                                    "TOTAUX :", "Total des actions"};
        if (chance(50)) {
            did("total");
            if (chance(20)) put({});
            put_total(totals[pick(totals.size())]);
        }
        if (chance(40)) {
            did("notes");
            if (chance(50)) put({});
            put({"* hors adultes-relais"});
            if (chance(50)) put({"Source : services de l'État, extraction du 12/03/2025"});
            if (chance(30)) put({"Fait à Nantes, le 12 mars"});
        }
        if (chance(15)) {
            did("recap");
            put({});
            put({"Récapitulatif par pilier"});
            put({"Pilier", "Bénéficiaires"});
            put({"Emploi", "12"});
            put({"Cohésion sociale", "15"});
        }
    }

    std::mt19937 dice_;
    MessyBook* messy_;
    std::vector<Column> columns_;
    Rows rows_;
    std::vector<std::string> merges_;
    std::vector<std::string> header_;
    std::string last_group_;
    std::size_t offset_ = 0;
    bool grouped_ = false;
};

} // namespace

void make_messy(std::uint32_t seed, MessyBook& messy)
{
    Mess(seed, messy).run();
}

} // namespace bilan::intake::test
