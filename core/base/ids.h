#pragma once

#include "core/base/bytes.h"
#include "core/base/instant.h"
#include "core/base/random.h"

#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace faltakt::base {

/// 128 bits of RFC 9562, compared as bytes, so that UUIDv7 sorts by time.
class Uuid {
public:
    constexpr Uuid() = default;
    explicit constexpr Uuid(std::array<std::uint8_t, 16> bytes) : m_bytes(bytes) {}

    /// Exactly the 36-character lower- or upper-case form.
    [[nodiscard]] static Result<Uuid> parse(std::string_view text);
    /// Exactly 16 bytes.
    [[nodiscard]] static Result<Uuid> fromBytes(ByteView bytes);

    [[nodiscard]] std::string toString() const;
    [[nodiscard]] ByteView bytes() const noexcept { return m_bytes; }
    [[nodiscard]] constexpr bool isNil() const noexcept { return m_bytes == std::array<std::uint8_t, 16>{}; }
    [[nodiscard]] constexpr int version() const noexcept { return m_bytes[6] >> 4; }

    auto operator<=>(const Uuid &) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// An Uuid that says what it identifies; ids of different things do not mix.
template <typename Tag>
class Id {
public:
    constexpr Id() = default;
    explicit constexpr Id(Uuid uuid) : m_uuid(uuid) {}

    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        TRY(const Uuid uuid, Uuid::parse(text));
        return Id(uuid);
    }
    [[nodiscard]] static Result<Id> fromBytes(ByteView bytes)
    {
        TRY(const Uuid uuid, Uuid::fromBytes(bytes));
        return Id(uuid);
    }

    [[nodiscard]] const Uuid &uuid() const noexcept { return m_uuid; }
    [[nodiscard]] std::string toString() const { return m_uuid.toString(); }
    [[nodiscard]] ByteView bytes() const noexcept { return m_uuid.bytes(); }
    [[nodiscard]] constexpr bool isNil() const noexcept { return m_uuid.isNil(); }

    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid;
};

using ChangeId = Id<struct ChangeTag>;
using RecordId = Id<struct RecordTag>;
using CaseId = Id<struct CaseTag>;
using DeviceId = Id<struct DeviceTag>;
using WorkerId = Id<struct WorkerTag>;
using TeamId = Id<struct TeamTag>;
using TenantId = Id<struct TenantTag>;
using ScratchId = Id<struct ScratchTag>;

/// Makes UUIDv7 that never go back within one maker, also when the clock does: the 12 bits beside the
/// milliseconds count on within one millisecond. One per process or thread; not thread-safe.
class UuidMaker {
public:
    UuidMaker(const class Clock &clock, Random &random) : m_clock(&clock), m_random(&random) {}
    [[nodiscard]] Uuid make();
    template <typename IdType>
    [[nodiscard]] IdType makeId()
    {
        return IdType(make());
    }

private:
    const Clock *m_clock;
    Random *m_random;
    std::int64_t m_lastMs = 0;
    unsigned m_counter = 0;
};

} // namespace faltakt::base

template <>
struct std::hash<faltakt::base::Uuid> {
    std::size_t operator()(const faltakt::base::Uuid &uuid) const noexcept
    {
        std::size_t value = 0; // The last bytes of an UUIDv7 are random.
        std::memcpy(&value, uuid.bytes().data() + 8, sizeof value);
        return value;
    }
};
template <typename Tag>
struct std::hash<faltakt::base::Id<Tag>> {
    std::size_t operator()(const faltakt::base::Id<Tag> &id) const noexcept
    {
        return std::hash<faltakt::base::Uuid>()(id.uuid());
    }
};
