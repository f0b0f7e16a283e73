#include "core/changelog/change.h"
#include "tests/support/catch.h"
#include "tests/unit/changelog_history.h"

#include <array>

using namespace faltakt;
using namespace faltakt::changelog;
using base::ErrorCode;

namespace {

constexpr std::string_view Good =
    R"({"id":"01900000-0000-7000-8000-000000000001","by":"01900000-0000-7000-8000-000000000002",)"
    R"("case":"01900000-0000-7000-8000-000000000003","at":1700000000000,"event":"2026-03-01T13:07:00+01:00","v":1,)"
    R"("sets":[{"rec":"01900000-0000-7000-8000-000000000004","kind":"note","set":{"text":"hej å"},)"
    R"("base":["01900000-0000-7000-8000-000000000005"]}]})";

std::string with(std::string_view what, std::string_view instead)
{
    std::string line(Good);
    const auto at = line.find(what);
    REQUIRE(at != std::string::npos);
    return line.replace(at, what.size(), instead);
}

std::optional<ErrorCode> codeOf(const std::string &line)
{
    const auto result = readChangeLine(line);
    return result ? std::nullopt : std::optional(result.error().code());
}

constexpr std::array<std::string_view, 2> Ways = {"call", "visit"};
constexpr std::array<FieldSchema, 10> Fields = {{
    {.name = "text", .type = FieldType::LongText, .maxLength = 10},
    {.name = "title", .type = FieldType::Text, .maxLength = 5},
    {.name = "way", .type = FieldType::Code, .codes = Ways},
    {.name = "count", .type = FieldType::Integer, .minimum = 1, .maximum = 9},
    {.name = "done", .type = FieldType::Boolean},
    {.name = "when", .type = FieldType::Instant},
    {.name = "day", .type = FieldType::Date},
    {.name = "who", .type = FieldType::Id},
    {.name = "address", .type = FieldType::Object, .maxLength = 30},
    {.name = "answers", .type = FieldType::Answer, .maxLength = 100, .isPrefix = true},
}};
constexpr std::array<FieldSchema, 1> SignatureFields = {{{.name = "compartment", .type = FieldType::Code}}};
constexpr std::array<KindSchema, 3> Kinds = {{
    {.name = "note", .compartment = Compartment::File, .fields = Fields},
    {.name = "person", .compartment = Compartment::Card, .fields = Fields},
    {.name = "signature",
     .compartment = Compartment::File,
     .fields = SignatureFields,
     .takesCompartmentOfRecord = true},
}};
constexpr SchemaTable Schema{Kinds};

Change changeOf(std::vector<std::pair<std::string, base::json::Object>> sets)
{
    Change change;
    std::size_t number = 1;
    for (auto &[kind, fields] : sets)
        change.sets.push_back({base::RecordId(test::changeId(number++).uuid()), kind, std::move(fields), {}});
    return change;
}

std::string faultOf(base::json::Object fields)
{
    const auto fault = findSchemaFault(changeOf({{"note", std::move(fields)}}), Schema);
    return fault ? fault->field + ":" + fault->reason : "";
}

} // namespace

TEST_CASE("a change line reads back and is written as it was")
{
    const auto read = readChangeLine(std::string(Good));
    REQUIRE(read);
    CHECK(read->line == Good);
    CHECK(writeChange(read->change) == Good);
    CHECK(sealChange(read->change).hash == read->hash);
    CHECK(read->change.event == "2026-03-01T13:07:00+01:00");
    CHECK(read->change.sets[0].base.size() == 1);
}

TEST_CASE("what a newer version wrote is read past and stays in the line")
{
    const std::string line = with("\"v\":1", "\"v\":7,\"mood\":{\"deep\":[1,2]}");
    const auto read = readChangeLine(line);
    REQUIRE(read);
    CHECK(read->line == line);
    CHECK(read->hash != readChangeLine(std::string(Good))->hash);
}

TEST_CASE("a line is refused where a known member is missing or has another form")
{
    for (const char *member : {"id", "by", "case", "at", "v", "sets", "rec", "kind", "set", "base"}) {
        INFO(member);
        CHECK(codeOf(with("\"" + std::string(member) + "\":", "\"other\":")) == ErrorCode::InvalidInput);
    }
    CHECK(codeOf(with("\"at\":1700000000000", "\"at\":1.5")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"at\":1700000000000", "\"at\":\"1\"")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"at\":1700000000000", "\"at\":90071992547409930")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"at\":1700000000000", "\"at\":253402300800000")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"at\":1700000000000", "\"at\":-2208988800001")) == ErrorCode::InvalidInput);
    CHECK(readChangeLine(with("\"at\":1700000000000", "\"at\":253402300799999")).has_value());
    CHECK(readChangeLine(with("\"at\":1700000000000", "\"at\":-2208988800000")).has_value());
    CHECK(codeOf(with("\"v\":1", "\"v\":0")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("13:07:00+01:00", "13:07:00")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"kind\":\"note\"", "\"kind\":\"\"")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("{\"text\":\"hej å\"}", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("{\"text\":\"hej å\"}", "[]")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"text\"", "\"\"")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("[\"01900000-0000-7000-8000-000000000005\"]", "[5]")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("000000000005", "00000000000x")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("000000000001\"", "0000000000011\"")) == ErrorCode::InvalidInput);
}

