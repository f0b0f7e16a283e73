#pragma once

#include "qml/viewmodels/attachment/attachment_view_model.h"

#include <QPointer>
#include <QQuickItem>

namespace faltakt::viewmodels {

/// Draws an attachment's picture over the whole item. A texture of the scene graph, so that it is drawn by a GPU and by the
/// software renderer alike, and no copy lies in a cache of pictures. Main thread.
class AttachmentPicture : public QQuickItem { // not final: QML derives from what it can make
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(faltakt::viewmodels::AttachmentViewModel *attachment READ attachment WRITE setAttachment NOTIFY
                   attachmentChanged FINAL)
public:
    explicit AttachmentPicture(QQuickItem *parent = nullptr);

    [[nodiscard]] AttachmentViewModel *attachment() const { return m_attachment; }
    void setAttachment(AttachmentViewModel *attachment);

Q_SIGNALS:
    void attachmentChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    QPointer<AttachmentViewModel> m_attachment;
    qint64 m_drawn = 0; ///< Which picture the texture was made of.
};

} // namespace faltakt::viewmodels
