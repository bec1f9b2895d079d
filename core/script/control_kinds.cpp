// SPDX-License-Identifier: MPL-2.0
#include "script/control_kinds.hpp"

#include <array>

namespace bilan::script {

std::span<const ControlKind> control_kinds()
{
    static const std::array kinds = {
        ControlKind{"at_most", "parts, whole", {"chacun de parts ≤ whole", "each of parts ≤ whole"}},
        ControlKind{"sum_equals",
                    "parts, whole; tolerance, optional, also",
                    {"la somme de parts égale whole, à tolerance près\u00A0; une part de optional peut être inconnue, "
                     "celles de also peuvent être en dehors de whole",
                     "parts add up to whole, within tolerance; a part named in optional may be unknown, those of also "
                     "may lie outside whole"}},
        ControlKind{"sum_at_most",
                    "parts, whole; also, tolerance",
                    {"parts ensemble ≤ whole, plus also", "parts together ≤ whole, plus also"}},
        ControlKind{"at_least", "whole, limit", {"whole ≥ limit", "whole ≥ limit"}},
        ControlKind{"order",
                    "parts",
                    {"la première des deux dates de parts ne suit pas la seconde",
                     "the first of the two dates of parts is not after the second"}},
        ControlKind{"unique",
                    "parts; limit, also",
                    {"deux lignes ne s'accordent pas dans tout parts, ou tous les champs de also les distinguent",
                     "no two rows agree in all of parts, or all fields of also set them apart"}},
        ControlKind{"repeats",
                    "parts, whole; limit",
                    {"des lignes qui s'accordent dans tout parts n'ont pas toutes le même whole",
                     "rows that agree in all of parts do not all say one whole"}},
        ControlKind{"agrees",
                    "parts, whole; limit",
                    {"des lignes qui s'accordent dans tout parts disent un seul whole",
                     "rows that agree in all of parts say one whole"}},
        ControlKind{
            "outlier",
            "parts, whole",
            {"le champ de parts rapporté à whole n'est pas loin au-dessus des autres\u00A0: le troisième quartile "
             "plus trois fois l'écart entre quartiles\u00A0; dès huit lignes",
             "the field of parts over whole is not far above the others: the third quartile and three times what "
             "lies between the quartiles; from eight rows on"}},
        ControlKind{"rounded",
                    "whole, limit",
                    {"dans un tableau, les whole ne sont pas tous multiples de limit\u00A0; dès cinq lignes",
                     "in one table, not every whole is a multiple of limit; from five rows on"}},
        ControlKind{"all_zero",
                    "whole",
                    {"dans un tableau, les whole ne sont pas tous 0\u00A0; dès cinq lignes",
                     "in one table, not all whole are 0; from five rows on"}},
        ControlKind{
            "scale",
            "parts, whole, limit",
            {"dans un tableau, whole et parts sont dans la même unité\u00A0: la médiane de whole rapporté à une "
             "part est sous limit et au-dessus de 5 / limit\u00A0; dès cinq lignes",
             "in one table, whole and parts are in one unit: the median of whole over a part is below limit and "
             "above 5 / limit; from five rows on"}},
        ControlKind{"one_spelling",
                    "parts, words; except",
                    {"les textes de parts écrivent une chose comme le premier de words",
                     "texts of parts write a thing as the first of words does"}},
        ControlKind{
            "says_more",
            "parts, words, expression",
            {"les textes de parts sont donnés et disent autre chose que les mots de words, là où expression est vraie",
             "texts of parts are given and say more than words, where expression is true"}},
        ControlKind{"condition",
                    "expression",
                    {"expression n'est pas vraie\u00A0: elle dit ce qui ne va pas",
                     "expression is not true: it says what is wrong"}},
        ControlKind{"in_contract",
                    "reason",
                    {"les quartiers de la ligne sont dans son contrat, d'après les listes",
                     "the quarters of the row lie in its contract, by the lists"}},
        ControlKind{"quarters_add_up",
                    "reason",
                    {"les quartiers d'une ligne font le total qui les réunit, jugé à la lecture",
                     "the quarters of a row make their total, judged while reading"}},
        ControlKind{"elsewhere",
                    "reason",
                    {"jugé ailleurs que sur les lignes\u00A0: reason dit où",
                     "judged elsewhere than on rows: reason says where"}},
    };
    return kinds;
}

} // namespace bilan::script
