#include "core/screening/golden_vectors.h"
#include "core/screening/result.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

using namespace faltakt;
using namespace faltakt::screening;
using faltakt::screening::test::instrument;
using faltakt::screening::test::sheet;

namespace {

/// Answers with that total: from the top of every scale, points are taken off from the third question on, then from
/// the second and the first, so that no gate closes on an answer with points behind it.
AnswerSheet withTotal(const QuestionnairePointer &questionnaire, int total)
{
    const auto &questions = questionnaire->questions();
    std::vector<std::size_t> order;
    for (std::size_t i = 2; i < questions.size(); ++i)
        order.push_back(i);
    order.insert(order.end(), {1, 0});
    AnswerSheet answers(questionnaire);
    int tooMuch = questionnaire->maxScore() - total;
    for (const std::size_t index : order) {
        const Question &question = questions[index];
        std::size_t option = question.options.size() - 1;
        while (option > 0 && question.maxWeight() - question.options[option - 1].weight() <= tooMuch)
            --option;
        tooMuch -= question.maxWeight() - question.options[option].weight();
        answers.set(index, Answer::option(option));
    }
    return answers;
}

std::string zoneOf(const ScreeningResult &result, Sex sex)
{
    for (const ZoneReading &reading : result.zones)
        if (reading.sex == sex)
            return reading.isCertain() ? result.questionnaire->interpretation()->zones[reading.from].code : "open";
    return "no row";
}

struct Band {
    int from;
    int to;
    const char *zone;
};

void checkBands(const char *id, ResultSettings settings, Sex sex, std::initializer_list<Band> bands)
{
    const QuestionnairePointer questionnaire = instrument(id);
    for (const Band &band : bands)
        for (int total = band.from; total <= band.to; ++total) {
            const AnswerSheet answers = withTotal(questionnaire, total);
            const ScreeningResult result = interpret(answers, settings).value();
            CAPTURE(id, total, sexCode(sex));
            REQUIRE(result.score.total() == total);
            CHECK(zoneOf(result, sex) == band.zone);
        }
}

} // namespace

TEST_CASE("every AUDIT score of a woman lies in its published zone")
{
    checkBands("audit", {}, Sex::Female, {{0, 5, "I"}, {6, 13, "II"}, {14, 17, "III"}, {18, 40, "IV"}});
}

TEST_CASE("every AUDIT score of a man lies in its published zone")
{
    checkBands("audit", {}, Sex::Male, {{0, 7, "I"}, {8, 15, "II"}, {16, 19, "III"}, {20, 40, "IV"}});
}

TEST_CASE("over 65 years zone II of AUDIT begins at seven for both")
{
    ResultSettings settings;
    settings.age = 66;
    checkBands("audit", settings, Sex::Female, {{0, 6, "I"}, {7, 13, "II"}, {14, 17, "III"}, {18, 40, "IV"}});
    checkBands("audit", settings, Sex::Male, {{0, 6, "I"}, {7, 15, "II"}, {16, 19, "III"}, {20, 40, "IV"}});
}

TEST_CASE("at 65 years the plain AUDIT zones still apply")
{
    ResultSettings settings;
    settings.age = 65;
    checkBands("audit", settings, Sex::Female, {{5, 5, "I"}, {6, 6, "II"}});
    checkBands("audit", settings, Sex::Male, {{7, 7, "I"}, {8, 8, "II"}});
}

TEST_CASE("the WHO levels of AUDIT are the same for both")
{
    ResultSettings settings;
    settings.cutoffSet = "who";
    for (const Sex sex : {Sex::Female, Sex::Male})
        checkBands("audit", settings, sex, {{0, 7, "I"}, {8, 15, "II"}, {16, 19, "III"}, {20, 40, "IV"}});
}

TEST_CASE("every AUDIT-C score lies on the right side of each source's limit")
{
    const auto check = [](const char *set, int woman, int man) {
        ResultSettings settings;
        settings.cutoffSet = set;
        checkBands("audit-c", settings, Sex::Female, {{0, woman - 1, "below"}, {woman, 12, "positive"}});
        checkBands("audit-c", settings, Sex::Male, {{0, man - 1, "below"}, {man, 12, "positive"}});
    };
    check("fohm-2020", 5, 6);
    check("primary-care", 4, 5);
    check("us", 3, 4);
    CHECK(instrument("audit-c")->interpretation()->defaultCutoffSet == "fohm-2020");
}

