// Every kind of question: what it takes, what it refuses and why, and how its answers are kept.
#include "core/screening/answer_check.h"
#include "core/screening/instrument_library.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

std::string allKinds()
{
    return joined(
        {item("one", "choice", plainOptions()), item("several", "choice", R"(,"repeats":true)" + plainOptions()),
         item("open", "open-choice", plainOptions()), item("yes", "boolean"),
         item("days", "integer",
              extensions({fhirExtension("minValue", R"("valueInteger":0)"),
                          fhirExtension("maxValue", R"("valueInteger":30)"),
                          fhirExtension("questionnaire-unit", R"("valueCoding":{"code":"d","display":"dagar"})")})),
         item("litres", "decimal",
              extensions({fhirExtension("minValue", R"("valueDecimal":0.5)"),
                          fhirExtension("maxValue", R"("valueDecimal":9.5)")})),
         item("since", "date",
              extensions({fhirExtension("minValue", R"("valueDate":"1950-01-01")"),
                          fhirExtension("maxValue", R"("valueDate":"2026-11-26")")})),
         item("line", "string", R"(,"maxLength":5)"), item("lines", "text")});
}

/// What storing and reading again leaves of an answer that a script gives; the refusal where it is none.
std::string kept(const QuestionnairePointer &questionnaire, const std::string &linkId, const std::string &json)
{
    const Question &question = questionnaire->questions()[questionnaire->findQuestion(linkId).value()];
    const auto answer = answerFromInput(question, base::json::parse(json).value());
    if (!answer)
        return answer.error().detail();
    const base::json::Value stored = storedAnswer(question, **answer);
    REQUIRE(answerFromStored(question, stored).value() == *answer);
    return base::json::serialise(stored);
}

AnswerProblem problemOf(const QuestionnairePointer &questionnaire, const std::string &linkId, const Answer &answer)
{
    return findProblem(questionnaire->questions()[questionnaire->findQuestion(linkId).value()], answer).value();
}

} // namespace

TEST_CASE("answers of every kind are kept in their own form and read back")
{
    const QuestionnairePointer questionnaire = compiled(allKinds());
    const auto keeps = [&](const char *linkId, const char *input) { return kept(questionnaire, linkId, input); };
    CHECK(keeps("one", "1") == R"({"option":"b"})");
    CHECK(keeps("several", R"(["c",0])") == R"({"options":["a","c"]})");
    CHECK(keeps("several", "[]") == R"({"options":[]})");
    CHECK(keeps("open", "2") == R"({"option":"c"})");
    CHECK(keeps("open", R"("eget ord")") == R"({"text":"eget ord"})");
    CHECK(keeps("yes", "true") == R"({"boolean":true})");
    CHECK(keeps("days", "30") == R"({"integer":30})");
    CHECK(keeps("litres", R"("1,50")") == R"({"decimal":"1.50"})");
    CHECK(keeps("litres", "1.5") == R"({"decimal":"1.5"})");
    CHECK(keeps("since", R"("2026-11-26")") == R"({"date":"2026-11-26"})");
    CHECK(keeps("since", R"("2026-11")") == R"({"date":"2026-11"})");
    CHECK(keeps("since", R"("2026")") == R"({"date":"2026"})");
    CHECK(keeps("line", R"("åäöåä")") == R"({"text":"åäöåä"})");
    CHECK(keeps("lines", R"("ett\ntvå")") == R"({"text":"ett\ntvå"})");
    for (const char *linkId : {"one", "several", "open", "yes", "days", "litres", "since", "line", "lines"})
        CHECK(keeps(linkId, R"("refused")") == R"({"state":"refused"})");
}

TEST_CASE("an answer that a question does not take is refused with the item and the reason")
{
    const QuestionnairePointer questionnaire = compiled(allKinds());
    const auto keeps = [&](const char *linkId, const char *input) { return kept(questionnaire, linkId, input); };
    CHECK(keeps("one", R"({"options":["a"]})") == "item one: of another kind than the question takes");
    CHECK(keeps("several", "1") == "item several: several choices are an array of positions from 0");
    CHECK(keeps("several", R"(["d"])") == "item several: no such option");
    CHECK(keeps("several", R"({"option":"a"})") == "item several: an answer is {\"options\"} or {\"state\"}");
    CHECK(keeps("yes", "1") == "item yes: the answer is true or false");
    CHECK(keeps("yes", R"({"integer":1})") == "item yes: of another kind than the question takes");
    CHECK(keeps("days", "31") == "item days: above 30");
    CHECK(keeps("days", "-1") == "item days: below 0");
    CHECK(keeps("days", "1.5") == "item days: the answer is a whole number");
    CHECK(keeps("litres", R"("0.49")") == "item litres: below 0.5");
    CHECK(keeps("litres", R"("9.500001")") == "item litres: above 9.5");
    CHECK(keeps("litres", R"("1.")") == "item litres: not a number");
    CHECK(keeps("litres", R"("1.2345678")") == "item litres: a number of more than 12 digits or 6 decimals");
    CHECK(keeps("since", R"("2026-11-27")") == "item since: above 2026-11-26");
    CHECK(keeps("since", R"("2026-02-30")") == "item since: not a date, a month or a year");
    CHECK(keeps("since", R"("26-11-26")") == "item since: not a date, a month or a year");
    CHECK(keeps("line", R"("sex tecken")") == "item line: longer than 5 characters");
    CHECK(keeps("line", R"("a\nb")") == "item line: holds a character that is not taken");
    CHECK(keeps("lines", R"(" \n ")") == "item lines: blank");
    CHECK(keeps("lines", R"("\u0007")") == "item lines: holds a character that is not taken");
    CHECK(keeps("one", R"("not-relevant")") == "item one: cannot be not relevant");
}

