// SPDX-License-Identifier: MPL-2.0
#include "archive/checksum.hpp"
#include "archive/inflater.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <functional>
#include <string>

namespace bilan::archive {
namespace {

std::string deflated(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string some_text(std::size_t size)
{
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i) text += "ligne " + std::to_string(i * 7919 % 10007) + ";";
    text.resize(size);
    return text;
}

using Maker = std::function<std::unique_ptr<Inflater>()>;

class EveryInflater : public testing::TestWithParam<Maker> {};

TEST_P(EveryInflater, GivesBackWhatWasPackedInPiecesOfAnySize)
{
    const auto inflater = GetParam()();
    const std::string text = some_text(700'000);
    const std::string packed = deflated(text);
    for (const std::size_t piece_size : {std::size_t{1000}, std::size_t{262'144}, std::size_t{1'000'000}}) {
        inflater->start(packed);
        std::string all;
        std::string buffer(piece_size, '\0');
        for (;;) {
            const Inflater::Piece piece = inflater->read(buffer);
            all.append(buffer, 0, piece.size);
            ASSERT_FALSE(piece.damaged);
            if (piece.finished) break;
        }
        EXPECT_EQ(all, text);
        EXPECT_EQ(inflater->unused(), 0U);
    }
}

TEST_P(EveryInflater, CountsWhatFollowsTheStream)
{
    const auto inflater = GetParam()();
    const std::string packed = deflated(some_text(5000)) + "reste";
    inflater->start(packed);
    std::string buffer(10'000, '\0');
    EXPECT_TRUE(inflater->read(buffer).finished);
    EXPECT_EQ(inflater->unused(), 5U);
}

TEST_P(EveryInflater, SaysWhenDataEndsTooSoonOrIsDamaged)
{
    const auto inflater = GetParam()();
    const std::string packed = deflated(some_text(5000));
    std::string buffer(10'000, '\0');
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, packed.size() / 2, packed.size() - 1}) {
        inflater->start(std::string_view(packed).substr(0, size));
        const Inflater::Piece piece = inflater->read(buffer);
        EXPECT_TRUE(piece.damaged) << size;
        EXPECT_FALSE(piece.finished) << size;
    }
    inflater->start("\xFF\xFF\xFF\xFF");
    EXPECT_TRUE(inflater->read(buffer).damaged);
}

INSTANTIATE_TEST_SUITE_P(Zlib, EveryInflater, testing::Values(Maker(make_zlib_inflater)));
#ifdef BILAN_HAS_ISAL
INSTANTIATE_TEST_SUITE_P(Igzip, EveryInflater, testing::Values(Maker(make_igzip_inflater)));
#endif

TEST(Checksum, IsTheOneOfZipAndContinues)
{
    EXPECT_EQ(checksum(0, "123456789"), 0xCBF43926U);
    EXPECT_EQ(checksum(checksum(0, "12345"), "6789"), 0xCBF43926U);
}

} // namespace
} // namespace bilan::archive