TEST_CASE("every DUDIT score lies in its published zone, whatever the age")
{
    for (const auto age : {std::optional<int>(), std::optional<int>(66)}) {
        ResultSettings settings;
        settings.age = age;
        checkBands("dudit", settings, Sex::Female, {{0, 1, "below"}, {2, 24, "positive"}, {25, 44, "high"}});
        checkBands("dudit", settings, Sex::Male, {{0, 5, "below"}, {6, 24, "positive"}, {25, 44, "high"}});
    }
}

TEST_CASE("without a sex both rows are read, with one only that row")
{
    const AnswerSheet answers = withTotal(instrument("audit"), 6);
    CHECK(interpret(answers, {}).value().zones.size() == 2);
    ResultSettings settings;
    settings.sex = Sex::Male;
    const ScreeningResult result = interpret(answers, settings).value();
    REQUIRE(result.zones.size() == 1);
    CHECK(zoneOf(result, Sex::Male) == "I");
}

TEST_CASE("the golden vectors of every shipped instrument hold")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    for (const auto &[id, questionnaire] : library.all()) {
        const VectorReport report = runVectors(questionnaire, shippedVectors(id).value()).value();
        CAPTURE(id, report.failures);
        CHECK(report.failures.empty());
        CHECK(report.run >= 3);
    }
    CHECK(runVectors(instrument("audit"), shippedVectors("audit").value()).value().run >= 20);
}

TEST_CASE("a golden vector that does not hold is named with what differs")
{
    const char *vectors = R"({"instrument":"audit-c","version":"1.0.0","vectors":[{"name":"wrong","answers":{"1":0},
        "expect":{"score":1,"min":0,"max":0,"complete":true,"unanswered":[],"zones":{"f":"below","m":"below"},"flags":[]}}]})";
    const VectorReport report = runVectors(instrument("audit-c"), vectors).value();
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures.front() == "wrong: score is 0, expected 1");
}

TEST_CASE("golden vectors that leave something out, or belong elsewhere, are refused")
{
    const auto refused = [](const char *vectors) { return !runVectors(instrument("audit-c"), vectors).has_value(); };
    CHECK(refused(R"({"instrument":"audit","version":"1.0.0","vectors":[]})"));
    CHECK(refused(R"({"instrument":"audit-c","version":"9","vectors":[]})"));
    CHECK(refused(R"({"instrument":"audit-c","version":"1.0.0","vectors":[]})"));
    CHECK(refused(
        R"({"instrument":"audit-c","version":"1.0.0","vectors":[{"name":"n","answers":{},"expect":{"score":1}}]})"));
    CHECK(refused(
        R"({"instrument":"audit-c","version":"1.0.0","vectors":[{"name":"n","answers":{"7":0},"expect":{}}]})"));
}

TEST_CASE("a result says score, zones, flags, source and that it is no diagnosis")
{
    const AnswerSheet answers =
        sheet(instrument("audit"),
              {{"1", 4}, {"2", 2}, {"3", 2}, {"4", 1}, {"5", 0}, {"6", 0}, {"7", 0}, {"8", 0}, {"9", 0}, {"10", 0}});
    const base::json::Value json = resultToJson(interpret(answers, {}).value());
    CHECK(json.stringAt("instrument") == "audit");
    CHECK(json.stringAt("version") == "1.0.0");
    CHECK(json.integerAt("score") == 9);
    CHECK(json.integerAt("min") == 9);
    CHECK(json.integerAt("max") == 9);
    CHECK(json.integerAt("scaleMax") == 40);
    CHECK(json.boolAt("complete"));
    CHECK(json.find("unanswered")->array()->empty());
    CHECK(json.find("zones")->find("f")->stringAt("zone") == "II");
    CHECK(json.find("zones")->find("m")->stringAt("zone") == "II");
    CHECK(json.find("zones")->find("f")->stringAt("meaning") == "Medelhög nivå. Tyder på riskbruk.");
    CHECK(base::json::serialise(*json.find("flags")) == R"(["dependence"])");
    CHECK(base::json::serialise(*json.find("flagReasons")->array()->front().find("items")) == R"(["4"])");
    CHECK(json.stringAt("wording") == "own");
    CHECK(json.stringAt("disclaimer") == "Stöd i samtalet, inte en diagnos");
    CHECK(json.find("cutoffs")->stringAt("source").starts_with("Beroendecentrum Stockholm"));
    CHECK(json.find("skipRule")->stringAt("confidence") == "unconfirmed");
    CHECK(resultToJson(interpret(answers, {}).value(), "en").stringAt("disclaimer")
          == "Support for the talk, not a diagnosis");
}

