#include "sync/protocol/blob.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;

namespace {

const auto Case = *base::CaseId::parse("01900000-0000-7000-8000-000000000001");
const std::string CaseText = "01900000-0000-7000-8000-000000000001";
const std::string NameText(43, 'A');

std::string announcement(const std::string &size)
{
    return "{\"case\":\"" + CaseText + "\",\"name\":\"" + NameText + "\",\"size\":" + size + "}";
}

} // namespace

TEST_CASE("an announced blob, what is held of it and a chunk's place come back as they went")
{
    const BlobAnnouncement announced{Case, base::Hash{7, 8}, 1'000'000};
    CHECK(decodeBlobAnnouncement(encode(announced)).value() == announced);
    CHECK(decodeBlobHeld(encode(BlobHeld{262144})).value() == BlobHeld{262144});
    const BlobPlace place{Case, base::Hash{0xff, 0xfb}, 3 * 262144};
    CHECK(decodeBlobQuery(encodeBlobQuery(place)).value() == place);
    CHECK(encodeBlobQuery({Case, {}, 0}) == "case=" + CaseText + "&name=" + NameText + "&at=0");
}

TEST_CASE("an announcement of a size that no blob has is refused, and of one too large by its name")
{
    CHECK(decodeBlobAnnouncement(announcement("43")).has_value());
    CHECK(decodeBlobAnnouncement(announcement("20971520")).has_value());
    CHECK(decodeBlobAnnouncement(announcement("20971521")).error().code() == ErrorCode::TooLarge);
    CHECK(decodeBlobAnnouncement(announcement("9007199254740991")).error().code() == ErrorCode::TooLarge);
    for (const char *size : {"0", "-1", "42", "262186", "1.5", "\"100\"", "null"}) {
        CAPTURE(size);
        CHECK(decodeBlobAnnouncement(announcement(size)).error().code() == ErrorCode::InvalidInput);
    }
    CHECK_FALSE(decodeBlobAnnouncement("{\"case\":\"" + CaseText + "\",\"size\":100}"));
    CHECK_FALSE(decodeBlobAnnouncement("{\"name\":\"" + NameText + "\",\"size\":100}"));
    CHECK_FALSE(decodeBlobAnnouncement("[]"));
}

TEST_CASE("a chunk's query is taken in its one form alone")
{
    const std::string good = "case=" + CaseText + "&name=" + NameText;
    CHECK(decodeBlobQuery(good + "&at=262144").has_value());
    for (const std::string &bad :
         {good, good + "&at=", good + "&at=1", good + "&at=-262144", good + "&at=20971520", good + "&at=0&at=0",
          good + "&at=0&", good + "&&at=0", good + "&at=0&more=1", good + "&at=0x0", good + "&at=99999999999999999999",
          "name=" + NameText + "&at=0", "case=" + CaseText + "&at=0", "case=" + CaseText + "&name=AA&at=0",
          "case=x&name=" + NameText + "&at=0", std::string()}) {
        CAPTURE(bad);
        CHECK(decodeBlobQuery(bad).error().code() == ErrorCode::InvalidInput);
    }
}

TEST_CASE("what is held is a number that is not negative")
{
    for (const char *body : {"{}", "{\"held\":-1}", "{\"held\":\"1\"}", "", "{\"held\":1"})
        CHECK_FALSE(decodeBlobHeld(body));
}
