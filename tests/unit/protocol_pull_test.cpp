#include "sync/protocol/pull.h"
#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;
using changelog::Compartment;
using changelog::CompartmentSet;

namespace {

changelog::PullPage samplePage()
{
    changelog::PullPage page;
    page.items.emplace_back(changelog::GrantLine{test::id<base::CaseId>(1), CompartmentSet::ofCaseworker(), 3});
    changelog::Receipt receipt{7, base::instantFromMs(1'700'000'000'001), {}};
    receipt.stamp.fill(0x5a);
    page.items.emplace_back(changelog::DeliveredChange{receipt, test::sampleChange(1)});
    page.items.emplace_back(changelog::ForgetLine{test::id<base::CaseId>(2), CompartmentSet{Compartment::Card}, 9});
    changelog::KeyLine key;
    key.device = test::id<base::DeviceId>(4);
    key.worker = test::id<base::WorkerId>(5);
    key.jwk = crypto::SigningKey::make()->publicKey().toJwk();
    key.from = base::instantFromMs(1);
    key.until = base::instantFromMs(2);
    key.signature = base::toBase64Url(crypto::Signature{});
    page.items.emplace_back(key);
    key.until.reset();
    page.items.emplace_back(key);
    page.items.emplace_back(changelog::DeliveredChange{receipt, test::sampleChange(2)});
    page.items.emplace_back(
        changelog::ForgetLine{test::id<base::CaseId>(2), CompartmentSet{Compartment::Card}, 9, true});
    page.items.emplace_back(changelog::OlderLine{test::id<base::CaseId>(2), 17});
    page.cursor = "opaque";
    page.more = true;
    return page;
}

std::string withLine(const changelog::ChangeLine &line)
{
    changelog::PullPage page;
    page.items.emplace_back(changelog::DeliveredChange{{1, base::instantFromMs(0), {}}, line});
    return encodePullPage(page);
}

} // namespace

TEST_CASE("a page reads back")
{
    const std::string body = encodePullPage(samplePage());
    const auto page = decodePullPage(body);
    REQUIRE(page);
    CHECK(encodePullPage(*page) == body);
    CHECK(page->cursor == "opaque");
    CHECK(page->more);
    REQUIRE(page->items.size() == 8);
    CHECK(std::get<changelog::GrantLine>(page->items[0]).compartments == CompartmentSet::ofCaseworker());
    CHECK(std::get<changelog::DeliveredChange>(page->items[1]).receipt.seq == 7);
    CHECK(std::get<changelog::ForgetLine>(page->items[2]).remaining == CompartmentSet{Compartment::Card});
    CHECK_FALSE(std::get<changelog::ForgetLine>(page->items[2]).anew);
    CHECK_FALSE(std::get<changelog::KeyLine>(page->items[4]).until.has_value());
    CHECK(std::get<changelog::ForgetLine>(page->items[6]).anew);
    CHECK(std::get<changelog::OlderLine>(page->items[7]).count == 17);
}

TEST_CASE("a change line comes out of a page as it was written, whatever a newer version put into it")
{
    const std::string line =
        R"({"id":"01900000-0000-7000-8000-000000000001", "by":"01900000-0000-7000-8000-0000000000c8",)"
        R"("case":"01900000-0000-7000-8000-0000000000c9","at":5,"v":9,"mood":[1,{"a":0.5}],)"
        R"("sets":[{"rec":"01900000-0000-7000-8000-000000000064","kind":"dream","set":{"x":null},"base":[],"y":1}]})";
    const auto change = changelog::readChangeLine(line);
    REQUIRE(change);
    const auto page = decodePullPage(withLine(*change));
    REQUIRE(page);
    CHECK(std::get<changelog::DeliveredChange>(page->items[0]).line.line == line);
    CHECK(std::get<changelog::DeliveredChange>(page->items[0]).line.hash == change->hash);
}

