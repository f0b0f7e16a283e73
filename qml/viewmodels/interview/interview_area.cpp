// The interview on a page of an area: answers in any order, one written after the other.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/interview/row_stops.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using screening::Answer;
using screening::InterviewSession;

void InterviewViewModel::connectAreaPage()
{
    connect(&m_areaPage, &AreaPage::chosen, this, &InterviewViewModel::chooseAt);
    connect(&m_areaPage, &AreaPage::refused, this, [this](const std::string &key) { giveAt(key, Answer::refused()); });
    connect(&m_areaPage, &AreaPage::unknown, this, [this](const std::string &key) { giveAt(key, Answer::unknown()); });
    connect(&m_areaPage, &AreaPage::notRelevant, this,
            [this](const std::string &key) { giveAt(key, Answer::notRelevant()); });
    connect(&m_areaPage, &AreaPage::edited, this, [this](const std::string &key, const QString &text) {
        m_sitting.type(key, text);
        ensureBegun();
    });
    connect(&m_areaPage, &AreaPage::finished, this, &InterviewViewModel::finishAt);
    connect(&m_areaPage, &AreaPage::changed, this, &PageViewModel::longTalkChanged);
    connect(&m_areaPage, &AreaPage::wideChanged, this, [this] {
        if (m_stage == Stage::Asking && m_session)
            m_areaPage.show(*m_session, m_sitting, language());
    });
    connect(&m_areaPage, &AreaPage::areaWanted, this, &InterviewViewModel::showAreaPage);
    connect(&m_areaPage, &AreaPage::overWanted, this, &InterviewViewModel::endTalk);
    connect(&m_areaPage, &AreaPage::rowsWanted, this, [this](int repeat) {
        if (m_stage == Stage::Asking && !m_pending && repeat >= 0)
            showRows(std::size_t(repeat), false);
    });
    connect(&m_areaPage, &AreaPage::noteWanted, this, [this](const std::string &key) {
        if (m_stage == Stage::Asking && !m_pending && m_session->goTo(key))
            writeNote();
    });
}

void InterviewViewModel::giveAt(const std::string &key, const Answer &answer)
{
    if (m_stage != Stage::Asking || !m_session || key.empty())
        return;
    if (m_pending) {
        m_waiting.emplace_back(key, answer);
        return;
    }
    if (!m_session->goTo(key))
        return; // Another answer has closed the question.
    give(answer, After::Page);
}

void InterviewViewModel::chooseAt(const std::string &key, int option)
{
    const auto place = m_session ? m_session->answers().findPlace(key) : std::nullopt;
    if (!place || option < 0)
        return;
    const screening::Question &question = m_session->answers().questionnaire().questions()[place->question];
    const auto position = std::size_t(option);
    if (question.type == screening::QuestionType::Boolean)
        return giveAt(key, Answer::boolean(position == 0));
    if (question.type != screening::QuestionType::Choices)
        return giveAt(key, Answer::option(position));
    std::optional<Answer> before = m_session->answers().at(*place);
    if (m_pending && m_pending->write.item == key)
        before = m_pending->answer;
    for (const auto &[waiting, answer] : m_waiting)
        if (waiting == key)
            before = answer;
    giveAt(key, toggled(question, before, position));
}

void InterviewViewModel::finishAt(const std::string &key, const QString &text)
{
    const auto place = m_stage == Stage::Asking && m_session ? m_session->answers().findPlace(key) : std::nullopt;
    if (!place)
        return;
    const screening::Question &question = m_session->answers().questionnaire().questions()[place->question];
    const auto &stored = m_session->answers().at(*place);
    const QString typed = text.trimmed();
    if (typed == typedText(stored, language()))
        return m_sitting.forget(key);
    if (typed.isEmpty()) {
        if (m_pending || !m_session->goTo(key))
            return;
        InterviewSession next = *m_session;
        if (const auto cleared = next.unset(key))
            commit(std::nullopt, std::move(next), {{cleared->field, nullptr}}, After::Page);
        return;
    }
    const TypedAnswer read = readTyped(question, typed, language());
    if (read.answer)
        giveAt(key, *read.answer);
    else
        m_areaPage.setProblem(key, read.problem);
}

void InterviewViewModel::showAreaPage()
{
    if (m_stage != Stage::Asking || !m_session)
        return;
    m_areaPage.show(*m_session, m_sitting, language());
    Q_EMIT shown();
    if (m_waiting.empty())
        return;
    const auto [key, answer] = m_waiting.front();
    m_waiting.pop_front();
    giveAt(key, answer);
}

/// What has no answer is passed over; the ratings, or the end, come next.
void InterviewViewModel::endTalk()
{
    if (m_stage != Stage::Asking || m_pending)
        return;
    InterviewSession next = *m_session;
    const auto &answers = next.answers();
    InterviewSession::Keys passed = next.passed();
    for (const std::string &key : next.unhandled())
        if (!answers.questionnaire().questions()[answers.findPlace(key)->question].isInterviewers)
            passed.insert(key);
    for (std::size_t i = 0; i < answers.questionnaire().repeats().size(); ++i)
        passed.insert(groupKey(next, i));
    auto session = InterviewSession::start(answers, next.skipRule());
    if (!session) {
        setProblem(errorText(session.error()));
        return;
    }
    session->setPassed(std::move(passed));
    moveOnWith(std::move(*session));
}

} // namespace faltakt::viewmodels
