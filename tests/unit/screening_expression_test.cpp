#include "core/screening/expression.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <string>

using namespace faltakt;
using namespace faltakt::screening;
using base::ErrorCode;
using base::json::Value;

namespace {

const Value Response = base::json::parse(R"json({"resourceType":"QuestionnaireResponse","status":"in-progress","item":[
{"linkId":"1","answer":[{"valueCoding":{"code":"often"}}]},
{"linkId":"2","answer":[{"valueInteger":7}]},
{"linkId":"3","answer":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}]}]},
{"linkId":"4","answer":[{"valueDateTime":"2026-11-26T10:00:00Z"}]},
{"linkId":"5","answer":[{"valueInteger":"seven"}]},
{"linkId":"group","item":[{"linkId":"group.1","answer":[{"valueDecimal":2.5}]},{"linkId":"group.2","answer":[{"valueBoolean":true}]}]},
{"linkId":"row","item":[{"linkId":"row.1","answer":[{"valueInteger":1}]}]},
{"linkId":"row","item":[{"linkId":"row.1","answer":[{"valueInteger":2}]}]}]})json")
                           .value();

ExpressionEnvironment environment()
{
    ExpressionEnvironment made;
    made.resource = &Response;
    made.weight = [](std::string_view linkId, std::string_view, std::string_view code) -> std::optional<double> {
        return linkId == "1" && code == "often" ? std::optional(3.0) : std::nullopt;
    };
    return made;
}

base::Result<ExpressionValues> evaluate(std::string_view text, const ExpressionEnvironment &in = environment())
{
    const auto expression = Expression::parse(text);
    REQUIRE(expression.has_value());
    return expression->evaluate(in);
}

ExpressionValue one(std::string_view text)
{
    const auto values = evaluate(text);
    REQUIRE(values.has_value());
    REQUIRE(values->size() == 1);
    return values->front();
}

template <typename T>
T only(std::string_view text)
{
    const ExpressionValue value = one(text);
    REQUIRE(std::holds_alternative<T>(value));
    return std::get<T>(value);
}

struct Refusal {
    std::string text;
    ErrorCode code;
    std::string detail;
};

std::vector<std::string> linkIdsOf(std::string_view text)
{
    const auto expression = Expression::parse(text);
    REQUIRE(expression.has_value());
    return expression->linkIds().value_or(std::vector<std::string>{"everything"});
}

} // namespace

TEST_CASE("an expression that is not read is refused with its position and its reason")
{
    const std::vector<Refusal> refusals{
        {"", ErrorCode::InvalidInput, "position 1: the end where a value is wanted"},
        {"1 +", ErrorCode::InvalidInput, "position 4: the end where a value is wanted"},
        {"1 2", ErrorCode::InvalidInput, "position 3: a number after the end of the expression"},
        {"(1", ErrorCode::InvalidInput, "position 3: the end where ')' is wanted"},
        {"{1}", ErrorCode::InvalidInput, "position 2: a number where '}' is wanted"},
        {"item.", ErrorCode::InvalidInput, "position 6: the end where a name is wanted"},
        {"item..answer", ErrorCode::InvalidInput, "position 6: '.' where a name is wanted"},
        {"'open", ErrorCode::InvalidInput, "position 1: a text without an end"},
        {"1 /* open", ErrorCode::InvalidInput, "position 3: a comment without an end"},
        {"'\\q'", ErrorCode::InvalidInput, "position 2: no such escape"},
        {"'\\u12'", ErrorCode::InvalidInput, "position 2: an escape of four hexadecimal digits is cut short"},
        {"'\\ud800'", ErrorCode::InvalidInput, "position 2: an escape of no character"},
        {"1 # 2", ErrorCode::InvalidInput, "position 3: a character that means nothing here"},
        {"\xff", ErrorCode::InvalidInput, "position 1: not UTF-8"},
        {"12a", ErrorCode::InvalidInput, "position 3: a name cannot begin with a digit"},
        {"% ", ErrorCode::InvalidInput, "position 1: no name after the per cent sign"},
        {"@2026-13", ErrorCode::InvalidInput, "position 1: no such date"},
        {"@2026-02-30", ErrorCode::InvalidInput, "position 1: no such date"},
        {"item.where()", ErrorCode::InvalidInput, "position 6: 'where' does not take 0 arguments"},
        {"iif(true)", ErrorCode::InvalidInput, "position 1: 'iif' does not take 1 arguments"},
        {"item.count(1)", ErrorCode::InvalidInput, "position 6: 'count' does not take 1 arguments"},
        {"1 is 2", ErrorCode::InvalidInput, "position 6: a number where a type is wanted"},
        {"item.tail()", ErrorCode::Unsupported, "position 6: no function 'tail'"},
        {"item[0]", ErrorCode::Unsupported, "position 5: no ["},
        {"'a' & 'b'", ErrorCode::Unsupported, "position 5: no &"},
        {"1 !~ 2", ErrorCode::Unsupported, "position 3: no !~"},
        {"$index", ErrorCode::Unsupported, "position 1: no $index"},
        {"4 weeks", ErrorCode::Unsupported, "position 1: no quantities"},
        {"4 'mg'", ErrorCode::Unsupported, "position 1: no quantities"},
        {"12L", ErrorCode::Unsupported, "position 3: no long numbers"},
        {"@T10:00", ErrorCode::Unsupported, "position 1: no times of day"},
        {"@2026-11-26T10", ErrorCode::Unsupported, "position 1: no times of day"},
        {"item.subject", ErrorCode::Unsupported, "position 6: no element 'subject'"},
        {"answer.valueInteger", ErrorCode::Unsupported,
         "position 8: no element 'valueInteger'; the value of an answer is 'value'"},
        {"1 is Quantity", ErrorCode::Unsupported, "position 6: no type 'Quantity'"},
        {"1 is System.integer", ErrorCode::Unsupported, "position 6: no type 'integer'"},
        {"9007199254740993", ErrorCode::TooLarge, "position 1: a number out of range"},
    };
    for (const Refusal &refusal : refusals) {
        INFO(refusal.text);
        const auto expression = Expression::parse(refusal.text);
        REQUIRE_FALSE(expression.has_value());
        CHECK(expression.error().code() == refusal.code);
        CHECK(expression.error().detail() == refusal.detail);
    }
}

