// SPDX-License-Identifier: MPL-2.0
#include "base/mapped_file.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bilan::base {

namespace {

/// No honest partner file comes near; a sparse file of a terabyte would keep the digest busy for an hour.
constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30U;

/// A mapped file that someone shortens kills whoever reads it (SIGBUS). Partner files live in folders that other
/// programs synchronise, so up to this size the bytes are copied into memory of our own, whole and unchanged, or
/// refused.
constexpr std::uint64_t copied_bytes = std::uint64_t{16} << 20U;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

[[noreturn]] void refuse(const std::filesystem::path& path, std::string code, std::vector<std::string> arguments = {})
{
    throw Error(ExitCode::unreadable, to_utf8(path.native()), {std::move(code), std::move(arguments)});
}

[[noreturn]] void refuse_for(const std::filesystem::path& path, int reason)
{
    switch (reason) {
    case ENOENT:
    case ENOTDIR: refuse(path, "BIL-390");
    case EISDIR: refuse(path, "BIL-391");
    case ENXIO: refuse(path, "BIL-392"); // a socket
    case EACCES:
    case EPERM: refuse(path, "BIL-393");
    default: refuse(path, "BIL-396", {std::generic_category().message(reason)});
    }
}

/// O_NONBLOCK keeps a fifo without a writer from blocking for ever.
int open_for_reading(const std::filesystem::path& path)
{
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (number < 0) refuse_for(path, errno);
    return number;
}

struct stat facts_of(const std::filesystem::path& path, const Descriptor& file)
{
    struct stat facts = {};
    if (::fstat(file.number(), &facts) != 0) refuse_for(path, errno);
    return facts;
}

bool is_same(const struct stat& before, const struct stat& after)
{
    return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
           before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

std::byte* map(const std::filesystem::path& path, std::size_t size, int descriptor)
{
    void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) refuse_for(path, errno);
    return static_cast<std::byte*>(start);
}

/// Reads until `size` bytes or the end of the file; the number of bytes read.
std::size_t read_into(const std::filesystem::path& path, const Descriptor& file, std::byte* start, std::size_t size)
{
    std::size_t done = 0;
    while (done < size) {
        const ssize_t step = ::read(file.number(), start + done, size - done);
        if (step < 0 && errno == EINTR) continue;
        if (step < 0) refuse_for(path, errno);
        if (step == 0) break;
        done += static_cast<std::size_t>(step);
    }
    return done;
}

} // namespace

MappedFile::MappedFile(const std::filesystem::path& path)
{
    const Descriptor file(open_for_reading(path));
    const struct stat facts = facts_of(path, file);
    if (S_ISDIR(facts.st_mode)) refuse(path, "BIL-391");
    if (!S_ISREG(facts.st_mode)) refuse(path, "BIL-392");
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > most_bytes) refuse(path, "BIL-394", {shortest(static_cast<double>(most_bytes >> 20U))});
    if (size == 0) return;
    if (size > copied_bytes) {
        bytes_ = {map(path, size, file.number()), size};
        return;
    }
    copy_ = std::make_unique_for_overwrite<std::byte[]>(size); // of the heap, whose pages serve the next file again
    const std::size_t read = read_into(path, file, copy_.get(), size);
    if (read < size || !is_same(facts, facts_of(path, file))) refuse(path, "BIL-395");
    bytes_ = {copy_.get(), size};
}

void MappedFile::give_back(std::span<const std::byte> bytes) const noexcept
{
    if (bytes_.size() <= copied_bytes || bytes.empty()) return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset = static_cast<std::size_t>(bytes.data() - bytes_.data()); // a mapping begins with a page
    const std::size_t first = (offset + page - 1) / page * page;
    const std::size_t end = (offset + bytes.size()) / page * page;
    if (end <= first) return;
    // A hint: where it is not taken, the memory is only needed longer.
    std::ignore = ::madvise(const_cast<std::byte*>(bytes_.data()) + first, end - first, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : copy_(std::move(other.copy_)), bytes_(std::exchange(other.bytes_, {}))
{
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(copy_, other.copy_);
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile()
{
    if (copy_ == nullptr && !bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

} // namespace bilan::base
