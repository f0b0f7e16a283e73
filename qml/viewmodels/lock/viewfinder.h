#pragma once

#include "qml/viewmodels/lock/code_scan_view_model.h"

#include <QQuickItem>

namespace faltakt::viewmodels {

/// Shows what the camera sees, cut to the item's shape. A texture of the scene graph, so that it is drawn by a GPU and by the
/// software renderer alike. Main thread.
class Viewfinder : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(faltakt::viewmodels::CodeScanViewModel *scan READ scan WRITE setScan NOTIFY scanChanged FINAL)
public:
    explicit Viewfinder(QQuickItem *parent = nullptr);

    [[nodiscard]] CodeScanViewModel *scan() const { return m_scan; }
    void setScan(CodeScanViewModel *scan);

    /// The middle of a picture that has the shape of the item.
    [[nodiscard]] static QRectF partShown(QSizeF picture, QSizeF item);

Q_SIGNALS:
    void scanChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    QPointer<CodeScanViewModel> m_scan;
};

} // namespace faltakt::viewmodels
