#include "core/base/clock.h"
#include "core/screening/assessment_record.h"
#include "core/screening/pack_shelf.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::ErrorCode;
using screening::ContentPack;
using screening::InstrumentEdition;
using screening::PackFault;
using screening::PackOverview;
using screening::PackShelf;
using store::ContentPacks;
using store::PackState;

namespace {

constexpr base::Date Today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(26)};
constexpr const char *Program = "faltakt 1";

struct Fixture {
    Fixture() { REQUIRE(device.create()); }
    [[nodiscard]] ContentPacks packs() { return device.store().contentPacks(); }
    test::Device device{11};
};

std::vector<crypto::PublisherKey> trusted(std::uint8_t number = 1) { return {test::publisherKey(number).publicKey()}; }

/// As the client does it, chunk by chunk.
void deliver(ContentPacks packs, const ContentPack &pack)
{
    const std::string &bytes = pack.bytes();
    REQUIRE(
        packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(), std::int64_t(bytes.size())));
    while (true) {
        const auto held = std::size_t(packs.held(pack.hash()).value());
        if (held == bytes.size())
            return;
        REQUIRE(packs.addChunk(pack.hash(), base::bytesOf(bytes.substr(held, ContentPacks::ChunkBytes)), "damaged"));
    }
}

void take(ContentPacks packs, const ContentPack &pack)
{
    deliver(packs, pack);
    REQUIRE(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 1);
}

std::string firstQuestion(PackShelf &shelf, base::Date day = Today)
{
    return shelf.library(day).value()->find("audit").value()->questions().front().text.in("sv");
}

constexpr std::string_view ShippedWords = "Hur vanligt är det att du dricker alkohol?";

} // namespace

TEST_CASE("a pack is asked instead of what was shipped, and results say which")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    CHECK(firstQuestion(shelf) == ShippedWords);
    take(packs, test::contentPack("2026.1"));
    CHECK(firstQuestion(shelf) == test::PackedWords);
    const auto audit = shelf.library(Today).value()->find("audit").value();
    const auto opening = screening::assessmentOpening(*audit, {}, {});
    CHECK(opening.find("pack")->string() != nullptr);
    CHECK(*opening.find("pack")->string() == "audit-official 2026.1");
    CHECK(*screening::assessmentDeclined(*audit, {}).find("pack")->string() == "audit-official 2026.1");
    const auto shipped = shelf.library(Today).value()->find("dudit").value();
    CHECK_FALSE(screening::assessmentOpening(*shipped, {}, {}).contains("pack"));
}

TEST_CASE("a draft goes on with the words that it was begun with")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    const InstrumentEdition shippedDraft{"audit", "1.0.0", ""};
    take(packs, test::contentPack("2026.1", "Första orden?"));
    const InstrumentEdition firstDraft{"audit", "1.0.0", "audit-official 2026.1"};
    take(packs, test::contentPack("2026.2", "Andra orden?"));
    const auto wordsOf = [&](const InstrumentEdition &edition) {
        return shelf.edition(edition, Today).value()->questions().front().text.in("sv");
    };
    CHECK(firstQuestion(shelf) == "Andra orden?");
    CHECK(wordsOf(firstDraft) == "Första orden?");
    CHECK(wordsOf(shippedDraft) == ShippedWords);
    CHECK(InstrumentEdition::of(screening::assessmentOpening(*shelf.edition(firstDraft, Today).value(), {}, {}))
          == firstDraft);
}

TEST_CASE(
    "a draft of a pack that is not here is not gone on with, but may be read where its version is the shipped one's")
{
    Fixture fixture;
    PackShelf shelf(fixture.packs());
    const InstrumentEdition foreign{"audit", "1.0.0", "audit-official 9"};
    CHECK(shelf.edition(foreign, Today).error().code() == ErrorCode::Unsupported);
    CHECK(shelf.editionForReading(foreign, Today).value()->version() == "1.0.0");
    // Read with our own words: a pack of this version differs in nothing else.
    CHECK(shelf.editionForReading(foreign, Today).value()->pack().empty());
    CHECK(shelf.editionForReading({"audit", "0.9", ""}, Today).error().code() == ErrorCode::Unsupported);
    CHECK(shelf.edition({"nothing", "1", ""}, Today).error().code() == ErrorCode::NotFound);
}

TEST_CASE("a pack begins on its day, and its predecessor is asked until then")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    take(packs, test::contentPack("1", "Nu?"));
    take(packs, test::contentPack("2", "Sedan?", 1, "2026-12-01"));
    CHECK(firstQuestion(shelf) == "Nu?");
    const base::Date later{std::chrono::year(2026), std::chrono::month(12), std::chrono::day(1)};
    CHECK(firstQuestion(shelf, later) == "Sedan?");
    const auto all = shelf.overview(Today).value();
    REQUIRE(all.size() == 2);
    CHECK(all[0].use == PackOverview::Use::NotYet);
    CHECK(all[1].use == PackOverview::Use::InUse);
    CHECK(shelf.overview(later).value()[1].use == PackOverview::Use::Superseded);
}

