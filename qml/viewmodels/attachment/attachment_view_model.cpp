#include "qml/viewmodels/attachment/attachment_view_model.h"

#include "core/casework/attachment.h"
#include "core/casework/field_text.h"
#include "core/casework/misfiled.h"
#include "core/casework/moment_words.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/blob_transfer.h"

#include <QCoreApplication>
#include <QImageReader>

#include <algorithm>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;
using blobs::AttachmentState;
using blobs::BlobFault;

namespace {

QString words(const char *text) { return QCoreApplication::translate("AttachmentLook", text); }

/// Null where the bytes are no picture that a photo drawn anew can be: what came from elsewhere is not trusted.
QImage pictureOf(const base::Bytes &content)
{
    const auto bytes = base::textOf(base::ByteView(content));
    if (!bytes.starts_with("\xff\xd8\xff"))
        return {};
    constexpr int MostMegabytes = 256;
    QImageReader::setAllocationLimit(MostMegabytes);
    return QImage::fromData(content.data(), int(content.size()), "jpeg");
}

} // namespace

AttachmentLook attachmentLook(AttachmentState state)
{
    switch (state) {
    case AttachmentState::Waiting:
        return {words(QT_TRANSLATE_NOOP("AttachmentLook", "Väntar på att skickas")), QStringLiteral("offline"),
                QStringLiteral("cloud-upload")};
    case AttachmentState::Here:
        return {words(QT_TRANSLATE_NOOP("AttachmentLook", "Finns här")), QStringLiteral("received"),
                QStringLiteral("check-check")};
    case AttachmentState::Ordered:
        return {words(QT_TRANSLATE_NOOP("AttachmentLook", "Hämtas")), QStringLiteral("info"),
                QStringLiteral("download")};
    case AttachmentState::Elsewhere: break;
    }
    return {words(QT_TRANSLATE_NOOP("AttachmentLook", "Finns hos servern")), QStringLiteral("plain"),
            QStringLiteral("cloud")};
}

AttachmentViewModel::AttachmentViewModel(AppServices &services, base::CaseId caseId, base::RecordId record)
    : m_services(services), m_caseId(caseId), m_record(record), m_door(services, caseId), m_undo(services)
{
    connect(&m_door, &FileDoor::covered, this, [this] {
        clear();
        setLoading(false);
    });
    connect(&m_door, &FileDoor::readingWanted, this, &AttachmentViewModel::load);
}

Result<AttachmentViewModel::Content> AttachmentViewModel::read(OpenStore &store, base::CaseId caseId,
                                                               base::RecordId record)
{
    Content content;
    TRY(const auto view, store.cases.record(record));
    if (!view || casework::sealOf(*view))
        return base::fail(ErrorCode::NotFound, "attachment");
    TRY(const auto card, store.cases.card(caseId));
    if (card)
        content.person = card->card;
    content.isRemoved = view->deleted;
    const auto attachment = casework::readAttachment(*view);
    if (!attachment)
        return base::fail(ErrorCode::Unsupported, "an attachment of a newer version");
    content.caption = attachment->caption;
    content.at = attachment->at;
    TRY(content.state, store.field.attachments().stateOf(record));
    TRY(const auto row, store.cases.blob(record));
    content.fault = row ? row->fault : std::string();
    TRY(const auto state, store.cases.recordState(record));
    content.isOwn = state && !state->heads("blob").empty();
    for (const changelog::Head &head : content.isOwn ? state->heads("blob") : std::vector<changelog::Head>()) {
        TRY(const auto line, store.cases.changeLine(head.change));
        content.isOwn = content.isOwn && line.change.by == store.cases.owner().worker;
    }
    const auto opened =
        content.isRemoved ? base::fail(ErrorCode::NotFound) : store.field.blobs().open(attachment->blob);
    if (opened)
        content.picture = pictureOf(*opened);
    content.isDamaged =
        !content.isRemoved && content.picture.isNull() && (opened || opened.error().code() != ErrorCode::NotFound);
    return content;
}

