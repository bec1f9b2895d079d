// SPDX-License-Identifier: MPL-2.0
//
// What a SELECT may read, what it gives, and everything that it may not do.
#include "store/sql_select.hpp"

#include "base/error.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::store {
namespace {

using data::FieldType;
using data::State;
using data::test::make_field;
using data::test::TableMaker;
using testing::ElementsAre;

std::vector<SqlTable> tables()
{
    auto schema = std::make_shared<data::Schema>();
    schema->id = "emploi";
    schema->fields = {make_field("porteur", FieldType::text), make_field("benef", FieldType::count),
                      make_field("qpv", FieldType::choices)};
    return {{"emploi", data::Query(TableMaker(schema)
                                       .column("porteur", {"Un", "Deux", "Un", "D'or \"x\""})
                                       .column("benef", {"10", "20", "!nc", "5"})
                                       .column("qpv", {"N", data::test::list({"N", "S"}), "!vide", "S"})
                                       .dataset())}};
}

std::string refusal(const std::string& sql, const SqlLimits& limits = {},
                    base::Language language = base::Language::english)
{
    try {
        (void)sql_select(sql, tables(), limits);
        return "no error";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::script);
        return error.sentence(language);
    }
}

TEST(SqlSelect, GivesRowsWithTypesAndUnknowns)
{
    const auto rows = sql_select("SELECT porteur, sum(benef) AS somme, max(qpv) AS q, 'a' || count(*) AS texte\n"
                                 "FROM emploi GROUP BY porteur ORDER BY porteur",
                                 tables());
    ASSERT_EQ(rows->rows(), 3U);
    EXPECT_EQ(rows->schema().id, "sql");
    EXPECT_EQ(rows->column("porteur")->field.label.french, "Libellé de porteur") << "a field as it stands";
    EXPECT_EQ(rows->column("porteur")->text(0), "D'or \"x\"");
    EXPECT_THAT(rows->column("somme")->numbers, ElementsAre(5, 20, 10));
    EXPECT_EQ(rows->column("q")->text(1), "N, S");
    EXPECT_EQ(rows->column("texte")->text(2), "a2");
    const auto one = sql_select("SELECT benef FROM emploi WHERE porteur = 'Un' ORDER BY rowid", tables());
    EXPECT_THAT(one->column("benef")->states, ElementsAre(State::value, State::empty));
    EXPECT_EQ(one->column("benef")->field.type, FieldType::count);
}

TEST(SqlSelect, ComparesANumberWithATextAsItIsMeant)
{
    const auto count = [](const std::string& condition) {
        return sql_select("SELECT count(*) AS n FROM emploi WHERE " + condition, tables())
            ->column("n")
            ->numbers.front();
    };
    EXPECT_EQ(count("benef >= '5'"), count("benef >= 5"));
    EXPECT_GT(count("benef >= '5'"), 0);
    EXPECT_EQ(count("benef = '20'"), count("benef = 20"));
}

TEST(SqlSelect, ADayIsANumberAndNoText)
{
    auto schema = std::make_shared<data::Schema>();
    schema->id = "emploi";
    schema->fields = {make_field("debut", FieldType::date)};
    const std::vector<SqlTable> days = {
        {"emploi", data::Query(TableMaker(schema).column("debut", {"45901", "45689", "!nc"}).dataset())}};
    const auto rows = sql_select("SELECT debut FROM emploi WHERE debut >= day(2025, 9, 1)", days);
    EXPECT_THAT(rows->column("debut")->numbers, ElementsAre(45901));
    EXPECT_EQ(rows->column("debut")->field.type, FieldType::date);
    EXPECT_EQ(sql_select("SELECT day(2025, 2, 30) AS d FROM emploi", days)->column("d")->states.front(), State::empty);
    EXPECT_EQ(sql_select("SELECT count(*) AS n FROM emploi WHERE '2025-09-01' > 'a'", days)->rows(), 1U)
        << "no field of days is asked for";
    const auto said = [&](const std::string& sql, base::Language language) {
        try {
            (void)sql_select(sql, days);
            return std::string("no error");
        } catch (const base::Error& error) {
            return error.sentence(language);
        }
    };
    EXPECT_EQ(said("SELECT debut FROM emploi WHERE debut >= '2025-09-01'", base::Language::english),
              "The field \"debut\" holds dates and is compared here with \"2025-09-01\", which is none to bilan. Write "
              "day(2025, 9, 1).");
    EXPECT_EQ(
        said("SELECT debut FROM emploi WHERE debut = '01/09/2025'", base::Language::french),
        "Le champ «\u00A0debut\u00A0» contient des dates et se compare ici à «\u00A001/09/2025\u00A0», qui n'en est "
        "pas une pour bilan. Écrivez day(2025, 9, 1).");
}

