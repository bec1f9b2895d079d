// SPDX-License-Identifier: MPL-2.0
//
// The interface of a plugin that adds words to report scripts, without seeing the script language. A function takes
// and gives plain values; its card feeds argument checks, editor definitions and the reference pages.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace bilan {

enum class ValueType : std::uint8_t { boolean, number, text, numbers };

/// `monostate` is "no value": a parameter left out, an answer that does not exist.
using FunctionValue = std::variant<std::monostate, bool, double, std::string, std::vector<double>>;

struct FunctionParameter {
    std::string name;
    ValueType type = ValueType::number;
    std::string sentence;
    bool optional = false;
};

struct FunctionCard {
    std::string name;     ///< `median`; scripts say `bilan.fn.median`
    std::string sentence; ///< what it gives, in English; behind a line break in French, or nothing
    std::vector<FunctionParameter> parameters;
    ValueType result = ValueType::number;
};

class FunctionProvider {
public:
    virtual ~FunctionProvider() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// Stays valid as long as the provider.
    [[nodiscard]] virtual std::span<const FunctionCard> functions() const = 0;
    /// `arguments` have the number and types of the card. Throws `std::exception` with a sentence for the script's
    /// author; the host adds file and line. Called from one thread at a time; the same arguments give the same answer.
    [[nodiscard]] virtual FunctionValue call(std::size_t function, std::span<const FunctionValue> arguments) = 0;
};

} // namespace bilan
