#pragma once

#include "qml/viewmodels/attachment/attachment_view_model.h"
#include "qml/viewmodels/shell/picture_item.h"

namespace faltakt::viewmodels {

/// Draws an attachment's picture over the whole item. Main thread.
class AttachmentPicture : public faltakt::viewmodels::PictureItem { // not final: QML derives from what it can make
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(faltakt::viewmodels::AttachmentViewModel *attachment READ attachment WRITE setAttachment NOTIFY
                   attachmentChanged FINAL)
public:
    using PictureItem::PictureItem;

    [[nodiscard]] AttachmentViewModel *attachment() const { return m_attachment; }
    void setAttachment(AttachmentViewModel *attachment)
    {
        if (follow(m_attachment, attachment, &AttachmentViewModel::changed))
            Q_EMIT attachmentChanged();
    }

Q_SIGNALS:
    void attachmentChanged();

protected:
    [[nodiscard]] QImage picture() const override { return m_attachment ? m_attachment->picture() : QImage(); }

private:
    QPointer<AttachmentViewModel> m_attachment;
};

} // namespace faltakt::viewmodels
