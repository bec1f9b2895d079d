// SPDX-License-Identifier: MPL-2.0
#include "intake/value/qpv_code.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr int highest_quarter_number = 150; // no département had more quarters in 2015; communes have higher numbers

bool is_department(std::string_view three)
{
    if (three.size() != 3) return false;
    if (three == "02a" || three == "02b") return true;
    if (!std::all_of(three.begin(), three.end(), is_digit)) return false;
    const int number = (three[0] - '0') * 100 + (three[1] - '0') * 10 + (three[2] - '0');
    return (number >= 1 && number <= 95 && number != 20) || (number >= 971 && number <= 978) || number == 987 ||
           number == 988;
}

bool are_digits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), is_digit);
}

std::string upper(std::string_view text)
{
    std::string letters(text);
    for (char& byte : letters)
        if (is_letter(byte)) byte = static_cast<char>(byte - 'a' + 'A');
    return letters;
}

bool is_2015_body(std::string_view body)
{
    return body.size() == 6 && is_department(body.substr(0, 3)) && are_digits(body.substr(3), 3);
}

bool is_2024_body(std::string_view body)
{
    return body.size() == 6 && is_department(body.substr(0, 3)) && are_digits(body.substr(3, 2), 2) &&
           is_letter(body.back());
}

/// The code of a body (`069010`, `06910m`), with a lost zero put back.
std::optional<QpvCode> code_of(std::string_view letters, const std::string& body)
{
    QpvCode found;
    const std::string with_zero = "0" + body;
    const bool may_be_2024 = letters != "qp";
    const bool may_be_2015 = letters != "qn";
    if (may_be_2015 && is_2015_body(body)) {
        found.code = "QP" + upper(body);
    } else if (may_be_2024 && is_2024_body(body)) {
        found.code = "QN" + upper(body);
    } else if (may_be_2015 && is_2015_body(with_zero)) {
        found.code = "QP" + upper(with_zero);
        found.form = QpvForm::completed;
    } else if (may_be_2024 && is_2024_body(with_zero)) {
        found.code = "QN" + upper(with_zero);
        found.form = QpvForm::completed;
    } else {
        return std::nullopt;
    }
    return found;
}

/// Another code, without a sign before it: « QP069010QP069011 ».
bool begins_code(std::string_view text)
{
    return text.size() > 2 && (text.starts_with("qp") || text.starts_with("qn")) && is_digit(text[2]);
}

/// « QN0691OM », « QNO6912M »: letters that look like digits in it, so that nobody can be sure which code was meant.
bool is_misspelt_code(std::string_view word)
{
    constexpr std::size_t length = 8;
    if (word.size() != length) return false;
    std::string body(word.substr(2));
    for (std::size_t at = 0; at < body.size(); ++at) {
        const bool is_last = at + 1 == body.size();
        if (body[at] == 'o' && !(is_last && word[1] == 'n')) body[at] = '0';
        if ((body[at] == 'i' || body[at] == 'l') && !is_last) body[at] = '1';
    }
    return body != word.substr(2) && (word[1] == 'n' ? is_2024_body(body) : is_2015_body(body));
}

std::size_t end_of_word(std::string_view text, std::size_t at)
{
    while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
    return at;
}

/// Letters and digits after `QP`, across single spaces, points and dashes as long as digits follow.
std::string take_body(std::string_view text, std::size_t& at)
{
    constexpr std::size_t longest = 9;
    std::string body;
    while (at < text.size() && (text[at] == ' ' || text[at] == '-' || text[at] == '_' || text[at] == '.')) ++at;
    while (at < text.size() && body.size() < longest) {
        const char byte = text[at];
        const bool is_corsica = body.size() == 2 && body == "02" && (byte == 'a' || byte == 'b');
        if (is_digit(byte) || is_corsica) {
            body.push_back(byte);
            ++at;
            continue;
        }
        const bool is_gap = (byte == ' ' || byte == '-' || byte == '.') && at + 1 < text.size();
        const char next = is_gap ? text[at + 1] : byte;
        const bool ends_word = at + (is_gap ? 2U : 1U) >= text.size() || !is_letter(text[at + (is_gap ? 2U : 1U)]) ||
                               begins_code(text.substr(at + 1));
        if (is_letter(next) && ends_word && body.size() >= 4 && body.size() <= 5 && (!is_gap || byte != '-')) {
            body.push_back(next); // the last letter of a 2024 code
            at += is_gap ? 2U : 1U;
            break;
        }
        if (!is_gap || !is_digit(next) || body.size() >= 6) break;
        ++at;
    }
    return body;
}

} // namespace

std::vector<QpvCode> find_qpv_codes(std::string_view folded)
{
    std::vector<QpvCode> codes;
    for (std::size_t at = 0; at + 1 < folded.size();) {
        const bool is_glued = !codes.empty() && codes.back().end == at && begins_code(folded.substr(at));
        const bool is_start = at == 0 || is_glued || (!is_letter(folded[at - 1]) && !is_digit(folded[at - 1]));
        if (!is_start || folded[at] != 'q' || (folded[at + 1] != 'p' && folded[at + 1] != 'n')) {
            ++at;
            continue;
        }
        if (const std::size_t last = end_of_word(folded, at); is_misspelt_code(folded.substr(at, last - at))) {
            QpvCode misspelt{upper(folded.substr(at, last - at)), QpvForm::unknown};
            misspelt.begin = at;
            misspelt.end = at = last;
            codes.push_back(std::move(misspelt));
            continue;
        }
        std::string_view letters = folded.substr(at, 2);
        if (folded.substr(at).starts_with("qpv")) letters = folded.substr(at, 3);
        std::size_t end = at + letters.size();
        const std::string body = take_body(folded, end);
        const auto digits = std::count_if(body.begin(), body.end(), is_digit);
        if (digits < 4) { // « QPV Nord », « QP 3 »
            at += 2;
            continue;
        }
        QpvCode found = code_of(letters, body).value_or(QpvCode{upper(folded.substr(at, end - at)), QpvForm::unknown});
        const bool is_longer = end < folded.size() && (is_digit(folded[end]) || is_letter(folded[end]));
        if (is_longer && !begins_code(folded.substr(end))) found.form = QpvForm::unknown;
        found.begin = at;
        found.end = end;
        if (found.form == QpvForm::exact && end - at != found.code.size()) found.form = QpvForm::rewritten;
        codes.push_back(std::move(found));
        at = end;
    }
    return codes;
}

std::optional<std::string> qpv_of_digits(std::string_view digits)
{
    constexpr std::size_t whole = 6;
    if (digits.size() >= 5 && digits.size() <= whole && is_letter(digits.back())) { // « 06903m »
        const std::string body_2024 = std::string(whole - digits.size(), '0') + std::string(digits);
        return is_2024_body(body_2024) ? std::optional("QN" + upper(body_2024)) : std::nullopt;
    }
    if (digits.size() < 4 || digits.size() > whole || !are_digits(digits, digits.size())) return std::nullopt;
    const std::string body = std::string(6 - digits.size(), '0') + std::string(digits);
    const int number = (body[3] - '0') * 100 + (body[4] - '0') * 10 + (body[5] - '0');
    if (!is_2015_body(body) || number == 0 || number > highest_quarter_number) return std::nullopt;
    return "QP" + body;
}

int vintage_of(std::string_view code)
{
    if (code.size() != 8) return 0;
    if (code.starts_with("QP")) return 2015;
    return code.starts_with("QN") ? 2024 : 0;
}

} // namespace bilan::intake
