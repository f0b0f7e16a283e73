#include "core/screening/interview_session.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

using namespace faltakt;
using namespace faltakt::screening;
using faltakt::screening::test::instrument;
using faltakt::screening::test::sheet;

namespace {

InterviewSession begin(const AnswerSheet &answers, SkipRule skipRule = SkipRule::On)
{
    return InterviewSession::start(answers, skipRule).value();
}

InterviewSession fresh(std::string_view id, SkipRule skipRule = SkipRule::On)
{
    return begin(AnswerSheet(instrument(id)), skipRule);
}

std::string shown(const InterviewSession &session) { return session.current() ? session.current()->linkId : "end"; }

} // namespace

TEST_CASE("an interview begins at the first question and counts the open ones")
{
    const InterviewSession session = fresh("audit");
    CHECK(shown(session) == "1");
    CHECK(session.progress().number == 1);
    CHECK(session.progress().total == 10);
    CHECK_FALSE(session.isFinished());
}

TEST_CASE("an answer gives back the field to store, with the option's code and not its position")
{
    InterviewSession session = fresh("audit");
    const AnswerChange change = session.answer("1", Answer::option(3)).value();
    CHECK(change.field == "answers/1");
    CHECK(base::json::serialise(change.value) == R"({"option":"2-3-a-week"})");
    CHECK(shown(session) == "2");
}

TEST_CASE("refused and unknown are stored as answers of their own and move on")
{
    InterviewSession session = fresh("audit");
    CHECK(base::json::serialise(session.refuse("1").value().value) == R"({"state":"refused"})");
    CHECK(base::json::serialise(session.unknown("2").value().value) == R"({"state":"unknown"})");
    CHECK(shown(session) == "3");
    CHECK(session.progress().total == 10);
}

TEST_CASE("never drinking leads from the first question to the ninth")
{
    InterviewSession session = fresh("audit");
    REQUIRE(session.answer("1", Answer::option(0)));
    CHECK(shown(session) == "9");
    CHECK(session.progress().number == 2);
    CHECK(session.progress().total == 3);
    REQUIRE(session.answer("9", Answer::option(1)));
    REQUIRE(session.answer("10", Answer::option(2)));
    CHECK(session.isFinished());
    CHECK(session.progress().number == 3);
    CHECK(score(session.answers(), SkipRule::On).total() == 6);
}

TEST_CASE("few glasses and never six at a time lead from the third question to the ninth")
{
    InterviewSession session = fresh("audit");
    REQUIRE(session.answer("1", Answer::option(2)));
    REQUIRE(session.answer("2", Answer::option(0)));
    CHECK(session.isOpen(3));
    REQUIRE(session.answer("3", Answer::option(0)));
    CHECK_FALSE(session.isOpen(3));
    CHECK(shown(session) == "9");
}

TEST_CASE("without the skip rule every question is asked")
{
    InterviewSession session = fresh("audit", SkipRule::Off);
    REQUIRE(session.answer("1", Answer::option(0)));
    CHECK(shown(session) == "2");
    CHECK(session.progress().total == 10);
}

TEST_CASE("a refused gate closes nothing")
{
    InterviewSession session = fresh("audit-c");
    REQUIRE(session.refuse("1"));
    CHECK(shown(session) == "2");
}

TEST_CASE("a change that closes questions keeps their answers and brings them back when they open again")
{
    InterviewSession session = begin(sheet(instrument("audit-c"), {{"1", 2}, {"2", 3}, {"3", 1}}));
    CHECK(score(session.answers(), SkipRule::On).total() == 6);
    REQUIRE(session.answer("1", Answer::option(0)));
    CHECK(session.isFinished());
    CHECK(score(session.answers(), SkipRule::On).total() == 0);
    REQUIRE(session.answer("1", Answer::option(1)));
    CHECK(session.isFinished());
    CHECK(score(session.answers(), SkipRule::On).total() == 5);
}

TEST_CASE("back goes over the open questions only, down to the first")
{
    InterviewSession session = fresh("audit");
    REQUIRE(session.answer("1", Answer::option(0)));
    REQUIRE(shown(session) == "9");
    CHECK(session.back());
    CHECK(shown(session) == "1");
    CHECK_FALSE(session.back());
    CHECK(shown(session) == "1");
}

TEST_CASE("back from the end shows the last open question")
{
    InterviewSession session = begin(sheet(instrument("audit-c"), {{"1", 2}, {"2", 3}, {"3", 1}}));
    REQUIRE(session.isFinished());
    CHECK(session.back());
    CHECK(shown(session) == "3");
}

