// Content packs: the same promises by every store.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;
using base::ErrorCode;

namespace {

template <typename Subject>
struct Packs : Filled<Subject> {
    static StoredPack pack(std::uint8_t name, std::size_t size, const std::string &version = "1")
    {
        return {.pack = "audit-official",
                .version = version,
                .hash = hashOf(name),
                .size = std::int64_t(size),
                .added = Now};
    }
    void add(TenantId to, const StoredPack &stored, const base::Bytes &bytes)
    {
        this->write([&](StoreTransaction &t) { return t.packs().addPack(to, stored, bytes); });
    }
    std::vector<StoredPack> all(TenantId of)
    {
        return this->read([&](StoreSnapshot &s) { return s.packs().packs(of); });
    }
    base::Result<base::Bytes> chunk(TenantId of, std::uint8_t name, std::int64_t index)
    {
        return this->store().read([&](StoreSnapshot &s) { return s.packs().packChunk(of, hashOf(name), index); });
    }
};

/// Of three chunks, the last one short.
base::Bytes longBytes()
{
    base::Bytes bytes(std::size_t(StoredPack::ChunkBytes) * 2 + 5);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = std::uint8_t(i % 251);
    return bytes;
}

} // namespace

TEMPLATE_LIST_TEST_CASE("a pack is given back chunk by chunk, also after the process has ended", "[contract]", Subjects)
{
    Packs<TestType> stored;
    CHECK(stored.all(stored.first).empty());
    const base::Bytes bytes = longBytes();
    const auto first = stored.pack(1, bytes.size());
    const auto second = stored.pack(2, 3, "2");
    stored.add(stored.first, first, bytes);
    stored.add(stored.first, second, {7, 8, 9});
    stored.reopen();
    CHECK(stored.all(stored.first) == std::vector<StoredPack>{first, second});
    base::Bytes read;
    for (std::int64_t i = 0; i < 3; ++i) {
        const auto chunk = stored.chunk(stored.first, 1, i);
        REQUIRE(chunk);
        read.insert(read.end(), chunk->begin(), chunk->end());
    }
    CHECK(read == bytes);
    CHECK(stored.chunk(stored.first, 1, 3).error().code() == ErrorCode::NotFound);
    CHECK(stored.chunk(stored.first, 3, 0).error().code() == ErrorCode::NotFound);
    CHECK(stored.chunk(stored.first, 2, 0).value() == base::Bytes{7, 8, 9});
}

TEMPLATE_LIST_TEST_CASE("a pack is kept once, and for its tenant alone", "[contract]", Subjects)
{
    Packs<TestType> stored;
    const auto pack = stored.pack(1, 2);
    stored.add(stored.first, pack, {1, 2});
    const auto again = stored.store().write([&](StoreTransaction &t) {
        return t.packs().addPack(stored.first, pack, base::Bytes{1, 2});
    });
    REQUIRE_FALSE(again);
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
    CHECK(stored.all(stored.second).empty());
    CHECK(stored.chunk(stored.second, 1, 0).error().code() == ErrorCode::NotFound);
    stored.add(stored.second, pack, {1, 2});
    CHECK(stored.all(stored.second).size() == 1);
}

TEMPLATE_LIST_TEST_CASE("of a pack there is one of each version", "[contract]", Subjects)
{
    Packs<TestType> stored;
    stored.add(stored.first, stored.pack(1, 2), {1, 2});
    const auto other = stored.store().write([&](StoreTransaction &t) {
        return t.packs().addPack(stored.first, stored.pack(2, 3), base::Bytes{1, 2, 3});
    });
    REQUIRE_FALSE(other);
    CHECK(other.error().code() == ErrorCode::AlreadyExists);
    CHECK(stored.all(stored.first).size() == 1);
    CHECK(stored.chunk(stored.first, 2, 0).error().code() == ErrorCode::NotFound);
    stored.add(stored.second, stored.pack(2, 3), {1, 2, 3});
    stored.add(stored.first, stored.pack(2, 3, "1.1"), {1, 2, 3});
    CHECK(stored.all(stored.first).size() == 2);
}

TEMPLATE_LIST_TEST_CASE("a publisher is kept once, and for its tenant alone", "[contract]", Subjects)
{
    Packs<TestType> stored;
    const base::Bytes key(32, 5), other(32, 4);
    for (const auto &each : {key, other, key})
        stored.write([&](StoreTransaction &t) { return t.packs().addPublisher(stored.first, each, Now); });
    stored.reopen();
    CHECK(stored.read([&](StoreSnapshot &s) { return s.packs().publishers(stored.first); })
          == std::vector<base::Bytes>{key, other});
    CHECK(stored.read([&](StoreSnapshot &s) { return s.packs().publishers(stored.second); }).empty());
}
