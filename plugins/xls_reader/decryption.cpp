// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/decryption.hpp"

#include "xls_reader/record_reader.hpp"

#include <nettle/arcfour.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace bilan::xls {
namespace {

using namespace std::string_view_literals;

using Octets = std::basic_string<std::uint8_t>;

/// "VelvetSweatshop", in UTF-16.
constexpr std::string_view password = "V\0e\0l\0v\0e\0t\0S\0w\0e\0a\0t\0s\0h\0o\0p\0"sv;
constexpr std::size_t block_bytes = 1024;

const std::uint8_t* octets(std::string_view bytes)
{
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Octets md5(const Octets& bytes)
{
    md5_ctx context;
    md5_init(&context);
    md5_update(&context, bytes.size(), bytes.data());
    Octets digest(MD5_DIGEST_SIZE, 0);
    md5_digest(&context, digest.size(), digest.data());
    return digest;
}

Octets sha1(const Octets& bytes)
{
    sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, bytes.size(), bytes.data());
    Octets digest(SHA1_DIGEST_SIZE, 0);
    sha1_digest(&context, digest.size(), digest.data());
    return digest;
}

Octets octets_of(std::string_view bytes)
{
    return {octets(bytes), bytes.size()};
}

Octets octets_of(std::uint32_t number)
{
    Octets bytes;
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<std::uint8_t>(number >> shift);
    return bytes;
}

/// Each kilobyte of the stream has a key of its own, made of its number and what all share.
class Cipher {
public:
    virtual ~Cipher() = default;
    [[nodiscard]] virtual Octets key(std::uint32_t block) const = 0;
    [[nodiscard]] virtual Octets digest(const Octets& bytes) const = 0;

    /// True when the password is the one that everyone has: the digest of a few bytes is stored beside them.
    [[nodiscard]] bool is_ours(std::string_view verifier, std::string_view verifier_digest) const
    {
        const Octets stored = octets_of(verifier) + octets_of(verifier_digest);
        Octets clear(stored.size(), 0);
        const Octets first = key(0);
        arcfour_ctx context;
        arcfour_set_key(&context, first.size(), first.data());
        arcfour_crypt(&context, clear.size(), clear.data(), stored.data());
        return digest(clear.substr(0, verifier.size())) == clear.substr(verifier.size());
    }
};

/// Of Excel 97 and 2000.
class FirstCipher final : public Cipher {
public:
    explicit FirstCipher(std::string_view salt)
    {
        constexpr int times = 16;
        Octets salted;
        for (int i = 0; i < times; ++i) salted += md5(octets_of(password)).substr(0, root_bytes) + octets_of(salt);
        root_ = md5(salted).substr(0, root_bytes);
    }
    [[nodiscard]] Octets key(std::uint32_t block) const override { return md5(root_ + octets_of(block)); }
    [[nodiscard]] Octets digest(const Octets& bytes) const override { return md5(bytes); }

private:
    static constexpr std::size_t root_bytes = 5;
    Octets root_;
};

/// Of Excel 2002 and 2003.
class SecondCipher final : public Cipher {
public:
    SecondCipher(std::string_view salt, std::uint32_t key_bits)
        : root_(sha1(octets_of(salt) + octets_of(password))), key_bytes_(key_bits == 0 ? 5 : key_bits / 8)
    {
    }
    [[nodiscard]] Octets key(std::uint32_t block) const override
    {
        constexpr std::size_t export_key = 5;
        constexpr std::size_t padded_key = 16;
        Octets key = sha1(root_ + octets_of(block)).substr(0, key_bytes_);
        if (key.size() == export_key) key.resize(padded_key, 0);
        return key;
    }
    [[nodiscard]] Octets digest(const Octets& bytes) const override { return sha1(bytes); }

private:
    Octets root_;
    std::size_t key_bytes_;
};

std::unique_ptr<Cipher> first_cipher(std::string_view pass)
{
    constexpr std::size_t part = 16; // of salt, verifier and digest, behind six bytes of version
    if (pass.size() < 6 + 3 * part) return nullptr;
    auto cipher = std::make_unique<FirstCipher>(pass.substr(6, part));
    return cipher->is_ours(pass.substr(6 + part, part), pass.substr(6 + 2 * part, part)) ? std::move(cipher) : nullptr;
}

std::unique_ptr<Cipher> second_cipher(std::string_view pass)
{
    constexpr std::size_t head = 14; // kind, version, flags, size of the header
    constexpr std::size_t part = 16;
    constexpr std::size_t key_size_at = 16;
    if (pass.size() < head) return nullptr;
    const std::size_t header_size = long_at(pass, 10);
    if (header_size < key_size_at + 4 || header_size > pass.size() - head) return nullptr;
    const std::uint32_t key_bits = long_at(pass, head + key_size_at);
    const std::string_view verifier = pass.substr(head + header_size);
    constexpr std::size_t verifier_bytes = 4 + part + part + 4 + SHA1_DIGEST_SIZE;
    constexpr std::uint32_t longest = 128;
    if (verifier.size() < verifier_bytes || key_bits > longest || key_bits % 8 != 0) return nullptr;
    auto cipher = std::make_unique<SecondCipher>(verifier.substr(4, part), key_bits);
    const bool is_ours =
        cipher->is_ours(verifier.substr(4 + part, part), verifier.substr(8 + 2 * part, SHA1_DIGEST_SIZE));
    return is_ours ? std::move(cipher) : nullptr;
}

std::unique_ptr<Cipher> cipher_of(std::string_view pass)
{
    constexpr std::size_t head = 6;
    if (pass.size() < head || word_at(pass, 0) != 1) return nullptr;
    if (word_at(pass, 2) == 1 && word_at(pass, 4) == 1) return first_cipher(pass);
    return word_at(pass, 4) == 2 ? second_cipher(pass) : nullptr;
}

/// Takes the cipher off any bytes of the stream.
class Clearing {
public:
    Clearing(std::string& stream, const Cipher& cipher) : stream_(stream), cipher_(cipher) {}