TEST_CASE("a refused pack leaves the former one in use and says why")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    take(packs, test::contentPack("2", "Rätt?"));
    for (const ContentPack &pack : {test::contentPack("2", "Samma?"), test::contentPack("3", "Okänd?", 2)}) {
        deliver(packs, pack);
        CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 0);
        CHECK(firstQuestion(shelf) == "Rätt?");
    }
    const auto all = shelf.overview(Today).value();
    REQUIRE(all.size() == 3);
    const auto faultOf = [&](std::string_view version, PackOverview::Use use) {
        for (const PackOverview &one : all)
            if (one.row.version == version && one.use == use)
                return one.fault;
        return std::optional<PackFault>();
    };
    CHECK(faultOf("3", PackOverview::Use::Refused) == PackFault::UnknownPublisher);
    CHECK(faultOf("2", PackOverview::Use::Refused) == PackFault::VersionReused);
}

TEST_CASE("a device that comes later reads and goes on with what was begun with an older version")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    // As a new device gets them, the newest first, with a break between.
    take(packs, test::contentPack("3", "Sedan?", 1, "2099-01-01"));
    CHECK(firstQuestion(shelf) == ShippedWords);
    take(packs, test::contentPack("2", "Nu?"));
    CHECK(firstQuestion(shelf) == "Nu?");
    take(packs, test::contentPack("1", "Förr?"));
    CHECK(firstQuestion(shelf) == "Nu?");
    const InstrumentEdition old{"audit", "1.0.0", "audit-official 1"};
    CHECK(shelf.edition(old, Today).value()->questions().front().text.in("sv") == "Förr?");
    CHECK(shelf.editionForReading(old, Today).value()->pack() == old.pack);
    const auto all = shelf.overview(Today).value();
    REQUIRE(all.size() == 3);
    CHECK(all[0].use == PackOverview::Use::NotYet);
    CHECK(all[1].use == PackOverview::Use::InUse);
    CHECK(all[2].use == PackOverview::Use::Superseded);
}

TEST_CASE("versions that come together are judged from the newest on")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    for (const char *version : {"1", "10", "9"})
        deliver(packs, test::contentPack(version, std::string("Version ") + version + '?'));
    CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 3);
    PackShelf shelf(packs);
    CHECK(firstQuestion(shelf) == "Version 10?");
}

TEST_CASE("an older version by another publisher is kept to be read and never asked")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    const auto judge = [&] {
        return screening::judgeArrivedPacks(packs, {trusted(1).front(), trusted(2).front()}, Program).value();
    };
    // His key was lost: the pack went on under another one, which begins on a later day.
    deliver(packs, test::contentPack("3", "Sedan?", 2, "2099-01-01"));
    deliver(packs, test::contentPack("2", "Förr?", 1));
    CHECK(judge() == 2);
    CHECK(firstQuestion(shelf) == ShippedWords);
    const InstrumentEdition old{"audit", "1.0.0", "audit-official 2"};
    CHECK(shelf.edition(old, Today).value()->questions().front().text.in("sv") == "Förr?");
    CHECK(shelf.overview(Today).value().back().use == PackOverview::Use::Superseded);
    // What is kept stays, whatever the server says, and bars no version of the one whose pack it is.
    REQUIRE(packs.keepTakenAnd({}));
    deliver(packs, test::contentPack("2", "Rätt?", 2));
    CHECK(judge() == 1);
    CHECK(firstQuestion(shelf) == "Rätt?");
    CHECK(shelf.edition(old, Today).value()->questions().front().text.in("sv") == "Rätt?");
}

TEST_CASE("an older version by somebody unknown, or in the place of a version that is here, is refused")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    take(packs, test::contentPack("3"));
    take(packs, test::contentPack("1", "Rätt?"));
    const auto reasonOf = [&](const ContentPack &pack) {
        deliver(packs, pack);
        CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 0);
        const auto rows = packs.rows().value();
        for (const auto &row : rows)
            if (row.hash == pack.hash())
                return row.reason;
        return std::string();
    };
    CHECK(reasonOf(test::contentPack("2", "Okänd?", 2)) == "unknownPublisher");
    CHECK(reasonOf(test::contentPack("1", "Falsk?")) == "versionReused");
    PackShelf shelf(packs);
    CHECK(shelf.edition({"audit", "1.0.0", "audit-official 1"}, Today).value()->questions().front().text.in("sv")
          == "Rätt?");
}

