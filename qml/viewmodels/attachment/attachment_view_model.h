#pragma once

#include "core/store/projection.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "sync/blobs/attachments.h"

#include <QImage>

namespace faltakt::viewmodels {

/// One photo of a person's file, seen whole. Where its bytes are not on the device they are fetched when somebody asks. The
/// picture lies opened in memory alone, and only while the page shows it. Main thread.
class AttachmentViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    Q_PROPERTY(QString when READ when NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed FINAL)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY changed FINAL)
    /// Why the picture is not here, and what happens next; empty where it is.
    Q_PROPERTY(QString absentText READ absentText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY changed FINAL)
    /// Width by height.
    Q_PROPERTY(qreal shape READ shape NOTIFY changed FINAL)
    Q_PROPERTY(bool canFetch READ canFetch NOTIFY changed FINAL)
    Q_PROPERTY(bool canRemove READ canRemove NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    AttachmentViewModel(AppServices &services, base::CaseId caseId, base::RecordId record);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("photo"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { Q_EMIT changed(); }
    void leave() override { m_door.flush(); }
    void mainAction() override;
    void undo() override { m_undo.undo(); }

    /// The caption; "Foto eller papper" where there is none.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] QString absentText() const;
    [[nodiscard]] bool hasPicture() const { return !picture().isNull(); }
    [[nodiscard]] qreal shape() const;
    [[nodiscard]] bool canFetch() const;
    [[nodiscard]] bool canRemove() const { return m_content && m_content->isOwn && !m_content->isRemoved; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }
    /// Null where there is none to show.
    [[nodiscard]] QImage picture() const { return m_content ? m_content->picture : QImage(); }

public Q_SLOTS:
    void fetch();
    void remove();

Q_SIGNALS:
    void changed();

private:
    /// What the page shows, read in the store thread.
    struct Content {
        store::CardEntry person;
        std::string caption;
        base::Instant at{};
        blobs::AttachmentState state = blobs::AttachmentState::Elsewhere;
        std::string fault;
        QImage picture;
        bool isOwn = false;
        bool isRemoved = false;
        bool isDamaged = false; ///< The bytes are here and cannot be shown.
    };
    [[nodiscard]] static base::Result<Content> read(OpenStore &store, base::CaseId caseId, base::RecordId record);

    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_record;
    std::optional<Content> m_content;
    bool m_isWriting = false;
    FileDoor m_door;
    UndoViewModel m_undo;
};

/// Where an attachment's bytes are, in a few words with an icon: for the page and for the line in the timeline.
struct AttachmentLook {
    QString text;
    QString tone;
    QString iconName;
};
[[nodiscard]] AttachmentLook attachmentLook(blobs::AttachmentState state);

} // namespace faltakt::viewmodels
