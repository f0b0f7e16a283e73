// How the interview opens and what a lock takes: the part of InterviewViewModel that reads.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/row_stops.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::InterviewSession;

namespace {

/// Where something half done waits: the question that was shown, where it has no answer yet or one that was being changed.
std::string halfDoneItem(const OpenedInterview &opened)
{
    if (!opened.sitting)
        return {};
    const std::string &item = opened.sitting->item;
    const auto place = opened.answers.findPlace(item);
    if (!place)
        return {};
    const bool isTyped = opened.sitting->typed.contains(item);
    return isTyped || (!opened.isCompleted && !opened.answers.at(*place)) ? item : std::string();
}

} // namespace

void InterviewViewModel::load()
{
    if (isHeld()) {
        // Names may have been hidden, or the language changed.
        listOverview();
        Q_EMIT shown();
    }
    if (m_door)
        return readFile();
    if (isHeld() || std::exchange(m_isReading, true))
        return;
    InterviewOrder order = m_order;
    order.scratch = m_place.scratch;
    // Answers without a person are nobody's file.
    m_services.workspace.keep<OpenedInterview>(
        this, [order, fresh = m_fresh](OpenStore &store) { return openInterview(store, order, fresh); },
        [this, opening = ++m_opening](Result<OpenedInterview> opened) {
            if (opening != m_opening)
                return;
            m_isReading = false;
            onOpened(std::move(opened));
        });
}

void InterviewViewModel::readFile()
{
    InterviewOrder order = m_order;
    order.assessment = m_place.record;
    m_door->read<FileRead>(
        [order, fresh = m_fresh, isHeld = isHeld()](OpenStore &store) -> Result<FileRead> {
            // What is on its way is not read again: only whether the file is still here, and whose it is.
            FileRead read;
            if (!isHeld) {
                TRY(read.opened, openInterview(store, order, fresh));
            }
            TRY(const auto row, store.cases.card(*order.caseId));
            if (row)
                read.card = row->card;
            return read;
        },
        [this](Result<FileRead> read) {
            if (read)
                return onRead(std::move(*read));
            const bool hasEnded = read.error().code() == base::ErrorCode::Refused;
            if (isHeld()) {
                // The questions that are being asked, and an answer that cannot be stored, stay; the person goes. Every
                // page tells of the end of reading.
                clearRead();
                if (!hasEnded && !m_pending)
                    setProblem(errorText(read.error()));
                return;
            }
            if (hasEnded && !m_place.record)
                return beginUnread();
            onOpened(tl::unexpected(read.error()));
        });
}

void InterviewViewModel::onRead(FileRead read)
{
    m_card = std::move(read.card);
    // Every answer is saved at once: where nothing may be saved, nothing is asked. The page is read again when the matter
    // has been opened.
    if (read.opened && !isHeld() && !read.opened->isSigned && m_card && m_card->stage == "closed") {
        setLoading(false);
        setProblem(tr("Ärendet är avslutat. Öppna det igen för att ställa frågorna. Svar som redan finns är kvar."));
    } else if (read.opened && !isHeld()) {
        setProblem({});
        onOpened(std::move(*read.opened));
    } else {
        Q_EMIT shown();
    }
}

void InterviewViewModel::beginUnread()
{
    m_services.workspace.keep<OpenedInterview>(
        this, [order = m_order](OpenStore &store) { return openUnread(store, order); },
        [this, opening = ++m_opening](Result<OpenedInterview> opened) {
            if (opening == m_opening && !isHeld())
                onOpened(std::move(opened));
        });
}

void InterviewViewModel::onOpened(Result<OpenedInterview> opened)
{
    setLoading(false);
    if (opened) {
        noteRead();
        return take(std::move(*opened));
    }
    if (opened.error().code() != base::ErrorCode::Unsupported)
        return noteUnread(opened.error());
    setProblem(
        tr("De här frågorna påbörjades med en annan version av formuläret och går inte att fortsätta här. Svaren "
           "finns kvar."));
}

void InterviewViewModel::cover()
{
    clear();
    setLoading(false);
}

