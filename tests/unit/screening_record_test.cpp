#include "core/screening/assessment_record.h"
#include "core/screening/carry_over.h"
#include "core/screening/interview_session.h"
#include "core/screening/result_history.h"
#include "core/screening/result_text.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

#include <array>

using namespace faltakt;
using namespace faltakt::screening;
using base::json::Object;
using faltakt::screening::test::instrument;
using faltakt::screening::test::sheet;

namespace {

const base::Instant Morning = base::parseInstant("2026-10-19T07:00:00Z").value();

base::RecordId recordId(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    return base::RecordId(base::Uuid(bytes));
}

Object merged(Object fields, const Object &more)
{
    for (const auto &[name, value] : more)
        fields.set(name, value);
    return fields;
}

ResultSettings maleRow()
{
    ResultSettings settings;
    settings.sex = Sex::Male;
    return settings;
}

AnswerSheet wholeAuditC() { return sheet(instrument("audit-c"), {{"1", 2}, {"2", 1}, {"3", 3}}); }

PastResult past(std::uint8_t number, const char *day, int score, const char *cutoffs = "")
{
    return readPastResult(recordId(number), Object{{"instrument", "audit"},
                                                   {"version", "1.0.0"},
                                                   {"status", "completed"},
                                                   {"completedAt", std::string(day) + "T09:00:00Z"},
                                                   {"cutoffSet", cutoffs},
                                                   {"sex", "m"},
                                                   {"score", score},
                                                   {"zone", Object{{"f", "III"}, {"m", "II"}}}})
        .value();
}

} // namespace

TEST_CASE("a record written by an interview is read back with the same answers and settings")
{
    const AnswerSheet answers = wholeAuditC();
    const ResultSettings settings{SkipRule::Off, "us", Sex::Male, 70};
    const Object fields = merged(assessmentOpening(answers.questionnaire(), settings, Morning), answerFields(answers));
    const ReadAssessment read = readAssessment(instrument("audit-c"), fields);
    CHECK(read.answers.unreadable.empty());
    CHECK(answerFields(read.answers.sheet) == answerFields(answers));
    CHECK(read.settings.skipRule == SkipRule::Off);
    CHECK(read.settings.cutoffSet == "us");
    CHECK(read.settings.sex == Sex::Male);
    CHECK(read.settings.age == 70);
}

TEST_CASE("completion writes status, time, score and the zones that are certain")
{
    const ScreeningResult result = interpret(wholeAuditC(), {}).value();
    const Object fields = assessmentClosing(result, Morning);
    CHECK(
        base::json::serialise(fields)
        == R"({"status":"completed","completedAt":"2026-10-19T07:00:00Z","score":6,"zone":{"f":"positive","m":"positive"}})");
}

TEST_CASE("completion with an answer missing writes no score")
{
    const ScreeningResult result = interpret(sheet(instrument("audit-c"), {{"1", 2}, {"2", 1}}), {}).value();
    CHECK_FALSE(assessmentClosing(result, Morning).contains("score"));
}

TEST_CASE("a form that was not wanted is kept as declined, without answers or a reason")
{
    const Object fields = assessmentDeclined(*instrument("dudit"), Morning);
    CHECK(*fields.find("status")->string() == "declined");
    CHECK(storedAnswers(fields).empty());
}

TEST_CASE("a scratch is read like a record, and its age band stands for an age")
{
    const Object answers = storedAnswers(answerFields(wholeAuditC()));
    const ReadAssessment read =
        readScratch(instrument("audit-c"), answers, Object{{"sex", "f"}, {"ageBand", "over65"}});
    CHECK(answerFields(read.answers.sheet) == answerFields(wholeAuditC()));
    CHECK(read.settings.sex == Sex::Female);
    CHECK(read.settings.age == 66);
}

TEST_CASE("age bands follow one another without a gap")
{
    for (std::size_t i = 1; i < AgeBands.size(); ++i)
        CHECK(AgeBands[i].lowest == AgeBands[i - 1].highest + 1);
}

TEST_CASE("AUDIT takes over the three answers of AUDIT-C and goes on at the fourth question")
{
    const auto session = InterviewSession::start(carryOver(wholeAuditC(), instrument("audit")), SkipRule::On).value();
    REQUIRE(session.current());
    CHECK(session.current()->linkId == "4");
    CHECK(score(session.answers(), SkipRule::On).known == 6);
}

TEST_CASE("an answer that was refused in the short form is not asked for again")
{
    AnswerSheet shortForm = wholeAuditC();
    shortForm.set(1, Answer::refused());
    const AnswerSheet audit = carryOver(shortForm, instrument("audit"));
    CHECK(audit.at(1) == Answer::refused());
}

TEST_CASE("forms that share nothing carry nothing over")
{
    CHECK(answerFields(carryOver(wholeAuditC(), instrument("dudit"))).empty());
}

