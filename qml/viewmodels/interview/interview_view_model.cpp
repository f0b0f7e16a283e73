#include "qml/viewmodels/interview/interview_view_model.h"

#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::Answer;
using screening::InterviewSession;

InterviewViewModel::InterviewViewModel(AppServices &services, InterviewOrder order)
    : m_services(services), m_order(std::move(order)), m_note(services)
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
    connect(&m_chosenFor, &QTimer::timeout, this, &InterviewViewModel::advance);
    connect(&m_note, &InterviewNote::saved, this, &InterviewViewModel::shown);
    connect(&services.settings, &AppSettings::changed, this, &InterviewViewModel::chosenChanged);
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
    if (option >= 0 && option < m_options.count() && takesTaps())
        give(Answer::option(std::size_t(option)));
}

void InterviewViewModel::refuse()
{
    if (takesTaps())
        give(Answer::refused());
}

void InterviewViewModel::doNotKnow()
{
    if (takesTaps())
        give(Answer::unknown());
}

void InterviewViewModel::give(const Answer &answer)
{
    const std::string item = m_session->currentKey();
    InterviewSession next = *m_session;
    if (const auto given = next.answer(item, answer); !given) {
        setProblem(errorText(given.error()));
        return;
    }
    auto ending = endingFields(next, m_settings, m_wasCompleted, m_services.clock.now());
    if (!ending) {
        setProblem(errorText(ending.error()));
        return;
    }
    AnswerWrite write{m_place, m_fresh, next.answers(), m_settings, item, std::move(*ending)};
    m_pending.emplace(Pending{answer, std::move(next), std::move(write)});
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
    m_pending->isStored = true;
    advance();
}

void InterviewViewModel::advance()
{
    if (!m_pending || !m_pending->isStored || m_chosenFor.isActive())
        return;
    m_notice = openedText(*m_session, m_pending->next);
    const std::string item = m_pending->write.item;
    m_session = std::move(m_pending->next);
    m_pending.reset();
    m_wasCompleted = m_session->isFinished();
    if (!m_services.settings.advancesByItself()) {
        // Stands where it was until [Nästa].
        (void)m_session->goTo(item);
        showChosen();
        Q_EMIT shown();
        return;
    }
    show();
}

void InterviewViewModel::show(bool isBack)
{
    m_isBack = isBack;
    m_stage = m_session->isFinished() ? Stage::Done : Stage::Asking;
    if (m_stage == Stage::Done && m_returnsToResult) {
        openResult();
        return;
    }
    const screening::Question *question = current();
    m_options.show(question ? optionTexts(*question, language()) : QStringList(), std::nullopt);
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
        return m_pending->answer;
    const auto place = m_session ? m_session->currentPlace() : std::nullopt;
    return place ? m_session->answers().at(*place) : std::nullopt;
}

void InterviewViewModel::showChosen()
{
    const auto answer = chosen();
    m_options.choose(answer ? answer->position() : std::nullopt);
    Q_EMIT chosenChanged();
}

bool InterviewViewModel::refusedChosen() const { return chosen() == Answer::refused(); }

bool InterviewViewModel::unknownChosen() const { return chosen() == Answer::unknown(); }

bool InterviewViewModel::canGoOn() const { return m_stage == Stage::Asking && !m_pending && chosen().has_value(); }

void InterviewViewModel::goOn()
{
    if (!takesTaps() || !canGoOn())
        return;
    m_notice.clear();
    m_session->forward();
    show();
}

void InterviewViewModel::changePrevious()
{
    if (m_stage == Stage::Asking && !takesTaps())
        return;
    if (!m_session || m_pending || !m_session->back())
        return;
    m_notice.clear();
    show(true);
}

void InterviewViewModel::retry()
{
    if (m_pending && !m_isWriting && !m_pending->isStored)
        store();
}

void InterviewViewModel::pause() { m_services.router.back(); }

void InterviewViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void InterviewViewModel::showResult()
{
    if (m_stage == Stage::Done)
        openResult();
}

void InterviewViewModel::mainAction()
{
    if (m_stage == Stage::Declined)
        pause();
    else if (m_stage == Stage::Done)
        showResult();
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
    return m_stage == Stage::Asking && modifiers == Qt::AltModifier && key == Qt::Key_Left && !previousText().isEmpty();
}

bool InterviewViewModel::takeKey(int key, int modifiers)
{
    if (m_stage != Stage::Asking)
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
    if (key == Qt::Key_0)
        refuse();
    else if (key >= Qt::Key_1 && key <= Qt::Key_9)
        choose(key - Qt::Key_1);
    else if (key == Qt::Key_Backspace)
        changePrevious();
    else
        return false;
    return true;
}

} // namespace faltakt::viewmodels
