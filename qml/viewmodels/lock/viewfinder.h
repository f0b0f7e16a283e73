#pragma once

#include "qml/viewmodels/lock/code_scan_view_model.h"
#include "qml/viewmodels/shell/picture_item.h"

namespace faltakt::viewmodels {

/// Shows what the camera sees, cut to the item's shape. Main thread.
class Viewfinder : public faltakt::viewmodels::PictureItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(faltakt::viewmodels::CodeScanViewModel *scan READ scan WRITE setScan NOTIFY scanChanged FINAL)
public:
    using PictureItem::PictureItem;

    [[nodiscard]] CodeScanViewModel *scan() const { return m_scan; }
    void setScan(CodeScanViewModel *scan)
    {
        if (follow(m_scan, scan, &CodeScanViewModel::pictureChanged))
            Q_EMIT scanChanged();
    }

    /// The middle of a picture that has the shape of the item.
    [[nodiscard]] static QRectF middleOf(QSizeF picture, QSizeF item);

Q_SIGNALS:
    void scanChanged();

protected:
    [[nodiscard]] QImage picture() const override { return m_scan ? m_scan->picture() : QImage(); }
    [[nodiscard]] QRectF partShown(QSizeF picture) const override { return middleOf(picture, boundingRect().size()); }

private:
    QPointer<CodeScanViewModel> m_scan;
};

} // namespace faltakt::viewmodels
