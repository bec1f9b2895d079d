// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/reference_tables.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "intake/territory/reference_roles.hpp"
#include "intake/value/departments.hpp"
#include "intake/value/identifiers.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::uint32_t searched_rows = 40;

/// Which columns have which role; several may hold quarters of 2015.
struct Columns {
    std::array<std::vector<std::uint32_t>, role_count> of_role;
    std::uint32_t header_row = 0;
    std::size_t known = 0;

    [[nodiscard]] const std::vector<std::uint32_t>& all(ReferenceRole role) const
    {
        return of_role[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] std::optional<std::uint32_t> one(ReferenceRole role) const
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
        const bool has_2024 = columns_.one(ReferenceRole::quarter_2024) || columns_.one(ReferenceRole::quarter_code);
        if (has_2024 && columns_.one(ReferenceRole::quarter_2015)) return read_successions();
        if (quarter_column()) return read_quarters();
        if (columns_.one(ReferenceRole::contract_name)) return read_contracts();
        if (columns_.one(ReferenceRole::commune_code) && commune_name_column()) return read_communes();
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
        for (const ReferenceRole role :
             {ReferenceRole::quarter_code, ReferenceRole::quarter_2024, ReferenceRole::quarter_2015})
            if (const auto column = columns_.one(role)) return column;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::uint32_t> commune_name_column() const
    {
        const auto column = columns_.one(ReferenceRole::commune_name);
        return column ? column : columns_.one(ReferenceRole::name);
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
        return department_of(base::fold(text(row, columns_.one(ReferenceRole::department)))).value_or("");
    }

    void put_list(ListKind kind, std::size_t entries)
    {
        list_.kind = kind;
        list_.entries = entries;
        if (entries > 0) reference_->add(list_);
    }

    /// Without this row another quarter of its name would be the only one, and taken for it without a word.
    [[noreturn]] void refuse(std::uint32_t row, std::uint32_t column, std::string code, std::string names) const
    {
        const std::string where = list_.file + " \u203A " + grid_->facts.name + " \u203A " + cell_name({row, column});
        throw base::Error(base::ExitCode::usage, where, {std::move(code), {text(row, column), std::move(names)}});
    }

    bool read_quarters()
    {
        std::size_t of_2015 = 0;
        std::size_t of_2024 = 0;
        auto name = columns_.one(ReferenceRole::quarter_name);
        if (!name) name = columns_.one(ReferenceRole::name);
        std::map<std::string, std::string> names; // by code
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            Quarter quarter;
            quarter.code = quarter_in(row, quarter_column());
            quarter.name = text(row, name);
            if (quarter.code.empty() && !quarter.name.empty())
                refuse(row, *quarter_column(), text(row, quarter_column()).empty() ? "BIL-043" : "BIL-044",
                       quarter.name);
            if (quarter.code.empty()) continue;
            const auto [known, is_new] = names.try_emplace(quarter.code, quarter.name);
            if (!is_new && base::fold(known->second) != base::fold(quarter.name))
                refuse(row, *quarter_column(), "BIL-045", known->second + ", " + quarter.name);
            quarter.vintage = vintage_of(quarter.code);
            std::string communes = text(row, columns_.one(ReferenceRole::commune_code));
            std::replace(communes.begin(), communes.end(), ',', ';');
            for (const std::string_view commune : base::split(communes, ';'))
                if (std::string code = commune_in(base::trim(commune)); !code.empty())
                    quarter.communes.push_back(std::move(code));
            // Of a quarter over two communes nobody can tell which name goes with which code.
            const std::string town = text(row, columns_.one(ReferenceRole::commune_name));
            if (quarter.communes.size() == 1) reference_->add_town(town, quarter.communes.front());
            quarter.department = department_of_quarter(quarter.code);
            quarter.epci = text(row, columns_.one(ReferenceRole::epci));
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
            const std::string kind = text(row, columns_.one(ReferenceRole::commune_kind));
            if (!kind.empty() && kind != "COM" && kind != "ARM") continue;
            Commune commune;
            commune.code = commune_in(text(row, columns_.one(ReferenceRole::commune_code)));
            commune.name = text(row, commune_name_column());
            if (commune.code.empty() || commune.name.empty()) continue;
            commune.department = department_in(row);
            if (commune.department.empty()) commune.department = department_of_commune(commune.code);
            commune.epci = text(row, columns_.one(ReferenceRole::epci));
            reference_->add_contract(text(row, columns_.one(ReferenceRole::epci_name)), commune.epci);
            ++count;
            reference_->add(std::move(commune));
        }
        put_list(ListKind::communes, count);
        return count > 0;
    }

    bool read_contracts()
    {
        // The public list names the intercommunality in the column that elsewhere holds the commune.
        const auto epci = columns_.one(ReferenceRole::epci) ? columns_.one(ReferenceRole::epci)
                                                            : columns_.one(ReferenceRole::commune_code);
        std::size_t count = 0;
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            std::string name = text(row, columns_.one(ReferenceRole::contract_name));
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
        const auto column = columns_.one(ReferenceRole::quarter_2024) ? columns_.one(ReferenceRole::quarter_2024)
                                                                      : columns_.one(ReferenceRole::quarter_code);
        std::size_t count = 0;
        for (std::uint32_t row = columns_.header_row + 1; row < grid_->rows(); ++row) {
            Succession succession;
            succession.code = quarter_in(row, column);
            if (vintage_of(succession.code) != 2024) continue;
            succession.status = text(row, columns_.one(ReferenceRole::status));
            for (const std::uint32_t former : columns_.all(ReferenceRole::quarter_2015))
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

/// The texts of the first row of a visible sheet that has two at least.
std::vector<std::string> headers_in(const Book& book)
{
    constexpr std::size_t most = 12;
    for (const Grid& grid : book.sheets) {
        if (grid.facts.visibility != Visibility::visible) continue;
        for (std::uint32_t row = 0; row < std::min(grid.rows(), searched_rows); ++row) {
            std::vector<std::string> headers;
            for (std::uint32_t column = 0; column < grid.columns() && headers.size() < most; ++column)
                if (const Cell cell = grid.at(row, column); cell.type() == CellType::text)
                    headers.push_back(base::for_display(base::trim(book.text(cell)), 40));
            if (headers.size() >= 2) return headers;
        }
    }
    return {};
}

} // namespace

base::Message why_no_reference(const Book& book)
{
    const std::vector<std::string> headers = headers_in(book);
    if (headers.empty()) return {"BIL-577", {}};
    for (const std::string& header : headers)
        if (const std::optional<std::string> meant = header_meant(header))
            return {"BIL-948", {base::join(headers, ", "), header, *meant}};
    return {"BIL-947", {base::join(headers, ", ")}};
}

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