TEST_CASE("an expression that is too long, too deep or of too many parts is refused")
{
    const auto refused = [](const std::string &text) {
        const auto expression = Expression::parse(text);
        return !expression.has_value() && expression.error().code() == ErrorCode::TooLarge;
    };
    const auto repeated = [](std::string_view piece, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += piece;
        return text;
    };
    CHECK(refused("'" + std::string(MaxExpressionBytes, 'a') + "'"));
    CHECK(refused(std::string(MaxExpressionDepth, '(') + "1" + std::string(MaxExpressionDepth, ')')));
    CHECK(refused("1" + repeated("+1", MaxExpressionDepth)));
    CHECK(refused(repeated("item.", MaxExpressionDepth) + "item"));
    CHECK(refused(repeated("-", MaxExpressionDepth + 1) + "1"));
    CHECK(refused("iif(true" + repeated(",(1|2)", 2) + repeated(",{}", MaxExpressionParts) + ")"));
    CHECK_FALSE(refused("1" + repeated("+1", MaxExpressionDepth - 2)));
    CHECK_FALSE(refused(std::string(MaxExpressionDepth - 2, '(') + "1" + std::string(MaxExpressionDepth - 2, ')')));
}

TEST_CASE("an expression reads answers, weights and variables")
{
    CHECK(only<std::int64_t>("%resource.repeat(item).where(linkId = '2').answer.value") == 7);
    CHECK(only<double>("item.where(linkId = 'group').item.answer.value.ofType(decimal)") == 2.5);
    CHECK(only<bool>("item.where(linkId = 'group').item.where(linkId = 'group.2').answer.value"));
    CHECK(only<std::int64_t>("%resource.answers().weight().sum()") == 3);
    CHECK(only<std::int64_t>("item.where(linkId = 'row').item.answer.value.sum()") == 3);
    ExpressionEnvironment with = environment();
    with.variables["base"] = {std::int64_t(30)};
    with.variables["nothing"];
    CHECK(toDecimal(*evaluate("%base * 1.5", with)).value() == 45.0);
    CHECK(evaluate("%nothing + 1", with)->empty());
}

TEST_CASE("an expression on an item begins there, in each row of its own")
{
    ExpressionEnvironment on = environment();
    std::vector<std::int64_t> doubled;
    for (const Value &item : *Response.find("item")->array()) {
        if (item.stringAt("linkId") != "row")
            continue;
        on.context = &item;
        doubled.push_back(
            toInteger(*evaluate("%context.item.where(linkId = 'row.1').answer.value * 2", on)).value().value());
        CHECK(toInteger(*evaluate("item.count() + %resource.item.count()", on)).value() == 9);
    }
    CHECK(doubled == std::vector<std::int64_t>{2, 4});
}

TEST_CASE("a refused question has an answer without a value")
{
    CHECK(evaluate("item.where(linkId = '3').answer.value")->empty());
    CHECK(only<bool>("item.where(linkId = '3').answer.value.empty()"));
    CHECK(only<bool>("item.where(linkId = '3').answer.exists()"));
}

