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
        if (m_stage != Stage::Asking || !m_session)
            return;
        // The options and the field are those of the question that was shown last, which a wide page has left behind.
        if (!m_areaPage.isWide())
            return showQuestion();
        m_areaPage.show(*m_session, m_sitting, language());
    });
    connect(&m_areaPage, &AreaPage::areaWanted, this, [this] {
        m_isEndWanted = false;
        showAreaPage();
    });
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
    if (m_areaPage.isShown())
        m_areaPage.show(*m_session, m_sitting, language());
    else
        showQuestion();
    Q_EMIT shown();
    if (m_waiting.empty()) {
        if (std::exchange(m_isEndWanted, false))
            endTalk();
        return;
    }
    const auto [key, answer] = m_waiting.front();
    m_waiting.pop_front();
    giveAt(key, answer);
}

/// The answers that wait behind a write go to the store at once, and so does one that could not be written before: whoever
/// locks or leaves does not wait for them.
void InterviewViewModel::storeRest()
{
    if (!m_session)
        return;
    const bool hasFailed = m_pending && !m_pending->isStored && !m_isWriting;
    InterviewSession next = m_pending ? m_pending->next : *m_session;
    std::vector<std::pair<std::string, Answer>> rest(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    if (m_pending && m_pending->then)
        rest.emplace_back(m_pending->write.item, *std::exchange(m_pending->then, std::nullopt));
    base::json::Object changes = hasFailed ? m_pending->write.fields : base::json::Object();
    if (m_pending && !m_pending->isStored && m_pending->answer)
        m_unsure.emplace_back(m_pending->write.item, *m_pending->answer);
    for (const auto &[key, answer] : rest) {
        const auto given = next.answer(key, answer);
        if (!given)
            continue; // Another answer has closed the question.
        changes.set(given->field, given->value);
        std::erase_if(m_unsure, [&](const auto &unsure) { return unsure.first == key; });
        m_unsure.emplace_back(key, answer);
    }
    if (changes.empty())
        return;
    // One that failed may have ended the form in what is written here.
    const bool wasCompleted = m_wasCompleted || (m_pending && isOver(m_pending->next));
    if (const auto ending = endingFields(next, m_settings, wasCompleted, m_services.clock.now()))
        for (const auto &[name, value] : *ending)
            changes.set(name, value);
    for (const auto &[name, value] : unnotedManner())
        changes.set(name, value);
    const std::string item = m_unsure.empty() ? m_session->currentKey() : m_unsure.back().first;
    // Whether it came there is seen when the answers are read again.
    m_services.workspace.write<InterviewPlace>(
        this,
        [write = AnswerWrite{m_place, m_fresh, next.answers(), m_settings, item, std::move(changes)}](
            OpenStore &store) { return writeAnswer(store, write); },
        [](const base::Result<InterviewPlace> &) {});
}

/// A question that is open and in whose field something stands that is not its answer.
std::optional<std::string> InterviewViewModel::halfTyped() const
{
    const auto &answers = m_session->answers();
    for (const auto &[key, text] : m_sitting.allTyped()) {
        const auto place = answers.findPlace(key);
        if (!place || !m_session->openItems().isOpen(*place))
            continue;
        const bool isHidden = answers.questionnaire().questions()[place->question].isInterviewers && !m_rates;
        if (!isHidden && QString::fromStdString(text).trimmed() != typedText(answers.at(*place), language()))
            return key;
    }
    return std::nullopt;
}

/// Shows the question again; false where there is none.
bool InterviewViewModel::askHalfTyped()
{
    const auto key = halfTyped();
    if (!key || !m_session->goTo(*key))
        return false;
    m_notice = tr("Här står något skrivet som inte är sparat som svar. Rätta det eller töm fältet.");
    m_stop.reset();
    m_stage = Stage::Asking;
    m_isBack = true;
    showQuestion();
    if (m_areaPage.isShown())
        finishAt(*key, m_sitting.typed(*key).value_or(QString()));
    return true;
}

/// What stands in the fields of a page becomes the answers, as if each had been left.
void InterviewViewModel::takeTyped()
{
    const auto all = m_sitting.allTyped();
    for (const auto &[key, text] : all)
        if (const auto place = m_session->answers().findPlace(key);
            place && m_session->openItems().isOpen(*place) && !m_pending)
            finishAt(key, QString::fromStdString(text));
}

/// What has no answer is passed over; the ratings, or the end, come next.
void InterviewViewModel::endTalk()
{
    if (m_stage != Stage::Asking || !m_session)
        return;
    if (!m_pending)
        takeTyped();
    if (m_pending) {
        m_isEndWanted = true;
        return;
    }
    if (askHalfTyped())
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
