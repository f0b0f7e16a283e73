#include "core/crypto/hash.h"
#include "core/screening/pack_judge.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"
#include "tests/unit/screening_fixtures.h"

using namespace faltakt;
using base::ErrorCode;
using screening::ContentPack;
using screening::PackFault;
using screening::PackFolder;
using screening::PackManifest;
using screening::PackVersion;
using screening::signPack;

namespace {

/// A pack of one small instrument, so that every byte of it can be tried.
PackFolder smallFolder()
{
    return {
        {"pack.json",
         R"({"id":"small","version":"1","title":"Litet","publisher":"Förlaget Provet","licence":"Fri","validFrom":"2026-01-01","languages":["sv"]})"},
        {"licence.txt", "Fri.\n"},
        {"mini.json", screening::test::MiniQuestionnaire},
        {"mini.vectors.json",
         R"({"instrument":"mini","version":"1","vectors":[{"name":"no","answers":{"1":0},"expect":{"score":0,"min":0,"max":0,"complete":true,"unanswered":[],"zones":{"f":"low","m":"low"},"flags":[]}}]})"}};
}

ContentPack smallPack() { return signPack(smallFolder(), test::publisherKey()).value(); }

screening::PackTerms trusting(std::uint8_t publisher = 1)
{
    return {{test::publisherKey(publisher).publicKey()}, std::nullopt};
}

std::optional<PackFault> faultOf(std::string bytes, const screening::PackTerms &terms = trusting())
{
    return screening::judgePack(std::move(bytes), terms).fault;
}

} // namespace

TEST_CASE("a pack gives back what was signed, and the same folder gives the same bytes")
{
    const ContentPack pack = test::contentPack("2026.1");
    CHECK(pack.bytes() == test::contentPack("2026.1").bytes());
    const ContentPack read = ContentPack::read(pack.bytes()).value();
    CHECK(read.manifest().edition() == "audit-official 2026.1");
    CHECK(read.manifest().publisher == "Förlaget Provet");
    CHECK(read.manifest().languages == std::vector<std::string>{"sv", "en"});
    CHECK(read.licenceText() == "Får användas av kommuner som har avtal.\n");
    CHECK(read.key() == test::publisherKey().publicKey());
    CHECK(read.hash() == crypto::blake2b256(base::bytesOf(pack.bytes())));
    const auto audit = screening::packInstrument(read, "audit").value();
    CHECK(audit->pack() == "audit-official 2026.1");
    CHECK(audit->wording() == "official");
    CHECK(audit->questions().front().text.in("sv") == test::PackedWords);
    CHECK_FALSE(faultOf(pack.bytes()));
}

TEST_CASE("no byte of a pack can be changed, added or left out")
{
    const std::string bytes = smallPack().bytes();
    REQUIRE_FALSE(faultOf(bytes));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = char(changed[i] ^ 1);
        INFO("byte " << i);
        REQUIRE(faultOf(changed));
        REQUIRE(faultOf(bytes.substr(0, i)));
    }
    CHECK(faultOf(bytes + ' ') == PackFault::Damaged);
    CHECK(faultOf({}) == PackFault::Damaged);
}

TEST_CASE("a pack by another key, or by none, is not taken")
{
    const std::string bytes = smallPack().bytes();
    CHECK(faultOf(bytes, trusting(2)) == PackFault::UnknownPublisher);
    CHECK(faultOf(bytes, {}) == PackFault::UnknownPublisher);
    const std::size_t signature = bytes.find(' ') + 1;
    std::string unsignedBytes = bytes;
    unsignedBytes.replace(signature, 86, std::string(86, 'A'));
    CHECK(faultOf(unsignedBytes) == PackFault::Unsigned);
    // The right publisher's name over somebody else's signature.
    std::string borrowed = signPack(smallFolder(), test::publisherKey(2)).value().bytes();
    borrowed.replace(15, 43, test::publisherKey().publicKey().toBase64Url());
    CHECK(faultOf(borrowed) == PackFault::Unsigned);
}

TEST_CASE("only a newer version is taken, and of one version only one pack")
{
    auto terms = trusting();
    terms.present = PackVersion::parse("2026.2").value();
    CHECK(faultOf(test::contentPack("2026.1").bytes(), terms) == PackFault::Older);
    CHECK(faultOf(test::contentPack("2026.2").bytes(), terms) == PackFault::VersionReused);
    CHECK_FALSE(faultOf(test::contentPack("2026.10").bytes(), terms));
}

TEST_CASE("a pack whose instruments cannot be read, or give other results, is not taken")
{
    const std::string licence = "Fri.\n";
    const auto packOf = [&](const std::string &instrument, const std::string &vectors) {
        PackManifest manifest = smallPack().manifest();
        manifest.files[1].size = std::int64_t(instrument.size());
        manifest.files[1].hash = crypto::blake2b256(base::bytesOf(instrument));
        manifest.files[2].size = std::int64_t(vectors.size());
        manifest.files[2].hash = crypto::blake2b256(base::bytesOf(vectors));
        return test::signedBytes(manifest.toText(), licence + instrument + vectors);
    };
    const PackFolder folder = smallFolder();
    const std::string &mini = folder.at("mini.json");
    const std::string &vectors = folder.at("mini.vectors.json");
    CHECK_FALSE(faultOf(packOf(mini, vectors)));
    CHECK(faultOf(packOf("{}", vectors)) == PackFault::Unreadable);
    CHECK(faultOf(packOf(test::replaced(mini, "\"id\":\"mini\"", "\"id\":\"maxi\""), vectors))
          == PackFault::Unreadable);
    CHECK(faultOf(packOf(mini, test::replaced(vectors, "\"score\":0", "\"score\":1"))) == PackFault::WrongResults);
    CHECK(faultOf(packOf(mini, "{}")) == PackFault::WrongResults);
    CHECK(faultOf(packOf(mini, test::replaced(vectors, "\"version\":\"1\"", "\"version\":\"2\"")))
          == PackFault::WrongResults);
}

