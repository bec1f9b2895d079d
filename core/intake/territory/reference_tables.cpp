// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/reference_tables.hpp"

#include "base/text.hpp"
#include "intake/territory/place_name.hpp"
#include "intake/value/departments.hpp"
#include "intake/value/identifiers.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::uint32_t searched_rows = 40;

enum class Role : std::uint8_t {
    quarter_code,
    quarter_2024,
    quarter_2015,
    quarter_name,
    status,
    commune_code,
    commune_name,
    commune_kind,
    department,
    epci,
    epci_name,
    contract_name,
    name ///< « Libellé »: of whatever the table lists
};
constexpr std::size_t role_count = 13;

constexpr std::pair<std::string_view, Role> headers[] = {
    {"codeqp", Role::quarter_code},
    {"codqp", Role::quarter_code},
    {"codeqpv", Role::quarter_code},
    {"codqpv", Role::quarter_code},
    {"codequartier", Role::quarter_code},
    {"codeduquartier", Role::quarter_code},
    {"qp", Role::quarter_code},
    {"qpv", Role::quarter_code},
    {"codeduqp", Role::quarter_code},
    {"codeduqpv", Role::quarter_code},
    {"codequartierprioritaire", Role::quarter_code},
    {"libqp", Role::quarter_name},
    {"libelleqp", Role::quarter_name},
    {"libqpv", Role::quarter_name},
    {"libelleqpv", Role::quarter_name},
    {"nomqp", Role::quarter_name},
    {"nomqpv", Role::quarter_name},
    {"nomduquartier", Role::quarter_name},
    {"nomquartier", Role::quarter_name},
    {"libelleduquartier", Role::quarter_name},
    {"libellequartier", Role::quarter_name},
    {"nomduqpv", Role::quarter_name},
    {"nomduqp", Role::quarter_name},
    {"quartier", Role::quarter_name},
    {"quartierprioritaire", Role::quarter_name},
    {"labelqp", Role::quarter_name},
    {"statut", Role::status},
    {"inseecom", Role::commune_code},
    {"codgeo", Role::commune_code},
    {"codeinsee", Role::commune_code},
    {"codecommune", Role::commune_code},
    {"com", Role::commune_code},
    {"depcom", Role::commune_code},
    {"codecom", Role::commune_code},
    {"codegeo", Role::commune_code},
    {"codegeographique", Role::commune_code},
    {"codeinseecommune", Role::commune_code},
    {"inseecommune", Role::commune_code},
    {"insee", Role::commune_code},
    {"codeinseedelacommune", Role::commune_code},
    {"codecommuneinsee", Role::commune_code},
    {"libcom", Role::commune_name},
    {"libgeo", Role::commune_name},
    {"libellecommune", Role::commune_name},
    {"nomcommune", Role::commune_name},
    {"nomdelacommune", Role::commune_name},
    {"commune", Role::commune_name},
    {"communes", Role::commune_name},
    {"libellegeographique", Role::commune_name},
    {"libelledelacommune", Role::commune_name},
    {"typecom", Role::commune_kind},
    {"inseedep", Role::department},
    {"dep", Role::department},
    {"codedep", Role::department},
    {"codedepartement", Role::department},
    {"departement", Role::department},
    {"sirenepci", Role::epci},
    {"epci", Role::epci},
    {"codeepci", Role::epci},
    {"libepci", Role::epci_name},
    {"nomepci", Role::epci_name},
    {"libelleepci", Role::epci_name},
    {"libcv", Role::contract_name},
    {"nomcv", Role::contract_name},
    {"libellecontratville", Role::contract_name},
    {"libelle", Role::name},
    {"nom", Role::name},
};

std::string compact_header(std::string_view text)
{
    std::string key = name_key(base::head(text, 60));
    std::erase(key, ' ');
    return key;
}

std::optional<Role> role_of(std::string_view text)
{
    const std::string key = compact_header(text);
    if (key.empty()) return std::nullopt;
    for (const auto& [header, role] : headers)
        if (header == key) return role;
    const bool is_label = key.starts_with("label") || key.starts_with("lib") || key.starts_with("nom");
    const bool speaks_of_quarter = key.find("qp") != std::string::npos;
    if (!speaks_of_quarter) return std::nullopt;
    if (is_label) return key.find("2015") == std::string::npos ? std::optional(Role::quarter_name) : std::nullopt;
    if (key.find("2015") != std::string::npos) return Role::quarter_2015;
    if (key.find("2024") != std::string::npos) return Role::quarter_2024;
    return std::nullopt;
}