void InterviewViewModel::take(OpenedInterview opened)
{
    // The order says where it begins; after a lock it is where it was, and after the end of the process where it was kept.
    noteLost(opened);
    const std::string at = m_isTaken ? m_shownItem : !m_order.atItem.empty() ? m_order.atItem : halfDoneItem(opened);
    const bool isChange = !m_isTaken && !m_order.atItem.empty() && opened.isCompleted;
    settleAt(opened.place);
    m_settings = std::move(opened.settings);
    m_wasCompleted = opened.isCompleted;
    m_returnsToResult = m_returnsToResult || isChange;
    if (opened.isSigned) {
        openResult();
        return;
    }
    auto session = at.empty() ? InterviewSession::start(opened.answers, m_settings.skipRule)
                              : InterviewSession::start(opened.answers, m_settings.skipRule, at);
    if (!session) {
        setProblem(errorText(session.error()));
        return;
    }
    m_isTaken = true;
    m_session = std::move(*session);
    takePassed(opened, at);
    if (m_place.caseId)
        m_sitting.adopt(*m_place.caseId, m_place.record.value_or(m_fresh.record), opened.sitting);
    m_note.set(std::move(opened.notes), std::move(opened.base));
    m_noted = std::move(opened.manner);
    const auto *second = m_noted.find("secondLanguage");
    m_second.restore(second && second->string() ? *second->string() : std::string());
    m_training.show(questionnaire(), std::move(opened.training));
    if (isSafe() && !m_isAlone) {
        m_stage = Stage::Alone;
        m_waitingNote = std::move(opened.noteDraft);
        Q_EMIT shown();
        return;
    }
    show();
    if (opened.noteDraft)
        m_note.open(m_place, opened.noteDraft->item, question(), opened.noteDraft);
}

/// What a lock took on its way to the store may have come there or not: where it has not, the question is asked again, and
/// says so.
void InterviewViewModel::noteLost(const OpenedInterview &opened)
{
    const auto unsure = std::exchange(m_unsure, {});
    int lost = 0;
    for (const auto &[key, answer] : unsure) {
        const auto place = opened.answers.findPlace(key);
        if (place && opened.answers.at(*place) == answer)
            continue;
        if (lost++ == 0)
            m_shownItem = key;
    }
    if (lost == 1)
        m_notice = tr("Svaret blev inte sparat. Fråga en gång till.");
    else if (lost > 1)
        m_notice = tr("%n svar blev inte sparade. Fråga dem en gång till.", nullptr, lost);
}

/// A finished interview has nothing left to ask but what a change opens.
void InterviewViewModel::takePassed(const OpenedInterview &opened, const std::string &at)
{
    InterviewSession::Keys passed = opened.sitting ? opened.sitting->passed : InterviewSession::Keys();
    if (opened.isCompleted) {
        for (std::string &key : m_session->unhandled())
            passed.insert(std::move(key));
        for (std::size_t i = 0; i < opened.answers.questionnaire().repeats().size(); ++i)
            passed.insert(groupKey(*m_session, i));
    }
    m_session->setPassed(std::move(passed));
    if (!at.empty() && m_session->currentKey() != at)
        (void)m_session->goTo(at); // A closed one is passed over.
    m_rates = m_rates || (!m_order.atItem.empty() && current() && current()->isInterviewers);
}

void InterviewViewModel::settleAt(const InterviewPlace &place)
{
    if (std::exchange(m_place, place) != place)
        Q_EMIT placeChanged();
}

void InterviewViewModel::clear()
{
    storeRest();
    ++m_opening;
    m_chosenFor.stop();
    m_note.putAway();
    m_sitting.putAway();
    m_input.show(nullptr, {}, false, language());
    m_rows.clear();
    m_areaPage.clear();
    m_overview.clear();
    m_waiting.clear();
    m_stop.reset();
    // The question on the screen is the one to come back to.
    if (m_session)
        m_shownItem = m_session->currentKey();
    m_session.reset();
    m_pending.reset();
    m_isAlone = false;
    m_aloneMissing.clear();
    m_waitingNote.reset();
    m_services.voice.stop();
    m_second.show(nullptr, nullptr, {});
    m_training.clear();
    m_noted = {};
    m_isWriting = false;
    m_isEndWanted = false;
    m_isReading = false;
    m_isDeclining = false;
    if (m_door)
        m_door->clear();
    m_card.reset();
    m_notice.clear();
    m_options.show({}, {});
    if (m_stage != Stage::Declined)
        m_stage = Stage::Opening;
    setProblem({});
    setLoading(true);
    Q_EMIT shown();
    Q_EMIT chosenChanged();
}

void InterviewViewModel::leave()
{
    m_services.voice.stop();
    storeRest();
    m_note.putAway();
    m_sitting.flush();
    if (m_door)
        m_door->flush();
}

void InterviewViewModel::clearRead()
{
    if (!isHeld())
        return clear();
    m_card.reset();
    Q_EMIT shown();
}

} // namespace faltakt::viewmodels
