// What a pack may not do to the forms that the program brings, and who may go on with a pack.
#include "core/crypto/hash.h"
#include "core/screening/pack_judge.h"
#include "core/screening/pack_shelf.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::ErrorCode;
using screening::ContentPack;
using screening::PackFault;
using screening::PackFile;
using screening::PackFolder;
using screening::PackManifest;
using screening::PackShelf;
using store::ContentPacks;
using store::PackState;

namespace {

constexpr base::Date Today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(26)};
constexpr std::string_view SaysSelfFill = R"("url": "selfFill",
          "valueCode": "allowed")";

/// Signed as a publisher's own tool might do it, which does not look at what it signs.
std::string signedUnseen(const PackFolder &folder, const std::string &id)
{
    PackManifest manifest = screening::readPackDescription(folder.at("pack.json")).value();
    std::string contents;
    const auto add = [&](PackFile::Kind kind, const std::string &name, const std::string &content) {
        manifest.files.push_back(
            {kind, name, std::int64_t(content.size()), crypto::blake2b256(base::bytesOf(content))});
        contents += content;
    };
    add(PackFile::Kind::Licence, {}, folder.at("licence.txt"));
    add(PackFile::Kind::Instrument, id, folder.at(id + ".json"));
    add(PackFile::Kind::Vectors, id, folder.at(id + ".vectors.json"));
    return test::signedBytes(manifest.toText(), contents);
}

std::optional<PackFault> faultOf(std::string bytes)
{
    return screening::judgePack(std::move(bytes), {{test::publisherKey().publicKey()}}).fault;
}

/// AUDIT of test::packFolder() with one thing more changed.
PackFolder changedAudit(std::string_view what, std::string_view by)
{
    PackFolder folder = test::packFolder("1");
    const std::string before = folder["audit.json"];
    folder["audit.json"] = test::replaced(before, what, by);
    REQUIRE(folder["audit.json"] != before);
    return folder;
}

/// The same under a version of its own, with zone II from 7 points.
PackFolder ownVersion(const std::string &version)
{
    PackFolder folder = changedAudit("\"valueInteger\": 6", "\"valueInteger\": 7");
    folder["pack.json"] = test::packFolder(version).at("pack.json");
    folder["audit.json"] = test::replaced(folder["audit.json"], "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
    folder["audit.vectors.json"] =
        R"({"instrument":"audit","version":"2.0.0","vectors":[{"name":"never","answers":{"1":0,"2":0,"3":0,"4":0,"5":0,)"
        R"("6":0,"7":0,"8":0,"9":0,"10":0},"expect":{"score":0,"min":0,"max":0,"complete":true,"unanswered":[],)"
        R"("zones":{"f":"I","m":"I"},"flags":[]}}]})";
    return folder;
}

PackFolder fredaFolder(std::string_view mode)
{
    PackFolder folder{
        {"pack.json",
         R"({"id":"freda-official","version":"1","title":"FREDA","publisher":"Förlaget Provet","licence":"Fri","validFrom":"2026-01-01","languages":["sv"]})"},
        {"licence.txt", "Fri.\n"},
        {"freda.json", screening::shippedResource("freda").value()},
        {"freda.vectors.json", screening::shippedVectors("freda").value()}};
    folder["freda.json"] =
        test::replaced(folder["freda.json"], R"("valueCode": "safe")", R"("valueCode": ")" + std::string(mode) + '"');
    return folder;
}

/// As the client does it.
void deliver(ContentPacks packs, const ContentPack &pack)
{
    const std::string_view bytes = pack.bytes();
    REQUIRE(
        packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(), std::int64_t(bytes.size())));
    for (std::size_t at = 0; at < bytes.size(); at += ContentPacks::ChunkBytes)
        REQUIRE(packs.addChunk(pack.hash(), base::bytesOf(bytes.substr(at, ContentPacks::ChunkBytes)), "damaged"));
}

int judge(ContentPacks packs, std::initializer_list<std::uint8_t> publishers)
{
    std::vector<crypto::PublisherKey> keys;
    for (const std::uint8_t number : publishers)
        keys.push_back(test::publisherKey(number).publicKey());
    return screening::judgeArrivedPacks(packs, keys, "faltakt 1").value();
}

std::string reasonOf(const ContentPacks &packs, const ContentPack &pack)
{
    const auto rows = packs.rows().value();
    for (const store::PackRow &row : rows)
        if (row.hash == pack.hash())
            return row.state == PackState::Refused ? row.reason : std::string();
    return "is not here";
}

} // namespace