TEST_CASE("an incomplete result has no score, a range, and both ends of a zone that is not certain")
{
    const AnswerSheet answers = sheet(instrument("audit-c"), {{"1", 2}, {"2", 1}});
    const base::json::Value json = resultToJson(interpret(answers, {}).value());
    CHECK(json.find("score")->isNull());
    CHECK(json.integerAt("min") == 3);
    CHECK(json.integerAt("max") == 7);
    CHECK_FALSE(json.boolAt("complete"));
    CHECK(base::json::serialise(*json.find("unanswered")) == R"(["3"])");
    const base::json::Value &zone = *json.find("zones")->find("f");
    CHECK(zone.find("zone")->isNull());
    CHECK(zone.stringAt("from") == "below");
    CHECK(zone.stringAt("to") == "positive");
}

TEST_CASE("a refused answer is missing from the score but the zone can be certain all the same")
{
    AnswerSheet answers = withTotal(instrument("audit"), 28);
    answers.set(9, Answer::refused());
    const ScreeningResult result = interpret(answers, {}).value();
    CHECK_FALSE(result.score.complete);
    CHECK(result.score.min == 24);
    CHECK(result.score.max == 28);
    CHECK(zoneOf(result, Sex::Female) == "IV");
}

TEST_CASE("flags look only at answers that count")
{
    const AnswerSheet answers = sheet(instrument("audit"), {{"1", 0}, {"4", 4}, {"8", 4}, {"9", 0}, {"10", 0}});
    CHECK(interpret(answers, {}).value().flags.empty());
    ResultSettings settings;
    settings.skipRule = SkipRule::Off;
    CHECK(interpret(answers, settings).value().flags.size() == 2);
}

TEST_CASE("settings that the instrument does not know are refused")
{
    const AnswerSheet answers(instrument("audit"));
    ResultSettings settings;
    settings.cutoffSet = "drinkiq";
    CHECK(interpret(answers, settings).error().code() == base::ErrorCode::InvalidInput);
    for (const int age : {-1, 131}) {
        settings = {};
        settings.age = age;
        CHECK(interpret(answers, settings).error().code() == base::ErrorCode::InvalidInput);
    }
}

TEST_CASE("answers from a script are read by position, by code, in the stored form, or as missing")
{
    const auto parsed = base::json::parse(
        R"({"1":2,"2":"5-6","3":{"option":"weekly"},"4":{"state":"unknown"},"5":"refused","6":null})");
    const AnswerSheet answers = AnswerSheet::fromInput(instrument("audit"), parsed.value()).value();
    CHECK(answers.positionAt(0) == 2u);
    CHECK(answers.positionAt(1) == 2u);
    CHECK(answers.positionAt(2) == 3u);
    CHECK(answers.at(3) == Answer::unknown());
    CHECK(answers.at(4) == Answer::refused());
    CHECK_FALSE(answers.at(5).has_value());
}

TEST_CASE("a script's answer that cannot be read is refused with the item's number")
{
    const auto detail = [](const char *json) {
        const auto answers = AnswerSheet::fromInput(instrument("audit"), base::json::parse(json).value());
        return answers ? std::string("read") : answers.error().detail();
    };
    CHECK(detail(R"({"3":5})") == "item 3: choices are 0 to 4");
    CHECK(detail(R"({"9":3})") == "item 9: choices are 0 to 2");
    CHECK(detail(R"({"3":-1})") == "item 3: choices are 0 to 4");
    CHECK(detail(R"({"3":1.5})") == "item 3: a choice is given by its position from 0");
    CHECK(detail(R"({"3":true})") == "item 3: a choice is given by its position from 0");
    CHECK(detail(R"({"3":[1]})") == "item 3: a choice is given by its position from 0");
    CHECK(detail(R"({"3":"often"})") == "item 3: no such option");
    CHECK(detail(R"({"3":{"option":"often"}})") == "item 3: no such option");
    CHECK(detail(R"({"3":{"state":"asleep"}})") == "item 3: a state is refused or unknown");
    CHECK(detail(R"({"3":{"option":"never","state":"refused"}})")
          == "item 3: an answer is {\"option\"} or {\"state\"}");
    CHECK(detail(R"({"11":0})") == "answers: an item that audit has not");
    CHECK(detail(R"({"drinks":0})") == "answers: an item that audit has not");
    CHECK(detail(R"([0,1])") == "answers: not an object of item and value");
}
