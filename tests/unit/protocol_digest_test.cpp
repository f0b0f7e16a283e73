// The calls that compare, that ask for older records, and that bring back what a server has lost.
#include "sync/protocol/digest.h"
#include "sync/protocol/fetch.h"
#include "sync/protocol/offer.h"

#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;
using changelog::Compartment;
using changelog::CompartmentSet;
using test::id;
using test::sampleChange;

namespace {

changelog::CaseSum sampleSum(std::uint8_t number)
{
    changelog::CaseSum sum{id<base::CaseId>(number), CompartmentSet{Compartment::File, Compartment::Card}, {}};
    sum.lines.add(sampleChange(number).hash);
    return sum;
}

DigestRequest sampleRequest()
{
    return {"cursor", "log", {id<base::CaseId>(1), id<base::CaseId>(9), {sampleSum(2), sampleSum(5), sampleSum(9)}}};
}

changelog::OfferBatch sampleOffer(std::uint8_t lines)
{
    changelog::OfferBatch batch;
    for (std::uint8_t number = 1; number <= lines; ++number)
        batch.lines.push_back(
            {{number, base::instantFromMs(1'700'000'000'000), base::Hash{number}}, sampleChange(number).line});
    return batch;
}

template <typename Decoded>
ErrorCode codeOf(const base::Result<Decoded> &decoded)
{
    REQUIRE_FALSE(decoded);
    return decoded.error().code();
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a digest and its answer read back")
{
    const DigestRequest request = sampleRequest();
    const auto read = decodeDigestRequest(encode(request)).value();
    CHECK(read.cursor == request.cursor);
    CHECK(read.logId == request.logId);
    CHECK(read.part.after == request.part.after);
    CHECK(read.part.through == request.part.through);
    CHECK(read.part.cases == request.part.cases);
    const DigestAnswer answer{{id<base::CaseId>(2), id<base::CaseId>(3)}, {id<base::CaseId>(7)}, 4213};
    CHECK(decodeDigestAnswer(encode(answer)).value() == answer);
    const auto open = decodeDigestRequest(encode(DigestRequest{"", "", {}})).value();
    CHECK_FALSE(open.part.after);
    CHECK_FALSE(open.part.through);
}

TEST_CASE("cases out of order, outside the part or twice are refused")
{
    DigestRequest request = sampleRequest();
    SECTION("twice") { request.part.cases[1] = request.part.cases[0]; }
    SECTION("falling") { std::swap(request.part.cases[0], request.part.cases[1]); }
    SECTION("before the part") { request.part.after = id<base::CaseId>(2); }
    SECTION("behind the part") { request.part.through = id<base::CaseId>(8); }
    CHECK(codeOf(decodeDigestRequest(encode(request))) == ErrorCode::InvalidInput);
}

TEST_CASE("a digest with a wrong count, sum, bound or too many cases is refused")
{
    const std::string body = encode(sampleRequest());
    CHECK(codeOf(decodeDigestRequest(replaced(body, "\"count\":1", "\"count\":-1"))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeDigestRequest(replaced(body, "\"count\":1", "\"count\":1.5"))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeDigestRequest(replaced(body, "\"sum\":\"", "\"sum\":\"A"))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeDigestRequest(replaced(body, "\"after\":\"0", "\"after\":\"x"))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeDigestRequest(replaced(body, "\"cases\"", "\"other\""))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeDigestRequest(body.substr(0, body.size() - 3))) == ErrorCode::InvalidInput);
    DigestRequest many;
    for (std::size_t i = 0; i <= Limits::DigestCases; ++i) {
        auto bytes = std::array<std::uint8_t, 16>{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80};
        bytes[14] = std::uint8_t(i >> 8);
        bytes[15] = std::uint8_t(i);
        many.part.cases.push_back({base::CaseId(base::Uuid(bytes)), {}, {}});
    }
    CHECK(codeOf(decodeDigestRequest(encode(many))) == ErrorCode::TooLarge);
    many.part.cases.pop_back();
    CHECK(decodeDigestRequest(encode(many)));
    for (changelog::CaseSum &sum : many.part.cases)
        sum = {sum.caseId, CompartmentSet(127), {std::numeric_limits<std::int32_t>::max(), base::Hash{0xff}}};
    CHECK(encode(many).size() + Limits::CursorBytes <= Limits::BodyBytes);
}

TEST_CASE("an offer and its verdicts read back, the lines byte for byte")
{
    const auto batch = sampleOffer(3);
    const auto read = decodeOffer(encodeOffer(batch)).value();
    REQUIRE(read.size() == 3);
    for (std::size_t i = 0; i < read.size(); ++i) {
        CHECK(read[i].line == batch.lines[i].line);
        CHECK(read[i].receipt == batch.lines[i].receipt);
    }
    using changelog::OfferVerdict;
    const std::vector<OfferVerdict> verdicts{OfferVerdict::Taken, OfferVerdict::Known, OfferVerdict::Refused};
    CHECK(decodeOfferAnswer(encodeOfferAnswer(verdicts)).value() == verdicts);
    CHECK(codeOf(decodeOfferAnswer(R"({"verdicts":["taken","perhaps"]})")) == ErrorCode::InvalidInput);
}

TEST_CASE("an offer that is cut at any byte is refused whole")
{
    const std::string body = encodeOffer(sampleOffer(2));
    for (std::size_t size = 0; size < body.size(); ++size)
        CHECK_FALSE(decodeOffer(std::string_view(body).substr(0, size)));
}

TEST_CASE("an offer with a wrong envelope, a wrong count or too much in it is refused")
{
    const std::string body = encodeOffer(sampleOffer(2));
    CHECK_FALSE(decodeOffer(replaced(body, "\"seq\":1", "\"seq\":0")));
    CHECK_FALSE(decodeOffer(replaced(body, "\"stamp\":\"", "\"stamp\":\"A")));
    CHECK_FALSE(decodeOffer(replaced(body, "\"count\":2", "\"count\":3")));
    CHECK_FALSE(decodeOffer(body + "{}\n"));
    CHECK_FALSE(decodeOffer(replaced(body, "{\"env\":{", "{\"env\":[{")));
    auto many = sampleOffer(1);
    many.lines.resize(Limits::PushLines + 1, many.lines.front());
    CHECK(codeOf(decodeOffer(encodeOffer(many))) == ErrorCode::TooLarge);
    auto heavy = sampleOffer(1);
    heavy.lines.front().line.resize(Limits::ChangeLineBytes + 1, 'x');
    CHECK(codeOf(decodeOffer(encodeOffer(heavy))) == ErrorCode::TooLarge);
    CHECK(decodeOffer(encodeOffer({})).value().empty());
}

TEST_CASE("a fetch and its answer read back")
{
    FetchRequest request{id<base::CaseId>(3), "personen frågar", base::instantFromMs(7)};
    const auto read = decodeFetchRequest(encode(request)).value();
    CHECK(read.caseId == request.caseId);
    CHECK(read.reason == request.reason);
    CHECK(read.since == request.since);
    request.since.reset();
    CHECK_FALSE(decodeFetchRequest(encode(request)).value().since.has_value());
    CHECK(decodeFetchAnswer(encode(FetchAnswer{4})).value().left == 4);
    CHECK(codeOf(decodeFetchAnswer("{\"left\":-1}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeFetchAnswer("{}")) == ErrorCode::InvalidInput);
}

TEST_CASE("a fetch without a reason, or with one that could pass for another entry of the log, is refused")
{
    const auto asked = [](const std::string &reason) {
        return decodeFetchRequest(encode(FetchRequest{id<base::CaseId>(3), reason, {}}));
    };
    CHECK(codeOf(asked("")) == ErrorCode::InvalidInput);
    CHECK(codeOf(asked("  ")) == ErrorCode::InvalidInput);
    CHECK(codeOf(asked("one\ntwo")) == ErrorCode::InvalidInput);
    CHECK(codeOf(asked("one\x7ftwo")) == ErrorCode::InvalidInput);
    CHECK(codeOf(asked(std::string(Limits::ReasonBytes + 1, 'a'))) == ErrorCode::TooLarge);
    CHECK(asked(std::string(Limits::ReasonBytes, 'a')));
    const std::string body = encode(FetchRequest{id<base::CaseId>(3), "why", base::instantFromMs(7)});
    CHECK(codeOf(decodeFetchRequest(replaced(body, "\"since\":7", "\"since\":\"7\""))) == ErrorCode::InvalidInput);
    CHECK(codeOf(decodeFetchRequest(replaced(body, "\"case\"", "\"cases\""))) == ErrorCode::InvalidInput);
    for (std::size_t size = 0; size < body.size(); ++size)
        CHECK_FALSE(decodeFetchRequest(body.substr(0, size)));
}
