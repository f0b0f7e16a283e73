// Where the interview goes: on, back, over a question, into the rows of a group and out of them.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/row_stops.h"
#include "qml/viewmodels/shell/error_text.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using screening::InterviewSession;
using screening::Place;

bool InterviewViewModel::canGoOn() const { return m_stage == Stage::Asking && !m_pending && chosen().has_value(); }

bool InterviewViewModel::canSkip() const { return m_place.caseId && !m_session->answers().questionnaire().isScored(); }

void InterviewViewModel::goOn()
{
    if (m_pending && m_pending->after == After::Stay) {
        m_pending->after = After::StayAndGoOn;
        return;
    }
    // Each question of an area page has a field of its own.
    if (m_areaPage.isShown())
        return m_areaPage.next();
    if (!takesTaps())
        return;
    m_notice.clear();
    if (m_input.hasField())
        goOnFromField();
    else if (chosen())
        forward();
    else if (canSkip())
        passOver();
}

void InterviewViewModel::goOnFromField()
{
    const QString typed = m_input.typed().trimmed();
    const auto stored = chosen();
    const QString storedText = typedText(stored, language());
    if (typed.isEmpty() && !storedText.isEmpty())
        return clearAnswer();
    if (typed.isEmpty())
        return stored ? forward() : passOver();
    if (typed == storedText)
        return forward();
    const TypedAnswer read = readTyped(*current(), typed, language());
    if (read.answer)
        return give(*read.answer);
    m_input.setProblem(read.problem);
    Q_EMIT fieldWanted();
}

void InterviewViewModel::clearAnswer()
{
    InterviewSession next = *m_session;
    const auto cleared = next.unset(m_session->currentKey());
    if (!cleared) {
        setProblem(errorText(cleared.error()));
        return;
    }
    next.pass(m_session->currentKey());
    commit(std::nullopt, std::move(next), {{cleared->field, nullptr}});
}

void InterviewViewModel::passOver()
{
    const std::string key = m_session->currentKey();
    InterviewSession next = *m_session;
    if (const auto place = next.currentPlace(); place && place->row) {
        next.pass(key);
        m_session = std::move(next);
        m_sitting.setPassed(m_session->passed());
        (void)m_session->goTo(key);
        return forward();
    }
    next.pass(key);
    moveOnWith(std::move(next));
}

/// Without an answer: only the end of the interview may have to be written.
void InterviewViewModel::moveOnWith(InterviewSession next)
{
    m_sitting.setPassed(next.passed());
    if (isOver(next) && !m_wasCompleted && m_place.isStored())
        return commit(chosen(), std::move(next), {});
    m_session = std::move(next);
    show();
}

void InterviewViewModel::forward()
{
    const auto place = m_session->currentPlace();
    if (place && place->row) {
        const std::size_t repeat = *current()->repeat;
        if (const auto next = nextInRow(*m_session, *place)) {
            (void)m_session->goTo(m_session->answers().key(*next));
            return show();
        }
        return showRows(repeat, false);
    }
    InterviewSession next = *m_session;
    next.forward();
    moveOnWith(std::move(next));
}

void InterviewViewModel::changePrevious()
{
    if (m_stage == Stage::Asking && !takesTaps())
        return;
    if (!m_session || m_pending)
        return;
    m_notice.clear();
    if (m_stage == Stage::Rows)
        return backFromRows();
    if (const auto before = rowsBefore(*m_session))
        return showRows(*before, true);
    if (!stepBack())
        return;
    show(true);
}

/// To the question before; from the first of a row to the rows.
bool InterviewViewModel::stepBack()
{
    const auto place = m_session->currentPlace();
    if (place && place->row && firstInRow(*m_session, *current()->repeat, *place->row) == place) {
        showRows(*current()->repeat, true);
        return false;
    }
    return m_session->back();
}

/// To the question before the group.
void InterviewViewModel::backFromRows()
{
    const std::size_t node = m_session->answers().questionnaire().repeats()[*m_stop].node;
    InterviewSession copy = *m_session;
    while (copy.back()) {
        if (copy.current()->isInterviewers || copy.current()->node > node)
            continue;
        m_session = std::move(copy);
        return show(true);
    }
}

void InterviewViewModel::showRows(std::size_t repeat, bool isBack)
{
    const auto &group = groupKey(*m_session, repeat);
    // A row in which nothing was answered is nothing that is stored.
    for (std::size_t row = m_session->answers().rowCount(repeat); row > 0; --row) {
        const auto &answers = m_session->answers();
        const auto &asked = answers.questionnaire().repeats()[repeat];
        bool isEmpty = true;
        for (std::size_t i = 0; i < asked.questionCount; ++i)
            isEmpty = isEmpty && !answers.at(Place{asked.firstQuestion + i, row - 1});
        if (isEmpty)
            (void)m_session->removeRow(group, std::string(answers.rowId(repeat, row - 1)));
    }
    m_stop = repeat;
    m_stage = Stage::Rows;
    m_isBack = isBack;
    m_rows.show(*m_session, repeat, language());
    showQuestion();
}

