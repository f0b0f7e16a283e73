// Repeating groups: rows with ids of their own, so that two devices that add rows never collide.
#include "core/screening/assessment_record.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

std::string kinGroup(const std::string &more = {})
{
    return group("kin",
                 joined({item("who", "string"), item("close", "boolean"),
                         item("how", "text", enabled(when("close", "=", R"("answerBoolean":true)")))}),
                 R"(,"repeats":true)" + more);
}

/// A question that opens the group, the group, and one question after it.
QuestionnairePointer kin()
{
    return compiled(joined({item("any", "boolean"), kinGroup(enabled(when("any", "=", R"("answerBoolean":true)"))),
                            item("after", "boolean")}));
}

InterviewSession begun(const std::string &answers = "{}")
{
    return InterviewSession::start(answered(kin(), answers), SkipRule::On).value();
}

} // namespace

TEST_CASE("a repeating group asks nothing before a row is added, and then asks for each row")
{
    InterviewSession session = begun();
    REQUIRE(session.answer("any", Answer::boolean(true)));
    CHECK(session.currentKey() == "after");
    REQUIRE(session.addRow("kin", "r1"));
    CHECK(session.currentKey() == "kin.r1/who");
    CHECK(session.answer("kin.r1/who", Answer::text("mor")).value().field == "answers/kin.r1/who");
    REQUIRE(session.answer("kin.r1/close", Answer::boolean(true)));
    CHECK(session.currentKey() == "kin.r1/how");
    CHECK(session.progress().total == 5);
    REQUIRE(session.addRow("kin", "r2"));
    REQUIRE(session.answer("kin.r2/close", Answer::boolean(false)));
    CHECK(openKeys(session.answers()) == "any,kin.r1/who,kin.r1/close,kin.r1/how,kin.r2/who,kin.r2/close,after");
}

TEST_CASE("back walks over the rows, and a question in a row can be gone to and unset")
{
    InterviewSession session = begun(R"({"any":true,"kin.r1/who":"mor","kin.r1/close":false,"after":true})");
    REQUIRE(session.isFinished());
    REQUIRE(session.back());
    REQUIRE(session.back());
    CHECK(session.currentKey() == "kin.r1/close");
    REQUIRE(session.goTo("kin.r1/who"));
    CHECK(session.unset("kin.r1/who").value().value.isNull());
    CHECK(session.currentKey() == "kin.r1/who");
}