TEST(SqlSelect, DividesWholeNumbersWithTheirRest)
{
    const auto value = [](const std::string& expression) {
        const auto rows = sql_select("SELECT " + expression + " AS v FROM emploi", tables());
        return rows->column("v")->numbers.front();
    };
    EXPECT_EQ(value("count(benef) / count(*)"), 0.75);
    EXPECT_EQ(value("1 + count(*) / 8 / 2 * 4"), 2);
    EXPECT_EQ(value("-1 / 2 % 3"), 0) << "-0.5 % 3, as SQLite counts a rest";
    EXPECT_EQ(value("max(length('a/b')) /* 1/2 */ / 2"), 1.5);
    const auto rows = sql_select("SELECT count(*)/8, 'a/' || count(*) AS t, 7 / 0 AS n FROM emploi", tables());
    EXPECT_EQ(rows->column("count(*)/8")->numbers.front(), 0.5) << "and is called what was written";
    EXPECT_EQ(rows->column("t")->text(0), "a/4");
    EXPECT_EQ(rows->column("n")->states.front(), State::empty);
}

TEST(SqlSelect, SaysWhichSumsLeaveUnknownValuesOut)
{
    const auto remarks = [](const std::string& sql, base::Language language = base::Language::english) {
        std::vector<base::Message> said;
        (void)sql_select(sql, tables(), {}, &said);
        std::string all;
        for (const base::Message& message : said) all += base::render(message, language);
        return all;
    };
    EXPECT_EQ(
        remarks("SELECT porteur, sum(benef) AS s FROM emploi GROUP BY porteur"),
        "In SQL, sum leaves unknown values (NULL) out of 1 of its results, which look complete. Count them with "
        "count(*) - count(field), use group, which marks them, or write FILTER (WHERE field IS NOT NULL) when that "
        "is meant.");
    EXPECT_EQ(
        remarks("SELECT avg(benef) AS s FROM emploi", base::Language::french),
        "En SQL, avg laisse de côté des valeurs inconnues (NULL) dans 1 de ses résultats, qui ont l'air complets. "
        "Comptez-les par count(*) - count(champ), employez group qui les marque, ou écrivez FILTER (WHERE champ IS "
        "NOT NULL) si c'est voulu.");
    EXPECT_THAT(remarks("SELECT total(benef) OVER (ORDER BY rowid ROWS 1 PRECEDING) AS s FROM emploi"),
                testing::HasSubstr("total leaves unknown values (NULL) out of 2 of its results"));
    EXPECT_EQ(
        remarks("SELECT sum(benef) FILTER (WHERE benef IS NOT NULL) AS s, sum(coalesce(benef, 0)) AS t, max(benef) "
                "AS m FROM emploi WHERE porteur <> 'x'"),
        "");
    EXPECT_EQ(remarks("SELECT sum(benef) AS s FROM emploi WHERE benef > 0"), "");
}

TEST(SqlSelect, AddsAsSqliteDoes)
{
    const auto column = [](const std::string& expression) {
        return *sql_select("SELECT " + expression + " AS v FROM emploi", tables())->column("v");
    };
    EXPECT_EQ(column("sum(length(porteur))").numbers.front(), 16);
    EXPECT_EQ(column("typeof(sum(length(porteur))) || typeof(sum(benef)) || typeof(sum(NULL)) || total(NULL)").text(0),
              "integerrealnull0.0");
    EXPECT_EQ(column("avg(benef) || ' ' || sum(DISTINCT length(porteur))").text(0), "11.6666666666667 14");
    EXPECT_THAT(sql_select("SELECT sum(benef) OVER (ORDER BY rowid ROWS 1 PRECEDING) AS v FROM emploi", tables())
                    ->column("v")
                    ->numbers,
                ElementsAre(10, 30, 20, 5));
    EXPECT_THAT(refusal("SELECT sum(9223372036854775807) AS s FROM emploi"), testing::HasSubstr("integer overflow"));
}