TEST_CASE("a pack that is read once is not read again while the store is open")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    const ContentPack pack = test::contentPack("1");
    take(packs, pack);
    CHECK(shelf.overview(Today).value().front().manifest->title == "AUDIT i utgivarens ord");
    // Where its bytes are gone, only what was kept of it can answer.
    REQUIRE(packs.fetchAnew(pack.hash()));
    REQUIRE(packs.judge(pack.hash(), PackState::Taken, {}, Program));
    CHECK(shelf.overview(Today).value().front().manifest->title == "AUDIT i utgivarens ord");
    PackShelf other(packs);
    CHECK_FALSE(other.overview(Today).value().front().manifest);
}

TEST_CASE("a pack of an unknown publisher is taken once the worker has named that publisher")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    deliver(packs, test::contentPack("1"));
    CHECK(screening::judgeArrivedPacks(packs, {}, Program).value() == 0);
    CHECK(packs.rows().value().front().reason == "unknownPublisher");
    CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 1);
    CHECK(packs.rows().value().front().state == PackState::Taken);
}

TEST_CASE("what one program refused another one judges anew, and the same one does not")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    const ContentPack pack = test::contentPack("1");
    deliver(packs, pack);
    REQUIRE(packs.judge(pack.hash(), PackState::Refused, "unreadable", "faltakt 0, publishers: 1"));
    CHECK(screening::judgeArrivedPacks(packs, trusted(), "faltakt 0").value() == 0);
    CHECK(screening::judgeArrivedPacks(packs, trusted(), "faltakt 1").value() == 1);
}

TEST_CASE("the server's name for a pack is not believed against the pack's own")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    take(packs, test::contentPack("2"));
    // An old pack, told as another one, so that it would not be held against the newer version.
    const ContentPack old = test::contentPack("1");
    REQUIRE(packs.expect(old.hash(), "something-else", "1", std::int64_t(old.bytes().size())));
    for (std::size_t at = 0; at < old.bytes().size(); at += ContentPacks::ChunkBytes)
        REQUIRE(packs.addChunk(old.hash(), base::bytesOf(old.bytes().substr(at, ContentPacks::ChunkBytes)), "damaged"));
    CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 0);
}

TEST_CASE("bytes that are not the pack of that name are thrown away and the pack is refused as damaged")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    const ContentPack pack = test::contentPack("1");
    const auto size = std::int64_t(pack.bytes().size());
    REQUIRE(packs.expect(pack.hash(), "audit-official", "1", size));
    CHECK(packs.addChunk(pack.hash(), base::bytesOf("short"), "damaged").error().code() == ErrorCode::InvalidInput);
    std::string bytes = pack.bytes();
    bytes.back() = char(bytes.back() ^ 1);
    for (std::size_t at = 0; at < bytes.size(); at += ContentPacks::ChunkBytes)
        REQUIRE(packs.addChunk(pack.hash(), base::bytesOf(bytes.substr(at, ContentPacks::ChunkBytes)), "damaged"));
    CHECK(packs.rows().value().front().state == PackState::Refused);
    CHECK(packs.rows().value().front().reason == "damaged");
    CHECK(packs.held(pack.hash()).value() == 0);
    CHECK(screening::judgeArrivedPacks(packs, trusted(), Program).value() == 0);
    REQUIRE(packs.fetchAnew(pack.hash()));
    take(packs, pack);
}

TEST_CASE("packs and their publishers outlive the end of the program")
{
    Fixture fixture;
    take(fixture.packs(), test::contentPack("1"));
    REQUIRE(fixture.packs().addPublisher(test::publisherKey(7).publicKey().bytes()));
    REQUIRE(fixture.device.reopen());
    PackShelf shelf(fixture.packs());
    CHECK(firstQuestion(shelf) == test::PackedWords);
    CHECK(fixture.packs().publishers().value().size() == 1);
}

TEST_CASE("what was begun with a pack that is only kept is read from it once")
{
    Fixture fixture;
    ContentPacks packs = fixture.packs();
    PackShelf shelf(packs);
    take(packs, test::contentPack("2", "Nu?"));
    const ContentPack others = test::contentPack("1", "Förr?", 2);
    deliver(packs, others);
    const std::vector<crypto::PublisherKey> both{trusted(1).front(), trusted(2).front()};
    REQUIRE(screening::judgeArrivedPacks(packs, both, Program).value() == 1);
    const InstrumentEdition old{"audit", "1.0.0", "audit-official 1"};
    const auto wordsOf = [&](PackShelf &of) {
        return of.edition(old, Today).transform([](const auto &form) {
            return form->questions().front().text.in("sv");
        });
    };
    CHECK(wordsOf(shelf) == "Förr?");
    REQUIRE(packs.fetchAnew(others.hash()));
    CHECK(wordsOf(shelf) == "Förr?");
    PackShelf fresh(packs);
    CHECK(wordsOf(fresh).error().code() == ErrorCode::Unsupported);
}