TEST_CASE("what an expression cannot be evaluated to is an error with its position")
{
    const std::vector<Refusal> refusals{
        {"%missing", ErrorCode::InvalidInput, "position 1: no variable 'missing'"},
        {"1 + 'a'", ErrorCode::InvalidInput, "position 3: only numbers can be calculated with"},
        {"1 < 'a'", ErrorCode::InvalidInput, "position 3: only two numbers, two texts or two dates can be compared"},
        {"1 + (1 | 2)", ErrorCode::InvalidInput, "position 3: several values where one is wanted"},
        {"item.where(linkId)", ErrorCode::InvalidInput, "position 12: the criterion is neither true nor false"},
        {"item.where(item.linkId).count()", ErrorCode::InvalidInput, "position 17: several values where one is wanted"},
        {"item.linkId.sum()", ErrorCode::InvalidInput, "position 13: only numbers have a sum"},
        {"item.where(linkId = '4').answer.value", ErrorCode::Unsupported,
         "position 33: an element of a type that is not read"},
        {"item.where(linkId = '4').answer.value > @2026", ErrorCode::Unsupported,
         "position 39: an element of a type that is not read"},
        {"item.where(linkId = '5').answer.value + 1", ErrorCode::InvalidInput,
         "position 39: an element of another type than its own"},
    };
    for (const Refusal &refusal : refusals) {
        INFO(refusal.text);
        const auto values = evaluate(refusal.text);
        REQUIRE_FALSE(values.has_value());
        CHECK(values.error().code() == refusal.code);
        CHECK(values.error().detail() == refusal.detail);
    }
    ExpressionEnvironment without = environment();
    without.weight = {};
    CHECK(evaluate("%resource.answers().weight()", without).error().code() == ErrorCode::Unsupported);
    without.resource = nullptr;
    CHECK(evaluate("1", without).error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("an evaluation ends, whatever the expression")
{
    ExpressionEnvironment many = environment();
    many.variables["many"] = ExpressionValues(1000, true);
    for (const char *const endless :
         {"1.repeat($this + 1)", "'a'.repeat($this + $this)", "%many.select(%many).select(%many).count()",
          "%many.select(%many.exists(%many.all($this)))",
          "%many.select(%resource.descendants()).select(%resource.descendants()).count()"}) {
        INFO(endless);
        const auto values = evaluate(endless, many);
        REQUIRE_FALSE(values.has_value());
        CHECK(values.error().code() == ErrorCode::TooLarge);
    }
    ExpressionEnvironment tight = environment();
    tight.maxSteps = 3;
    CHECK(evaluate("1 + 1", tight).has_value());
    CHECK(evaluate("1 + 1 + 1", tight).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("numbers keep whole numbers apart from decimals")
{
    CHECK(only<std::int64_t>("2 * 3 + 7 div 2") == 9);
    CHECK(only<double>("6 / 3") == 2.0);
    CHECK(only<double>("2 * 1.5") == 3.0);
    CHECK(only<std::int64_t>("2.power(10)") == 1024);
    CHECK(only<double>("2.power(0 - 1)") == 0.5);
    CHECK(only<double>("2.5.round()") == 3.0);
    CHECK(only<double>("(-2.5).round()") == -2.0);
    CHECK(only<bool>("0.1 + 0.2 = 0.3"));
    CHECK(evaluate("9007199254740992 + 1")->empty());
    CHECK(evaluate("9007199254740992 * 9007199254740992")->empty());
    CHECK(evaluate("1 / 0 | 1 div 0 | 1 mod 0 | 0.ln() | (-1).sqrt()")->empty());
}

TEST_CASE("a calculated item takes one value of its type or none")
{
    CHECK(toInteger(*evaluate("6 / 3")).value() == 2);
    CHECK(toDecimal(*evaluate("3")).value() == 3.0);
    CHECK(toBoolean(*evaluate("1 = 1")).value() == true);
    CHECK_FALSE(toInteger(*evaluate("{}")).value().has_value());
    CHECK_FALSE(toDecimal(*evaluate("{}")).value().has_value());
    CHECK_FALSE(toBoolean(*evaluate("{}")).value().has_value());
    CHECK(toInteger(*evaluate("1 / 2")).error().code() == ErrorCode::InvalidInput);
    CHECK(toInteger(*evaluate("1 | 2")).error().code() == ErrorCode::InvalidInput);
    CHECK(toDecimal(*evaluate("'1'")).error().code() == ErrorCode::InvalidInput);
    CHECK(toBoolean(*evaluate("1")).error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("an expression names the items that it rests on")
{
    using Names = std::vector<std::string>;
    CHECK(linkIdsOf("1 + %score") == Names{});
    CHECK(linkIdsOf("%resource.repeat(item).where(linkId = '3').answer.value > 2") == Names{"3"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'g').item.where('g.1' = linkId).answer.value") == Names{"g.1"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'g').answers().weight().sum()") == Names{"g"});
    CHECK(linkIdsOf("%resource.repeat(item).where(linkId in ('b' | 'a' | 'c')).answer.value.sum()")
          == Names{"a", "b", "c"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'a' or linkId = 'b').answer.exists()") == Names{"a", "b"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'a' and answer.value > 2).count()") == Names{"a"});
    CHECK(linkIdsOf("%resource.item.exists(linkId = 'a' and answer.value > 2)") == Names{"a"});
    CHECK(linkIdsOf("%resource.descendants().where(linkId = 'a').answer.value") == Names{"a"});
    CHECK(linkIdsOf("iif(%resource.item.where(linkId = 'a').answer.value = 1, "
                    "%resource.item.where(linkId = 'b').answer.value, %resource.item.where(linkId = 'c').answer.value)")
          == Names{"a", "b", "c"});
    CHECK(linkIdsOf("(%resource.item.where(linkId = 'a') | %resource.item.where(linkId = 'b')).answer.value.first()")
          == Names{"a", "b"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'row').select(item.where(linkId = 'row.1').answer.value * 2).sum()")
          == Names{"row", "row.1"});
    CHECK(linkIdsOf(
              "%resource.item.where(linkId = 'a').answer.value.power(%resource.item.where(linkId = 'b').answer.value)")
          == Names{"a", "b"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'row').select(item.where(linkId = 'row.1').answer.value).sum()")
          == Names{"row.1"});
    CHECK(linkIdsOf("%resource.item.where(linkId = 'row').select(1).count()") == Names{"row"});
    const Names everything{"everything"};
    CHECK(linkIdsOf("%resource.item.select(1).count()") == everything);
    CHECK(linkIdsOf("%resource.answers().weight().sum()") == everything);
    CHECK(linkIdsOf("%resource.item.count()") == everything);
    CHECK(linkIdsOf("%resource.item.first().where(linkId = 'a').answer.value") == everything);
    CHECK(linkIdsOf("%resource.item.where(answer.value > 2).where(linkId = 'a').exists()") == everything);
    CHECK(linkIdsOf("%resource.item.where(linkId = 'a' or answer.value > 2).exists()") == everything);
    CHECK(linkIdsOf("%resource.item.where(linkId = %which).answer.value") == everything);
    CHECK(linkIdsOf("%resource.item.all(linkId = 'a' implies answer.exists())") == everything);
}

TEST_CASE("an expression tells what it does not rest on, its variables and whether it reads its own item")
{
    const auto reach = [](std::string_view text) { return Expression::parse(text).value().reach(); };
    using Names = std::vector<std::string>;
    const ExpressionReach sum = reach("%resource.repeat(item).where(linkId != 'score').answer.value.weight().sum()");
    CHECK(sum.everything);
    CHECK(sum.without == Names{"score"});
    CHECK(
        reach("%resource.repeat(item).where(linkId != 'a' and linkId != 'b' and answer.exists()).answer.weight().sum()")
            .without
        == Names{"a", "b"});
    CHECK(reach("%resource.repeat(item).where(linkId.not() and (linkId in ('a' | 'b')).not()).answer.value.count()")
              .without
          == Names{"a", "b"});
    // What is left out may be below what is not.
    CHECK(reach("%resource.item.where(linkId != 'a').answers().weight().sum()").without.empty());
    CHECK(reach("%resource.item.where(linkId != 'a').item.answer.value.count()").without.empty());
    CHECK(reach("%resource.item.where(linkId != 'a').count()").without.empty());
    CHECK(reach("%resource.item.where(linkId != 'a').answer = {}").without.empty());
    // What is left out on one side is read on the other.
    CHECK(reach("%resource.item.where(linkId != 'a').answer.value.count() + %resource.item.where(linkId = "
                "'a').answer.value")
              .without.empty());
    CHECK(reach("%resource.item.where(linkId != 'a').answer.value.count() + %resource.item.where(linkId != "
                "'b').answer.value.count()")
              .without.empty());
    const ExpressionReach own = reach("%context.item.where(linkId = 'x').answer.value + answer.value + %b + %a + %b");
    CHECK_FALSE(own.everything);
    CHECK(own.context);
    CHECK(own.linkIds == Names{"x"});
    CHECK(own.variables == Names{"a", "b"});
    CHECK_FALSE(reach("%resource.item.where(linkId = 'x').answer.value").context);
}

TEST_CASE("a date is a year, a month or a day that exists")
{
    for (const char *const good : {"2026", "2026-11", "2026-11-26", "2024-02-29", "0001-01-01"})
        CHECK(ExpressionDate::read(good).value().toString() == good);
    for (const char *const bad : {"", "26", "0000", "2026-", "2026-00", "2026-13", "2026-1", "2026-11-31", "2025-02-29",
                                  "2026-11-26-1", "2026-11-26T10:00", "-026", "2026--1", " 2026"}) {
        INFO(bad);
        CHECK_FALSE(ExpressionDate::read(bad).has_value());
    }
}