TEST_CASE("a pack that lacks one of its languages is not taken")
{
    PackFolder folder = smallFolder();
    folder["pack.json"] = test::replaced(folder["pack.json"], R"(["sv"])", R"(["sv","en"])");
    const auto made = signPack(folder, test::publisherKey());
    REQUIRE_FALSE(made);
    CHECK(made.error().detail() == "mini: not all of it is there in en");
}

TEST_CASE("a signed manifest that breaks a rule is refused all the same")
{
    const std::string text = smallPack().manifest().toText();
    const std::string contents = [&] {
        const std::string bytes = smallPack().bytes();
        return bytes.substr(bytes.find("Fri.\n"));
    }();
    REQUIRE_FALSE(faultOf(test::signedBytes(text, contents)));
    const auto faultWith = [&](std::string_view what, std::string_view by) {
        const std::string changed = test::replaced(text, what, by);
        REQUIRE(changed != text);
        return faultOf(test::signedBytes(changed, contents));
    };
    CHECK(faultWith("{\"format\"", "{ \"format\"") == PackFault::Damaged);
    CHECK(faultWith("\"format\":1", "\"format\":2") == PackFault::NewerProgram);
    CHECK(faultWith("\"format\":1,", "\"format\":1,\"more\":1,") == PackFault::Damaged);
    for (const char *id : {"../small", "small/x", "Small", "", "-small", "sm--all", "små"})
        CHECK(faultWith("\"id\":\"small\"", std::string("\"id\":\"") + id + '"') == PackFault::Damaged);
    for (const char *version : {"", "1.", "01", "1.2.3.4.5", "1234567", "-1", "1a"})
        CHECK(faultWith("\"version\":\"1\"", std::string("\"version\":\"") + version + '"') == PackFault::Damaged);
    CHECK(faultWith("2026-01-01", "2026-02-30") == PackFault::Damaged);
    CHECK(faultWith("[\"sv\"]", "[\"sv\",\"sv\"]") == PackFault::Damaged);
    CHECK(faultWith("Litet", "Li\\ntet") == PackFault::Damaged);
    CHECK(faultWith("\"size\":5", "\"size\":4") == PackFault::Damaged);
    CHECK(faultWith("\"size\":5", "\"size\":9007199254740992") == PackFault::Damaged);
    CHECK(faultWith("\"size\":5", "\"size\":-5") == PackFault::Damaged);
    CHECK(faultWith("\"id\":\"mini\"", "\"id\":\"../mini\"") == PackFault::Damaged);
    CHECK(faultWith("\"kind\":\"vectors\"", "\"kind\":\"program\"") == PackFault::Damaged);
    CHECK(faultWith("\"kind\":\"vectors\"", "\"kind\":\"instrument\"") == PackFault::Damaged);
}

TEST_CASE("what is too large is refused before it is read")
{
    CHECK(ContentPack::read(std::string(screening::PackLimits::PackBytes + 1, 'x')).error().code()
          == ErrorCode::TooLarge);
    const std::string longManifest(screening::PackLimits::ManifestBytes + 1, ' ');
    CHECK(faultOf(test::signedBytes(longManifest, {})) == PackFault::Damaged);
    std::string nested = "{\"format\":1,\"files\":" + std::string(40, '[') + std::string(40, ']') + '}';
    CHECK(faultOf(test::signedBytes(nested, {})) == PackFault::Damaged);
}

TEST_CASE("signing says what is wrong with a publisher's folder")
{
    const auto key = test::publisherKey();
    const auto faultWithout = [&](const char *name) {
        PackFolder folder = smallFolder();
        folder.erase(name);
        return signPack(folder, key).error().detail();
    };
    CHECK(faultWithout("pack.json") == "there is no pack.json");
    CHECK(faultWithout("licence.txt") == "there is no licence.txt");
    CHECK(faultWithout("mini.vectors.json") == "there is no mini.vectors.json");
    CHECK(faultWithout("mini.json") == "the folder holds a file that belongs to no pack: mini.vectors.json");
    PackFolder folder = smallFolder();
    folder["notes.txt"] = "x";
    CHECK(signPack(folder, key).error().detail() == "the folder holds a file that belongs to no pack: notes.txt");
    folder = smallFolder();
    folder["pack.json"] = test::replaced(folder["pack.json"], "{", "{\"price\":1,");
    CHECK(signPack(folder, key).error().detail() == "pack.json: an unknown member 'price'");
    folder = smallFolder();
    folder["mini.vectors.json"] = test::replaced(folder["mini.vectors.json"], "\"score\":0", "\"score\":3");
    CHECK(signPack(folder, key).error().detail() == "mini: no: score is 0, expected 3");
}

TEST_CASE("versions of packs are compared as numbers")
{
    const auto version = [](const char *text) { return PackVersion::parse(text).value(); };
    CHECK(version("2026.2") < version("2026.10"));
    CHECK(version("2") < version("2.0.0.1"));
    CHECK(version("2") == version("2.0"));
    CHECK(version("1.9") < version("2"));
}

TEST_CASE("a pack without instruments takes its predecessor's away")
{
    PackFolder folder = smallFolder();
    folder.erase("mini.json");
    folder.erase("mini.vectors.json");
    const ContentPack pack = signPack(folder, test::publisherKey()).value();
    CHECK(screening::packInstruments(pack).value().empty());
    CHECK_FALSE(faultOf(pack.bytes()));
}