TEST_CASE("after a change in the middle the interview goes on where an answer is missing")
{
    InterviewSession session = begin(sheet(instrument("audit"), {{"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}}));
    REQUIRE(session.goTo("2"));
    CHECK(session.progress().number == 2);
    REQUIRE(session.answer("2", Answer::option(4)));
    CHECK(shown(session) == "5");
}

TEST_CASE("a question passed over is shown again before the end")
{
    InterviewSession session = fresh("audit-c");
    session.forward();
    REQUIRE(shown(session) == "2");
    REQUIRE(session.answer("2", Answer::option(1)));
    REQUIRE(session.answer("3", Answer::option(1)));
    CHECK(shown(session) == "1");
}

TEST_CASE("an interview taken up again stands at the first open question without an answer")
{
    const InterviewSession session = begin(sheet(instrument("audit"), {{"1", 1}, {"2", 0}, {"3", 0}, {"9", 0}}));
    CHECK(shown(session) == "10");
}

TEST_CASE("an interview can be taken up at a named question")
{
    const AnswerSheet answers = sheet(instrument("audit"), {{"1", 1}, {"2", 1}});
    CHECK(shown(InterviewSession::start(answers, SkipRule::On, "2").value()) == "2");
    CHECK(shown(InterviewSession::start(answers, SkipRule::On, "7").value()) == "7");
    CHECK_FALSE(InterviewSession::start(answers, SkipRule::On, "12"));
}

TEST_CASE("taking up at a question that is skipped by now goes to the next one")
{
    const AnswerSheet answers = sheet(instrument("audit"), {{"1", 0}});
    CHECK(shown(InterviewSession::start(answers, SkipRule::On, "4").value()) == "9");
}

TEST_CASE("an interview taken up from what it stored is the same interview")
{
    InterviewSession session = fresh("audit");
    base::json::Object stored;
    const auto keep = [&](const AnswerChange &change) {
        stored.set(change.field.substr(std::string("answers/").size()), change.value);
    };
    keep(session.answer("1", Answer::option(2)).value());
    keep(session.refuse("2").value());
    keep(session.answer("3", Answer::option(4)).value());
    keep(session.unset("1").value());
    keep(session.answer("1", Answer::option(1)).value());

    const auto again = AnswerSheet::fromStored(instrument("audit"), stored);
    CHECK(again.unreadable.empty());
    const InterviewSession resumed = begin(again.sheet);
    CHECK(shown(resumed) == shown(session));
    for (std::size_t i = 0; i < 10; ++i)
        CHECK(resumed.answers().at(i) == session.answers().at(i));
}

TEST_CASE("unset gives back null for the field and shows the question")
{
    InterviewSession session = begin(sheet(instrument("audit-c"), {{"1", 2}, {"2", 3}, {"3", 1}}));
    const AnswerChange change = session.unset("2").value();
    CHECK(change.field == "answers/2");
    CHECK(change.value.isNull());
    CHECK(shown(session) == "2");
}

TEST_CASE("a skipped question is not answered by mistake")
{
    InterviewSession session = begin(sheet(instrument("audit"), {{"1", 0}}));
    CHECK(session.answer("4", Answer::option(1)).error().code() == base::ErrorCode::Refused);
    CHECK(session.goTo("4").error().code() == base::ErrorCode::Refused);
    CHECK(session.answer("12", Answer::option(1)).error().code() == base::ErrorCode::NotFound);
    CHECK(session.answer("9", Answer::option(3)).error().code() == base::ErrorCode::InvalidInput);
    CHECK_FALSE(session.answers().at(8).has_value());
}

TEST_CASE("stored answers that this version cannot read are listed and count as missing")
{
    const base::json::Object stored{{"1", base::json::Object{{"option", "never"}}},
                                    {"9", base::json::Object{{"option", "sometimes"}}},
                                    {"10", 2},
                                    {"42", base::json::Object{{"option", "never"}}}};
    const auto read = AnswerSheet::fromStored(instrument("audit"), stored);
    CHECK(read.unreadable == std::vector<std::string>{"9", "10", "42"});
    CHECK(score(read.sheet, SkipRule::On).unanswered == std::vector<std::string>{"9", "10"});
}

TEST_CASE("a typed answer is a position, a code or a word for no answer")
{
    const Question &question = instrument("audit")->questions()[1];
    CHECK(answerFromText(question, "2").value() == Answer::option(2));
    CHECK(answerFromText(question, "5-6").value() == Answer::option(2));
    CHECK(answerFromText(question, "refused").value() == Answer::refused());
    CHECK(answerFromText(question, "unknown").value() == Answer::unknown());
    for (const char *wrong : {"5", "-1", "", "2 ", "two", "99999999999999999999"})
        CHECK_FALSE(answerFromText(question, wrong));
}

TEST_CASE("a question that was passed stays open and does not come again by itself, until it is answered or asked for")
{
    InterviewSession session = fresh("audit-c");
    session.pass("1");
    REQUIRE(shown(session) == "2");
    REQUIRE(session.answer("2", Answer::option(1)));
    REQUIRE(session.answer("3", Answer::option(1)));
    CHECK(session.isFinished());
    CHECK(session.unhandled().empty());
    CHECK_FALSE(score(session.answers(), SkipRule::On).complete);

    SECTION("taken up again it is passed as before")
    {
        InterviewSession again = begin(session.answers());
        REQUIRE(shown(again) == "1");
        again.setPassed(session.passed());
        CHECK(again.isFinished());
    }
    SECTION("answered after all it is handled like any other")
    {
        REQUIRE(session.goTo("1"));
        REQUIRE(session.answer("1", Answer::option(1)));
        CHECK(session.passed().empty());
        CHECK(session.isFinished());
        CHECK(score(session.answers(), SkipRule::On).complete);
    }
}