TEST_CASE("a date that may lie on either side of a limit is taken, since nobody knows better")
{
    const QuestionnairePointer questionnaire = compiled(allKinds());
    CHECK(kept(questionnaire, "since", R"("2026")") == R"({"date":"2026"})");
    CHECK(kept(questionnaire, "since", R"("1949")") == "item since: below 1950-01-01");
    CHECK(kept(questionnaire, "since", R"("2026-12")") == "item since: above 2026-11-26");
}

TEST_CASE("what is wrong with an answer is told as a code with its figure, so that the app finds the words")
{
    const QuestionnairePointer questionnaire = compiled(allKinds());
    CHECK(problemOf(questionnaire, "days", Answer::integer(31)).code == AnswerProblem::Code::AboveMaximum);
    CHECK(problemOf(questionnaire, "days", Answer::integer(31)).figure == "30");
    CHECK(problemOf(questionnaire, "line", Answer::text("för långt")).figure == "5");
    CHECK(questionnaire->questions()[4].unit->display.in("sv") == "dagar");
}

TEST_CASE("a question that may be not relevant keeps that as an answer of its own")
{
    const QuestionnairePointer questionnaire =
        compiled(item("1", "integer", extensions({extension("urn:faltakt:not-relevant", R"("valueBoolean":true)")})));
    CHECK(kept(questionnaire, "1", R"("not-relevant")") == R"({"state":"not-relevant"})");
    AnswerSheet answers(questionnaire);
    answers.set(0, Answer::notRelevant());
    CHECK(score(answers, SkipRule::On).complete);
}

TEST_CASE("what an item says of itself is read, and a group hands it down")
{
    const std::string marks = extensions({extension("urn:faltakt:area", R"("valueCode":"alcohol")"),
                                          extension("urn:faltakt:time-window", R"("valueCode":"lifetime")")});
    const QuestionnairePointer questionnaire =
        compiled(group("A",
                       joined({item("a1", "integer"),
                               item("a2", "integer",
                                    extensions({extension("urn:faltakt:critical", R"("valueBoolean":true)"),
                                                extension("urn:faltakt:time-window", R"("valueCode":"last-30-days")"),
                                                extension("urn:faltakt:rating", R"("valueCode":"days")")})),
                               item("a3", "integer",
                                    extensions({extension("urn:faltakt:interviewer", R"("valueBoolean":true)"),
                                                extension("urn:faltakt:rating", R"("valueCode":"interviewer")")})),
                               item("note", "display")}),
                       R"(,"text":"Alkohol")" + marks));
    const auto &questions = questionnaire->questions();
    CHECK(questionnaire->nodes()[0].text.in("sv") == "Alkohol");
    CHECK(questionnaire->nodes()[0].area == "alcohol");
    CHECK(questionnaire->nodes()[4].kind == Node::Kind::Display);
    CHECK(questions[0].area == "alcohol");
    CHECK(questions[0].timeWindow == TimeWindow::Lifetime);
    CHECK(questions[1].timeWindow == TimeWindow::Last30Days);
    CHECK(questions[1].isCritical);
    CHECK(questions[1].rating == Rating::Days);
    CHECK(questions[2].isInterviewers);
    CHECK_FALSE(questions[1].isInterviewers);
}

TEST_CASE("a question about violence says so, also in a form that is asked as any other")
{
    const std::string mark = extensions({extension("urn:faltakt:safe", R"("valueBoolean":true)")});
    const QuestionnairePointer made =
        compiled(joined({group("A", item("a1", "boolean"), mark), item("b", "boolean", mark), item("c", "boolean")}));
    CHECK(made->questions()[0].isSafe);
    CHECK(made->questions()[1].isSafe);
    CHECK_FALSE(made->questions()[2].isSafe);
    const auto library = InstrumentLibrary::shipped().value();
    for (const char *id : {"asi-grund", "asi-uppfoljning"}) {
        const QuestionnairePointer asi = library.find(id).value();
        CHECK(std::ranges::count_if(asi->questions(), &Question::isSafe) == 6);
        for (const Question &question : asi->questions())
            CHECK(question.isSafe == question.linkId.starts_with("abuse-"));
    }
}

