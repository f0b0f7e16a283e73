#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;
using changelog::Verdict;
using changelog::VerdictKind;

namespace {

const base::TenantId Tenant = test::id<base::TenantId>(50);
const base::DeviceId Device = test::id<base::DeviceId>(51);

const crypto::SigningKey &deviceKey()
{
    static const crypto::SigningKey Key = std::move(*crypto::SigningKey::make());
    return Key;
}

std::vector<std::string> sampleLines()
{
    return {test::sampleChange(1).line, test::sampleChange(2, "räksmörgås").line, test::sampleChange(3).line};
}

PushRequest samplePush() { return signPush(test::sampleBatch(sampleLines(), 5), Tenant, Device, deviceKey()).value(); }

std::string replaced(std::string text, std::string_view what, std::string_view instead)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

changelog::Receipt receipt(std::int64_t seq)
{
    changelog::Receipt result;
    result.seq = seq;
    result.received = base::instantFromMs(1'700'000'000'000);
    result.stamp[0] = 3;
    return result;
}

PushVerdicts sampleVerdicts()
{
    return {{{5, VerdictKind::Accepted, receipt(10), {}, {}},
             {6, VerdictKind::Duplicate, receipt(4), {}, {}},
             {7, VerdictKind::Quarantined, {}, "schema", "note.text"},
             {8, VerdictKind::Quarantined, {}, "access", {}},
             {9, VerdictKind::Absent, {}, {}, {}}},
            9};
}

} // namespace

TEST_CASE("a push reads back byte for byte and its signature holds")
{
    const PushRequest request = samplePush();
    const std::string body = encodePush(request);
    const auto read = decodePush(body);
    REQUIRE(read);
    CHECK(encodePush(*read) == body);
    CHECK(read->batch.from == 5);
    REQUIRE(read->batch.lines.size() == 3);
    CHECK(read->batch.lines[1].line == sampleLines()[1]);
    CHECK(read->batch.lines[1].hash == request.batch.lines[1].hash);
    CHECK(verifyPush(*read, Tenant, deviceKey().publicKey()));
}

TEST_CASE("a push's signature holds for no other tenant, device, position or key")
{
    PushRequest request = samplePush();
    CHECK_FALSE(verifyPush(request, test::id<base::TenantId>(52), deviceKey().publicKey()));
    CHECK_FALSE(verifyPush(request, Tenant, crypto::SigningKey::make()->publicKey()));
    PushRequest moved = request;
    moved.batch.from = 6;
    CHECK_FALSE(verifyPush(moved, Tenant, deviceKey().publicKey()));
    moved = request;
    moved.batch.epoch = 2;
    CHECK_FALSE(verifyPush(moved, Tenant, deviceKey().publicKey()));
    moved = request;
    moved.device = test::id<base::DeviceId>(53);
    CHECK_FALSE(verifyPush(moved, Tenant, deviceKey().publicKey()));
    moved = request;
    moved.batch.head[0] ^= 1;
    CHECK_FALSE(verifyPush(moved, Tenant, deviceKey().publicKey()));
}

TEST_CASE("an empty push is not made") { CHECK_FALSE(signPush({}, Tenant, Device, deviceKey())); }

TEST_CASE("a line that is no longer held travels as its hash and keeps its place in the chain")
{
    changelog::JournalBatch batch = test::sampleBatch(sampleLines());
    batch.lines[1].line.reset();
    const PushRequest request = signPush(batch, Tenant, Device, deviceKey()).value();
    const auto read = decodePush(encodePush(request));
    REQUIRE(read);
    CHECK_FALSE(read->batch.lines[1].line.has_value());
    CHECK(read->batch.lines[1].hash == batch.lines[1].hash);
    CHECK(read->batch.head == batch.head);
}

TEST_CASE("a line that only begins like an absent one counts as a change line")
{
    const std::string line = R"({"absent":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","id":1})";
    const PushRequest request = signPush(test::sampleBatch({line}), Tenant, Device, deviceKey()).value();
    CHECK(decodePush(encodePush(request))->batch.lines[0].line == line);
}

TEST_CASE("a bad change line does not refuse the push that carries it")
{
    const PushRequest request =
        signPush(test::sampleBatch({"not json", sampleLines()[0]}), Tenant, Device, deviceKey()).value();
    CHECK(decodePush(encodePush(request))->batch.lines.size() == 2);
}

