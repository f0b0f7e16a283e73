// Calculated items: what they rest on, when they are worked out again, and what is certain while answers are missing.
#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

#include <rapidcheck.h>

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

const std::string Monotone = "," + extension("urn:faltakt:monotone", R"("valueBoolean":true)");

std::string kind(const char *code)
{
    return "," + extension("urn:faltakt:result", R"("valueCode":")" + std::string(code) + '"');
}

std::string answerOf(const char *linkId)
{
    return "%resource.descendants().where(linkId = '" + std::string(linkId) + "').answer.value";
}

/// Three yes/no questions with a gate, two criteria, and their number with two zones.
std::string gamblingItems()
{
    const std::string isOn = enabled(when("2", "=", R"("answerBoolean":true)"));
    return joined({item("1", "boolean"), item("2", "boolean"), item("3", "boolean", isOn),
                   calculated("c1", "boolean", answerOf("1") + " = true", kind("criterion") + Monotone),
                   calculated("c2", "boolean", answerOf("3") + " = true", kind("criterion") + Monotone),
                   calculated("total", "integer",
                              answerOf("c1") + ".where($this).count() + " + answerOf("c2") + ".where($this).count()",
                              kind("score") + scale(0, 2) + Monotone)});
}

std::string zonesOf(const std::string &score)
{
    const auto row = [](const char *sex) {
        return R"({"url":"row","extension":[{"url":"sex","valueCode":")" + std::string(sex)
               + R"("},{"url":"limit","extension":[{"url":"zone","valueCode":"low"},{"url":"from","valueInteger":0}]},)"
                 R"({"url":"limit","extension":[{"url":"zone","valueCode":"high"},{"url":"from","valueInteger":2}]}]})";
    };
    const auto zone = [](const char *code) {
        return R"({"url":"zone","extension":[{"url":"code","valueCode":")" + std::string(code)
               + R"("},{"url":"worker","valueString":"w"},{"url":"person","valueString":"p"}]})";
    };
    return R"(,{"url":"urn:faltakt:interpretation","extension":[)"
           + (score.empty() ? std::string() : R"({"url":"score","valueCode":")" + score + R"("},)") + zone("low") + ","
           + zone("high")
           + R"(,{"url":"cutoffSet","extension":[{"url":"id","valueCode":"all"},{"url":"label","valueString":"l"},)"
             R"({"url":"source","valueString":"s"},{"url":"confidence","valueCode":"primary"},)"
           + row("f") + "," + row("m") + R"(]},{"url":"defaultCutoffSet","valueCode":"all"}]})";
}

QuestionnairePointer gambling() { return compiled(gamblingItems(), zonesOf("total")); }

std::string zoneOf(const ItemResult &result)
{
    const ZoneReading &zone = result.reading.zones.front();
    return result.reading.interpretation->zones[zone.from].code + " "
           + result.reading.interpretation->zones[zone.to].code;
}

/// A composite of two numbers with a logarithm, as the published ones have it.
QuestionnairePointer composite()
{
    return compiled(
        joined({item("days", "integer"), item("money", "integer"),
                calculated("cs", "decimal", "%days / 90 + iif(%money > 0, %money.ln() / 44, 0)", kind("composite"))}),
        "," + variable("days", answerOf("days")) + "," + variable("money", answerOf("money")));
}

} // namespace

TEST_CASE("criteria and their number follow from the answers")
{
    CHECK(resultsOf(answered(gambling(), R"({"1":true,"2":true,"3":true})")) == R"({"c1":true,"c2":true,"total":2})");
    CHECK(resultsOf(answered(gambling(), R"({"1":true,"2":false,"3":true})")) == R"({"c1":true,"c2":null,"total":1})");
}

TEST_CASE("the main score is the one with zones, however it is calculated")
{
    const ScreeningResult result = interpret(answered(gambling(), R"({"1":true,"2":true,"3":true})"), {}).value();
    CHECK(result.score.total() == 2);
    CHECK(zoneOf(result.results[2]) == "high high");
    CHECK(result.zones.size() == 2);
    CHECK(result.cutoffs->id == "all");
    const base::json::Value json = resultToJson(result);
    CHECK(json.integerAt("score") == 2);
    CHECK(json.integerAt("scaleMax") == 2);
}

