#include "sync/cli/interview_command.h"

#include "core/base/answer_words.h"
#include "core/base/text.h"
#include "core/screening/assessment_record.h"
#include "core/screening/interview_session.h"

#include <algorithm>

namespace faltakt::cli {

namespace json = base::json;
using base::RecordId;
using screening::AnswerSheet;
using screening::InterviewSession;

namespace {

/// One interview under way: the state machine, and the record that each of its answers goes to.
class Interview {
public:
    static CommandExpected<Interview> begin(CommandContext &context, client::FieldStore &fieldStore,
                                            InterviewOrder &order);
    static CommandExpected<Interview> resume(CommandContext &context, client::FieldStore &fieldStore,
                                             InterviewOrder &order);

    [[nodiscard]] bool isFinished() const { return m_session.isFinished(); }
    [[nodiscard]] CommandResult showQuestion();
    /// Takes "item value"; false where the line is no answer to an open question, with the reason said.
    [[nodiscard]] CommandExpected<bool> take(const std::string &line);
    [[nodiscard]] CommandResult showResult(const std::string &language);

private:
    Interview(CommandContext &context, store::CaseStore &cases, RecordId record, InterviewSession session,
              screening::ResultSettings settings)
        : m_context(&context), m_cases(&cases), m_record(record), m_session(std::move(session)),
          m_settings(std::move(settings))
    {
    }
    [[nodiscard]] CommandExpected<bool> misunderstood(const std::string &words);

    CommandContext *m_context;
    store::CaseStore *m_cases;
    RecordId m_record;
    InterviewSession m_session;
    screening::ResultSettings m_settings;
};

CommandExpected<Interview> Interview::begin(CommandContext &context, client::FieldStore &fieldStore,
                                            InterviewOrder &order)
{
    store::CaseStore &cases = fieldStore.cases();
    TRY_COMMAND(InterviewSession session,
                InterviewSession::start(AnswerSheet(order.questionnaire), order.settings.skipRule));
    const auto record = base::UuidMaker(context.clock, context.random).makeId<RecordId>();
    store::Draft draft;
    draft.caseId = order.caseId;
    draft.sets.push_back(changelog::makeCreation(
        record, "assessment", screening::assessmentOpening(*order.questionnaire, order.settings, context.clock.now())));
    TRY_COMMAND_VOID(cases.save(draft));
    return Interview(context, cases, record, std::move(session), order.settings);
}

CommandExpected<Interview> Interview::resume(CommandContext &context, client::FieldStore &fieldStore,
                                             InterviewOrder &order)
{
    store::CaseStore &cases = fieldStore.cases();
    TRY_COMMAND(const auto view, cases.record(*order.record));
    if (!view || view->deleted || view->kind != "assessment" || view->caseId != order.caseId)
        return refuse("This case has no screening with that id.");
    if (view->text("instrument") != order.questionnaire->id())
        return refuse("That screening is another instrument's: " + view->text("instrument") + '.');
    if (view->text("version") != order.questionnaire->version())
        return refuse(
            "That screening was begun with another version of the instrument; this program cannot go on with it.");
    screening::ReadAssessment read = screening::readAssessment(order.questionnaire, view->fields);
    TRY_COMMAND(InterviewSession session,
                InterviewSession::start(std::move(read.answers.sheet), read.settings.skipRule));
    return Interview(context, cases, *order.record, std::move(session), std::move(read.settings));
}

CommandResult Interview::showQuestion()
{
    TRY_COMMAND_VOID(
        m_context->output.write(json::Object{{"record", m_record.toString()}, {"item", m_session.currentKey()}}));
    return {};
}

CommandExpected<bool> Interview::misunderstood(const std::string &words)
{
    m_context->say(words + " The question is still number " + m_session.currentKey() + '.');
    return false;
}

CommandExpected<bool> Interview::take(const std::string &line)
{
    // The rest of the line is the value: a text has several words.
    const std::string typed = base::trimmed(line);
    const std::size_t space = typed.find(' ');
    if (space == std::string::npos)
        return misunderstood("An answer is 'item value'.");
    const std::string key = typed.substr(0, space);
    const auto place = m_session.answers().findPlace(key);
    if (!place || !m_session.openItems().isOpen(*place))
        return misunderstood("There is " + base::noSuchWord("open question", key) + '.');
    const auto &question = m_session.answers().questionnaire().questions()[place->question];
    const auto answer = screening::answerFromText(question, base::trimmed(typed.substr(space)));
    if (!answer)
        return misunderstood("Question " + key + " has no such answer.");

    TRY_COMMAND(screening::AnswerChange change, m_session.answer(key, *answer));
    json::Object fields{{change.field, std::move(change.value)}};
    if (m_session.isFinished()) {
        TRY_COMMAND(const auto result, screening::interpret(m_session.answers(), m_settings));
        for (const auto &[name, value] : screening::assessmentClosing(result, m_context->clock.now()))
            fields.append(name, value);
    }
    TRY_COMMAND_VOID(m_cases->edit(m_record, std::move(fields)));
    return true;
}

CommandResult Interview::showResult(const std::string &language)
{
    TRY_COMMAND(const auto result, screening::interpret(m_session.answers(), m_settings));
    json::Value shown = screening::resultToJson(result, language);
    shown.object()->set("record", m_record.toString());
    TRY_COMMAND_VOID(m_context->output.write(shown));
    return {};
}

} // namespace

CommandResult runInterview(CommandContext &context, client::FieldStore &fieldStore, InterviewOrder order)
{
    TRY_COMMAND(Interview interview, order.record ? Interview::resume(context, fieldStore, order)
                                                  : Interview::begin(context, fieldStore, order));
    if (!interview.isFinished())
        TRY_COMMAND_VOID(interview.showQuestion());
    while (!interview.isFinished()) {
        TRY_COMMAND(const std::optional<std::string> line, context.input.next());
        if (!line) {
            context.say("The answers so far are kept; go on with --record.");
            break;
        }
        if (base::trimmed(*line).empty())
            continue;
        TRY_COMMAND(const bool taken, interview.take(*line));
        if (taken && !interview.isFinished())
            TRY_COMMAND_VOID(interview.showQuestion());
    }
    return interview.showResult(order.language);
}

} // namespace faltakt::cli
