// The device's check of its own instruments.
#include "core/screening/instrument_check.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

using namespace faltakt;
using screening::CheckSubject;
using screening::InstrumentCheck;
using screening::InstrumentLibrary;

namespace {

struct Fixture {
    Fixture() { REQUIRE(device.create()); }
    /// As one that another program judged good.
    void take(const screening::ContentPack &pack, store::PackState state = store::PackState::Taken)
    {
        store::ContentPacks packs = device.store().contentPacks();
        const std::string &bytes = pack.bytes();
        REQUIRE(packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(),
                             std::int64_t(bytes.size())));
        for (std::size_t at = 0; at < bytes.size(); at += std::size_t(store::ContentPacks::ChunkBytes))
            REQUIRE(packs.addChunk(
                pack.hash(), base::bytesOf(bytes.substr(at, std::size_t(store::ContentPacks::ChunkBytes))), "damaged"));
        REQUIRE(packs.judge(pack.hash(), state, {}, "another program"));
    }
    std::vector<CheckSubject> subjects()
    {
        return screening::checkSubjects(shipped, device.store().contentPacks()).value();
    }
    std::vector<InstrumentCheck> faults()
    {
        std::vector<InstrumentCheck> wrong;
        for (const CheckSubject &subject : subjects()) {
            auto check = screening::checkInstrument(shipped, device.store().contentPacks(), subject).value();
            if (!check.isSound())
                wrong.push_back(std::move(check));
        }
        return wrong;
    }
    test::Device device{12};
    InstrumentLibrary shipped = InstrumentLibrary::shipped().value();
};

} // namespace

TEST_CASE("a device counts the vectors of everything that the program brings")
{
    Fixture fixture;
    const auto subjects = fixture.subjects();
    REQUIRE(subjects.size() == fixture.shipped.all().size());
    for (const CheckSubject &subject : subjects) {
        INFO(subject.instrument);
        const auto check =
            screening::checkInstrument(fixture.shipped, fixture.device.store().contentPacks(), subject).value();
        CHECK(check.fault.empty());
        CHECK(check.vectors > 0);
        CHECK(check.questionnaire->id() == subject.instrument);
    }
}

TEST_CASE("a device counts its packs as well, those that drafts and results go by too, and no refused one")
{
    Fixture fixture;
    const std::size_t bare = fixture.subjects().size();
    fixture.take(test::contentPack("1", "Förr?", 2), store::PackState::Kept);
    fixture.take(test::contentPack("2", "Nu?"));
    fixture.take(test::contentPack("3", "Sedan?", 1, "2099-01-01"));
    fixture.take(test::contentPack("4", "Aldrig?", 3), store::PackState::Refused);
    const auto subjects = fixture.subjects();
    CHECK(subjects.size() == bare + 3);
    const auto count = [&](const std::string &pack) { return std::ranges::count(subjects, pack, &CheckSubject::pack); };
    for (const char *version : {"1", "2", "3"})
        CHECK(count(std::string("audit-official ") + version) == 1);
    CHECK(fixture.faults().empty());
}

TEST_CASE("an instrument that does not count as its vectors say is named")
{
    Fixture fixture;
    const screening::ContentPack sound = test::contentPack("1");
    // What another program counted alike this one does not: the same pack with one answer of the facit changed.
    const std::string right = screening::shippedVectors("audit").value();
    const std::string wrong = test::replaced(right, "\"score\": 0", "\"score\": 1");
    REQUIRE(wrong != right);
    fixture.take(screening::ContentPack::read(test::packWithVectors(sound, wrong)).value());
    const auto faults = fixture.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().subject.instrument == "audit");
    CHECK(faults.front().subject.pack == "audit-official 1");
    CHECK(faults.front().fault.find("expected") != std::string::npos);
}

TEST_CASE("a pack that this program cannot read is named by its own id")
{
    Fixture fixture;
    store::ContentPacks packs = fixture.device.store().contentPacks();
    const std::string bytes = "faltakt-pack-9\nof another time";
    const base::Hash hash = crypto::blake2b256(base::bytesOf(bytes));
    REQUIRE(packs.expect(hash, "audit-official", "1", std::int64_t(bytes.size())));
    REQUIRE(packs.addChunk(hash, base::bytesOf(bytes), "damaged"));
    REQUIRE(packs.judge(hash, store::PackState::Taken, {}, "another program"));
    const auto faults = fixture.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().subject.instrument == "audit-official");
    CHECK_FALSE(faults.front().questionnaire);
}
