// SPDX-License-Identifier: MPL-2.0
#include "script/parameter_words.hpp"

#include "base/text.hpp"

namespace bilan::script {

base::Words type_words(const ParameterCard& parameter)
{
    if (parameter.type == "year") return {"année", "year"};
    if (parameter.type == "rate") return {"taux, entre 0 et 1", "rate, between 0 and 1"};
    if (parameter.type == "number") return {"nombre", "number"};
    if (parameter.type == "integer") return {"nombre entier", "whole number"};
    if (parameter.type == "text") return {"texte", "text"};
    if (parameter.type == "boolean") return {"oui ou non", "yes or no"};
    if (parameter.type == "euro") return {"montant en euros", "amount in euros"};
    const std::string choices = base::join(parameter.choices, ", ");
    return {"au choix\u00A0: " + choices, "one of " + choices};
}

} // namespace bilan::script
