// SPDX-License-Identifier: MPL-2.0
//
// Encrypted workbooks: under the password that everyone has they are read, under another they are refused.
#include "xls_under_test.hpp"

namespace bilan::test {
namespace {

using namespace biff;

std::string with_pass(const std::string& data)
{
    BiffBuilder book(number(0, 0, 1));
    book.globals = record(0x002F, data);
    return read_text(book.file());
}

TEST(XlsProtection, APasswordOfSomebodysOwnIsRefused)
{
    const std::string refused = "refused BIL-363\n";
    EXPECT_EQ(with_pass(""), refused);
    EXPECT_EQ(with_pass(little(0, 2) + little(0x1234, 2) + little(0x5678, 2)), refused) << "the oldest method";
    EXPECT_EQ(with_pass(little(1, 2) + little(1, 2) + little(1, 2) + std::string(48, 'x')), refused);
    EXPECT_EQ(with_pass(little(1, 2) + little(1, 2) + little(1, 2) + std::string(47, 'x')), refused) << "cut";
    EXPECT_EQ(with_pass(little(1, 2) + little(2, 2) + little(2, 2) + little(4, 4) + little(0xFFFFFFF0, 4)), refused);
    const std::string header = std::string(16, '\0') + little(128, 4) + std::string(12, '\0');
    EXPECT_EQ(with_pass(little(1, 2) + little(2, 2) + little(2, 2) + little(4, 4) + little(header.size(), 4) + header +
                        little(16, 4) + std::string(32, 'x') + little(20, 4) + std::string(20, 'x')),
              refused);
    BiffBuilder old(number(0, 0, 1));
    old.version = 0x0500;
    old.globals = record(0x002F, little(0x1234, 2) + little(0x5678, 2));
    EXPECT_EQ(read_text(old.file()), refused);
}

std::string from_hexadecimal(std::string_view digits)
{
    const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    return bytes;
}

/// Made by another program than ours: one cell, encrypted by each of the three methods under the common password.
constexpr std::string_view by_method[] = {
    // Excel 97: MD5 and RC4
    "0908100000060500bb0dcc0700000000000000002f003600010001000100000102030405060708090a0b0c0d0e0f13fd5a0b"
    "d26e0778e4c0b620717c6984e4921acc698e7539ca36a5f9df9b31f885000e006400000040e6fccd5fd4e77618be0a000000"
    "0908100000061000bb0dcc07000000000000000003020e003528dc98bd1e6afd886b18342d800a000000",
    // Excel 2003: SHA-1 and RC4 with a key of 128 bits
    "0908100000060500bb0dcc0700000000000000002f0072000100020002000400000028000000040000000000000001680000"
    "0480000080000000010000000000000000000000430053005000000010000000000102030405060708090a0b0c0d0e0fb224"
    "b69bd710d5db732f68c8dbfb181e14000000e52a6e079d2b021f4198c021b240f07c97f995a685000e00a000000052afa028"
    "458b998cf99a0a0000000908100000061000bb0dcc07000000000000000003020e00f4859406798fc7f50995b46118df0a00"
    "0000",
    // the same with one of 40 bits
    "0908100000060500bb0dcc0700000000000000002f0072000100020002000400000028000000040000000000000001680000"
    "0480000028000000010000000000000000000000430053005000000010000000000102030405060708090a0b0c0d0e0fda72"
    "66811ab5548e8379df3e78e997a014000000446ba9da23778424d070c01b75443e5fea0494e685000e00a000000082cf5de7"
    "bb471bf576b50a0000000908100000061000bb0dcc07000000000000000003020e00ea5fcd3b05f076390688cea065ff0a00"
    "0000"};

TEST(XlsProtection, ThePasswordThatEveryoneHasOpensAWorkbook)
{
    for (const std::string_view digits : by_method)
        EXPECT_EQ(read_text(from_hexadecimal(digits)), "sheet Feuil1\nA1 number 12.5\n");
}

TEST(XlsProtection, DamagedPasswordRecordsAreRefused)
{
    for (const std::string_view digits : by_method) {
        const std::string good = from_hexadecimal(digits);
        const std::size_t begin = 24; // of the data of the second record, which says how the others are encrypted
        const std::size_t end = begin + static_cast<unsigned char>(good[begin - 2]);
        for (std::size_t at = begin; at < end; ++at) {
            std::string odd = good;
            odd[at] = static_cast<char>(odd[at] ^ 0x10);
            const std::string text = read_text(odd);
            EXPECT_TRUE(text == "refused BIL-363\n" || text == "sheet Feuil1\nA1 number 12.5\n") << at << text;
        }
    }
}

} // namespace
} // namespace bilan::test