TEST_CASE("a push whose parts do not fit is refused")
{
    const std::string body = encodePush(samplePush());
    const auto codeOf = [](const std::string &text) { return decodePush(text).error().code(); };
    CHECK(codeOf("") == ErrorCode::InvalidInput);
    CHECK(codeOf(body.substr(0, body.size() - 1)) == ErrorCode::InvalidInput);
    CHECK(codeOf(body.substr(0, body.size() - 40)) == ErrorCode::InvalidInput);
    CHECK(codeOf(body + "{}\n") == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"count\":3", "\"count\":2")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"count\":3", "\"count\":4")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"count\":3", "\"count\":0")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"count\":3", "\"count\":501")) == ErrorCode::TooLarge);
    CHECK(codeOf(replaced(body, "\"from\":5", "\"from\":0")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"from\":5", "\"from\":1")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"ep\":1", "\"ep\":0")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "river", "coast")) == ErrorCode::InvalidInput);
    CHECK(codeOf(replaced(body, "\"sig\":\"", "\"sig\":\"A")) == ErrorCode::InvalidInput);
    for (const char *member : {"dev", "ep", "from", "prev", "count", "head", "sig"})
        CHECK(codeOf(replaced(body, "\"" + std::string(member) + "\":", "\"other\":")) == ErrorCode::InvalidInput);
}

TEST_CASE("a push beyond the limits is refused before it is read")
{
    CHECK(decodePush(std::string(Limits::PushBodyBytes + 1, '\n')).error().code() == ErrorCode::TooLarge);
    const std::vector<std::string> lines(9, std::string(120 * 1024, 'x'));
    const PushRequest request = signPush(test::sampleBatch(lines), Tenant, Device, deviceKey()).value();
    CHECK(decodePush(encodePush(request)).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("verdicts read back")
{
    const std::string body = encodePushAnswer(sampleVerdicts());
    const auto read = decodePushAnswer(body);
    REQUIRE(read);
    CHECK(encodePushAnswer(*read) == body);
    const auto &verdicts = std::get<PushVerdicts>(*read);
    REQUIRE(verdicts.verdicts.size() == 5);
    CHECK(verdicts.n == 9);
    CHECK(verdicts.verdicts[0].receipt->seq == 10);
    CHECK(verdicts.verdicts[2].reason == "schema");
    CHECK(verdicts.verdicts[2].field == "note.text");
    CHECK(verdicts.verdicts[4].kind == VerdictKind::Absent);
}

TEST_CASE("gap and fork read back")
{
    CHECK(std::get<PushGap>(decodePushAnswer(encodePushAnswer(PushGap{12})).value()).expected == 12);
    CHECK(std::get<PushFork>(decodePushAnswer(encodePushAnswer(PushFork{3})).value()).n == 3);
}

TEST_CASE("a push answer that is cut anywhere is damaged, never shorter")
{
    const std::string body = encodePushAnswer(sampleVerdicts());
    for (std::size_t size = 0; size + 1 < body.size(); ++size) {
        INFO(size);
        CHECK_FALSE(decodePushAnswer(body.substr(0, size)));
    }
}

TEST_CASE("verdicts that do not follow one another are damaged")
{
    PushVerdicts verdicts = sampleVerdicts();
    verdicts.verdicts.erase(verdicts.verdicts.begin() + 1);
    CHECK(decodePushAnswer(encodePushAnswer(verdicts)).error().code() == ErrorCode::Damaged);
}

TEST_CASE("a line of a newer version in a push answer is passed over")
{
    CHECK(decodePushAnswer("{\"hint\":1}\n" + encodePushAnswer(sampleVerdicts())));
    CHECK_FALSE(decodePushAnswer(encodePushAnswer(sampleVerdicts()) + "{\"hint\":1}\n"));
    CHECK_FALSE(decodePushAnswer(R"({"n":5,"verdict":"accepted"})"
                                 "\n"
                                 R"({"done":true,"n":5})"
                                 "\n"));
    CHECK_FALSE(decodePushAnswer(R"({"n":5,"verdict":"maybe"})"
                                 "\n"
                                 R"({"done":true,"n":5})"
                                 "\n"));
}
