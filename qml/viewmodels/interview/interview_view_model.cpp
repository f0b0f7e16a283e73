#include "qml/viewmodels/interview/interview_view_model.h"

#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/interview/row_stops.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::Answer;
using screening::InterviewSession;

InterviewViewModel::InterviewViewModel(AppServices &services, InterviewOrder order)
    : m_services(services), m_order(std::move(order)), m_training(services), m_note(services), m_sitting(services)
{
    base::UuidMaker ids(services.clock, services.workspace.setup().random);
    m_fresh = {ids.makeId<base::RecordId>(), ids.makeId<base::ScratchId>()};
    m_place.caseId = m_order.caseId;
    m_place.record = m_order.assessment;
    m_place.scratch = m_order.scratch;
    for (QTimer *timer : {&m_chosenFor, &m_deafFor}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    m_chosenFor.setInterval(ChosenFor);
    m_deafFor.setInterval(DeafFor);
    if (m_order.caseId) {
        m_door = std::make_unique<FileDoor>(services, *m_order.caseId);
        connect(m_door.get(), &FileDoor::covered, this, &InterviewViewModel::cover);
        connect(m_door.get(), &FileDoor::readingWanted, this, &InterviewViewModel::load);
    }
    connectAreaPage();
    connect(&m_chosenFor, &QTimer::timeout, this, &InterviewViewModel::advance);
    connect(&m_note, &InterviewNote::saved, this, &InterviewViewModel::shown);
    connect(&m_input, &QuestionInput::edited, this, &InterviewViewModel::noteTyped);
    connect(&m_sitting, &InterviewSitting::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(&m_rows, &InterviewRows::addWanted, this, &InterviewViewModel::addRow);
    connect(&m_rows, &InterviewRows::changeWanted, this, &InterviewViewModel::changeRow);
    connect(&m_rows, &InterviewRows::removeWanted, this, &InterviewViewModel::removeRow);
    connect(&m_rows, &InterviewRows::undoWanted, this, &InterviewViewModel::restoreRow);
    connect(&services.settings, &AppSettings::changed, this, &InterviewViewModel::chosenChanged);
    connect(&m_second, &SecondLanguage::chosen, this,
            [this] { m_second.show(questionnaire(), current(), language()); });
}

const screening::Question *InterviewViewModel::current() const noexcept
{
    return m_session ? m_session->current() : nullptr;
}

bool InterviewViewModel::takesTaps()
{
    const auto began = std::exchange(m_tapTurn, std::nullopt);
    return m_stage == Stage::Asking && m_session && !m_pending && !m_deafFor.isActive() && (!began || *began == m_turn);
}

void InterviewViewModel::choose(int option)
{
    if (option < 0 || option >= m_options.count())
        return;
    const bool isTicked = m_pending && m_pending->after == After::Stay && m_stage == Stage::Asking;
    if (!isTicked && !takesTaps())
        return;
    const auto position = std::size_t(option);
    switch (current()->type) {
    case screening::QuestionType::Choices: return toggle(position);
    case screening::QuestionType::Boolean: return give(Answer::boolean(position == 0));
    default: return give(Answer::option(position));
    }
}

void InterviewViewModel::toggle(std::size_t option)
{
    const Answer answer = toggled(*current(), chosen(), option);
    if (!m_pending)
        return give(answer, After::Stay);
    m_pending->then = answer;
    showChosen();
}

void InterviewViewModel::refuse()
{
    if (takesTaps() && m_input.takesRefusal())
        give(Answer::refused());
}

void InterviewViewModel::doNotKnow()
{
    if (takesTaps())
        give(Answer::unknown());
}

void InterviewViewModel::setAside()
{
    if (takesTaps() && m_input.takesNotRelevant())
        give(Answer::notRelevant());
}

void InterviewViewModel::give(const Answer &answer, After after)
{
    InterviewSession next = *m_session;
    const auto given = next.answer(m_session->currentKey(), answer);
    if (!given) {
        setProblem(errorText(given.error()));
        return;
    }
    commit(answer, std::move(next), {{given->field, given->value}}, after);
}

void InterviewViewModel::commit(const std::optional<Answer> &shown, InterviewSession next, base::json::Object changes,
                                After after, std::optional<std::size_t> repeat)
{
    auto ending = endingFields(next, m_settings, m_wasCompleted, m_services.clock.now());
    if (!ending) {
        setProblem(errorText(ending.error()));
        return;
    }
    for (const auto &[name, value] : *ending)
        changes.set(name, value);
    base::json::Object manner = unnotedManner();
    for (const auto &[name, value] : manner)
        changes.set(name, value);
    AnswerWrite write{m_place, m_fresh, next.answers(), m_settings, m_session->currentKey(), std::move(changes)};
    m_pending.emplace(Pending{shown, std::move(next), std::move(write), std::move(manner), after, repeat});
    if (shown && after == After::MoveOn && answerWay(current()->type) == AnswerWay::Options)
        m_chosenFor.start();
    showChosen();
    store();
}

void InterviewViewModel::store()
{
    setProblem({});
    m_isWriting = true;
    m_services.workspace.write<InterviewPlace>(
        this, [write = m_pending->write](OpenStore &store) { return writeAnswer(store, write); },
        [this, opening = m_opening](Result<InterviewPlace> stored) {
            if (opening == m_opening)
                onStored(std::move(stored));
        });
}

void InterviewViewModel::onStored(Result<InterviewPlace> stored)
{
    m_isWriting = false;
    if (!stored) {
        setProblem(tr("Svaret är inte sparat än. Det står kvar här.") + u' ' + errorText(stored.error()));
        return;
    }
    settleAt(*stored);
    for (const auto &[name, value] : m_pending->manner)
        m_noted.set(name, value);
    m_pending->isStored = true;
    advance();
}

void InterviewViewModel::advance()
{
    if (!m_pending || !m_pending->isStored || m_chosenFor.isActive())
        return;
    m_notice = openedText(*m_session, m_pending->next);
    Pending done = std::move(*m_pending);
    m_session = std::move(done.next);
    m_pending.reset();
    m_wasCompleted = isOver(*m_session);
    m_sitting.forget(done.write.item);
    m_sitting.setPassed(m_session->passed());
    if (done.after == After::Page) {
        (void)m_session->goTo(done.write.item);
        return showAreaPage();
    }
    if (done.after == After::Rows)
        return showRows(*done.repeat, false);
    const bool stays = done.after != After::MoveOn || (!m_services.settings.advancesByItself() && done.answer);
    if (!stays)
        return show();
    // Stands where it was until [Nästa].
    (void)m_session->goTo(done.write.item);
    if (done.then)
        return give(*done.then, done.after);
    showChosen();
    Q_EMIT shown();
    if (done.after == After::StayAndGoOn)
        goOn();
}

void InterviewViewModel::show(bool isBack)
{
    m_stop.reset();
    if (const auto due = dueRows(*m_session))
        return showRows(*due, isBack);
    if (m_session->isFinished() && askHalfTyped())
        return;
    m_stage = m_session->isFinished()                            ? Stage::Done
              : m_session->current()->isInterviewers && !m_rates ? Stage::Waiting
                                                                 : Stage::Asking;
    m_isBack = isBack;
    if (m_stage == Stage::Done && m_returnsToResult) {
        openResult();
        return;
    }
    if (m_stage == Stage::Done)
        m_sitting.drop();
    showQuestion();
}

void InterviewViewModel::showQuestion()
{
    const screening::Question *question = m_stage == Stage::Asking ? current() : nullptr;
    if (question && m_place.caseId && !m_sitting.isAdopted()) {
        m_sitting.adopt(*m_place.caseId, m_place.record.value_or(m_fresh.record), std::nullopt);
        m_sitting.setPassed(m_session->passed());
    }
    const std::string key = question ? m_session->currentKey() : std::string();
    const auto half = m_sitting.typed(key);
    m_input.show(question, half ? *half : typedText(question ? chosen() : std::nullopt, language()),
                 question && takesRefusal(m_session->answers().questionnaire(), *question), language());
    m_options.show(question ? optionTexts(*question, language()) : QStringList(), {});
    m_second.show(questionnaire(), question, language());
    m_services.voice.stop();
    m_sitting.setItem(key);
    if (question) {
        m_areaPage.goTo(*m_session, key);
        m_areaPage.show(*m_session, m_sitting, language());
    }
    m_deafFor.start();
    ++m_turn;
    showChosen();
    Q_EMIT shown();
    Q_EMIT placeChanged();
    Q_EMIT longTalkChanged();
}

std::optional<Answer> InterviewViewModel::chosen() const
{
    if (m_pending)
        return m_pending->then ? m_pending->then : m_pending->answer;
    const auto place = m_session ? m_session->currentPlace() : std::nullopt;
    return place ? m_session->answers().at(*place) : std::nullopt;
}

void InterviewViewModel::showChosen()
{
    const auto answer = chosen();
    m_options.choose(answer && current() ? chosenRows(*current(), *answer) : std::vector<std::size_t>());
    Q_EMIT chosenChanged();
}

bool InterviewViewModel::refusedChosen() const { return chosen() == Answer::refused(); }

bool InterviewViewModel::unknownChosen() const { return chosen() == Answer::unknown(); }

void InterviewViewModel::retry()
{
    if (m_pending && !m_isWriting && !m_pending->isStored)
        store();
}

void InterviewViewModel::pause()
{
    if (m_stage == Stage::Overview)
        closeOverview();
    else
        m_services.router.back();
}

void InterviewViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void InterviewViewModel::showResult()
{
    if (m_stage == Stage::Done && !m_place.isStored())
        pause(); // Everything was passed over: there is nothing to show, and nothing was written.
    else if (m_stage == Stage::Done || (m_stage == Stage::Waiting && m_place.isStored()))
        openResult();
}

void InterviewViewModel::mainAction()
{
    if (m_stage == Stage::Declined)
        pause();
    else if (m_stage == Stage::Done)
        showResult();
    else if (m_stage == Stage::Rows)
        leaveRows();
    else if (m_stage == Stage::Overview)
        closeOverview();
    else if (m_stage == Stage::Waiting)
        startRatings();
    else
        goOn();
}

void InterviewViewModel::openResult()
{
    // Something was opened over the page meanwhile: the result is one press away when the worker is back.
    if (!m_services.router.isOnTop(*this)) {
        m_stage = Stage::Done;
        Q_EMIT shown();
        return;
    }
    m_services.router.replaceTop();
    if (m_place.scratch)
        m_services.router.openScratchResult(*m_place.scratch);
    else
        m_services.router.openResult(*m_place.caseId, *m_place.record);
}

void InterviewViewModel::decline()
{
    if (!canDecline() || std::exchange(m_isDeclining, true))
        return;
    const auto questionnaire = m_session->answers().questionnairePointer();
    m_services.workspace.write<base::RecordId>(
        this,
        [questionnaire, caseId = *m_place.caseId](OpenStore &store) {
            return writeDeclined(store, *questionnaire, caseId);
        },
        [this](const Result<base::RecordId> &written) {
            m_isDeclining = false;
            if (!written) {
                setProblem(errorText(written.error()));
                return;
            }
            m_declined = *written;
            m_stage = Stage::Declined;
            ++m_turn;
            Q_EMIT shown();
        });
}

void InterviewViewModel::undoDecline()
{
    if (m_stage != Stage::Declined || std::exchange(m_isDeclining, true))
        return;
    m_services.workspace.write<void>(
        this,
        [record = *m_declined](OpenStore &store) -> Result<void> {
            TRY_VOID(store.cases.remove(record));
            return {};
        },
        [this](const Result<void> &undone) {
            m_isDeclining = false;
            if (!undone) {
                setProblem(errorText(undone.error()));
                return;
            }
            m_declined.reset();
            m_stage = Stage::Opening;
            if (m_session)
                show();
            else
                load();
        });
}

void InterviewViewModel::writeNote()
{
    if (!canNote() || m_note.isOpen() || m_pending)
        return;
    const QString title = question();
    if (m_place.isStored()) {
        openNote(title);
        return;
    }
    m_services.workspace.write<InterviewPlace>(
        this,
        [write = AnswerWrite{m_place, m_fresh, m_session->answers(), m_settings, m_session->currentKey()}](
            OpenStore &store) { return writeAnswer(store, write); },
        [this, title, opening = m_opening](Result<InterviewPlace> begun) {
            if (begun)
                settleAt(*begun);
            else
                setProblem(errorText(begun.error()));
            if (begun && opening == m_opening && current())
                openNote(title);
        });
}

void InterviewViewModel::openNote(const QString &text) { m_note.open(m_place, m_session->currentKey(), text); }

bool InterviewViewModel::wantsKey(int key, int modifiers) const
{
    if (modifiers != Qt::AltModifier || key != Qt::Key_Left)
        return false;
    return m_stage == Stage::Overview || (m_stage == Stage::Asking && m_session->previous());
}

bool InterviewViewModel::takeKey(int key, int modifiers)
{
    if (m_stage == Stage::Overview && modifiers == Qt::AltModifier && key == Qt::Key_Left) {
        closeOverview();
        return true;
    }
    if (m_stage != Stage::Asking || m_areaPage.isShown())
        return false;
    if (!std::exchange(m_digitsShown, true))
        Q_EMIT digitsShownChanged();
    if (modifiers == Qt::ControlModifier && key == Qt::Key_M) {
        writeNote();
        return true;
    }
    if (modifiers == Qt::AltModifier && key == Qt::Key_Left) {
        changePrevious();
        return true;
    }
    const bool isPlain = modifiers == Qt::NoModifier || modifiers == Qt::KeypadModifier;
    if (!isPlain)
        return false;
    if (key == Qt::Key_0 && m_input.takesRefusal())
        refuse();
    else if (key >= Qt::Key_1 && key <= Qt::Key_9 && m_options.count() > 0)
        choose(key - Qt::Key_1);
    else if (key == Qt::Key_Backspace)
        changePrevious();
    else
        return false;
    return true;
}

} // namespace faltakt::viewmodels