    void clear(std::size_t from, std::size_t to)
    {
        for (std::size_t at = from; at < to; ++at) {
            if (at / block_bytes != block_) turn_to(at / block_bytes);
            stream_[at] = static_cast<char>(stream_[at] ^ pad_[at % block_bytes]);
        }
    }

private:
    void turn_to(std::size_t block)
    {
        block_ = block;
        pad_.fill(0);
        const Octets key = cipher_.key(static_cast<std::uint32_t>(block));
        arcfour_ctx context;
        arcfour_set_key(&context, key.size(), key.data());
        arcfour_crypt(&context, pad_.size(), pad_.data(), pad_.data());
    }

    std::string& stream_;
    const Cipher& cipher_;
    std::size_t block_ = static_cast<std::size_t>(-1);
    std::array<std::uint8_t, block_bytes> pad_{};
};

/// Records that stay in clear, and the first bytes of others that do: heads, and the positions of sheets.
std::size_t clear_bytes(const Record& record)
{
    constexpr std::array<std::uint16_t, 6> clear_records = {0x00E1, 0x0138, 0x0194, 0x0195, 0x0196, record::file_pass};
    const bool is_clear = record.type == record::begin_of_file ||
                          std::find(clear_records.begin(), clear_records.end(), record.type) != clear_records.end();
    if (is_clear) return record.data.size();
    return record.type == record::bound_sheet ? std::min<std::size_t>(4, record.data.size()) : 0;
}

} // namespace

std::optional<std::string> decrypted(std::string_view stream, std::string_view file_pass)
{
    const std::unique_ptr<Cipher> cipher = cipher_of(file_pass);
    if (!cipher) return std::nullopt;
    std::string clear(stream);
    Clearing clearing(clear, *cipher);
    RecordReader records(stream);
    for (Record record; records.next(record);) {
        const std::size_t begin = records.position() - record.data.size();
        clearing.clear(begin + clear_bytes(record), records.position());
    }
    return clear;
}

} // namespace bilan::xls
