// How the interview opens and what a lock takes: the part of InterviewViewModel that reads.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::InterviewSession;

void InterviewViewModel::load()
{
    if (isHeld())
        Q_EMIT shown(); // Names may have been hidden, or the language changed.
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
    if (read.opened && !isHeld())
        onOpened(std::move(*read.opened));
    else
        Q_EMIT shown();
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
    // The order says where it begins; after a lock it is where it was.
    const std::string &at = m_isTaken ? m_shownItem : m_order.atItem;
    const bool isChange = !m_isTaken && !at.empty() && opened.isCompleted;
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
    m_note.set(std::move(opened.notes), std::move(opened.base));
    if (const std::string lost = std::exchange(m_lostItem, {});
        !lost.empty() && current() && m_session->currentKey() == lost)
        m_notice = tr("Svaret blev inte sparat. Fråga en gång till.");
    show();
    if (opened.noteDraft)
        m_note.open(m_place, opened.noteDraft->item, question(), opened.noteDraft);
}

void InterviewViewModel::settleAt(const InterviewPlace &place)
{
    if (std::exchange(m_place, place) != place)
        Q_EMIT placeChanged();
}

void InterviewViewModel::clear()
{
    ++m_opening;
    m_chosenFor.stop();
    m_note.putAway();
    // The question on the screen is the one to come back to.
    if (m_session)
        m_shownItem = m_session->currentKey();
    // What could not be written goes with the lock; the question is asked again, and says so.
    m_lostItem = m_pending && !m_pending->isStored && !m_isWriting ? m_pending->write.item : std::string();
    m_session.reset();
    m_pending.reset();
    m_isWriting = false;
    m_isReading = false;
    m_isDeclining = false;
    if (m_door)
        m_door->clear();
    m_card.reset();
    m_notice.clear();
    m_options.show({}, std::nullopt);
    if (m_stage != Stage::Declined)
        m_stage = Stage::Opening;
    setProblem({});
    setLoading(true);
    Q_EMIT shown();
    Q_EMIT chosenChanged();
}

void InterviewViewModel::leave()
{
    m_note.putAway();
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
