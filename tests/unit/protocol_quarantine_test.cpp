// GET /v1/quarantine: what goes over the line and what is not taken from it.
#include "sync/protocol/quarantine.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;

namespace {

template <typename IdType>
IdType id(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    bytes[6] = 0x70;
    return IdType(base::Uuid(bytes));
}

QuarantinedLine sample()
{
    changelog::Change change;
    change.id = id<base::ChangeId>(1);
    change.by = id<base::WorkerId>(2);
    change.caseId = id<base::CaseId>(3);
    change.at = base::instantFromMs(1'780'000'000'000);
    change.sets.push_back({id<base::RecordId>(4), "note", {{"text", "å \"\\\n"}}, {}});
    return {.change = change.id,
            .caseId = change.caseId,
            .worker = change.by,
            .workerName = "Anna Ek",
            .device = id<base::DeviceId>(5),
            .isForsaken = true,
            .received = base::instantFromMs(1'780'000'001'000),
            .reason = "schema",
            .field = "note.text",
            .buildsOn = {id<base::ChangeId>(8), id<base::ChangeId>(9)},
            .line = changelog::sealChange(change)};
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a page of returned changes comes back as it was sent, line for line and byte for byte")
{
    QuarantinedLine unreadable = sample();
    unreadable.change.reset();
    unreadable.caseId.reset();
    unreadable.line.reset();
    unreadable.isForsaken = false;
    unreadable.buildsOn.clear();
    const QuarantinePage sent{{sample(), unreadable}, 17};
    const std::string body = encode(sent);
    const auto page = decodeQuarantinePage(body).value();
    CHECK(encode(page) == body);
    CHECK(page.before == 17);
    REQUIRE(page.lines.size() == 2);
    CHECK(page.lines[0].line->hash == sample().line->hash);
    CHECK(page.lines[0].workerName == "Anna Ek");
    CHECK(page.lines[0].isForsaken);
    CHECK(page.lines[0].buildsOn.size() == 2);
    CHECK_FALSE(page.lines[1].line);
    CHECK_FALSE(page.lines[1].change);
    CHECK(encodedSize(page.lines[0]) + encodedSize(page.lines[1]) + encode(QuarantinePage{{}, 17}).size()
          == body.size());
    CHECK_FALSE(decodeQuarantinePage(encode(QuarantinePage{})).value().before);
}

TEST_CASE("a page of returned changes that is cut, padded or altered is no page")
{
    const std::string body = encode(QuarantinePage{{sample()}, {}});
    for (std::size_t size = 0; size < body.size(); ++size)
        CHECK_FALSE(decodeQuarantinePage(body.substr(0, size)));
    const auto faultOf = [](const std::string &text) {
        const auto page = decodeQuarantinePage(text);
        REQUIRE_FALSE(page);
        return page.error().code();
    };
    CHECK(faultOf(body + "x") == ErrorCode::Damaged);
    CHECK(faultOf(replaced(body, "\"forsaken\":true", "\"forsaken\":1")) == ErrorCode::Damaged);
    CHECK(faultOf(replaced(body, "\"buildsOn\":[\"", "\"buildsOn\":[\"x")) == ErrorCode::Damaged);
    CHECK(faultOf(replaced(body, "\"received\":", "\"received\":\"x\",\"later\":")) == ErrorCode::Damaged);
    CHECK(faultOf(replaced(body, "\"before\":null", "\"before\":0")) == ErrorCode::Damaged);
    CHECK(faultOf(replaced(body, "Anna Ek", std::string(201, 'a'))) == ErrorCode::Damaged);
    CHECK(faultOf(std::string(Limits::AnswerBytes + 1, ' ')) == ErrorCode::TooLarge);
    // What a newer server adds is passed over.
    CHECK(decodeQuarantinePage("{\"tomorrow\":1}\n" + replaced(body, "\"forsaken\"", "\"more\":[],\"forsaken\"")));
}

TEST_CASE("a change line that this version cannot read does not take the rest of the page with it")
{
    const std::string body = encode(QuarantinePage{{sample(), sample()}, 17});
    const auto page = decodeQuarantinePage(replaced(body, sample().line->line, "{\"tomorrow\":2}")).value();
    REQUIRE(page.lines.size() == 2);
    CHECK_FALSE(page.lines[0].line);
    CHECK(page.lines[0].change == sample().change);
    CHECK(page.lines[0].workerName == "Anna Ek");
    CHECK(page.lines[1].line->hash == sample().line->hash);
    CHECK(page.before == 17);
}

TEST_CASE("the query for returned changes is read strictly")
{
    const auto query = decodeQuarantineQuery(encodeQuarantineQuery({.before = 5, .limit = 7})).value();
    CHECK(query.before == 5);
    CHECK(query.limit == 7);
    CHECK(decodeQuarantineQuery("").value().limit == Limits::QuarantineLines);
    CHECK(decodeQuarantineQuery("limit=100000&tomorrow=x").value().limit == Limits::QuarantineLines);
    const QuarantineRequest::Export wanted{id<base::CaseId>(3), id<base::ChangeId>(4)};
    CHECK(decodeQuarantineQuery(encodeQuarantineQuery({.exported = wanted})).value().exported == wanted);
    CHECK_FALSE(query.exported);
    const std::string caseId = "case=" + wanted.caseId.toString();
    const std::string change = "&export=" + wanted.change.toString();
    // A case alone asks for nothing; a change without its case must not be taken for a question for the page.
    CHECK_FALSE(decodeQuarantineQuery(caseId).value().exported);
    CHECK(decodeQuarantineQuery(std::string(caseId).append(change)).value().exported == wanted);
    for (const std::string &bad :
         {std::string("before="), std::string("before=0"), std::string("before=-1"), std::string("before=x"),
          std::string("limit=0"), std::string("before=1&before=2"), std::string("before=99999999999999999999"), change,
          std::string(caseId).append(change).append(change), std::string(caseId).append("&").append(caseId),
          std::string("case=").append(change), std::string(caseId).append("&export=x")})
        CHECK_FALSE(decodeQuarantineQuery(bad));
}