/// Which columns have which role; several may hold quarters of 2015.
struct Columns {
    std::array<std::vector<std::uint32_t>, role_count> of_role;
    std::uint32_t header_row = 0;
    std::size_t known = 0;

    [[nodiscard]] const std::vector<std::uint32_t>& all(Role role) const
    {
        return of_role[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] std::optional<std::uint32_t> one(Role role) const
    {
        return all(role).empty() ? std::nullopt : std::optional(all(role).front());
    }
};

class ListReader {
public:
    ListReader(const Book& book, const Grid& grid, ReferenceList list, Reference& reference)
        : book_(&book), grid_(&grid), list_(std::move(list)), reference_(&reference)
    {
    }

    bool read()
    {
        columns_ = find_columns();
        const bool has_2024 = columns_.one(Role::quarter_2024) || columns_.one(Role::quarter_code);
        if (has_2024 && columns_.one(Role::quarter_2015)) return read_successions();
        if (quarter_column()) return read_quarters();
        if (columns_.one(Role::contract_name)) return read_contracts();
        if (columns_.one(Role::commune_code) && commune_name_column()) return read_communes();
        return false;
    }

private:
    [[nodiscard]] std::string text(std::uint32_t row, std::optional<std::uint32_t> column) const
    {
        if (!column) return {};
        const Cell cell = grid_->at(row, *column);
        if (cell.type() == CellType::text) return std::string(base::trim(book_->text(cell)));
        return cell.type() == CellType::number ? printed(cell.number) : std::string();
    }

    [[nodiscard]] Columns columns_in(std::uint32_t row) const
    {
        Columns columns;
        columns.header_row = row;
        for (std::uint32_t column = 0; column < grid_->columns(); ++column) {
            const Cell cell = grid_->at(row, column);
            if (cell.type() != CellType::text) continue;
            if (const auto role = role_of(book_->text(cell))) {
                columns.of_role[static_cast<std::size_t>(*role)].push_back(column);
                ++columns.known;
            }
        }
        return columns;
    }

    /// The row with most known headers; of a label row and a code row the second, nearer to the data.
    [[nodiscard]] Columns find_columns() const
    {
        Columns best;
        for (std::uint32_t row = 0; row < std::min(grid_->rows(), searched_rows); ++row)
            if (Columns columns = columns_in(row); columns.known >= 2 && columns.known >= best.known)
                best = std::move(columns);
        return best;
    }

    [[nodiscard]] std::optional<std::uint32_t> quarter_column() const
    {
        for (const Role role : {Role::quarter_code, Role::quarter_2024, Role::quarter_2015})
            if (const auto column = columns_.one(role)) return column;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::uint32_t> commune_name_column() const
    {
        const auto column = columns_.one(Role::commune_name);
        return column ? column : columns_.one(Role::name);
    }

    /// The one code of a cell, well formed; empty for any other cell.
    [[nodiscard]] std::string quarter_in(std::uint32_t row, std::optional<std::uint32_t> column) const
    {
        const std::vector<QpvCode> codes = find_qpv_codes(base::fold(text(row, column)));
        return codes.size() == 1 && codes.front().form == QpvForm::exact ? codes.front().code : std::string();
    }

    [[nodiscard]] std::string commune_in(std::string_view written) const
    {
        std::string code = compact_code(written);
        if (code.size() == 4 && are_all_digits(code)) code.insert(0, 1, '0');
        const bool is_corsica = code.starts_with("2A") || code.starts_with("2B");
        const bool is_code = code.size() == 5 && are_all_digits(std::string_view(code).substr(is_corsica ? 2 : 0));
        return is_code ? code : std::string();
    }

    [[nodiscard]] std::string department_in(std::uint32_t row) const
    {
        return department_of(base::fold(text(row, columns_.one(Role::department)))).value_or("");
    }

    void put_list(ListKind kind, std::size_t entries)
    {
        list_.kind = kind;
        list_.entries = entries;
        if (entries > 0) reference_->add(list_);
    }

    bool read_quarters()
    {
        std::size_t of_2015 = 0;
        std::size_t of_2024 = 0;
        auto name = columns_.one(Role::quarter_name);
        if (!name) name = columns_.one(Role::name);
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            Quarter quarter;
            quarter.code = quarter_in(row, quarter_column());
            if (quarter.code.empty()) continue;
            quarter.vintage = vintage_of(quarter.code);
            quarter.name = text(row, name);
            std::string communes = text(row, columns_.one(Role::commune_code));
            std::replace(communes.begin(), communes.end(), ',', ';');
            for (const std::string_view commune : base::split(communes, ';'))
                if (std::string code = commune_in(base::trim(commune)); !code.empty())
                    quarter.communes.push_back(std::move(code));
            quarter.department = department_of_quarter(quarter.code);
            quarter.epci = text(row, columns_.one(Role::epci));
            ++(quarter.vintage == 2015 ? of_2015 : of_2024);
            reference_->add(std::move(quarter));
        }
        put_list(ListKind::quarters_2015, of_2015);
        put_list(ListKind::quarters_2024, of_2024);
        return of_2015 + of_2024 > 0;
    }