TEST_CASE("a line that is not exactly one clean object is refused")
{
    const std::string good(Good);
    CHECK(codeOf("") == ErrorCode::InvalidInput);
    CHECK(codeOf("[]") == ErrorCode::InvalidInput);
    CHECK(codeOf(good + "\n" + good) == ErrorCode::InvalidInput);
    CHECK(codeOf("\xEF\xBB\xBF" + good) == ErrorCode::InvalidInput);
    CHECK(codeOf(good.substr(0, good.size() - 1)) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("hej", "\\u0000")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("hej", "\\ud800")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("hej", "\xff")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("hej", std::string_view("\0", 1))) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"v\":1", "\"v\":1,\"v\":1")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"text\":\"hej å\"", "\"text\":\"a\",\"text\":\"b\"")) == ErrorCode::InvalidInput);
    CHECK(codeOf(with("\"hej å\"", std::string(20, '[') + std::string(20, ']'))) == ErrorCode::TooLarge);
}

TEST_CASE("a record stands once in a change")
{
    const std::string set = R"({"rec":"01900000-0000-7000-8000-000000000004","kind":"note","set":{"a":1},"base":[]})";
    CHECK(codeOf(with("\"sets\":[", "\"sets\":[" + set + ",")) == ErrorCode::InvalidInput);
}

TEST_CASE("a line beyond a limit is refused as too large")
{
    CHECK(codeOf(with("hej", std::string(ChangeLimits::LineBytes, 'x'))) == ErrorCode::TooLarge);
    std::string bases;
    for (std::size_t i = 0; i <= ChangeLimits::BasePerSet; ++i)
        bases += "\"" + test::changeId(i).toString() + "\",";
    bases.pop_back();
    CHECK(codeOf(with("\"01900000-0000-7000-8000-000000000005\"", bases)) == ErrorCode::TooLarge);
    std::string fields;
    for (std::size_t i = 0; i <= ChangeLimits::FieldsPerSet; ++i)
        fields += "\"f" + std::to_string(i) + "\":1,";
    fields.pop_back();
    CHECK(codeOf(with("\"text\":\"hej å\"", fields)) == ErrorCode::TooLarge);
    CHECK(codeOf(with("\"kind\":\"note\"", "\"kind\":\"" + std::string(129, 'k') + "\"")) == ErrorCode::InvalidInput);
}

TEST_CASE("the schema finds the value that does not fit and names it, never showing it")
{
    CHECK(faultOf({{"text", "short"}, {"title", "five!"}, {"way", "call"}, {"count", 9}, {"done", true}}) == "");
    CHECK(faultOf({{"when", "2026-03-01T13:07:00Z"}, {"day", "2026-03-01"}, {"who", test::changeId(1).toString()}})
          == "");
    CHECK(faultOf({{"text", "elevenchars"}}) == "text:tooLong");
    CHECK(faultOf({{"title", "a\nb"}}) == "title:type");
    CHECK(faultOf({{"text", "a\nb"}}) == "");
    CHECK(faultOf({{"text", 5}}) == "text:type");
    CHECK(faultOf({{"way", "by pigeon!"}}) == "way:code");
    CHECK(faultOf({{"way", "ofTomorrow"}}) == "");
    CHECK(faultOf({{"count", 10}}) == "count:range");
    CHECK(faultOf({{"count", 0}}) == "count:range");
    CHECK(faultOf({{"count", 1.5}}) == "count:type");
    CHECK(faultOf({{"done", "yes"}}) == "done:type");
    CHECK(faultOf({{"when", "2026-03-01"}}) == "when:type");
    CHECK(faultOf({{"day", "2026-02-30"}}) == "day:type");
    CHECK(faultOf({{"who", "me"}}) == "who:type");
    CHECK(faultOf({{"address", "street"}}) == "address:type");
    CHECK(faultOf({{"address", base::json::Object{{"street", std::string(40, 's')}}}}) == "address:tooLong");
    CHECK(faultOf({{"answers/1", base::json::Object{{"value", 2}}}}) == "");
    CHECK(faultOf({{"answers/1", 2}}) == "answers/1:type");
    CHECK(faultOf({{"deleted", 1}}) == "deleted:type");
}

TEST_CASE("null clears any field, and what a newer version knows passes")
{
    CHECK(faultOf({{"count", nullptr}, {"address", nullptr}}) == "");
    CHECK(faultOf({{"mood", base::json::Array{1, 2}}}) == "");
    CHECK_FALSE(findSchemaFault(changeOf({{"dream", {{"x", 1}}}}), Schema));
}

TEST_CASE("a change lies in one compartment")
{
    CHECK(compartmentOf(changeOf({{"person", {{"title", "x"}}}}), Schema) == Compartment::Card);
    const auto fault = findSchemaFault(changeOf({{"person", {{"title", "x"}}}, {"note", {{"title", "x"}}}}), Schema);
    REQUIRE(fault);
    CHECK(fault->reason == "compartment");
}

TEST_CASE("what this version cannot judge goes only to those who hold the file")
{
    CHECK(compartmentOf(changeOf({{"dream", {{"x", 1}}}}), Schema) == Compartment::File);
    CHECK(compartmentOf(changeOf({{"person", {{"title", "x"}, {"mood", 1}}}}), Schema) == Compartment::File);
    CHECK(compartmentOf(changeOf({{"person", {{"deleted", true}}}}), Schema) == Compartment::Card);
}

TEST_CASE("a signature lies where its record lies")
{
    CHECK(compartmentOf(changeOf({{"signature", {{"compartment", "lob"}}}}), Schema) == Compartment::Lob);
    CHECK(compartmentOf(changeOf({{"signature", {{"compartment", "attic"}}}}), Schema) == Compartment::File);
}