TEST(SqlSelect, SaysTheLineOfAMistake)
{
    EXPECT_EQ(refusal("SELECT benef, benef FROM emploi"),
              "The SQL statement gives two columns \"benef\". Name each with AS.");
    EXPECT_EQ(refusal("  -- nothing\n"), "This SQL statement is empty. Write a SELECT.");
    EXPECT_EQ(refusal("SELECT 1 AS a; SELECT 2"), "This SQL holds several statements. Write a single SELECT.");
    EXPECT_EQ(refusal("SELECT 1 AS a; -- and no more"), "no error");
}

TEST(SqlSelect, PutsWhatSqliteSaysIntoWords)
{
    struct Slip {
        const char* sql;
        const char* french;
        const char* english;
    };
    const Slip slips[] = {
#include "sql_words.inc"
    };
    for (const Slip& slip : slips) {
        EXPECT_EQ(refusal(slip.sql, {}, base::Language::french), slip.french) << slip.sql;
        EXPECT_EQ(refusal(slip.sql), slip.english) << slip.sql;
    }
}

TEST(SqlSelect, RefusesTheValueOfAnyRow)
{
    for (const char* sql : {
             "SELECT porteur, sum(benef) AS s FROM emploi",
             "SELECT porteur, benef FROM emploi GROUP BY porteur",
             "SELECT * FROM emploi GROUP BY porteur",
             "SELECT e.porteur AS p, count(*) AS n FROM emploi AS e",
             "SELECT upper(porteur) AS p, count(*) AS n FROM emploi GROUP BY benef",
             "SELECT n FROM (SELECT porteur, count(*) AS n FROM emploi) AS t",
             "WITH t AS (SELECT porteur AS p, benef AS b FROM emploi) SELECT p, sum(b) AS s FROM t",
             "SELECT 1 AS a UNION SELECT benef + count(*) FROM emploi",
             "SELECT benef, max(benef) AS m, count(*) AS n FROM emploi",
         })
        EXPECT_THAT(refusal(sql), testing::HasSubstr("is neither aggregated nor in GROUP BY")) << sql;
    for (const char* sql : {
             "SELECT porteur, sum(benef) AS s FROM emploi GROUP BY porteur",
             "SELECT upper(porteur) || '!' AS p, count(*) FROM emploi GROUP BY upper(porteur)",
             "SELECT upper(porteur) AS p, count(*) FROM emploi GROUP BY 1",
             "SELECT upper(porteur) AS p, count(*) FROM emploi GROUP BY p HAVING count(*) > 1 ORDER BY p",
             "SELECT e.porteur, count(*) n FROM emploi e GROUP BY porteur",
             "SELECT \"porteur\", 'benef' AS t, count(*) FROM emploi GROUP BY [porteur] -- benef",
             "SELECT porteur, (SELECT sum(benef) FROM emploi) AS tout FROM emploi",
             "SELECT porteur, sum(benef) OVER (PARTITION BY porteur) AS s FROM emploi",
             "SELECT porteur, max(benef) AS le_plus FROM emploi", // SQLite: the row of the greatest
             "SELECT count(*) FILTER (WHERE benef > 5) AS n, sum(benef) AS s FROM emploi",
             "SELECT max(benef, 3) AS m, porteur FROM emploi",
             "SELECT count(DISTINCT porteur) AS n, 2 * sum(benef) / count(benef) AS m FROM emploi",
             "WITH t AS (SELECT porteur AS p, benef AS b FROM emploi) SELECT p, sum(b) AS s FROM t GROUP BY p",
             "SELECT CASE WHEN porteur = 'Un' THEN 'u' ELSE 'a' END AS cas, sum(benef) FROM emploi GROUP BY cas",
         })
        EXPECT_EQ(refusal(sql), "no error") << sql;
}

TEST(SqlSelect, LetsNothingPassButReading)
{
    for (const char* sql : {"DELETE FROM emploi",
                            "INSERT INTO emploi VALUES (1, 2, 3)",
                            "UPDATE emploi SET benef = 1",
                            "DROP TABLE emploi",
                            "CREATE TABLE x (a)",
                            "CREATE TEMP TABLE x AS SELECT 1",
                            "ATTACH 'x.db' AS x",
                            "PRAGMA table_info(emploi)",
                            "VACUUM",
                            "BEGIN",
                            "SELECT * FROM sqlite_master",
                            "SELECT load_extension('x')",
                            "SELECT random()",
                            "SELECT date('now')",
                            "SELECT current_timestamp",
                            "SELECT sqlite_version()",
                            "REINDEX",
                            "ANALYZE",
                            "WITH a AS (SELECT 1) DELETE FROM emploi",
                            "EXPLAIN DELETE FROM emploi",
                            "SAVEPOINT a",
                            "SELECT writefile('x', 'y')",
                            "SELECT * FROM pragma_table_info('emploi')"})
        EXPECT_NE(refusal(sql), "no error") << sql;
    EXPECT_THAT(refusal("vacuum into 'x'"), testing::HasSubstr("VACUUM"));
}