TEST_CASE("an instrument says for whom it is and how it is used")
{
    const auto head = [](const std::string &instrument) {
        return compiled(item("1", "boolean"), {}, instrument)->head();
    };
    const InstrumentHead plain = head({});
    CHECK(plain.kind == InstrumentKind::Interview);
    CHECK(plain.mode == InstrumentMode::Normal);
    CHECK(plain.takesSelfFill);
    const InstrumentHead full = head(
        R"(,{"url":"kind","valueCode":"ratings"},{"url":"mode","valueCode":"safe"},{"url":"training","valueCode":"adad"},)"
        R"({"url":"minimumAge","valueInteger":13},{"url":"maximumAge","valueInteger":21},{"url":"priority","valueInteger":4},)"
        R"({"url":"prioritySource","valueString":"NR 2015"},{"url":"source","valueString":"s"})");
    CHECK(full.kind == InstrumentKind::Ratings);
    CHECK(full.mode == InstrumentMode::Safe);
    CHECK_FALSE(full.takesSelfFill);
    CHECK(full.training == "adad");
    CHECK(full.maximumAge == 21);
    CHECK(full.priority == 4);
    CHECK_FALSE(head(R"(,{"url":"selfFill","valueCode":"never"})").takesSelfFill);
}

TEST_CASE("an instrument that contradicts itself is refused with its place")
{
    const auto refused = [](const std::string &instrument) {
        return refusal(form(item("1", "boolean"), {}, instrument));
    };
    CHECK(refused(R"(,{"url":"mode","valueCode":"safe"},{"url":"selfFill","valueCode":"allowed"})")
          == "invalidInput extension[0].extension[3]: a form in safe mode is never filled in by the person");
    CHECK(refused(R"(,{"url":"mode","valueCode":"open"})")
          == "invalidInput extension[0].extension[2].valueCode: not normal or safe");
    CHECK(refused(R"(,{"url":"priority","valueInteger":1})")
          == "invalidInput extension[0]: a priority without its source");
    CHECK(refused(R"(,{"url":"priority","valueInteger":11})")
          == "invalidInput extension[0].extension[2].valueInteger: not within 1 to 10");
    CHECK(refused(R"(,{"url":"minimumAge","valueInteger":22},{"url":"maximumAge","valueInteger":21})")
          == "invalidInput extension[0]: the lowest age lies above the highest");
}

TEST_CASE("questions that mean nothing are refused with their place")
{
    const auto refused = [](const std::string &items) { return refusal(form(items)); };
    const auto with = [](const char *type, const std::string &each) { return item("1", type, extensions({each})); };
    CHECK(refused(with("integer", fhirExtension("minValue", R"("valueDecimal":1)")))
          == "invalidInput item[0].extension[0].valueInteger: missing");
    CHECK(refused(with("boolean", fhirExtension("minValue", R"("valueInteger":1)")))
          == "unsupported item[0].extension[0]: a limit for a question that has none");
    CHECK(refused(item("1", "integer",
                       extensions({fhirExtension("minValue", R"("valueInteger":3)"),
                                   fhirExtension("maxValue", R"("valueInteger":2)")})))
          == "invalidInput item[0]: the least answer lies above the most");
    CHECK(refused(with("date", fhirExtension("maxValue", R"("valueDate":"snart")")))
          == "invalidInput item[0].extension[0].valueDate: not a date, a month or a year");
    CHECK(refused(item("1", "text", R"(,"maxLength":4001)")) == "invalidInput item[0].maxLength: not within 1 to 4000");
    CHECK(refused(item("1", "integer", R"(,"maxLength":4)"))
          == "unsupported item[0].maxLength: a length for a question without words");
    CHECK(refused(with("string", fhirExtension("questionnaire-unit", R"("valueCoding":{"code":"d","display":"d"})")))
          == "unsupported item[0]: a unit for a question that is no number");
    CHECK(refused(with("integer", extension("urn:faltakt:time-window", R"("valueCode":"yesterday")")))
          == "invalidInput item[0].extension[0].valueCode: no such time window");
    CHECK(refused(with("integer", extension("urn:faltakt:rating", R"("valueCode":"mood")")))
          == "invalidInput item[0].extension[0].valueCode: no such rating");
    CHECK(refused(with("text", extension("urn:faltakt:rating", R"("valueCode":"days")")))
          == "invalidInput item[0].extension[0]: a rating that is no number and no choice");
    CHECK(refused(item("1", "boolean", R"(,"repeats":true)")) == "unsupported item[0].repeats: not read for this type");
    CHECK(refused(item("1", "display")) == "invalidInput item: no question");
    CHECK(refused(joined({item("1", "boolean"), item("2", "display", R"(,"item":[])")}))
          == "invalidInput item[1].item: items below a text");
}