TEST_CASE("with answers missing a monotone result has the range of its lowest and highest answers")
{
    const ScreeningResult result = interpret(answered(gambling(), R"({"1":true})"), {}).value();
    CHECK_FALSE(result.score.complete);
    CHECK(result.score.min == 1);
    CHECK(result.score.max == 2);
    // The gate decides whether the third question is asked: without it nobody knows.
    CHECK(result.score.unanswered == std::vector<std::string>{"2"});
    CHECK(zoneOf(result.results[2]) == "low high");
    CHECK(result.results[0].value == base::json::Value(true));
    CHECK(result.results[2].value.isNull());
}

TEST_CASE("without a way to tell, the ends of the scale are the range, and there is no value")
{
    const QuestionnairePointer questionnaire = compiled(
        joined({item("1", "integer"), calculated("s", "integer", answerOf("1"), kind("score") + scale(0, 9))}));
    const ItemResult result = interpret(AnswerSheet(questionnaire), {}).value().results.front();
    CHECK(result.value.isNull());
    CHECK(result.min == base::json::Value(0));
    CHECK(result.max == base::json::Value(9));
    CHECK(result.unanswered == std::vector<std::string>{"1"});
}

TEST_CASE("the monotone range is what every completion gives")
{
    const QuestionnairePointer questionnaire = gambling();
    const bool held = rc::check([&] {
        AnswerSheet given(questionnaire);
        for (std::size_t i = 0; i < 3; ++i)
            if (*rc::gen::inRange(0, 2) == 1)
                given.set(i, Answer::boolean(*rc::gen::inRange(0, 2) == 1));
        int lowest = 99;
        int highest = -1;
        for (int bits = 0; bits < 8; ++bits) {
            AnswerSheet full = given;
            for (std::size_t i = 0; i < 3; ++i)
                if (!given.at(i))
                    full.set(i, Answer::boolean(((bits >> i) & 1) == 1));
            const int total = interpret(full, {}).value().score.total().value();
            lowest = std::min(lowest, total);
            highest = std::max(highest, total);
        }
        const Score score = interpret(given, {}).value().score;
        RC_ASSERT(score.min == lowest);
        RC_ASSERT(score.max == highest);
    });
    CHECK(held);
}

TEST_CASE("a composite needs every input, and says nothing while one is missing")
{
    const auto result = [](const char *answers) { return interpret(answered(composite(), answers), {}).value(); };
    CHECK(result(R"({"days":9,"money":0})").results[0].value == base::json::Value(0.1));
    const double withMoney = result(R"({"days":9,"money":100})").results[0].value.number();
    CHECK(withMoney > 0.2046);
    CHECK(withMoney < 0.2047);
    CHECK(result(R"({"days":9,"money":"refused"})").results[0].value.isNull());
    CHECK_FALSE(result(R"({"days":9})").results[0].complete);
    CHECK_FALSE(result(R"({"days":9,"money":0})").questionnaire->isScored());
}

TEST_CASE("a variable of a group is seen from inside it alone, and %context is the group")
{
    const std::string inside = joined({item("1", "integer"), calculated("in", "integer", "%twice")});
    const std::string variables =
        extensions({variable("own", "%context.item.where(linkId = '1').answer.value"), variable("twice", "%own * 2")});
    const QuestionnairePointer questionnaire = compiled(group("g", inside, variables));
    CHECK(resultsOf(answered(questionnaire, R"({"1":4})")) == R"({"in":8})");
    CHECK(resultsOf(AnswerSheet(questionnaire)) == R"({"in":null})");
    CHECK(refusal(form(joined({group("g", inside, variables), calculated("out", "integer", "%twice")})))
          == "invalidInput item[1].expression: no variable %twice");
}