TEST_CASE("lines of an unknown type and compartments of an unknown name are passed over")
{
    const auto page = decodePullPage(
        "{\"weather\":{\"x\":1}}\n"
        R"({"grant":{"case":"01900000-0000-7000-8000-000000000001","compartments":["card","attic"],"seq":1,"why":2}})"
        "\n{\"cursor\":\"c\",\"more\":false,\"next\":1}\n");
    REQUIRE(page);
    REQUIRE(page->items.size() == 1);
    CHECK(std::get<changelog::GrantLine>(page->items[0]).compartments == CompartmentSet{Compartment::Card});
}

TEST_CASE("a page that is cut anywhere is damaged, never shorter")
{
    const std::string body = encodePullPage(samplePage());
    for (std::size_t size = 0; size < body.size(); ++size) {
        INFO(size);
        REQUIRE(decodePullPage(body.substr(0, size)).error().code() == ErrorCode::Damaged);
    }
}

TEST_CASE("a page with something wrong in a known line is damaged")
{
    const std::string end = "{\"cursor\":\"c\",\"more\":false}\n";
    for (const char *line : {
             R"({"grant":{"case":"x","compartments":[],"seq":1}})",
             R"({"grant":{"case":"01900000-0000-7000-8000-000000000001","compartments":[1],"seq":1}})",
             R"({"grant":{"case":"01900000-0000-7000-8000-000000000001","compartments":[],"seq":0}})",
             R"({"forget":[]})",
             R"({"key":{}})",
             R"({"env":{"seq":1,"received":1}})",
             "[]",
             "",
         }) {
        INFO(line);
        const auto page = decodePullPage(std::string(line) + "\n" + end);
        REQUIRE_FALSE(page);
        CHECK(page.error().code() == ErrorCode::Damaged);
    }
    CHECK_FALSE(decodePullPage(end + end));
    CHECK_FALSE(decodePullPage("{\"cursor\":\"c\"}\n"));
    CHECK_FALSE(decodePullPage(R"({"env":{"seq":1,"received":1,"stamp":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}})"
                               "\nnot a change\n"
                               + end));
}

TEST_CASE("an item is never larger than it is said to be")
{
    changelog::PullPage page = samplePage();
    changelog::Receipt largest{std::int64_t(1) << 53, base::instantFromMs(std::int64_t(1) << 53), {}};
    page.items.emplace_back(changelog::DeliveredChange{largest, test::sampleChange(9)});
    std::size_t said = 0;
    for (const auto &item : page.items)
        said += encodedSize(item);
    page.cursor.clear();
    CHECK(encodePullPage(page).size() <= said + std::string("{\"cursor\":\"\",\"more\":true}\n").size());
}

TEST_CASE("a pull query reads back, whatever stands in the cursor")
{
    const PullRequest request{"a b&c=d%é\n+", 250, std::chrono::seconds(20), 3, "l&g", test::id<base::CaseId>(9)};
    CHECK(decodePullQuery(encodePullQuery(request)).value() == request);
    CHECK(decodePullQuery("").value() == PullRequest());
}

TEST_CASE("a pull query asks for no more than the limits")
{
    const auto request = decodePullQuery("limit=99999999999999999999&wait=9999&surprise=1");
    REQUIRE(request);
    CHECK(request->limit == Limits::PullLines);
    CHECK(request->wait == Limits::LongestWait);
}

TEST_CASE("a malformed pull query is refused")
{
    for (const char *query : {"limit=0", "limit=-1", "limit=x", "limit=", "limit=1&limit=2", "wait=1.5", "epoch=0",
                              "cursor=%", "cursor=%4", "cursor=%zz", "wait= 1"}) {
        INFO(query);
        CHECK_FALSE(decodePullQuery(query));
    }
    CHECK(decodePullQuery("cursor=" + std::string(2000, 'a')).error().code() == ErrorCode::TooLarge);
}
