// Profiles on their way: what a greeting tells, how one is asked for, and what proves it.
#include "core/crypto/hash.h"
#include "sync/protocol/profile.h"
#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

#include <array>

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;
namespace json = base::json;

namespace {

const base::TenantId Tenant = test::id<base::TenantId>(1);

ProfileNotice sampleNotice()
{
    ProfileNotice notice{"exempelby", 3, {}, 4711};
    notice.hash[3] = 7;
    return notice;
}

base::Result<std::vector<ProfileNotice>> readNotices(const std::string &text)
{
    return readProfileNotices(json::parse(text).value());
}

struct Signed {
    crypto::SigningKey key = crypto::SigningKey::make().value();
    std::string text = "{\"format\":2}\n";
    base::Hash hash = crypto::blake2b256(base::bytesOf(text));
    SignedProfile profile{key.sign(base::bytesOf(profileStatement(Tenant, hash))).value(), text};
};

} // namespace

TEST_CASE("notices of profiles come back as they were told, and an older server tells of none")
{
    const auto notice = sampleNotice();
    const json::Object object{{"profiles", encodeProfileNotices({notice, notice})}};
    CHECK(readNotices(json::serialise(object)).value() == std::vector<ProfileNotice>{notice, notice});
    CHECK(readNotices("{}").value().empty());
}

TEST_CASE("notices that are out of order are refused")
{
    const std::string hash = base::toBase64Url(base::Hash{});
    const auto withMember = [&](const std::string &notice) { return readNotices("{\"profiles\":[" + notice + "]}"); };
    CHECK(withMember("{\"id\":\"a\",\"version\":1,\"hash\":\"" + hash + "\",\"size\":1,\"later\":true}").has_value());
    for (const std::string &notice :
         {"{\"id\":\"\",\"version\":1,\"hash\":\"" + hash + "\",\"size\":1}",
          "{\"id\":\"a\",\"version\":0,\"hash\":\"" + hash + "\",\"size\":1}",
          "{\"id\":\"a\",\"version\":\"1\",\"hash\":\"" + hash + "\",\"size\":1}",
          std::string("{\"id\":\"a\",\"version\":1,\"hash\":\"AA\",\"size\":1}"),
          "{\"id\":\"a\",\"version\":1,\"hash\":\"" + hash + "\",\"size\":0}",
          "{\"id\":\"a\",\"version\":1,\"hash\":\"" + hash + "\",\"size\":262145}",
          "{\"id\":\"" + std::string(61, 'a') + "\",\"version\":1,\"hash\":\"" + hash + "\",\"size\":1}",
          std::string("7")})
        CHECK_FALSE(withMember(notice).has_value());
    CHECK(readNotices("{\"profiles\":{}}").error().code() == ErrorCode::InvalidInput);
    std::vector<ProfileNotice> many(Limits::ProfileVersions + 1, sampleNotice());
    CHECK(readNotices(json::serialise(json::Object{{"profiles", encodeProfileNotices(many)}})).error().code()
          == ErrorCode::TooLarge);
}

TEST_CASE("a profile is asked for by its name alone")
{
    const base::Hash hash = sampleNotice().hash;
    CHECK(decodeProfileQuery(encodeProfileQuery(hash)).value() == hash);
    const std::string good = encodeProfileQuery(hash);
    for (const std::string &query : {std::string(), std::string("name="), good + "A", good.substr(1), good + "&at=0",
                                     "x" + good, std::string("name=") + std::string(43, '!')})
        CHECK_FALSE(decodeProfileQuery(query).has_value());
}

TEST_CASE("a signed profile proves that it is the tenant's, and nothing else does")
{
    const Signed sample;
    const auto back = decodeSignedProfile(encode(sample.profile));
    REQUIRE(back.has_value());
    CHECK(back->text == sample.text);
    CHECK(isProven(*back, sample.hash, Tenant, sample.key.publicKey()));
    CHECK_FALSE(isProven(*back, sample.hash, test::id<base::TenantId>(2), sample.key.publicKey()));
    CHECK_FALSE(isProven(*back, sample.hash, Tenant, crypto::SigningKey::make()->publicKey()));
    CHECK_FALSE(isProven(*back, sampleNotice().hash, Tenant, sample.key.publicKey()));
    SignedProfile changed = *back;
    changed.text[1] = 'x';
    CHECK_FALSE(isProven(changed, sample.hash, Tenant, sample.key.publicKey()));
    // Its own hash, signed for nobody.
    CHECK_FALSE(isProven(changed, crypto::blake2b256(base::bytesOf(changed.text)), Tenant, sample.key.publicKey()));
    changed = *back;
    changed.signature[9] ^= 1;
    CHECK_FALSE(isProven(changed, sample.hash, Tenant, sample.key.publicKey()));
}

TEST_CASE("what is no signed profile is refused")
{
    const Signed sample;
    const std::string good = encode(sample.profile);
    for (const std::string &body :
         {std::string(), std::string("\n"), good.substr(0, 50), good.substr(0, good.find('\n')),
          good.substr(0, good.find('\n') + 1), "A" + good, std::string("{}\n{}")})
        CHECK_FALSE(decodeSignedProfile(body).has_value());
    CHECK(decodeSignedProfile(good + std::string(Limits::ProfileBytes, ' ')).error().code() == ErrorCode::TooLarge);
}