void InterviewViewModel::leaveRows()
{
    if (m_stage != Stage::Rows || m_pending)
        return;
    m_notice.clear();
    m_rows.setRemoved({});
    InterviewSession next = *m_session;
    next.pass(groupKey(next, *m_stop));
    moveOnWith(std::move(next));
}

void InterviewViewModel::addRow()
{
    // The beginning of a time-ordered id: rows stand in the order in which they were made.
    constexpr std::size_t IdLength = 24;
    if (m_stage != Stage::Rows || m_pending)
        return;
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    std::string id = ids.makeId<base::RecordId>().toString();
    std::erase(id, '-');
    m_rows.setRemoved({});
    const auto added = m_session->addRow(groupKey(*m_session, *m_stop), id.substr(0, IdLength));
    if (!added) {
        setProblem(errorText(added.error()));
        return;
    }
    show();
}

void InterviewViewModel::changeRow(const std::string &row)
{
    const auto place = m_stage == Stage::Rows && !m_pending ? m_session->answers().findRow(*m_stop, row) : std::nullopt;
    const auto first = place ? firstInRow(*m_session, *m_stop, *place) : std::nullopt;
    if (!first)
        return;
    m_rows.setRemoved({});
    (void)m_session->goTo(m_session->answers().key(*first));
    show();
}

void InterviewViewModel::removeRow(const std::string &row)
{
    if (m_stage != Stage::Rows || m_pending)
        return;
    const auto &answers = m_session->answers();
    const auto &group = answers.questionnaire().repeats()[*m_stop];
    const auto place = answers.findRow(*m_stop, row);
    if (!place)
        return;
    RemovedRow removed{*m_stop, row};
    for (std::size_t i = 0; i < group.questionCount; ++i)
        if (const auto &answer = answers.at(Place{group.firstQuestion + i, place}))
            removed.answers.emplace_back(group.firstQuestion + i, *answer);
    InterviewSession next = *m_session;
    const auto taken = next.removeRow(groupKey(next, *m_stop), row);
    if (!taken) {
        setProblem(errorText(taken.error()));
        return;
    }
    base::json::Object changes;
    for (const screening::AnswerChange &change : *taken)
        changes.set(change.field, change.value);
    m_rows.setRemoved(std::move(removed));
    commit(std::nullopt, std::move(next), std::move(changes), After::Rows, m_stop);
}

void InterviewViewModel::restoreRow(const RemovedRow &removed)
{
    if (m_stage != Stage::Rows || m_pending)
        return;
    InterviewSession next = *m_session;
    if (const auto added = next.addRow(groupKey(next, removed.repeat), removed.id); !added) {
        setProblem(errorText(added.error()));
        return;
    }
    base::json::Object changes;
    const auto row = next.answers().findRow(removed.repeat, removed.id);
    for (const auto &[question, answer] : removed.answers)
        // What closes behind an answer comes after it in the form, so that each is open when its turn comes.
        if (const auto given = next.answer(next.answers().key(Place{question, row}), answer))
            changes.set(given->field, given->value);
    m_rows.setRemoved({});
    commit(std::nullopt, std::move(next), std::move(changes), After::Rows, removed.repeat);
}

void InterviewViewModel::askSkipped()
{
    if (!hasSkipped())
        return;
    InterviewSession::Keys groups;
    for (const std::string &key : m_session->passed())
        if (!m_session->answers().findPlace(key))
            groups.insert(key);
    auto session = InterviewSession::start(m_session->answers(), m_session->skipRule());
    if (!session) {
        setProblem(errorText(session.error()));
        return;
    }
    m_session = std::move(*session);
    m_session->setPassed(groups);
    m_returnsToResult = false;
    show();
}

void InterviewViewModel::startRatings()
{
    if (m_stage != Stage::Waiting)
        return;
    m_rates = true;
    show();
}

void InterviewViewModel::noteTyped()
{
    Q_EMIT chosenChanged();
    if (m_stage != Stage::Asking || !m_place.caseId)
        return;
    const std::string key = m_session->currentKey();
    if (m_input.typed() == typedText(chosen(), language()))
        m_sitting.forget(key);
    else
        m_sitting.type(key, m_input.typed());
    ensureBegun();
}

/// What is half typed belongs to a record: else nobody would find it again.
void InterviewViewModel::ensureBegun()
{
    if (m_place.isStored() || std::exchange(m_isBeginning, true))
        return;
    m_services.workspace.write<InterviewPlace>(
        this,
        [write = AnswerWrite{m_place, m_fresh, m_session->answers(), m_settings, m_session->currentKey()}](
            OpenStore &store) { return writeAnswer(store, write); },
        [this](const Result<InterviewPlace> &begun) {
            m_isBeginning = false;
            if (begun)
                settleAt(*begun);
            else
                setProblem(errorText(begun.error()));
            Q_EMIT shown();
        });
}

} // namespace faltakt::viewmodels
