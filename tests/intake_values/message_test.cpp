// SPDX-License-Identifier: MPL-2.0
//
// Every message that a value can raise, in French, raised by a cell that raises it.
#include "column_of.hpp"

#include "base/message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace bilan::intake {
namespace {

using data::FieldType;

data::Field code_field(std::string kind)
{
    data::Field field = field_of(FieldType::code);
    field.code_kind = std::move(kind);
    return field;
}

data::Field term_field(FieldType type, std::string vocabulary)
{
    data::Field field = field_of(type);
    field.vocabulary = std::move(vocabulary);
    return field;
}

const data::Domain& domain()
{
    static const data::Domain made = [] {
        auto status = std::make_shared<data::Vocabulary>();
        status->id = "statut";
        status->terms = {{"retenue", {"retenue", "selected"}, {}, {"prise"}},
                         {"refusée", {"refusée", "refused"}, {}, {}}};
        auto pillar = std::make_shared<data::Vocabulary>(*status);
        pillar->id = "pilier";
        pillar->open = true;
        data::Domain one;
        one.vocabularies = {status, pillar};
        return one;
    }();
    return made;
}

struct Case {
    data::Field field;
    std::vector<TestCell> cells; ///< one of them, or the column, raises the message
    std::string code;            ///< of the message
    std::string sentence;
    std::string unit = {};
    bool is_1904 = false;
    std::string header = {};
};

const std::vector<Case>& cases();

TEST(Message, ADateWithoutAYearAsksForTheYear)
{
    const ColumnOf column(field_of(FieldType::date, "date_debut"), {"du 01/03 au 30/06"});
    ASSERT_EQ(column.findings.size(), 1U);
    EXPECT_EQ(
        base::render(column.findings.front().message, base::Language::french),
        "«\u00A0du 01/03 au 30/06\u00A0» n'a pas d'année, et rien dans le fichier ne dit l'exercice\u00A0; aucune "
        "valeur n'a été retenue. Ajoutez une colonne «\u00A0Exercice\u00A0», ou l'année dans le titre du tableau.");
    EXPECT_EQ(
        base::render(column.findings.front().message, base::Language::english),
        "\"du 01/03 au 30/06\" has no year, and nothing in the file tells the budget year; no value was kept. Add a "
        "column \"Exercice\", or the year to the title of the table.");
}

TEST(Message, EachIsRaisedAndSaysWhatAndWhatToDo)
{
    for (const Case& one : cases()) {
        ColumnOptions options = in_year(2024);
        options.unit = one.unit;
        options.date_1904 = one.is_1904;
        options.domain = &domain();
        options.header = one.header;
        const ColumnOf column(one.field, one.cells, options);
        const auto finding = std::find_if(column.findings.begin(), column.findings.end(),
                                          [&](const Finding& any) { return any.message.code == one.code; });
        ASSERT_NE(finding, column.findings.end()) << one.code;
        EXPECT_EQ(base::render(finding->message, base::Language::french), one.sentence);
        EXPECT_NE(base::render(finding->message, base::Language::english), one.sentence);
    }
}

TEST(Message, NoneIsForgotten)
{
    std::set<std::string_view> raised;
    for (const Case& one : cases()) raised.insert(one.code);
    for (const base::CatalogueLine& line : base::catalogue())
        if ((line.code >= "BIL-200" && line.code < "BIL-260") ||
            (line.code >= "BIL-550" && line.code < "BIL-560" && line.code != "BIL-556")) {
            EXPECT_EQ(raised.count(line.code), 1U) << line.code;
        }
}

const std::vector<Case>& cases()
{
    static const data::Field people = people_field();
    static const data::Field euro = field_of(FieldType::euro);
    static const data::Field rate = field_of(FieldType::rate);
    static const data::Field date = field_of(FieldType::date, "date_debut");
    static const std::vector<Case> all = {
        {people,
         {"1 234"},
         "BIL-200",
         "« 1 234 » est un nombre écrit comme un texte ; il a été lu 1234. Rien à faire ; un nombre saisi seul évite "
         "cette conversion."},
        {people,
         {"12 pers."},
         "BIL-201",
         "« 12 pers. » a été lu 12 : « pers. » accompagne le nombre. Saisissez le nombre seul et mettez l'unité dans "
         "l'en-tête."},
        {euro, {"12 k€"}, "BIL-202", "« 12 k€ » est un multiple ; il a été lu 12000. Vérifiez l'ordre de grandeur."},
        {euro,
         {12},
         "BIL-203",
         "La colonne est en k€ ; les montants ont été multipliés par 1000 pour être en euros (nombre de cellules : 1). "
         "Vérifiez que tous sont bien en k€.",
         "k€"},
        {people,
         {"environ 30"},
         "BIL-204",
         "« environ 30 » est une estimation ; elle a été lue 30. Demandez le nombre exact au partenaire."},
        {people,
         {"plus de 50"},
         "BIL-205",
         "« plus de 50 » est une borne et non un nombre ; elle a été lue 50. Demandez le nombre exact au partenaire."},
        {people,
         {"30 à 40"},
         "BIL-206",
         "« 30 à 40 » contient plusieurs nombres et rien ne dit lequel retenir ; aucune valeur n'a été retenue. "
         "Demandez un seul nombre au partenaire."},
        {people,
         {"8F/4H"},
         "BIL-207",
         "« 8F/4H » contient plusieurs nombres ; 12 (8 F, 4 H) a été retenu. Confirmez-le et mettez chaque nombre dans "
         "sa colonne."},
        {euro,
         {"1.234"},
         "BIL-208",
         "« 1.234 » peut se lire 1234 ou 1,234, et rien dans la colonne ne tranche ; aucune valeur n'a été retenue. "
         "Demandez au partenaire d'écrire le nombre sans séparateur de milliers."},
        {euro,
         {"12,5", "1.234"},
         "BIL-209",
         "« 1.234 » a été lu 1234 d'après les autres valeurs de la colonne. Vérifiez cette valeur."},
        {euro,
         {"5 00 K"},
         "BIL-210",
         "« 5 00 K » est un nombre abîmé (espaces ou séparateurs mal placés) ; aucune valeur n'a été retenue. Demandez "
         "le nombre exact au partenaire."},
        {people,
         {"1O"},
         "BIL-211",
         "« 1O » mêle des lettres aux chiffres ; aucune valeur n'a été retenue. Si le nombre est 10, corrigez la "
         "cellule."},
        {people,
         {"beaucoup"},
         "BIL-212",
         "« beaucoup » n'est pas un nombre ; aucune valeur n'a été retenue. Saisissez un nombre, « NC » ou « sans "
         "objet »."},
        {people,
         {TestCell(CellTag(CellType::error), 3)},
         "BIL-213",
         "La cellule affiche l'erreur #REF! ; aucune valeur n'a été retenue. Corrigez la formule dans le fichier du "
         "partenaire."},
        {people,
         {TestCell(CellTag(CellType::empty, FormatClass::general, true), 0)},
         "BIL-214",
         "La formule n'a pas de valeur enregistrée ; aucune valeur n'a été retenue. Ouvrez le fichier dans un tableur, "
         "enregistrez-le, puis relancez."},
        {people,
         {"95 %"},
         "BIL-215",
         "« 95 % » est un pourcentage là où un nombre entier ou un montant est attendu ; aucune valeur n'a été "
         "retenue. Demandez le nombre au partenaire."},
        {people,
         {0.45},
         "BIL-216",
         "0,45 est sans doute un taux, là où un nombre entier est attendu ; aucune valeur n'a été retenue. Demandez le "
         "nombre au partenaire."},
        {people,
         {-3},
         "BIL-217",
         "-3 est un nombre négatif là où des personnes ou des choses sont comptées. Demandez le nombre exact au "
         "partenaire."},
        {people,
         {12.5},
         "BIL-218",
         "12,5 a des décimales là où des personnes ou des choses sont comptées. Demandez le nombre exact au "
         "partenaire."},
        {people,
         {date_cell(2024, 4, 3)},
         "BIL-219",
         "La cellule contient la date 03/04/2024 là où un nombre est attendu ; le tableur a peut-être changé un nombre "
         "comme 3/4 en date. Demandez le nombre exact au partenaire."},
        {people,
         {date_cell(1900, 1, 12)},
         "BIL-220",
         "La cellule est au format date mais contient un petit nombre ; elle a été lue 12. Remettez la cellule au "
         "format nombre."},
        {people,
         {TestCell(CellTag(CellType::number, FormatClass::duration), 1.5)},
         "BIL-221",
         "La cellule contient une heure ou une durée là où un nombre est attendu ; aucune valeur n'a été retenue. "
         "Demandez le nombre exact au partenaire."},
        {euro,
         {"1200 $"},
         "BIL-222",
         "« 1200 $ » n'est pas en euros ; aucune valeur n'a été retenue. Demandez le montant en euros au partenaire."},
        {euro,
         {"12 k€"},
         "BIL-223",
         "« 12 k€ » et l'en-tête n'ont pas la même unité ; la cellule a été lue 12000 euros. Vérifiez l'unité de la "
         "colonne.",
         "€"},
        {euro,
         {"3,8E+05"},
         "BIL-224",
         "« 3,8E+05 » est en notation scientifique et a pu perdre des chiffres ; il a été lu 380000. Vérifiez cette "
         "valeur."},
        {rate,
         {45},
         "BIL-225",
         "Les nombres sans signe % de cette colonne ont été lus ainsi : 12 = 12 %. Vérifiez que c'est bien le cas."},
        {rate,
         {0.1, 0.2, 45},
         "BIL-226",
         "45 dépasse 1 dans une colonne où les taux sont écrits de 0 à 1 ; il a été lu 45 %. Vérifiez cette valeur."},
        {rate,
         {45, 60, 0.38},
         "BIL-227",
         "0,38 est écrit de 0 à 1 dans une colonne de pourcentages ; il a été lu 38 %. Vérifiez cette valeur."},
        {rate,
         {1},
         "BIL-228",
         "1 peut se lire 1 % ou 100 %, et rien dans la colonne ne tranche ; aucune valeur n'a été retenue. Demandez au "
         "partenaire d'écrire le signe %."},
        {rate, {"120 %"}, "BIL-229", "Le taux 120 % sort de l'intervalle de 0 à 100 %. Vérifiez cette valeur."},
        {date, {"31/12/2024"}, "BIL-558", "« 31/12/2024 » est un texte, lu comme une date. Rien à faire."},
        {date,
         {"12/31/24"},
         "BIL-230",
         "« 12/31/24 » n'est une date que dans l'ordre américain (mois, jour, année) ; elle a été lue 31/12/2024. "
         "Vérifiez cette date."},
        {date,
         {"24 juin"},
         "BIL-231",
         "« 24 juin » n'a pas d'année ; la date a été lue 24/06/2024, dans l'exercice du tableau. Vérifiez l'année."},
        {date,
         {"31/02/2024"},
         "BIL-232",
         "La date « 31/02/2024 » n'existe pas ; aucune valeur n'a été retenue. Demandez la date exacte au partenaire."},
        {date,
         {"février 2023"},
         "BIL-233",
         "« février 2023 » est une période ; la date retenue est 01/02/2023. Confirmez-la ou demandez la date exacte."},
        {date,
         {"courant 2023"},
         "BIL-234",
         "« courant 2023 » est une période imprécise ; la date retenue est 01/01/2023. Demandez la date exacte au "
         "partenaire."},
        {date,
         {45657},
         "BIL-235",
         "45657 est une date écrite comme un nombre de jours ; elle a été lue 31/12/2024. Rien à faire ; une cellule "
         "au format date évite cette conversion."},
        {date,
         {45657},
         "BIL-236",
         "45657 est peut-être un nombre de jours, mais ce fichier compte les jours depuis 1904 et rien ne tranche ; "
         "aucune valeur n'a été retenue. Demandez la date au partenaire.",
         "",
         true},
        {date,
         {"bientôt"},
         "BIL-237",
         "« bientôt » n'est pas une date ; aucune valeur n'a été retenue. Saisissez une date comme 31/12/2024."},
        {euro,
         {"(1 234)"},
         "BIL-596",
         "Le montant -1234 est négatif ; il est gardé et diminue les totaux. Vérifiez que c'est bien une reprise, et "
         "non une note ou une erreur de saisie."},
        {date,
         {"31/12/0204"},
         "BIL-238",
         "La date « 31/12/0204 » est invraisemblable pour une action. Vérifiez l'année."},
        {field_of(FieldType::year),
         {"2023 (prolongé)"},
         "BIL-239",
         "« 2023 (prolongé) » n'est pas une année écrite seule et en entier ; 2023 a été retenu. Confirmez "
         "l'exercice."},
        {field_of(FieldType::year),
         {"N-1"},
         "BIL-240",
         "« N-1 » n'est pas une année ; aucune valeur n'a été retenue. Saisissez une année comme 2024."},
        {term_field(FieldType::choice, "statut"),
         {"retneue"},
         "BIL-241",
         "« retneue » n'est pas dans la liste des valeurs ; aucune valeur n'a été retenue. S'il s'agit de « retenue », "
         "corrigez la cellule."},
        {term_field(FieldType::choice, "statut"),
         {"en instruction"},
         "BIL-242",
         "« en instruction » n'est pas dans la liste des valeurs ; aucune valeur n'a été retenue. Choisissez l'une "
         "de : retenue, refusée."},
        {field_of(FieldType::boolean),
         {"en partie"},
         "BIL-243",
         "« en partie » n'est ni oui ni non ; aucune valeur n'a été retenue. Saisissez « oui » ou « non »."},
        {term_field(FieldType::choices, "territoire"),
         {"Nord et Rezé"},
         "BIL-244",
         "« Nord et Rezé » a été lu comme 2 éléments (Nord ; Rezé), sans certitude. Séparez les éléments par un "
         "point-virgule."},
        {term_field(FieldType::choices, "territoire"),
         {"QN 06910M"},
         "BIL-245",
         "« QN 06910M » a été réécrit QN06910M. Rien à faire."},
        {term_field(FieldType::choices, "territoire"),
         {"59005"},
         "BIL-246",
         "« 59005 » semble être un code de quartier incomplet ; il a été lu QP059005. Confirmez le code."},
        {term_field(FieldType::choices, "territoire"),
         {"QN06910"},
         "BIL-247",
         "« QN06910 » n'a la forme d'aucun code de quartier (QP069010, QN06910M) ; il est gardé tel quel. Corrigez le "
         "code."},
        {term_field(FieldType::choices, "territoire"),
         {"QP069010"},
         "BIL-248",
         "« QP069010 » est un code de quartier du découpage 2015, alors que l'exercice est 2024 ; il est gardé tel "
         "quel. Demandez le code du bon découpage."},
        {code_field("siret"),
         {"20003452800041"},
         "BIL-249",
         "Le numéro « 20003452800041 » a une clé de contrôle fausse ; il est gardé tel quel. Vérifiez-le auprès du "
         "partenaire."},
        {code_field("siret"),
         {"200034528"},
         "BIL-250",
         "« 200034528 » est un SIREN (9 chiffres) là où un SIRET (14 chiffres) est attendu ; il est gardé. Demandez le "
         "SIRET."},
        {code_field("siret"),
         {"5520044800003"},
         "BIL-251",
         "« 5520044800003 » a perdu son premier zéro ; il a été lu 05520044800003. Mettez la colonne au format texte."},
        {code_field("siret"),
         {"3,80476E+13"},
         "BIL-252",
         "« 3,80476E+13 » a perdu des chiffres (notation scientifique) ; aucune valeur n'a été retenue. Demandez le "
         "numéro complet au partenaire."},
        {code_field("siret"),
         {"en préfecture"},
         "BIL-253",
         "« en préfecture » n'a pas la forme d'un SIRET ; aucune valeur n'a été retenue. Demandez les 14 chiffres au "
         "partenaire."},
        {code_field("siret"),
         {"20003452800014 / 35600000000048"},
         "BIL-254",
         "« 20003452800014 / 35600000000048 » contient plusieurs numéros ; aucune valeur n'a été retenue. Gardez un "
         "numéro par ligne."},
        {code_field("dossier"),
         {123456},
         "BIL-255",
         "« 123456 » a perdu ses premiers zéros ; il a été lu 00123456. Mettez la colonne au format texte."},
        {code_field("rna"),
         {"691234567"},
         "BIL-256",
         "« 691234567 » n'a pas la forme attendue d'un code ; il est gardé tel quel. Vérifiez-le."},
        {field_of(FieldType::text),
         {"<b>Chantier</b>"},
         "BIL-257",
         "Des balises, des codes de mise en forme ou des accents mal codés ont été corrigés dans le texte "
         "« Chantier ». Rien à faire."},
        {people,
         {TestCell(CellTag(CellType::boolean), 1)},
         "BIL-258",
         "La cellule contient VRAI là où une autre sorte de valeur est attendue ; aucune valeur n'a été retenue. "
         "Corrigez la cellule."},
        {date,
         {"12/31/24", "11/30/24", "03/04/24"},
         "BIL-259",
         "« 03/04/24 » peut être lu dans deux ordres ; les autres dates de la colonne ou du tableau donnent "
         "04/03/2024. Vérifiez cette date."},
        {date,
         {"12/31/24", "03/04/24"},
         "BIL-550",
         "« 03/04/24 » peut être lu dans deux ordres, et une autre date de la colonne n'existe que dans l'ordre "
         "américain ; 03/04/2024 a été retenu, le jour d'abord. Vérifiez cette date."},
        {term_field(FieldType::choices, "territoire"),
         {"QN06910M (hors QN06911M)"},
         "BIL-551",
         "« QN06910M (hors QN06911M) » exclut un quartier : QN06910M a été retenu, sans QN06911M. Écrivez seulement "
         "les quartiers concernés."},
        {term_field(FieldType::choices, "territoire"),
         {"oui"},
         "BIL-552",
         "« oui » ne dit pas quel lieu ; aucune valeur n'a été retenue. Demandez au partenaire le code ou le nom du "
         "quartier ou de la commune."},
        {term_field(FieldType::choice, "pilier"),
         {"retenues"},
         "BIL-553",
         "« retenues » ressemble à « retenue » ; il est gardé tel quel. Si c'est la même valeur, corrigez la cellule."},
        {term_field(FieldType::choice, "statut"),
         {"oui"},
         "BIL-554",
         "« oui » sous l'en-tête « retenue » a été lu « retenue ». Rien à faire.",
         "",
         false,
         "Retenue (O/N)"},
        {term_field(FieldType::choice, "statut"),
         {"oui"},
         "BIL-147",
         "«\u00A0oui\u00A0» ne dit pas laquelle de ces valeurs est la bonne\u00A0: retenue, refusée. Aucune n'a été "
         "retenue\u00A0; "
         "demandez "
         "laquelle au partenaire."},
        {code_field("dossier"),
         {"sans"},
         "BIL-555",
         "« sans » n'est pas un numéro ; aucune valeur n'a été retenue. Demandez le numéro au partenaire."},
        {euro,
         {"4 000\u00B9"},
         "BIL-035",
         "« 4 000\u00B9 » porte un renvoi de note ; il a été lu 4000. Lisez la note dans le fichier : elle dit "
         "peut-être "
         "autre chose du nombre."},
        {euro,
         {"22?120,00"},
         "BIL-557",
         "« 22?120,00 » a perdu un espace à l'enregistrement ; il a été lu 22120. Vérifiez cette valeur."},
        {term_field(FieldType::choice, "statut"),
         {"prise"},
         "BIL-559",
         "Ce n'est pas un terme de la liste\u00A0; le plus proche a été retenu\u00A0: prise → retenue. Faites-le "
         "confirmer par le partenaire."},
        {field_of(FieldType::text, "intitule"),
         {"Atelier couture (Mme Durand)"},
         "BIL-579",
         "Un nom de personne a été retiré de ce texte\u00A0; le reste est gardé. Si c'est le nom d'un lieu ou d'une "
         "structure, écrivez devant lui ce que c'est («\u00A0Espace\u00A0», «\u00A0Association\u00A0»)."},
        {field_of(FieldType::text, "intitule"),
         {"Rappeler au 06 12 34 56 78"},
         "BIL-584",
         "Un numéro de téléphone, une adresse électronique, un numéro de sécurité sociale ou une date de naissance a "
         "été retiré de ce texte\u00A0; le reste est gardé. Demandez au partenaire de ne pas en envoyer."},
        {field_of(FieldType::euro),
         {"12", "5", "15000"},
         "BIL-511",
         "«\u00A015000\u00A0» est trop loin des autres montants de la colonne pour être en k€ (ce serait 15000000 "
         "euros) et semble être en euros\u00A0; il n'est pas repris. Corrigez la cellule ou l'en-tête.",
         "k€"},
        {term_field(FieldType::choices, "territoire"),
         {"Contrat de ville de Valmont"},
         "BIL-512",
         "«\u00A0Contrat de ville de Valmont\u00A0» est le nom d'un contrat, pas d'un quartier\u00A0: aucun quartier "
         "n'est repris. Demandez les quartiers de l'action, ou écrivez «\u00A0Tous\u00A0»."},
        {term_field(FieldType::choices, "territoire"),
         {"T1-T2 cumul"},
         "BIL-513",
         "«\u00A0T1-T2 cumul\u00A0» dit une période de l'année, pas un quartier\u00A0: aucun quartier n'est repris. "
         "Vérifiez que des lignes de plusieurs périodes ne comptent pas deux fois les mêmes personnes."},
    };
    return all;
}

} // namespace
} // namespace bilan::intake