TEST_CASE("no pack takes the questions about violence out of safe mode, whatever its version")
{
    CHECK_FALSE(faultOf(signedUnseen(fredaFolder("safe"), "freda")));
    PackFolder open = fredaFolder("normal");
    CHECK(faultOf(signedUnseen(open, "freda")) == PackFault::Unsafe);
    CHECK(screening::signPack(open, test::publisherKey()).error().detail()
          == "freda: the shipped one is in safe mode, and this is not");
    for (const char *file : {"freda.json", "freda.vectors.json"})
        open[file] = test::replaced(open[file], "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
    CHECK(faultOf(signedUnseen(open, "freda")) == PackFault::Unsafe);
}

TEST_CASE("a shipped form's version stands for its meaning, in a pack as well")
{
    CHECK_FALSE(faultOf(test::contentPack("1").bytes()));
    const auto faultWith = [](std::string_view what, std::string_view by) {
        return faultOf(signedUnseen(changedAudit(what, by), "audit"));
    };
    CHECK(faultWith("\"valueDecimal\": 1\n", "\"valueDecimal\": 3\n") == PackFault::MeaningChanged);
    CHECK(faultWith("\"valueInteger\": 6", "\"valueInteger\": 7") == PackFault::MeaningChanged);
    CHECK(faultWith("\"operator\": \"!=\"", "\"operator\": \"=\"") == PackFault::MeaningChanged);
    CHECK(faultWith("\"valueCode\": \"interview\"", "\"valueCode\": \"ratings\"") == PackFault::MeaningChanged);
    // Who reads it is told in words of their own.
    CHECK_FALSE(faultWith("Ett standardglas är 12 gram alkohol", "Ett glas är 12 gram alkohol"));
    CHECK_FALSE(faultWith("\"status\": \"active\"", "\"status\": \"draft\""));
    const PackFolder otherPoints = changedAudit("\"valueDecimal\": 1\n", "\"valueDecimal\": 3\n");
    CHECK(screening::signPack(otherPoints, test::publisherKey()).error().detail()
          == "audit: it is not the shipped one in other words, and so needs a version of its own instead of 1.0.0");
    CHECK(screening::signPack(ownVersion("1"), test::publisherKey()));
}

TEST_CASE("two questionnaires are compared without what people read")
{
    const auto isSame = [](std::string_view one, std::string_view other) {
        return screening::differInTextsAlone(one, other).value();
    };
    CHECK(isSame(
        R"({"id":"a","title":"x","item":[{"linkId":"1","text":"y","extension":[{"url":"urn:faltakt:hint","valueString":"h"}]}]})",
        R"({"title":"z","item":[{"linkId":"1"}],"id":"a"})"));
    CHECK_FALSE(isSame(R"({"item":[{"linkId":"1"}]})", R"({"item":[{"linkId":"2"}]})"));
    CHECK_FALSE(isSame(R"({"item":[{"linkId":"1"}]})", R"({"item":[{"linkId":"1"},{"linkId":"2"}]})"));
    // A question's number in a flag is a string and no text.
    CHECK_FALSE(isSame(R"({"extension":[{"url":"question","valueString":"1"}]})",
                       R"({"extension":[{"url":"question","valueString":"2"}]})"));
    CHECK_FALSE(screening::differInTextsAlone("{", "{}"));
}

TEST_CASE("the person fills in a pack's form only where the pack says so")
{
    const auto isTaken = [](const PackFolder &folder) {
        const auto pack = ContentPack::read(signedUnseen(folder, "audit")).value();
        return screening::packInstrument(pack, "audit").value()->head().takesSelfFill;
    };
    CHECK(isTaken(test::packFolder("1")));
    const PackFolder silent = changedAudit(SaysSelfFill, R"("url": "edition",
          "valueString": "1")");
    CHECK_FALSE(isTaken(silent));
    CHECK_FALSE(faultOf(signedUnseen(silent, "audit")));
}

TEST_CASE("answers to an absent pack's own version are not read with anything else")
{
    test::Device device{11};
    REQUIRE(device.create());
    ContentPacks packs = device.store().contentPacks();
    PackShelf shelf(packs);
    const screening::InstrumentEdition texts{"audit", "1.0.0", "audit-official 7"};
    const screening::InstrumentEdition own{"audit", "2.0.0", "audit-official 7"};
    CHECK(shelf.editionForReading(texts, Today).value()->pack().empty());
    CHECK(shelf.editionForReading(own, Today).error().code() == ErrorCode::Unsupported);
    // Another pack of that version may count otherwise.
    deliver(packs, screening::signPack(ownVersion("8"), test::publisherKey()).value());
    REQUIRE(judge(packs, {1}) == 1);
    CHECK(shelf.library(Today).value()->find("audit").value()->version() == "2.0.0");
    CHECK(shelf.editionForReading(own, Today).error().code() == ErrorCode::Unsupported);
    CHECK(shelf.editionForReading(texts, Today).value()->version() == "1.0.0");
}

TEST_CASE("a trusted publisher takes another one's pack over only when he was named for it")
{
    test::Device device{11};
    REQUIRE(device.create());
    ContentPacks packs = device.store().contentPacks();
    const ContentPack first = test::contentPack("1");
    deliver(packs, first);
    REQUIRE(judge(packs, {1}) == 1);
    const ContentPack other = test::contentPack("2", "Andras ord?", 2);
    deliver(packs, other);
    CHECK(judge(packs, {1}) == 0);
    CHECK(reasonOf(packs, other) == "unknownPublisher");
    // Named for another pack, or before this one was seen refused: not for this one.
    REQUIRE(screening::trustPublisher(packs, test::publisherKey(2).publicKey()));
    CHECK(judge(packs, {1, 2}) == 0);
    CHECK(reasonOf(packs, other) == "otherPublisher");
    CHECK(judge(packs, {1, 2}) == 0);
    REQUIRE(screening::trustPublisher(packs, test::publisherKey(3).publicKey()));
    CHECK(judge(packs, {1, 2, 3}) == 0);
    CHECK(reasonOf(packs, other) == "otherPublisher");
    REQUIRE(screening::trustPublisher(packs, test::publisherKey(2).publicKey()));
    CHECK(judge(packs, {1, 2, 3}) == 1);
    CHECK(reasonOf(packs, other).empty());
    // From now on it is his, and the former publisher is the other one.
    const ContentPack back = test::contentPack("3");
    deliver(packs, back);
    CHECK(judge(packs, {1, 2, 3}) == 0);
    CHECK(reasonOf(packs, back) == "otherPublisher");
    deliver(packs, test::contentPack("4", "Nästa ord?", 2));
    CHECK(judge(packs, {1, 2, 3}) == 1);
}
