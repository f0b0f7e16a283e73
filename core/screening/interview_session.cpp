#include "core/screening/interview_session.h"

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

InterviewSession::InterviewSession(AnswerSheet answers, SkipRule skipRule)
    : m_answers(std::move(answers)), m_skipRule(skipRule), m_open(openQuestions(m_answers, skipRule))
{
}

Result<InterviewSession> InterviewSession::start(AnswerSheet answers, SkipRule skipRule,
                                                 std::optional<std::string_view> at)
{
    InterviewSession session(std::move(answers), skipRule);
    const std::size_t last = session.m_open.size() - 1;
    session.m_current = session.nextUnhandled(last);
    if (!at)
        return session;
    const auto question = session.m_answers.questionnaire().findQuestion(*at);
    if (!question)
        return base::fail(ErrorCode::InvalidInput, "the item to resume at is not in the questionnaire");
    session.m_current = session.m_open[*question] ? question : session.nextUnhandled(*question);
    return session;
}

const Question *InterviewSession::current() const noexcept
{
    return m_current ? &m_answers.questionnaire().questions()[*m_current] : nullptr;
}

Result<std::size_t> InterviewSession::findOpen(std::string_view linkId) const
{
    const auto question = m_answers.questionnaire().findQuestion(linkId);
    if (!question)
        return base::fail(ErrorCode::NotFound, "no such item in the questionnaire");
    if (!m_open[*question])
        return base::fail(ErrorCode::Refused, "item " + m_answers.questionnaire().questions()[*question].linkId
                                                  + " is skipped by an earlier answer");
    return *question;
}

Result<AnswerChange> InterviewSession::answer(std::string_view linkId, const Answer &answer)
{
    TRY(const std::size_t question, findOpen(linkId));
    const Question &asked = m_answers.questionnaire().questions()[question];
    if (answer.position() && *answer.position() >= asked.options.size())
        return base::fail(ErrorCode::InvalidInput, "item " + asked.linkId + ": no such option");
    m_answers.set(question, answer);
    m_open = openQuestions(m_answers, m_skipRule);
    m_current = nextUnhandled(question);
    return AnswerChange{answerField(asked.linkId), storedAnswer(asked, answer)};
}

Result<AnswerChange> InterviewSession::unset(std::string_view linkId)
{
    TRY(const std::size_t question, findOpen(linkId));
    m_answers.set(question, std::nullopt);
    m_open = openQuestions(m_answers, m_skipRule);
    m_current = question;
    return AnswerChange{answerField(linkId), nullptr};
}

bool InterviewSession::back() noexcept
{
    for (std::size_t i = m_current.value_or(m_open.size()); i > 0; --i) {
        if (!m_open[i - 1])
            continue;
        m_current = i - 1;
        return true;
    }
    return false;
}

Result<void> InterviewSession::goTo(std::string_view linkId)
{
    TRY(m_current, findOpen(linkId));
    return {};
}

void InterviewSession::forward() noexcept
{
    if (m_current)
        m_current = nextUnhandled(*m_current);
}

Progress InterviewSession::progress() const noexcept
{
    Progress progress;
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        if (!m_open[i])
            continue;
        ++progress.total;
        if (!m_current || i <= *m_current)
            ++progress.number;
    }
    return progress;
}

std::optional<std::size_t> InterviewSession::nextUnhandled(std::size_t after) const noexcept
{
    for (std::size_t step = 1; step <= m_open.size(); ++step) {
        const std::size_t i = (after + step) % m_open.size();
        if (m_open[i] && !m_answers.at(i))
            return i;
    }
    return std::nullopt;
}

} // namespace faltakt::screening
