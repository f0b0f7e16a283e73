// What opens a question: every operator on every kind of answer.
#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

/// Whether the question "then" is open after this answer to the gate.
bool opens(const std::string &gate, const std::string &condition, const std::string &answer)
{
    const QuestionnairePointer questionnaire = compiled(joined({gate, item("then", "boolean", enabled(condition))}));
    return openKeys(answered(questionnaire, R"({"gate":)" + answer + "}")).ends_with("then");
}

} // namespace

TEST_CASE("numbers open by every comparison")
{
    const std::string gate = item("gate", "integer");
    const auto holds = [&](const char *comparison, int answer) {
        return opens(gate, when("gate", comparison, R"("answerInteger":3)"), std::to_string(answer));
    };
    CHECK((!holds("=", 2) && holds("=", 3)));
    CHECK((holds("!=", 2) && !holds("!=", 3)));
    CHECK((!holds(">", 3) && holds(">", 4)));
    CHECK((holds("<", 2) && !holds("<", 3)));
    CHECK((!holds(">=", 2) && holds(">=", 3)));
    CHECK((holds("<=", 3) && !holds("<=", 4)));
}

TEST_CASE("fractions are compared as they are written, not as a computer rounds them")
{
    const std::string gate = item("gate", "decimal");
    CHECK(opens(gate, when("gate", "=", R"("answerDecimal":0.3)"), R"("0.300")"));
    CHECK(opens(gate, when("gate", ">", R"("answerDecimal":0.3)"), R"("0.300001")"));
    CHECK_FALSE(opens(gate, when("gate", "<", R"("answerDecimal":0.3)"), R"("0.3")"));
}

TEST_CASE("a date opens only where its order is certain")
{
    const std::string gate = item("gate", "date");
    const std::string after = when("gate", ">", R"("answerDate":"2026-06-15")");
    CHECK(opens(gate, after, R"("2026-06-16")"));
    CHECK(opens(gate, after, R"("2026-07")"));
    CHECK_FALSE(opens(gate, after, R"("2026-06")"));
    CHECK_FALSE(opens(gate, after, R"("2026")"));
    CHECK(opens(gate, after, R"("2027")"));
    CHECK(opens(gate, when("gate", "!=", R"("answerDate":"2026-06-15")"), R"("2026-06")"));
}

TEST_CASE("yes and no, texts and words of one's own open by being the same")
{
    CHECK(opens(item("gate", "boolean"), when("gate", "=", R"("answerBoolean":false)"), "false"));
    CHECK_FALSE(opens(item("gate", "boolean"), when("gate", "=", R"("answerBoolean":false)"), "true"));
    CHECK(opens(item("gate", "string"), when("gate", "=", R"("answerString":"ja")"), R"("ja")"));
    const std::string open = item("gate", "open-choice", plainOptions());
    CHECK(opens(open, when("gate", "=", R"("answerString":"annat")"), R"("annat")"));
    CHECK(opens(open, when("gate", "=", R"("answerCoding":{"code":"b"})"), R"("b")"));
    CHECK_FALSE(opens(open, when("gate", "=", R"("answerCoding":{"code":"b"})"), R"("annat")"));
}

TEST_CASE("of several options one that fits suffices, and none of them is no answer")
{
    const std::string gate = item("gate", "choice", R"(,"repeats":true)" + plainOptions());
    const std::string isB = when("gate", "=", R"("answerCoding":{"code":"b"})");
    CHECK(opens(gate, isB, "[0,1]"));
    CHECK_FALSE(opens(gate, isB, "[0,2]"));
    CHECK(opens(gate, when("gate", "!=", R"("answerCoding":{"code":"b"})"), "[0,2]"));
    CHECK_FALSE(opens(gate, when("gate", "exists", R"("answerBoolean":true)"), "[]"));
}