TEST(SqlSelect, SaysThatItWritesNothing)
{
    for (const auto& [word, sql] :
         std::vector<std::pair<std::string, std::string>>{{"DELETE", "DELETE FROM emploi"},
                                                          {"UPDATE", "UPDATE emploi SET benef = 1"},
                                                          {"INSERT", "INSERT INTO emploi (benef) VALUES (1)"},
                                                          {"CREATE", "CREATE TABLE x (a)"},
                                                          {"DROP", "DROP TABLE emploi"}})
        EXPECT_EQ(refusal(sql),
                  '"' + word +
                      "\" is not done in SQL here: statements read copies and write nothing. Choose the rows "
                      "with SELECT … WHERE, or with :where and :derive in Lua.");
    EXPECT_EQ(
        base::render({"BIL-440", {"DELETE"}}, base::Language::french),
        "«\u00A0DELETE\u00A0» ne se fait pas en SQL ici\u00A0: les requêtes lisent des copies et n'écrivent rien. "
        "Choisissez les lignes par SELECT … WHERE, ou par :where et :derive en Lua.");
}

TEST(SqlSelect, SaysThatItOpensNoOtherFile)
{
    EXPECT_EQ(
        refusal("ATTACH 'autre.db' AS x"),
        "\"ATTACH\" is not done in SQL here: a statement reads the datasets of the report and opens no other file. "
        "Read it with run:read \"file.csv\", then name it in the statement.");
    EXPECT_THAT(refusal("DETACH x", {}, base::Language::french),
                testing::StartsWith("«\u00A0DETACH\u00A0» ne se fait pas en SQL ici\u00A0: une requête lit les jeux de "
                                    "données du rapport et n'ouvre aucun autre fichier. Lisez-le par run:read"));
}

/// SQLite does each of these in one step, in which nobody asks the clock.
TEST(SqlSelect, RefusesWhatOneStepWouldTakeMinutesFor)
{
    const auto started = std::chrono::steady_clock::now();
    for (const char* sql : {"SELECT printf('%.*c', 900000000, 'x') AS x", "SELECT format('%900000000d', 1) AS x",
                            "SELECT printf('%-0900000000d', 1) AS x", "SELECT printf('%%%.900000000c', 'x') AS x"})
        EXPECT_THAT(refusal(sql), testing::HasSubstr("a width above 1000, or *, in the format of printf")) << sql;
    EXPECT_THAT(refusal("SELECT instr(hex(zeroblob(8000000)), 'x') AS x"), testing::HasSubstr("a text above 256 KiB"));
    EXPECT_EQ(refusal("SELECT hex(zeroblob(120000)) GLOB '*0*0*0*0*0*0*0*1' AS x"), "no error");
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(5));

    const auto text = [](const std::string& sql) {
        return std::string(sql_select(sql, tables())->column("x")->text(0));
    };
    EXPECT_EQ(text("SELECT printf('%05.1f|%-6s|%d%%|%,d', 3.14159, porteur, 12, 1234567) AS x FROM emploi LIMIT 1"),
              "003.1|Un    |12%|1,234,567");
    EXPECT_EQ(text("SELECT format('%s', NULL) || printf('%1000d', 1) AS x").size(), 1000U);
}

