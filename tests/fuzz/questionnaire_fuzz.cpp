// Any bytes as a questionnaire: the reader answers with a questionnaire or an error. What it reads is then walked
// through and scored, so that a questionnaire that passes the reader cannot break what comes after it.
#include "core/screening/interview_session.h"
#include "core/screening/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace faltakt::screening;

namespace {

/// A broken promise is a find like a crash.
void expect(bool promise)
{
    if (!promise)
        std::abort();
}

/// An answer that the question takes, another one at each step.
Answer answerFor(const Question &question, std::size_t step)
{
    if (step % 7 == 6)
        return question.takesNotRelevant ? Answer::notRelevant() : Answer::refused();
    switch (question.type) {
    case QuestionType::Choice:
    case QuestionType::OpenChoice: return Answer::option(step % question.options.size());
    case QuestionType::Choices: return Answer::options({step % question.options.size(), 0});
    case QuestionType::Boolean: return Answer::boolean(step % 2 == 0);
    case QuestionType::Integer:
        return question.minimum ? *question.minimum : question.maximum ? *question.maximum : Answer::integer(-1);
    case QuestionType::Decimal:
        return question.minimum   ? *question.minimum
               : question.maximum ? *question.maximum
                                  : Answer::decimal(DecimalNumber::fromParts(std::int64_t(step) - 3));
    case QuestionType::Date:
        return question.minimum   ? *question.minimum
               : question.maximum ? *question.maximum
                                  : Answer::date(PartialDate::parse("2026-11").value());
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return Answer::text("a");
}

/// What is open answer by answer is what is open when everything is looked at.
void expectSameOpen(const InterviewSession &session)
{
    const OpenItems whole(session.answers(), session.skipRule());
    for (const Place &place : session.answers().places())
        expect(whole.isOpen(place) == session.openItems().isOpen(place));
}

void walk(const QuestionnairePointer &questionnaire, SkipRule skipRule)
{
    auto session = InterviewSession::start(AnswerSheet(questionnaire), skipRule);
    expect(session.has_value());
    for (const RepeatingGroup &group : questionnaire->repeats())
        for (const char *row : {"b", "a"})
            (void)session->addRow(questionnaire->nodes()[group.node].linkId, row); // A closed group refuses.
    (void)session->goTo(session->answers().key({0, std::nullopt}));
    // Every answer handles one question, and an answer may open others only once each.
    std::size_t steps = 0;
    while (const Question *question = session->current()) {
        expect(steps++ <= session->answers().places().size());
        const auto given = session->answer(session->currentKey(), answerFor(*question, steps));
        expect(given.has_value());
        expect(answerFromStored(*question, given->value).has_value());
        if (steps > 64)
            return;
        expectSameOpen(*session);
        const Score partial = score(session->answers(), skipRule);
        expect(partial.min <= partial.max);
    }
    // A calculation may go wrong, and then says so; a sum never does.
    const auto result = interpret(session->answers(), {.skipRule = skipRule, .cutoffSet = {}, .sex = {}, .age = 70});
    const Calculation *main = questionnaire->mainScore();
    if (!result) {
        expect(!result.error().detail().empty()
               && (!main || questionnaire->calculations().size() > 1 || !main->isSum()));
        return;
    }
    expect(result->score.min <= result->score.max);
    (void)resultToJson(*result);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto questionnaire = Questionnaire::parse(text);
    if (!questionnaire)
        return 0;
    walk(*questionnaire, SkipRule::On);
    walk(*questionnaire, SkipRule::Off);
    return 0;
}
