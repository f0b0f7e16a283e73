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

void walk(const QuestionnairePointer &questionnaire, SkipRule skipRule)
{
    auto session = InterviewSession::start(AnswerSheet(questionnaire), skipRule);
    expect(session.has_value());
    // Every answer handles one question, and an answer may open others only once each.
    std::size_t steps = 0;
    while (const Question *question = session->current()) {
        expect(steps++ <= questionnaire->questions().size());
        const std::string linkId = question->linkId;
        expect(session->answer(linkId, Answer::option(steps % question->options.size())).has_value());
        if (steps > 64)
            return;
        const Score partial = score(session->answers(), skipRule);
        expect(partial.min <= partial.max);
    }
    const auto result = interpret(session->answers(), {.skipRule = skipRule, .cutoffSet = {}, .sex = {}, .age = 70});
    expect(result.has_value() && result->score.complete && result->score.min == result->score.max);
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