TEST_CASE("what stands in a closed group is not calculated")
{
    const QuestionnairePointer questionnaire =
        compiled(joined({item("1", "boolean"),
                         group("g", joined({item("2", "integer"), calculated("in", "integer", answerOf("2"))}),
                               enabled(when("1", "=", R"("answerBoolean":true)"))),
                         calculated("out", "boolean", answerOf("in") + " > 3")}));
    CHECK(resultsOf(answered(questionnaire, R"({"1":true,"2":4})")) == R"({"in":4,"out":true})");
    CHECK(resultsOf(answered(questionnaire, R"({"1":false,"2":4})")) == R"({"in":null,"out":null})");
}

TEST_CASE("points come from the options of the questionnaire")
{
    const QuestionnairePointer questionnaire = compiled(joined(
        {choice("1"), choice("2"), sumItem("score", 4),
         calculated("first", "integer", "%resource.item.where(linkId = '1').answer.value.weight()", kind("count"))}));
    const ScreeningResult result = interpret(answered(questionnaire, R"({"1":"much","2":"some"})"), {}).value();
    CHECK(result.score.total() == 3);
    CHECK(result.results[1].value == base::json::Value(2));
}

TEST_CASE("several scores have zones each, and the first that is interpreted is the main one")
{
    const std::string items = joined({item("1", "integer",
                                           extensions({fhirExtension("minValue", R"("valueInteger":0)"),
                                                       fhirExtension("maxValue", R"("valueInteger":2)")})),
                                      calculated("a", "integer", answerOf("1"), kind("score") + scale(0, 2) + Monotone),
                                      calculated("b", "integer", "2 - " + answerOf("1"), kind("score") + scale(0, 2))});
    const QuestionnairePointer questionnaire = compiled(items, zonesOf("b") + zonesOf("a"));
    CHECK(questionnaire->mainScore()->linkId == "b");
    const ScreeningResult result = interpret(answered(questionnaire, R"({"1":2})"), {}).value();
    CHECK(zoneOf(result.results[0]) == "high high");
    CHECK(zoneOf(result.results[1]) == "low low");
    CHECK(refusal(form(items, zonesOf("")))
          == "invalidInput extension[1]: one of several scores is meant, and none is named");
    CHECK(refusal(form(items, zonesOf("a") + zonesOf("a")))
          == "invalidInput extension[2]: a second interpretation of the same score");
    CHECK(refusal(form(items, zonesOf("c")))
          == "invalidInput extension[1].extension[0]: no calculated item with this link id");
}

TEST_CASE("without a score flags alone say what a yes calls for")
{
    const std::string flags =
        R"(,{"url":"urn:faltakt:interpretation","extension":[{"url":"flag","extension":[{"url":"code","valueCode":"yes"},)"
        R"({"url":"from","valueInteger":1},{"url":"question","valueString":"1"},{"url":"worker","valueString":"fara"}]},)"
        R"({"url":"nextStep","extension":[{"url":"zone","valueCode":"yes"},{"url":"text","valueString":"fraga om fara"},)"
        R"({"url":"source","valueString":"s"},{"url":"confidence","valueCode":"secondary"}]}]})";
    const QuestionnairePointer questionnaire = compiled(item("1", "boolean"), flags);
    const ScreeningResult yes = interpret(answered(questionnaire, R"({"1":true})"), {}).value();
    REQUIRE(yes.flags.size() == 1);
    CHECK(questionnaire->interpretation()->nextSteps.front().zones == std::vector<std::string>{"yes"});
    CHECK(interpret(answered(questionnaire, R"({"1":false})"), {}).value().flags.empty());
    CHECK(refusal(form(item("1", "boolean"), zonesOf(""))) == "invalidInput extension[1]: zones without a score item");
}

