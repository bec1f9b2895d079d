// SPDX-License-Identifier: MPL-2.0
#include "store/sql_division.hpp"

#include "store/sql_tokens.hpp"

namespace bilan::store {

std::string with_real_division(const std::string& sql)
{
    std::string real;
    std::size_t copied = 0;
    for (const SqlToken& token : sql_tokens(sql)) {
        if (token.kind != SqlToken::Kind::sign || token.written != "/") continue;
        real += sql.substr(copied, token.begin - copied) + "*1.0";
        copied = token.begin;
    }
    return real + sql.substr(copied);
}

} // namespace bilan::store