    bool read_communes()
    {
        std::size_t count = 0;
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            // Of the COG only communes and arrondissements: what became part of another commune has its code no more.
            const std::string kind = text(row, columns_.one(Role::commune_kind));
            if (!kind.empty() && kind != "COM" && kind != "ARM") continue;
            Commune commune;
            commune.code = commune_in(text(row, columns_.one(Role::commune_code)));
            commune.name = text(row, commune_name_column());
            if (commune.code.empty() || commune.name.empty()) continue;
            commune.department = department_in(row);
            if (commune.department.empty()) commune.department = department_of_commune(commune.code);
            commune.epci = text(row, columns_.one(Role::epci));
            reference_->add_contract(text(row, columns_.one(Role::epci_name)), commune.epci);
            ++count;
            reference_->add(std::move(commune));
        }
        put_list(ListKind::communes, count);
        return count > 0;
    }

    bool read_contracts()
    {
        // The public list names the intercommunality in the column that elsewhere holds the commune.
        const auto epci = columns_.one(Role::epci) ? columns_.one(Role::epci) : columns_.one(Role::commune_code);
        std::size_t count = 0;
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            std::string name = text(row, columns_.one(Role::contract_name));
            const std::size_t mark = name.find(" - "); // « 01 - CC de la Plaine de l'Ain »
            if (mark != std::string::npos && mark <= 3) name.erase(0, mark + 3);
            if (name.empty()) continue;
            reference_->add_contract(name, text(row, epci));
            ++count;
        }
        put_list(ListKind::contracts, count);
        return count > 0;
    }

    bool read_successions()
    {
        const auto column =
            columns_.one(Role::quarter_2024) ? columns_.one(Role::quarter_2024) : columns_.one(Role::quarter_code);
        std::size_t count = 0;
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            Succession succession;
            succession.code = quarter_in(row, column);
            if (vintage_of(succession.code) != 2024) continue;
            succession.status = text(row, columns_.one(Role::status));
            for (const std::uint32_t former : columns_.all(Role::quarter_2015))
                for (const QpvCode& code : find_qpv_codes(base::fold(text(row, former))))
                    if (code.form == QpvForm::exact) succession.former.push_back(code.code);
            ++count;
            reference_->add(std::move(succession));
        }
        put_list(ListKind::successions, count);
        return count > 0;
    }

    const Book* book_;
    const Grid* grid_;
    ReferenceList list_;
    Reference* reference_;
    Columns columns_;
};

} // namespace

bool read_reference(const Book& book, const std::string& file, const std::string& digest, Reference& reference)
{
    bool found = false;
    for (const Grid& grid : book.sheets) {
        if (grid.facts.visibility != Visibility::visible) continue;
        ReferenceList list;
        list.file = file;
        list.digest = digest;
        found = ListReader(book, grid, std::move(list), reference).read() || found;
    }
    return found;
}

} // namespace bilan::intake