TEST_CASE("a row that is taken away unsets every answer in it, and no other")
{
    InterviewSession session =
        begun(R"({"any":true,"kin.r1/who":"mor","kin.r1/close":false,"kin.r2/who":"far","after":true})");
    const auto changes = session.removeRow("kin", "r1").value();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].field == "answers/kin.r1/who");
    CHECK(changes[1].value.isNull());
    CHECK(session.answers().rowCount(0) == 1);
    CHECK(session.currentKey() == "kin.r2/close");
    CHECK(session.removeRow("kin", "r1").error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("rows come back in the order of their ids, whatever order the fields have")
{
    const base::json::Object stored{{"kin.r2/who", base::json::Object{{"text", "far"}}},
                                    {"kin.r1/close", base::json::Object{{"boolean", true}}},
                                    {"kin.r3/who", nullptr},
                                    {"any", base::json::Object{{"boolean", true}}}};
    const auto read = AnswerSheet::fromStored(kin(), stored);
    CHECK(read.unreadable.empty());
    REQUIRE(read.sheet.rowCount(0) == 2); // An answer that was taken away makes no row.
    CHECK(read.sheet.rowId(0, 0) == "r1");
    CHECK(read.sheet.rowId(0, 1) == "r2");
    const auto fields = answerFields(read.sheet);
    CHECK(fields.size() == 3);
    CHECK(fields.contains("answers/kin.r2/who"));
}

TEST_CASE("the rows of two devices are all there after they have met")
{
    const auto fieldsOf = [](const char *answers) { return storedAnswers(answerFields(answered(kin(), answers))); };
    base::json::Object both = fieldsOf(R"({"any":true,"kin.a1/who":"mor"})");
    for (const auto &[key, value] : fieldsOf(R"({"any":true,"kin.b1/who":"far"})"))
        both.set(key, value);
    CHECK(openKeys(AnswerSheet::fromStored(kin(), both).sheet)
          == "any,kin.a1/who,kin.a1/close,kin.b1/who,kin.b1/close,after");
}

TEST_CASE("keys that name no place are listed and lost for nobody")
{
    const base::json::Object yes{{"boolean", true}};
    const base::json::Object stored{
        {"kin.r1/after", yes}, {"close", yes}, {"kin/close", yes}, {"any.r1/any", yes}, {"kin.R 1/close", yes}};
    const auto read = AnswerSheet::fromStored(kin(), stored);
    CHECK(read.unreadable
          == std::vector<std::string>{"kin.r1/after", "close", "kin/close", "any.r1/any", "kin.R 1/close"});
    CHECK(read.sheet.rowCount(0) == 0);
}

TEST_CASE("rows beyond the limit, a second row of one id, and rows of a closed group are refused")
{
    const std::string most = extensions({fhirExtension("questionnaire-maxOccurs", R"("valueInteger":2)")});
    auto session =
        InterviewSession::start(AnswerSheet(compiled(joined({kinGroup(most), item("after", "boolean")}))), SkipRule::On)
            .value();
    REQUIRE(session.addRow("kin", "r1"));
    CHECK(session.addRow("kin", "r1").error().code() == base::ErrorCode::AlreadyExists);
    CHECK(session.addRow("kin", "R1").error().code() == base::ErrorCode::InvalidInput);
    CHECK(session.addRow("kin", std::string(25, 'a')).error().code() == base::ErrorCode::InvalidInput);
    REQUIRE(session.addRow("kin", "r2"));
    CHECK(session.addRow("kin", "r3").error().code() == base::ErrorCode::TooLarge);
    CHECK(session.addRow("after", "r1").error().code() == base::ErrorCode::NotFound);
    CHECK(begun().addRow("kin", "r1").error().code() == base::ErrorCode::Refused);
}

TEST_CASE("the interviewer's own questions come last, wherever they stand in the form")
{
    const std::string interviewers = extensions({extension("urn:faltakt:interviewer", R"("valueBoolean":true)")});
    auto session =
        InterviewSession::start(
            AnswerSheet(compiled(joined({item("judged", "integer", interviewers), item("said", "integer")}))),
            SkipRule::On)
            .value();
    CHECK(session.currentKey() == "said");
    REQUIRE(session.answer("said", Answer::integer(1)));
    CHECK(session.currentKey() == "judged");
    CHECK(session.current()->isInterviewers);
}

TEST_CASE("an answer beyond its limits is no answer of the interview")
{
    const std::string limits = extensions({fhirExtension("maxValue", R"("valueInteger":30)")});
    auto session =
        InterviewSession::start(AnswerSheet(compiled(item("days", "integer", limits))), SkipRule::On).value();
    CHECK(session.answer("days", Answer::integer(31)).error().detail() == "item days: above 30");
    CHECK_FALSE(session.isFinished());
    REQUIRE(session.answer("days", Answer::integer(30)));
    CHECK(session.isFinished());
}

TEST_CASE("repeating groups that cannot be kept apart are refused with their place")
{
    const auto refused = [](const std::string &items) { return refusal(form(items)); };
    const std::string repeats = R"(,"repeats":true)";
    CHECK(refused(group("a", group("b", item("1", "boolean"), repeats), repeats))
          == "unsupported item[0].item[0].repeats: a repeating group within another is not read");
    CHECK(refused(joined({item("0", "boolean"), group("a", item("1", "display"), repeats)}))
          == "invalidInput item[1].item: a repeating group without questions");
    CHECK(refused(kinGroup(extensions({fhirExtension("questionnaire-maxOccurs", R"("valueInteger":51)")})))
          == "invalidInput item[0].extension[0].valueInteger: not within 1 to 50");
    CHECK(refused(joined({kinGroup(), item("then", "boolean", enabled(when("close", "=", R"("answerBoolean":true)")))}))
          == "unsupported item[1].enableWhen[0].question: asked in each row of a repeating group");
    CHECK(refused(kinGroup(enabled(when("close", "=", R"("answerBoolean":true)"))))
          == "unsupported item[0].enableWhen[0].question: asked in each row of a repeating group");
    CHECK(refused(group("a", joined({item("1", "boolean"), calculated("c", "integer", "1")}), repeats))
          == "unsupported item[0].item[1]: a calculated item in a repeating group");
    CHECK(refused(group(std::string(60, 'g'), item(std::string(31, 'q'), "boolean"), repeats))
          == "tooLarge item[0]: link ids too long to name an answer in a row");
    CHECK(refused(joined({group("a", choice("1"), repeats), sumItem("score", 2)}))
          == "unsupported item: points of several answers in a sum, at item 1");
}