TEST_CASE("refused, unknown and missing answers exist for no condition")
{
    const std::string gate = item("gate", "integer");
    for (const char *answer : {R"("refused")", R"("unknown")", "null"}) {
        CHECK_FALSE(opens(gate, when("gate", "exists", R"("answerBoolean":true)"), answer));
        CHECK(opens(gate, when("gate", "exists", R"("answerBoolean":false)"), answer));
        CHECK_FALSE(opens(gate, when("gate", "<=", R"("answerInteger":3)"), answer));
        CHECK(opens(gate, when("gate", "!=", R"("answerInteger":3)"), answer));
    }
    CHECK(opens(gate, when("gate", "exists", R"("answerBoolean":true)"), "0"));
}

TEST_CASE("a closed gate is no answer, down through the groups")
{
    const QuestionnairePointer questionnaire = compiled(
        joined({item("a", "boolean"),
                group("g", group("h", item("b", "boolean")), enabled(when("a", "=", R"("answerBoolean":true)"))),
                item("c", "boolean", enabled(when("b", "=", R"("answerBoolean":true)")))}));
    CHECK(openKeys(answered(questionnaire, R"({"a":true,"b":true})")) == "a,b,c");
    CHECK(openKeys(answered(questionnaire, R"({"a":false,"b":true})")) == "a");
}

TEST_CASE("conditions of another type than their question are refused with their place")
{
    const auto refused = [](const std::string &gate, const std::string &condition) {
        return refusal(form(joined({gate, item("then", "boolean", enabled(condition))})));
    };
    CHECK(refused(item("gate", "integer"), when("gate", "=", R"("answerBoolean":true)"))
          == "invalidInput item[1].enableWhen[0].answerInteger: missing");
    CHECK(refused(item("gate", "boolean"), when("gate", ">", R"("answerBoolean":true)"))
          == "unsupported item[1].enableWhen[0].operator: answers of this type have no order");
    CHECK(refused(item("gate", "integer"), when("gate", "=", R"("answerInteger":1.5)"))
          == "unsupported item[1].enableWhen[0].answerInteger: not a whole number");
    CHECK(refused(item("gate", "date"), when("gate", "=", R"("answerDate":"nu")"))
          == "invalidInput item[1].enableWhen[0].answerDate: not a date, a month or a year");
    CHECK(refused(item("gate", "decimal"), when("gate", "=", R"("answerDecimal":1e15)"))
          == "tooLarge item[1].enableWhen[0].answerDecimal: a number of more than 12 digits");
    CHECK(refused(joined({item("x", "boolean"), item("gate", "display")}),
                  when("gate", "exists", R"("answerBoolean":true)"))
          == "invalidInput item[2].enableWhen[0].question: no question with this link id");
}

TEST_CASE("an answer looks again only at what hangs on it, and agrees with looking at everything")
{
    const QuestionnairePointer questionnaire = compiled(joined(
        {item("a", "boolean"), item("b", "integer", enabled(when("a", "=", R"("answerBoolean":true)"))),
         group("g",
               joined({item("c", "boolean"), item("d", "boolean", enabled(when("c", "=", R"("answerBoolean":true)")))}),
               enabled(when("b", ">", R"("answerInteger":1)"))),
         item("e", "boolean"), item("f", "boolean", enabled(when("e", "=", R"("answerBoolean":true)")))}));
    AnswerSheet answers(questionnaire);
    OpenItems open(answers, SkipRule::On);
    const auto give = [&](const char *linkId, const Answer &answer) {
        const Place place = answers.findPlace(linkId).value();
        answers.set(place, answer);
        open.update(answers, place);
        const OpenItems whole(answers, SkipRule::On);
        for (const Place &each : answers.places())
            CHECK(open.isOpen(each) == whole.isOpen(each));
        return open.lastLookedAt();
    };
    CHECK(give("e", Answer::boolean(true)) == 1);
    CHECK(give("d", Answer::boolean(true)) == 0);
    CHECK(give("c", Answer::boolean(true)) == 1);
    CHECK(give("b", Answer::integer(2)) == 1);    // b is closed, so that its answer changes nothing below.
    CHECK(give("a", Answer::boolean(true)) == 4); // b, g, c, d
    CHECK(give("b", Answer::integer(1)) == 3);
    CHECK(give("a", Answer::refused()) == 2);
}