TEST_CASE("an answer works out again only what rests on it")
{
    InterviewSession session = InterviewSession::start(AnswerSheet(gambling()), SkipRule::On).value();
    const auto cost = [&session] {
        const std::size_t before = session.calculations().evaluations();
        for (const char *linkId : {"c1", "c2", "total"})
            REQUIRE(session.calculated(linkId));
        return session.calculations().evaluations() - before;
    };
    CHECK(cost() == 3);
    CHECK(cost() == 0);
    REQUIRE(session.answer("1", Answer::boolean(true)));
    CHECK(cost() == 2); // c1 and the total.
    REQUIRE(session.answer("2", Answer::boolean(true)));
    CHECK(cost() == 2); // The third question opened: c2 and the total.
    REQUIRE(session.answer("3", Answer::boolean(true)));
    CHECK(session.calculated("total").value() == base::json::Value(2));
    CHECK(session.calculated("nothing").error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("calculations that run in a circle are refused, through variables too")
{
    const std::string circle = "invalidInput calculatedExpression: calculations run in a circle at item ";
    CHECK(refusal(form(joined({item("1", "integer"), calculated("a", "integer", answerOf("a"))}))) == circle + "a");
    CHECK(refusal(form(joined({item("1", "integer"), calculated("a", "integer", answerOf("b")),
                               calculated("b", "integer", answerOf("a"))})))
          == circle + "a");
    CHECK(refusal(form(joined({item("1", "integer"), calculated("a", "integer", "%v")}),
                       "," + variable("v", answerOf("a"))))
          == circle + "a");
}

TEST_CASE("calculations that cannot be read are refused with their place")
{
    const auto refused = [](const std::string &each, const std::string &root = {}) {
        return refusal(form(joined({item("1", "integer"), each}), root));
    };
    CHECK(refused(calculated("a", "integer", "1 +"))
              .starts_with("invalidInput item[1].extension[0].valueExpression.expression: position "));
    CHECK(refused(calculated("a", "integer", "today()"))
              .starts_with("unsupported item[1].extension[0].valueExpression.expression: position "));
    CHECK(refused(calculated("a", "text", "1"))
          == "unsupported item[1].type: only integer, decimal and boolean are calculated");
    CHECK(refused(calculated("a", "integer", answerOf("9")))
          == "invalidInput item[1].expression: names an item that there is not: 9");
    CHECK(refused(calculated("a", "integer", "%w")) == "invalidInput item[1].expression: no variable %w");
    CHECK(refused(calculated("a", "integer", "1", kind("sum")))
          == "invalidInput item[1].extension[1].valueCode: not score, criterion, composite or count");
    CHECK(refused(calculated("a", "integer", "1", "," + fhirExtension("minValue", R"("valueInteger":0)")))
          == "invalidInput item[1]: one end of the scale without the other");
    CHECK(refused(calculated("a", "integer", "1", scale(3, 2))) == "invalidInput item[1]: the scale runs backwards");
    CHECK(refused({}, "," + variable("v", "%later") + "," + variable("later", "1"))
          == "invalidInput extension[1].valueExpression.expression: no variable %later before it");
    CHECK(refused({}, "," + variable("v", "1") + "," + variable("v", "1"))
          == "invalidInput extension[2].valueExpression.name: a second variable of this name");
    CHECK(refused({}, "," + variable("resource", "1"))
          == "invalidInput extension[1].valueExpression.name: stands for something else");
}

TEST_CASE("a calculation that goes wrong says at which item, and gives no result")
{
    const auto error = [](const char *type, const std::string &expression, const char *answers) {
        const auto questionnaire =
            compiled(joined({item("1", "integer"), item("2", "integer"), calculated("a", type, expression)}));
        return interpret(answered(questionnaire, answers), {}).error().detail();
    };
    CHECK(error("integer", "%resource.item.answer.value", R"({"1":1,"2":2})").starts_with("item a: "));
    CHECK(error("boolean", answerOf("1"), R"({"1":1,"2":2})").starts_with("item a: "));
    CHECK(error("integer", answerOf("1") + " / 2", R"({"1":1,"2":2})").starts_with("item a: "));
}

TEST_CASE("a score that is certain is told though the form has more to ask")
{
    const QuestionnairePointer questionnaire =
        compiled(joined({choice("1"), item("2", "integer"), item("note", "text"), sumItem("score", 2),
                         calculated("other", "integer", answerOf("2"), kind("count"))}));
    const base::json::Value json = resultToJson(interpret(answered(questionnaire, R"({"1":"much"})"), {}).value());
    CHECK(json.integerAt("score") == 2);
    CHECK_FALSE(json.boolAt("complete"));
    CHECK(base::json::serialise(*json.find("unanswered")) == R"(["2","note"])");
}