TEST(SqlSelect, RefusesATextThatItCannotHoldWhole)
{
    auto schema = std::make_shared<data::Schema>();
    schema->id = "emploi";
    schema->fields = {make_field("porteur", FieldType::text)};
    const std::vector<SqlTable> long_text = {
        {"emploi", data::Query(TableMaker(schema).column("porteur", {std::string(300'000, 'x')}).dataset())}};
    try {
        (void)sql_select("SELECT count(porteur) AS n FROM emploi", long_text);
        FAIL() << "counted as unknown";
    } catch (const base::Error& error) {
        EXPECT_THAT(error.sentence(base::Language::english), testing::HasSubstr("a text above 256 KiB"));
    }
}

TEST(SqlSelect, EndsWhatDoesNotEnd)
{
    EXPECT_EQ(refusal("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS n FROM n",
                      {std::chrono::milliseconds(100), 1000}),
              "The SQL statement is above 0.1 s and is stopped. Filter first, or join on a key.");
    EXPECT_EQ(refusal("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
                      {std::chrono::milliseconds(30'000), 1000}),
              "The SQL statement gives more than 1000 rows. Filter or group.");
    EXPECT_NE(refusal("SELECT zeroblob(1000000000) AS a"), "no error");
}

TEST(SqlSelect, KnowsWhichColumnsAreAverages)
{
    EXPECT_THAT(averages_in("SELECT porteur, avg(benef) AS moyenne FROM emploi"), ElementsAre("moyenne"));
    EXPECT_THAT(averages_in("select round(Avg(benef), 1) \"M 1\", count(*) AS n, 2 * avg(qpv) FROM emploi"),
                ElementsAre("2 * avg(qpv)", "M 1"));
    EXPECT_THAT(averages_in("WITH m AS (SELECT porteur, avg(benef) AS moy FROM emploi GROUP BY porteur) SELECT moy, "
                            "porteur FROM m"),
                ElementsAre("moy"));
    EXPECT_THAT(averages_in("SELECT avg(benef) / n FROM emploi"), ElementsAre("avg(benef) / n"));
    EXPECT_THAT(averages_in("SELECT porteur, sum(benef) AS s FROM emploi GROUP BY porteur HAVING avg(benef) > 3"),
                ElementsAre());
    EXPECT_THAT(averages_in("avg("), ElementsAre());
    EXPECT_THAT(averages_in("SELECT 'avg(x)' AS t"), ElementsAre());
    EXPECT_THAT(names_in("SELECT Porteur FROM \"Émploi\" -- exercice\n"),
                testing::UnorderedElementsAre("select", "porteur", "from", "emploi"));
}

TEST(SqlSelect, TextsAreThoseOfTheOtherTables)
{
    const auto texts = [](const std::string& sql, const std::string& column) {
        const auto rows = sql_select(sql, tables());
        std::vector<std::string> all;
        for (std::size_t row = 0; row < rows->rows(); ++row) all.emplace_back(rows->column(column)->text(row));
        return all;
    };
    EXPECT_THAT(texts("SELECT lower('ÉCOLE Î') || upper('éa') || fold('Éà  b') AS x", "x"),
                ElementsAre("école îÉAea b"));
    EXPECT_THAT(
        texts("SELECT 'Zoo' AS x UNION SELECT 'École' UNION SELECT 'ecole' UNION SELECT 'Arbre' UNION SELECT 'eau' "
              "ORDER BY x",
              "x"),
        ElementsAre("Arbre", "eau", "ecole", "École", "Zoo"));
    EXPECT_THAT(texts("SELECT x FROM (SELECT 'É' AS x UNION ALL SELECT 'e' UNION ALL SELECT 'É') GROUP BY x", "x"),
                ElementsAre("e", "É"))
        << "texts that fold alike are two all the same";
    const auto is = [](const std::string& condition) {
        return sql_select("SELECT iif(" + condition + ", 1, 0) AS x", tables())->column("x")->numbers.front() == 1;
    };
    EXPECT_TRUE(is("'École primaire' LIKE 'ecole%'"));
    EXPECT_TRUE(is("'50 %' LIKE '50 !%' ESCAPE '!'"));
    EXPECT_FALSE(is("'École' LIKE 'col_'"));
    EXPECT_FALSE(is("'É' = 'e'"));
    EXPECT_FALSE(is("NULL LIKE 'x'"));
    EXPECT_THAT(refusal("SELECT 'a' LIKE 'a' ESCAPE 'xy' AS x"), testing::HasSubstr("ESCAPE"));
}

TEST(SqlSelect, EndsWhenItsCallerIsOver)
{
    SqlLimits limits;
    int asked = 0;
    limits.is_over = [&asked] { return ++asked > 3; };
    EXPECT_THAT(
        refusal("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t", limits),
        testing::HasSubstr("s"));
    EXPECT_EQ(asked, 4);
}

} // namespace
} // namespace bilan::store