void AttachmentViewModel::load()
{
    m_door.read<Content>(
        [caseId = m_caseId, record = m_record](OpenStore &store) { return read(store, caseId, record); },
        [this](Result<Content> content) {
            setLoading(false);
            if (!content)
                return noteUnread(content.error());
            noteRead();
            m_content = std::move(*content);
            Q_EMIT changed();
        });
}

void AttachmentViewModel::clear()
{
    m_door.clear();
    setLoading(true);
    setProblem({});
    m_content.reset();
    m_undo.forget();
    Q_EMIT changed();
}

QString AttachmentViewModel::title() const
{
    if (m_content && !m_content->caption.empty())
        return text(m_content->caption);
    return text(casework::kindText(casework::Attachment::Kind, languageOf(m_services.settings)));
}

QString AttachmentViewModel::who() const
{
    return m_content ? personName(m_content->person, m_services.settings.namesHidden()) : QString();
}

QString AttachmentViewModel::when() const
{
    return m_content
               ? text(casework::momentWords(m_content->at, m_services.clock.now(), languageOf(m_services.settings)))
               : QString();
}

QString AttachmentViewModel::stateText() const
{
    return m_content && !m_content->isRemoved ? attachmentLook(m_content->state).text : QString();
}

QString AttachmentViewModel::stateTone() const { return m_content ? attachmentLook(m_content->state).tone : QString(); }

QString AttachmentViewModel::stateIcon() const
{
    return m_content ? attachmentLook(m_content->state).iconName : QString();
}

QString AttachmentViewModel::absentText() const
{
    if (!m_content || hasPicture())
        return {};
    if (m_content->isRemoved)
        return tr("Fotot är borttaget.");
    if (m_content->isDamaged || m_content->fault == BlobFault::Damaged)
        return tr("Fotot går inte att visa: det som kom var inte det som sparades. Hämta det igen.");
    if (m_content->fault == BlobFault::Missing)
        return tr("Servern har inte fått fotot än. Det kommer när enheten som tog det har skickat det.");
    if (m_content->fault == BlobFault::Refused)
        return tr("Servern lämnar inte ut fotot: du har inte längre tillgång till akten.");
    if (m_content->state == AttachmentState::Ordered)
        return tr("Fotot hämtas när enheten har kontakt med servern.");
    return tr("Fotot finns hos servern och inte på den här enheten.");
}

qreal AttachmentViewModel::shape() const
{
    const QImage shown = picture();
    return shown.isNull() ? 1.0 : qreal(shown.width()) / shown.height();
}

bool AttachmentViewModel::canFetch() const
{
    return m_content && !hasPicture() && !m_content->isRemoved && m_content->state != AttachmentState::Waiting;
}

void AttachmentViewModel::mainAction()
{
    if (canFetch())
        fetch();
}

void AttachmentViewModel::fetch()
{
    if (!canFetch())
        return;
    m_services.workspace.write<void>(
        this,
        [caseId = m_caseId, record = m_record, isDamaged = m_content->isDamaged](OpenStore &store) -> Result<void> {
            TRY(const auto view, store.cases.record(record));
            const auto attachment = view ? casework::readAttachment(*view) : std::nullopt;
            if (!attachment)
                return base::fail(ErrorCode::NotFound, "attachment");
            // What cannot be shown is fetched whole, not from where it ends.
            blobs::Attachments &attachments = store.field.attachments();
            return isDamaged ? attachments.orderAnew(caseId, record, attachment->blob)
                             : attachments.order(caseId, record, attachment->blob);
        },
        [this](const Result<void> &ordered) {
            if (!ordered)
                return setProblem(errorText(ordered.error()));
            m_services.workspace.syncNow();
        });
}

void AttachmentViewModel::remove()
{
    if (!canRemove() || std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<base::ChangeId>(
        this, [record = m_record](OpenStore &store) { return store.cases.remove(record); },
        [this](const Result<base::ChangeId> &removed) {
            m_isWriting = false;
            if (!removed)
                return setProblem(errorText(removed.error()));
            m_undo.offer(tr("Fotot är borttaget."), {*removed});
        });
}

} // namespace faltakt::viewmodels