TEST_CASE("shared questions have the same options with the same points")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    for (const auto &[id, longForm] : library.all())
        for (const CarryOver &shared : longForm->carryOvers()) {
            const QuestionnairePointer shortForm = library.find(shared.instrument).value();
            for (const std::size_t index : shared.questions) {
                const Question &target = longForm->questions()[index];
                const Question &source = shortForm->questions()[shortForm->findQuestion(target.linkId).value()];
                CAPTURE(id, target.linkId);
                CHECK(target.text == source.text);
                REQUIRE(target.options.size() == source.options.size());
                for (std::size_t i = 0; i < target.options.size(); ++i) {
                    CHECK(target.options[i].code == source.options[i].code);
                    CHECK(target.options[i].points == source.options[i].points);
                }
            }
        }
}

TEST_CASE("after AUDIT-C the whole AUDIT is the longer form, after AUDIT there is none")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    const auto forms = longerForms(library, "audit-c");
    REQUIRE(forms.size() == 1);
    CHECK(forms.front()->id() == "audit");
    CHECK(longerForms(library, "audit").empty());
}

TEST_CASE("a shared question that does not exist is refused when the instrument is read")
{
    std::string text = shippedResource("audit").value();
    const std::size_t at = text.find("\"question\",\n          \"valueString\": \"1\"");
    REQUIRE(at != std::string::npos);
    text.replace(text.find("\"1\"", at), 3, "\"99\"");
    CHECK_FALSE(Questionnaire::parse(text).has_value());
}

TEST_CASE("the history of an instrument is in order of time and tells the change since the last result")
{
    const std::vector<PastResult> all{past(2, "2026-10-01", 8), past(1, "2026-03-01", 11)};
    const ResultHistory history = resultHistory("audit", all);
    REQUIRE(history.results.size() == 2);
    CHECK(history.results.front().score == 11);
    CHECK(history.results.front().zone == "II");
    CHECK(history.change == -3);
    CHECK(base::formatInstant(*history.since) == "2026-03-01T09:00:00Z");
    CHECK(history.zonesComparable);
}

TEST_CASE("the change is counted from the result that is looked at, and the first has none")
{
    const std::vector<PastResult> all{past(1, "2026-03-01", 11), past(2, "2026-06-01", 14), past(3, "2026-10-01", 8)};
    CHECK(resultHistory("audit", all, recordId(2)).change == 3);
    CHECK_FALSE(resultHistory("audit", all, recordId(1)).change.has_value());
    CHECK_FALSE(resultHistory("dudit", all).change.has_value());
}

TEST_CASE("zones of different cut-off sets are not set side by side")
{
    CHECK_FALSE(
        resultHistory("audit", {past(1, "2026-03-01", 11), past(2, "2026-06-01", 14, "other")}).zonesComparable);
}

TEST_CASE("a screening that is not completed or has no score is no past result")
{
    CHECK_FALSE(readPastResult(recordId(1), Object{{"instrument", "audit"}, {"status", "inProgress"}, {"score", 3}}));
    CHECK_FALSE(readPastResult(
        recordId(1),
        Object{{"status", "completed"}, {"completedAt", "2026-03-01T09:00:00Z"}, {"instrument", "audit"}}));
}

TEST_CASE("a change of points is said in words")
{
    CHECK(scoreChangeText(-3, "sv") == "3 poäng lägre");
    CHECK(scoreChangeText(1, "sv") == "1 poäng högre");
    CHECK(scoreChangeText(0, "sv") == "Samma poäng");
    CHECK(scoreChangeText(-1, "en") == "1 point lower");
}

TEST_CASE("a certain result has a text for the worker and another for the person")
{
    const ScreeningResult result = interpret(wholeAuditC(), maleRow()).value();
    const ResultText text = resultText(result, "sv");
    CHECK(text.zone == "positive");
    CHECK(text.worker.find("riskbruk") != std::string::npos);
    CHECK(text.person.find("riskbruk") == std::string::npos);
}

TEST_CASE("with answers missing, or two rows that differ, no zone is named")
{
    const ResultText missing =
        resultText(interpret(sheet(instrument("audit-c"), {{"1", 2}, {"2", 1}}), maleRow()).value(), "sv");
    CHECK(missing.zone.empty());
    CHECK(missing.worker == "Svar saknas, så nivån är inte säker.");

    const ResultText differing =
        resultText(interpret(sheet(instrument("audit-c"), {{"1", 2}, {"2", 1}, {"3", 2}}), {}).value(), "sv");
    CHECK(differing.zone.empty());
    CHECK(differing.worker == "Tabellens två rader ger olika nivå. Välj rad för att se en.");
}

TEST_CASE("notes to questions are read back by the question's number")
{
    const base::json::Object fields{{noteField("4"), "sade det två gånger"}, {"notes", "none"}, {"answers/4", nullptr}};
    const auto notes = answerNotes(fields);
    REQUIRE(notes.size() == 1);
    CHECK(notes.at("4") == "sade det två gånger");
}

TEST_CASE("an assessment under way again has neither end nor score")
{
    const base::json::Object fields = assessmentReopening();
    CHECK(fields.find("status")->string()->compare("inProgress") == 0);
    for (const char *unset : {"completedAt", "score", "zone"})
        CHECK(fields.find(unset)->isNull());
}
